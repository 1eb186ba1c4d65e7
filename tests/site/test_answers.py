"""Guides, checklists and the timeline in a browser: filters without a script, the reader's own day with one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser
COMMUNE = "vai-tro/ubnd-xa.html"
TIMELINE = "dong-thoi-gian.html"


@pytest.fixture(scope="module")
def site(built: Callable[[str], Path]) -> Path:
    return built("internal") / "site"


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def visible(page: Any, selector: str) -> int:
    return page.evaluate(
        "s => [...document.querySelectorAll(s)].filter(e => getComputedStyle(e).display !== 'none').length", selector
    )


@pytest.mark.parametrize("path", [COMMUNE, "vai-tro/ubnd-xa-ban-in.html", TIMELINE])
def test_a_filter_needs_no_script(browser: Any, site: Path, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / path).as_uri())
    item = "li[data-place], tr[data-place]"
    before = page.locator(item).count()
    wanted = page.locator("li[data-place=hai-phong], tr[data-place=hai-phong]").count()
    assert 0 < wanted < before
    for folded in page.locator(".pb-unfold:visible").all():
        folded.click()
    page.locator("label[for=f-place-hai-phong]").click()
    shown = page.locator(item).evaluate_all("all => all.filter(e => getComputedStyle(e).display !== 'none').length")
    assert shown == wanted
    page.locator("label[for=f-place-all]").click()
    assert page.locator(item).evaluate_all("all => all.every(e => getComputedStyle(e).display !== 'none')")
    context.close()


def test_filters_work_from_the_keyboard_and_have_names(page: Any, site: Path) -> None:
    page.goto((site / TIMELINE).as_uri())
    page.locator("#f-place-all").focus()
    assert page.locator("label[for=f-place-all]").is_visible()
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.id")
    assert page.locator(f"#{chosen}").is_checked()
    hidden = page.locator("li.pb-event").evaluate_all("all => all.filter(e => getComputedStyle(e).display === 'none')")
    assert hidden
    assert page.get_by_role("radio", name="Nơi Hải Phòng").count() == 1


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2026-05-01T09:00:00", "trước ngày 10/7/2026"),
        ("2026-07-01T09:00:00", "trước ngày 10/7/2026 (còn 8 ngày)"),
        ("2026-07-09T23:00:00", "trước ngày 10/7/2026 (hôm nay là ngày cuối)"),
        ("2026-07-10T00:05:00", "trước ngày 10/7/2026 (đã qua)"),
    ],
)
def test_a_deadline_is_held_against_the_readers_day(page: Any, site: Path, today: str, words: str) -> None:
    page.clock.set_fixed_time(today)
    page.goto((site / COMMUNE).as_uri())
    assert page.locator("li.pb-task .pb-when").first.inner_text() == words


def test_today_is_drawn_on_the_timeline(page: Any, site: Path) -> None:
    page.clock.set_fixed_time("2026-01-02T09:00:00")
    page.goto((site / TIMELINE).as_uri())
    assert page.locator(".pb-wide .pb-tl-today").count() == 1
    page.clock.set_fixed_time("2050-01-02T09:00:00")
    page.goto((site / TIMELINE).as_uri())
    assert page.locator(".pb-tl-today").count() == 0


def test_one_drawing_fits_each_screen(browser: Any, site: Path) -> None:
    for width, shown in ((320, ".pb-narrow"), (1280, ".pb-wide")):
        context = browser.new_context(viewport={"width": width, "height": 700})
        page = context.new_page()
        for path in (TIMELINE, "nhom/132-qd-tw.html"):
            page.goto((site / path).as_uri())
            assert page.locator(f"{shown} svg").is_visible()
            assert visible(page, ".pb-wide, .pb-narrow") == 1
        context.close()


def test_the_answer_of_a_guide_fits_a_phone(browser: Any, site: Path) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    for name in ("ubnd-xa", "chap-hanh-vien", "so-tu-phap", "truong-doan", "ban-noi-chinh-tinh-uy"):
        page.goto((site / f"vai-tro/{name}.html").as_uri())
        box = page.locator(".pb-guide-head").bounding_box()
        assert box["y"] + box["height"] <= 740
        if name != "chap-hanh-vien":  # charged with nothing itself: first come the passages that name it
            assert page.locator(".pb-task-line").first.bounding_box()["y"] <= 740, name
    context.close()


def test_the_days_of_the_summary_follow_the_filter(page: Any, site: Path) -> None:
    page.clock.set_fixed_time("2025-07-20T09:00:00")
    page.goto((site / COMMUNE).as_uri())
    assert page.locator(".pb-day:visible").count() == 4
    page.locator(".pb-unfold:visible").or_(page.locator("label[for=f-place-hai-phong]")).first.click()
    page.locator("label[for=f-place-hai-phong]").click()
    assert [day.strip() for day in page.locator(".pb-day:visible").all_inner_texts()] == ["trước ngày 10/7/2026"]
    if page.locator("details.pb-guide-documents").count():
        page.locator("details.pb-guide-documents summary").click()
    assert page.locator(".pb-by:visible").all_inner_texts() == ["Kế hoạch 251/KH-UBND"]


def test_filters_say_how_much_is_left_and_where_nothing_fits_them_together(page: Any, site: Path) -> None:
    page.goto((site / TIMELINE).as_uri())
    note = page.locator(".pb-filter-note")
    assert note.inner_text() == ""
    page.locator(".pb-unfold:visible").click()
    page.locator("label[for=f-place-hai-phong]").click()
    left = page.locator("li.pb-event:visible").count()
    assert note.inner_text() == f"{left} mục hợp các lựa chọn này."
    page.locator("label[for=f-level-central]").click()
    assert page.locator("li.pb-event:visible").count() == 0
    assert "Không có mục nào hợp tất cả các lựa chọn này" in note.inner_text()
    page.locator("label[for=f-place-all]").click()
    page.locator("label[for=f-level-all]").click()
    assert note.inner_text() == ""


@pytest.mark.parametrize(
    ("typed", "found"), [("chap hanh vien", "Chấp hành viên"), ("UBND cấp xã", "Ủy ban nhân dân xã, phường, đặc khu")]
)
def test_a_role_is_found_by_any_of_its_names_without_accents(page: Any, site: Path, typed: str, found: str) -> None:
    page.goto((site / "vai-tro/index.html").as_uri())
    page.get_by_label("Tên cơ quan, chức danh").fill(typed)
    assert found in page.locator(".pb-roles a:visible").all_inner_texts()
    assert page.locator(".pb-roles a:visible").count() < 6
    assert page.locator("h2:visible").count() == page.locator(".pb-roles:visible").count()


def test_the_field_for_roles_says_where_none_has_the_name(page: Any, site: Path) -> None:
    page.goto((site / "vai-tro/index.html").as_uri())
    page.get_by_label("Tên cơ quan, chức danh").fill("phi công vũ trụ")
    assert "Không có vai trò nào mang tên này" in page.locator("#pb-role-note").inner_text()


def test_what_lies_ahead_stands_before_what_has_passed_and_nothing_is_hidden(page: Any, site: Path) -> None:
    page.clock.set_fixed_time("2026-01-15T09:00:00")
    page.goto((site / "vai-tro/co-quan-don-vi-dia-phuong.html").as_uri())
    marks = page.locator("#co-thoi-han ~ ol .pb-task-facts .pb-when").evaluate_all(
        "all => all.map(e => [e.classList.contains('pb-past'), e.dataset.due])"
    )
    assert [past for past, _day in marks] == sorted(past for past, _day in marks)
    for passed in (False, True):
        days = [day for past, day in marks if past is passed]
        assert days == sorted(days)
    assert visible(page, "#co-thoi-han ~ ol > li") == len(marks)


def test_the_family_says_who_is_told_to_plan_and_no_more_than_it_knows(page: Any, site: Path) -> None:
    page.goto((site / "nhom/132-qd-tw.html").as_uri())
    told = page.locator(".pb-told li", has_text="Ủy ban nhân dân xã, phường, đặc khu")
    assert "Thư viện chưa có văn bản." in told.inner_text()
    told.locator("summary").click()
    assert "xây dựng chương trình, kế hoạch" in told.locator("blockquote").inner_text()


def test_what_the_family_page_gives_the_editor_can_be_read(page: Any, site: Path, tmp_path: Path) -> None:
    from build_tools.intake.matching import read_matching

    page.goto((site / "nhom/132-qd-tw.html").as_uri())
    page.locator(".pb-correct summary").click()
    frame, *lines = page.locator(".pb-correct pre").all_inner_texts()
    empty = "      - {document: …, unit: …, words: …}"
    assert frame.count(empty) == 4
    for passage in [text.splitlines()[0] for text in lines] * 2:
        frame = frame.replace(empty, f"      {passage}", 1)
    (tmp_path / "doi-chieu.yml").write_text(frame, encoding="utf-8")
    assert [one.same for one in read_matching(tmp_path).decided] == [True, False]
