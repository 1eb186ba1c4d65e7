"""Imports received files: each into a folder of its own, byte for byte, with its first `document.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from build_tools.errors import DocumentError, PhobienError
from build_tools.grammar.slugs import is_device, slug
from build_tools.intake.decisions import read_decisions
from build_tools.intake.folders import DECISIONS_FILE, Folder, find_folders, received_file, sha256
from build_tools.intake.matching import MATCHING_FILE
from build_tools.intake.template import first_decisions
from build_tools.model.decisions import Edition, Received
from build_tools.model.document import Document, Level, RestrictionKind
from build_tools.model.source import RECOGNISED_FILE
from build_tools.pipeline.analyse import analyse
from build_tools.pipeline.workspace import Workspace

_EXTENSIONS = {"text": "txt", "markdown": "md"}  # other formats bear their own name
_OURS = frozenset((RECOGNISED_FILE, DECISIONS_FILE, MATCHING_FILE))
_TITLE_LENGTH = 48
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")


class Added(Struct, frozen=True):
    """What became of one file. `existing` names the folder that already held it; nothing was written then."""

    path: Path
    id: str
    document: Document
    existing: str | None = None
    same_bytes: bool = False


def files_below(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """The files that `paths` name, each once; a folder stands for all files below it but those of the system.

    Links to other places that lie in a folder are among them: they are to be refused, not passed over.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            below = (p for p in sorted(path.rglob("*")) if p.is_file() or p.is_symlink())
            found += [p for p in below if not _is_of_the_system(p.name)]
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def _is_of_the_system(name: str) -> bool:
    """Hidden files, Word's locks, what Windows puts into folders, and what a library keeps beside its documents."""
    return name.startswith((".", "~$")) or name.lower() in {"thumbs.db", "desktop.ini", *_OURS}


def add_file(
    workspace: Workspace, path: Path, *, edition: Edition, wanted_id: str | None = None, follow: bool = True
) -> Added:
    """Import one file; the same file, or another file of the same document, is recognised and not imported again.

    A link is followed where a person named it, not (`follow` false) where it was found in a folder.

    Raises DocumentError for a file that cannot be read or bears a stamp of secrecy, or an id that is taken or unusable;
    nothing is written then.
    """
    if path.is_symlink() and not follow:
        raise DocumentError("symlink", file=path.as_posix())
    if not path.is_file():
        raise DocumentError("no-such-file", file=path.as_posix())
    with TemporaryDirectory(prefix="phobien-") as scratch:
        return _add(workspace, path, Path(scratch) / RECOGNISED_FILE, edition, wanted_id)


def _add(workspace: Workspace, path: Path, recognised: Path, edition: Edition, wanted_id: str | None) -> Added:
    data = path.read_bytes()
    document = analyse(path, file=path.name, keep=recognised)
    for mark in document.metadata.restrictions:
        if mark.kind is RestrictionKind.SECRECY:
            raise DocumentError("secret-not-imported", file=path.name, line=mark.line, stamp=mark.surface)
    shelf = find_folders(workspace.source_texts)
    if existing := _same_bytes(shelf.folders, sha256(data)):
        return Added(path, existing.id, document, existing.id, same_bytes=True)
    if wanted_id is None and (existing := _same_document(shelf.folders, document)):
        return Added(path, existing.id, document, existing.id)
    folder_id = _checked(wanted_id) if wanted_id else _free(propose_id(document), shelf.folders)
    folder = workspace.source_texts / folder_id
    if folder.exists():
        raise DocumentError("id-taken", file=path.name, id=folder_id)
    name = f"source.{_EXTENSIONS.get(document.format, document.format)}"
    words = recognised.read_bytes() if recognised.is_file() else b""
    received = Received(name, document.sha256, path.name, sha256(words) if words else None)
    text = first_decisions(document, edition=edition, received=received)
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    if words:
        (folder / RECOGNISED_FILE).write_bytes(words)
    (folder / DECISIONS_FILE).write_text(text, encoding="utf-8", newline="\n")
    return Added(path, folder_id, document)


def propose_id(document: Document) -> str:
    """`<place>/<number-type-issuer-year>` from what the text says; the title stands in for a number it lacks."""
    m = document.metadata
    if m.place:
        place = slug(m.place)
    elif m.level is Level.CENTRAL:
        place = "trung-uong"
    else:
        place = "chua-ro"
    if m.symbol:
        year = str(m.date.year) if m.date else ""
        name = slug(m.symbol)
        return f"{place}/{name if not year or year in name.split('-') else f'{name}-{year}'}"
    words = " ".join(filter(None, (m.type_name, m.title or document.text[:120])))
    return f"{place}/{_cut(slug(words)) or 'van-ban'}"


def _cut(name: str) -> str:
    """`name` shortened at a hyphen."""
    return name if len(name) <= _TITLE_LENGTH else name[: _TITLE_LENGTH + 1].rpartition("-")[0]


def _checked(folder_id: str) -> str:
    if not _ID.fullmatch(folder_id) or any(map(is_device, folder_id.split("/"))):
        raise DocumentError("bad-folder-name", file=folder_id)
    return folder_id


def _free(folder_id: str, folders: tuple[Folder, ...]) -> str:
    taken = {folder.id for folder in folders}
    number = 2
    free = folder_id
    while free in taken:
        free = f"{folder_id}-{number}"
        number += 1
    return free


def _same_bytes(folders: tuple[Folder, ...], digest: str) -> Folder | None:
    for folder in folders:
        for path in folder.path.iterdir():
            if path.name != DECISIONS_FILE and path.is_file() and sha256(path.read_bytes()) == digest:
                return folder
    return None


def _same_document(folders: tuple[Folder, ...], document: Document) -> Folder | None:
    """The folder that holds the same document (by its identity) in another file."""
    if document.metadata.key is None:
        return None
    for folder in folders:
        try:
            decisions = read_decisions(folder.path / DECISIONS_FILE, file=folder.shown(DECISIONS_FILE))
            path = received_file(folder, decisions.received.file if decisions.received else None)
            key = _key(path, path.stat().st_mtime_ns, folder.shown(path.name))
        except (PhobienError, OSError):
            continue  # `check` reports it; here it is no twin
        if key == document.metadata.key:
            return folder
    return None


@lru_cache(maxsize=10_000)
def _key(path: Path, _changed: int, file: str) -> str | None:
    """The identity of a document that the library holds; read once in a run, however many files are added."""
    return analyse(path, file=file).metadata.key
