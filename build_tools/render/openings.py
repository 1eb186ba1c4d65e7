"""The beginning of a passage, for places that have room for a line or two.

It must be understood alone, so it ends where a clause ends, else before words with which a new part begins, and never
within brackets, quotation marks or a word of several syllables. Every cut is shown by `…`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

LINE_LENGTH = 160
"""A passage of this length is shown whole, in code points; about three lines on a phone."""
LONGEST = 220
"""Where the line of a longer passage ends at the latest, if no clause ends before."""
SHORTEST = 40
"""A clause that ends earlier says too little: the line goes on."""
STOPS = " \t\n.;:,/–-"
"""What a line does not end in."""
_CLAUSE_END = re.compile(r"[.;!?](?=\s|$)")
_ABBREVIATED = re.compile(r"(?<!\w)(?:\w|[A-ZĐ]{2}|\d+)$")
"""What a full stop may follow without ending a sentence: `TP.`, `a.`, `1.`"""
_COMMA = re.compile(r",(?=\s)")
_JOINT = re.compile(
    r"\s(?=(?:và|hoặc|để|nhằm|theo|với|cho|về|tại|từ|đến|bằng|khi|trong|trên|của|do|đối với|bảo đảm|đảm bảo"
    r"|đồng thời)\s)"
)
"""Words that begin a new part of a sentence: a line may end before them."""
_HORIZON = 1200
"""How far a bracket is looked for that closes another; one that encloses more is text like other text."""
_BULLET = re.compile(r"^[-–—+*•]+\s*")
_CLOSING = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»"}
_OPENING = re.compile(f'[{re.escape("".join(_CLOSING))}"]')


def opening(text: str, whole: int = LINE_LENGTH, longest: int | None = None, least: int = 0) -> str:
    """The beginning of a passage, `whole` if it has at most so many code points; … where it was cut.

    `longest` is where a cut line ends at the latest (by default in the same proportion as `LONGEST`); only brackets
    and quotation marks that begin before the line says anything run on beyond it. The first `least` code points are
    never cut, and something is said after them.
    """
    flat = _BULLET.sub("", " ".join(text.split()))
    found = flat.rstrip(STOPS)
    if len(found) <= whole:
        return found
    limit = longest or whole * LONGEST // LINE_LENGTH
    shortest = min(SHORTEST, limit // 2)
    if least:
        limit, shortest = max(limit, least + 2 * SHORTEST), max(shortest, least + SHORTEST // 2)
    end = _end(flat, limit, shortest)
    return found if end >= len(found) else f"{flat[:end].rstrip(STOPS)} …"


def bullet_length(text: str) -> int:
    """How many code points the mark of a list at the beginning of a paragraph takes."""
    match = _BULLET.match(text)
    return match.end() if match else 0


def _end(flat: str, limit: int, shortest: int) -> int:
    """Where the line ends: after the first clause; else at the last comma, or before a joint well behind it."""
    enclosed = _enclosed(flat[: limit + _HORIZON])
    clause = next((at for at in _places(_CLAUSE_END, flat, shortest, limit, enclosed) if _ends_clause(flat, at)), None)
    if clause is not None:
        return clause
    comma, joint = (
        max(_places(pattern, flat, max(shortest, limit // 2), limit, enclosed), default=0)
        for pattern in (_COMMA, _JOINT)
    )
    if comma or joint:  # `tuyên truyền, phổ biến Quy định … của Bộ Chính trị`: the comma parts two verbs of one object
        return joint if joint > comma + SHORTEST else comma
    last = max(_places(re.compile(r"\s"), flat, shortest, limit, enclosed), default=None)
    if last is not None:
        return last
    return next(_places(re.compile(r"\s"), flat, limit, limit + _HORIZON, enclosed), limit + _HORIZON)


def _places(pattern: re.Pattern[str], flat: str, start: int, end: int, enclosed: list[range]) -> Iterator[int]:
    """Where `pattern` matches from `start` to before `end`, outside everything enclosed."""
    firsts = [part.start for part in enclosed]
    for match in pattern.finditer(flat, start):
        at = match.start()
        if at >= end:
            return
        near = bisect_right(firsts, at) - 1
        if near < 0 or at not in enclosed[near]:
            yield at


def _ends_clause(flat: str, at: int) -> bool:
    return flat[at] != "." or not _ABBREVIATED.search(flat, max(0, at - 4), at)


def _enclosed(flat: str) -> list[range]:
    """The outermost stretches between brackets or quotation marks, those that are closed only, in order."""
    found = []
    behind = 0
    for opened in _OPENING.finditer(flat):
        at, mark = opened.start(), opened[0]
        if at < behind or (close := flat.find(_CLOSING.get(mark, mark), at + 1)) < 0:
            continue
        behind = _matching(flat, at, close) + 1
        found.append(range(at, behind))
    return found


def _matching(flat: str, start: int, close: int) -> int:
    """The mark that closes the one at `start`, past others of its kind within; the first where that one lacks."""
    mark = flat[start]
    if mark == '"':
        return close
    depth = 0
    for at in range(start, len(flat)):
        depth += (flat[at] == mark) - (flat[at] == _CLOSING[mark])
        if depth == 0:
            return at
    return close
