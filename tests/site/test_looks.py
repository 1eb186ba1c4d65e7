"""The looks of the site: small screens, no JavaScript, the keyboard, paper, and the mark of the internal edition."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

pytestmark = pytest.mark.browser
PAGES = (
    "index.html",
    "van-ban/hai-phong/251-kh-ubnd-2026.html",
    "van-ban/chua-ro/ke-hoach-thuc-hien-131-qdi-tw.html",
    "van-ban/trung-uong/132-qd-tw-2023.html",
    "muc-luc/index.html",
    "muc-luc/co-quan.html",
    "muc-luc/thuat-ngu.html",
    "gioi-thieu.html",
)
PLAN = PAGES[1]


@pytest.fixture(scope="module")
def site(built) -> Path:
    return built("public") / "site"


@pytest.fixture
def visit(browser, site):
    """`visit(path, …)`: a page of the public site, in a browser set up as the keywords say."""
    contexts = []

    def open_page(path: str, **settings: object):
        context = browser.new_context(locale="vi-VN", **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto((site / path).as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_a_wide_table_of_a_document_can_be_moved_by_the_keyboard(visit):
    page = visit(PLAN, viewport={"width": 320, "height": 640})
    frame = page.locator(".md-typeset__scrollwrap").first
    frame.focus()
    assert frame.evaluate("frame => frame === document.activeElement && frame.scrollWidth > frame.clientWidth")
    page.set_viewport_size({"width": 2000, "height": 900})
    assert frame.get_attribute("tabindex") is None


def test_the_plans_side_by_side_are_a_table_with_lines_and_its_tasks_stay_in_sight(visit):
    page = visit("nhom/132-qd-tw.html", viewport={"width": 360, "height": 740})
    cell = page.locator(".pb-coverage td").first
    look = cell.evaluate("cell => ({...getComputedStyle(cell), line: getComputedStyle(cell).borderBottomWidth})")
    assert (look["line"], look["paddingLeft"] > "0px") == ("1px", True)
    frame = page.locator(".pb-table:has(.pb-coverage)")
    task = frame.locator("tbody th").first
    before = task.evaluate("cell => cell.getBoundingClientRect().left")
    frame.evaluate("frame => frame.scrollBy(120, 0)")
    assert task.evaluate("cell => cell.getBoundingClientRect().left") == pytest.approx(before, abs=1)


def test_a_summary_without_days_ahead_names_few_that_have_passed(visit):
    page = visit("vai-tro/ubnd-xa.html", viewport={"width": 360, "height": 740})
    assert page.locator(".pb-day:visible").count() <= 2


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_smallest_screen(visit, path):
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_home_shows_search_and_roles_at_once_on_a_phone(visit):
    page = visit("index.html", viewport={"width": 375, "height": 740})
    assert page.locator("main input[type=search]").bounding_box()["y"] < 740
    last = page.locator(".pb-choose li").last.bounding_box()
    assert last["y"] + last["height"] <= 740
    assert page.locator("#pb-next, #pb-new").first.bounding_box()["y"] > 700


def test_a_phone_has_a_table_of_contents_before_the_text(visit):
    page = visit(PLAN, viewport={"width": 375, "height": 740})
    contents = page.locator("details.pb-contents")
    contents.locator("summary").click()
    contents.get_by_role("link", name="II. NỘI DUNG").click()
    page.wait_for_url("**#ii")


def test_everything_is_readable_without_javascript(visit):
    page = visit(PLAN, java_script_enabled=False, viewport={"width": 1280, "height": 900})
    assert page.locator(".md-tabs a").count() == 6
    assert page.locator(".pb-text h3").first.is_visible()
    assert page.locator(".pb-fix ins").first.is_visible()
    assert not page.locator("[data-pb-print]").is_visible()  # it would do nothing


def test_the_first_stop_of_the_keyboard_skips_the_menu(visit):
    page = visit(PLAN, viewport={"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Chuyển tới nội dung chính"
    page.keyboard.press("Enter")
    page.wait_for_url("**#pb-top")


def test_the_colours_follow_the_reader_and_can_be_switched(visit):
    page = visit(PLAN, color_scheme="dark", viewport={"width": 1280, "height": 900})
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.locator("form[data-md-component=palette] label:visible").click()
    light = "document.body.dataset.mdColorScheme === 'default'"
    page.wait_for_function(light)
    page.reload()
    page.wait_for_function(light)


def test_paper_shows_the_text_and_its_source_but_no_menus(visit):
    page = visit(PLAN, viewport={"width": 794, "height": 1123})
    page.emulate_media(media="print")
    for shown in ("h1", ".pb-card", ".pb-text"):
        assert page.locator(shown).first.is_visible()
    for hidden in (".md-header", ".md-tabs", ".md-sidebar--secondary", ".pb-actions", ".pb-text a.pb-link"):
        assert not page.locator(hidden).first.is_visible()


def test_every_page_of_the_internal_edition_is_marked(built):
    site = built("internal") / "site"
    for path in sorted(site.rglob("*.html")):
        if path.name not in ("404.html", "kiem-tra.html"):
            assert "BẢN NỘI BỘ" in path.read_text(encoding="utf-8"), path.relative_to(site)


def test_no_page_of_the_public_edition_is_marked_as_internal(site):
    for path in sorted(site.rglob("*.html")):
        assert not html.parse(str(path)).xpath("//*[@class='pb-edition']"), path.relative_to(site)
