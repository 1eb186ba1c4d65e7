"""Documents named by type and number alone: `Quy định số 144`, `Nghị định 123/2020` for the one that the text cites.

Reads: the text and the mentions found so far. Writes: more mentions. It proves which document is meant only where the
text cites no other of that type and number; a date behind the number speaks of one that the text may not cite.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from build_tools.annotate.declarations import DECLARED
from build_tools.annotate.mention import Mention
from build_tools.grammar.type_words import last_syllables, type_name, type_word_pattern

_NUMBER = re.compile(  # begins with a digit, for which `re` looks fast
    r"(\d(?<=[ \u00a0]\d)\d{0,3}[a-zđ]?)(?:/((?:19|20)\d\d))?"
    r"(?![\w%]|[ \u00a0]?[/–-]|[.,]\d|,?[ \u00a0](?:[Nn]gày|năm|tháng)(?!\w))"
)
_BEFORE = re.compile(r"(\w{1,12})[ \u00a0](số[ \u00a0])?$")
# Without `số` a number may count something (`Quyết định 144 chỉ tiêu`): what follows must go on with the document.
_GOES_ON = re.compile(
    r"[ \u00a0]?(?:[,;:.)”\"\n]|$|"
    r"(?<=[ \u00a0])(?:nêu|quy định|có|gồm|đã|về|của|được|và|là|thì|cũng|trước|trên|dẫn)(?!\w))"
)
_LONGEST_WORD = 40
_Key = tuple[str, str, int | None]  # type word, number, year where it is written


def with_bare_numbers(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with those by number alone put in, in order."""
    known = _known(mentions)
    if not known:
        return mentions
    starts = [mention.start for mention in mentions]
    terms = [declared.span("term") for declared in DECLARED.finditer(text)]  # a name is no use of itself
    found = [
        replace(meant, start=start, end=end, listed=False, issuer=None)
        for start, end, meant in _named(text, known)
        if _is_free(mentions, starts, start, end) and not _lies_in(terms, start)
    ]
    return sorted([*mentions, *found], key=lambda mention: mention.start) if found else mentions


def _known(mentions: list[Mention]) -> dict[_Key, Mention]:
    """The only document of each type and number, and of each with its year, that the text cites by its symbol."""
    known: dict[_Key, Mention] = {}
    several: set[_Key] = set()
    for mention in mentions:
        name, symbol = mention.type_name, mention.symbol
        if symbol is None or name is None:
            continue
        for year in {None, symbol.year}:
            key = (name, symbol.number.lstrip("0"), year)
            first = known.setdefault(key, mention)
            if first.symbol is not None and first.symbol.canonical != symbol.canonical:
                several.add(key)
    return {key: mention for key, mention in known.items() if key not in several}


def _named(text: str, known: dict[_Key, Mention]) -> Iterator[tuple[int, int, Mention]]:
    """Where a type word and a known number stand together: start, end and the document."""
    numbers = {number for _, number, _ in known}
    for match in _NUMBER.finditer(text):
        if match[1].lstrip("0") not in numbers:
            continue
        before = _BEFORE.search(text, max(0, match.start() - 18), match.start())
        if before is None or before[1].casefold() not in last_syllables():
            continue
        if not before[2] and not match[2] and not _GOES_ON.match(text, match.end()):
            continue
        word = _word_before(text, before.end(1))
        meant = known.get((word[1], match[1].lstrip("0"), int(match[2]) if match[2] else None)) if word else None
        if word and meant:
            yield word[0], match.end(), meant


def _word_before(text: str, end: int) -> tuple[int, str] | None:
    """The type word in a capital that ends at `end`: where it begins and its spelling of the table."""
    for match in type_word_pattern().finditer(text, max(0, end - _LONGEST_WORD), end):
        name = type_name(match[0])
        if match.end() == end and match[0][0].isupper() and name:
            return match.start(), name
    return None


def _is_free(mentions: list[Mention], starts: list[int], start: int, end: int) -> bool:
    """Whether no mention lies over the words."""
    place = bisect_left(starts, end)
    return place == 0 or mentions[place - 1].end <= start


def _lies_in(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether one of the spans, which are in order and apart, holds the offset."""
    place = bisect_right(spans, (offset, offset)) - 1
    return any(start <= offset < end for start, end in spans[max(0, place) : place + 2])
