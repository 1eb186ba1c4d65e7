"""The tasks of some plans of a family side by side, and what an editor writes to correct their matching."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from build_tools.grammar.task_headings import FEWEST_WORDS
from build_tools.i18n import _
from build_tools.model.duty import Modality
from build_tools.model.library import Coverage, CoverageCell, CoverageRow, Passage
from build_tools.render import words
from build_tools.render.context import Context
from build_tools.render.openings import opening
from build_tools.render.tasks import Bearer, Task, shown_bearers

_MOST_BEARERS = 6
_QUOTED_WORDS = 7


class Cell(Struct, frozen=True):
    """What one document says on a task, in words; `score` is None where nothing was matched by the program.

    `kinds` are the sorts of its passages that are no tasks (a ban, a liability), where those of other cells differ.
    """

    passage: Passage
    label: str
    who: tuple[Bearer, ...]
    more: int
    time: str
    score: int | None
    judged: str
    kinds: tuple[str, ...] = ()


class Row(Struct, frozen=True):
    """A task and its cells by document; a document without one lacks the task.

    `kind` says what it is where it is no task: what must not be done reads like a task without it.
    """

    task: str
    cells: dict[str, list[Cell]]
    kind: str = ""


def rows(ctx: Context, coverage: Coverage, documents: Sequence[str]) -> list[Row]:
    """The tasks that some of the `documents` contain, those of several documents first."""
    wanted = frozenset(documents)
    found = [row for row in coverage.rows if any(cell.document in wanted for cell in row.cells)]
    made = [_row(ctx, row, wanted) for row in found]
    return sorted(made, key=lambda row: -len(row.cells))


def _row(ctx: Context, row: CoverageRow, wanted: frozenset[str]) -> Row:
    several = len(row.cells) > 1
    sorts = {ctx.duty(cell.document, duty).modality for cell in row.cells for duty in cell.duties}
    kind = _(words.MODALITY[min(sorts)]) if len(sorts) == 1 and Modality.DUTY not in sorts else ""
    cells: dict[str, list[Cell]] = {}
    for cell in row.cells:
        if cell.document in wanted:
            made = _cell(ctx, cell, several=several)
            cells.setdefault(cell.document, []).append(msgspec.structs.replace(made, kinds=()) if kind else made)
    return Row(task_words(ctx, row), cells, kind)


def task_words(ctx: Context, row: CoverageRow) -> str:
    """A task in one line; where its heading says no more than `Yêu cầu`, the beginning of what stands under it."""
    duties = ((cell.document, duty) for cell in row.cells for duty in cell.duties)
    first = next(duties, None)
    if len(row.task.split()) < FEWEST_WORDS and first:
        return ctx.task(*first).line
    return opening(row.task)


def _cell(ctx: Context, cell: CoverageCell, *, several: bool) -> Cell:
    found = [ctx.task(cell.document, duty) for duty in cell.duties]
    named = _bearers(ctx, found)
    others = dict.fromkeys(task.duty.modality for task in found if task.duty.modality is not Modality.DUTY)
    return Cell(
        passage=cell.passage,
        label=cell.label,
        who=named[:_MOST_BEARERS],
        more=max(0, len(named) - _MOST_BEARERS),
        time=_times(ctx, found),
        score=round(cell.score * 100) if several and not cell.judged else None,
        judged=cell.judged,
        kinds=tuple(_(words.MODALITY[modality]) for modality in others),
    )


def _times(ctx: Context, tasks: list[Task]) -> str:
    """The time limits of a cell; one that only some of its passages have says so."""
    limits = [_time(ctx, task) for task in tasks]
    everywhere = len(set(limits)) == 1
    said = dict.fromkeys(limit for limit in limits if limit)
    return "; ".join(time if everywhere else _("{time} (a part of it)", time=time) for time in said)


def _time(ctx: Context, task: Task) -> str:
    limit = task.deadline
    return words.deadline(limit, limit.span.of(ctx.document(task.document).text)) if limit else ""


def _bearers(ctx: Context, tasks: list[Task]) -> tuple[Bearer, ...]:
    """Everyone whom the tasks of a cell charge, each once."""
    found: dict[tuple[str, str], Bearer] = {}
    for task in tasks:
        for one in shown_bearers(ctx.document(task.document), task.duty):
            found.setdefault((one.role, "" if one.role else one.surface), one)
    return tuple(found.values())


def references(ctx: Context, coverage: Coverage, documents: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
    """For each document its tasks: how a reader names the unit, and the line with which an editor names the task."""
    found: dict[str, list[tuple[str, str]]] = {id_: [] for id_ in documents}
    for cell in _in_order(coverage, frozenset(documents)):
        found[cell.document].append((cell.label, _reference(ctx, cell)))
    return found


def _in_order(coverage: Coverage, wanted: frozenset[str]) -> Iterable[CoverageCell]:
    cells = (cell for row in coverage.rows for cell in row.cells if cell.document in wanted)
    return sorted(cells, key=lambda cell: (cell.document, cell.passage.span))


def _reference(ctx: Context, cell: CoverageCell) -> str:
    """A line for `doi-chieu.yml`: the words guard against a changed text."""
    quoted = " ".join(ctx.quote(cell.passage).split()[:_QUOTED_WORDS]).rstrip(",;:.")
    parts = {"document": cell.document, "unit": cell.unit, "words": quoted}
    return f"- {{{', '.join(f'{key}: {json.dumps(value, ensure_ascii=False)}' for key, value in parts.items())}}}"
