"""The one door to all readers: limits, recognition, dispatch."""

from __future__ import annotations

import hashlib
import importlib
import re
from pathlib import Path
from typing import Final, Protocol, cast

import msgspec

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic
from build_tools.model.source import SourceText
from build_tools.readers.child import SECONDS, ask_child, read_in_child
from build_tools.readers.legacy import rescue
from build_tools.readers.legacy_passages import mend_passages
from build_tools.readers.sniffing import sniff

SECONDS_PER_PICTURE: Final = 30  # of a page whose words are recognised
MAX_BYTES: Final = 200_000_000
_LOST: Final = "\ufffd"
_WORD = re.compile(r"[^\W_]")
_FOREIGN: Final = dict.fromkeys(("png", "jpeg", "gif", "tiff"), "format-picture") | dict.fromkeys(
    ("zip", "rar", "7z", "gzip"), "format-archive"
)

READERS: Final = {  # format → module; loaded when first needed
    "text": "plain_text",
    "markdown": "markdown_text",
    "html": "html_page",
    "mhtml": "mhtml",
    "docx": "word",
    "pdf": "pdf",
    "doc": "office",
    "odt": "office",
    "rtf": "office",
}
# Read in a child process: parsers that a hostile file can keep busy for hours, or make eat all memory. Plain text is no
# such format, but every line of it becomes a record.
RISKY: Final = frozenset(("pdf", "docx", "doc", "odt", "rtf", "html", "mhtml", "markdown"))
MAX_TEXT_BYTES: Final = 30_000_000  # 15,000 printed pages


class Reader(Protocol):
    """What every reader module offers."""

    def read(self, data: bytes, sha256: str, file: str) -> SourceText:
        """The text of `data`; `file` is the name used in messages."""


def read(path: Path, *, file: str, keep: Path | None = None) -> SourceText:
    """The text of the file at `path`, line by line; `file` is the name used in messages.

    Pictures of text in a PDF are read where Tesseract is installed, or from `RECOGNISED_FILE` beside the file; what was
    recognised is written to `keep`. Raises `DocumentError` for a file that is missing, empty, too large, damaged,
    or in a format that cannot be read.
    """
    data = _load(path, file)
    kind = sniff(data, path.name)
    if kind not in READERS:
        raise DocumentError(_FOREIGN.get(kind, "format-unsupported"), file=file, format=kind.upper())
    if kind == "pdf":
        return _read_pdf(path, file, keep)
    if kind == "text" and len(data) > MAX_TEXT_BYTES:
        raise _too_large(file, len(data), MAX_TEXT_BYTES)
    return read_in_child(kind, path, file) if kind in RISKY else _read(kind, data, file)


def _read_pdf(path: Path, file: str, keep: Path | None) -> SourceText:
    """A PDF: first its text; if pages are pictures, all of it again, with their words."""
    try:
        source = read_in_child("pdf", path, file)
        pictures = sum(note.code == "pdf-page-picture" for note in source.diagnostics)
        if not pictures or not _can_recognise(path):
            return source
    except DocumentError as error:
        if error.code != "pdf-scan" or not _can_recognise(path):
            raise
        pictures = int(error.args_by_name["pages"])
    source, recognised = ask_child("scan", path, file, seconds=SECONDS + SECONDS_PER_PICTURE * pictures)
    if recognised and keep:
        keep.write_text(recognised, encoding="utf-8", newline="\n")
    return source


def _can_recognise(path: Path) -> bool:
    from build_tools.readers.scan import can_recognise  # loads pdfium, which few files need

    return can_recognise(path)


def read_here(kind: str, path: Path, file: str) -> tuple[SourceText, str]:
    """The same for a known format, in this process; and what to keep of a new character recognition."""
    data = _load(path, file)
    if kind == "scan":
        from build_tools.readers.scan import read_scan

        source, recognised = read_scan(data, hashlib.sha256(data).hexdigest(), path, file)
        return _checked(source), recognised
    return _read(kind, data, file), ""


def _load(path: Path, file: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _too_large(file, size, MAX_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError("file-unreadable", file=file, reason=error.strerror or type(error).__name__) from None
    if not data.strip():
        raise DocumentError("file-empty", file=file)
    return data


def _too_large(file: str, size: int, limit: int) -> DocumentError:
    return DocumentError("file-too-large", file=file, size=size // 1_000_000, limit=limit // 1_000_000)


def _read(kind: str, data: bytes, file: str) -> SourceText:
    reader = cast("Reader", importlib.import_module(f"build_tools.readers.{READERS[kind]}"))
    return _checked(reader.read(data, hashlib.sha256(data).hexdigest(), file))


def _checked(source: SourceText) -> SourceText:
    """The text in Unicode; an error where it has no word."""
    source = _with_lost_letters_said(mend_passages(rescue(source)))
    if not any(_WORD.search(line.text) for line in source.lines):
        raise DocumentError("file-empty", file=source.file)
    return source


def _with_lost_letters_said(source: SourceText) -> SourceText:
    """Say where another program put a mark in the place of letters that it could not read."""
    lost = [line for line in source.lines if _LOST in line.text]
    if not lost:
        return source
    note = Diagnostic("letters-lost", lost[0].number, args={"count": str(sum(line.text.count(_LOST) for line in lost))})
    return msgspec.structs.replace(source, diagnostics=(*source.diagnostics, note))
