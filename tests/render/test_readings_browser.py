"""The page of a changed act in a browser: no barriers, no sideways scroll at 320 px, readable on paper and by ear."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.i18n import use_language
from build_tools.publish import build_site
from build_tools.render import render
from build_tools.search import ui_words
from tests.conftest import REPOSITORY
from tests.render.test_pages import options
from tests.resolve.reading_texts import ACT, FIRST, reading_library

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the three made-up circulars."""
    root = tmp_path_factory.mktemp("readings")
    library = reading_library()
    rendered = render(library, options(library))
    for path, markdown in rendered.pages.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown, encoding="utf-8")
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    with use_language("vi"):
        build_site(root, root / "docs", rendered.files, root / "site", extra={"search": ui_words()})
    return root / "site"


@pytest.fixture(params=["light", "dark"])
def visit(request, browser, site) -> Iterator[object]:
    """Opens the page of a work in one of the colour schemes, at a width."""
    contexts = []

    def open_page(work: str, width: int) -> object:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=request.param, locale="vi-VN"
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((site / "van-ban" / f"{work}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("work", [ACT, FIRST])
def test_no_barriers_and_no_sideways_scroll(visit, barriers, work, width):
    page = visit(work, width)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_wordings_stand_beside_each_other_or_below(visit):
    for width, beside in ((1280, True), (320, False)):
        page = visit(ACT, width)
        old, new = (page.locator(f".pb-wording--{which}").first.bounding_box() for which in ("old", "new"))
        assert (old["y"] == new["y"]) is beside


def test_changed_words_are_told_to_those_who_hear_them(visit):
    page = visit(ACT, 1280)
    assert page.locator(".pb-wording del").nth(0).text_content().startswith("bỏ: ")
    assert page.locator(".pb-wording ins").nth(0).text_content().startswith("thêm: ")


def test_a_day_of_effect_to_come_is_said_by_the_readers_calendar(visit):
    page = visit(ACT, 1280)
    assert "(chưa đến ngày)" in page.locator(".pb-force").first.text_content()
