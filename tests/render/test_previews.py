"""The beginning of what is cited stands beside the link: for the mouse, for the keyboard, away with Escape."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.document import Unit, UnitKind
from build_tools.model.span import Span
from build_tools.render.citations import citation_links
from build_tools.render.context import Context
from build_tools.render.inline import HtmlWriter, Layers, MarkdownWriter, inline
from build_tools.render.page import RenderOptions
from tests.resolve.build import entry, library, metadata

ASSETS = Path(__file__).parents[2] / "build_tools" / "theme" / "assets"


@pytest.fixture
def context() -> Context:
    act = "Điều 1. A\nĐiều 5. Hồ sơ\n1. Đơn; theo Phụ lục I kèm theo Nghị định này.\nPhụ lục I\nMẪU ĐƠN"
    fifth, annex = act.index("Điều 5"), act.index("Phụ lục I\n")
    units = (
        Unit("dieu-1", UnitKind.ARTICLE, "Điều 1.", "1", "A", 1, None, Span(0, fifth), 1),
        Unit("dieu-5", UnitKind.ARTICLE, "Điều 5.", "5", "Hồ sơ", 1, None, Span(fifth, annex), 1),
        Unit("phu-luc-i", UnitKind.ANNEX, "Phụ lục I", "I", None, 1, None, Span(annex, len(act)), 1),
    )
    return Context(
        library(
            entry("x/act", act, metadata("Nghị định", "1/2020/NĐ-CP", "2020-01-01"), units),
            entry("x/plan", "theo Điều 5, Phụ lục I Nghị định số 1/2020/NĐ-CP và Điều 9 Nghị định số 2/2020/NĐ-CP."),
        ),
        RenderOptions(),
    )


def test_previews_of_units_of_this_and_of_another_document(context: Context) -> None:
    found = citation_links(context, "x/plan", "van-ban/x/plan.md", markdown=False)
    assert [link.preview for link in found] == [
        "Nghị định 1/2020/NĐ-CP · Điều 5. Hồ sơ 1. Đơn; theo Phụ lục I kèm theo Nghị định này.",
        "Nghị định 1/2020/NĐ-CP · Phụ lục I MẪU ĐƠN",
        None,
    ]
    assert [(link.target or "").partition("#")[2] for link in found] == ["dieu-5", "phu-luc-i", "dieu-9"]
    (own,) = citation_links(context, "x/act", "van-ban/x/act.md", markdown=False)
    assert own.preview == "Phụ lục I MẪU ĐƠN"


@pytest.mark.parametrize("writer", [HtmlWriter(), MarkdownWriter()])
def test_both_kinds_of_text_carry_it(context: Context, writer: HtmlWriter | MarkdownWriter) -> None:
    document = context.document("x/plan")
    layers = Layers(citation_links(context, "x/plan", "van-ban/x/plan.md", markdown=False))
    written = inline(document.text, Span(0, len(document.text)), layers, writer)
    assert written.count("data-pb-preview=") == 2
    assert "MẪU ĐƠN" in written


@pytest.mark.browser
def test_shown_to_mouse_and_keyboard_and_hidden_by_escape(browser, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        f"""<!doctype html><meta charset="utf-8"><style>{(ASSETS / "phobien.css").read_text(encoding="utf-8")}</style>
        <div class="md-typeset"><div class="pb-text"><button>x</button>
        <p>theo <a class="pb-cite" href="#a" data-pb-preview="Điều 5. Hồ sơ">Điều 5</a></p></div></div>
        <script>{(ASSETS / "phobien.js").read_text(encoding="utf-8")}</script>""",
        encoding="utf-8",
    )
    shown = "getComputedStyle(document.querySelector('.pb-cite'), '::after').content"
    view = browser.new_page()
    view.goto(page.as_uri())
    assert view.evaluate(shown) == "none"
    view.hover(".pb-cite")
    assert view.evaluate(shown) == '"Điều 5. Hồ sơ"'
    view.keyboard.press("Escape")
    assert view.evaluate(shown) == "none"
    view.mouse.move(0, 0)
    view.focus("button")
    view.keyboard.press("Tab")
    assert view.evaluate(shown) == '"Điều 5. Hồ sơ"'
    view.keyboard.press("Escape")
    assert view.evaluate(shown) == "none"
    view.close()
