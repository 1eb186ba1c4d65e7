"""Consolidated readings: how each held act reads with the changes that other held acts order, in order of time.

A reading places what it can place exactly and lists the rest with its reason. It merges nothing: every step keeps the
wording before it and after it, and where both stand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from build_tools.model.anchors import Anchors
from build_tools.model.change import Change, Doubt
from build_tools.model.force import Force, Reading, Step
from build_tools.model.library import Entry
from build_tools.model.passage import Passage
from build_tools.model.span import Span
from build_tools.resolve.placing import Placer


class _Ordered(Struct, frozen=True):
    """A change of an amending act, ready to be placed."""

    work: str
    index: int
    change: Change
    date: dt.date | None
    order: tuple[str, str, int]


def build_readings(
    entries: Mapping[str, Entry], forces: Mapping[str, Force]
) -> tuple[dict[str, Reading], dict[str, Entry]]:
    """The readings by work id, and the entries with their changes placed (target, unit, doubt)."""
    waiting = _by_target(entries, forces)
    readings: dict[str, Reading] = {}
    placed: dict[tuple[str, int], tuple[str | None, Doubt | None]] = {}
    for target in sorted(waiting):
        if target not in entries:
            continue
        placer = Placer(entries[target].document, {work: entry.document for work, entry in entries.items()})
        steps = [_step(one, entries, placer) for one in sorted(waiting[target], key=lambda one: one.order)]
        for step in steps:
            placed[step.work, step.change] = (step.units[0] if step.units else None, step.doubt)
        readings[target] = Reading(
            target,
            tuple(step for step in steps if step.doubt is None),
            tuple(step for step in steps if step.doubt is not None),
        )
    return readings, {name: _with_places(name, entry, placed) for name, entry in entries.items()}


def _by_target(entries: Mapping[str, Entry], forces: Mapping[str, Force]) -> dict[str, list[_Ordered]]:
    waiting: dict[str, list[_Ordered]] = {}
    for name, entry in entries.items():
        document = entry.document
        day = sure_day(forces.get(name))
        time = day or document.metadata.date
        for index, change in enumerate(document.changes):
            target = document.citations[change.citation].target if change.citation is not None else None
            if target is not None and target != name:
                key = (time.isoformat() if time else "9999", name, index)
                waiting.setdefault(target, []).append(_Ordered(name, index, change, day, key))
    return waiting


def sure_day(force: Force | None) -> dt.date | None:
    """The day from which the whole of an act has effect; None where it has effect in parts at different times."""
    if force is None or any(one.partial or one.excepts for one in force.statements):
        return None
    return force.begins


def _step(one: _Ordered, entries: Mapping[str, Entry], placer: Placer) -> Step:
    document = entries[one.work].document
    anchors = Anchors.of(document)
    change = one.change
    step = Step(
        work=one.work,
        change=one.index,
        kind=change.kind,
        order=_passage(one.work, change.span, anchors),
        date=one.date,
        new_passage=_passage(one.work, change.wording, anchors) if change.wording else None,
        doubt=change.doubt,
    )
    return step if change.doubt else placer.place(step, change, document)


def _passage(work: str, span: Span, anchors: Anchors) -> Passage:
    return Passage(work, span, anchors.at(span))


def _with_places(name: str, entry: Entry, placed: Mapping[tuple[str, int], tuple[str | None, Doubt | None]]) -> Entry:
    document = entry.document
    if not document.changes:
        return entry
    changes = tuple(_placed(name, index, change, entry, placed) for index, change in enumerate(document.changes))
    return replace(entry, document=replace(document, changes=changes))


def _placed(
    name: str,
    index: int,
    change: Change,
    entry: Entry,
    placed: Mapping[tuple[str, int], tuple[str | None, Doubt | None]],
) -> Change:
    target = entry.document.citations[change.citation].target if change.citation is not None else None
    unit, doubt = placed.get((name, index), (None, change.doubt))
    return replace(change, target=target, target_unit=unit, doubt=doubt)
