"""Raised and lowered letters of a PDF: marks of notes (`Điều 5¹`), squares, the lowered letters of formulas.

A file does not say that they are; smaller letters beside larger ones, higher or lower than these, are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from build_tools.model.source import Mark, MarkKind
from build_tools.model.span import Span

_SMALL: Final = 0.8  # of the size of the letters beside them
_RAISED: Final = (0.1, 0.7)  # of that size: how much higher they stand
_LOWERED: Final = (0.05, 0.35)
_SAME_SIZE: Final = 0.1  # by which letters of one run may differ
_SAME_HEIGHT: Final = 0.05  # of the size: letters nearer than that in height stand on one line
_LONGEST: Final = 8  # characters; longer is a text of its own
_BESIDE: Final = (-0.25, 0.6)  # of the larger size: the gap between letters and what is raised behind them
_BEFORE_TEXT = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?")  # what is raised at the beginning of a line


class Run(Struct):
    """Letters of one size and height: their place in the text, size in points, and the line that they stand on."""

    start: int
    end: int
    size: float
    base: float


def add_letter(runs: list[Run], end: int, size: float, base: float) -> None:
    """Add the letter that ends at `end` of the text."""
    last = runs[-1] if runs else None
    if last and abs(size - last.size) <= size * _SAME_SIZE and abs(base - last.base) <= size * _SAME_HEIGHT:
        last.end = end
    else:
        runs.append(Run(end - 1, end, size, base))


def moved(runs: Sequence[Run], offset: int) -> list[Run]:
    """The same runs in a text in which theirs begins at `offset`."""
    return [Run(run.start + offset, run.end + offset, run.size, run.base) for run in runs]


def are_beside(first: Run, second: Run, gap: float) -> bool:
    """Whether two runs, `gap` points apart, are a word and what is raised or lowered behind or before it."""
    size = max(first.size, second.size)
    near = size * _BESIDE[0] <= gap <= size * _BESIDE[1]
    return near and (_kind(first, second) or _kind(second, first)) is not None


def marks(text: str, runs: Sequence[Run]) -> tuple[Mark, ...]:
    """The marks of a text: what is raised or lowered behind a word, and the raised number at its beginning."""
    found: list[Mark] = []
    usual: Run | None = None
    for index, run in enumerate(runs):
        kind = None
        if usual is not None and run.start - runs[index - 1].end <= 1:
            kind = _kind(run, usual)
        elif usual is None and index + 1 < len(runs) and _BEFORE_TEXT.fullmatch(text, run.start, run.end):
            kind = _kind(run, runs[index + 1])
        if kind is not None and run.end - run.start <= _LONGEST:
            found.append(Mark(Span(run.start, run.end), kind))
        else:
            usual = run
    return tuple(found)


def _kind(run: Run, usual: Run) -> MarkKind | None:
    """What the first run is beside the second."""
    if run.size > usual.size * _SMALL:
        return None
    rise = (run.base - usual.base) / usual.size
    if _RAISED[0] <= rise <= _RAISED[1]:
        return MarkKind.SUPERSCRIPT
    return MarkKind.SUBSCRIPT if _LOWERED[0] <= -rise <= _LOWERED[1] else None
