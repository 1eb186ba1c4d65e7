"""Running headers and footers: lines that a journal or an office prints on every page."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.normalise.line_starts import Start, start_of

_NEAR: Final = 4  # lines between a page number and the header that belongs to it
_SHORTEST: Final = 8  # characters of a header; shorter is the head of a table's column
_LONGEST: Final = 120
_OFTEN: Final = 3  # pages on which a wording must come again
_DIGITS = re.compile(r"\d+")
HEADER = re.compile(
    r"(?:\d{1,4}\s+)?CÔNG BÁO\s?/\s?Số [\d\s+]{1,40}/\s?Ngày \d{1,2}\s?-\s?\d{1,2}\s?-\s?\d{4}(?:\s+\d{1,4})?"
)


def find_running_headers(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """The head line of the official gazette (with the page number, when it stands on the same line)."""
    for index, text in enumerate(texts):
        if "CÔNG BÁO" in text and index not in found and HEADER.fullmatch(text):
            found[index] = RemovedReason.RUNNING_HEADER


def find_repeated_lines(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """Lines that stand beside the page numbers with one wording (its digits apart), page after page.

    Under the header of a journal the heads of tables come again too, and the ends of forms above it: there only a line
    counts that was printed over the header, apart from the text of the page before.
    """
    numbers = [index for index, reason in found.items() if reason is RemovedReason.PAGE_NUMBER]
    journal = [index for index, reason in found.items() if reason is RemovedReason.RUNNING_HEADER]
    anchors, steps = ([*numbers, *journal], (-1,)) if journal else (numbers, (1, -1))
    beside = {near for index in anchors for step in steps if (near := _next_to(index, step, texts, found)) is not None}
    beside = {index for index in beside if _SHORTEST <= len(texts[index]) <= _LONGEST}
    if journal:
        beside = {index for index in beside if index and not texts[index - 1]}
    times = Counter(_DIGITS.sub("#", texts[index]) for index in beside)
    pages = len(journal) or len(numbers)
    often = {wording for wording, count in times.items() if count >= max(_OFTEN, pages // 2)}
    if not often:
        return
    everywhere = Counter(_DIGITS.sub("#", text) for text in texts if len(text) <= _LONGEST)
    for index in beside:
        wording = _DIGITS.sub("#", texts[index])
        only_here = wording in often and everywhere[wording] <= times[wording] + 1
        if only_here and start_of(texts[index]) is Start.PLAIN:
            found[index] = RemovedReason.RUNNING_HEADER


def _next_to(index: int, step: int, texts: list[str], found: dict[int, RemovedReason]) -> int | None:
    """The nearest line with text in that direction that is not furniture already."""
    for distance in range(1, _NEAR + 1):
        near = index + step * distance
        if not 0 <= near < len(texts):
            return None
        if texts[near]:
            return None if near in found else near
    return None
