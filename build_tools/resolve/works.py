"""The works of a library with everything known of them and everyone who cites them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from build_tools.model.anchors import Anchors
from build_tools.model.citation import CitationKind
from build_tools.model.library import DateBounds, Entry, Passage, Reference, Work
from build_tools.resolve.identity import Identity, of_metadata
from build_tools.resolve.naming import key_of, title_of
from build_tools.resolve.registry import Registry


def build_works(entries: Mapping[str, Entry], registry: Registry, bounds: Mapping[str, DateBounds]) -> dict[str, Work]:
    """Every work, held or only cited, by id."""
    cited_by = _cited_by(entries)
    works = {name: _held(name, entry, bounds.get(name)) for name, entry in entries.items()}
    for name, identity in registry.known.items():
        if name not in works:
            works[name] = _absent(name, identity, registry.subjects.get(name, ()))
    return {name: _with_references(works[name], cited_by.get(name, ())) for name in sorted(works)}


def _held(name: str, entry: Entry, bounds: DateBounds | None) -> Work:
    metadata, reported = entry.document.metadata, entry.document.reported
    identity = of_metadata(metadata)
    return Work(
        id=name,
        key=metadata.key or key_of(identity),
        type=metadata.type,
        type_name=metadata.type_name,
        symbol=metadata.symbol,
        system=metadata.system,
        issuer=metadata.issuer,
        issuer_id=metadata.issuer_id,
        level=metadata.level,
        place=metadata.place,
        date=metadata.date,
        year=identity.year,
        title=metadata.title,
        held=True,
        reported=reported,
        bounds=bounds,
    )


def _absent(name: str, identity: Identity, subjects: tuple[str, ...]) -> Work:
    return Work(
        id=name,
        key=key_of(identity),
        type=identity.type,
        type_name=identity.type_name,
        symbol=identity.symbol,
        system=identity.system,
        issuer=identity.issuer,
        issuer_id=identity.issuer_id,
        level=identity.level,
        place=identity.place,
        date=identity.date,
        year=identity.year,
        title=identity.name or title_of(subjects),
        held=False,
    )


def _with_references(work: Work, references: tuple[Reference, ...] | list[Reference]) -> Work:
    return replace(work, cited_by=tuple(references)) if references else work


def _cited_by(entries: Mapping[str, Entry]) -> dict[str, list[Reference]]:
    """Who cites each work, by citing document and place; a document does not cite itself."""
    found: dict[str, list[Reference]] = {}
    for name in sorted(entries):
        document = entries[name].document
        anchors = Anchors.of(document)
        for index, citation in enumerate(document.citations):
            if citation.kind is not CitationKind.INTERNAL and citation.target and citation.target != name:
                passage = Passage(name, citation.span, anchors.at(citation.span))
                found.setdefault(citation.target, []).append(Reference(name, index, passage))
    return found
