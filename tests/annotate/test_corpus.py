"""Citations in real documents, against what was read by hand.

One file for each document, named like it; a line for each citation in order: words | symbol or name | pin-point |
date | issuer. `benchmarks/quality_citations.py` prints what a change of rules made different.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from build_tools.annotate.citations import find_citations
from build_tools.annotate.relations import find_relations
from build_tools.model.citation import Relation
from build_tools.model.source import CleanText
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline
from tests.annotate.shown import shown_found
from tests.work import ends, grows_with

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


@pytest.mark.corpus
def test_work_grows_with_length_alone(tmp_path: Path) -> None:
    """One document of 1.4 million characters is as much work as its parts."""
    longest = max((CORPUS / "gazette").glob("nghi-dinh-*.txt"), default=None, key=lambda path: path.stat().st_size)
    if longest is None:
        pytest.skip(f"no corpus at {CORPUS}")
    whole = longest.read_text(encoding="utf-8")
    times = 1_400_000 // len(whole) + 1
    texts = []
    for count in (1, times):
        path = tmp_path / f"{count}.txt"
        path.write_text(whole * count, encoding="utf-8")
        texts.append(normalise(read(path, file=path.name)))
    with ends():
        assert grows_with(_found, *texts, times=len(texts[1].text) / len(texts[0].text))


def _found(text: CleanText) -> tuple[Relation, ...]:
    tree = outline(text)
    return find_relations(text, tree, find_citations(text, tree))
