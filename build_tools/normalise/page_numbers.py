"""Page numbers: a bare number is furniture only where a page ends; elsewhere it may number the row of a table."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from build_tools.model.findings import RemovedReason

_BARE = re.compile(
    r"(?:[-–—]\s?)?(\d{1,4})(?:\s?[-–—])?|(?:Trang|trang|Page)\s(\d{1,4})(?:\s?(?:/|of|trên)\s?\d{1,4})?|(\d{1,4})\s?/\s?\d{1,4}"
)
_LONGEST: Final = 16  # characters of `Trang 12 trên 345`, nearly
_NEAR: Final = 4  # lines between a running header and the number that belongs to it
_MIN_PAGE: Final = 12  # lines with text on the shortest page between two numbers
_MAX_PAGE: Final = 90
_LINE: Final = 110  # characters; a longer line counts for several, as it was printed
_MARKS_A_PAGE: Final = frozenset((RemovedReason.RUNNING_HEADER, RemovedReason.WATERMARK))


def find_page_numbers(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """Numbers beside a running header or a watermark; without headers, numbers that count the pages one by one."""
    bare = {
        index: number
        for index, text in enumerate(texts)
        if text and len(text) <= _LONGEST and index not in found and (number := _value(text))
    }
    heads = [index for index in sorted(found) if found[index] in _MARKS_A_PAGE]
    beside = _beside_heads(heads, bare, texts)
    numbers = [*beside.values(), *_printed_again(beside, bare, texts)]
    if sum(found[index] is RemovedReason.RUNNING_HEADER for index in heads) < 2:
        numbers += _count_pages(bare, texts)
    found.update(dict.fromkeys(numbers, RemovedReason.PAGE_NUMBER))


def _value(text: str) -> int:
    match = _BARE.fullmatch(text)
    return int(match[1] or match[2] or match[3]) if match else 0


def _beside_heads(heads: list[int], bare: dict[int, int], texts: list[str]) -> dict[int, int]:
    """The number next to each header or watermark. Where one stands on either side, the one that counts the pages."""
    choices = [[near for step in (1, -1) if (near := _next_to(head, step, bare, texts))] for head in heads]
    bases = Counter(bare[near] - page for page, nears in enumerate(choices) for near in nears)
    base = bases.most_common(1)[0][0] if bases else 0
    numbers = {}
    for page, nears in enumerate(choices):
        counting = [near for near in nears if bare[near] - page == base]
        if counting or len(nears) == 1:
            numbers[heads[page]] = (counting or nears)[0]
    return numbers


def _printed_again(beside: dict[int, int], bare: dict[int, int], texts: list[str]) -> list[int]:
    """The further places where a page has its number: landscape pages have it two or three times around the header.

    A number on one page alone may number a row that begins there; then its neighbours number other rows.
    """
    again = {head: _same(head, number, bare, texts) for head, number in beside.items()}
    pages = {head: more for head, more in again.items() if more}
    if len(pages) > 1:
        return [index for more in pages.values() for index in more]
    known = {*beside.values(), *(index for more in pages.values() for index in more)}
    for head, more in pages.items():
        value = bare[beside[head]]
        rows = {bare[index] for index in bare if index not in known and abs(index - head) <= _MAX_PAGE}
        if not rows & {value - 1, value + 1}:
            return more
    return []


def _same(head: int, number: int, bare: dict[int, int], texts: list[str]) -> list[int]:
    """The other lines around a header that hold its page number and nothing else; empty lines may stand between."""
    found = []
    for step in (-1, 1):
        index, distance = head + step, 0
        while 0 <= index < len(texts) and distance <= _NEAR:
            if texts[index]:
                if bare.get(index) != bare[number]:
                    break
                distance = 0
                if index != number:
                    found.append(index)
            index, distance = index + step, distance + 1
    return found


def _next_to(head: int, step: int, bare: dict[int, int], texts: list[str]) -> int | None:
    """A bare number in that direction, with nothing but empty lines between."""
    for distance in range(1, _NEAR + 1):
        near = head + step * distance
        if near in bare:
            return near
        if not 0 <= near < len(texts) or texts[near]:
            return None
    return None


def _count_pages(bare: dict[int, int], texts: list[str]) -> list[int]:
    """The longest run of numbers that rise by one from page to page, each page of a believable length."""
    filled = [0]
    for text in texts:
        filled.append(filled[-1] + (len(text) // _LINE + 1 if text else 0))
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
    end = max(best, key=lambda index: best[index][0])
    if best[end][0] < 2:
        return [index for index in bare if _cuts_a_sentence(index, texts)]
    run = []
    last: int | None = end
    while last is not None:
        run.append(last)
        last = best[last][1]
    return run


def _cuts_a_sentence(index: int, texts: list[str]) -> bool:
    """Whether the text goes on in lower case behind the number: then it was the end of a page."""
    before = next((text for text in reversed(texts[max(0, index - 6) : index]) if text), "")
    after = next((text for text in texts[index + 1 : index + 7] if text), "")
    return before[-1:].isalpha() and before[-1:].islower() and after[:1].islower() and " " in before
