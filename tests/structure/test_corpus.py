"""What holds for the outlines of real documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.document import Outline, UnitKind
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline
from tests.structure.test_properties import check

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
FILES = sorted(CORPUS.glob("*/*.txt"))
needs_corpus = pytest.mark.skipif(not FILES, reason="the real documents do not lie beside the repository")


def outline_of(path: Path) -> Outline:
    clean = normalise(read(path, file=path.name))
    found = outline(clean)
    check(clean, found)
    return found


@pytest.mark.corpus
@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[:40])
def test_every_document(path: Path) -> None:
    """Spans nest, ids are unique, and the act's own articles run on without a gap but for those it lacks itself."""
    found = outline_of(path)
    articles = [u for u in found.units if u.kind is UnitKind.ARTICLE and not u.quoted and "." not in u.id]
    numbers = [int("".join(c for c in u.number or "" if c.isdigit())) for u in articles]
    assert numbers == sorted(numbers)
    missing = set(range(1, max(numbers, default=0) + 1)) - set(numbers)
    assert len(missing) <= 1, missing


@pytest.mark.corpus
@needs_corpus
@pytest.mark.parametrize("path", [p for p in FILES if p.parent.name == "gazette"], ids=lambda path: path.stem[:40])
def test_identity_of_gazette_documents(path: Path) -> None:
    """The number and year in the file's name are those that were read."""
    metadata = outline_of(path).metadata
    assert metadata.symbol is not None
    digits = "".join(c if c.isdigit() else " " for c in metadata.symbol).split()
    name = path.stem.split("-so-")[1]
    assert name.startswith(digits[0] if "." not in metadata.symbol else "".join(digits[:2]))
    assert metadata.date is not None
    assert metadata.title
    assert metadata.issuer
    assert metadata.type_name
