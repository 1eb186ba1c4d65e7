"""Starts an empty library for another office, which the installed package can build at once."""

from __future__ import annotations

from pathlib import Path

from build_tools.errors import StopError

TEMPLATE = Path(__file__).parent / "templates" / "library"
_NAMES = {"gitignore": ".gitignore", "gitkeep": ".gitkeep"}  # under these names they would act on the package itself


def init_library(folder: Path) -> list[Path]:
    """Write mkdocs.yml, source_texts/, docs/ and a guide into `folder`; returns the files.

    Raises `StopError` where the folder holds anything already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StopError("folder-not-empty", folder=folder)
    written = []
    for source in sorted(path for path in TEMPLATE.rglob("*") if path.is_file()):
        inside = source.relative_to(TEMPLATE)
        target = folder / inside.with_name(_NAMES.get(inside.name, inside.name))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
        written.append(target)
    return written
