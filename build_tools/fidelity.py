"""Fidelity, the first promise: words(received) == words(page) together with words(removed), in order.

Checked in every build: a document whose words do not add up is kept out, with the first line that differs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import html
from msgspec import Struct

from build_tools.grammar.words import words
from build_tools.interleaving import first_misfit
from build_tools.model.findings import Removed
from build_tools.model.source import CleanText, SourceText

__all__ = ["FidelityFault", "check_clean", "check_page", "words"]

_CONTEXT: Final = 6  # words shown around a difference
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
    misfit = first_misfit(lines, words(clean.text), _removed_by_line(source, clean))
    return _fault(misfit.line, misfit.expected, misfit.found) if misfit else None


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


def _fault(line: int, expected: Sequence[str], found: Sequence[str]) -> FidelityFault:
    return FidelityFault(line, " ".join(expected[:_CONTEXT]), " ".join(found[:_CONTEXT]))
