"""Short names of documents: where `Thông tư liên tịch số 06/2018` stands for the document it was declared for.

Reads: the text and the mentions found so far. Writes: more mentions. A name counts after its declaration only
(`sau đây viết tắt là …`), and only if it begins with a type word.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from build_tools.annotate.declarations import DECLARED
from build_tools.annotate.mentions import Mention
from build_tools.grammar.type_words import type_word_pattern

_QUOTES = "“”\"' "
_UNIT_BEFORE = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Cc]hương|[Mm]ục|[Pp]hần)\s\S{1,4}(?:\scủa)?\s$")


def find_short_names(text: str, mentions: list[Mention]) -> list[Mention]:
    """The later uses of every short name, as mentions of the document that it stands for."""
    starts = {(mention.start, mention.end) for mention in mentions}
    found: list[Mention] = []
    for declared in DECLARED.finditer(text):
        term = declared["term"].strip(_QUOTES)
        meant = _meant(text, declared.start(), mentions)
        head = type_word_pattern().match(term)
        if meant is None or head is None:
            continue
        alone = head.end() == len(term)
        at = text.find(term, declared.end())
        while at >= 0:
            end = at + len(term)
            if _is_use(text, at, end, alone=alone) and not any(a < end and at < b for a, b in starts):
                found.append(replace(meant, start=at, end=end, listed=False))
            at = text.find(term, end)
    return found


def _meant(text: str, at: int, mentions: list[Mention]) -> Mention | None:
    """The document declared: the first that the clause before the bracket names."""
    floor = max(text.rfind("\n", 0, at), text.rfind(";", 0, at), text.rfind(". ", 0, at)) + 1
    inside = [mention for mention in mentions if floor <= mention.start and mention.end <= at and not mention.own]
    return inside[0] if inside else None


def _is_use(text: str, start: int, end: int, *, alone: bool) -> bool:
    """Whether the words are the name: whole, not `… này`, and a bare type word only with a unit before it."""
    if (start and text[start - 1].isalnum()) or text[end : end + 1].isalnum() or text[end : end + 4] == " này":
        return False
    if text[end : end + 1] in ("/", "-") or text.startswith(" số ", end):
        return False
    return not alone or _UNIT_BEFORE.search(text, max(0, start - 16), start) is not None
