"""Pages of acts that change and are changed: force with its proofs, both wordings, and what could not be placed."""

from __future__ import annotations

import copy
import csv
import io
import json

import pytest
from lxml import html

from build_tools.i18n import use_language
from build_tools.model.library import Library
from build_tools.render import Rendered, render
from build_tools.render.exports import jsonld_file
from build_tools.render.word_diff import compare
from tests.render.test_pages import as_html, options, page, text
from tests.resolve.reading_texts import ACT, FIRST, SECOND, reading_library


@pytest.fixture(scope="module")
def library() -> Library:
    return reading_library()


@pytest.fixture(scope="module")
def rendered(library: Library) -> Rendered:
    return render(library, options(library))


@pytest.fixture(scope="module")
def act(rendered: Rendered) -> html.HtmlElement:
    return page(rendered, ACT)


def of_class(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    return list(tree.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]"))


def section(tree: html.HtmlElement, anchor: str) -> html.HtmlElement:
    (found,) = tree.xpath(f"//*[@id='{anchor}']")
    return found


def test_the_reading_says_what_it_is_and_leaves_the_text_alone(act: html.HtmlElement, library: Library) -> None:
    banner = text(of_class(of_class(act, "pb-reading")[0], "pb-banner")[0])
    assert "không phải văn bản hợp nhất chính thức" in banner
    (body,) = of_class(copy.deepcopy(act), "pb-text")
    for made in body.xpath(".//*[@data-gen]"):
        made.drop_tree()
    assert "".join(body.text_content().split()) == "".join(library.entries[ACT].document.text.split())


def test_each_article_shows_who_changed_what(act: html.HtmlElement) -> None:
    names = [text(heading) for heading in act.xpath(".//section/h3")]
    assert [name.split(".")[0] for name in names] == [
        "Điều 2", "Điều 3", "Điều 4", "Điều 5", "Điều 6", "PHỤ LỤC",
        "Những sửa đổi chưa đặt được vào đúng chỗ",
    ]  # fmt: skip
    fourth = text(section(act, "pb-doc-dieu-4"))
    assert fourth.index("11/2030/TT-BTP") < fourth.index("07/2031/TT-BTP")
    assert "từ ngày 20 tháng 5 năm 2030" in fourth
    assert "Lời văn trước là lời văn sau những lần sửa đổi trước đó." in fourth


def test_both_wordings_stand_side_by_side_and_are_compared(act: html.HtmlElement) -> None:
    step = of_class(section(act, "pb-doc-dieu-4"), "pb-step")[0]
    old, new = of_class(step, "pb-wording--old")[0], of_class(step, "pb-wording--new")[0]
    assert [text(one) for one in old.findall(".//del")] == ["bỏ: 15"]
    assert [text(one) for one in new.findall(".//ins")] == ["thêm: 10", "thêm: làm việc"]


def test_every_step_links_both_sources(act: html.HtmlElement) -> None:
    for step in of_class(act, "pb-step"):
        links = [link.get("href") for link in step.findall(".//a")]
        assert any(link.startswith(("11-tt-btp-2030.html#", "07-tt-btp-2031.html#")) for link in links), links
        assert any(link.startswith("#") or "26-tt-btp-2028" in link for link in links), links


def test_what_could_not_be_placed_is_listed_with_its_order(act: html.HtmlElement) -> None:
    listed = text(section(act, "pb-doc-listed"))
    assert "“Bãi bỏ khoản 9 Điều 3”" in listed
    assert "văn bản trong thư viện không có điều khoản này" in listed


def test_the_changed_unit_has_a_note_in_the_text(act: html.HtmlElement) -> None:
    notes = [text(note) for note in of_class(of_class(act, "pb-text")[0], "pb-changed")]
    assert any("khoản 1 Điều 4: sửa đổi, bổ sung" in note for note in notes)


def test_the_amending_act_lists_what_it_changes(rendered: Rendered) -> None:
    changes = section(page(rendered, FIRST), "pb-changes")
    listing = of_class(changes.getparent(), "pb-changes")[0]
    assert "26-tt-btp-2028.html#dieu-4.khoan-1" in [link.get("href") for link in listing.findall(".//a")]
    assert "chưa đặt được" in text(listing)


def test_force_stands_on_the_card_with_its_quotation(act: html.HtmlElement) -> None:
    (force,) = of_class(of_class(act, "pb-card")[0], "pb-force")
    shown = text(force)
    assert "có hiệu lực từ ngày 1 tháng 3 năm 2029" in shown
    assert "được sửa đổi, bổ sung bởi Thông tư 11/2030/TT-BTP (từ ngày 20 tháng 5 năm 2030;" in shown
    assert "bị bãi bỏ một phần bởi" in shown
    (proof,) = of_class(force, "pb-source")
    assert proof.get("title") == "“Thông tư này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2029”"
    assert force.xpath(".//*[@data-force='2029-03-01']")[0].get("data-later") == "chưa đến ngày"


def test_unknown_force_says_so() -> None:
    library = reading_library(FIRST)
    (absent,) = [work.id for work in library.works.values() if work.symbol == "26/2028/TT-BTP"]
    shown = text(of_class(page(render(library, options(library)), absent), "pb-force")[0])
    assert "thời điểm có hiệu lực: chưa rõ" in shown
    assert "được sửa đổi, bổ sung bởi Thông tư 11/2030/TT-BTP" in shown


def test_an_act_that_nothing_changes_has_no_such_section(rendered: Rendered) -> None:
    assert not page(rendered, SECOND).xpath("//*[@id='pb-reading']")
    assert "pb-reading" not in rendered.pages[f"van-ban/{SECOND}.md"].replace("#pb-reading", "")


@pytest.mark.parametrize(
    ("old", "new", "taken", "put"),
    [
        ("1. Thời hạn là 15 ngày.", "1. Thời hạn là 10 ngày.", ["15"], ["10"]),
        ("Phòng Tư pháp tiếp nhận đơn.", "Ủy ban xã tiếp nhận đơn.", ["Phòng Tư pháp"], ["Ủy ban xã"]),
        ("a < b & c", "a < d & c", ["b"], ["d"]),
        ("Một hai.", "Một hai.", [], []),
    ],
)
def test_words_are_compared(old: str, new: str, taken: list[str], put: list[str]) -> None:
    with use_language("vi"):
        both = compare(old, new)
    left, right = as_html(f"<p>{both.old}</p>"), as_html(f"<p>{both.new}</p>")
    assert [text(one).removeprefix("bỏ: ") for one in left.findall(".//del")] == taken
    assert [text(one).removeprefix("thêm: ") for one in right.findall(".//ins")] == put
    for tree, whole in ((left, old), (right, new)):
        for hidden in of_class(tree, "pb-hidden"):
            hidden.drop_tree()
        assert text(tree) == whole


def test_force_is_in_the_data(rendered: Rendered) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered.files["du-lieu/van-ban.csv"].decode("utf-8-sig"))))
    (row,) = [row for row in rows if row["id"] == ACT]
    assert (row["effect_from"], row["amended_by"], row["ended_by"]) == ("2029-03-01", f"{FIRST} {SECOND}", "")
    node = json.loads(rendered.files[jsonld_file(ACT)])
    assert node["temporalCoverage"] == "2029-03-01/.."
