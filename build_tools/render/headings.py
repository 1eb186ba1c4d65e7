"""Headings of generated pages: Markdown, so that the table of contents has them, with anchors of our own."""

from __future__ import annotations

from build_tools.render.markdown import escape


def heading(title: str, anchor: str) -> str:
    """A heading of the second level. `anchor` is ASCII: the site's own slugs would drop đ."""
    return f"## {escape(title)} {{ #{anchor} }}"
