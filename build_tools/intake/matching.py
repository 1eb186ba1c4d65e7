"""Reads `source_texts/doi-chieu.yml`, the editor's corrections of the plans' tasks laid side by side."""

from __future__ import annotations

from pathlib import Path

from build_tools.intake.decisions import line_of, read_record
from build_tools.intake.folders import SOURCE_FOLDER
from build_tools.model.matching import Decided, Matching, MatchingFile

MATCHING_FILE = "doi-chieu.yml"


def read_matching(source_texts: Path) -> Matching:
    """The judgements of a library; none where it has no such file.

    Raises DocumentError with the line, as `read_record` does; the file then counts as a whole as unread.
    """
    path = source_texts / MATCHING_FILE
    shown = f"{SOURCE_FOLDER}/{MATCHING_FILE}"
    if not path.is_file():
        return Matching(shown)
    record, root = read_record(path, MatchingFile, file=shown)
    decided = [
        Decided(judgement, kind == "same", line_of(root, [kind, str(index)]) or 1)
        for kind, judgements in (("same", record.same), ("different", record.different))
        for index, judgement in enumerate(judgements)
    ]
    return Matching(shown, tuple(sorted(decided, key=lambda one: one.line)))
