"""Those who act beside the subject: partners of a leading or cooperating body, and bodies that it directs to act."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import after_preamble
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_PARTNERS = re.compile(
    r"\bphối h[ợọ]p(?:\s+(?:chặt chẽ|thường xuyên|tốt|đồng bộ))?\s+(?:với|cùng)\s*:?\s+", re.IGNORECASE
)
_LEADS = re.compile(r"\bchủ trì\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\bvà|,)\s*$")
_DELEGATES = re.compile(
    r"\b(?<!không )(?<!không được )(?:chỉ đạo|yêu cầu)(?:\s*,\s*(?:hướng dẫn|đôn đốc))?\s+", re.IGNORECASE
)
_COLON = re.compile(r":\s+(?=[A-ZĐ])")


def partners(view: View, predicate: Span) -> tuple[Actor, ...]:
    """Partners of a body that leads or cooperates."""
    at = _partners_at(view.words(predicate))
    if at is None:
        return ()
    return _list_before_verb(view, predicate.start + at, predicate.end, Capacity.COORDINATE, must=False)


def directed(view: View, predicate: Span) -> tuple[Actor, ...]:
    """Bodies that somebody directs to act; they are charged themselves where nobody else is (`Chỉ đạo A làm …`)."""
    found: list[Actor] = []
    for match in _DELEGATES.finditer(view.words(predicate)):
        found += _list_before_verb(view, predicate.start + match.end(), predicate.end, Capacity.PERFORM, must=True)
    return tuple(found)


def extra_actors(view: View, predicate: Span) -> tuple[Actor, ...]:
    """Partners, and bodies that are directed to act."""
    return (*partners(view, predicate), *directed(view, predicate))


def _partners_at(words: str) -> int | None:
    """Where the partners of the subject are named: after `chủ trì`, at the beginning, or joined to its own task."""
    match = _PARTNERS.search(words)
    if match is None:
        return None
    lead = _LEADS.search(words, 0, match.start())
    own = lead is not None or match.start() <= after_preamble(words) or _JOINED.search(words, 0, match.start())
    return match.end() if own else None


def _list_before_verb(view: View, start: int, end: int, capacity: Capacity, *, must: bool) -> tuple[Actor, ...]:
    """The bearers from `start` to the next verb; with `must`, only where a verb follows and the names are known."""
    if not begins_with_bearer(view, start, end):
        return ()
    stop = predicate_start(view, after_head(view, start, end), end)
    if stop is None and must:
        return ()
    colon = _COLON.search(view.text, start, stop or end)
    actors = read_bearers(view, Span(start, colon.start() if colon else stop or end), capacity)
    return tuple(a for a in actors if a.role is not None) if must else actors
