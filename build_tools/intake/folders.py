"""Finds the documents of a library: one folder each, `source_texts/<place>/<slug>/`."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from msgspec import Struct

from build_tools.errors import DocumentError, PhobienError
from build_tools.grammar.slugs import is_device
from build_tools.model.source import RECOGNISED_FILE

DECISIONS_FILE = "document.yml"
SOURCE_FOLDER = "source_texts"
_OURS = frozenset((DECISIONS_FILE, RECOGNISED_FILE))
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_READMES = frozenset({"readme.md", "readme.vi.md", "readme.txt"})
_BESIDE = frozenset({"doi-chieu.yml"})  # files of the whole library
_MAX_ID = 70  # keeps every path of the package under 120 characters, the tracking sheet's included


class Folder(Struct, frozen=True):
    """A document's folder: its id (`hai-phong/251-kh-ubnd-2026`) and path."""

    id: str
    path: Path

    def shown(self, name: str) -> str:
        """How messages name a file of the folder: relative to the library, with forward slashes."""
        return f"{SOURCE_FOLDER}/{self.id}/{name}"


class Shelf(Struct, frozen=True):
    """What lies in `source_texts/`: usable folders in the order of their ids, and what is wrong with others."""

    folders: tuple[Folder, ...]
    errors: tuple[PhobienError, ...]


def find_folders(source_texts: Path) -> Shelf:
    """Every document folder; folders that cannot be used are reported, never silently passed over."""
    found: list[Folder] = []
    errors: list[PhobienError] = []
    for place in _subfolders(source_texts, errors):
        for path in _subfolders(place, errors):
            folder = Folder(f"{place.name}/{path.name}", path)
            try:
                _check_name(folder)
            except DocumentError as error:
                errors.append(error)
            else:
                found.append(folder)
    errors.extend(_stray_files(source_texts))
    twins = _twins(found)
    errors.extend(DocumentError("duplicate-id", file=_shown(a), id=a, other=_shown(b)) for a, b in twins)
    barred = {second for _, second in twins}
    return Shelf(tuple(f for f in sorted(found, key=lambda f: f.id) if f.id not in barred), tuple(errors))


def _shown(folder_id: str) -> str:
    return f"{SOURCE_FOLDER}/{folder_id}"


def _subfolders(path: Path, errors: list[PhobienError]) -> list[Path]:
    if not path.is_dir():
        return []
    folders = []
    for child in sorted(path.iterdir()):
        if child.name.startswith("."):
            continue
        if child.is_symlink():
            errors.append(DocumentError("symlink", file=f"{SOURCE_FOLDER}/{child.relative_to(_root(path)).as_posix()}"))
        elif child.is_dir():
            folders.append(child)
    return folders


def _root(path: Path) -> Path:
    """The source_texts folder above (or at) `path`."""
    return next((p for p in (path, *path.parents) if p.name == SOURCE_FOLDER), path)


def _stray_files(source_texts: Path) -> list[PhobienError]:
    """Files that lie where no document can be: nobody should believe them published."""
    stray = [p for pattern in ("*", "*/*") for p in source_texts.glob(pattern) if p.is_file()]
    return [
        DocumentError("stray-file", file=f"{SOURCE_FOLDER}/{p.relative_to(source_texts).as_posix()}")
        for p in sorted(stray)
        if not p.name.startswith(".")
        and p.relative_to(source_texts).as_posix().lower() not in _BESIDE
        and p.name.lower() not in _READMES
    ]


def _check_name(folder: Folder) -> None:
    if not all(_NAME.fullmatch(part) and not is_device(part) for part in folder.id.split("/")):
        raise DocumentError("bad-folder-name", file=_shown(folder.id))
    if len(folder.id) > _MAX_ID:
        raise DocumentError("folder-name-too-long", file=_shown(folder.id), limit=_MAX_ID)


def _twins(folders: list[Folder]) -> list[tuple[str, str]]:
    """Pairs of folders that one file system would take for the same."""
    groups: dict[str, list[str]] = defaultdict(list)
    for folder in folders:
        groups[unicodedata.normalize("NFC", folder.id).casefold()].append(folder.id)
    return [(ids[0], other) for ids in groups.values() for other in sorted(ids)[1:]]


def received_file(folder: Folder, named: str | None) -> Path:
    """The received file of a folder: the one that `document.yml` names, else the only one there is.

    Raises DocumentError where it is missing, where several lie there unnamed, or where it leads out of the folder.
    """
    others = sorted(p for p in folder.path.iterdir() if p.name not in _OURS and not p.name.startswith("."))
    if named is not None:
        path = folder.path / named
        if Path(named).name != named or path not in others:
            raise DocumentError("received-missing", file=folder.shown(DECISIONS_FILE), name=named)
    elif len(others) == 1:
        path = others[0]
    elif not others:
        raise DocumentError("received-missing", file=folder.shown(DECISIONS_FILE), name="source.*")
    else:
        raise DocumentError(
            "two-received-files", file=folder.shown(DECISIONS_FILE), names=", ".join(p.name for p in others)
        )
    if path.is_symlink() or not path.is_file():
        raise DocumentError("symlink", file=folder.shown(path.name))
    return path


def extra_files(folder: Folder, used: Path) -> tuple[Path, ...]:
    """Files of the folder that are neither its received file nor ours."""
    keep = {used.name, *_OURS}
    return tuple(sorted(p for p in folder.path.iterdir() if p.name not in keep and not p.name.startswith(".")))


def sha256(data: bytes) -> str:
    """The SHA-256 of received bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def relative(path: Path, root: Path) -> str:
    """`path` as messages name it: relative to the library where it lies in it, with forward slashes."""
    return Path(os.path.relpath(path, root)).as_posix() if path.is_relative_to(root) else path.as_posix()
