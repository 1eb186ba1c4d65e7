"""Tables that assign, in texts that lost their columns: the cells stand below each other, row by row.

A text taken from a PDF has the heads of the columns one below the other (`STT`, `Nhiệm vụ`, `Cơ quan chủ trì`, …), then
for each row its number, the task and the bearers. A row whose task or whose first bearers cannot be told is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Draft, Ground, most_telling
from build_tools.annotate.duties.tables import TASK, TIME, meaning_of
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.document import UnitKind
from build_tools.model.duty import Actor, Capacity, Explicit
from build_tools.model.source import BlockKind
from build_tools.model.span import Span

_NUMBER_HEAD = re.compile(r"(?:S?TT|Stt|Số TT|Số thứ tự)", re.IGNORECASE)
_NUMBER = re.compile(r"0?(?P<number>\d{1,3})\.?(?:\s+(?P<task>\S.*))?", re.DOTALL)
_GROUP = re.compile(r"[IVXL]{1,5}[.)]?\s|[A-ZĐ][.)]\s")
_JOINED = re.compile(r"\s(\d{1,3})\.$")  # the number of the first row behind the title of a group
_OPEN_END = re.compile(r"(?:,|\bvà|\bcác|\bở|\bcủa|\btrình|\bBộ|\bSở|\bỦy ban|\bUBND|\bPhòng|\bBan|\bCơ quan)\s*$")
_BEFORE_NAME = re.compile(r"(?:,|\b(?:của|cho|với|tại|về|trong|do|đến|bởi|và|trình|giữa|thuộc|ở|các))\s+$")
_NEXT_CELL = re.compile(r"\s+(?=[A-ZĐÀ-Ỹ])")
_MOST_HEADS = 10
_LONGEST_HEAD = 80
_LONGEST_ROW = 40  # blocks
_FEWEST_ROWS = 2
_MISSED = 3
_PARTS = frozenset({UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.ARTICLE, UnitKind.ANNEX})


class _Row(NamedTuple):
    number: int
    cells: list[Span]


class FlatTable(NamedTuple):
    """Where the lines of a table stand, and what its rows assign."""

    span: Span
    drafts: list[Draft]


def find_flat_tables(view: View) -> Iterator[FlatTable]:
    """The tables of a text without columns, in order; linear in the blocks."""
    blocks = [block.span for block in view.blocks if block.kind is BlockKind.PARAGRAPH]
    parts = view.beginnings(_PARTS)
    at = 0
    while at < len(blocks):
        columns = _columns(view, blocks, at)
        if columns is None:
            at += 1
            continue
        capacities = [meaning for meaning in columns if isinstance(meaning, Capacity)]
        rows, end = _rows(view, blocks, parts, at + 1 + len(columns), len(columns))
        drafts = [draft for row in rows if (draft := _duty(view, row, capacities, timed=TIME in columns)) is not None]
        if len(rows) >= _FEWEST_ROWS and drafts:
            yield FlatTable(Span(blocks[at].start, blocks[end - 1].end), drafts)
        at = max(end, at + 1)


def _columns(view: View, blocks: list[Span], at: int) -> list[str | Capacity] | None:
    """What the columns hold whose heads begin at `at`, the number apart; None where none assigns a task."""
    if not _NUMBER_HEAD.fullmatch(_words(view, blocks[at])):
        return None
    found: list[str | Capacity] = []
    for span in blocks[at + 1 : at + 1 + _MOST_HEADS]:
        words = _words(view, span)
        if len(words) > _LONGEST_HEAD or _NUMBER.fullmatch(words) or _GROUP.match(words) or words.endswith("."):
            break
        found.append(meaning_of(words) or "")
    bearers = [place for place, meaning in enumerate(found) if isinstance(meaning, Capacity)]
    return found if TASK in found and bearers and found.index(TASK) < bearers[0] else None


def _rows(view: View, blocks: list[Span], parts: list[int], at: int, columns: int) -> tuple[list[_Row], int]:
    """The counted rows from `at` on, over pages on which the heads are printed again, and where they end."""
    rows: list[_Row] = []
    open_ = False
    while at < len(blocks):
        words = _words(view, blocks[at])
        match = _NUMBER.fullmatch(words)
        if _NUMBER_HEAD.fullmatch(words):
            again = _columns(view, blocks, at)
            if again is None or len(again) != columns:
                break
            at += len(again)
        elif match and (match["task"] is None or _follows(rows, int(match["number"]))):
            if not _follows(rows, int(match["number"])):
                break
            task = [] if match["task"] is None else [Span(blocks[at].start + match.start("task"), blocks[at].end)]
            rows.append(_Row(int(match["number"]), task))
            open_ = True
        elif _GROUP.match(words):
            joined = _JOINED.search(words)
            open_ = joined is not None and _follows(rows, int(joined[1]))
            if joined is not None and open_:
                rows.append(_Row(int(joined[1]), []))
        elif not open_ or len(rows[-1].cells) > _LONGEST_ROW or _begins_part(parts, blocks[at]):
            break
        else:
            rows[-1].cells.append(blocks[at])
        at += 1
    return rows, at


def _begins_part(parts: list[int], block: Span) -> bool:
    """Whether an article, an annex or another part of the document begins in a block: no table goes on there."""
    at = bisect_left(parts, block.start)
    return at < len(parts) and parts[at] < block.end


def _follows(rows: list[_Row], number: int) -> bool:
    """Whether a number counts the rows on, also past one or two that were joined with the line before."""
    last = rows[-1].number if rows else 0
    return last < number <= last + _MISSED


def _duty(view: View, row: _Row, capacities: list[Capacity], *, timed: bool) -> Draft | None:
    first = next((n for n, cell in enumerate(row.cells) if n and not view.words(cell)[:1].islower()), len(row.cells))
    if first == len(row.cells) or not begins_with_bearer(view, row.cells[first].start, row.cells[first].end):
        return None  # the task goes on in small letters; then the first bearers
    task = Span(row.cells[0].start, row.cells[first - 1].end)
    if _ends_in_cell(view, task):
        return None
    actors: list[Actor] = []
    lists = _lists(view, row.cells[first:])
    for capacity, span in zip(capacities, lists, strict=False):
        actors += read_bearers(view, span, capacity)
    if not actors or actors[0].capacity is not capacities[0]:
        return None
    rest = Span(lists[0].end, max(row.cells[-1].end, lists[0].end))
    limit = most_telling(view.deadlines_within(rest)) if timed else None
    return Draft(
        unit=view.unit_of(task),
        span=task,
        modality=modality_of(view.words(task)),
        actors=tuple(actors),
        explicit=Explicit.SENTENCE,
        ground=Ground.ASSIGNED,
        assigned_by=Span(task.start, row.cells[-1].end),
        deadline=limit,
    )


def _ends_in_cell(view: View, task: Span) -> bool:
    """Whether a name ends a task to which it does not belong: the cell beside it was joined with the task."""
    name = view.mentions.covering(task.end - 1)
    return name is not None and _BEFORE_NAME.search(view.text, task.start, name.span.start) is None


def _lists(view: View, cells: list[Span]) -> list[Span]:
    """The lists of bearers: a cell may be broken over lines, and two cells may stand on one line."""
    found: list[Span] = []
    for cell in cells:
        goes_on = bool(found) and _OPEN_END.search(view.words(found[-1])) is not None
        if not goes_on and not begins_with_bearer(view, cell.start, cell.end):
            break
        start = found.pop().start if goes_on else cell.start
        for match in _NEXT_CELL.finditer(view.text, cell.start, cell.end):
            name = view.mentions.covering(match.start() - 1)
            ends = name is not None and name.span.end == match.start()
            if ends and begins_with_bearer(view, match.end(), cell.end):
                found.append(Span(start, match.start()))
                start = match.end()
        found.append(Span(start, cell.end))
    return found


def _words(view: View, span: Span) -> str:
    return view.words(span).strip(" *_\n")
