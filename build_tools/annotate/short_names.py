"""Short names of documents: where `Thông tư liên tịch số 06/2018` stands for the document it was declared for.

Reads: the text and the mentions found so far. Writes: more mentions. A name counts after its declaration only
(`sau đây viết tắt là …`), and only if it begins with a type word.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec.structs import replace

from build_tools.annotate.declarations import DECLARED
from build_tools.annotate.mentions import Mention
from build_tools.grammar.type_words import type_word_pattern

_QUOTES = "“”\"' "
_UNIT_BEFORE = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục|[Pp]hần)\s\S{1,4}(?:\scủa)?\s$")


def find_short_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The later uses of every short name, as mentions of the document that it stands for."""
    starts = [mention.start for mention in mentions]
    found: dict[int, Mention] = {}
    seen: set[str] = set()
    for declared in DECLARED.finditer(text):
        term = declared["term"].strip(_QUOTES)
        head = type_word_pattern().match(term)
        if head is None or term in seen:
            continue
        meant = _meant(text, declared.start(), mentions, starts)
        if meant is None:
            continue
        seen.add(term)
        alone = head.end() == len(term)
        at = text.find(term, declared.end())
        while at >= 0:
            end = at + len(term)
            if at not in found and _is_use(text, at, end, alone=alone) and _is_free(mentions, starts, at, end):
                found[at] = replace(meant, start=at, end=end, listed=False)
            at = text.find(term, end)
    return list(found.values())


def _is_free(mentions: list[Mention], starts: list[int], start: int, end: int) -> bool:
    """Whether no mention lies over the words."""
    place = bisect_left(starts, end)
    return place == 0 or mentions[place - 1].end <= start


def _meant(text: str, at: int, mentions: list[Mention], starts: list[int]) -> Mention | None:
    """The document declared: the first that the clause before the bracket names."""
    low = max(0, at - 1000)
    floor = max(text.rfind(mark, low, at) for mark in ("\n", ";", ". ")) + 1
    place = bisect_left(starts, max(low, floor))
    inside = [mention for mention in mentions[place : bisect_left(starts, at)] if mention.end <= at and not mention.own]
    return inside[0] if inside else None


def _is_use(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether the words are the name: whole, not `… này`, and a bare type word only with a unit before it."""
    if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum() or text[end : end + 4] == " này":
        return False
    if text[end : end + 1] in ("/", "-") or text.startswith(" số ", end):
        return False
    return not alone or _UNIT_BEFORE.search(text, max(0, start - 16), start) is not None
