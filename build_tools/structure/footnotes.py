"""Footnotes: where a note stands in the flow of the text, between the sentences of another unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.model.source import BlockKind
from build_tools.structure.lines import Line

_NOTE = re.compile(r"(?:\[?(?P<number>\d{1,3})\]?)\s+(?=[A-ZĐÀ-Ỹ“\"(])")
_FORMAT_NOTE = re.compile(r"\[?\^?(?P<number>\d{1,3})\]?:?\s*")
_MARK = r"(?<=[A-Za-zÀ-ỹĐđ.,;:”\")/])\[?{number}\]?(?!\d|[.,]\d)|(?<=\d\.){number}\s"


class Footnote(Struct, frozen=True):
    """One note: lines `first` to `last`, its number, and how many characters the number takes."""

    first: int
    last: int
    number: str
    width: int


def find_footnotes(lines: Sequence[Line], page_ends: frozenset[int]) -> list[Footnote]:
    """The notes in order. In a plain text a note is a line that begins with the next number in turn, whose mark
    stands in the text before it; it reaches to the end of its page (`page_ends`: indices of last lines)."""
    found: list[Footnote] = []
    expected = 1
    since = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        note = _by_format(line) or _by_number(lines, index, since, expected)
        if note is None:
            index += 1
            continue
        last = index if line.kind is BlockKind.FOOTNOTE else _last_line(lines, index, page_ends, int(note["number"]) + 1)
        found.append(Footnote(index, last, note["number"], note.end()))
        expected = int(note["number"]) + 1
        since = index
        index = last + 1
    return found


def _by_format(line: Line) -> re.Match[str] | None:
    return _FORMAT_NOTE.match(line.text) if line.kind is BlockKind.FOOTNOTE else None


def _by_number(lines: Sequence[Line], index: int, since: int, expected: int) -> re.Match[str] | None:
    note = _NOTE.match(lines[index].text)
    if not note or int(note["number"]) != expected or lines[index].is_table:
        return None
    mark = re.compile(_MARK.format(number=expected))
    nearby = range(max(since, index - 60), index)
    return note if any(mark.search(lines[place].text) for place in nearby) else None


def _last_line(lines: Sequence[Line], first: int, page_ends: frozenset[int], following: int) -> int:
    """The last line of a note: before the next note, or at the end of its page."""
    for index in range(first, min(len(lines), first + 80)):
        if index > first and (note := _NOTE.match(lines[index].text)) and int(note["number"]) == following:
            return index - 1
        if index in page_ends:
            return index
    return first
