"""Citations against annotations made by reading alone: the figures must not fall unnoticed.

`make quality` prints what was missed or wrong in each stretch.
"""

from __future__ import annotations

import pytest

from benchmarks._by_hand import stretches
from benchmarks._citation_rows import PRECISION, RECALL, score
from benchmarks._corpus import CORPUS
from benchmarks._scores import total


@pytest.mark.corpus
def test_citations_reach_their_bars() -> None:
    if not CORPUS.is_dir():
        pytest.skip(f"no corpus at {CORPUS}")
    found = total([score(stretch)["citations"] for stretch in stretches("citations")])
    assert found.right > 1_000
    assert found.precision >= PRECISION, found.wrong
    assert found.recall >= RECALL, found.missing
