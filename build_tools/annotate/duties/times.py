"""Time limits that stand apart from the tasks: under a title, in a lead-in, on a label line before the tasks."""

from __future__ import annotations

import re

from build_tools.annotate.duties.drafts import State, most_telling
from build_tools.annotate.duties.patterns import TIME_LABEL
from build_tools.annotate.duties.view import Passage
from build_tools.model.document import Unit
from build_tools.model.duty import Deadline, DeadlineKind
from build_tools.model.span import Span

_AROUND = re.compile(
    r"[\s(\[*_.;,:-]*(?:(?:thời\s+gian|thời\s+hạn|thực\s+hiện|hoàn\s+thành|tổ\s+chức|tiến\s+hành|trong|khoảng|vào|từ)\b"
    r"[\s:,]*)*",
    re.IGNORECASE,
)
PHASE = re.compile(
    r"(?:Giai đoạn|Bước|Đợt|Vòng|Đợt cao điểm)\s+(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|bốn|năm)\b", re.IGNORECASE
)
_AFTER = re.compile(r"[\s)\]*_.;,/]*")
_LASTING = frozenset({DeadlineKind.DATE, DeadlineKind.PERIOD, DeadlineKind.WITHIN})


def note_time(state: State, passage: Passage) -> None:
    """Keep the limit of a line of time below a title, or of a lead-in, for the tasks that follow in its unit.

    A line below a title holds for the whole unit (`BƯỚC BỐN …` / `(Thời gian từ ngày 04/2 đến ngày 08/2/2026)`), and so
    does a paragraph before the items that ends in a colon (`… thực hiện từ ngày … đến ngày …, cụ thể như sau:`).
    """
    if passage.heading is not None or passage.unit is None or passage.row or passage.preamble or passage.attached:
        return
    limits = state.view.deadlines_within(passage.whole)
    limit = most_telling(limits)
    if PHASE.match(state.view.text, passage.span.start, passage.span.end) and not passage.opens:
        _enter_phase(state, passage, limit)
        return
    if limit is None or not (_is_only_time(state, passage, limits) or _leads_in(state, passage, limit)):
        return
    state.limits.append((limit, passage.unit.span.end))


def _enter_phase(state: State, passage: Passage, limit: Deadline | None) -> None:
    """The line of a phase (`Bước 1: Rà soát (từ ngày … đến ngày …)`) ends the one before; its days hold below it."""
    words = state.view.words(passage.span).rstrip(" *_")
    if words.endswith((".", ";", ",")) or passage.unit is None:
        return
    end = passage.unit.span.end
    state.limits = [item for item in state.limits if item not in state.phases]
    state.phases = [(limit, end)] if limit is not None else []
    state.limits += state.phases


def limit_below(state: State, passage: Passage) -> Deadline | None:
    """The limit that the items below a label of time give it (`Thời gian thực hiện:` / `- Vận động: từ … đến …`)."""
    if not state.view.ends_in_colon(passage.span):
        return None
    start = end = passage.whole.end
    for item in state.view.following(passage):
        if not item.opens or item.heading is not None or item.unit is None or item.unit.label not in ("-", "+", "*"):
            break
        end = item.whole.end
    return most_telling(state.view.deadlines_within(Span(start, end)))


def _is_only_time(state: State, passage: Passage, limits: list[Deadline]) -> bool:
    """Whether a line without a label of its own says nothing but a time, and stands before the tasks of its unit."""
    if passage.opens or len(limits) != 1 or _has_tasks(state, passage.unit):
        return False
    text, whole = state.view.text, passage.whole
    begin = _AROUND.match(text, whole.start, whole.end)
    end = _AFTER.match(text, limits[0].span.end, whole.end)
    return begin is not None and begin.end() >= limits[0].span.start and end is not None and end.end() == whole.end


def _has_tasks(state: State, unit: Unit | None) -> bool:
    """Whether a task stands in a unit already; its title is none."""
    title = " ".join((unit.heading or "").split()) if unit else ""
    return any(" ".join(state.view.words(draft.span).split()) not in title for draft in state.drafts_from(unit))


def closed_unit(state: State, scope: Unit | None, mark: str | None) -> Unit | None:
    """The unit whose tasks a line of time with a mark of its own (`* Thời gian …`) closes.

    Lines with that mark close units of one level: the level of the first such line of the document.
    """
    if scope is None or mark != "*":
        return scope
    level = state.closing_level = state.closing_level or scope.level
    while scope is not None and scope.level > level:
        outer = state.view.parent(scope)
        if outer is None or outer.span.end != scope.span.end:
            break
        scope = outer
    return scope


def _leads_in(state: State, passage: Passage, limit: Deadline) -> bool:
    words = state.view.words(passage.span).rstrip(" *_")
    lasting = limit.kind in _LASTING and (limit.date or limit.from_ or limit.to) is not None
    return words.endswith(":") and lasting and TIME_LABEL.match(words) is None
