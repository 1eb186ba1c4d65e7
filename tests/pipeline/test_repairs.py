"""Faults of letters and spaces: understood as what they mean, shown as they were received."""

from __future__ import annotations

from build_tools.model.decisions import CorrectionDecision
from build_tools.pipeline.analyse import analyse

DECREE = """\
CHÍNH PHỦ
-------
Số: 41/2026/NĐ-СР

NGHỊ ĐỊNH
Quy định về tiếp công dân

Căn cứ Luật Tiếp công dân;
Căn cứ Nghị định số 40/2026/NĐ-СР ngày 03 tháng 02 năm 2026 của Chính phủ;

Điề u 1. Phạm vi điề u chỉnh
Nghị định này quy định việc tiếp công dân của Ủ y ban nhân dân cấp xã.

Điề u 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2026.
"""


def document(tmp_path, **more):
    path = tmp_path / "a.txt"
    path.write_text(DECREE, encoding="utf-8")
    return analyse(path, file="a.txt", **more)


def test_articles_and_symbols_are_recognised_in_spite_of_them(tmp_path):
    found = document(tmp_path)
    assert [unit.id for unit in found.units if unit.id.startswith("dieu-")] == ["dieu-1", "dieu-2"]
    assert found.metadata.symbol == "41/2026/NĐ-CP"
    assert "40/2026/NĐ-CP" in {citation.symbol for citation in found.citations}
    assert "Điề u 1. Phạm vi điề u chỉnh" in found.text
    for unit in found.units:
        if unit.heading_span and unit.id == "dieu-2":
            assert unit.heading_span.of(found.text) == "Hiệu lực"
    assert found.corrections == ()


def test_each_is_reported_where_it_stands(tmp_path):
    notes = {
        (item.code, item.line, item.args["written"])
        for item in document(tmp_path).diagnostics
        if item.args.get("written")
    }
    assert notes >= {
        ("lookalike-letters", 3, "41/2026/NĐ-СР"),
        ("lookalike-letters", 9, "40/2026/NĐ-СР"),
        ("split-syllable", 11, "Điề u"),
        ("split-syllable", 11, "điề u"),
        ("split-syllable", 12, "Ủ y"),
        ("split-syllable", 14, "Điề u"),
    }


def test_an_editors_correction_comes_first_and_is_shown(tmp_path):
    decision = CorrectionDecision(find="Điề u 1", replace="Điều 1", count=1, reason="tách chữ")
    found = document(tmp_path, corrections=(decision,))
    assert [item.replacement for item in found.corrections] == ["Điều 1"]
    assert [unit.id for unit in found.units if unit.id.startswith("dieu-")] == ["dieu-1", "dieu-2"]


def test_the_search_finds_the_whole_words(tmp_path):
    from build_tools.model.span import Span
    from build_tools.search.document import _shown

    found = document(tmp_path)
    text = _shown(found, Span(0, len(found.text)))
    assert "Điều 1. Phạm vi điều chỉnh" in text
    assert "Ủy ban nhân dân cấp xã" in text
