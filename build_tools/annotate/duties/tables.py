"""Tables that assign: a row for each task, columns for who leads, who helps and until when."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import read_bearers
from build_tools.annotate.duties.drafts import Draft, Ground, State, most_telling
from build_tools.annotate.duties.table_groups import read_group
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Actor, Capacity, Explicit
from build_tools.model.span import Span

TASK, TIME = "task", "time"
_PERFORMERS = r"(?:cơ\s+quan|đơn\s+vị|người|bộ\s+phận|tổ\s+chức).{0,20}(?:thực\s+hiện|phụ\s+trách)|phân\s+công"
# What the head of a column says of its cells; the first rule that fits wins.
COLUMNS: tuple[tuple[str | Capacity, re.Pattern[str]], ...] = (
    (TASK, re.compile(r"(?:nhiệm\s+vụ|nội\s+dung|công\s+việc)\s+(?:được\s+giao\s+)?chủ\s+trì", re.IGNORECASE)),
    (TIME, re.compile(r"thời\s+(?:gian|hạn|điểm)|tiến\s+độ|hoàn\s+thành|lộ\s+trình", re.IGNORECASE)),
    (Capacity.COORDINATE, re.compile(r"phối\s+hợp|tham\s+gia", re.IGNORECASE)),
    (Capacity.LEAD, re.compile(r"chủ\s+trì|đầu\s+mối|tham\s+mưu\s+chính", re.IGNORECASE)),
    (Capacity.DIRECT, re.compile(r"(?:lãnh đạo|đồng chí)\s+(?:phụ\s+trách|chỉ\s+đạo)", re.IGNORECASE)),
    (Capacity.PERFORM, re.compile(_PERFORMERS, re.IGNORECASE)),
    (TASK, re.compile(r"nội\s+dung|nhiệm\s+vụ|công\s+việc|hoạt\s+động|tên\s+việc", re.IGNORECASE)),
)
_BODIES = re.compile(
    r"(?:tên\s+)?(?:cơ\s+quan|đơn\s+vị|bộ|ngành|địa\s+phương|sở)(?:\s*[,/]\s*(?:và\s+)?(?:cơ\s+quan|đơn\s+vị|ngành|"
    r"địa\s+phương|ban))*",
    re.IGNORECASE,
)
"""The head of a column before the tasks that says nothing but whose they are."""
_TITLE = re.compile(r"(?:nội\s+dung|nhiệm\s+vụ|công\s+việc|tên|thời|tiến|hạn|lộ|kết|sản)\b.{0,40}\Z", re.IGNORECASE)
_SAME = re.compile(r"[-–]?\s*(?:nt|như trên)\s*[-–]?|[\"”″]", re.IGNORECASE)
_CELL = re.compile(r"[^\t]*(?:\t|$)")
_DASHED = re.compile(r"(?:^|(?<=\s))[-–+•]\s+")
_LEADS = re.compile(r"chủ\s+trì", re.IGNORECASE)
_LONGEST_HEAD = 80


def read_row(state: State, passage: Passage) -> bool:
    """A row of a table: True for every row; one with a task and a bearer is a duty."""
    if not passage.row:
        return False
    cells = _cells(state, passage.whole)
    head = _head(state, passage, cells)
    if head is not None:
        state.columns = (passage.table, head)
        state.group = None
    elif state.columns is not None and state.columns[0] == passage.table:
        drafts = _duty(state, passage, cells, state.columns[1])
        if not drafts:
            read_group(state, passage.table, cells)
        state.add(drafts)
    return True


def meaning_of(head: str) -> str | Capacity | None:
    """What a column holds, told by its head; None where that says nothing of tasks, bearers or time."""
    return next((meaning for meaning, rule in COLUMNS if rule.search(head)), None)


def _cells(state: State, row: Span) -> list[Span]:
    return [
        Span(match.start(), match.end() - match[0].endswith("\t"))
        for match in _CELL.finditer(state.view.text, row.start, row.end)
        if match.end() <= row.end
    ]


def _head(state: State, passage: Passage, cells: list[Span]) -> dict[int, str | Capacity] | None:
    """What the columns hold, where the row is the head of a table that assigns tasks, or the second line of one."""
    found: dict[int, str | Capacity] = {}
    filled = [number for number, cell in enumerate(cells) if state.view.words(cell).strip()]
    for number in filled:
        words = state.view.words(cells[number]).strip()
        meaning = meaning_of(words) if len(words) <= _LONGEST_HEAD else None
        if meaning is not None and (meaning != TASK or TASK not in found.values()):
            found[number] = meaning
    _whose(state, cells, filled, found)
    above = state.head_above if state.head_above is not None and state.head_above[0] == passage.table else None
    second = above is not None and all(isinstance(found.get(number), Capacity | str) for number in filled)
    if above is not None and second and TASK not in found.values():
        found = {**above[1], **found}  # `Phân công`, and below it `Chủ trì` and `Phối hợp`
    begun = state.cells_above is not None and state.cells_above[0] == passage.table
    state.head_above = (passage.table, found) if found and not begun else None
    bearers = any(isinstance(meaning, Capacity) for meaning in found.values())
    plain = not begun and all(_TITLE.match(state.view.words(cells[number]).strip()) for number in found)
    timed = plain and TIME in found.values()
    return found if (bearers or timed) and TASK in found.values() else None


def _whose(state: State, cells: list[Span], filled: list[int], found: dict[int, str | Capacity]) -> None:
    """Adds the column of the bodies whose tasks stand beside it (`Đơn vị`, `Nhiệm vụ chủ trì`)."""
    task = next((number for number, meaning in found.items() if meaning == TASK), None)
    before = [number for number in filled if task is not None and number < task and number not in found]
    if task is None or not before or _BODIES.fullmatch(state.view.words(cells[before[-1]]).strip()) is None:
        return
    leads = _LEADS.search(state.view.words(cells[task])) is not None
    found[before[-1]] = Capacity.LEAD if leads else Capacity.PERFORM


def _duty(state: State, passage: Passage, cells: list[Span], columns: dict[int, str | Capacity]) -> list[Draft]:
    task: Span | None = None
    actors: list[Actor] = []
    when: Span | None = None
    for number, cell in enumerate(_filled(state, passage, cells)):
        meaning = columns.get(number)
        if not state.view.words(cell).strip() or meaning is None:
            continue
        if meaning == TASK:
            task = cell
        elif meaning == TIME:
            when = cell
        elif isinstance(meaning, Capacity):
            actors += _bearers(state, cell, meaning)
    group = state.group if state.group is not None and state.group.table == passage.table else None
    grouped = group is not None and not any(actor.capacity is not Capacity.COORDINATE for actor in actors)
    if group is not None and grouped and (when is not None or actors):
        leads = Capacity.LEAD if actors else Capacity.PERFORM
        actors = [*(Actor(a.role, a.span, leads, a.mode) for a in group.actors), *actors]
    if task is None or not actors:
        return []
    limits = state.view.deadlines_within(when) if when is not None else []
    words = state.view.words(task)
    return [
        Draft(
            unit=passage.unit,
            span=task,
            modality=modality_of(words),
            actors=tuple(actors),
            explicit=Explicit.SENTENCE,
            ground=Ground.ASSIGNED,
            assigned_by=passage.whole,
            deadline=most_telling(limits) or (group.limit if group is not None else None),
        )
    ]


def _filled(state: State, passage: Passage, cells: list[Span]) -> list[Span]:
    """The cells of a row, where one that says `-nt-` (as above) is the one above it."""
    above = state.cells_above if state.cells_above is not None and state.cells_above[0] == passage.table else None
    before = above[1] if above is not None else []
    filled = [
        before[number] if number < len(before) and _SAME.fullmatch(state.view.words(cell).strip()) else cell
        for number, cell in enumerate(cells)
    ]
    lead = _merged_lead(state, cells)
    if lead is not None and lead < len(before):
        filled[lead] = before[lead]
    state.cells_above = (passage.table, filled)
    return filled


def _merged_lead(state: State, cells: list[Span]) -> int | None:
    """The column of those who lead, where a row leaves it empty because the cell above covers it.

    It does where the row has no number of its own, or names those who help one who must lead.
    """
    columns = state.columns[1] if state.columns is not None else {}
    words = [state.view.words(cell).strip() for cell in cells]
    bearers = [n for n, meaning in columns.items() if isinstance(meaning, Capacity) and n < len(cells)]
    task = next((n for n, meaning in columns.items() if meaning == TASK and n < len(cells)), None)
    lead = next((n for n in sorted(bearers) if columns[n] is not Capacity.COORDINATE), None)
    if lead is None or task is None or words[lead] or not words[task][:1].isupper():
        return None
    helped = any(columns[n] is Capacity.COORDINATE and words[n] for n in bearers)
    unnumbered = min(columns) > 0 and not words[0] and task != 0
    return lead if helped or unnumbered else None


def _bearers(state: State, cell: Span, capacity: Capacity) -> list[Actor]:
    """The bearers of a cell, which may list them behind dashes."""
    text = state.view.text
    dashes = [
        match
        for match in _DASHED.finditer(text, cell.start, cell.end)
        if state.view.mentions.covering(match.start()) is None  # `Phòng Văn hóa - Xã hội`
    ]
    starts = [cell.start, *(match.end() for match in dashes)]
    ends = [*(match.start() for match in dashes), cell.end]
    found: list[Actor] = []
    for start, end in zip(starts, ends, strict=True):
        found += read_bearers(state.view, Span(start, end), capacity) if text[start:end].strip() else ()
    return found
