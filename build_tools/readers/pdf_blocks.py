"""Where blocks begin on the pages of a PDF: empty space, indents, and the notes at the foot of a page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from build_tools.model.source import MarkKind
from build_tools.readers.pdf_layout import LABEL, RECIPIENTS, PageLine

_EMPTY_LINE: Final = 1.75  # times the usual distance of lines: more, and there is an empty line
_INDENT: Final = (14.0, 72.0)  # points by which the first line of a paragraph stands in
_CENTRED: Final = 12.0  # points by which the two margins of a centred line may differ
_NOTE_SIZE: Final = 0.93  # of the usual size of letters: smaller is a note
_NOTE = re.compile(r"(?:\d{1,3}|\*{1,3}|\[\d{1,3}\]|\(\d{1,3}\))\s?\S")
_NUMBER = re.compile(r"[\[(]?(\d{1,3}|\*{1,3})[\])]?")
_OWN_NUMBER = re.compile(_NUMBER.pattern + r"(?:\s|(?=[^\W\d_]))")
_BODY_SHARE: Final = 0.2  # of a document's characters: the largest size with so many is that of its text
_ENDED = re.compile(r"\.[”\"’')\]]{0,2}$")


def mark_blocks(pages: Sequence[list[PageLine]], edges: Collection[tuple[int, int]]) -> None:
    """Write `gap`, `indented` and `note` of every line. `edges` are (page, line) of headers, footers, page numbers."""
    body = _body_size(pages)
    unfinished = False
    for number, every in enumerate(pages):
        lines = [line for line in every if line.table is None]
        if len(every) > 1 and lines:
            _mark(lines)
        flow = [line for index, line in enumerate(every) if (number, index) not in edges]
        unfinished = _mark_foot(flow, body, unfinished)


def _mark(lines: list[PageLine]) -> None:
    """What one page shows by itself."""
    pitches = [a.bottom - b.bottom for a, b in pairwise(lines) if 4 < a.bottom - b.bottom < 60]
    pitch = median(pitches) if pitches else 16.0
    left, right = _margins(lines)
    size = median(line.size for line in lines)
    in_notes = False
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        line.gap = before is not None and before.bottom - line.bottom > pitch * _EMPTY_LINE
        line.indented = _is_indented(line, left, right)
        small = line.size < size * _NOTE_SIZE
        line.note = small and _NOTE.match(line.text) is not None and (in_notes or line.gap)
        in_notes = small and (in_notes or line.note)


def _mark_foot(lines: list[PageLine], body: float, unfinished: bool) -> bool:  # noqa: FBT001
    """The notes at the foot of a page whose text has their marks, and the rest of a note that the page before began.

    Whether the last note of the page goes on is returned.
    """
    start = _foot(lines, body)
    marked = {number for line in lines[:start] for number in _raised(line)}
    in_notes = False
    for line in lines[start:]:
        number = _own_number(line)
        if number is not None and number in marked:
            line.note = line.note or in_notes or line.gap or line.marks[:1] != ()
            marked.discard(number)
        elif line is lines[start] and unfinished and line.gap and not RECIPIENTS.search(line.text):
            line.note = True
        in_notes = in_notes or line.note
    return in_notes and _ENDED.search(lines[-1].text) is None


def _foot(lines: list[PageLine], body: float) -> int:
    """The index of the first of the small lines that end a page of text; their count where none does."""
    start = len(lines)
    while start and lines[start - 1].table is None and lines[start - 1].size < body * _NOTE_SIZE:
        start -= 1
    return start or len(lines)


def _raised(line: PageLine) -> list[str]:
    """The numbers of the notes whose marks stand in a line."""
    found = (_NUMBER.fullmatch(mark.span.of(line.text)) for mark in line.marks if mark.kind is MarkKind.SUPERSCRIPT)
    return [number[1] for number in found if number]


def _own_number(line: PageLine) -> str | None:
    """The number with which a line begins, as a note does."""
    number = _OWN_NUMBER.match(line.text)
    return number[1] if number else None


def _body_size(pages: Sequence[list[PageLine]]) -> float:
    """The size of the letters of a document's text; 0 where no size is that of a text."""
    sizes: Counter[float] = Counter()
    for line in (line for lines in pages for line in lines):
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max((size for size, count in sizes.items() if count >= sizes.total() * _BODY_SHARE), default=0.0)


def _margins(lines: list[PageLine]) -> tuple[float, float]:
    """Where most lines begin, and where the longest end."""
    starts = sorted(round(line.left) for line in lines)
    left = max(set(starts), key=lambda place: (sum(abs(place - other) <= 2 for other in starts), -place))
    return float(left), max(line.right for line in lines)


def _is_indented(line: PageLine, left: float, right: float) -> bool:
    """Whether a line stands in as the first line of a paragraph does; a centred line stands in on both sides."""
    indent = line.left - left
    if line.text[0].islower() and not LABEL.match(line.text[:5]):
        return False
    if line.text.isupper() or not _INDENT[0] <= indent <= _INDENT[1]:
        return False
    return abs(indent - (right - line.right)) > _CENTRED
