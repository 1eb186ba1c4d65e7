"""The shortcut for finished HTML changes no page: the same elements, attributes and words as without it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from markdown import Markdown

from build_tools.publish.raw_blocks import RawBlocks
from tests.properties import tried

EXTENSIONS = ("attr_list", "md_in_html", "toc")
PIECES = (
    "# Tên { #ten }",
    "Một đoạn *nghiêng*, <b>đậm</b> và [liên kết](a.md).",
    "- một\n- hai",
    "<p>Đoạn <em>HTML</em></p>",
    '<div class="a"><div>trong</div>\n\n<p>sau dòng trống</p>\n</div>',
    '<div class="b" markdown="1">\n\nMột *đoạn*\n\n<section><p>*nguyên*</p></section>\n\n</div>',
    '<section>\n<div markdown="1">\n\n*nghiêng*\n\n</div>\n</section>',
    "<details><summary>Trích</summary>\n<ol>\n<li>*một*</li>\n</ol>\n</details>",
    '<ul><li id="x"><a href="b.html#y">x</a> &amp; y</li></ul>',
    "<div>chưa đóng",
    "</div>",
    "<p>một</p> và chữ theo sau",
    "    <div>trong khối mã thụt lề</div>",
    "<!-- <div> -->",
    "<table><tr><td>*ô*</td></tr></table>",
)


def elements(text: str, *more: object) -> list[object]:
    """Every element of the page with its attributes and words; spaces and the order of attributes do not count."""
    content = Markdown(extensions=[*EXTENSIONS, *more]).convert(text)
    return [
        (
            element.tag,
            sorted(element.attrib.items()) if isinstance(element.tag, str) else None,
            " ".join((element.text or "").split()),
            " ".join((element.tail or "").split()),
        )
        for element in html.fromstring(f"<main>{content}</main>").iter(etree.Element)
    ]


@pytest.mark.parametrize("piece", PIECES)
def test_each_form_is_read_as_without_the_shortcut(piece: str) -> None:
    text = f"Trước.\n\n{piece}\n\nSau."

    assert elements(text, RawBlocks()) == elements(text)


@tried(200)
@given(st.lists(st.sampled_from([piece for piece in PIECES if piece not in ("<div>chưa đóng", "</div>")]), max_size=6))
def test_any_sequence_is_read_as_without_the_shortcut(pieces: list[str]) -> None:
    text = "\n\n".join(pieces)

    assert elements(text, RawBlocks()) == elements(text)


def test_html_that_is_shown_as_code_stays_code() -> None:
    text = "```\n\n<div>mẫu</div>\n\n```"
    shown = Markdown(extensions=["fenced_code", RawBlocks()]).convert(text)

    assert "&lt;div&gt;mẫu&lt;/div&gt;" in shown


def test_a_run_of_buttons_stands_beside_what_follows() -> None:
    text = "# A { #a }\n\n<input id='x'>\n<input id='y'>\n\n<section>\n\n## B\n\n</section>\n\n*c*"
    page = html.fromstring(f"<main>{Markdown(extensions=[*EXTENSIONS, RawBlocks()]).convert(text)}</main>")

    assert [element.tag for element in page] == ["h1", "input", "input", "section", "p"]
