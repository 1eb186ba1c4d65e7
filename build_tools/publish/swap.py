"""Puts a finished folder in the place of another in one step, so that nobody ever sees half of it.

Beside `site/` stand, while this runs, `.site.new` (the folder being made) and `.site.old` (the one being replaced).
An interruption at any moment leaves the former folder whole; `recover` tidies up what it left.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from pathlib import Path

from build_tools.errors import StopError

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_TRIES = 20  # Windows: a virus scanner or an open window may hold a file for a moment
_PAUSE_SECONDS = 0.1


def fresh_sibling(target: Path) -> Path:
    """An empty folder beside `target` to build in; what an interrupted run left there is removed."""
    recover(target)
    folder = _beside(target, "new")
    _remove(folder)
    folder.mkdir(parents=True)
    return folder


def recover(target: Path) -> None:
    """Undo an interrupted swap: the former folder goes back if there is none, leftovers are removed."""
    old = _beside(target, "old")
    if old.exists() and not target.exists():
        _rename(old, target)
    _remove(old)


def swap(new: Path, target: Path, previous: Path | None = None) -> None:
    """Put `new` in the place of `target`; the former folder is kept as `previous`, or removed where that is None.

    All three lie in the same folder. Raises `StopError` where another program holds `target`, which is then as before.
    """
    recover(target)
    old = _beside(target, "old")
    try:
        if target.exists() and _exchange(new, target):
            _rename(new, old)
        else:
            _two_renames(new, target, old)
    except OSError as error:
        raise StopError("folder-in-use", folder=target, reason=error.strerror or error) from error
    if previous is not None and old.exists():
        _remove(previous)
        _rename(old, previous)
    _remove(old)


def _two_renames(new: Path, target: Path, old: Path) -> None:
    held = target.exists()
    if held:
        _rename(target, old)
    try:
        _rename(new, target)
    except BaseException:
        if held:
            _rename(old, target)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in a single step, where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    answer: int = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return answer == 0


def _rename(source: Path, target: Path) -> None:
    for attempt in range(_TRIES):
        try:
            source.rename(target)
        except PermissionError:
            if sys.platform != "win32" or attempt == _TRIES - 1:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}")
