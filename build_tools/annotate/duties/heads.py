"""The nouns with which names of bodies and kinds of persons begin (`data/bearer_heads.csv`)."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.tables import bearer_heads, split_list


def is_head(text: str, start: int, end: int) -> bool:
    """Whether the words at `start` begin the name of a body or a kind of person that the table of roles may lack."""
    match = head_pattern().match(text, start, end)
    if match is None or not (match[0][0].isupper() or match[0].lower() in _small_heads()):
        return False
    other = _unless().get(match[0].lower())
    return other is None or other.match(text, match.end()) is None


@cache
def head_pattern() -> re.Pattern[str]:
    """Any head of the table, the longest first, as whole words."""
    heads = sorted((row.head for row in bearer_heads()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, heads))})(?!\w)", re.IGNORECASE)


@cache
def _unless() -> dict[str, re.Pattern[str]]:
    """What may not follow a head, for it would make another word of it (`Ban hành`)."""
    return {
        row.head.lower(): re.compile(rf"\s*(?:{'|'.join(map(re.escape, split_list(row.unless)))})(?!\w)", re.IGNORECASE)
        for row in bearer_heads()
        if row.unless
    }


@cache
def _small_heads() -> frozenset[str]:
    """Heads that are written small in prose: kinds of persons and bodies, not names."""
    return frozenset(row.head.lower() for row in bearer_heads() if row.prose)
