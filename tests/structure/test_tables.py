"""Every row of the tables that this stage uses recognises its own example."""

from __future__ import annotations

import re

import pytest

from build_tools.data.rows import Beginning, RestrictionMark
from build_tools.data.tables import body_beginnings, restriction_marks, signer_positions
from build_tools.diagnostics import CATALOGUE
from build_tools.i18n import use_language
from build_tools.model.document import RestrictionKind
from build_tools.structure import outline
from build_tools.structure.bodies import begins_body
from tests.structure.fixture_files import clean_text


@pytest.mark.parametrize("row", body_beginnings(), ids=lambda row: row.beginning)
def test_bodies(row: Beginning) -> None:
    assert row.example.startswith(row.beginning)
    assert begins_body(row.example)


@pytest.mark.parametrize("row", signer_positions(), ids=lambda row: row.beginning)
def test_positions(row: Beginning) -> None:
    assert row.example.startswith(row.beginning)
    signer = outline(clean_text(["Một câu.", row.example, "Nguyễn Văn An"])).metadata.signer
    assert signer is not None
    assert signer.position == row.example


@pytest.mark.parametrize("row", restriction_marks(), ids=lambda row: row.example[:30])
def test_restriction_marks(row: RestrictionMark) -> None:
    assert re.match(row.pattern, row.example, re.IGNORECASE)
    found = outline(clean_text([row.example, "KẾ HOẠCH", "Triển khai"])).metadata.restrictions
    assert [(item.kind, item.surface) for item in found] == [(RestrictionKind(row.kind), row.example)]


@pytest.mark.parametrize("words", ["BẢO MẬT THÔNG TIN", "Mật", "mật độ dân số", "Tài liệu này quy định chi tiết."])
def test_no_restriction(words: str) -> None:
    assert outline(clean_text([words])).metadata.restrictions == ()


def test_messages_are_translated() -> None:
    from build_tools.i18n import _

    codes = [code for code in CATALOGUE if code.startswith(("no-", "number-")) or code.endswith("-mark")]
    with use_language("vi"):
        assert all(_(CATALOGUE[code].message) != CATALOGUE[code].message for code in codes)
