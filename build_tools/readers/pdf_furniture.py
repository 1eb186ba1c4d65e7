"""Headers, footers and page numbers of a PDF: lines at the edge of the page that come again, page after page."""

from __future__ import annotations

import re
from collections import Counter
from math import ceil
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.readers.pdf_layout import PageLine

_EDGE: Final = 3  # lines from the upper or lower end of a page that can be furniture
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:Trang\s)?[-–—]?\s?(\d{1,4})\s?[-–—]?(?:\s?/\s?\d{1,4})?", re.IGNORECASE)
_PRINTED = re.compile(  # what browsers print around a page: its address, the time
    r"(?:https?|file)://\S{3,300}(?:\s\d{1,4}/\d{1,4})?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?(?:AM|PM|SA|CH))?",
    re.IGNORECASE,
)
_OF_ALL = re.compile(r"(\d{1,4})/(\d{1,4})")
_SAME_LINE: Final = 3.0  # points by which lines that stand beside each other may differ in height
_SHARE: Final = 0.45  # of the pages after the first; headers of left and right pages may differ
_BODY = re.compile(  # what begins every page of a row of forms, and is no header
    r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-|(?:Mẫu|MẪU|Phụ lục|PHỤ LỤC|Biểu|BIỂU|TT|STT|Điều)\b"
)
_LABEL = re.compile(r"\(?[\dIVXa-zđ]{1,4}(?:\.\d{1,3}){0,3}[.)]\s+\D")  # how a unit of the text begins
_NEAR: Final = 6.0  # points by which the place of a header may differ from page to page

Key = tuple[str, int]  # the wording without its digits, and the place on the page in steps of `_NEAR`


def find_edges(pages: list[list[PageLine]]) -> dict[tuple[int, int], RemovedReason]:
    """(page, line) of every header, footer and page number. Both counted from 0."""
    times: Counter[Key | int] = Counter()
    for page, lines in enumerate(pages):
        times.update({key for index in _edge(lines) for key in _keys(lines[index], page)})
    found = {}
    for page, lines in enumerate(pages):
        upper = max((line.top for line in lines), default=0.0)
        for index in _edge(lines):
            line = lines[index]
            if max(times[key] for key in _keys(line, page)) >= _needed(line, page, index in _outermost(lines), pages):
                found[page, index] = _reason(line, upper)
        found |= {(page, index): _reason(lines[index], upper) for index in _printed(lines, page, len(pages))}
    return found


def _printed(lines: list[PageLine], page: int, pages: int) -> list[int]:
    """What a browser printed at the rim of a page: address, time, page number, and the title beside them."""
    rim = _edge(lines)
    sure = [lines[index] for index in rim if _PRINTED.fullmatch(lines[index].text)]
    if not sure:
        return []
    found = []
    for index in rim:
        beside = any(abs(lines[index].bottom - line.bottom) <= _SAME_LINE for line in sure)
        number = _OF_ALL.fullmatch(lines[index].text)
        counts = number is not None and (int(number[1]), int(number[2])) == (page + 1, pages)
        if beside or counts:
            found.append(index)
    return found


def _needed(line: PageLine, page: int, outermost: bool, pages: list[list[PageLine]]) -> int:  # noqa: FBT001
    """On how many pages a line must come again to be furniture; the right number at the rim of its page is at once."""
    number = _NUMBER.fullmatch(line.text)
    if number and outermost and len(pages) > 1 and int(number[1]) == page + 1:
        return 1
    if number:
        return 2
    if _begins_text(line):
        return len(pages) + 1  # never
    return max(2, min(3, len(pages)), ceil((len(pages) - 1) * _SHARE))


def _outermost(lines: list[PageLine]) -> tuple[int, int]:
    """The highest and the lowest line."""
    by_height = sorted(range(len(lines)), key=lambda index: lines[index].top)
    return by_height[-1], by_height[0]


def _reason(line: PageLine, upper: float) -> RemovedReason:
    if _NUMBER.fullmatch(line.text):
        return RemovedReason.PAGE_NUMBER
    return RemovedReason.RUNNING_HEADER if upper - line.top < upper / 3 else RemovedReason.RUNNING_FOOTER


def _edge(lines: list[PageLine]) -> list[int]:
    """The lines at the upper and the lower end of the page, wherever they are drawn; none behind a line of text."""
    by_height = sorted((i for i, line in enumerate(lines) if line.table is None), key=lambda index: -lines[index].top)
    return sorted({*_to_text(by_height[:_EDGE], lines), *_to_text(by_height[: -_EDGE - 1 : -1], lines)})


def _to_text(indexes: list[int], lines: list[PageLine]) -> list[int]:
    """The lines from the rim of the page inwards, to the first that certainly is text."""
    text = next((place for place, index in enumerate(indexes) if _begins_text(lines[index])), len(indexes))
    return indexes[: text + 1]


def _begins_text(line: PageLine) -> bool:
    """Whether a line begins a form or a unit of the text."""
    return not _NUMBER.fullmatch(line.text) and bool(_BODY.match(line.text) or _LABEL.match(line.text))


def _keys(line: PageLine, page: int) -> tuple[Key | int, ...]:
    """What comes again on other pages: a number that counts the pages, or a wording and its place.

    Two neighbouring steps of height are given, so that a header on the border of two is found again.
    """
    number = _NUMBER.fullmatch(line.text)
    if number:
        return (int(number[1]) - page,)
    wording = _DIGITS.sub("#", line.text)
    step = int(line.bottom // _NEAR)
    return (wording, step), (wording, step + 1)
