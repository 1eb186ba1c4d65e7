"""Pieces of lines on a page of a PDF: characters side by side, with their place. Wraps pdfium's raw calls."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_double, c_int, create_string_buffer
from typing import Any, Final

import pypdfium2.raw as pdfium
from msgspec import Struct, structs

from build_tools.readers.pdf_scripts import Run, add_letter, are_beside, moved
from build_tools.readers.pdf_tables import Table
from build_tools.readers.pdf_turning import Direction, direction
from build_tools.readers.signs import PRIVATE, drawn, family

_HYPHEN_AT_LINE_END: Final = "\x02"  # what pdfium makes of a hyphen at the end of a line
_NO_TEXT: Final = "\ufffe\uffff\x00\r\n"
_WIDE_GAP: Final = 2.2  # times the size of the letters: wider, and it parts columns, not words
_SAME_LINE: Final = 0.12  # of the height: characters nearer than that in height stand on one line
_SPACE: Final = 0.1  # of the height: a narrower gap parts no words


class Segment(Struct):
    """A run of characters on one line of one page; points from the lower left corner, y upwards.

    `doubtful`: words of which character recognition was not sure, as they are to be shown. `runs`: the sizes and
    heights of its letters, where a text layer gave them. `runs_to`: where its text runs to.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    doubtful: tuple[str, ...] = ()
    runs: list[Run] = []
    runs_to: Direction = Direction.RIGHT

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
    before = Segment("", 0.0, 0.0, 0.0, 0.0)  # the last letter
    box = pdfium.FS_RECTF()
    for index in range(pdfium.FPDFText_CountChars(page_text)):
        char = _char(page_text, index)
        if current is not None and current.runs_to and pdfium.FPDFText_IsGenerated(page_text, index) == 1:
            continue  # what pdfium puts between letters that do not stand side by side
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
        letter = Segment(char, box.left, box.right, box.bottom, box.top, runs_to=direction(page_text, index))
        if current is None or not _goes_on(current, before, letter, tables):
            current = structs.replace(letter, text="")
            found.append(current)
        elif letter.runs_to and _distance(before, letter) > letter.height * _SPACE and not current.text.endswith(" "):
            current.text += " "
        before = letter
        current.text += char
        current.left = min(current.left, letter.left) if letter.runs_to else current.left
        current.right = max(current.right, letter.right)
        current.bottom, current.top = min(current.bottom, letter.bottom), max(current.top, letter.top)
        add_letter(current.runs, len(current.text), letter.height, _base(page_text, index, letter.bottom))
    return _whole(found, tables)


def _goes_on(current: Segment, before: Segment, letter: Segment, tables: Sequence[Table]) -> bool:
    """Whether a letter goes on the segment at hand, whose last letter is `before`."""
    if current.runs_to is not letter.runs_to:
        return False
    if letter.runs_to:
        return _distance(before, letter) <= max(letter.right - letter.left, letter.height)
    apart = _apart(current, letter.left, letter.bottom, letter.top)
    return not apart and not _ruled_off(tables, current, letter.left)


def _distance(first: Segment, second: Segment) -> float:
    """How far apart two boxes are, sideways or in height."""
    aside = max(second.left - first.right, first.left - second.right)
    return max(aside, second.bottom - first.top, first.bottom - second.top)


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
        turned = segment.runs_to or (last and last.runs_to)
        beside = last and not turned and are_beside(last.runs[-1], segment.runs[0], gap)
        if last and beside and not _ruled_off(tables, last, segment.left):
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
    if PRIVATE.match(char):
        return drawn(char, family(_font(page_text, index)))
    return "" if char in _NO_TEXT else char


def _font(page_text: Any, index: int) -> str:
    """The name of a letter's font."""
    size = pdfium.FPDFText_GetFontInfo(page_text, index, None, 0, None)
    name = create_string_buffer(max(size, 1))
    pdfium.FPDFText_GetFontInfo(page_text, index, name, size, c_int())
    return name.value.decode("utf-8", "replace")


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
