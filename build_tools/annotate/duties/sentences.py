"""Sentences: whom each charges, or on whose head it falls when it names nobody."""

from __future__ import annotations

import re

from build_tools.annotate.duties.assignments import after_assigning, forbidden_part
from build_tools.annotate.duties.bearers import after_head, begins_with_bearer
from build_tools.annotate.duties.clauses import clauses
from build_tools.annotate.duties.conditions import follows_case
from build_tools.annotate.duties.drafts import Draft, Ground, State
from build_tools.annotate.duties.inline import read_inline_label
from build_tools.annotate.duties.joints import parted
from build_tools.annotate.duties.norms import counts
from build_tools.annotate.duties.partners import directed
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.readings import Reading
from build_tools.annotate.duties.sections import Section, states_powers
from build_tools.annotate.duties.subjects import read_clause
from build_tools.annotate.duties.unnamed import CLOSES_DOCUMENT, read_unnamed
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import begins_with_verb, capacity_of, modality_of
from build_tools.model.document import UnitKind
from build_tools.model.duty import Actor, Capacity, Explicit, Modality
from build_tools.model.span import Span

_EMPTY_TASK = re.compile(
    r"[^.;:]{0,60}?\b(?:thực hiện|triển khai|tham mưu)(?:\s+(?:nội dung|nhiệm vụ|việc|công việc))?(?:\s+(?:này|trên|"
    r"nêu trên))?\s*[.;/]*\s*$"
)

_ONLY_HELPS = re.compile(
    r"(?:cùng\s+)?(?:tham gia\s+)?phối h[ợọ]p(?:\s+(?:tổ chức\s+)?thực hiện)?[\s.;/*_]*", re.IGNORECASE
)
_DEMANDS = re.compile(r"(?:Yêu cầu|Đề nghị|Kiến nghị)\b")
_SHORT_LINE = 70
_LONGEST_BRACKETS = 300
_TURNS = re.compile(
    r"(?:tuyệt đối\s+)?không được\b|nghiêm cấm (?!việc|các|mọi|hành vi|những)|"
    r"(?:và\s+)?chịu trách nhiệm (?:về|trước|nếu|khi)\b"
)
_ONLY_TIME = re.compile(r"(?:và\s+)?(?:hoàn thành|thời gian|thời hạn|xong|chậm nhất|tiến độ)\b", re.IGNORECASE)
_BINDS = re.compile(
    r"(?:(?:còn|sẽ|thì)\s+)*(?:phải|có trách nhiệm|có nghĩa vụ|chịu trách nhiệm|báo cáo|gửi|thông báo)\b"
)


def read_statement(state: State, passage: Passage) -> bool:
    """Any other passage; always True."""
    if passage.span.end > passage.span.start and not _is_title_line(state, passage):
        read_sentences(state, passage, passage.span)
    return True


def _is_title_line(state: State, passage: Passage) -> bool:
    """Whether an unlabelled line is a title that the drafter set apart: short and without a mark at its end."""
    words = state.view.words(passage.span).strip(" *_")
    unmarked = not passage.opens and not words.endswith((".", ";", ":", ",", "/", "”"))
    return words.isupper() or (unmarked and (len(words) < _SHORT_LINE or _is_title_of_annex(state, passage)))


def _is_title_of_annex(state: State, passage: Passage) -> bool:
    """Whether a line stands below the head of a plan or a programme that a decision issues, before its first part."""
    unit = passage.unit
    if unit is None or unit.kind is not UnitKind.ANNEX or passage.attached:
        return False
    parts = state.view.children.get(unit.id, [])
    return bool(parts) and passage.whole.end <= parts[0].span.start


def read_sentences(state: State, passage: Passage, span: Span) -> None:
    """The charges of the sentences in `span`: each sentence that says what is to be done is one of its own."""
    made: list[Draft] = []
    for sentence in _sentences(state, span):
        _read_sentence(state, passage, sentence, made, span)
    state.add([draft for draft in made if draft.span.end > draft.span.start])


def _read_sentence(state: State, passage: Passage, sentence: list[Span], made: list[Draft], span: Span) -> None:
    """Add to `made` what a sentence, clause by clause, lays on whom."""
    own: list[Draft] = []
    start = sentence[0].start
    for clause in sentence:
        before = [*made, *own]
        if read_inline_label(state, passage, Span(span.start, clause.start), clause, before):
            made[:], own, start = before, [], clause.end
        elif (draft := _draft_of(state, passage, clause, start, own)) is not None:
            own.append(draft)
        elif own and own[-1].modality is not Modality.PROHIBITION:
            own[-1].span = Span(own[-1].span.start, clause.end)
    first = own[0].span.start if own else sentence[-1].end
    if first > start:
        read_unnamed(state, passage, Span(start, first), made)
    if own and not any(draft.actors for draft in made) and _says_only_who(state, own[0]):
        if CLOSES_DOCUMENT.match(state.view.words(span)) is None:
            own[0].span = Span(span.start, own[0].span.end)  # its task is what stands before it
        made.clear()
    made += own


def _says_only_who(state: State, draft: Draft) -> bool:
    """Whether a sentence with a bearer says nothing to do but `thực hiện nội dung này`."""
    words = state.view.words(draft.span)
    last = max((actor.span.end for actor in draft.actors), default=draft.span.start)
    return _EMPTY_TASK.fullmatch(words, max(0, last - draft.span.start)) is not None


def _draft_of(state: State, passage: Passage, clause: Span, start: int, own: list[Draft]) -> Draft | None:
    """The charge of a clause of the sentence that begins at `start`, in which `own` were found before it."""
    reading = read_clause(state.view, clause)
    if reading is not None and not reading.strong and not own and _goes_on(state, clause, start, reading):
        reading = None  # an item of a list within a sentence
    if reading is not None and _is_right_to_ask(state, clause):
        reading = None
    if reading is not None and own and _only_helps(state, reading):
        own[-1].actors += tuple(Actor(a.role, a.span, Capacity.COORDINATE, a.mode) for a in reading.actors)
        return None
    if reading is not None and counts(state, passage, reading):
        apart = bool(own) or _is_of_the_one_above(state, Span(start, clause.start))
        begin = clause.start if apart else start
        if passage.heading is not None and state.view.text.startswith("do ", begin):
            begin = passage.heading.start  # the title says what is to be done
        draft = _charged(state, passage, clause, reading, begin)
        if not apart and clause.start > start:
            draft.actors = (*_directed_before(state, Span(start, clause.start), reading), *draft.actors)
        return draft
    if own and own[-1].actors:
        if _TURNS.match(state.view.words(clause)):
            return _turned(state, passage, clause, own[-1])
        if _has_own_limit(state, clause):
            return _continued(state, passage, clause, own[-1])
    return _forbidding(state, passage, clause, start)


def _only_helps(state: State, reading: Reading) -> bool:
    """Whether a further clause says no more than who helps (`A chủ trì rà soát; B phối hợp thực hiện.`)."""
    return _ONLY_HELPS.fullmatch(state.view.words(reading.predicate)) is not None


def _is_of_the_one_above(state: State, before: Span) -> bool:
    """Whether the words of a sentence before a bearer are a task of the one whom a heading or a lead-in charges."""
    above = state.charge is not None and bool(state.charge.actors)
    return above and begins_with_verb(state.view.words(before))


def _is_right_to_ask(state: State, clause: Span) -> bool:
    """Whether a clause of an act is what somebody named above may or shall demand of others (`b) Yêu cầu A …;`)."""
    charge = state.charge
    if charge is None or not charge.actors or not state.view.is_legal_at(clause.start):
        return False
    return _DEMANDS.match(state.view.words(clause)) is not None


def _directed_before(state: State, span: Span, reading: Reading) -> tuple[Actor, ...]:
    """Those whom the same sentence directs to act before it names others (`Chỉ đạo A làm …; yêu cầu B làm …`)."""
    if not begins_with_verb(state.view.words(span)):
        return ()
    known = {actor.role for actor in reading.actors}
    return tuple(actor for actor in directed(state.view, span) if actor.role not in known)


def _sentences(state: State, span: Span) -> list[list[Span]]:
    """The clauses of a passage, sentence by sentence."""
    found: list[list[Span]] = []
    open_ = False
    for clause in _whole_clauses(state, span):
        if open_:
            found[-1] += parted(state.view, clause)
        else:
            found.append([*parted(state.view, clause)])
        open_ = state.view.words(clause).rstrip().endswith(";")
    return found


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
    start = after_assigning(view, clause)
    if not view.words(clause).rstrip().endswith(";") or not begins_with_bearer(view, start, clause.end):
        return False
    return predicate_start(view, after_head(view, start, clause.end), clause.end) is None


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


def _goes_on(state: State, clause: Span, start: int, reading: Reading) -> bool:
    """Whether a clause goes on with a sentence, after a semicolon, and does not state a case of its own."""
    own_case = state.charge is None and follows_case(state.view, clause, reading.actors[0])
    return clause.start > start and state.view.text[clause.start].islower() and not own_case


def _charged(state: State, passage: Passage, clause: Span, reading: Reading, start: int) -> Draft:
    empowers = reading.modality is Modality.DUTY and not _BINDS.match(state.view.words(reading.predicate))
    return Draft(
        unit=passage.unit,
        span=Span(start, clause.end),
        modality=Modality.POWER if empowers and states_powers(state.view, passage.unit) else reading.modality,
        actors=reading.actors,
        explicit=Explicit.SENTENCE,
        ground=Ground.CHARGE if reading.strong else Ground.SUBJECT,
    )


def _forbidding(state: State, passage: Passage, clause: Span, start: int) -> Draft | None:
    """A ban inside a sentence for which the bearer above answers; one that is the whole sentence is read with it."""
    charge = state.charge
    forbidden = forbidden_part(state.view, clause)
    if forbidden is None or forbidden.start <= start or charge is None or not charge.actors:
        return None
    if state.section is Section.ACCOUNT:
        return None
    actors = tuple(Actor(a.role, a.span, Capacity.PERFORM, a.mode) for a in charge.actors)
    return Draft(
        passage.unit, forbidden, Modality.PROHIBITION, actors, charge.explicit, Ground.INHERITED, charge.assigned_by
    )
