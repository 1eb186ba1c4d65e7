"""Reads a rendered page back: its HTML as Python-Markdown makes it, and the source's characters in it."""

from __future__ import annotations

import markdown
from lxml import html

from build_tools.render.markdown import EXTENSIONS


def to_html(text: str) -> str:
    """Markdown as the site's build turns it into HTML."""
    return str(markdown.markdown(text, extensions=list(EXTENSIONS)))


def visible(fragment: str) -> str:
    """All that a fragment shows, without blanks."""
    return squeezed("".join(html.fromstring(f"<main>{fragment}</main>").itertext()))


def source_text(fragment: str) -> str:
    """What a fragment shows of its source, without blanks: generated parts and corrected readings are passed over."""
    tree = html.fromstring(f"<main>{fragment}</main>")
    for element in tree.xpath("//*[@data-gen] | //ins"):
        element.drop_tree()
    return squeezed("".join(tree.itertext()))


def squeezed(text: str) -> str:
    """A text without blanks of any kind."""
    return "".join(text.split())
