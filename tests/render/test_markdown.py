"""Any text, escaped, comes out of both kinds of Markdown as itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from build_tools.render.markdown import escape
from tests.properties import tried
from tests.render.readback import squeezed, to_html, visible

# What Markdown is made of, mixed with what documents are made of.
_MARKUP = list("\\`*_{}[]()#+-.!|<>&~=:\"'$^@/ \t\n0123456789aIđ")
_PIECES = [
    "Điều 1.",
    "1.",
    "1)",
    "- ",
    "+ ",
    "---",
    "===",
    "```",
    "~~~",
    "    ",
    "<b>",
    "</div>",
    "<!--",
    "-->",
    "&amp;",
]
_PIECES += [
    "[a](b)",
    "![a](b)",
    "[a]: b",
    "{ #id }",
    "{: .c}",
    "**",
    "__",
    "Key: value",
    "[TOC]",
    "http://a.b",
    "<a@b.c>",
]
_PIECES += ["| a | b |", "&#35;", "\\*", "*[HTML]: x", "<script>", "<?php", "<![CDATA[", "wzxhzdk:0", "klzzwxh:0000"]
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Cn")), max_size=60),
    st.lists(st.one_of(st.sampled_from(_MARKUP), st.sampled_from(_PIECES)), max_size=14).map("".join),
)


@tried(400)
@given(ANY_TEXT)
def test_a_paragraph_shows_exactly_its_text(text: str) -> None:
    assert visible(to_html(f"Trước\n\n{escape(text)}\n\nSau")) == squeezed(f"Trước{text}Sau")


@tried(200)
@given(ANY_TEXT)
def test_a_heading_shows_exactly_its_text(text: str) -> None:
    assert visible(to_html(f"### x {escape(text)} y {{ #neo }}")) == squeezed(f"x{text}y")


@tried(200)
@given(ANY_TEXT)
def test_commonmark_tools_read_the_same(text: str) -> None:
    shown = MarkdownIt("commonmark").enable("table").render(f"Trước\n\n{escape(text)}\n\nSau")
    assert visible(shown) == squeezed(f"Trước{text}Sau")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. Mục đích", "1\\. Mục đích"),
        ("2) Yêu cầu", "2\\) Yêu cầu"),
        ("- Nâng cao nhận thức", "\\- Nâng cao nhận thức"),
        ("+ Thứ nhất", "\\+ Thứ nhất"),
        ("Số 132-QĐ/TW ngày 27/10/2023", "Số 132-QĐ/TW ngày 27/10/2023"),
        ("    thụt lề", "thụt lề"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("hai\ndòng", "hai dòng"),
    ],
)
def test_plain_text_stays_readable(text: str, written: str) -> None:
    assert escape(text) == written


def test_a_control_character_leaves_a_visible_sign() -> None:
    assert escape("a\x02b\x9cc") == "a\ufffdb\ufffdc"
