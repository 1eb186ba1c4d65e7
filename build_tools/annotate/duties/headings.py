"""Headings that name their addressee (`3.3. Đảng ủy Công an tỉnh`, `Điều 6. Trách nhiệm của Sở Tư pháp`) or a time."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Charge, State, most_telling
from build_tools.annotate.duties.lead_ins import charge_of
from build_tools.annotate.duties.sections import Section
from build_tools.annotate.duties.sentences import read_sentences
from build_tools.annotate.duties.subjects import predicate_start
from build_tools.annotate.duties.view import Passage
from build_tools.model.document import Unit
from build_tools.model.duty import Capacity, DeadlineKind, Explicit, Modality, Mode
from build_tools.model.span import Span


class Opening(NamedTuple):
    """Words before the addressee, and what they lay on it."""

    pattern: re.Pattern[str]
    modality: Modality | None = None
    mode: Mode = Mode.ASSIGN
    known: bool = False  # may also open a topic: only a role of the table is an addressee


def _opening(words: str, modality: Modality | None = None, mode: Mode = Mode.ASSIGN, *, known: bool = False) -> Opening:
    return Opening(re.compile(rf"(?:Về\s+)?(?:{words})\s*:?\s+", re.IGNORECASE), modality, mode, known)


OPENINGS: tuple[Opening, ...] = (
    _opening("đề nghị", mode=Mode.REQUEST),
    _opening("quyền (?:và|,) (?:nghĩa vụ|trách nhiệm) của|quyền hạn và trách nhiệm của|nhiệm vụ và quyền hạn của|nhiệm vụ, quyền hạn của|trách nhiệm và quyền hạn của"),
    _opening("quyền (?:hạn )?của", Modality.POWER),
    _opening("trách nhiệm (?:thực hiện |thi hành |phối hợp |quản lý )?của|nghĩa vụ của|nhiệm vụ của|phân công nhiệm vụ cho"),
    _opening("giao nhiệm vụ cho|giao"),
    _opening("đối với|về phía", known=True),
)  # fmt: skip
_FORBIDDEN = re.compile(
    r"(?:hành vi|việc|điều|nội dung)[^.]{0,60}?(?:bị\s+(?:nghiêm\s+)?cấm|không\s+được\s+(?:làm|phép))|^\s*(?:nghiêm\s+cấm|các điều cấm)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:trong\s+(?:việc|phạm vi|quản lý|công tác|thực hiện|tổ chức|hợp đồng)|về\s|đối với\s|khi\s|phối hợp\b|có trách nhiệm|"
    r"chủ trì|là\s+đối tượng|thực hiện\b|chịu trách nhiệm|thuộc thẩm quyền)",
    re.IGNORECASE,
)
_LONGEST_BARE = 200
_ALL_AT_ONCE = re.compile(r"\b(?:mục tiêu|chỉ tiêu|tầm nhìn|kết quả)\b", re.IGNORECASE)


def read_heading(state: State, passage: Passage) -> bool:
    """Notes the addressee and the time that a heading gives to all below; True where nothing but a heading stands."""
    if passage.heading is None or passage.unit is None:
        return False
    _note_limit(state, passage.heading, passage.unit)
    alone = passage.span.start >= passage.span.end
    if alone and passage.unit.span.end <= passage.whole.end:
        read_sentences(state, passage, passage.heading)
        return True
    charge = (
        _addressee(state, passage.heading, passage.unit)
        or _prohibition(state, passage.heading, passage.unit)
        or (charge_of(state, passage.heading, passage.unit.span.end) if alone else None)
    )
    if charge is not None:
        state.charges.append(charge)
    return alone


def _note_limit(state: State, heading: Span, unit: Unit) -> None:
    words = state.view.words(heading)
    limits = [d for d in state.view.deadlines_within(heading) if d.kind is not DeadlineKind.ON_REQUEST]
    limit = most_telling(limits)
    if limit is not None and not _ALL_AT_ONCE.search(words):
        state.limits.append((limit, unit.span.end))


def _prohibition(state: State, heading: Span, unit: Unit) -> Charge | None:
    match = _FORBIDDEN.search(state.view.words(heading))
    if match is None:
        return None
    outer = state.charge
    actors = outer.actors if outer else ()
    return Charge(
        actors, Explicit.HEADING if actors else Explicit.NONE, heading, unit.span.end, modality=Modality.PROHIBITION
    )


def _addressee(state: State, heading: Span, unit: Unit) -> Charge | None:
    view = state.view
    for opening in OPENINGS:
        match = opening.pattern.match(view.text, heading.start, heading.end)
        if match is None:
            continue
        if not begins_with_bearer(view, match.end(), heading.end):
            return None
        end = _name_end(state, match.end(), heading.end)
        actors = read_bearers(view, Span(match.end(), end), Capacity.PERFORM, opening.mode)
        if not actors or (opening.known and actors[0].role is None):
            return None
        return Charge(actors, Explicit.HEADING, heading, unit.span.end, modality=opening.modality)
    return _bare_addressee(state, heading, unit)


def _bare_addressee(state: State, heading: Span, unit: Unit) -> Charge | None:
    """A heading that is nothing but names of bearers."""
    view = state.view
    too_long = heading.end - heading.start > _LONGEST_BARE
    if too_long or state.section in (Section.FRAME, Section.ACCOUNT, Section.AIMS) or view.is_legal(unit):
        return None
    if not begins_with_bearer(view, heading.start, heading.end) or _holds_a_verb(state, heading):
        return None
    actors = read_bearers(view, heading, Capacity.PERFORM)
    return Charge(actors, Explicit.HEADING, heading, unit.span.end) if actors else None


def _holds_a_verb(state: State, heading: Span) -> bool:
    """Whether more than names stands in a heading."""
    words = state.view.words(heading)
    return predicate_start(state.view, heading.start, heading.end, capitals=words.isupper()) is not None


def _name_end(state: State, start: int, end: int) -> int:
    """Where the names in a heading end: at the matter for which they are addressed."""
    position = start
    while (match := _TAIL.search(state.view.text, position, end)) is not None:
        if state.view.mentions.covering(match.start() + 1) is None:
            return match.start()
        position = match.end()
    return end
