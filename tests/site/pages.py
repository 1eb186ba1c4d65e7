"""Reads built pages the way a sceptic does: from the HTML alone, without the program's own types."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import html

WORD = re.compile(r"[^\W_]+")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
TEXT_SUFFIXES = {".html", ".md", ".js", ".json", ".csv", ".xml", ".ics", ".txt", ".svg", ".css", ".yml"}


def words(text: str) -> list[str]:
    """Maximal runs of letters and digits of NFC text."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def received_words(path: Path) -> list[str]:
    """The words of a received text file; in Markdown the tags are markup, not words."""
    text = path.read_text(encoding="utf-8-sig")
    return words(TAG.sub(" ", text) if path.suffix == ".md" else text)


def page_words(page: Path) -> list[str]:
    """The words of a document page's text as received: what was generated is passed over, corrections undone."""
    tree = html.fromstring(page.read_bytes().decode("utf-8"))
    (body,) = tree.xpath("//*[contains(concat(' ', @class, ' '), ' pb-text ')]")
    pieces: list[str] = []
    _walk(body, pieces)
    return words("".join(pieces))


_INLINE = {
    "a",
    "b",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "mark",
    "span",
    "strong",
    "u",
    "dfn",
    "abbr",
    "time",
}


def _walk(element: html.HtmlElement, pieces: list[str]) -> None:
    if not isinstance(element.tag, str):
        return
    space = "" if element.tag in _INLINE else " "
    if "data-gen" not in element.attrib and element.tag != "ins":
        pieces.append(space + (element.text or ""))
        for child in element:
            _walk(child, pieces)
            pieces.append(child.tail or "")
    pieces.append(space)


def files_of(root: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below `root`, archives opened (a workbook is one too)."""
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        name, data = path.relative_to(root).as_posix(), path.read_bytes()
        yield name, data
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from _members(name, archive)


def _members(outer: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    import io

    for member in archive.namelist():
        data = archive.read(member)
        yield f"{outer}!{member}", data
        if data[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(data)) as inner:
                yield from _members(f"{outer}!{member}", inner)
