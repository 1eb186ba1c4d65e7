"""The head of a table that is printed again where the table goes on on the next page."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.normalise.line_starts import Start, start_of

_FIRST: Final = frozenset(("STT", "TT", "TT ", "Số "))
_COLUMN = re.compile(r"(?:STT|TT|Số TT)(?: .{1,110})?$")  # alone, or with the heads of further columns
_FEWEST: Final = 3  # lines with text that a head must have in common with the one before
_LONGEST: Final = 40  # lines with text


def find_repeated_heads(texts: list[str], found: dict[int, RemovedReason]) -> list[int]:
    """Find and return the lines of such heads: a page begins with the column of numbers and the same head as before.

    Behind a heading they begin a table of their own and stay.
    """
    begins = [index for index, text in enumerate(texts) if text[:3] in _FIRST and _COLUMN.match(text)]
    if len(begins) < 2:
        return []
    filled = [index for index, text in enumerate(texts) if text and index not in found]
    places = {index: place for place, index in enumerate(filled)}
    head: list[str] = []
    repeated: list[int] = []
    for place in (places[index] for index in begins if index in places):
        lines = [texts[i] for i in filled[place : place + _LONGEST]]
        same = _in_common(head, lines)
        if same >= _FEWEST and place and _begins_page(filled, place, found) and _goes_on(texts, filled, place):
            repeated += filled[place : place + same]
        else:
            head = lines
    found.update(dict.fromkeys(repeated, RemovedReason.RUNNING_HEADER))
    return repeated


def _in_common(head: list[str], lines: list[str]) -> int:
    """How many lines are the same up to the first number, mark or label: there the rows begin."""
    count = 0
    for before, line in zip(head, lines, strict=False):
        if before != line or not any(char.isalpha() for char in line) or (count and start_of(line) is not Start.PLAIN):
            break
        count += 1
    return count


def _begins_page(filled: list[int], place: int, found: dict[int, RemovedReason]) -> bool:
    """Whether the header of a page stands between a line and the one before it."""
    return any(found.get(i) is RemovedReason.RUNNING_HEADER for i in range(filled[place - 1] + 1, filled[place]))


def _goes_on(texts: list[str], filled: list[int], place: int) -> bool:
    """Whether a table stands before the page break: no heading, and nothing that announces a table."""
    before = texts[filled[place - 1]]
    return not before.isupper() and before[-1] != ":" and start_of(before) in {Start.PLAIN, Start.BULLET}
