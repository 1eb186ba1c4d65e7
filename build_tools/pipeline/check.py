"""Every finding about a library, without building it."""

from __future__ import annotations

from build_tools.model.decisions import Edition
from build_tools.pipeline import report
from build_tools.pipeline.load import Progress, load
from build_tools.pipeline.workspace import Workspace
from build_tools.resolve import resolve


def check(workspace: Workspace, *, progress: Progress | None = None) -> list[report.Finding]:
    """All findings: files that could not be used, each document in order, the library as a whole, what is withheld."""
    loaded = load(workspace, None, progress=progress)
    library = resolve(loaded.entries, Edition.INTERNAL, loaded.matching)
    return [
        *(report.of_error(error) for error in loaded.errors),
        *report.of_entries(library.entries.values()),
        *report.of_library(library),
    ]
