"""Whom a heading or a lead-in addresses: `Trách nhiệm của Sở Tư pháp`, `Đối với trưởng đoàn`, or a bare name."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import View
from build_tools.model.duty import Actor, Capacity, Modality, Mode
from build_tools.model.span import Span


class Opening(NamedTuple):
    """Words before the addressee, and what they lay on it."""

    pattern: re.Pattern[str]
    modality: Modality | None = None
    mode: Mode = Mode.ASSIGN
    known: bool = False  # may also open a topic: only a role of the table is an addressee


class Addressee(NamedTuple):
    """The bearers that are addressed, and the modality where the words before them tell it."""

    actors: tuple[Actor, ...]
    modality: Modality | None = None


def _opening(words: str, modality: Modality | None = None, mode: Mode = Mode.ASSIGN, *, known: bool = False) -> Opening:
    return Opening(re.compile(rf"(?:Về\s+)?(?:{words})\s*:?\s+", re.IGNORECASE), modality, mode, known)


OPENINGS: tuple[Opening, ...] = (
    _opening("đề nghị", mode=Mode.REQUEST),
    _opening(
        r"quyền(?: hạn)?(?: và|,) (?:nghĩa vụ|trách nhiệm) của|(?:nhiệm vụ|trách nhiệm)(?: và|,) quyền hạn của|"
        r"nghĩa vụ và quyền của"
    ),
    _opening("quyền (?:hạn )?của", Modality.POWER),
    _opening(
        r"trách nhiệm (?:thực hiện |thi hành |phối hợp |quản lý )?của|nghĩa vụ của|nhiệm vụ của|phân công nhiệm vụ cho"
    ),
    _opening(r"quyền (?:hạn )?(?!và\b|của\b)[^,.:;]{2,60}? của", Modality.POWER, known=True),
    _opening(r"(?:trách nhiệm|nghĩa vụ|nhiệm vụ)(?! và\b| của\b) [^,.:;]{2,80}? của", known=True),
    _opening(
        r"(?:phát huy|nâng cao|tăng cường|đề cao) (?:vai trò|tinh thần|ý thức)[^.:;]{0,40}? trách nhiệm"
        r"[^.:;]{0,20}? của"
    ),
    _opening("giao nhiệm vụ cho|giao"),
    _opening("đối với|về phía", known=True),
)
_TAIL = re.compile(
    r"\s+(?:trong\s+(?:việc|phạm vi|quản lý|công tác|thực hiện|tổ chức|hợp đồng)|về\s|đối với\s|khi\s|phối hợp\b|"
    r"có trách nhiệm|chủ trì|là\s+đối tượng|thực hiện\b|chịu trách nhiệm|thuộc thẩm quyền)",
    re.IGNORECASE,
)
_COOPERATIVE = re.compile(r"hợp tác xã\b", re.IGNORECASE)  # no verb
_LONGEST_BARE = 200


def read_addressee(view: View, span: Span, *, unknown: bool = False) -> Addressee | None:
    """The addressee that words such as `Trách nhiệm của` introduce; None where no bearer follows them.

    `unknown` takes a bearer that the table lacks also behind words that may open a topic.
    """
    for opening in OPENINGS:
        match = opening.pattern.match(view.text, span.start, span.end)
        if match is None:
            continue
        if not begins_with_bearer(view, match.end(), span.end):
            return None
        end = _name_end(view, match.end(), span.end)
        actors = read_bearers(view, Span(match.end(), end), Capacity.PERFORM, opening.mode)
        if not actors or (opening.known and not unknown and actors[0].role is None):
            return None
        return Addressee(actors, opening.modality)
    return None


def read_bare_addressee(view: View, span: Span) -> Addressee | None:
    """The bearers, where the words are nothing but their names."""
    if span.end - span.start > _LONGEST_BARE or not begins_with_bearer(view, span.start, span.end):
        return None
    capitals = view.words(span).isupper()
    stop = predicate_start(view, after_head(view, span.start, span.end), span.end, capitals=capitals)
    if stop is not None and not _COOPERATIVE.match(view.text, stop, span.end):
        return None
    actors = read_bearers(view, span, Capacity.PERFORM)
    return Addressee(actors) if actors else None


def _name_end(view: View, start: int, end: int) -> int:
    """Where the names end: at the matter for which they are addressed."""
    position = start
    while (match := _TAIL.search(view.text, position, end)) is not None:
        if view.mentions.covering(match.start() + 1) is None:
            return match.start()
        position = match.end()
    return end
