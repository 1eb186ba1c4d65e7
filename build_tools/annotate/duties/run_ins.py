"""Names that a colon parts from what they are to do (`- Công an xã: Bảo đảm an ninh tại nơi tổ chức`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.addressees import read_addressee, read_bare_addressee
from build_tools.annotate.duties.assignments import CIRCUMSTANTIAL
from build_tools.annotate.duties.bearers import begins_with_bearer, is_institution
from build_tools.annotate.duties.drafts import Charge, State
from build_tools.annotate.duties.lead_ins import read_lead_in
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.patterns import is_label
from build_tools.annotate.duties.sections import NO_ADDRESSEES
from build_tools.annotate.duties.sentences import read_statement
from build_tools.annotate.duties.view import Passage, View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.duty import Actor, Explicit
from build_tools.model.span import Span

_NAMES = re.compile(r"[^.\n]{4,220}")
_COLON = re.compile(r":[\s*_]*(?=\w)")
_SEMICOLON = re.compile(r";\s+")
_CHAIR = re.compile(
    r"(?:Phó )?(?:Trưởng (?:ban|Ban|tiểu ban|nhóm|đoàn)|Tổ trưởng|Chủ tịch Hội đồng)\b|Tổ phó\b|Ủy viên\b"
)
_BEGINS_TASK = re.compile(r"(?:là|có (?:trách nhiệm|nhiệm vụ)|phải|cần|trên cơ sở|căn cứ|theo)\b", re.IGNORECASE)


def read_run_in(state: State, passage: Passage) -> bool:
    """Charges those whose names begin a passage with all that follows the colon, and what stands below it."""
    view = state.view
    if passage.heading is not None or passage.row or passage.preamble or passage.attached:
        return False
    names, task = _parted(view, passage.span) or (None, 0)
    if names is None or state.section in NO_ADDRESSEES or is_label(view.words(names)):
        return False
    if any(
        not begins_with_bearer(view, at.end(), names.end)
        for at in _SEMICOLON.finditer(view.text, names.start, names.end)
    ):
        return False
    found = read_addressee(view, names) or read_bare_addressee(view, names)
    rest = Span(task, passage.span.end)
    if found is None or not _is_task(view.words(rest)) or not _are_called(state, passage, found.actors, rest):
        return False
    end = passage.unit.span.end if passage.opens and passage.unit is not None else passage.whole.end
    state.charges.append(Charge(found.actors, Explicit.HEADING, names, end, modality=found.modality))
    inner = passage._replace(span=rest)
    return read_lead_in(state, inner) or read_statement(state, inner)


def _parted(view: View, span: Span) -> tuple[Span, int] | None:
    """The words before the first colon that is part of no name (`các Bộ: Y tế, Nội vụ`), and where it goes on."""
    for colon in _COLON.finditer(view.text, span.start, span.end):
        if view.mentions.covering(colon.start()) is None:
            end = span.start + len(view.text[span.start : colon.start()].rstrip("*_ \t\n"))
            words = _NAMES.fullmatch(view.text, span.start, end)
            return (Span(*words.span()), colon.end()) if words is not None else None
    return None


def _is_task(words: str) -> bool:
    return begins_with_verb(words) or CIRCUMSTANTIAL.match(words) is not None or _BEGINS_TASK.match(words) is not None


def _are_called(state: State, passage: Passage, actors: tuple[Actor, ...], rest: Span) -> bool:
    """Whether names can be those of bearers: in an act those of offices, chairs, or bodies before a small verb."""
    view = state.view
    if view.is_legal(passage.unit) and not view.words(rest)[0].islower():
        return all(names_office(actor.role) or _CHAIR.match(view.words(actor.span)) for actor in actors)
    return all(actor.role is not None or is_institution(view, view.words(actor.span)) for actor in actors)
