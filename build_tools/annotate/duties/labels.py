"""Lines below a task that say who does it and until when: label lines, and closing lines without a label."""

from __future__ import annotations

import re
from itertools import pairwise

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers, wider_groups
from build_tools.annotate.duties.drafts import Draft, Ground, LabelRun, State, is_adverb, most_telling
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.patterns import LABEL, TIME_LABEL, label_capacity, says_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.times import closed_unit, limit_below
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.document import Unit, UnitKind
from build_tools.model.duty import Actor, Explicit, Modality
from build_tools.model.span import Span

_GENERAL = re.compile(
    r"(?:(?:chỉ\s+đạo|lãnh\s+đạo)\s+[^.;:]{3,120}?\s+)?(?:(?:chủ\s+trì|phối\s+hợp|tổ\s+chức|triển\s+khai|nghiêm\s+túc)[,\s]+)*"
    r"(?:thực\s+hiện|triển\s+khai)"
    r"(?:[\s,(]*(?:thường\s+xuyên|hằng\s+năm|hàng\s+năm|theo\s+quy\s+định|định\s+kỳ|kịp\s+thời|nghiêm\s+túc|nghiêm|hiệu\s+quả|"
    r"và|có|hằng\s+quý|hàng\s+quý|trong\s+năm\s+\d{4}|(?:hoàn\s+thành\s+)?trước\s+ngày\s+[\d/.-]+))*[\s).,;/*_]*$",
    re.IGNORECASE,
)
_BEFORE_LIST = re.compile(r"(?:đề nghị\s*:?\s*)?(?:các\s+)?", re.IGNORECASE)
_NEXT_PART = re.compile(r"[.;]\s+")
_DOERS = re.compile(
    r"(?:Các )?(?:[Cc]ơ quan|[Đđ]ơn vị|Tổ chức|Cá nhân)\b[^.:;]{0,30}\b(?:chịu trách nhiệm|chủ trì|thực hiện)\b"
)
"""A title that only asks who: each line below it is a charge of its own (`Cơ quan chịu trách nhiệm thu thập`)."""
_MOST_WORDS = 1200
_ITEMS = frozenset({UnitKind.BULLET, UnitKind.PARAGRAPH, UnitKind.HEADING, UnitKind.POINT})


def read_label_line(state: State, passage: Passage) -> bool:
    """A label line (`Trách nhiệm phối hợp: …`, `Thời gian thực hiện: …`); True where the passage is one."""
    view = state.view
    if passage.heading is not None and passage.span.start >= passage.span.end:
        return False
    if TIME_LABEL.match(view.text, passage.span.start, passage.span.end):
        return _read_time(state, passage)
    match = LABEL.match(view.text, passage.span.start, passage.span.end)
    if match is None or not _lists_bearers(state, match.end(), passage.span.end):
        return False
    passage = _whole_line(state, passage)
    actors = read_labels(state, passage.span)
    if not actors:
        return False
    _assign(state, passage, actors)
    return True


def read_labels(state: State, span: Span) -> tuple[Actor, ...]:
    """The bearers of a line of labels, each in the capacity that its label names."""
    return tuple(actor for part in _parts(state.view.text, span) for actor in _read_list(state, part))


def _parts(text: str, span: Span) -> list[Span]:
    """A label line, cut before each further label (`Chủ trì: A. Phối hợp: B. Thời gian: …`)."""
    starts = [
        match.end()
        for match in _NEXT_PART.finditer(text, span.start, span.end)
        if LABEL.match(text, match.end(), span.end) or TIME_LABEL.match(text, match.end(), span.end)
    ]
    return [Span(start, end) for start, end in pairwise([span.start, *starts, span.end])]


def _read_list(state: State, part: Span) -> tuple[Actor, ...]:
    """The bearers that one label names, each in the capacity of the label or of the words after the list."""
    view = state.view
    match = LABEL.match(view.text, part.start, part.end)
    if match is None:
        return ()
    end = _list_end(state, match.end(), part.end)
    words = view.text[end : part.end]
    capacity = label_capacity(words if says_capacity(words) else match["label"])
    return (*read_bearers(view, Span(match.end(), end), capacity), *extra_actors(view, Span(end, part.end)))


def read_closing_line(state: State, passage: Passage) -> bool:
    """A line that only says who carries out what stands above (`* A triển khai thực hiện thường xuyên.`)."""
    view = state.view
    span = _inside_brackets(view.text, passage.span)
    if passage.heading is not None or span.end - span.start > _MOST_WORDS:
        return False
    if not begins_with_bearer(view, span.start, span.end) or not _tasks_above(state, passage):
        return False
    stop = predicate_start(view, span.start, span.end)
    bracketed = span != passage.span
    if stop is None or not (bracketed or _GENERAL.fullmatch(view.text, stop, span.end)):
        return False
    actors = read_bearers(view, Span(span.start, stop), label_capacity(view.text[stop : span.end]))
    if not actors:
        return False
    partners = extra_actors(view, Span(stop, span.end)) if bracketed else ()
    _assign(state, passage, (*actors, *partners), closing=True, keep=Ground.SUBJECT if bracketed else Ground.INHERITED)
    return True


def _whole_line(state: State, passage: Passage) -> Passage:
    """The line with the block after it, where it breaks off at a colon (`các đảng ủy:`)."""
    view = state.view
    following = next(view.following(passage), None)
    if not view.words(passage.span).rstrip().endswith(":") or following is None or following.opens:
        return passage
    state.skip = following.number
    return passage._replace(
        span=Span(passage.span.start, following.span.end), whole=Span(passage.whole.start, following.whole.end)
    )


def _inside_brackets(text: str, span: Span) -> Span:
    """The words between brackets that enclose a whole passage; the passage where none do."""
    words = span.of(text).rstrip(" .;/*_")
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1:
        return Span(span.start + 1, span.start + len(words) - 1)
    return span


def _lists_bearers(state: State, start: int, end: int) -> bool:
    match = _BEFORE_LIST.match(state.view.text, start, end)
    return begins_with_bearer(state.view, match.end() if match else start, end)


def _list_end(state: State, start: int, end: int) -> int:
    stop = predicate_start(state.view, start, end)
    return stop if stop is not None else end


def _read_time(state: State, passage: Passage) -> bool:
    """A line that gives the time: it dates the tasks above that have no time of their own."""
    limits = state.view.deadlines_within(passage.whole)
    if not limits and not state.drafts:
        return False
    scope = closed_unit(state, _scope(state, passage), passage.unit.label if passage.unit else None)
    limit = most_telling(limits) or limit_below(state, passage)
    run = state.run if state.run is not None and state.run.scope == scope else None
    targets = run.made if run is not None and run.made else _drafts_in(state, scope)
    if not targets and limit is not None and scope is not None:
        state.limits.append((limit, scope.span.end))
    for draft in targets:
        stronger = draft.ground is Ground.ASSIGNED or is_adverb(draft.deadline)
        draft.deadline = limit if limit and stronger else draft.deadline or limit
    if run is None:
        state.run = LabelRun(scope, _tasks_above(state, passage))
        state.run.made = list(targets)
    return True


def _assign(
    state: State,
    passage: Passage,
    actors: tuple[Actor, ...],
    *,
    closing: bool = False,
    keep: Ground = Ground.INHERITED,
) -> None:
    """Give the tasks above a line its bearers; drafts on a ground of `keep` or better stand beside the new ones."""
    scope = _scope(state, passage)
    run = state.run if state.run is not None and state.run.scope == scope else None
    if scope is not None and _DOERS.match(scope.heading or ""):
        state.add([_own_draft(passage, actors)])
        return
    limit = most_telling(state.view.deadlines_within(passage.whole))
    if run is None or (run.made and all(d.ground is not Ground.ASSIGNED for d in run.made)):
        tasks = run.tasks if run is not None else _tasks_above(state, passage)
        run = state.run = LabelRun(scope, tasks)
        run.made = _new_drafts(state, passage, tasks, actors, closing=closing, keep=keep)
        state.add(run.made)
    else:
        for draft in run.made:
            draft.actors = (
                *draft.actors,
                *(a for a in actors if all(a.role != b.role or a.role is None for b in draft.actors)),
            )
    for draft in run.made:
        draft.deadline = limit or draft.deadline


def _own_draft(passage: Passage, actors: tuple[Actor, ...]) -> Draft:
    """A label line that is a charge by itself: no task stands above it."""
    return Draft(passage.unit, passage.span, Modality.DUTY, actors, Explicit.SENTENCE, Ground.ASSIGNED, passage.span)


def _new_drafts(
    state: State, passage: Passage, tasks: list[Passage], actors: tuple[Actor, ...], *, closing: bool, keep: Ground
) -> list[Draft]:
    """One draft for each paragraph above, or one for all with the line where they have bearers of their own."""
    spans = _task_spans(state, passage, tasks)
    covered = Span(min(s.start for s, _u in spans), max(s.end for s, _u in spans))
    limit = most_telling(state.view.deadlines_within(passage.whole))
    inside = state.take_from(covered.start)
    strong = [draft for draft in inside if draft.ground >= keep or not covered.contains(draft.span)]
    for draft in strong if limit is not None and (limit.date or not closing) else ():
        draft.deadline = draft.deadline or limit
    state.drafts += strong
    if strong and (_says_nothing_new(actors, strong) or (not closing and _added(actors, strong))):
        return []
    whole = Span(covered.start, max(covered.end, passage.span.end))
    earlier = next((draft.deadline for draft in inside if draft.ground < keep and draft.deadline), None)
    return [
        Draft(
            unit=unit,
            span=span,
            modality=modality_of(state.view.words(span)),
            actors=actors,
            explicit=Explicit.SENTENCE,
            ground=Ground.ASSIGNED,
            assigned_by=passage.span,
            deadline=earlier,
        )
        for span, unit in ([(whole, _scope(state, passage))] if closing and strong else spans)
    ]


def _added(actors: tuple[Actor, ...], drafts: list[Draft]) -> bool:
    """Give those whom a label line names anew to the tasks above that charge none of its bearers; False for none."""
    charged = {actor.role for draft in drafts for actor in draft.actors}
    new = tuple(actor for actor in actors if actor.role is None or actor.role not in charged)
    others = [draft for draft in drafts if not {a.role for a in draft.actors} & {a.role for a in actors}]
    for draft in others:
        draft.actors = (*draft.actors, *new)
    return bool(others)


def _says_nothing_new(actors: tuple[Actor, ...], drafts: list[Draft]) -> bool:
    """Whether all whom a line names are charged above already, themselves or through a wider group."""
    known = {actor.role for draft in drafts for actor in draft.actors}
    return all(actor.role in known or known & wider_groups(actor.role) for actor in actors)


def _task_spans(state: State, passage: Passage, tasks: list[Passage]) -> list[tuple[Span, Unit | None]]:
    scope = _scope(state, passage)
    if not tasks:
        return [(passage.span, passage.unit)]
    return [(task.span, task.unit if task.unit is not None else scope) for task in tasks]


def _scope(state: State, passage: Passage) -> Unit | None:
    """The unit whose task the line completes: the one that holds the line."""
    opens_itself = passage.opens and passage.unit is not None and passage.unit.kind in _ITEMS
    return state.view.parent(passage.unit) if opens_itself else passage.unit


def _tasks_above(state: State, passage: Passage) -> list[Passage]:
    """The passages of the same unit before a line, back to an earlier line of its kind; its heading where none."""
    scope = _scope(state, passage)
    inside = [p for p in state.read[state.spent :] if scope is None or scope.span.contains(p.whole)]
    if scope is None:
        inside = inside[-1:]
    bodies = [p for p in inside if p.span.end > p.span.start]
    if bodies:
        return bodies
    return [p._replace(span=p.heading) for p in inside if p.heading is not None][-1:]


def _drafts_in(state: State, scope: Unit | None) -> list[Draft]:
    start = state.read[state.spent].whole.start if state.spent < len(state.read) else 0
    if scope is None:
        return [draft for draft in state.drafts[-1:] if draft.span.start >= start]
    return [draft for draft in state.since(start) if scope.span.contains(draft.span)]
