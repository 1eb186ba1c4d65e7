"""Analysed documents, kept so that an unchanged file is not analysed again.

A cache holds only the documents of the edition that was built last: nothing internal stays behind a public build. A
preview, which builds again and again, finds all documents of its last build in memory, those too that leave no copy on
the disk.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache as once
from pathlib import Path

import msgspec

from build_tools.model.document import Document

_in_memory: dict[str, Document] | None = None


@contextmanager
def documents_in_memory() -> Iterator[None]:
    """Within it, what one build has analysed the next one finds in memory."""
    global _in_memory  # noqa: PLW0603 - of the process, as the builds of a preview are
    _in_memory = {}
    try:
        yield
    finally:
        _in_memory = None


class Cache:
    """Documents by the hash of the received bytes, of the decisions, and of the program itself."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def get(self, digest: str, decisions: bytes, make: Callable[[], Document]) -> Document:
        """The kept document, else the one that `make` gives (an unreadable entry counts as absent)."""
        path = self._folder / f"{digest}-{self._key(decisions)}.msgpack"
        if _in_memory is None:
            return self._on_disk(path, make)
        self._asked.add(path.name)
        if path.name not in _in_memory:
            _in_memory[path.name] = self._on_disk(path, make)
        return _in_memory[path.name]

    def _on_disk(self, path: Path, make: Callable[[], Document]) -> Document:
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=Document)
        except (OSError, msgspec.DecodeError):
            document = make()
        if document.metadata.restrictions:
            return document  # a text that must not be handed on freely leaves no copy
        self._folder.mkdir(parents=True, exist_ok=True)
        scratch = path.with_suffix(f".{os.getpid()}")
        scratch.write_bytes(msgspec.msgpack.encode(document))
        scratch.replace(path)
        return document

    def keep_only(self, digests: set[str]) -> None:
        """Delete everything that was not made from one of these received files by this program."""
        for name in set(_in_memory or ()) - self._asked:
            del (_in_memory or {})[name]
        current = _program()
        for path in self._folder.glob("*"):
            parts = path.stem.split("-")
            if path.suffix != ".msgpack" or parts[0] not in digests or parts[-1] != current:
                path.unlink()

    def _key(self, decisions: bytes) -> str:
        return f"{hashlib.sha256(decisions).hexdigest()[:16]}-{_program()}"


@once
def _program() -> str:
    """A hash of the program's code and tables: a changed rule reads everything anew."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".csv", ".yaml"}:
            digest.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()[:16]
