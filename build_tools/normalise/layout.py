"""How a plain text is laid out: whether its lines are wrapped, how long they get, whether empty lines mean anything."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from msgspec import Struct

from build_tools.normalise.line_starts import Start
from build_tools.normalise.lines import Line

_WRAPPED_SHARE: Final = 0.08  # of lines that begin in mid-sentence: fewer, and a line is a paragraph
_LONGEST: Final = 300  # characters; longer lines were never wrapped to a page
_SPACED_SHARE: Final = 0.6  # of lines with an empty line before them: then it parts nothing
_NEAR: Final = 3  # lines around a line whose width may differ from the rest: a narrow title, small print
_NARROWEST: Final = 0.75  # of the usual width: narrower are the columns of tables, where nothing is certain
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
        room = len(before.text) + 1 + line.first_word_length()
        return room >= (before.width or self.width) * _STRICT.get(before.end, _LOOSE)


def measure(lines: list[Line]) -> Layout:
    """The layout of a whole text, from the line ends that are certainly wraps: the next line begins in mid-sentence.

    Writes: `width` of lines that stand near such a line end and whose width is narrower than usual.
    """
    rooms: dict[int, int] = {}
    spaced_wraps = spaced = 0
    for index, (before, line) in enumerate(pairwise(lines)):
        spaced += line.gap > 0
        if line.start is not Start.PLAIN or line.table is not None or before.table is not None:
            continue
        if line.lower and not before.finished and not before.caps:
            rooms[index] = len(before.text) + 1 + line.first_word_length()
            spaced_wraps += line.gap > 0
    ordered = sorted(rooms.values())
    middle = ordered[len(ordered) // 2] if ordered else 80
    if len(ordered) < max(3, len(lines) * _WRAPPED_SHARE) or middle > _LONGEST:
        return Layout(int(spaced > len(lines) * _SPACED_SHARE), middle, wrapped=False)
    most = ordered[int(len(ordered) * 0.9)]
    full = [room for room in ordered if room >= most * 0.75]
    width = full[len(full) // 2]
    _mark_narrow(lines, rooms, width)
    return Layout(int(spaced_wraps * 2 > len(ordered)), width, wrapped=True)


def _mark_narrow(lines: list[Line], rooms: dict[int, int], width: float) -> None:
    """Where all wraps around a line are narrower than usual, the lines there are."""
    for index, room in rooms.items():
        if room < width * _LOOSE:
            around = [rooms[near] for near in range(index - _NEAR, index + _NEAR + 1) if near in rooms]
            widest = max(around)
            if len(around) > 1 and width * _NARROWEST < widest < width * _STRICT["."]:
                for line in lines[max(0, index - _NEAR) : index + 1]:
                    if len(line.text) <= widest:
                        line.width = widest
