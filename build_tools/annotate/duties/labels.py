"""Lines below a task that say who does it and until when: label lines, and closing lines without a label."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.assignments import read_assignment
from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.clauses import clauses
from build_tools.annotate.duties.drafts import Draft, Ground, LabelRun, State, is_adverb, most_telling
from build_tools.annotate.duties.label_lists import read_further, read_labels, whole_line
from build_tools.annotate.duties.offices import wider_groups
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.patterns import CONTENT_LABEL, FRAME_LABEL, LABEL, TIME_LABEL, is_label, label_capacity
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
_DOERS = re.compile(
    r"(?:Các )?(?:[Cc]ơ quan|[Đđ]ơn vị|Tổ chức|Cá nhân)\b[^.:;]{0,30}\b(?:chịu trách nhiệm|chủ trì|thực hiện)\b"
)
"""A title that only asks who: each line below it is a charge of its own (`Cơ quan chịu trách nhiệm thu thập`)."""
_MOST_SENTENCES = 8
_LONGEST_TITLE = 120
_SHORT = 60
_MOST_WORDS = 1200
_ITEMS = frozenset({UnitKind.BULLET, UnitKind.PARAGRAPH, UnitKind.HEADING, UnitKind.CLAUSE, UnitKind.POINT})


def read_label_line(state: State, passage: Passage) -> bool:
    """A label line (`Trách nhiệm phối hợp: …`, `Thời gian thực hiện: …`); True where the passage is one."""
    view = state.view
    if passage.heading is not None and passage.span.start >= passage.span.end:
        return False
    if TIME_LABEL.match(view.text, passage.span.start, passage.span.end):
        return _read_time(state, passage) and not _charges_too(state, passage)
    match = LABEL.match(view.text, passage.span.start, passage.span.end)
    if match is None or not _lists_bearers(state, match.end(), passage.span.end):
        return False
    passage = whole_line(state, passage)
    actors = read_labels(state, passage.span)
    if not actors:
        return False
    assign(state, passage, actors)
    return True


def read_opening_line(state: State, passage: Passage) -> bool:
    """A line that only opens label lines (`* Phân công:`): it charges nobody, and the task stands above it."""
    words = state.view.words(passage.span).rstrip(" *_")
    if passage.heading is not None or len(words) >= _SHORT or not words.endswith(":") or not is_label(words):
        return False
    following = next(state.view.following(passage), None)
    here = (state.view.text, following.span.start, following.span.end) if following is not None else None
    return here is not None and any(rule.match(*here) for rule in (LABEL, TIME_LABEL, FRAME_LABEL))


def stands_beside(state: State, passage: Passage) -> bool:
    """Whether a line stands among label lines without being one of them (`Địa điểm: …`, `* Phân công:`)."""
    here = (state.view.text, passage.span.start, passage.span.end)
    return FRAME_LABEL.match(*here) is not None or read_opening_line(state, passage)


def read_closing_line(state: State, passage: Passage) -> bool:
    """A line that only says who carries out what stands above (`* A triển khai thực hiện thường xuyên.`)."""
    view = state.view
    span = _inside_brackets(view.text, passage.span)
    numbered = passage.opens and passage.unit is not None and passage.unit.number is not None
    if passage.heading is not None or span.end - span.start > _MOST_WORDS or (numbered and span == passage.span):
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
    rest = Span(stop, span.end)
    partners = (*extra_actors(view, rest), *read_further(state, rest)) if bracketed else ()
    assign(state, passage, (*actors, *partners), closing=True, keep=Ground.SUBJECT if bracketed else Ground.INHERITED)
    return True


def _inside_brackets(text: str, span: Span) -> Span:
    """The words between brackets that enclose a whole passage; the passage where none do."""
    words = span.of(text).rstrip(" .;/*_")
    if words.startswith("(") and words.endswith(")") and words.count("(") == 1:
        return Span(span.start + 1, span.start + len(words) - 1)
    return span


def _lists_bearers(state: State, start: int, end: int) -> bool:
    match = _BEFORE_LIST.match(state.view.text, start, end)
    return begins_with_bearer(state.view, match.end() if match else start, end)


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


def _charges_too(state: State, passage: Passage) -> bool:
    """Whether a line of time also says who is to act (`Thời gian: Tháng 3. Giao A chủ trì …`): it is read on."""
    parts = clauses(state.view.text, passage.span)
    return any(read_assignment(state.view, part) is not None for part in islice(parts, 1, _MOST_SENTENCES))


def assign(
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
    if run is None or all(d.ground is not Ground.ASSIGNED for d in run.made):
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
    scope = state.view.parent(passage.unit) if opens_itself else passage.unit
    while scope is not None and is_label(scope.heading or "") and not _bodies(_inside(state, scope)):
        outer = state.view.parent(scope)
        if outer is None:
            break
        scope = outer  # `* Phân công:` and the like only open the lines; the task stands above
    return scope


def _tasks_above(state: State, passage: Passage) -> list[Passage]:
    """The passages of the same unit before a line, back to an earlier line of its kind; its heading where none."""
    scope = _scope(state, passage)
    inside = _inside(state, scope) if scope is not None else state.read[state.spent :][-1:]
    bodies = _bodies(inside)
    if len(bodies) > 1 and bodies[0].unit is scope and state.view.ends_in_colon(bodies[0].span):
        bodies.pop(0)  # it only opens them
    if _is_titled(state, bodies):
        title = bodies.pop(0).span
        state.drafts = [d for d in state.drafts if d.ground is not Ground.NOBODY or not title.contains(d.span)]
    if bodies:
        return bodies
    titles = [p for p in inside if p.heading is not None and not is_label(state.view.words(p.heading))]
    return [p._replace(span=p.heading) for p in titles if p.heading is not None][-1:]


def _is_titled(state: State, bodies: list[Passage]) -> bool:
    """Whether the first passage is but the title of what `Nội dung: …` below it says is to be done."""
    if len(bodies) < 2 or not bodies[0].opens:
        return False
    content = CONTENT_LABEL.match(state.view.text, bodies[1].span.start, bodies[1].span.end)
    return content is not None and bodies[0].span.end - bodies[0].span.start < _LONGEST_TITLE


def _inside(state: State, scope: Unit) -> list[Passage]:
    """The passages of a unit that no earlier line has assigned."""
    return [p for p in state.read[state.spent :] if scope.span.contains(p.whole)]


def _bodies(passages: list[Passage]) -> list[Passage]:
    return [p for p in passages if p.span.end > p.span.start]


def _drafts_in(state: State, scope: Unit | None) -> list[Draft]:
    start = state.read[state.spent].whole.start if state.spent < len(state.read) else 0
    if scope is None:
        return [draft for draft in state.drafts[-1:] if draft.span.start >= start]
    return [draft for draft in state.since(start) if scope.span.contains(draft.span)]
