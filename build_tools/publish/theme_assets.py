"""Removes those files of Material that no page of the site loads: its search, its languages for it, source maps."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from build_tools.publish.check_site import SiteFacts, resolve

_MAP_COMMENT = re.compile(rb"\n?(?://|/\*)# sourceMappingURL=[^\s*]+(?: ?\*/)?\s*\Z")
_SEARCH_PARTS = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


def remove_unused(site_dir: Path, facts: SiteFacts) -> list[str]:
    """Delete Material's own files that nothing loads; returns their paths within the site.

    Only files that Material brought are considered: what the library, our theme or the data files put there stays.
    Where Material's search is switched on (its index exists) its parts stay too.
    """
    loaded = {target[0] for path, address in facts.loaded() if (target := resolve(path, address))}
    keeps_search = "search/search_index.json" in facts.files
    unused = [
        name
        for name in sorted(facts.files & _materials_files())
        if name not in loaded and not (keeps_search and name.startswith(_SEARCH_PARTS))
    ]
    for name in unused:
        (site_dir / name).unlink()
    _remove_empty_folders(site_dir / "assets")
    for name in facts.files & _materials_files() - set(unused):
        _drop_map_comment(site_dir / name)
    return unused


def _materials_files() -> frozenset[str]:
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        return frozenset()
    root = Path(spec.origin).parent / "templates"
    return frozenset(path.relative_to(root).as_posix() for path in (root / "assets").rglob("*") if path.is_file())


def _drop_map_comment(path: Path) -> None:
    if path.suffix in (".js", ".css"):
        content = path.read_bytes()
        path.write_bytes(_MAP_COMMENT.sub(b"\n", content))


def _remove_empty_folders(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
