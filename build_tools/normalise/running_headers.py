"""Running headers and footers: lines that a journal or an office prints on every page."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.model.span import Span
from build_tools.normalise.line_starts import Start, start_of
from build_tools.normalise.stamps import Cut

_NEAR: Final = 4  # lines between a page number and the header that belongs to it
_SHORTEST: Final = 8  # characters of a header; shorter is the head of a table's column
_LONGEST: Final = 120
_OFTEN: Final = 3  # pages on which a wording must come again
_DIGITS = re.compile(r"\d+")
_JOURNAL = (  # as printed, and as character recognition reads it: CÔNG BÁOISố 869 ? 870/Ngày 20-12-2013
    r"CÔNG BÁO\s?[/I|l]?\s?S[ốỐ]\s?[\d\s+?&-]{1,40}[/I|l]?\s?Ngày \d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{4}"
)
HEADER = re.compile(rf"(?:\d{{1,4}}\s+)?{_JOURNAL}(?:\s+\d{{1,4}})?")
_INSIDE = re.compile(rf"(?<!\w){_JOURNAL}(?!\w)")
_BEFORE = re.compile(r"(?<!\S)(\d{1,4})\s+$")
_BEHIND = re.compile(r"\s+(\d{1,4})(?!\S)")


def find_running_headers(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """The head line of the official gazette (with the page number, when it stands on the same line)."""
    for index, text in enumerate(texts):
        if "CÔNG BÁO" in text and index not in found and HEADER.fullmatch(text):
            found[index] = RemovedReason.RUNNING_HEADER


def cut_running_headers(texts: list[str], found: dict[int, RemovedReason]) -> list[Cut]:
    """The journal's headers inside longer lines (who made the text joined a page's lines), with their page numbers.

    Of a number on either side that one is the page's which counts the pages; where none does, both stay.
    """
    lines = [index for index, text in enumerate(texts) if "CÔNG BÁO" in text and index not in found]
    heads = [(index, match.span()) for index in lines for match in _INSIDE.finditer(texts[index])]
    sides = [_numbers_beside(texts[index], span) for index, span in heads]
    counted = Counter(value - page for page, found_here in enumerate(sides) for value in found_here)
    base, times = counted.most_common(1)[0] if counted else (0, 0)
    cuts = []
    for page, (index, (start, end)) in enumerate(heads):
        place = sides[page].get(base + page) if times > 1 else None
        cuts.append(Cut(index, Span(min(start, place.start), max(end, place.end)) if place else Span(start, end)))
    return cuts


def _numbers_beside(text: str, span: tuple[int, int]) -> dict[int, Span]:
    """The numbers before and behind a header, with their places."""
    before, behind = _BEFORE.search(text[: span[0]]), _BEHIND.match(text, span[1])
    return {int(match[1]): Span(*match.span(1)) for match in (before, behind) if match}


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
