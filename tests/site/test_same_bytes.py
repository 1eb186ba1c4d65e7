"""The same input gives the same bytes, in whatever order a process goes through its sets."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import REPOSITORY, copy_library

BUILD = "import sys; from build_tools.cli import main; sys.exit(main(['build']))"


def built_with(seed: str, root: Path) -> dict[str, bytes]:
    """The finished site and its package, by path; `seed` decides the order of sets in the building process."""
    copy_library(root)
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert (root / "site" / "manifest.json").exists(), done.stderr
    files = [path for folder in ("site", "dist") for path in (root / folder).rglob("*") if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_the_order_of_sets_changes_nothing(tmp_path: Path) -> None:
    one, other = (built_with(seed, tmp_path / seed) for seed in ("1", "2"))
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert any(path.endswith(".zip") for path in one)
