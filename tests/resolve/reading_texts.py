"""Three made-up circulars: one, and two that change it; read as the program reads files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from build_tools.annotate import annotate
from build_tools.model.decisions import Decisions, Edition, Received
from build_tools.model.document import Document
from build_tools.model.library import Entry, Library
from build_tools.resolve import resolve
from tests.annotate.reading import read_text

FOLDER = Path(__file__).parent / "fixtures" / "readings"
ACT = "trung-uong/26-tt-btp-2028"
FIRST = "trung-uong/11-tt-btp-2030"
SECOND = "trung-uong/07-tt-btp-2031"
_FILES = {ACT: "thong-tu-goc", FIRST: "thong-tu-sua-doi-mot", SECOND: "thong-tu-sua-doi-hai"}


def document_of(text: str, file: str = "van-ban.txt") -> Document:
    """The document in a text of which each line is a paragraph."""
    clean, outlined = read_text(text)
    layers = annotate(clean, outlined)
    return Document(
        file=file,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        format="text",
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
        corrections=(),
        removed=(),
        diagnostics=(),
        changes=layers.changes,
        effects=layers.effects,
    )


def entry_of(name: str, text: str) -> Entry:
    """The document as part of a library."""
    document = document_of(text, f"{name}/van-ban.txt")
    decisions = Decisions(received=Received("van-ban.txt", document.sha256), edition=Edition.PUBLIC)
    return Entry(name, document, decisions)


def reading_library(*names: str) -> Library:
    """The library of the circulars named; without names, of all three."""
    chosen = names or tuple(_FILES)
    entries = {name: entry_of(name, (FOLDER / f"{_FILES[name]}.txt").read_text(encoding="utf-8")) for name in chosen}
    return resolve(entries, Edition.PUBLIC)
