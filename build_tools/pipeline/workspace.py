"""Where a library keeps its things."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from build_tools.errors import StopError
from build_tools.intake.folders import SOURCE_FOLDER


class Workspace(Struct, frozen=True):
    """The folders of one library, below its root."""

    root: Path

    @property
    def source_texts(self) -> Path:
        """The received files and the decisions about them."""
        return self.root / SOURCE_FOLDER

    @property
    def docs(self) -> Path:
        """Hand-written pages; generated ones are written beside them."""
        return self.root / "docs"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """The offline packages."""
        return self.root / "dist"

    @property
    def cache(self) -> Path:
        """What need not be read again; may be deleted at any time."""
        return self.root / ".cache" / "phobien"


def find_workspace(start: Path) -> Workspace:
    """The library that `start` lies in; StopError where there is none."""
    for folder in (start, *start.parents):
        if (folder / SOURCE_FOLDER).is_dir() and (folder / "mkdocs.yml").is_file():
            return Workspace(folder)
    raise StopError("no-library", file=start.as_posix())
