"""Any text as Markdown that shows exactly that text.

The site is built with Python-Markdown, downloads are read by CommonMark tools: what is escaped here means itself in
both.
"""

from __future__ import annotations

import re

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html")
"""The extensions of Python-Markdown that the site is built with: the three that MkDocs always adds, and ours."""

# Characters that may begin markup anywhere in a line. Those that a backslash cannot protect become references.
_ANYWHERE = {char: f"\\{char}" for char in "\\`*_{}[]#|!"} | {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", "~": "&#126;", "\t": " "
}  # fmt: skip
_SPECIAL = re.compile(f"[{re.escape(''.join(_ANYWHERE))}]")
# A list marker or a rule at the start of a line.
_LIST_NUMBER = re.compile(r"^(\d{1,999})([.)])")
_LIST_MARK = re.compile(r"^([-+])")
# C0 and C1 controls cannot stand in a web page (HTML, 13.5); a visible sign takes their place.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_LINE_BREAK = re.compile("[\r\n]+")
# A word with a stroke and a hyphen in it; where it is no symbol of a document, it merely stays on one line.
_SYMBOL = re.compile(r"(?<!\S)(?=[^\s/]{0,30}/)(?=[^\s-]{0,30}-)[^\s,;:“”()&<>]{4,30}")


def escape(text: str) -> str:
    """`text` as one line of Markdown that begins a block; line breaks become spaces."""
    return escape_start(escape_inline(_LINE_BREAK.sub(" ", text).lstrip()))


def escape_inline(text: str) -> str:
    """`text` escaped for the middle of a line."""
    return _SPECIAL.sub(lambda found: _ANYWHERE[found[0]], printable(text))


def printable(text: str) -> str:
    """`text` with a visible sign for every character that neither a web page nor YAML can hold."""
    return _CONTROL.sub("\ufffd", text)


def escape_start(line: str) -> str:
    """An escaped line made safe to begin a block."""
    return _LIST_MARK.sub(r"\\\1", _LIST_NUMBER.sub(r"\1\\\2", line.lstrip(), count=1), count=1)


def unbroken_symbols(written: str) -> str:
    """Markdown or HTML in which symbols of documents (`251/KH-UBND`) are not broken over two lines."""
    return _SYMBOL.sub(r'<span class="pb-symbol">\g<0></span>', written)
