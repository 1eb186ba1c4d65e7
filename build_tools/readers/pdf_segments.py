"""Pieces of lines on a page of a PDF: characters side by side, with their place. Wraps pdfium's raw calls."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pypdfium2.raw as pdfium
from msgspec import Struct

from build_tools.readers.pdf_tables import Table

_HYPHEN_AT_LINE_END: Final = "\x02"  # what pdfium makes of a hyphen at the end of a line
_NO_TEXT: Final = "\ufffe\uffff\x00\r\n"
_WIDE_GAP: Final = 2.2  # times the size of the letters: wider, and it parts columns, not words
_SAME_LINE: Final = 0.12  # of the height: characters nearer than that in height stand on one line


class Segment(Struct):
    """A run of characters on one line of one page; points from the lower left corner, y upwards.

    `doubtful`: words of which character recognition was not sure, as they are to be shown.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    doubtful: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """The height of the line of letters, which is their size."""
        return max(self.top - self.bottom, 1.0)


def segments(page_text: Any, tables: Sequence[Table] = ()) -> list[Segment]:
    """The segments of a page in the order in which the file draws them; the rules of tables part them."""
    found: list[Segment] = []
    current: Segment | None = None
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(page_text)):
        char = _char(page_text, index)
        if not char:
            current = None
            continue
        if char.isspace():
            if current is not None:
                current.text += " "
            continue
        if not pdfium.FPDFText_GetLooseCharBox(page_text, index, box):
            box.left = box.right = current.right if current else 0.0
            box.bottom, box.top = (current.bottom, current.top) if current else (0.0, 1.0)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        if current is None or _apart(current, left, bottom, top) or _ruled_off(tables, current, left):
            current = Segment(char, left, right, bottom, top)
            found.append(current)
            continue
        current.text += char
        current.right = max(current.right, right)
        current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
    return [segment for segment in found if segment.text.strip()]


def _char(page_text: Any, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(page_text, index)
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    char = chr(code)
    if char == _HYPHEN_AT_LINE_END:
        return "-"
    return "" if char in _NO_TEXT else char


def _ruled_off(tables: Sequence[Table], current: Segment, left: float) -> bool:
    middle = (current.bottom + current.top) / 2
    return any(table.parts(current.right, left, middle) for table in tables)


def _apart(current: Segment, left: float, bottom: float, top: float) -> bool:
    """Whether a character does not continue the segment: another line, or a wide gap."""
    middle, reach = (bottom + top) / 2, current.height * _SAME_LINE
    if not current.bottom - reach <= middle <= current.top + reach:
        return True
    size = max(current.height, 6.0)
    return left - current.right > size * _WIDE_GAP or current.left - left > size
