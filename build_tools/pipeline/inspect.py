"""One document, seen with or without the library around it."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.decisions import Decisions, Edition
from build_tools.model.document import Document
from build_tools.model.library import Entry
from build_tools.pipeline.analyse import analyse
from build_tools.pipeline.load import load
from build_tools.pipeline.workspace import Workspace
from build_tools.resolve import resolve

_ALONE = "chua-nhap/tep"  # the id of a file that no library holds


def inspect_file(path: Path) -> Document:
    """The document in a file that need not be imported: its citations are resolved within itself only."""
    return resolve_alone(analyse(path, file=path.name))


def resolve_alone(document: Document) -> Document:
    """The document with its citations resolved within itself only."""
    entry = Entry(_ALONE, document, Decisions(), restricted=bool(document.metadata.restrictions))
    return resolve({_ALONE: entry}, Edition.INTERNAL).entries[_ALONE].document


def inspect_id(workspace: Workspace, document_id: str) -> Document | None:
    """The document of a library, its citations resolved against all the others; `None` where there is none.

    `document_id` may be given as the id, or as a path below source_texts/.
    """
    loaded = load(workspace, None)
    library = resolve(loaded.entries, Edition.INTERNAL, loaded.matching)
    wanted = document_id.removeprefix("source_texts/")
    entry = library.entries.get(wanted)
    return entry.document if entry else None
