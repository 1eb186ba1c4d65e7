"""Pieces of lines on a page of a PDF: characters side by side, with their place. Wraps pdfium's raw calls."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_double
from typing import Any, Final

import pypdfium2.raw as pdfium
from msgspec import Struct

from build_tools.readers.pdf_scripts import Run, add_letter, are_beside, moved
from build_tools.readers.pdf_tables import Table

_HYPHEN_AT_LINE_END: Final = "\x02"  # what pdfium makes of a hyphen at the end of a line
_NO_TEXT: Final = "\ufffe\uffff\x00\r\n"
_WIDE_GAP: Final = 2.2  # times the size of the letters: wider, and it parts columns, not words
_SAME_LINE: Final = 0.12  # of the height: characters nearer than that in height stand on one line
_SPACE: Final = 0.1  # of the height: a narrower gap parts no words


class Segment(Struct):
    """A run of characters on one line of one page; points from the lower left corner, y upwards.

    `doubtful`: words of which character recognition was not sure, as they are to be shown. `runs`: the sizes and
    heights of its letters, where a text layer gave them.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    doubtful: tuple[str, ...] = ()
    runs: list[Run] = []

    @property
    def height(self) -> float:
        """The height of the line of letters, which is their size."""
        return max(self.top - self.bottom, 1.0)

    @property
    def size(self) -> float:
        """The size of its letters, whatever is raised among them."""
        return max((run.size for run in self.runs), default=self.height)

    def extend(self, other: Segment, between: str = " ") -> None:
        """Add a segment that goes on this one; `between` stands between the words of both."""
        text = self.text.rstrip() + between
        self.runs += moved(other.runs, len(text))
        self.text = text + other.text
        self.right = max(self.right, other.right)
        self.doubtful += other.doubtful
        self.bottom, self.top = min(self.bottom, other.bottom), max(self.top, other.top)


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
            if current is not None and not current.text.endswith(" "):
                current.text += " "
            continue
        if not pdfium.FPDFText_GetLooseCharBox(page_text, index, box):
            box.left = box.right = current.right if current else 0.0
            box.bottom, box.top = (current.bottom, current.top) if current else (0.0, 1.0)
        left, right, bottom, top = box.left, box.right, box.bottom, box.top
        if current is None or _apart(current, left, bottom, top) or _ruled_off(tables, current, left):
            current = Segment("", left, right, bottom, top)
            found.append(current)
        current.text += char
        current.right = max(current.right, right)
        current.bottom, current.top = min(current.bottom, bottom), max(current.top, top)
        add_letter(current.runs, len(current.text), max(top - bottom, 1.0), _base(page_text, index, bottom))
    return _whole(found, tables)


def _base(page_text: Any, index: int, bottom: float) -> float:
    """The height of the line on which a letter stands."""
    x, y = c_double(), c_double()
    return float(y.value) if pdfium.FPDFText_GetCharOrigin(page_text, index, x, y) else bottom


def _whole(found: Sequence[Segment], tables: Sequence[Table]) -> list[Segment]:
    """The segments, those that only a raised or lowered letter parted as one."""
    whole: list[Segment] = []
    for segment in found:
        last = whole[-1] if whole else None
        gap = segment.left - last.right if last else 0.0
        if last and are_beside(last.runs[-1], segment.runs[0], gap) and not _ruled_off(tables, last, segment.left):
            last.extend(segment, " " if _parts_words(last, segment, gap) else "")
        else:
            whole.append(segment)
    return whole


def _parts_words(first: Segment, second: Segment, gap: float) -> bool:
    """Whether there is a space between them; behind the mark of a note there always is, before a word."""
    behind_mark = first.runs[-1].size < second.runs[0].size and second.text[0].isalnum()
    return behind_mark or first.text.endswith(" ") or gap > max(first.height, second.height) * _SPACE


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
