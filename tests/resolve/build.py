"""Builds small libraries out of texts, as the pipeline would, without reading files."""

from __future__ import annotations

import datetime as dt

from build_tools.annotate.citations import find_citations
from build_tools.annotate.described import find_described
from build_tools.annotate.relations import find_relations
from build_tools.model.decisions import Decisions, Edition, Received
from build_tools.model.document import Document, Level, Metadata, Outline, System, Unit
from build_tools.model.duty import Deadline
from build_tools.model.library import Entry, Library
from build_tools.resolve import resolve
from tests.annotate.cases import clean


def metadata(type_name: str, symbol: str, date: str | None = None, **more: object) -> Metadata:
    known = {"system": System.STATE, "level": Level.CENTRAL, **more}
    day = dt.date.fromisoformat(date) if date else None
    return Metadata(type_name=type_name, symbol=symbol, date=day, **known)  # type: ignore[arg-type]


def entry(
    name: str,
    text: str,
    about: Metadata | None = None,
    units: tuple[Unit, ...] = (),
    *,
    reported: bool = False,
    deadlines: tuple[Deadline, ...] = (),
) -> Entry:
    source = clean(text)
    outline = Outline(metadata=about or Metadata(), units=units, reported=reported)
    citations = find_citations(source, outline)
    document = Document(
        file=f"{name}.txt",
        sha256="0" * 64,
        format="text",
        text=text,
        blocks=source.blocks,
        marks=(),
        origins=source.origins,
        metadata=outline.metadata,
        reported=reported,
        units=units,
        citations=citations,
        definitions=(),
        relations=find_relations(source, outline, citations),
        duties=(),
        deadlines=deadlines,
        mentions=(),
        corrections=(),
        removed=(),
        diagnostics=(),
        described=find_described(source, outline, citations),
    )
    return Entry(name, document, Decisions(Received(document.file, document.sha256)))


def library(*entries: Entry) -> Library:
    return resolve({item.id: item for item in entries}, Edition.INTERNAL)


def statuses(found: Library, name: str) -> list[tuple[str, str | None]]:
    return [(str(citation.status), citation.target) for citation in found.entries[name].document.citations]


def codes(found: Library) -> list[str]:
    return [diagnostic.code for _, diagnostic in found.diagnostics]
