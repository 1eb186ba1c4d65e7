"""The one door to all readers: limits, recognition, dispatch."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from build_tools.errors import DocumentError
from build_tools.model.source import SourceText
from build_tools.readers import markdown_text, plain_text
from build_tools.readers.sniffing import sniff

MAX_BYTES: Final = 200_000_000
_VISIBLE = re.compile(r"\S")

Reader = Callable[[bytes, str, str], SourceText]  # (content, sha256, name in messages)

READERS: Final[dict[str, Reader]] = {
    "text": plain_text.read,
    "markdown": markdown_text.read,
}


def read(path: Path, *, file: str) -> SourceText:
    """The text of the file at `path`, line by line; `file` is the name used in messages.

    Raises `DocumentError` for a file that is missing, empty, too large, damaged, or in a format that cannot be read.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError("file-too-large", file=file, size=size // 1_000_000, limit=MAX_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError("file-unreadable", file=file, reason=error.strerror or type(error).__name__) from None
    if not data.strip():
        raise DocumentError("file-empty", file=file)
    kind = sniff(data, path.name)
    reader = READERS.get(kind)
    if reader is None:
        raise DocumentError("format-unsupported", file=file, format=kind)
    source = reader(data, hashlib.sha256(data).hexdigest(), file)
    if not any(_VISIBLE.search(line.text) for line in source.lines):
        raise DocumentError("file-empty", file=file)
    return source
