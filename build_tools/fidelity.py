"""Fidelity, the first promise: words(received) == words(page) together with words(removed), in order.

Checked in every build: a document whose words do not add up is kept out, with the first line that differs.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from typing import Final

from lxml import html
from msgspec import Struct

from build_tools.grammar.words import words
from build_tools.model.findings import Removed
from build_tools.model.source import CleanText, SourceText

__all__ = ["FidelityFault", "check_clean", "check_page", "words"]

_CONTEXT: Final = 6  # words shown around a difference
_MOST_TRIES: Final = 40
_MOST_WAYS: Final = 64  # of giving the words of one line their places that are followed at once
_NOT_COUNTED: Final = frozenset(("ins", "script", "style"))
_TAGS = """
a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr
"""
_INLINE: Final = frozenset(_TAGS.split())


class FidelityFault(Struct, frozen=True):
    """The first place where words were lost, added or moved. `line` is of the received file."""

    line: int
    expected: str
    found: str


def check_clean(source: SourceText, clean: CleanText) -> FidelityFault | None:
    """Whether every word of `source` stands in `clean.text` or in `clean.removed`, in order; `None` when it does."""
    lines = [(item.number, words(item.text)) for item in source.lines]
    matching = _Matching(lines, words(clean.text), _removed_by_line(source, clean))
    first = matching.fault()
    fault = first
    for _ in range(_MOST_TRIES):
        if fault is None or not matching.choices:
            break
        fault = matching.fault(*matching.choices.pop())
    return first if fault else None


class _Matching:
    """Gives every received word its place, among those kept or among those removed from its line.

    Where parts of a document share a line of the file, a part may be like one that was removed: a choice, remembered
    in order to come back to it.
    """

    def __init__(self, lines: list[tuple[int, list[str]]], kept: list[str], removed: dict[int, list[str]]) -> None:
        self.choices: deque[tuple[int, int, dict[int, int]]] = deque(maxlen=_MOST_TRIES)  # the latest ones
        self._lines = lines
        self._kept = kept
        self._removed = removed
        times = Counter(number for number, _ in lines)
        self._shared = {number for number in removed if times[number] > 1}

    def fault(self, start: int = -1, position: int = 0, taken: dict[int, int] | None = None) -> FidelityFault | None:
        """The first word without a place. Begins at the first line, or at a choice, which is then decided for kept."""
        kept = self._kept
        taken = taken or {}
        for index in range(max(start, 0), len(self._lines)):
            number, received = self._lines[index]
            if number in self._removed and index != start and self._take(index, position, taken):
                continue
            if kept[position : position + len(received)] == received:
                position += len(received)
                continue
            around = self._cut(number, received, position, taken)
            if around is not None:
                position += around
                continue
            gone, before = self._removed.get(number, []), taken.get(number, 0)
            ways = {before}  # how many of the removed words may have been met
            for at, word in enumerate(received):
                last = max(ways)
                ways = set(sorted(_further(ways, word, kept, position + at + before, gone))[-_MOST_WAYS:])
                if not ways:
                    return _fault(number, received[at:], kept[position + at + before - last :])
            taken[number] = min(ways) if number in self._shared else max(ways)
            position += len(received) + before - taken[number]
        if position < len(kept):
            return _fault(self._lines[-1][0] if self._lines else 1, [], kept[position:])
        left = ((number, rest[taken.get(number, 0) :]) for number, rest in sorted(self._removed.items()))
        return next((_fault(number, [], rest) for number, rest in left if rest), None)

    def _cut(self, number: int, received: list[str], position: int, taken: dict[int, int]) -> int | None:
        """How many words are kept of a line out of which one stretch was removed; `None` for any other line."""
        gone = self._removed.get(number, [])[taken.get(number, 0) :]
        for start in range(len(received) - len(gone) + 1) if gone else ():
            if received[start : start + len(gone)] == gone:
                kept = received[:start] + received[start + len(gone) :]
                if self._kept[position : position + len(kept)] == kept:
                    taken[number] = taken.get(number, 0) + len(gone)
                    return len(kept)
        return None

    def _take(self, index: int, position: int, taken: dict[int, int]) -> bool:
        """Whether the whole line is the next of those removed."""
        number, received = self._lines[index]
        at = taken.get(number, 0)
        if not received or self._removed[number][at : at + len(received)] != received:
            return False
        if number in self._shared and self._kept[position : position + len(received)] == received:
            self.choices.append((index, position, dict(taken)))
        taken[number] = at + len(received)
        return True


def _further(ways: set[int], word: str, kept: list[str], place: int, gone: list[str]) -> Iterator[int]:
    """The ways on over one word more: it was kept, or it is the next of those removed."""
    for met in ways:
        if place - met < len(kept) and kept[place - met] == word:
            yield met
        if met < len(gone) and gone[met] == word:
            yield met + 1


def check_page(clean: CleanText, fragment: str) -> FidelityFault | None:
    """Whether the words of a page are those of the clean text.

    Elements that carry `data-gen` are ours and do not count; of a correction, `<del>` counts and `<ins>` does not.
    """
    page = words("".join(_page_text(html.fragment_fromstring(fragment, create_parent="div"))))
    expected = words(clean.text)
    if page == expected:
        return None
    position = next(
        (index for index, pair in enumerate(zip(expected, page, strict=False)) if pair[0] != pair[1]),
        min(len(expected), len(page)),
    )
    return _fault(_line_of_word(clean, position), expected[position:], page[position:])


def _removed_by_line(source: SourceText, clean: CleanText) -> dict[int, list[str]]:
    """What `normalise` removed; what the reader removed is not among the lines it gave."""
    by_reader = list(source.removed)
    found: dict[int, list[str]] = {}
    for item in clean.removed:
        if _take(by_reader, item):
            continue
        found.setdefault(item.line, []).extend(words(item.text))
    return found


def _take(items: list[Removed], item: Removed) -> bool:
    if item in items:
        items.remove(item)
        return True
    return False


def _page_text(element: html.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.get("data-gen") is not None or element.tag in _NOT_COUNTED:
        return
    inline = element.tag in _INLINE
    if not inline:
        yield "\n"
    yield element.text or ""
    for child in element:
        yield from _page_text(child)
        yield child.tail or ""
    if not inline:
        yield "\n"


def _line_of_word(clean: CleanText, position: int) -> int:
    """The line of the received file on which the word at `position` begins: its block is found by counting words."""
    seen = 0
    for block in clean.blocks:
        seen += len(words(block.span.of(clean.text)))
        if seen > position:
            return next(o.line for o in reversed(clean.origins) if o.offset <= block.span.start)
    return clean.origins[-1].line if clean.origins else 1


def _fault(line: int, expected: list[str], found: list[str]) -> FidelityFault:
    return FidelityFault(line, " ".join(expected[:_CONTEXT]), " ".join(found[:_CONTEXT]))
