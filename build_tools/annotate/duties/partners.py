"""Those who act beside the subject: partners of a leading or cooperating body, and bodies that it directs to act."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.offices import own_members
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import after_preamble
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_PARTNERS = re.compile(
    r"\bphối h[ợọ]p(?:\s+(?:chặt chẽ|thường xuyên|tốt|đồng bộ))?\s+(?:(?:với|cùng)\s*:?\s+|(?=các (?:bộ|sở|ban|ngành|"
    r"cơ quan|đơn vị|địa phương)\b)|(?=(?:UBND|Ủy ban|Công an|Sở|Phòng|MTTQ|Mặt trận|Văn phòng|Trung tâm|Trạm)\s))",
    re.IGNORECASE,
)
_JOINT_LEADS = re.compile(r"\bđồng chủ trì\s+(?:với|cùng)\s+", re.IGNORECASE)
_LEADS = re.compile(r"\bchủ trì\b", re.IGNORECASE)
_JOINED = re.compile(r"(?:\b(?:và|hoặc)|,)\s*$")
_ANOTHER_TASK = re.compile(r"\bđồng thời\s+(?!phối h[ợọ]p)", re.IGNORECASE)
_OF_LAST = re.compile(r"(?:trực tiếp )?(?:quản lý|sử dụng)\b[^,.;:]{1,40}?\s(?:hoặc|và)\s+(?=\S)")
HELPS = re.compile(
    r"(?:cùng\s+)?(?:tham gia\s+)?phối h[ợọ]p\b(?!\s+(?:với|cùng)\b)|(?:cùng\s+)?tham gia\b", re.IGNORECASE
)
"""What those do who help one that leads and is named before them."""
_COMMA = re.compile(r",\s+(?:và\s+)?")
_OPENS = re.compile(r"\((?=[^()\n]{4,120}\))")
_MOST_COMMAS = 6
_DELEGATES = re.compile(
    r"\b(?<!không )(?<!không được )(?:chỉ đạo|yêu cầu)(?:\s*,\s*(?:hướng dẫn|đôn đốc))?\s+", re.IGNORECASE
)
_COLON = re.compile(r":\s+(?=[A-ZĐ])")


def partners(view: View, predicate: Span, charged: tuple[Actor, ...] = ()) -> tuple[Actor, ...]:
    """Partners of a body that leads or cooperates; those that `charged` names already are left out."""
    words = view.words(predicate)
    at = _partners_at(words)
    joint = _JOINT_LEADS.search(words)
    found: tuple[Actor, ...] = ()
    if joint is not None:
        end = predicate.start + (at if at is not None and at > joint.end() else len(words))
        found = _list_before_verb(view, predicate.start + joint.end(), end, Capacity.LEAD, must=False)
    if at is not None:
        found += _list_before_verb(view, predicate.start + at, predicate.end, Capacity.COORDINATE, must=False)
    found += _helpers(view, predicate, words)
    known = {actor.role for actor in charged}
    named = tuple(_beside(view, actor, charged) for actor in found)
    return tuple(actor for actor in named if actor.role is None or actor.role not in known)


def _helpers(view: View, predicate: Span, words: str) -> tuple[Actor, ...]:
    """Those who help one who leads, behind a comma (`A chủ trì, B, C phối hợp tổ chức …`) or in brackets."""
    if "phối h" not in words and "tham gia" not in words:
        return ()
    lead = _LEADS.search(words)
    commas = islice(_COMMA.finditer(words, lead.end()), _MOST_COMMAS) if lead is not None else ()
    for comma in (*commas, *_OPENS.finditer(words)):
        start = predicate.start + comma.end()
        if not begins_with_bearer(view, start, predicate.end) or view.mentions.covering(start - 2) is not None:
            continue
        stop = predicate_start(view, after_head(view, start, predicate.end), predicate.end)
        if stop is not None and HELPS.match(view.text, stop, predicate.end):
            actors = read_bearers(view, Span(start, stop), Capacity.COORDINATE)
            return tuple(actor for actor in actors if actor.role is not None)
        if comma[0] != "(":
            return ()
    return ()


def partners_before(view: View, subject: Span) -> tuple[Actor, ...]:
    """Partners that stand between a subject and what it is charged with (`A, phối hợp với B, có trách nhiệm …`)."""
    for match in _PARTNERS.finditer(view.text, subject.start, subject.end):
        apart = view.text[subject.start : match.start()].rstrip().endswith(",")
        if apart and view.mentions.covering(match.start()) is None:
            return _list_before_verb(view, match.end(), subject.end, Capacity.COORDINATE, must=False)
    return ()


def _beside(view: View, partner: Actor, charged: tuple[Actor, ...]) -> Actor:
    """A partner that only the body beside which it stands tells (`các tổ chức thành viên` beside the Front)."""
    if partner.role is not None or not charged:
        return partner
    role = own_members(view.words(partner.span), charged[0].role)
    return Actor(role, partner.span, partner.capacity, partner.mode)


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
    own = lead is not None or match.start() <= after_preamble(words) or _is_joined(words, match.start())
    return match.end() if own else None


def _is_joined(words: str, at: int) -> bool:
    """Whether the words before `at` are joined to it, and belong to the first task of the predicate."""
    return _JOINED.search(words, 0, at) is not None and _ANOTHER_TASK.search(words, 0, at) is None


def _list_before_verb(view: View, start: int, end: int, capacity: Capacity, *, must: bool) -> tuple[Actor, ...]:
    """The bearers from `start` to the next verb; with `must`, only where a verb follows and the names are known."""
    if not begins_with_bearer(view, start, end):
        return ()
    stop = predicate_start(view, after_head(view, start, end), end)
    if stop is None and must:
        return ()
    stop = _after_relative(view, stop, end) or stop
    colons = _COLON.finditer(view.text, start, stop or end)
    colon = next((mark for mark in colons if view.mentions.covering(mark.start()) is None), None)
    actors = read_bearers(view, Span(start, colon.start() if colon else stop or end), capacity)
    return tuple(a for a in actors if a.role is not None) if must else actors


def _after_relative(view: View, stop: int | None, end: int) -> int | None:
    """The verb after the rest of a list whose names tell whom they manage (`đơn vị quản lý người đó hoặc …`)."""
    told = _OF_LAST.match(view.text, stop, end) if stop is not None else None
    if told is None or view.mentions.covering(told.end()) is None:
        return None
    return predicate_start(view, after_head(view, told.end(), end), end)
