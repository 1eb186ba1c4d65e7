"""Edges between works, from the relations that the documents state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from build_tools.model.anchors import Anchors
from build_tools.model.citation import Relation
from build_tools.model.library import Edge, Entry, Passage
from build_tools.model.span import Span


def build_edges(entries: Mapping[str, Entry]) -> tuple[Edge, ...]:
    """One edge for each kind and pair of works, with the first passage that proves it.

    A document's own word comes before what another document tells of it.
    """
    edges: dict[tuple[str, str, str], Edge] = {}
    stated = [edge for name in sorted(entries) for edge in _stated(name, entries[name])]
    for edge in sorted(stated, key=lambda edge: (edge.reported, edge.source != edge.passage.document)):
        edges.setdefault((edge.kind, edge.source, edge.target), edge)
    return tuple(sorted(edges.values(), key=lambda edge: (edge.source, edge.target, edge.kind)))


def _stated(name: str, entry: Entry) -> Iterator[Edge]:
    document = entry.document
    anchors = Anchors.of(document)
    for relation in document.relations:
        source = name if relation.subject is None else document.citations[relation.subject].target
        target = document.citations[relation.citation].target
        if source is None or target is None or source == target:
            continue
        span = _proof(relation, document.citations[relation.citation].span)
        passage = Passage(name, span, anchors.at(span))
        yield Edge(relation.kind, source, target, passage, reported=document.reported)


def _proof(relation: Relation, cited: Span) -> Span:
    """The words from the cue to the citation where they stand close together, else the citation."""
    start, end = min(relation.cue.start, cited.start), max(relation.cue.end, cited.end)
    return Span(start, end) if end - start < 400 else cited
