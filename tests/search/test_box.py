"""The search box as a reader uses it: typing, reading, keys, arriving."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest

from build_tools.search import build_index
from tests.render import sample
from tests.search.plain_site import page_html, write_site
from tests.search.texts import PASSAGES
from tests.serving import served

pytestmark = pytest.mark.browser
DECREE = "van-ban/trung-uong/1-nd-cp-2031.html"
DECISION = "van-ban/lam-dong/88-qd-ubnd-2031.html"


def test_results_show_where_they_stand_and_mark_every_match(searcher):
    searcher.type("thi hanh an dan su")
    assert searcher.links[0].endswith(f"{DECREE}#p3")
    first = searcher.page.locator(".ph-result").first
    assert "Nghị định 1/2031/NĐ-CP" in first.inner_text()
    marks = first.locator("mark").all_inner_texts()
    assert marks == ["thi hành án dân sự", "thi hành án dân sự"]
    assert first.locator(".ph-result__snippet").inner_text() == PASSAGES[3].text


def test_the_number_of_results_is_announced(searcher):
    status = searcher.page.locator(".ph-search__status")
    assert status.get_attribute("role") == "status"
    assert status.get_attribute("aria-live") == "polite"
    assert searcher.type("giám định tư pháp").status == "1 kết quả"
    assert searcher.type("88").status.endswith("kết quả")
    assert "Không tìm thấy “qwertz”" in searcher.type("qwertz").status
    assert "không phân biệt dấu" in searcher.type("giãm định").status
    assert "16 từ đầu" in searcher.type("thi " * 30).status


def test_text_is_shown_as_text(searcher):
    searcher.type("nguy hiem")
    assert searcher.links == [f"./{DECISION}#p2"]
    assert "<img src=x onerror=" in searcher.page.inner_text(".ph-result__snippet")
    assert searcher.page.locator(".ph-result img, .ph-result script").count() == 0
    searcher.type("<img src=x onerror=alert(1)>")
    assert searcher.page.title() == "Tìm kiếm"


def test_a_snippet_shows_the_match_of_a_long_passage(searcher):
    searcher.type("xyzzy")
    snippet = searcher.page.inner_text(".ph-result__snippet")
    assert "xyzzy" in snippet
    assert len(snippet) < 320
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert searcher.marks == ["xyzzy"]


def test_keys(searcher):
    page = searcher.page
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    searcher.type("88")
    count = page.locator(".ph-result").count()
    assert count >= 3
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == searcher.links[0]
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == searcher.links[1]
    page.keyboard.press("End")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == searcher.links[-1]
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    assert page.input_value("#q") == ""
    page.wait_for_selector(".ph-search__panel", state="hidden")


def test_a_slash_typed_into_the_box_is_a_slash(searcher):
    searcher.page.focus("#q")
    searcher.page.keyboard.type("88/QĐ")
    assert searcher.page.input_value("#q") == "88/QĐ"


def test_enter_leads_to_the_passage_with_the_words_marked(searcher):
    searcher.type("thi hanh an dan su")
    searcher.page.keyboard.press("ArrowDown")
    searcher.page.keyboard.press("Enter")
    searcher.page.wait_for_selector("mark.ph-found")
    assert searcher.page.url == f"{searcher.address}{DECREE}#p3"
    assert searcher.page.eval_on_selector(":target", "e => e.id") == "p3"
    marked = "marks => marks.map(m => [m.textContent, m.closest('p').id])"
    found = searcher.page.eval_on_selector_all("mark.ph-found", marked)
    assert found == [["thi hành án dân sự", "p3"], ["thi hành án dân sự", "p3"]]
    searcher.page.keyboard.press("Escape")
    assert searcher.page.locator("mark").count() == 0
    assert PASSAGES[3].text in searcher.page.inner_text("#p3")


def test_a_reload_or_another_way_in_marks_nothing(searcher):
    searcher.type("thi hanh an dan su")
    searcher.page.locator(".ph-result__link").first.click()
    searcher.page.wait_for_selector("mark.ph-found")
    searcher.page.reload()
    searcher.page.wait_for_timeout(300)
    assert searcher.page.locator("mark").count() == 0


def test_the_address_carries_the_query(searcher):
    searcher.type("hoà giải")
    assert searcher.page.url.endswith("tim-kiem.html#q=" + quote("hoà giải"))
    links = searcher.links
    searcher.open("gioi-thieu.html").open("tim-kiem.html#q=" + quote("hoà giải"))
    searcher.page.wait_for_selector(".ph-result")
    assert searcher.links == links
    assert searcher.page.input_value("#q") == "hoà giải"


@pytest.mark.parametrize("hash_", ["#q=%", "#q=%E0%A4%A", "#=", "#q", "#q=&kind=%00&place=x", "#kind=__proto__&q=88"])
def test_a_broken_address_does_no_harm(searcher, hash_):
    searcher.open("gioi-thieu.html").open("tim-kiem.html" + hash_)
    searcher.type("88")
    assert "kết quả" in searcher.status


def test_filters_are_offered_and_kept_in_the_address(searcher):
    searcher.type("88")
    kind = searcher.page.locator("[data-filter=kind]")
    assert any(text.startswith("Kế hoạch (") for text in kind.locator("option").all_inner_texts())
    kind.select_option("Kế hoạch")
    searcher.page.wait_for_function("!document.querySelector('.ph-search__list').textContent.includes('88/QĐ-UBND')")
    assert "kind=" in searcher.page.url
    searcher.page.get_by_role("button", name="Bỏ các bộ lọc").click()
    searcher.page.wait_for_function("document.querySelector('.ph-search__list').textContent.includes('88/QĐ-UBND')")


def test_more_results_on_demand(searcher):
    searcher.type("quy che don thu to cao quang tri")
    searcher.type("don thu")
    total = int(searcher.status.split()[0])
    shown = searcher.page.locator(".ph-result").count()
    assert shown == min(10, total)
    searcher.type("a")
    searcher.type("các")
    while searcher.page.locator(".ph-search__list + .ph-search__more").is_visible():
        before = searcher.page.locator(".ph-result").count()
        searcher.page.locator(".ph-search__list + .ph-search__more").click()
        searcher.page.wait_for_function(f"document.querySelectorAll('.ph-result').length > {before}")
        at = "[...document.querySelectorAll('.ph-result a')].indexOf(document.activeElement)"
        assert searcher.page.evaluate(at) == before


def test_the_box_in_the_header(searcher):
    searcher.open(f"van-ban/{sample.PLAN}.html")
    searcher.type("so tu phap")
    assert searcher.links[0] == "../../vai-tro/so-tu-phap.html"
    everything = searcher.page.get_by_role("link", name="Xem tất cả kết quả")
    assert everything.get_attribute("href") == "../../tim-kiem.html#q=so%20tu%20phap"
    searcher.page.keyboard.press("Escape")
    assert searcher.page.locator(".ph-search__panel").is_hidden()
    assert searcher.page.evaluate("document.activeElement.id") == "q"
    searcher.page.keyboard.press("Enter")
    searcher.page.wait_for_selector(".ph-result")
    assert searcher.page.url == f"{searcher.address}tim-kiem.html#q=so%20tu%20phap"


def test_a_result_on_the_same_page(searcher):
    searcher.open(DECREE)
    searcher.type("hoa giai vien")
    searcher.page.locator(".ph-result__link").first.click()
    searcher.page.wait_for_selector("#p4 mark.ph-found")
    assert searcher.page.locator(".ph-search__panel").is_hidden()


def test_fast_typing_shows_the_last_answer(searcher):
    searcher.page.focus("#q")
    searcher.page.keyboard.type("88 qwertz", delay=5)
    for _ in range(7):
        searcher.page.keyboard.press("Backspace")
    searcher.page.wait_for_selector(".ph-result")
    searcher.page.wait_for_timeout(400)
    assert searcher.page.input_value("#q") == "88"
    assert searcher.links[0].startswith("./van-ban/lam-dong/88-")


def test_without_javascript_the_form_leads_to_the_page_of_the_search(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + DECREE)
    page.fill("#q", "abc")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem.html?q=abc")
    context.close()


def test_a_missing_index_is_said(browser, tmp_path):
    write_site(tmp_path, PASSAGES)
    (tmp_path / "tim-kiem" / "s" / "0.js").unlink()
    page = browser.new_page()
    page.goto((tmp_path / "tim-kiem.html").as_uri())
    page.fill("#q", "thi hanh")
    page.wait_for_function("document.querySelector('.ph-search__status').textContent.includes('Không đọc được')")
    page.close()


def test_a_file_kept_from_an_earlier_index_is_not_mixed_in(browser, tmp_path):
    """meta.js comes from the browser's memory, the shards are new: meta.js is read anew."""
    write_site(tmp_path, PASSAGES[:3])
    old = (tmp_path / "tim-kiem" / "meta.js").read_bytes()
    write_site(tmp_path, PASSAGES)
    with served(tmp_path) as address:
        page = browser.new_page()
        first = re.compile(r"/meta\.js$")
        page.route(first, lambda route: route.fulfill(body=old, content_type="text/javascript"))
        page.goto(address + "tim-kiem.html")
        page.fill("#q", "xyzzy")
        page.wait_for_selector(".ph-result")
        assert page.get_attribute(".ph-result__link", "href") == f"./{DECISION}#p3"
        page.close()


def test_an_empty_library(browser, tmp_path):
    write_site(tmp_path, [])
    assert list(build_index([])) == ["tim-kiem/meta.js"]
    page = browser.new_page()
    page.goto((tmp_path / "tim-kiem.html").as_uri())
    page.fill("#q", "thi hanh 132")
    page.wait_for_function("document.querySelector('.ph-search__status').textContent.includes('Không tìm thấy')")
    page.close()


def test_words_come_from_the_page(tmp_path):
    text = page_html("tim-kiem.html", "x", "", "page").decode()
    assert json.dumps("Đang tìm…", ensure_ascii=False).strip('"') in text
