"""Assignments inside a paragraph: a label after the task (`Đơn vị thực hiện: A.`)."""

from __future__ import annotations

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Draft, Ground, State, most_telling
from build_tools.annotate.duties.patterns import LABEL, TIME_LABEL, label_capacity, says_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Explicit
from build_tools.model.span import Span

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
