"""Every row of the tables of types, issuing bodies and places is read in its example."""

from __future__ import annotations

import pytest

from build_tools.data.rows import DocumentType, Issuer, Place
from build_tools.data.tables import document_types, issuers, places
from build_tools.grammar.places import find_place
from build_tools.grammar.symbols import parse
from build_tools.grammar.type_words import agrees, type_name


@pytest.mark.parametrize("row", [row for row in issuers() if row.abbr], ids=lambda row: f"{row.abbr}-{row.system}")
def test_issuer(row: Issuer) -> None:
    symbol = parse(row.example)
    assert symbol is not None
    assert symbol.issuer.rstrip("0123456789") == row.abbr.rstrip("0123456789")
    assert symbol.system == row.system


@pytest.mark.parametrize("row", [row for row in document_types() if row.example], ids=lambda row: f"{row.name_vi}")
def test_type(row: DocumentType) -> None:
    symbol = parse(row.example)
    assert symbol is not None
    assert symbol.abbr in {row.abbr, "QĐ" if row.abbr == "QĐi" else row.abbr}
    assert symbol.system == row.system
    word = row.name_vi.split(" của ")[0].split(" (")[0]
    assert type_name(word.upper()) is not None
    assert agrees(word, row.abbr)


@pytest.mark.parametrize("row", places(), ids=lambda row: row.name)
def test_place(row: Place) -> None:
    found = find_place(row.example)
    assert found is not None
    assert found.name == row.name
