"""Duties in real documents, against annotations made by reading: figures below which no change of rules may fall."""

from __future__ import annotations

import pytest

from benchmarks import _duty_rows
from benchmarks._by_hand import stretches
from benchmarks._corpus import CORPUS
from benchmarks._scores import Score, total

# Share of the found that is right, share of the right that is found; what was measured, less one part in a hundred.
FLOORS = {
    "bearer in the sentence": (0.97, 0.93),
    "bearer in a heading or lead-in": (0.98, 0.93),
    "nobody named": (0.87, 0.75),
    "capacity": (0.96, 0.96),
    "modality": (0.98, 0.98),
    "roles": (0.94, 0.94),
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    if not CORPUS.is_dir():
        pytest.skip(f"there is no corpus at {CORPUS}")
    found = [_duty_rows.score(stretch) for stretch in stretches("duties")]
    return {part: total([each[part] for each in found]) for part in found[0]}


@pytest.mark.corpus
@pytest.mark.parametrize("part", FLOORS)
def test_figures_do_not_fall(part: str, scores: dict[str, Score]) -> None:
    precision, recall = FLOORS[part]
    assert scores[part].precision >= precision, scores[part].wrong
    assert scores[part].recall >= recall, scores[part].missing
