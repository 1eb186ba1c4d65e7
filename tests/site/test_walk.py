"""A reader's way through the site, over HTTP and by double click, on a phone and on a desk."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest

from tests.serving import served

pytestmark = pytest.mark.browser
SIZES = {"phone": (360, 740), "desk": (1280, 900)}


@pytest.fixture(params=["desk-http", "phone-file"])
def way(request) -> str:
    """At a desk with the site on a server, and on a phone with the unzipped package."""
    return request.param


@pytest.fixture
def address(way, built, tmp_path) -> Iterator[str]:
    """The public site: on a server, or unzipped from the package."""
    root = built("public")
    if way.endswith("http"):
        with served(root / "site") as base:
            yield base
        return
    (package,) = (root / "dist").glob("*.zip")
    with zipfile.ZipFile(package) as archive:
        archive.extractall(tmp_path)
    (home,) = tmp_path.glob("*/trang/index.html")
    yield home.parent.as_uri() + "/"


class Visit:
    """A page and everything that it asked for or complained about."""

    def __init__(self, context, base: str) -> None:
        self.base = base
        self.requests: list[str] = []
        self.problems: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("pageerror", lambda e: self.problems.append(str(e)))
        self.page.on("requestfailed", self._failed)
        self.page.on("console", lambda m: self.problems.append(m.text) if m.type == "error" else None)

    def _failed(self, request) -> None:
        """A file that is missing or forbidden is a problem; one that the reader did not wait for is none."""
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{request.url} {request.failure}")

    def open(self, path: str) -> None:
        self.page.goto(self.base + path)

    def outside(self) -> list[str]:
        return [url for url in self.requests if not url.startswith((self.base, "data:", "blob:"))]


@pytest.fixture
def visit(way, browser, address) -> Iterator[Visit]:
    width, height = SIZES[way.partition("-")[0]]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    visitor = Visit(context, address)
    yield visitor
    context.close()
    assert visitor.outside() == []
    assert visitor.problems == []


def no_sideways_scroll(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")


def follow(page, link) -> None:
    """Clicks a link to another page, and waits until that page is there whole."""
    before = page.url.split("#")[0]
    link.click()
    page.wait_for_url(lambda url: url.split("#")[0] != before)
    page.wait_for_load_state()


def test_from_home_to_a_role_to_the_passage(visit):
    visit.open("index.html")
    page = visit.page
    assert no_sideways_scroll(page)
    follow(page, page.locator("main a[href*='vai-tro/']", has_text="Công an").first)
    assert "/vai-tro/" in page.url
    assert no_sideways_scroll(page)
    page.locator("main article details summary", has_text="mục").first.click()
    follow(page, page.locator("main details[open] a[href*='van-ban/'][href*='#']").first)
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert anchor
    target = page.locator(f"[id='{anchor}']")
    assert target.count() == 1
    assert target.is_visible()


def test_a_citation_leads_to_the_page_of_the_absent_document_and_back(visit):
    visit.open("van-ban/hai-phong/251-kh-ubnd-2026.html")
    page = visit.page
    assert page.locator("h1").count() == 1
    follow(page, page.locator(".pb-text a[href*='132-qd-tw-2023']").first)
    assert page.url.endswith("van-ban/trung-uong/132-qd-tw-2023.html")
    assert "132-QĐ/TW" in page.locator("h1").inner_text()
    assert "chưa có toàn văn" in page.locator("main").inner_text()
    assert page.locator("main a[href*='251-kh-ubnd-2026']").count() > 0


def test_the_timeline_shows_documents_and_deadlines(visit):
    visit.open("dong-thoi-gian.html")
    page = visit.page
    assert page.locator("main svg[role='img']").count() >= 1
    text = page.locator("main").inner_text()
    for piece in ("225-KH/TU", "251/KH-UBND", "132-QĐ/TW", "10/7/2026"):
        assert piece in text
    assert no_sideways_scroll(page)


@pytest.mark.parametrize(
    ("query", "first_page", "marked"),
    [
        ("quy dinh 132", "van-ban/trung-uong/132-qd-tw-2023.html", "132"),
        ("thi hanh an dan su", "van-ban/hai-phong/251-kh-ubnd-2026.html#ii.", "Thi hành án dân sự"),
        ("132-QD/TW", "van-ban/trung-uong/132-qd-tw-2023.html", "132-QĐ/TW"),
        ("tự phê bình và phê bình", "#ii.", "phê bình"),
    ],
)
def test_search_without_accents_lands_on_the_passage(visit, query, first_page, marked):
    visit.open("tim-kiem.html")
    page = visit.page
    page.locator("#search-page").fill(query)
    results = page.locator("[data-search='page'] a[href*='van-ban/'], [data-search='page'] a[href*='vai-tro/']")
    results.first.wait_for()
    assert first_page in results.first.get_attribute("href")
    marks = page.locator("[data-search='page'] mark").all_inner_texts()
    assert any(word.casefold() in " ".join(marks).casefold() for word in (marked, marked.split()[0]))
    page.locator("[data-search='page'] a[href*='van-ban/'][href*='#']").first.click()
    page.wait_for_url("**/van-ban/**")
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.locator(f"[id='{anchor}']").count() == 1
    page.locator(f"[id='{anchor}']").wait_for()


def test_the_header_search_works_on_a_deep_page(visit):
    visit.open("van-ban/hai-phong/251-kh-ubnd-2026.html")
    page = visit.page
    page.keyboard.press("/")
    page.keyboard.type("quy dinh 132")
    page.locator("[data-search='header'] mark").first.wait_for()


def test_pages_are_readable_without_javascript(browser, address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + "vai-tro/ubnd-xa.html")
    assert "10/7/2026" in page.locator("main").inner_text()
    assert page.locator("main a[href*='251-kh-ubnd-2026']").count() > 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "van-ban/hai-phong/251-kh-ubnd-2026.html",
        "van-ban/trung-uong/132-qd-tw-2023.html",
        "vai-tro/ubnd-xa.html",
        "vai-tro/tham-phan.html",
        "vai-tro/index.html",
        "nhom/132-qd-tw.html",
        "dong-thoi-gian.html",
        "muc-luc/index.html",
        "tim-kiem.html",
        "gioi-thieu.html",
    ],
)
def test_no_accessibility_violations(browser, built, barriers, path, scheme):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme, locale="vi-VN")
    page = context.new_page()
    page.goto((built("public") / "site" / path).as_uri())
    assert barriers(page, scheme) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["nhom/132-qd-tw.html", "vai-tro/cong-an-tinh.html", "vai-tro/ubnd-xa-ban-in.html"])
def test_no_violations_with_everything_unfolded_on_a_phone(browser, built, barriers, path, scheme):
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme, locale="vi-VN")
    page = context.new_page()
    page.goto((built("internal") / "site" / path).as_uri())
    page.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    page.evaluate("document.querySelectorAll('.pb-f-open').forEach(one => { one.checked = true; })")
    assert barriers(page, scheme) == []
    context.close()
