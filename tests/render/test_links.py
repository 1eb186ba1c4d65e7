"""Relative links between pages, for Markdown and for HTML."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.render.links import file_href, href, link, role_page, work_page

PART = st.text("abc", min_size=1, max_size=2)
PATH = st.lists(PART, min_size=1, max_size=4).map("/".join)


@given(PATH, PATH)
def test_a_relative_link_leads_where_it_should(here: str, there: str) -> None:
    assert posixpath.normpath(posixpath.join(posixpath.dirname(here), file_href(here, there))) == there


@pytest.mark.parametrize(
    ("here", "there", "anchor", "markdown", "html"),
    [
        ("index.md", "vai-tro/index.md", "", "vai-tro/index.md", "vai-tro/index.html"),
        ("van-ban/a/b.md", "van-ban/a/c.md", "ii.3", "c.md#ii.3", "c.html#ii.3"),
        ("van-ban/a/b.md", "index.md", "", "../../index.md", "../../index.html"),
        ("van-ban/a/b.md", "van-ban/a/b.md", "dieu-4.khoan-2~2", "#dieu-4.khoan-2~2", "#dieu-4.khoan-2~2"),
        ("van-ban/a/b.md", "van-ban/a/b.md", "", "b.md", "b.html"),
    ],
)
def test_links_in_markdown_name_sources_and_in_html_pages(
    here: str, there: str, anchor: str, markdown: str, html: str
) -> None:
    assert link(here, there, anchor) == markdown
    assert href(here, there, anchor) == html


def test_a_markdown_file_to_take_away_keeps_its_name() -> None:
    assert file_href("van-ban/a/b.md", "tai-ve/a/b/b.md") == "../../tai-ve/a/b/b.md"


def test_paths_of_pages() -> None:
    assert work_page("hai-phong/1-kh-ubnd-2026") == "van-ban/hai-phong/1-kh-ubnd-2026.md"
    assert role_page("ubnd_xa") == "vai-tro/ubnd-xa.md"
