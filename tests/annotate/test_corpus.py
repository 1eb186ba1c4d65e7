"""Citations in real documents, against what was read by hand.

One file for each document, named like it; a line for each citation in order: words | symbol or name | pin-point |
date | issuer. `benchmarks/quality_citations.py` prints what a change of rules made different.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_tools.annotate.citations import find_citations
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline
from tests.annotate.shown import shown_found

ANNOTATED = sorted((Path(__file__).parent / "corpus").glob("*.txt"))
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.corpus
@pytest.mark.parametrize("path", ANNOTATED, ids=lambda path: path.stem[:40])
def test_document(path: Path) -> None:
    found = [source for source in CORPUS.glob(f"*/{path.name}") if source.is_file()]
    if not found:
        pytest.skip(f"{path.name} is not in {CORPUS}")
    text = normalise(read(found[0], file=path.name))
    expected = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    wanted, got = Counter(expected), Counter(shown_found(find_citations(text, outline(text)), text.text))
    missing, wrong = wanted - got, got - wanted
    # A repaired space or line end may change the words of a citation or two; a rule that breaks a form changes more.
    assert missing.total() + wrong.total() <= max(2, len(expected) // 25), (missing, wrong)
