"""Headings: the addressee (`3.3. Đảng ủy Công an tỉnh`), the ban or the time that they give to all below."""

from __future__ import annotations

import re

from build_tools.annotate.duties.addressees import read_addressee, read_bare_addressee
from build_tools.annotate.duties.directing import directed_below
from build_tools.annotate.duties.drafts import Charge, State, most_telling
from build_tools.annotate.duties.lead_ins import charge_of, said_by
from build_tools.annotate.duties.sections import NO_ADDRESSEES, Section
from build_tools.annotate.duties.sentences import read_sentences
from build_tools.annotate.duties.silences import names_below
from build_tools.annotate.duties.times import PHASE
from build_tools.annotate.duties.view import Passage
from build_tools.model.document import Unit, UnitKind
from build_tools.model.duty import DeadlineKind, Explicit, Modality
from build_tools.model.span import Span

_FORBIDDEN = re.compile(
    r"(?:hành vi|việc|điều|nội dung)[^.]{0,60}?(?:bị\s+(?:nghiêm\s+)?cấm|không\s+được\s+(?:làm|phép))|"
    r"^\s*(?:nghiêm\s+cấm|các điều cấm)",
    re.IGNORECASE,
)
_GOAL = re.compile(r"\b(?:mục tiêu|chỉ tiêu|tầm nhìn|kết quả)\b", re.IGNORECASE)
_LONGEST_TITLE = 200


def read_heading(state: State, passage: Passage) -> bool:
    """Notes the addressee and the time that a heading gives to all below; True where nothing but a heading stands."""
    passage = _with_title(state, passage)
    if passage.heading is None or passage.unit is None:
        return False
    _note_limit(state, passage.heading, passage.unit)
    alone = passage.span.start >= passage.span.end
    if alone and passage.unit.span.end <= passage.whole.end:
        read_sentences(state, passage, passage.heading)
        return True
    if alone and (names := names_below(state, passage.heading, passage.unit.span.end)) is not None:
        read_sentences(state, passage, passage.heading)
        state.charges.append(names)
        return True
    charge = _addressed(state, passage.heading, passage.unit) or _prohibition(state, passage.heading, passage.unit)
    if charge is None and alone and not state.view.is_legal(passage.unit):
        charge = charge_of(state, passage.heading, passage.unit.span.end)
    elif charge is None and alone:
        end = passage.unit.span.end
        charge = said_by(state, passage.heading, end) or directed_below(state, passage.heading, end)
    if charge is not None and passage.attached and all(actor.role is None for actor in charge.actors):
        charge = None  # a word of a form or a list, and no body
    if charge is not None:
        state.charges.append(charge)
    return alone


def _with_title(state: State, passage: Passage) -> Passage:
    """A clause that only names what its points are about (`1. Quyền của người lao động`) is read as their heading.

    So is what a phase is called, behind its number (`Giai đoạn 1: Chuẩn bị (từ ngày 15/9 đến ngày 30/9/2026)`).
    """
    if (phase := _phase(state, passage)) is not None:
        return passage._replace(heading=phase, span=Span(passage.span.end, passage.span.end))
    if passage.heading is not None or not passage.opens or passage.unit is None:
        return passage
    words = state.view.words(passage.span).rstrip(" *_")
    if not _has_text_below(state, passage) or len(words) > _LONGEST_TITLE or words.endswith((".", ";", ":", ",")):
        return passage
    return passage._replace(heading=passage.span, span=Span(passage.span.end, passage.span.end))


def _phase(state: State, passage: Passage) -> Span | None:
    """The whole title of a phase with tasks below it; None for anything else."""
    if passage.heading is None or passage.span.start >= passage.span.end or not _has_text_below(state, passage):
        return None
    words = state.view.words(passage.span).rstrip(" *_")
    unmarked = len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ",")) and ". " not in words
    called = PHASE.match(state.view.text, passage.heading.start, passage.heading.end) is not None
    return Span(passage.heading.start, passage.span.end) if called and unmarked else None


def _has_text_below(state: State, passage: Passage) -> bool:
    """Whether points, or a paragraph of the same clause, follow."""
    following = next(state.view.following(passage), None)
    beside = following is not None and not following.opens and following.unit is passage.unit
    return beside or bool(passage.unit and state.view.children.get(passage.unit.id))


def _note_limit(state: State, heading: Span, unit: Unit) -> None:
    limits = [d for d in state.view.deadlines_within(heading) if d.kind is not DeadlineKind.ON_REQUEST]
    limit = most_telling(limits)
    if limit is not None and not _GOAL.search(state.view.words(heading)):
        state.limits.append((limit, unit.span.end))


def _addressed(state: State, heading: Span, unit: Unit) -> Charge | None:
    found = read_addressee(state.view, heading)
    plain = not state.view.is_legal(unit) or (unit.kind is not UnitKind.ARTICLE and state.section is Section.TASKS)
    if found is None and plain and state.section not in NO_ADDRESSEES:
        found = read_bare_addressee(state.view, heading)
    if found is not None:
        return Charge(found.actors, Explicit.HEADING, heading, unit.span.end, modality=found.modality)
    found = read_bare_addressee(state.view, heading) if unit.kind is UnitKind.ARTICLE else None
    if found is None or found.actors[0].role is None:  # somebody, if tasks stand below
        found = read_addressee(state.view, heading, unknown=True) if state.view.children.get(unit.id) else None
    if found is None:
        return None
    return Charge(found.actors, Explicit.HEADING, heading, unit.span.end, modality=found.modality, verbs_only=True)


def _prohibition(state: State, heading: Span, unit: Unit) -> Charge | None:
    if _FORBIDDEN.search(state.view.words(heading)) is None:
        return None
    outer = state.charge
    actors = outer.actors if outer else ()
    explicit = Explicit.HEADING if actors else Explicit.NONE
    return Charge(actors, explicit, heading, unit.span.end, modality=Modality.PROHIBITION)
