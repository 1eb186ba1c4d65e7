"""The one door to all readers: limits, recognition, dispatch."""

from __future__ import annotations

import hashlib
import importlib
import re
from pathlib import Path
from typing import Final, Protocol, cast

from build_tools.errors import DocumentError
from build_tools.grammar.words import INVISIBLE
from build_tools.model.source import SourceText
from build_tools.readers.child import read_in_child
from build_tools.readers.legacy import rescue
from build_tools.readers.sniffing import sniff

MAX_BYTES: Final = 200_000_000
_VISIBLE = re.compile(rf"[^\s{INVISIBLE}]")

READERS: Final = {  # format → module; loaded when first needed
    "text": "plain_text",
    "markdown": "markdown_text",
    "html": "html_page",
    "docx": "word",
    "pdf": "pdf",
    "doc": "office",
    "odt": "office",
    "rtf": "office",
}
RISKY: Final = frozenset(("pdf", "docx", "doc", "odt", "rtf"))  # parsers of binary formats: in a child process


class Reader(Protocol):
    """What every reader module offers."""

    def read(self, data: bytes, sha256: str, file: str) -> SourceText:
        """The text of `data`; `file` is the name used in messages."""


def read(path: Path, *, file: str) -> SourceText:
    """The text of the file at `path`, line by line; `file` is the name used in messages.

    Raises `DocumentError` for a file that is missing, empty, too large, damaged, or in a format that cannot be read.
    """
    data = _load(path, file)
    kind = sniff(data, path.name)
    if kind not in READERS:
        raise DocumentError("format-unsupported", file=file, format=kind)
    return read_in_child(kind, path, file) if kind in RISKY else _read(kind, data, file)


def read_here(kind: str, path: Path, file: str) -> SourceText:
    """The same for a known format, in this process."""
    return _read(kind, _load(path, file), file)


def _load(path: Path, file: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError("file-too-large", file=file, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError("file-unreadable", file=file, reason=error.strerror or type(error).__name__) from None
    if not data.strip():
        raise DocumentError("file-empty", file=file)
    return data


def _read(kind: str, data: bytes, file: str) -> SourceText:
    reader = cast("Reader", importlib.import_module(f"build_tools.readers.{READERS[kind]}"))
    source = rescue(reader.read(data, hashlib.sha256(data).hexdigest(), file))
    if not any(_VISIBLE.search(line.text) for line in source.lines):
        raise DocumentError("file-empty", file=file)
    return source
