"""Short names of documents: where `Thông tư liên tịch số 06/2018` stands for the document it was declared for.

Reads: the text and the mentions found so far. Writes: more mentions. A name counts after its declaration only
(`sau đây viết tắt là …`), and only if it begins with a type word.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace

from build_tools.annotate.declarations import DECLARED, Named, meant_among, names_document, term_of
from build_tools.annotate.mention import Mention
from build_tools.grammar.type_words import type_word_pattern

_UNIT_BEFORE = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục|[Pp]hần)\s\S{1,4}(?:\scủa)?\s$")


def find_short_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The later uses of every short name, as mentions of the document that it stands for."""
    starts = [mention.start for mention in mentions]
    found: dict[int, Mention] = {}
    seen: set[str] = set()
    floor = 0
    for declared in DECLARED.finditer(text):
        term, behind = term_of(declared), floor
        floor = declared.end()
        if term in seen or not names_document(term):
            continue
        meant = _meant(text, declared, behind, mentions, starts)
        if meant is None:
            continue
        seen.add(term)
        alone = type_word_pattern().fullmatch(term) is not None
        at = text.find(term, declared.end())
        while at >= 0:
            end = at + len(term)
            if at not in found and _is_use(text, at, end, alone=alone) and _is_free(mentions, starts, at, end):
                found[at] = replace(meant, start=at, end=end, listed=False)
            at = text.find(term, end)
    return list(found.values())


def with_short_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions with the short names put in; a law's name in its own declaration is no mention of it."""
    short = {mention.start: mention for mention in find_short_names(text, mentions)}
    declared = [declaration.span("term") for declaration in DECLARED.finditer(text)]
    ends = [end for _, end in declared]
    kept = [
        mention
        for mention in mentions
        if mention.start not in short and not (mention.law and not mention.symbol and _inside(mention, declared, ends))
    ]
    return sorted([*kept, *short.values()], key=lambda mention: mention.start)


def _inside(mention: Mention, spans: list[tuple[int, int]], ends: list[int]) -> bool:
    place = bisect_left(ends, mention.end)
    return place < len(spans) and spans[place][0] <= mention.start


def _is_free(mentions: list[Mention], starts: list[int], start: int, end: int) -> bool:
    """Whether no mention lies over the words, or only the name of the law that they are."""
    place = bisect_left(starts, end)
    if place == 0 or mentions[place - 1].end <= start:
        return True
    over = mentions[place - 1]
    return over.symbol is None and over.law is not None and (over.start, over.end) == (start, end)


def _meant(
    text: str, declared: re.Match[str], floor: int, mentions: list[Mention], starts: list[int]
) -> Mention | None:
    """The document declared: one that the clause before the bracket names, behind the bracket before it."""
    at, term = declared.start(), term_of(declared)
    low = max(floor, at - 1000)
    clause = max(text.rfind(mark, low, at) for mark in ("\n", ";", ". ")) + 1
    place = bisect_left(starts, max(low, clause))
    inside = [mention for mention in mentions[place : bisect_left(starts, at)] if mention.end <= at and not mention.own]
    found = meant_among(term, [_named(mention) for mention in inside])
    return inside[found] if found is not None else None


def _named(mention: Mention) -> Named:
    symbol, law = mention.symbol, mention.law
    return Named(
        number=symbol.number if symbol else None,
        year=symbol.year if symbol else None,
        law=law.full if law else None,
        type_name=mention.type_name,
    )


def _is_use(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether the words are the name: whole, not `… này`, and a bare type word only with a unit before it."""
    if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum() or text[end : end + 4] == " này":
        return False
    if text[end : end + 1] in ("/", "-") or text.startswith(" số ", end):
        return False
    return not alone or _UNIT_BEFORE.search(text, max(0, start - 16), start) is not None
