"""The search of the first library's site: every address leads somewhere, and the box is usable by everyone."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.search.reading import Index

_ID = re.compile(r'\sid="?([^"\s>]+)')


@pytest.fixture(scope="module")
def site(built) -> Path:
    return built("public") / "site"


@pytest.fixture(scope="module")
def index(site) -> Index:
    return Index({str(path): path.read_bytes() for path in (site / "tim-kiem").rglob("*.js")})


def test_every_address_of_the_index_exists(site, index):
    ids: dict[str, set[str]] = {}
    missing = []
    for url, _title, _text in index.texts():
        page, _, anchor = url.partition("#")
        if page not in ids:
            text = (site / page).read_text(encoding="utf-8")
            ids[page] = {html.unescape(found) for found in _ID.findall(text)}
        if anchor and anchor not in ids[page]:
            missing.append(url)
    assert missing == []


def test_every_document_guide_and_family_is_in_the_index(site, index):
    pages = {url.partition("#")[0] for url, _title, _text in index.texts()}
    shown = {
        path.relative_to(site).as_posix()
        for folder in ("van-ban", "vai-tro", "nhom")
        for path in (site / folder).rglob("*.html")
        if path.name != "index.html"
    }
    assert {page for page in shown if page.startswith("van-ban/")} <= pages
    assert pages <= shown


def test_the_index_is_small(site):
    sizes = {part: sum(p.stat().st_size for p in (site / "tim-kiem" / part).glob("*.js")) for part in ("s", "p", "t")}
    assert sizes["s"] + sizes["p"] + (site / "tim-kiem" / "meta.js").stat().st_size < sizes["t"]


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_open_results_are_accessible(browser, site, barriers, scheme, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    for path, box in (("tim-kiem.html", "page"), ("dong-thoi-gian.html", "header")):
        page.goto((site / path).as_uri())
        page.keyboard.press("/")
        page.keyboard.type("quy dinh 132")
        page.wait_for_selector(f"[data-search={box}] .ph-result")
        assert barriers(page, scheme) == []
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.tagName") == "INPUT"
    context.close()


@pytest.mark.browser
def test_without_javascript_the_page_says_so_and_leads_on(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "tim-kiem.html").as_uri())
    assert "cần JavaScript" in page.inner_text("main")
    for target in ("muc-luc/index.html", "vai-tro/index.html", "nhom/index.html", "dong-thoi-gian.html"):
        assert page.locator(f"main a[href='{target}']").count() >= 1
        assert (site / target).is_file()
    page.goto((site / "dong-thoi-gian.html").as_uri())
    page.click("a.ph-search__link")
    assert page.url.endswith("tim-kiem.html")
    context.close()
