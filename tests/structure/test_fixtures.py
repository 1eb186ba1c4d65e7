"""The outline of texts in the forms of real documents, written down case by case."""

from __future__ import annotations

import pytest

from build_tools.structure import outline
from tests.structure.fixture_files import Case, cases, clean_text, metadata_lines, unit_lines

CASES = list(cases())


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_units(case: Case) -> None:
    assert unit_lines(outline(clean_text(case.text))) == case.units


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_metadata(case: Case) -> None:
    assert metadata_lines(outline(clean_text(case.text))) == case.metadata
