"""What fuzzing found, kept: every file of `seeds/<reader>/` once broke that reader, and does no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.growing import GROWERS
from tests.fuzz.targets import CHECKS

SEEDS = sorted(path for path in (Path(__file__).parent / "seeds").glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_fuzzing_found_is_mended(path: Path):
    CHECKS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("kind", sorted(CHECKS))
def test_every_byte_grows_into_a_file_that_can_be_checked(kind: str):
    for data in (bytes(range(1, 256)), bytes(range(255, 0, -1)), b"\0" + bytes(range(256))):
        CHECKS[kind](GROWERS[kind](data))
