"""How a plain text is laid out: whether its lines are wrapped, how long they get, whether empty lines mean anything."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import Final

from msgspec import Struct

from build_tools.normalise.line_starts import Start
from build_tools.normalise.lines import Line

_WRAPPED_SHARE: Final = 0.08  # of lines that begin in mid-sentence: fewer, and a line is a paragraph
_WORDS_PER_LINE: Final = 300  # characters; longer lines were never wrapped to a page
_LOOSE: Final = 0.86  # of the usual room a line takes: less, and the line ended on purpose
_STRICT: Final = {".": 0.97, "?": 0.97, "!": 0.97, ";": 0.97, "…": 0.97, ":": 0.92}  # after these marks


class Layout(Struct, frozen=True):
    """`gap`: empty lines after every line; `width`: characters of a full line with the word that did not fit."""

    gap: int
    width: float
    wrapped: bool

    def wraps(self, before: Line, line: Line) -> bool:
        """Whether the first word of `line` had no room on the line before it."""
        if not self.wrapped:
            return False
        return len(before.text) + 1 + line.first_word_length() >= self.width * _STRICT.get(before.end, _LOOSE)


def measure(lines: list[Line]) -> Layout:
    """The layout of a whole text, from the line ends that are certainly wraps."""
    rooms = []
    gaps: Counter[int] = Counter()
    for before, line in pairwise(lines):
        if line.start is Start.PLAIN and line.lower and not before.finished and not before.caps:
            rooms.append(len(before.text) + 1 + line.first_word_length())
            gaps[line.gap] += 1
    rooms.sort()
    if len(rooms) < max(3, len(lines) * _WRAPPED_SHARE) or rooms[len(rooms) // 2] > _WORDS_PER_LINE:
        return Layout(0, rooms[len(rooms) // 2] if rooms else 80, wrapped=False)
    most = rooms[int(len(rooms) * 0.9)]
    full = [room for room in rooms if room >= most * 0.75]
    gap = 1 if gaps[1] > gaps[0] else 0
    return Layout(gap, full[len(full) // 2], wrapped=True)
