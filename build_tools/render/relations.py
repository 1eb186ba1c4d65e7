"""The relations of a document as its page lists them: kind by kind, each other document once, with its proofs."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.citation import RelationKind
from build_tools.model.library import Edge, Passage
from build_tools.render.context import Context
from build_tools.render.names import RELATIONS

# Most telling first; a mere citation is last.
_ORDER = tuple(RelationKind)


class Related(Struct, frozen=True):
    """Another document in a relation, and the passages that prove it."""

    work: str
    proofs: tuple[Passage, ...]


class RelationGroup(Struct, frozen=True):
    """All documents in one relation, under the words for it."""

    label: str
    related: tuple[Related, ...]


def relations_of(ctx: Context, work: str) -> tuple[RelationGroup, ...]:
    """What a document does to others, then what others do to it, then who merely cites it."""
    out, in_ = ctx.edges_from.get(work, []), ctx.edges_to.get(work, [])
    groups = [
        _group(_(RELATIONS[kind][0]), _of(out, kind), "target") for kind in _ORDER if kind is not RelationKind.CITES
    ]
    groups += [
        _group(_(RELATIONS[kind][1]), _of(in_, kind), "source") for kind in _ORDER if kind is not RelationKind.CITES
    ]
    groups.append(_cited(_(RELATIONS[RelationKind.CITES][0]), _cited_works(ctx, work, out)))
    groups.append(_cited(_(RELATIONS[RelationKind.CITES][1]), _citing_works(ctx, work, in_)))
    return tuple(group for group in groups if group.related)


def _of(edges: Iterable[Edge], kind: RelationKind) -> list[Edge]:
    return [edge for edge in edges if edge.kind is kind]


def _group(label: str, edges: list[Edge], end: str) -> RelationGroup:
    proofs: dict[str, list[Passage]] = {}
    for edge in edges:
        proofs.setdefault(getattr(edge, end), []).append(edge.passage)
    return _cited(label, proofs)


def _cited(label: str, proofs: dict[str, list[Passage]]) -> RelationGroup:
    return RelationGroup(label, tuple(Related(work, tuple(dict.fromkeys(found))) for work, found in proofs.items()))


def _cited_works(ctx: Context, work: str, out: list[Edge]) -> dict[str, list[Passage]]:
    """Works that the text cites without another relation to them."""
    told = {edge.target for edge in out if edge.kind is not RelationKind.CITES}
    proofs: dict[str, list[Passage]] = {}
    for target, passage in ctx.citations_from(work):
        if target not in told and target != work:
            proofs.setdefault(target, []).append(passage)
    return proofs


def _citing_works(ctx: Context, work: str, in_: list[Edge]) -> dict[str, list[Passage]]:
    """Works that cite this one without another relation to it."""
    told = {edge.source for edge in in_ if edge.kind is not RelationKind.CITES}
    proofs: dict[str, list[Passage]] = {}
    for reference in ctx.work(work).cited_by:
        if reference.citing not in told and reference.citing != work:
            proofs.setdefault(reference.citing, []).append(reference.passage)
    return proofs
