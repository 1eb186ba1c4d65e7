"""Assignments inside a paragraph: a label after the task (`Đơn vị thực hiện: A.`), bearers in brackets at its end."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Draft, Ground, State, most_telling
from build_tools.annotate.duties.label_lists import read_labels
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.patterns import LABEL, TIME_LABEL, label_capacity, says_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Actor, Capacity, Explicit
from build_tools.model.span import Span

_IN_BRACKETS = re.compile(r"\(([^()\n]{4,300})\)[\s.;/*_]*$")
_SHORTEST_TASK = 12


def read_inline_label(state: State, passage: Passage, task: Span, clause: Span, made: list[Draft]) -> bool:
    """A clause that is a label with bearers, or with a time, for the words before it; True where it is one."""
    view = state.view
    if task.end - task.start < _SHORTEST_TASK:
        return False
    if TIME_LABEL.match(view.text, clause.start, clause.end):
        limit = most_telling(view.deadlines_within(clause))
        for draft in made:
            draft.deadline = draft.deadline or limit
        return bool(made) and limit is not None and view.words(clause)[:40].find(":") > 0
    match = LABEL.match(view.text, clause.start, clause.end)
    if match is None or not begins_with_bearer(view, match.end(), clause.end):
        return False
    stop = predicate_start(view, match.end(), clause.end) or clause.end
    rest = view.text[stop : clause.end]
    actors = read_bearers(
        view, Span(match.end(), stop), label_capacity(rest if says_capacity(rest) else match["label"])
    )
    if not actors:
        return False
    if made and made[-1].ground is Ground.ASSIGNED:
        made[-1].actors = (*made[-1].actors, *actors)
        return True
    made[:] = [draft for draft in made if draft.ground > Ground.SUBJECT]
    words = view.words(task)
    made.append(
        Draft(passage.unit, task, modality_of(words), actors, Explicit.SENTENCE, Ground.ASSIGNED, assigned_by=clause)
    )
    return True


def read_bracketed(state: State, passage: Passage, span: Span) -> Draft | None:
    """A task that ends with its bearers in brackets (`… (Sở Tư pháp chủ trì; hoàn thành trước ngày 30/6/2026).`)."""
    view = state.view
    match = _IN_BRACKETS.search(view.text, span.start, span.end)
    if match is None:
        return None
    start, end = match.span(1)
    if LABEL.match(view.text, start, end):
        return _bracketed(state, passage, span, Span(start, end), read_labels(state, Span(start, end)))
    if not begins_with_bearer(view, start, end):
        return None
    if (names := _before_time(state, Span(start, end))) is not None:
        return _bracketed(state, passage, span, Span(start, end), names)
    stop = predicate_start(view, start, end)
    if stop is None or not (says_capacity(view.text[stop:end]) or view.text.startswith("thực hiện", stop)):
        return None
    actors = read_bearers(view, Span(start, stop), label_capacity(view.text[stop:end]))
    return _bracketed(state, passage, span, Span(start, end), (*actors, *extra_actors(view, Span(stop, end))))


def _before_time(state: State, brackets: Span) -> tuple[Actor, ...] | None:
    """The bearers in brackets that hold nothing else but a time (`(Sở Tư pháp; trước ngày 31/01/2026)`)."""
    view = state.view
    mark = view.text.rfind(";", brackets.start, brackets.end)
    if mark < 0 or not view.deadlines_within(Span(mark, brackets.end)):
        return None
    names = Span(brackets.start, mark)
    if predicate_start(view, after_head(view, names.start, names.end), names.end) is not None:
        return None
    actors = read_bearers(view, names, Capacity.PERFORM)
    return actors if actors and all(actor.role is not None for actor in actors) else None


def _bracketed(state: State, passage: Passage, span: Span, line: Span, actors: tuple[Actor, ...]) -> Draft | None:
    if not actors:
        return None
    modality = modality_of(state.view.words(span))
    return Draft(passage.unit, span, modality, actors, Explicit.SENTENCE, Ground.ASSIGNED, assigned_by=line)
