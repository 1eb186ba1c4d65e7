"""Sentences: whom each charges, or on whose head it falls when it names nobody."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, is_institution, names_office
from build_tools.annotate.duties.clauses import clauses
from build_tools.annotate.duties.drafts import Charge, Draft, Ground, State
from build_tools.annotate.duties.inline import read_bracketed, read_inline_label
from build_tools.annotate.duties.sections import Section
from build_tools.annotate.duties.subjects import Reading, extra_actors, forbidden_part, predicate_start, read_clause
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import begins_with_verb, capacity_of, modality_of
from build_tools.model.duty import Actor, Capacity, Explicit, Modality
from build_tools.model.span import Span

_EMPTY_TASK = re.compile(
    r"[^.;:]{0,60}?\b(?:thực hiện|triển khai|tham mưu)(?:\s+(?:nội dung|nhiệm vụ|việc|công việc))?(?:\s+(?:này|trên|"
    r"nêu trên))?\s*[.;/]*\s*$"
)

_CLOSES_DOCUMENT = re.compile(
    r"Trên đây là\b|(?:Nguồn )?[Kk]inh phí\b|(?:Kế hoạch|Quyết định|Chỉ thị|Văn bản|Hướng dẫn) "
    r"này (?:có hiệu lực|thay thế)"
)
_SHORT_LINE = 70
_LONGEST_BRACKETS = 300
_TURNS = re.compile(
    r"(?:tuyệt đối\s+)?không được\b|nghiêm cấm (?!việc|các|mọi|hành vi|những)|"
    r"(?:và\s+)?chịu trách nhiệm (?:về|trước|nếu|khi)\b"
)
_ONLY_TIME = re.compile(r"(?:và\s+)?(?:hoàn thành|thời gian|thời hạn|xong|chậm nhất|tiến độ)\b", re.IGNORECASE)
_TOLD = re.compile(r"^[^.;(]{0,160}\bđã (?:có|ban hành|tổ chức|hoàn thành)\b")
_MUST = re.compile(r"^Không\s+(?:được\s+)?\w|\bthì\s+phải\b")


def read_statement(state: State, passage: Passage) -> bool:
    """Any other passage; always True."""
    if passage.span.end > passage.span.start and not _is_title_line(state, passage):
        read_sentences(state, passage, passage.span)
    return True


def _is_title_line(state: State, passage: Passage) -> bool:
    """Whether an unlabelled line is a title that the drafter set apart: short and without a mark at its end."""
    words = state.view.words(passage.span).strip(" *_")
    unmarked = not passage.opens and not words.endswith((".", ";", ":", ",", "/", "”"))
    return words.isupper() or (unmarked and len(words) < _SHORT_LINE)


def read_sentences(state: State, passage: Passage, span: Span) -> None:
    """The charges of the sentences in `span`: each runs to where the next begins."""
    view = state.view
    made: list[Draft] = []
    for clause in _whole_clauses(state, span):
        if read_inline_label(state, passage, Span(span.start, clause.start), clause, made):
            continue
        reading = read_clause(view, clause)
        if reading is not None and not reading.strong and not made and _goes_on(state, clause, span):
            reading = None  # an item of a list within a sentence
        if reading is not None and _counts(state, passage, reading):
            made.append(_charged(state, passage, clause, reading, span.start if not made else clause.start))
            continue
        if made and made[-1].actors and _TURNS.match(view.words(clause)):
            made.append(_turned(state, passage, clause, made[-1]))
            continue
        if made and made[-1].actors and _has_own_limit(state, clause):
            made.append(_continued(state, passage, clause, made[-1]))
            continue
        forbidden = forbidden_part(view, clause)
        if forbidden is not None and state.section is not Section.ACCOUNT and _apart(state, forbidden, span):
            made.append(_forbidding(state, passage, forbidden))
        elif made and made[-1].ground is not Ground.NOBODY and made[-1].modality is not Modality.PROHIBITION:
            made[-1].span = Span(made[-1].span.start, clause.end)
    if not made or made[0].span.start > span.start:
        made += _unnamed(state, passage, Span(span.start, made[0].span.start) if made else span)
    state.add([draft for draft in made if draft.span.end > draft.span.start])


def _whole_clauses(state: State, span: Span) -> list[Span]:
    """The clauses of a passage: a list of bearers keeps its predicate, and brackets are not cut."""
    found: list[Span] = []
    for clause in clauses(state.view.text, span):
        before = found[-1] if found else None
        if before is not None and (_is_only_names(state, before) or _is_in_brackets(state.view.text, before)):
            found[-1] = Span(before.start, clause.end)
        else:
            found.append(clause)
    return found


def _is_in_brackets(text: str, clause: Span) -> bool:
    """Whether a clause ends inside brackets that opened shortly before."""
    reach = max(clause.start, clause.end - _LONGEST_BRACKETS)
    return text.rfind("(", reach, clause.end) > text.rfind(")", reach, clause.end)


def _is_only_names(state: State, clause: Span) -> bool:
    view = state.view
    if not view.words(clause).rstrip().endswith(";") or not begins_with_bearer(view, clause.start, clause.end):
        return False
    return predicate_start(view, after_head(view, clause.start, clause.end), clause.end) is None


def _turned(state: State, passage: Passage, clause: Span, before: Draft) -> Draft:
    """A ban or a liability that the same sentence adds for the same bearer."""
    actors = tuple(Actor(a.role, a.span, Capacity.PERFORM, a.mode) for a in before.actors)
    words = state.view.words(clause)
    return Draft(passage.unit, clause, modality_of(words), actors, Explicit.SENTENCE, Ground.CHARGE)


def _has_own_limit(state: State, clause: Span) -> bool:
    """Whether a further clause is a task with a time of its own (`…; định kỳ báo cáo trước ngày 05/12 hằng năm`)."""
    words = state.view.words(clause)
    limits = state.view.deadlines_within(clause)
    timed = any(limit.date or limit.from_ or limit.recurrence for limit in limits)
    return timed and begins_with_verb(words) and not _ONLY_TIME.match(words)


def _continued(state: State, passage: Passage, clause: Span, before: Draft) -> Draft:
    """A further task of the same bearer in the same sentence."""
    words = state.view.words(clause)
    capacity = capacity_of(words)
    actors = tuple(
        Actor(a.role, a.span, capacity, a.mode) for a in before.actors if a.capacity is before.actors[0].capacity
    )
    return Draft(passage.unit, clause, modality_of(words), actors, Explicit.SENTENCE, Ground.CHARGE)


def _goes_on(state: State, clause: Span, span: Span) -> bool:
    """Whether a clause goes on with a sentence, after a semicolon."""
    return clause.start > span.start and state.view.text[clause.start].islower()


def _apart(state: State, forbidden: Span, span: Span) -> bool:
    """Whether a ban stands beside other words; one that is the whole passage falls on the bearer above."""
    return state.charge is None or forbidden.start > span.start


def _counts(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a sentence with a bearer charges it, in a section of this kind."""
    if state.section is Section.ACCOUNT:
        return False
    if passage.attached and reading.actors[0].role is None:
        return False
    if reading.strong:
        return True
    if state.section is Section.AIMS:
        return False
    if state.view.is_legal(passage.unit):
        return state.section in (Section.TASKS, Section.PLAIN) and _is_office(state, reading.actors[0])
    return True


def _is_office(state: State, actor: Actor) -> bool:
    return names_office(actor.role) if actor.role else is_institution(state.view.words(actor.span))


def _charged(state: State, passage: Passage, clause: Span, reading: Reading, first: int) -> Draft:
    words = state.view.words(reading.predicate)
    start = first if _EMPTY_TASK.fullmatch(words) else clause.start
    return Draft(
        unit=passage.unit,
        span=Span(start, clause.end),
        modality=reading.modality,
        actors=reading.actors,
        explicit=Explicit.SENTENCE,
        ground=Ground.CHARGE if reading.strong else Ground.SUBJECT,
    )


def _forbidding(state: State, passage: Passage, forbidden: Span) -> Draft:
    """A ban that names nobody: it falls on the bearer above, or on nobody."""
    charge = state.charge
    if charge is None or not charge.actors:
        return Draft(passage.unit, forbidden, Modality.PROHIBITION, (), Explicit.NONE, Ground.CHARGE)
    actors = tuple(Actor(a.role, a.span, Capacity.PERFORM, a.mode) for a in charge.actors)
    return Draft(
        passage.unit, forbidden, Modality.PROHIBITION, actors, charge.explicit, Ground.INHERITED, charge.assigned_by
    )


def _unnamed(state: State, passage: Passage, span: Span) -> list[Draft]:
    """A passage that names no bearer: it falls on the one above, on the one before, or on nobody."""
    words = state.view.words(span)
    if not words.strip():
        return []
    if _CLOSES_DOCUMENT.match(words):
        return []
    charge = state.charge
    if charge is not None and (not charge.verbs_only or begins_with_verb(words) or _MUST.search(words)):
        return [_inherited(state, passage, span, charge)]
    extra = extra_actors(state.view, span)
    if extra and begins_with_verb(words):
        return [Draft(passage.unit, span, modality_of(words), extra, Explicit.SENTENCE, Ground.CHARGE)]
    before = _before(state, passage)
    if before is not None and begins_with_verb(words):
        actors = tuple(Actor(a.role, a.span, capacity_of(words), a.mode) for a in before.actors)
        return [Draft(passage.unit, span, modality_of(words), actors, Explicit.IMPLIED, Ground.IMPLIED, before.span)]
    if not _is_task(state, passage, words):
        return []
    bracketed = read_bracketed(state, passage, span)
    if bracketed is not None:
        return [bracketed]
    return [Draft(passage.unit, span, modality_of(words), (), Explicit.NONE, Ground.NOBODY)]


def _inherited(state: State, passage: Passage, span: Span, charge: Charge) -> Draft:
    words = state.view.words(span)
    modality = charge.modality or modality_of(words)
    own = charge.actors
    if charge.capacity is None:
        capacity = capacity_of(words) if modality is Modality.DUTY else Capacity.PERFORM
        own = tuple(Actor(a.role, a.span, capacity, a.mode) for a in charge.actors)
    known = {actor.role for actor in own}
    extra = tuple(e for e in extra_actors(state.view, span) if e.role is None or e.role not in known)
    return Draft(
        unit=passage.unit,
        span=span,
        modality=modality,
        actors=(*own, *extra),
        explicit=charge.explicit,
        ground=Ground.INHERITED,
        assigned_by=charge.assigned_by,
    )


def _before(state: State, passage: Passage) -> Draft | None:
    """The draft of the paragraph before, where this one goes on in the same unit without a label of its own."""
    if passage.opens or passage.attached or not state.drafts or passage.unit is None:
        return None
    draft = state.drafts[-1]
    same = draft.unit is not None and draft.unit.id == passage.unit.id
    return draft if same and draft.actors and draft.explicit in (Explicit.SENTENCE, Explicit.IMPLIED) else None


def _is_task(state: State, passage: Passage, words: str) -> bool:
    """Whether a sentence without a bearer is a task: one of a plan that begins with a verb, or must be by a day."""
    if passage.attached or state.view.is_legal(passage.unit) or state.section not in (Section.TASKS, Section.PLAIN):
        return False
    if state.section is Section.PLAIN and passage.unit is None:
        return False
    if _TOLD.match(words):
        return False
    if begins_with_verb(words) or _MUST.search(words) is not None:
        return True
    dated = any(limit.date for limit in state.view.deadlines_within(passage.span))
    return dated and re.search(r"\bphải\b", words) is not None
