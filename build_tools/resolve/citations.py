"""Puts into each document's citations what the registry decided: key, status, target."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from build_tools.model.citation import Citation, CitationKind, CitationStatus, Relation
from build_tools.model.document import Document
from build_tools.model.findings import Diagnostic
from build_tools.model.library import Entry
from build_tools.model.provisions import is_numbered_annex, levels
from build_tools.model.source import Origin
from build_tools.model.span import Span
from build_tools.resolve.described import Described
from build_tools.resolve.internal import UnitFinder
from build_tools.resolve.naming import key_of
from build_tools.resolve.registry import Registry

Told = tuple[str, Diagnostic]


def resolve_citations(entries: Mapping[str, Entry], registry: Registry) -> tuple[dict[str, Entry], tuple[Told, ...]]:
    """The entries with resolved citations and relations, and what is to be said about them."""
    resolved, told = {}, []
    described = Described(entries, registry)
    for name, entry in entries.items():
        finder = UnitFinder(entry.document)
        citations = tuple(
            _internal(citation, finder)
            if citation.kind is CitationKind.INTERNAL
            else _document(citation, registry, (name, index))
            for index, citation in enumerate(entry.document.citations)
        )
        citations += described.proven(name, entry.document)  # at the end: relations and definitions hold indexes
        relations = tuple(_with_target(relation, citations) for relation in entry.document.relations)
        document = replace(entry.document, citations=citations, relations=relations)
        resolved[name] = replace(entry, document=document)
        told += [(name, item) for item in _dangling(document)]
    told += _doubts(resolved, registry)
    for first, second in registry.twins:
        symbol = registry.known[first].symbol or ""
        told.append(
            (second, Diagnostic("same-document-twice", args={"first": first, "second": second, "symbol": symbol}))
        )
    return resolved, tuple(told)


def _document(citation: Citation, registry: Registry, place: tuple[str, int]) -> Citation:
    if place in registry.open:
        return replace(citation, status=CitationStatus.AMBIGUOUS, target=None)
    work = registry.meant[place]
    status = CitationStatus.RESOLVED if work in registry.held else CitationStatus.ABSENT
    return replace(citation, status=status, target=work, key=key_of(registry.known[work]))


def _internal(citation: Citation, finder: UnitFinder) -> Citation:
    found = finder.find(citation)
    return replace(citation, status=found.status, target=found.target)


def _with_target(relation: Relation, citations: tuple[Citation, ...]) -> Relation:
    return replace(relation, target=citations[relation.citation].target)


def _dangling(document: Document) -> list[Diagnostic]:
    """A diagnostic for each internal reference that leads nowhere, or to two units.

    One only for each annex that was not received, and for points in a text that has lost their letters.
    """
    annexes = {(unit.number or "").casefold() for unit in document.units if is_numbered_annex(unit)}
    lettered = any(unit.number == "a" and not unit.quoted for unit in document.units)
    told, missing, unlettered = [], set(), False
    for citation in document.citations:
        if citation.kind is not CitationKind.INTERNAL:
            continue
        annex = citation.pinpoint.annex if citation.pinpoint else None
        if citation.status is CitationStatus.AMBIGUOUS:
            told.append(_about(document, "reference-ambiguous", citation.span))
        elif citation.status is CitationStatus.DANGLING and annex and annex.casefold() not in annexes:
            if annex.casefold() not in missing:
                told.append(_about(document, "annex-not-received", citation.span, annex=f"Phụ lục {annex}"))
            missing.add(annex.casefold())
        elif citation.status is CitationStatus.DANGLING and not lettered and _names_only_a_point(citation):
            told += [] if unlettered else [_about(document, "reference-unlettered", citation.span)]
            unlettered = True
        elif citation.status is CitationStatus.DANGLING:
            told.append(_about(document, "reference-dangling", citation.span))
    return told


def _names_only_a_point(citation: Citation) -> bool:
    """`các điểm a, b … mục này` in a plan: no article or section is named by a number."""
    return [level for level, _ in levels(citation.pinpoint)] == ["point"]


def _about(document: Document, code: str, span: Span, **args: str) -> Diagnostic:
    return Diagnostic(code, line_at(document.origins, span.start), span, {"surface": span.of(document.text), **args})


def _doubts(entries: Mapping[str, Entry], registry: Registry) -> list[Told]:
    """The registry's doubts, each once, at the first citation of its group."""
    told = []
    for doubt in registry.doubts:
        document = entries[doubt.group.document].document
        span = document.citations[doubt.group.citations[0]].span
        told.append((doubt.group.document, _about(document, doubt.code, span, **doubt.args)))
    return told


def line_at(origins: tuple[Origin, ...], offset: int) -> int | None:
    """The line of the received file on which the code point at `offset` stands."""
    low, high = 0, len(origins)
    while low < high:
        middle = (low + high) // 2
        if origins[middle].offset <= offset:
            low = middle + 1
        else:
            high = middle
    return origins[low - 1].line if low else None
