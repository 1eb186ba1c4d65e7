"""Which names of files are safe on every system that will see them: Windows, a USB stick (FAT), a web server."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from build_tools.errors import StopError
from build_tools.grammar.slugs import is_device

LONGEST_PATH = 120  # characters, from the package's own folder on: Windows allows 260 for the whole path
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def require_safe_paths(paths: Iterable[str]) -> None:
    """Raise `StopError` naming the first path that could not be unpacked everywhere, and why."""
    for path, reason in unsafe_paths(paths):
        raise StopError(f"path-{reason}", path=path, longest=LONGEST_PATH)


def unsafe_paths(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The paths (with `/`) that are too long, illegal, or the same as another but for capitals; with the reason."""
    seen: dict[str, str] = {}
    for path in paths:
        if len(path) > LONGEST_PATH:
            yield path, "too-long"
        elif any(_illegal(part) for part in path.split("/")):
            yield path, "illegal"
        elif seen.setdefault(path.casefold(), path) != path:
            yield path, "twice"


def _illegal(part: str) -> bool:
    return part in ("", ".", "..") or part[-1] in ". " or bool(_FORBIDDEN.search(part)) or is_device(part)
