"""The beginning of a passage, for places that have room for one line."""

from __future__ import annotations

import re

LINE_LENGTH = 150
"""Longest one-line summary, in code points; about two lines on a phone."""
SHORTEST = 40
"""A clause that ends earlier says too little: the line goes on."""
STOPS = " \t\n.;:,/–-"
"""What a line does not end in."""
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|$)")
_BULLET = re.compile(r"^[-–—+*•]+\s*")


def opening(text: str, limit: int = LINE_LENGTH) -> str:
    """The beginning of a passage up to the end of a clause, in at most `limit` code points; … where it was cut."""
    flat = _BULLET.sub("", " ".join(text.split()))
    whole = flat.rstrip(STOPS)
    ends = [match.start() for match in _CLAUSE_END.finditer(flat, 0, limit) if match.start() >= SHORTEST]
    if ends and ends[0] < len(whole):
        return f"{flat[: ends[0]].rstrip(STOPS)} …"
    if len(whole) <= limit:
        return whole
    comma = flat.rfind(", ", SHORTEST, limit)
    cut = comma if comma > limit // 2 else flat.rfind(" ", 0, limit)
    return f"{flat[: cut if cut > 0 else limit].rstrip(STOPS)} …"
