"""Three made-up circulars: one, and two that change it; read as the program reads files."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.decisions import Decisions, Edition, Received
from build_tools.model.document import Document
from build_tools.model.library import Entry, Library
from build_tools.pipeline.analyse import analyse_source
from build_tools.resolve import resolve
from tests.annotate.reading import source_of

FOLDER = Path(__file__).parent / "fixtures" / "readings"
ACT = "trung-uong/26-tt-btp-2028"
FIRST = "trung-uong/11-tt-btp-2030"
SECOND = "trung-uong/07-tt-btp-2031"
_FILES = {ACT: "thong-tu-goc", FIRST: "thong-tu-sua-doi-mot", SECOND: "thong-tu-sua-doi-hai"}


def document_of(text: str, file: str = "van-ban.txt") -> Document:
    """The document in a text of which each line is a paragraph."""
    return analyse_source(source_of(text, file=file))


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
