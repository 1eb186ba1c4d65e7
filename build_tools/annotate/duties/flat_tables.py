"""Tables that assign, in texts that lost their columns: the cells stand below each other, row by row.

A text taken from a PDF has the heads of the columns one below the other (`STT`, `Nhiệm vụ`, `Cơ quan chủ trì`, …), then
for each row its number, the task and the bearers. A row whose task or whose first bearers cannot be told is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
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
_NUMBER = re.compile(r"0?(?P<number>\d{1,3})(?:\.(?P<part>\d{1,2}))?\.?(?:\s+(?P<task>\S.*))?", re.DOTALL)
_ITEM = re.compile(r"\(?\d{1,2}[.)]\s|[-–+]\s")
_GROUP = re.compile(r"[IVXL]{1,5}[.)]?(?:\s|\Z)|[A-ZĐ][.)]\s")
_JOINED_HEADS = re.compile(r"\s+(?=(?:Cơ quan|Đơn vị|Thời (?:gian|hạn)|Tiến độ|Sản phẩm|Cấp trình|Chủ trì|Phối hợp)\b)")
_JOINED = re.compile(r"\s(\d{1,3})\.$")  # the number of the first row behind the title of a group
_OPEN_END = re.compile(r"(?:[,;]|\bvà|\bcác|\bở|\bcủa|\btrình|\bBộ|\bSở|\bỦy ban|\bUBND|\bPhòng|\bBan|\bCơ quan)\s*$")
_OPEN_TASK = re.compile(r"(?:\bLuật|\bBộ luật|\bNghị định|\bNghị quyết|\bQuy định|\bsố|\bngày|\bcủa|\bvà|,)\s*$")
_BEGINS_LIST = re.compile(r"(?<=[^\W\d_A-Z]) (?=Các (?:bộ|sở|ban|ngành|cơ quan|đơn vị|địa phương)\b)")
_VAGUE = "nguoi_co_tham_quyen"  # to whom a thing is submitted
_BEFORE_NAME = re.compile(r"(?:,|\b(?:của|cho|với|tại|về|trong|do|đến|bởi|và|trình|giữa|thuộc|ở|các))\s+$")
_NEXT_CELL = re.compile(r"\s+(?=[A-ZĐÀ-Ỹ])")
_MOST_HEADS = 10
_LONGEST_HEAD = 80
_LONGEST_ROW = 40  # blocks
_FEWEST_ROWS = 2
_MISSED = 3
_TITLE_LINES = 2  # of a group of rows, below its number
_NEAR = 4  # cells within which the items of a task begin
_PARTS = frozenset({UnitKind.PART, UnitKind.CHAPTER, UnitKind.SECTION, UnitKind.ARTICLE, UnitKind.ANNEX})


class _Row(NamedTuple):
    number: int
    cells: list[Span]
    part: int = 0  # of a row that has rows of its own (`2.1`)


class _Head(NamedTuple):
    """What the columns of a table hold, and on how many lines their heads stand."""

    columns: list[str | Capacity]
    lines: int


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
        head = _head(view, blocks, at)
        if head is None:
            at += 1
            continue
        capacities = [meaning for meaning in head.columns if isinstance(meaning, Capacity)]
        rows, end = _rows(view, blocks, parts, at + 1 + head.lines, head)
        drafts = [draft for row in rows for draft in _duties(view, row, capacities, timed=TIME in head.columns)]
        if len(rows) >= _FEWEST_ROWS and drafts:
            yield FlatTable(Span(blocks[at].start, blocks[end - 1].end), drafts)
        at = max(end, at + 1)


def _head(view: View, blocks: list[Span], at: int) -> _Head | None:
    """What the columns hold whose heads begin at `at`, the number apart; None where none assigns a task."""
    if not _NUMBER_HEAD.fullmatch(_words(view, blocks[at])):
        return None
    columns: list[str | Capacity] = []
    lines = 0
    for span in blocks[at + 1 : at + 1 + _MOST_HEADS]:
        words = _words(view, span)
        if len(words) > _LONGEST_HEAD or _NUMBER.fullmatch(words) or _GROUP.match(words) or words.endswith("."):
            break
        columns += (meaning_of(head) or "" for head in _JOINED_HEADS.split(words))
        lines += 1
    bearers = [place for place, meaning in enumerate(columns) if isinstance(meaning, Capacity)]
    found = TASK in columns and bearers and columns.index(TASK) < bearers[0]
    return _Head(columns, lines) if found else None


def _rows(view: View, blocks: list[Span], parts: list[int], at: int, head: _Head) -> tuple[list[_Row], int]:
    """The counted rows from `at` on, over pages on which the heads are printed again, and where they end."""
    rows: list[_Row] = []
    open_, titles, since = False, 0, 0
    while at < len(blocks):
        words = _words(view, blocks[at])
        match = _NUMBER.fullmatch(words)
        if _NUMBER_HEAD.fullmatch(words):
            again = _head(view, blocks, at)
            if again is None or again.columns != head.columns:
                break
            at += again.lines
        elif match and (match["task"] is None or _follows(rows, since, match)):
            if not _follows(rows, since, match):
                break
            task = [] if match["task"] is None else [Span(blocks[at].start + match.start("task"), blocks[at].end)]
            rows.append(_Row(int(match["number"]), task, int(match["part"] or 0)))
            open_ = True
        elif _GROUP.match(words):
            open_, titles, since = _opens_row(rows, words), _TITLE_LINES, len(rows)
        elif titles and not open_:
            titles -= 1
        elif not open_ or len(rows[-1].cells) > _LONGEST_ROW or _begins_part(parts, blocks[at]):
            break
        else:
            rows[-1].cells.append(blocks[at])
        at += 1
    return rows, at


def _opens_row(rows: list[_Row], title: str) -> bool:
    """Whether the number of the first row stands behind the title of a group; then the row is added."""
    joined = _JOINED.search(title)
    if joined is None or not _is_next(rows, int(joined[1])):
        return False
    rows.append(_Row(int(joined[1]), []))
    return True


def _begins_part(parts: list[int], block: Span) -> bool:
    """Whether an article, an annex or another part of the document begins in a block: no table goes on there."""
    at = bisect_left(parts, block.start)
    return at < len(parts) and parts[at] < block.end


def _follows(rows: list[_Row], since: int, match: re.Match[str]) -> bool:
    """Whether a number, or a part of the last one (`2.1`), counts the rows on, of the group from `since` or of all."""
    number, part = int(match["number"]), int(match["part"] or 0)
    if part == 0:
        return _is_next(rows, number) or _is_next(rows[since:], number)
    if rows and rows[-1].number == number:
        return rows[-1].part < part <= rows[-1].part + _MISSED
    return part == 1 and _is_next(rows, number)


def _is_next(rows: list[_Row], number: int) -> bool:
    """Whether a number counts the rows on, also past one or two that were joined with the line before."""
    last = rows[-1].number if rows else 0
    return last < number <= last + _MISSED


def _duties(view: View, row: _Row, capacities: list[Capacity], *, timed: bool) -> Iterator[Draft]:
    """What a row assigns: its task, or each of the items into which its cell parts it."""
    cells = list(_parted(view, row.cells))
    first = _first_bearers(view, cells)
    if first == 0:
        return
    task = Span(cells[0].start, cells[first - 1].end)
    if _ends_in_cell(view, task):
        return
    actors: list[Actor] = []
    lists = _lists(view, cells[first:])
    for capacity, span in zip(capacities, lists, strict=False):
        actors += (actor for actor in read_bearers(view, span, capacity) if actor.role != _VAGUE)
    if not actors or actors[0].capacity is not capacities[0]:
        return
    rest = Span(lists[0].end, max(cells[-1].end, lists[0].end))
    limit = most_telling(view.deadlines_within(rest)) if timed else None
    for part in _items(view, cells[:first]) or [task]:
        yield Draft(
            unit=view.unit_of(part),
            span=part,
            modality=modality_of(view.words(part)),
            actors=tuple(actors),
            explicit=Explicit.SENTENCE,
            ground=Ground.ASSIGNED,
            assigned_by=Span(task.start, cells[-1].end),
            deadline=limit,
        )


def _parted(view: View, cells: list[Span]) -> Iterator[Span]:
    """The cells, each that was joined with the one beside it cut where that begins (`… và cấp xã Các bộ, ngành`)."""
    for cell in cells:
        start = cell.start
        for match in _BEGINS_LIST.finditer(view.text, cell.start, cell.end):
            if match.start() > start:
                yield Span(start, match.start())
                start = match.end()
        yield Span(start, cell.end)


def _first_bearers(view: View, cells: list[Span]) -> int:
    """Where the first bearers of a row stand, behind its task; 0 where that cannot be told.

    The task goes on in small letters, or in items of its own; a cell of bearers holds nothing but names.
    """
    for number, cell in enumerate(cells[1:], start=1):
        words = view.words(cell)
        goes_on = _OPEN_TASK.search(view.words(cells[number - 1])) is not None
        if goes_on and words.startswith("Các "):
            return 0  # the lines of two cells, one after the other
        if words[:1].islower() or _ITEM.match(words) or goes_on:
            continue
        if begins_with_bearer(view, cell.start, cell.end):
            return number
        if not any(_ITEM.match(view.words(later)) for later in cells[number + 1 : number + _NEAR]):
            return 0
    return 0


def _items(view: View, cells: list[Span]) -> list[Span]:
    """The items of a task that is parted into such (`(1) Rà soát …`, `(2) Xây dựng …`), each with its last line."""
    starts = [number for number, cell in enumerate(cells) if _ITEM.match(view.words(cell))]
    bounds = [*starts, len(cells)]
    found = []
    for begin, end in pairwise(bounds):
        mark = _ITEM.match(view.words(cells[begin]))
        start = cells[begin].start + (mark.end() if mark else 0)
        found.append(Span(start, cells[end - 1].end))
    return found


def _ends_in_cell(view: View, task: Span) -> bool:
    """Whether a name ends a task to which it does not belong: the cell beside it was joined with the task."""
    name = view.mentions.covering(task.start + len(view.words(task).rstrip(" ;,")) - 1)
    return name is not None and _BEFORE_NAME.search(view.text, task.start, name.span.start) is None


def _lists(view: View, cells: list[Span]) -> list[Span]:
    """The lists of bearers: a cell may be broken over lines, and two cells may stand on one line."""
    found: list[Span] = []
    for cell in cells:
        open_ = bool(found) and _OPEN_END.search(view.words(found[-1])) is not None
        goes_on = open_ and not view.text.startswith("Các ", cell.start)
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
