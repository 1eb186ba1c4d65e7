"""Removes what an earlier build generated in `docs/`, and never what a person wrote there."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

GENERATED_FOLDERS = ("van-ban", "vai-tro", "nhom", "muc-luc", "du-lieu", "tai-ve")
GENERATED_MARK = "generated; do not edit"
_HEAD_LINES = 3  # the mark stands on the second line, after the `---` that opens the front matter
_PAGES = (".md", ".html")


def clean_generated(docs_dir: Path) -> int:
    """Empty the generated folders and remove generated pages anywhere in `docs_dir`; returns how many files went.

    In a generated folder everything goes but pages without the mark (a person's, put there by mistake); elsewhere only
    pages that bear the mark in their first lines. A folder that is a link to another place is left alone.
    """
    if not docs_dir.is_dir():
        return 0
    removed = 0
    for path in sorted(docs_dir.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        if path.is_file() and _is_generated(path, docs_dir):
            path.unlink()
            removed += 1
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return removed


def clean_folder(folder: Path) -> None:
    """Remove a folder that holds nothing but what builds make (a cache); no matter if it is not there."""
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def bears_mark(page: Path) -> bool:
    """Whether a page says in its first lines that it is generated."""
    with page.open("rb") as file:
        return any(GENERATED_MARK.encode() in line for line in islice(file, _HEAD_LINES))


def says_generated(content: bytes) -> bool:
    """The same of a page that has been read."""
    return any(GENERATED_MARK.encode() in line for line in content.split(b"\n", _HEAD_LINES)[:_HEAD_LINES])


def _is_generated(path: Path, docs_dir: Path) -> bool:
    return bears_mark(path) if path.suffix in _PAGES else path.relative_to(docs_dir).parts[0] in GENERATED_FOLDERS
