"""Page numbers: a bare number is furniture only where a page ends. Anywhere else it may be the number of a table row."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.model.source import SourceLine

_BARE = re.compile(
    r"(?:[-–—]\s?)?(\d{1,4})(?:\s?[-–—])?|(?:Trang|trang|Page)\s(\d{1,4})(?:\s?(?:/|of|trên)\s?\d{1,4})?|(\d{1,4})\s?/\s?\d{1,4}"
)
_NEAR: Final = 4  # lines between a running header and the number that belongs to it
_MIN_PAGE: Final = 12  # lines with text on the shortest page between two numbers
_MAX_PAGE: Final = 90


def find_page_numbers(
    lines: tuple[SourceLine, ...], texts: list[str], taken: dict[int, RemovedReason]
) -> dict[int, RemovedReason]:
    """Numbers beside a running header; without headers, numbers that count the pages one by one."""
    bare = {index: number for index, text in enumerate(texts) if 0 < len(text) <= 16 and (number := _value(text))}
    headers = [index for index, reason in taken.items() if reason is RemovedReason.RUNNING_HEADER]
    if len(headers) >= 2:
        found = [near for header in headers if (near := _beside(header, bare, texts)) is not None]
    else:
        found = [index for index in _count_pages(bare, texts) if index not in taken]
    marks = [index for index, reason in taken.items() if reason is RemovedReason.WATERMARK]
    found += [near for mark in marks if (near := _beside(mark, bare, texts)) is not None]
    return dict.fromkeys(found, RemovedReason.PAGE_NUMBER)


def _value(text: str) -> int:
    match = _BARE.fullmatch(text)
    return int(match[1] or match[2] or match[3]) if match else 0


def _beside(header: int, bare: dict[int, int], texts: list[str]) -> int | None:
    """The number next to a header line, with nothing but empty lines between."""
    for step in (1, -1):
        for distance in range(1, _NEAR + 1):
            index = header + step * distance
            if index in bare:
                return index
            if not 0 <= index < len(texts) or texts[index]:
                break
    return None


def _count_pages(bare: dict[int, int], texts: list[str]) -> list[int]:
    """The longest run of numbers that rise by one from page to page, each page of a believable length."""
    filled = [0]
    for text in texts:
        filled.append(filled[-1] + bool(text))
    best: dict[int, tuple[int, int | None]] = {}  # index → (length of the run that ends here, index before it)
    by_value: dict[int, list[int]] = {}
    for index, number in bare.items():
        best[index] = (1, None)
        for earlier in by_value.get(number - 1, ())[-40:]:
            if _MIN_PAGE <= filled[index] - filled[earlier] <= _MAX_PAGE and best[earlier][0] >= best[index][0]:
                best[index] = (best[earlier][0] + 1, earlier)
        by_value.setdefault(number, []).append(index)
    if not best:
        return []
    last: int | None = max(best, key=lambda index: best[index][0])
    if best[last][0] < 2:
        return [index for index in bare if _cuts_a_sentence(index, texts)]
    run = []
    while last is not None:
        run.append(last)
        last = best[last][1]
    return run


def _cuts_a_sentence(index: int, texts: list[str]) -> bool:
    """Whether the text goes on in lower case behind the number: then it was the end of a page."""
    before = next((text for text in reversed(texts[max(0, index - 6) : index]) if text), "")
    after = next((text for text in texts[index + 1 : index + 7] if text), "")
    return before[-1:].isalpha() and before[-1:].islower() and after[:1].islower() and " " in before
