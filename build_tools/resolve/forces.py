"""The force of works: what their own texts and those of others in the library say of its beginning and end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from build_tools.model.anchors import Anchors
from build_tools.model.change import ChangeKind, EffectKind
from build_tools.model.citation import RelationKind
from build_tools.model.force import Act, Force, Statement
from build_tools.model.library import Edge, Entry
from build_tools.model.passage import Passage
from build_tools.resolve.readings import sure_day


def own_forces(entries: Mapping[str, Entry]) -> dict[str, Force]:
    """What each held document says of its own time of effect."""
    return {name: _own(name, entry) for name, entry in entries.items() if entry.document.effects}


def build_forces(entries: Mapping[str, Entry], edges: Iterable[Edge], own: Mapping[str, Force]) -> dict[str, Force]:
    """The force of every work of which anything is known. The changes of the entries are resolved."""
    acts: dict[str, dict[str, dict[str, Act]]] = {}  # work, relation, acting work
    for edge in edges:
        if edge.reported or edge.kind not in (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS):
            continue
        day = sure_day(own.get(edge.source))
        found = acts.setdefault(edge.target, {}).setdefault(edge.kind, {})
        found.setdefault(edge.source, Act(edge.source, edge.passage, day))
    _add_parts(acts, entries, own)
    return {work: _force(own.get(work, Force()), acts.get(work, {})) for work in sorted({*own, *acts})}


def _add_parts(
    acts: dict[str, dict[str, dict[str, Act]]], entries: Mapping[str, Entry], own: Mapping[str, Force]
) -> None:
    """Who repeals provisions of an act ends it in part; who does nothing else to it amends it no more than that."""
    for name, entry in entries.items():
        kinds: dict[str, set[ChangeKind]] = {}
        proofs: dict[tuple[str, RelationKind], Passage] = {}
        anchors = Anchors.of(entry.document) if entry.document.changes else None
        for change in entry.document.changes:
            if change.target is None or change.target == name or anchors is None:
                continue
            kinds.setdefault(change.target, set()).add(change.kind)
            kind = RelationKind.REPEALS if change.kind is ChangeKind.REPEAL else RelationKind.AMENDS
            proofs.setdefault((change.target, kind), Passage(name, change.span, anchors.at(change.span)))
        for (target, kind), proof in proofs.items():
            found = acts.setdefault(target, {})
            act = Act(name, proof, sure_day(own.get(name)), part=True)
            found.setdefault(kind, {}).setdefault(name, act)
            if kinds[target] == {ChangeKind.REPEAL}:
                found.get(RelationKind.AMENDS, {}).pop(name, None)


def _own(name: str, entry: Entry) -> Force:
    anchors = Anchors.of(entry.document)
    statements = tuple(
        Statement(one.kind, one.date, Passage(name, one.span, anchors.at(one.span)), one.partial, one.excepts)
        for one in entry.document.effects
    )
    whole = [one for one in statements if not one.partial]
    begins = {one.date for one in whole if one.kind is not EffectKind.UNTIL}
    until = {one.date for one in whole if one.kind is EffectKind.UNTIL}
    return Force(statements, begins=_only(begins), until=_only(until))


def _only(days: set[dt.date | None]) -> dt.date | None:
    return next(iter(days)) if len(days) == 1 else None


def _force(own: Force, acts: Mapping[str, Mapping[str, Act]]) -> Force:
    def of(kind: RelationKind) -> tuple[Act, ...]:
        found = acts.get(kind, {}).values()
        return tuple(sorted(found, key=lambda act: (act.date or dt.date.max, act.work)))

    return Force(
        own.statements,
        own.begins,
        own.until,
        of(RelationKind.REPLACES),
        of(RelationKind.REPEALS),
        of(RelationKind.AMENDS),
    )
