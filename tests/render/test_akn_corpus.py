"""Akoma Ntoso of real documents: valid by the official schema, every word once, in order, no identifier twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from benchmarks._corpus import paths
from build_tools.model.decisions import Decisions, Edition
from build_tools.model.document import Document
from build_tools.model.library import Entry
from build_tools.render.akn import akn
from build_tools.resolve import resolve
from tests.conftest import CORPUS

pytestmark = pytest.mark.corpus
SCHEMA = Path(__file__).parent / "akn_schema" / "akomantoso30.xsd"


def names() -> list[str]:
    """Every text of the corpus; one placeholder where it is absent, so that the skip is seen."""
    return [path.relative_to(CORPUS).as_posix() for path in paths(CORPUS)] or ["-"]


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema (see its NOTICE)."""
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.mark.parametrize("name", names())
def test_the_file_is_valid_and_holds_the_text(
    corpus: Path, schema: etree.XMLSchema, analysed: Callable[[Path], Document], name: str
) -> None:
    document = analysed(corpus / name)
    entry = Entry("chua-ro/van-ban", document, Decisions(edition=Edition.INTERNAL))
    root = etree.fromstring(akn(entry, resolve({entry.id: entry}, Edition.INTERNAL)))
    schema.validate(root)
    assert [error.message for error in schema.error_log] == []
    ids = root.xpath("//@eId")
    assert len(ids) == len(set(ids))
    for meta in list(root.iter("{*}meta")):
        meta.getparent().remove(meta)
    assert "".join("".join(root.itertext()).split()) == "".join(document.text.split())
