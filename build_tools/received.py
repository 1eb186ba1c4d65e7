"""The words of a received file, got another way than the readers go: with it their mistakes are found.

For tests and audits. It knows nothing of structure: it takes markup off and counts what is left, in file order. What it
cannot see: the numbers that Word and browsers compute for lists.
"""

from __future__ import annotations

import html as entities
import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Final

from build_tools.grammar.words import words

_UNSEEN_TAGS: Final = frozenset(("head", "title"))
_BREAK_TAGS = """
address article aside br caption dd div dt footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody
td th tr ul
"""
_BREAKS: Final = frozenset(_BREAK_TAGS.split())
_COMMENT = re.compile(r"<!--[^\x00]*?-->")
_TAG = re.compile(
    r"</?(?:sup|sub|br|u|b|i|em|strong|p|div|span|center|font|table|tr|td|th|hr|a|img)\b[^<>]{0,500}>", re.IGNORECASE
)
_LINK_TARGET = re.compile(r"\]\([^()\s]{0,500}\)")
_WORD_PARTS = tuple([re.compile(rf"word/{name}\d{{0,3}}\.xml") for name in ("document", "footnotes", "endnotes")])
_WORD_TEXT = re.compile(
    r"<w:(?:t|delText)(?:\s[^>]*)?>([^<]*)</w:(?:t|delText)>|<(w:p|w:br|w:tab|w:tc|w:cr)[ >/]|<m:t>([^<]*)<"
)


def received_words(data: bytes, format: str) -> list[str]:  # noqa: A002 - the word of the domain
    """The words of a text, Markdown, HTML, Word or PDF file; `ValueError` for another format."""
    match format:
        case "text":
            return words(data.decode("utf-8-sig"))
        case "markdown":
            return words(_markdown(data.decode("utf-8-sig")))
        case "html":
            return words(_html(data))
        case "docx":
            return words(_docx(data))
        case "pdf":
            return words(_pdf(data))
    raise ValueError(format)


def _markdown(text: str) -> str:
    text = _LINK_TARGET.sub("] ", _COMMENT.sub("", text))
    text = _TAG.sub(lambda tag: "" if tag[0].lower().strip("</>") in {"sup", "sub", "u", "b", "i"} else " ", text)
    return entities.unescape(text.replace("*", "").replace("\\", ""))


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._unseen += tag in _UNSEEN_TAGS
        self.parts.append("\n" if tag in _BREAKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN_TAGS and self._unseen > 0
        self.parts.append("\n" if tag in _BREAKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)


def _html(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    parser = _Text()
    parser.feed(text)
    parser.close()
    return "".join(parser.parts)


def _docx(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        read = {name.replace("\\", "/"): name for name in archive.namelist()}
        names = [name for pattern in _WORD_PARTS for name in sorted(read) if pattern.fullmatch(name)]
        parts = [archive.read(read[name]).decode("utf-8") for name in names]
    texts = [
        "\n" if match[2] else entities.unescape(match[1] or match[3] or "")
        for match in _WORD_TEXT.finditer("\n".join(parts))
    ]
    return "".join(texts)


def _pdf(data: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range().replace("\x02", "-") for page in document)
    finally:
        document.close()
