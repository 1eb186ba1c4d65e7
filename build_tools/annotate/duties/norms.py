"""Which sentences with a bearer charge it: norms, and not cases, definitions or what is only told."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import is_institution
from build_tools.annotate.duties.drafts import State
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.readings import Reading
from build_tools.annotate.duties.sections import Section
from build_tools.annotate.duties.view import Passage
from build_tools.model.document import UnitKind
from build_tools.model.duty import Actor
from build_tools.model.span import Span

_BOUND = re.compile(r"(?:phải|được|bị|không được)\b(?! báo| gửi| thông báo| lập| nộp)")
_OF_WHOM = re.compile(r"\b(?:đối tượng|trường hợp|điều kiện|tiêu chuẩn|hành vi|thành phần|danh mục)\b", re.IGNORECASE)
_ON_CONDITION = re.compile(
    r"(?:^|[.;]\s)(?:Trường hợp|Khi|Nếu|Ít nhất|Chậm nhất|Trong thời hạn|Đối với|Sau khi|Trước khi)\b[^.;]*$"
)

_DEFINES = re.compile(  # `Đơn vị A là đơn vị thực hiện …`; not where `là` belongs to a case or a purpose
    r"\A(?:(?!\b(?:nếu|khi|để|với|do|cho|phải|mà|được)\b)[^;])*"
    r"(?<!gọi)\slà (?:các |những )?(?:đơn vị|cơ quan|cơ sở|tổ chức|doanh nghiệp|người|cá nhân|bộ phận)\s"
)
_SITS = re.compile(
    r"\slàm (?:chủ tịch|phó|thư ký|trưởng|ủy viên|thành viên)\b|"
    r"\bthành phần [^.;:]{0,60}\sgồm\s",
    re.IGNORECASE,
)
_INVITED = re.compile(r"(?:^|\s)được mời (?:đến )?(?:tham dự|tham gia|dự|họp)\b")


def counts(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a sentence with a bearer charges it, in a section of this kind."""
    if state.section is Section.ACCOUNT or (not reading.strong and _tells_what_is(state, passage, reading)):
        return False
    if state.section is Section.TERMS and not reading.strong:
        office = names_office(reading.actors[0].role, alone=True)
        return office and not reading.passive and _on_condition(state, passage, reading)
    if passage.attached and not any(names_office(actor.role) for actor in reading.actors):
        named = is_institution(state.view, state.view.words(reading.actors[0].span)) and len(reading.actors) == 1
        named = named and state.view.words(reading.actors[0].span)[0].isupper() and passage.unit is not None
        express = reading.strong or named or _on_condition(state, passage, reading)
        return express and state.view.words(reading.predicate).rstrip().endswith((".", ";"))
    if reading.strong:
        return not (state.silent and _is_case(state, reading) and not _on_condition(state, passage, reading))
    if state.silent and not names_office(reading.actors[0].role, alone=True):
        return False
    if reading.passive and (state.silent or not (_is_whole(passage) or _is_task_of_plan(state, passage))):
        return False
    if reading.person:
        return _is_step(state, passage, reading)
    if state.view.is_legal(passage.unit):
        return _is_office(state, reading.actors[0]) or _is_clause_of_its_own(state, passage, reading)
    return state.section not in (Section.AIMS, Section.COURSE)


def _tells_what_is(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a sentence defines a kind of bodies, or says who sits on a board or is invited: no task."""
    before = state.view.words(Span(passage.span.start, reading.predicate.start))
    rest = state.view.words(Span(reading.predicate.start, min(reading.predicate.end, passage.span.end)))
    clause = re.split(r"[;.]\s", before)[-1]
    if _SITS.search(clause) or _INVITED.search(clause) or _INVITED.search(rest.partition(";")[0]):
        return True
    whole = clause + re.split(r"[;.]\s", rest)[0]
    return not names_office(reading.actors[0].role, alone=True) and _DEFINES.search(whole) is not None


def _is_case(state: State, reading: Reading) -> bool:
    """Whether an item of a list of cases only tells what somebody is bound to (`Người lao động phải nghỉ việc;`)."""
    words = state.view.words(reading.predicate).rstrip()
    return _BOUND.match(words) is not None and words.endswith(";") and "." not in words


def _is_step(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a whole sentence of an act tells what a person does, and not of whom the act speaks."""
    if state.silent or state.section in (Section.FRAME, Section.AIMS) or not state.view.is_legal(passage.unit):
        return False
    follows = state.view.text.endswith("thì ", 0, reading.predicate.start)
    if follows and state.charge is not None:
        return False  # a case in which the bearer above acts
    listed = any(_OF_WHOM.search(unit.heading) for unit in state.view.line(passage.unit) if unit.heading)
    whole = _is_whole(passage) or follows or _on_condition(state, passage, reading)
    ends = state.view.words(reading.predicate).rstrip().endswith(".") or reading.predicate.end >= passage.span.end
    return whole and not listed and ends


def _is_clause_of_its_own(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a whole clause of an act says in plain words what persons do (`Người lao động thực hiện …`).

    In the points of a list such words are as often the names of cases (`Doanh nghiệp cung cấp dịch vụ …;`).
    """
    whole = _is_whole(passage) or _on_condition(state, passage, reading)
    known = reading.actors[0].role is not None
    return whole and known and state.view.words(reading.predicate).rstrip().endswith((".", ";"))


def _is_whole(passage: Passage) -> bool:
    """Whether a passage is an article or a clause, and no point of a list."""
    return passage.unit is not None and passage.unit.kind in (UnitKind.ARTICLE, UnitKind.CLAUSE)


def _is_task_of_plan(state: State, passage: Passage) -> bool:
    """Whether a passage stands among the tasks of a plan, and in no act."""
    return state.section is Section.TASKS and not state.view.is_legal(passage.unit)


def _on_condition(state: State, passage: Passage, reading: Reading) -> bool:
    """Whether a case or a time stands before the bearer (`Khi …, người A lập …`): what follows is a norm."""
    before = state.view.words(Span(passage.span.start, max(passage.span.start, reading.actors[0].span.start)))
    return _ON_CONDITION.search(before) is not None


def _is_office(state: State, actor: Actor) -> bool:
    return names_office(actor.role) if actor.role else is_institution(state.view, state.view.words(actor.span))
