"""One received file, from bytes to findings: readers → normalise → structure → annotate."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from build_tools.annotate import annotate
from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.splits import find_splits
from build_tools.intake.corrections import apply_corrections, find_corrections
from build_tools.model.decisions import CorrectionDecision
from build_tools.model.document import Correction, Document, Layers, Outline
from build_tools.model.findings import Diagnostic
from build_tools.model.source import CleanText, SourceText
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline

MAX_CHARACTERS: Final = 5_000_000  # 2,500 printed pages; what is longer keeps the stages busy for minutes


def analyse(
    path: Path, *, file: str, corrections: tuple[CorrectionDecision, ...] = (), keep: Path | None = None
) -> Document:
    """The document in the file at `path`, which messages call `file`; words newly recognised in a scan go to `keep`.

    The stages read the corrected text; the spans of the result lie in the text as received. Raises DocumentError for a
    file that cannot be read, or of which a word would be lost.
    """
    return analyse_source(read(path, file=file, keep=keep), corrections)


def analyse_source(source: SourceText, corrections: tuple[CorrectionDecision, ...] = ()) -> Document:
    """The same for a file that has been read: normalise → structure → annotate."""
    clean = normalise(source)
    if len(clean.text) > MAX_CHARACTERS:
        raise DocumentError("document-too-long", file=source.file, characters=len(clean.text), limit=MAX_CHARACTERS)
    if fault := check_clean(source, clean):
        raise DocumentError("words-lost", file=source.file, line=fault.line, expected=fault.expected, found=fault.found)
    places, doubts = find_corrections(clean, corrections)
    folds = _splits(clean, places)
    working, back = apply_corrections(clean, tuple(sorted((*places, *folds), key=lambda c: c.span)))
    outlined = outline(working)
    layers = annotate(working, outlined)
    outlined, layers = back.restore(outlined), back.restore(layers)
    notes = [
        Diagnostic("split-syllable", span=f.span, args={"written": f.original, "whole": f.replacement}) for f in folds
    ]
    return _assemble(source, clean, outlined, layers, places, (*doubts, *notes))


def _splits(clean: CleanText, places: tuple[Correction, ...]) -> list[Correction]:
    """Split syllables made whole for the stages; the page shows them as received, unless an editor corrects them."""
    found = [split for split in find_splits(clean.text) if not any(split.span.overlaps(c.span) for c in places)]
    return [Correction(split.span, split.span.of(clean.text), split.whole, "") for split in found]


def _assemble(
    source: SourceText,
    clean: CleanText,
    outlined: Outline,
    layers: Layers,
    corrections: tuple[Correction, ...],
    doubts: tuple[Diagnostic, ...],
) -> Document:
    found = (*clean.diagnostics, *outlined.diagnostics, *layers.diagnostics, *doubts)
    return Document(
        file=source.file,
        sha256=source.sha256,
        format=source.format,
        text=clean.text,
        blocks=clean.blocks,
        marks=clean.marks,
        origins=clean.origins,
        metadata=outlined.metadata,
        reported=outlined.reported,
        units=outlined.units,
        citations=layers.citations,
        definitions=layers.definitions,
        relations=layers.relations,
        duties=layers.duties,
        deadlines=layers.deadlines,
        mentions=layers.mentions,
        corrections=corrections,
        removed=clean.removed,  # with what the reader removed
        diagnostics=tuple(_with_lines(found, clean)),
        changes=layers.changes,
        effects=layers.effects,
        described=layers.described,
    )


def _with_lines(diagnostics: tuple[Diagnostic, ...], clean: CleanText) -> list[Diagnostic]:
    """The diagnostics in the order of the text, each with its line where its span tells it."""
    lines = [
        d if d.line is not None or d.span is None else msgspec.structs.replace(d, line=clean.line_at(d.span.start))
        for d in diagnostics
    ]
    return sorted(lines, key=lambda d: (d.line or 0, d.code))
