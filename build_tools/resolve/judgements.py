"""Finds the tasks that an editor's judgements name, and reports the judgements that no longer fit the texts."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from build_tools.model.findings import Diagnostic
from build_tools.model.library import Entry
from build_tools.model.matching import Decided, Matching, TaskReference
from build_tools.resolve.plan_tasks import PlanTask, on_one_line

Key = tuple[str, str]
"""A task: document and unit."""


class _UnfitError(Exception):
    """A reference names no task; `diagnostic` says why."""

    def __init__(self, code: str, line: int, **args: str) -> None:
        super().__init__(code)
        self.diagnostic = Diagnostic(code, line, args=args)


class Judged(Struct, frozen=True):
    """The judgements that hold: groups of tasks that are one, each with its reason, and pairs that are not."""

    joined: tuple[tuple[tuple[Key, ...], str], ...] = ()
    apart: tuple[tuple[Key, Key], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def judge(matching: Matching, tasks: Iterable[PlanTask], entries: Mapping[str, Entry]) -> Judged:
    """The judgements in terms of tasks. One that does not fit the texts is reported and left out as a whole."""
    by_document: dict[str, list[PlanTask]] = defaultdict(list)
    for task in tasks:
        by_document[task.document].append(task)
    told: list[Diagnostic] = []
    apart: dict[frozenset[Key], int] = {}
    joined: list[tuple[tuple[Key, ...], str]] = []
    for decided in sorted(matching.decided, key=lambda one: (one.same, one.line)):  # what is apart first
        try:
            keys = tuple(
                dict.fromkeys(_found(one, decided, by_document, entries) for one in decided.judgement.passages)
            )
            _check(keys, decided, apart)
        except _UnfitError as unfit:
            told.append(unfit.diagnostic)
            continue
        if decided.same:
            joined.append((keys, decided.judgement.reason))
        else:
            apart |= {frozenset(pair): decided.line for pair in combinations(keys, 2)}
    pairs = tuple((one, other) for one, other in (sorted(pair) for pair in apart))
    return Judged(_merged(joined), pairs, tuple(sorted(told, key=lambda d: d.line or 0)))


def _check(keys: Sequence[Key], decided: Decided, apart: Mapping[frozenset[Key], int]) -> None:
    if len(keys) < 2:
        raise _UnfitError("matching-one-task", decided.line)
    barred = [apart[frozenset(pair)] for pair in combinations(keys, 2) if frozenset(pair) in apart]
    if decided.same and barred:
        raise _UnfitError("matching-contradiction", decided.line, other=str(barred[0]))


def _found(
    wanted: TaskReference, decided: Decided, tasks: Mapping[str, list[PlanTask]], entries: Mapping[str, Entry]
) -> Key:
    """The one task that a reference means."""
    line, document = decided.line, wanted.document
    if document not in entries:
        near = difflib.get_close_matches(document, entries, n=1)
        raise _UnfitError("matching-no-document", line, document=document, near=near[0] if near else "—")
    if not wanted.unit and not wanted.words:
        raise _UnfitError("matching-no-passage", line, document=document)
    words = on_one_line(wanted.words or "")
    among = tasks.get(document, [])
    if wanted.unit:
        among = [task for task in among if task.unit == wanted.unit]
        if not among:
            raise _UnfitError("matching-no-unit", line, document=document, unit=wanted.unit)
    fitting = _innermost([task for task in among if words.casefold() in task.text.casefold()])
    if not fitting:
        raise _UnfitError("matching-words-gone", line, document=document, words=words)
    if len(fitting) > 1:
        units = ", ".join(task.unit for task in fitting)
        raise _UnfitError("matching-several", line, document=document, words=words, units=units)
    return document, fitting[0].unit


def _innermost(tasks: list[PlanTask]) -> list[PlanTask]:
    """Without the tasks whose unit holds that of another one: words of II.3 stand in II as well."""
    return [task for task in tasks if not any(other.unit.startswith(f"{task.unit}.") for other in tasks)]


def _merged(joined: Iterable[tuple[tuple[Key, ...], str]]) -> tuple[tuple[tuple[Key, ...], str], ...]:
    """Groups that share a task are one group."""
    groups: list[tuple[list[Key], list[str]]] = []
    for keys, reason in joined:
        touching = [group for group in groups if any(key in group[0] for key in keys)]
        members = list(dict.fromkeys([*(key for group in touching for key in group[0]), *keys]))
        reasons = list(dict.fromkeys([*(one for group in touching for one in group[1]), reason]))
        groups = [group for group in groups if group not in touching]
        groups.append((members, reasons))
    return tuple((tuple(members), "; ".join(reasons)) for members, reasons in groups)
