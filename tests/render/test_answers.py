"""Guides, checklists, the timeline and families: the answer first, every item with its quotation and its link."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import re

import msgspec
import pytest
from lxml import etree, html

from build_tools.i18n import use_language
from build_tools.model.decisions import Edition
from build_tools.model.document import Level
from build_tools.model.library import Event, EventKind, Family, FamilyMember, Guide, Library
from build_tools.render import RenderOptions, links, render, words
from build_tools.render.axis import axis
from build_tools.render.checklist import pages as checklists
from build_tools.render.context import Context
from build_tools.render.data_page import DATA
from build_tools.render.facets import facet, filters, useful
from build_tools.render.family_page import pages as families
from build_tools.render.guide_items import BANNED, DATED, RECURRING, REQUESTED, contents, of_group
from build_tools.render.guides import checklist_page, guide_page
from build_tools.render.guides import pages as guides
from build_tools.render.page import Page
from build_tools.render.roles_page import pages as roles
from build_tools.render.timeline_page import pages as timeline
from build_tools.render.timeline_page import year_page
from build_tools.render.timeline_svg import timeline_svg
from tests.render.sample import FAMILY, INTERNAL, LAW, PLAN, REGULATION, sample_library

LIBRARY = sample_library(Edition.INTERNAL)


def rendered(make: object, library: Library = LIBRARY) -> dict[str, Page]:
    with use_language("vi"):
        return {page.path: page for page in make(library, Context(library, RenderOptions()))}  # type: ignore[operator]


def words_of(fragment: str) -> str:
    """The words that one sees."""
    page = html.fromstring(f"<div>{fragment}</div>")
    etree.strip_elements(page, "style", with_tail=False)
    return " ".join(page.text_content().split())


@pytest.fixture(scope="module")
def guide() -> str:
    return rendered(guides)[links.role_page("so_tu_phap")].body


def test_every_named_role_has_a_guide_and_a_checklist() -> None:
    assert set(rendered(guides)) == {links.role_page(role) for role in LIBRARY.guides}
    assert set(rendered(checklists)) == {checklist_page(role) for role in LIBRARY.guides}


def test_a_guide_answers_first(guide: str) -> None:
    assert words_of(guide).startswith("2 việc được giao trực tiếp. Thời hạn: trước ngày 30/6/2026 Theo:")


def test_a_guide_has_dates_before_recurring_tasks(guide: str) -> None:
    assert 0 < guide.index(f"#{DATED}") < guide.index(f"#{RECURRING}")


def test_an_item_shows_line_time_place_part_quotation_assignment_and_link(guide: str) -> None:
    item = html.fromstring(guide).xpath("//li[@class='pb-task']")[0]
    text = " ".join(item.text_content().split())
    assert text.startswith("Xây dựng quy chế tiếp nhận đơn thư trước ngày 30/6/2026 · Quảng Trị · chủ trì")
    assert "“Các sở, ban, ngành xây dựng quy chế" in text
    assert "Phân công tại: “Phân công thực hiện: Sở Tư pháp chủ trì" in text
    assert item.xpath(".//a/@href") == ["../van-ban/quang-tri/12-kh-ubnd-2026.html#ii.1--2"]


def test_before_the_day_counts_until_the_day_before(guide: str) -> None:
    assert html.fromstring(guide).xpath("//li//time[@data-due]/@data-due") == ["2026-06-29"]


def test_a_request_is_no_assignment() -> None:
    found = contents(LIBRARY.guides["tand_tinh"], Context(LIBRARY, RenderOptions()).task)
    assert list(found.own) == [REQUESTED]
    assert found.work() == 0
    body = rendered(guides)[links.role_page("tand_tinh")].body
    assert words_of(body).startswith("1 việc được đề nghị.")
    assert "đề nghị, không phải giao" in body


def test_a_role_charged_with_nothing_says_so_and_shows_where_it_is_named() -> None:
    body = rendered(guides)[links.role_page("nguoi_dung_dau")].body
    assert "không giao việc gì cho riêng vai trò này" in words_of(body)[:130]
    assert "<mark>người đứng đầu</mark>" in body
    assert "<ins>tố tụng</ins>" in body


def test_tasks_of_a_wider_group_stand_apart_under_its_name() -> None:
    body = rendered(guides)[links.role_page("tand")].body
    assert "Qua nhóm rộng hơn (1)" in body
    assert "cho riêng vai trò này. 1 việc qua nhóm rộng hơn." in words_of(body)[:140]


def test_a_prohibition_is_not_a_task() -> None:
    library = _charge("cong_chuc_vien_chuc", duty="viec-2")
    found = contents(library.guides["cong_chuc_vien_chuc"], Context(library, RenderOptions()).task)
    assert list(found.own) == [BANNED]


def _charge(role: str, duty: str) -> Library:
    """The library with a guide that gives `role` one duty of the plan."""
    own = LIBRARY.guides["so_tu_phap"].own[0]
    guide = Guide(role, (msgspec.structs.replace(own, duty=duty, actor=None),), (), ())
    return msgspec.structs.replace(LIBRARY, guides={**LIBRARY.guides, role: guide})


def test_internal_documents_are_marked() -> None:
    assert "pb-badge-internal" in rendered(guides)[links.role_page("truong_doan")].body


def test_the_index_leads_to_every_guide() -> None:
    body = rendered(roles)[links.ROLES].body
    for role in LIBRARY.guides:
        assert f'href="{role.replace("_", "-")}.html"' in body


def test_a_checklist_has_a_box_for_each_task() -> None:
    body = rendered(checklists)[checklist_page("so_tu_phap")].body
    assert body.count("☐") == 2
    assert "trước ngày 30/6/2026" in body


def test_filters_offer_a_choice_or_nothing() -> None:
    one = facet("place", "Nơi", {"a": "A", "b": "B"}, [("a",), ("a",)])
    two = facet("place", "Nơi", {"a": "A", "b": "B"}, [("a",), ("b",)])
    assert useful([one, two]) == (two,)
    assert filters(()) == ""
    assert filters((two,)).count("<label") == 4  # one unfolds the others on a phone


def test_filters_ask_nothing_that_old_browsers_lack() -> None:
    many = {str(number): str(number) for number in range(20)}
    written = filters([facet("place", "Nơi", many, [(value,) for value in many])])
    assert ":has(" not in written
    assert "@supports" not in written
    style, buttons, labels = written.split("\n\n")
    assert style.startswith("<style>")
    assert buttons.count("<input") == 22
    assert all(line.startswith("<input ") for line in buttons.splitlines())
    assert labels.startswith('<div class="pb-filter"><label')


def test_the_timeline_draws_what_is_held_and_what_is_only_cited() -> None:
    body = rendered(timeline)[links.TIMELINE].body
    drawing = html.fromstring(body).xpath("//svg[@role='img']")[0]
    assert drawing.xpath("string(./title)") == "Dòng thời gian văn bản và thời hạn"
    assert len(drawing.xpath(".//circle[@class='pb-tl-held']")) == 2
    assert len(drawing.xpath(".//circle[@class='pb-tl-absent']")) == 1
    assert len(drawing.xpath(".//path[contains(@class, 'pb-tl-bounds')]")) == 2
    assert len(drawing.xpath(".//rect[@class='pb-tl-period']")) == 1


def test_the_timeline_says_the_same_in_words_newest_first() -> None:
    body = rendered(timeline)[links.TIMELINE].body
    events = html.fromstring(body).xpath("//li[contains(@class, 'pb-event ')]")
    assert len(events) == len(LIBRARY.events)
    assert body.index("#nam-2026") < body.index("#nam-2019") < body.index("#khong-co-ngay")
    undated = next(e for e in events if "trong khoảng từ 5/1/2026 đến 31/8/2026" in e.text_content())
    assert len(undated.xpath(".//a[@class='pb-source']")) == 2
    assert any(e.text_content().startswith("năm 2019") for e in events)
    assert links.work_page(LAW).removesuffix(".md") in body


def test_drawings_are_well_formed_and_their_ids_unique() -> None:
    for page in (*rendered(timeline).values(), *rendered(families).values()):
        for drawing in re.findall(r"<svg class=\"pb-(?:timeline|family)\".*?</svg>", page.body):
            etree.fromstring(drawing)
        ids = re.findall(r'\bid="([^"]+)"', page.body)
        assert len(ids) == len(set(ids))


def test_a_crowded_day_is_counted_not_drawn() -> None:
    day = dt.date(2026, 1, 5)
    event = Event(EventKind.ISSUED, REGULATION, held=True, level=Level.CENTRAL, place=None, date=day)
    drawing = timeline_svg([event] * 40, lambda _: "x", lambda _: {}, width=340, name="n")
    assert drawing.count("<circle") == 14
    assert "(còn 26 mốc ở danh sách)" in drawing


def test_an_axis_gives_room_to_years_with_events_only() -> None:
    years = axis([dt.date(1999, 5, 1), dt.date(2025, 1, 1), dt.date(2026, 12, 31)], 0, 300)
    assert [(c.year, c.last, c.empty) for c in years.columns] == [
        (1999, 1999, False),
        (2000, 2024, True),
        (2025, 2025, False),
        (2026, 2026, False),
    ]
    days = [dt.date(1999, 1, 1), dt.date(1999, 12, 31), dt.date(2012, 6, 1), dt.date(2025, 1, 1), dt.date(2026, 12, 31)]
    places = [years.at(day) for day in days]
    assert places == sorted(places)
    assert places[-1] <= 300


def test_a_family_has_its_tree_its_matrix_and_what_only_one_plan_has() -> None:
    body = rendered(families)[links.family_page(FAMILY)].body
    tree = html.fromstring(body).xpath("//ul[@class='pb-tree']")[0]
    assert tree.xpath("./li/ul/li/ul/li/a[1]/@href") == ["../van-ban/quang-tri/12-kh-ubnd-2026.html"]
    assert "2/3/2026 (+56 ngày)" in body
    table = html.fromstring(body).xpath("//table[@class='pb-coverage']")[0]
    assert len(table.xpath(".//thead/tr/th[@scope='col']")) == 3
    assert len(table.xpath(".//tbody/tr/th[@scope='row']")) == 2
    assert "giống 82%" in table.text_content()
    assert "không nêu nội dung này" in table.text_content()
    assert "Chỉ có trong Kế hoạch 12/KH-UBND (1)" in words_of(body)


def test_a_family_that_runs_in_a_circle_is_still_drawn() -> None:
    members = (
        FamilyMember(REGULATION, None, None, 0, 0),
        FamilyMember(PLAN, REGULATION, None, 1, 56),
        FamilyMember(REGULATION, PLAN, None, 2, 0),
    )
    library = msgspec.structs.replace(LIBRARY, families=(Family(FAMILY, REGULATION, members),), coverage=())
    assert links.family_page(FAMILY) in rendered(families, library)


def test_the_public_edition_shows_nothing_of_an_internal_document() -> None:
    library = sample_library(Edition.PUBLIC)
    for make in (guides, checklists, roles, timeline, families):
        for page in rendered(make, library).values():
            assert INTERNAL not in page.body


def test_text_of_a_document_is_never_markup() -> None:
    plan = LIBRARY.entries[PLAN]
    words_ = "đơn thư thuộc thẩm quyền."
    hostile = plan.document.text.replace(words_, "<img src=x>&*_`"[: len(words_)].ljust(len(words_)))
    document = msgspec.structs.replace(plan.document, text=hostile)
    entries = {**LIBRARY.entries, PLAN: msgspec.structs.replace(plan, document=document)}
    body = rendered(guides, msgspec.structs.replace(LIBRARY, entries=entries))[links.role_page("so_tu_phap")].body
    assert "&lt;img src=x&gt;&amp;*_`" in body
    assert "<img" not in body


def test_time_limits_in_words() -> None:
    deadlines = {d.id: d for d in LIBRARY.entries[PLAN].document.deadlines}
    with use_language("vi"):
        assert words.deadline(deadlines["han-1"]) == "trước ngày 30/6/2026"
        assert words.deadline(deadlines["han-2"]) == "hằng năm, trước ngày 10/12"
        assert words.deadline(None) == ""


def test_every_file_that_the_data_page_offers_exists() -> None:
    made = render(LIBRARY)
    offered = re.findall(r'href="([^"]+)"', made.pages[DATA])
    files = {posixpath.normpath(posixpath.join("du-lieu", address)) for address in offered if ".html" not in address}
    assert files
    assert files <= made.files.keys()


def test_a_document_page_carries_its_json_ld() -> None:
    for work in (PLAN, REGULATION):
        page = render(LIBRARY).pages[links.work_page(work)]
        node = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)[0])
        assert node["@type"] == "Legislation"


def test_a_long_guide_goes_on_over_several_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.render.guide_items.PAGE_ITEMS", 1)
    made = rendered(guides)
    first, second = made[guide_page("so_tu_phap", 1)].body, made[guide_page("so_tu_phap", 2)].body
    assert first.count("pb-task-line") == second.count("pb-task-line") == 1
    assert 'href="so-tu-phap-trang-2.html"' in first
    assert 'href="so-tu-phap.html"' in second


def test_a_large_group_is_repeated_by_its_dates_only() -> None:
    items = contents(LIBRARY.guides["so_tu_phap"], Context(LIBRARY, RenderOptions()).task).items()
    assert of_group(items) == items
    assert {item.day for item in of_group(items * 30)} == {dt.date(2026, 6, 30)}


def test_a_long_timeline_gives_old_years_pages_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.render.timeline_page.MOST_LISTED", 7)
    made = rendered(timeline)
    assert list(made) == [links.TIMELINE, year_page(2019), year_page(0)]
    assert 'href="dong-thoi-gian/2019.html"' in made[links.TIMELINE].body
    assert 'href="../van-ban/trung-uong/luat-mau-2019.html"' in made[year_page(2019)].body


def test_an_empty_library_has_its_pages() -> None:
    made = render(Library(Edition.PUBLIC, {}, {}, (), (), (), (), {}))
    assert {links.TIMELINE, links.FAMILIES, links.ROLES, DATA} <= made.pages.keys()


def test_a_summary_names_few_days_and_documents_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.render.guides.MOST_DAYS", 0)
    monkeypatch.setattr("build_tools.render.guides.MOST_DOCUMENTS", 0)
    said = words_of(rendered(guides)[links.role_page("so_tu_phap")].body)
    assert "1 mốc thời hạn, từ 29/6/2026 đến 29/6/2026." in said
    assert "Theo: và 1 mục khác" in said


def large_family(count: int) -> Library:
    """The sample's family with many plans of many places, known from citations."""
    base = LIBRARY.works[PLAN]
    plans = {
        f"noi-{number % 3}/{number}-kh-2026": msgspec.structs.replace(
            base, id=f"noi-{number % 3}/{number}-kh-2026", symbol=f"{number}/KH-UBND", held=False, cited_by=()
        )
        for number in range(count)
    }
    (family,) = (one for one in LIBRARY.families if one.id == FAMILY)
    members = (*family.members, *(FamilyMember(id_, family.root, None, 1, 60) for id_ in plans))
    grown = msgspec.structs.replace(family, members=members)
    return msgspec.structs.replace(LIBRARY, families=(grown,), works=LIBRARY.works | plans)


def test_a_large_family_is_summed_up_and_its_places_have_pages() -> None:
    made = rendered(families, large_family(60))
    main = made[links.family_page(FAMILY)].body
    assert "<svg" not in main
    assert 'href="999-qd-tw/noi-0-2.html"' in main
    assert "Nhiệm vụ chung của các kế hoạch" in main
    parts = [path for path in made if path.startswith(f"nhom/{FAMILY}/noi-1")]
    assert len(parts) == 3
    listed = "".join(made[path].body for path in made)
    assert all(f"noi-{number % 3}/{number}-kh-2026.html" in listed for number in range(60))
    plan = made[links.family_part(FAMILY, PLAN.split("/")[0], 1)].body
    assert "pb-coverage" in plan
    assert max(len(page.body) for page in made.values()) < 100_000


def test_a_family_of_a_thousand_has_pages_that_a_phone_can_open() -> None:
    library = large_family(1000)
    assert max(len(page.body) for page in rendered(families, library).values()) < 200_000
    assert len(rendered(timeline, library)[links.TIMELINE].body) < 200_000


def test_a_heading_that_says_nothing_gives_way_to_the_task_under_it() -> None:
    body = rendered(families)[links.family_page(FAMILY)].body
    tasks = html.fromstring(body).xpath("//table[@class='pb-coverage']/tbody//th")
    assert words_of(html.tostring(tasks[0]).decode()) == "Xây dựng quy chế tiếp nhận đơn thư"
    assert words_of(html.tostring(tasks[1]).decode()).startswith("Cán bộ, công chức không được tiết lộ")
