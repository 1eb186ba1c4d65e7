"""References within a document go to their unit, or are told as dangling."""

from __future__ import annotations

from build_tools.model.document import Unit, UnitKind
from build_tools.model.span import Span
from tests.resolve.build import codes, entry, library, statuses


def unit(
    id_: str, kind: UnitKind, number: str, span: tuple[int, int], parent: str | None = None, *, quoted: bool = False
) -> Unit:
    return Unit(id_, kind, number, number, None, 1, parent, Span(*span), 1, quoted=quoted)


def test_articles_clauses_and_points() -> None:
    text = (
        "Điều 1. A\n1. Theo điểm đ khoản 2 Điều này, Điều 9 Nghị định này và khoản 2 Điều 1 Nghị định này.\n2. B\nđ) C"
    )
    end = len(text)
    clause = text.index("2. B")
    point = text.index("đ) C")
    units = (
        unit("dieu-1", UnitKind.ARTICLE, "1", (0, end)),
        unit("dieu-1.khoan-1", UnitKind.CLAUSE, "1", (10, clause), "dieu-1"),
        unit("dieu-1.khoan-2", UnitKind.CLAUSE, "2", (clause, end), "dieu-1"),
        unit("dieu-1.khoan-2.diem-dd", UnitKind.POINT, "đ", (point, end), "dieu-1.khoan-2"),
    )
    found = library(entry("x/a", text, units=units))
    assert statuses(found, "x/a") == [
        ("internal", "dieu-1.khoan-2.diem-dd"),
        ("dangling", None),
        ("internal", "dieu-1.khoan-2"),
    ]
    assert codes(found) == ["reference-dangling"]


def test_sections_of_a_plan() -> None:
    text = "II. A\n3. B\ntheo mục 3, phần II và Mục 4.3.1"
    units = (
        unit("ii", UnitKind.HEADING, "II", (0, len(text))),
        unit("ii.3", UnitKind.HEADING, "3", (6, len(text)), "ii"),
    )
    assert statuses(library(entry("x/a", text, units=units)), "x/a") == [("internal", "ii.3"), ("dangling", None)]


def test_the_document_itself_has_no_unit() -> None:
    assert statuses(library(entry("x/a", "Kế hoạch này")), "x/a") == [("internal", None)]


def test_quoted_words_refer_to_the_other_act() -> None:
    text = "Điều 1. A\n“Điều 5. Theo khoản 1 Điều này.”"
    units = (
        unit("dieu-1", UnitKind.ARTICLE, "1", (0, len(text))),
        unit("dieu-1.trich.dieu-5", UnitKind.ARTICLE, "5", (11, len(text)), "dieu-1", quoted=True),
    )
    assert statuses(library(entry("x/a", text, units=units)), "x/a") == [("internal", None)]


def test_numbering_of_an_annex_is_its_own() -> None:
    text = "Điều 1. A\nPhụ lục\nĐiều 1. B theo Điều 1 Quy chế này"
    annex = text.index("Phụ lục")
    units = (
        unit("dieu-1", UnitKind.ARTICLE, "1", (0, annex)),
        unit("phu-luc", UnitKind.ANNEX, "", (annex, len(text))),
        unit("phu-luc.dieu-1", UnitKind.ARTICLE, "1", (annex + 8, len(text)), "phu-luc"),
    )
    assert statuses(library(entry("x/a", text, units=units)), "x/a") == [("internal", "phu-luc.dieu-1")]


def test_an_annex_is_a_level_of_its_own() -> None:
    text = (
        "Điều 2. A\ntheo Mục II Phụ lục I kèm theo Thông tư này và Điều 2 Phụ lục 02 Thông tư này; "
        "Phụ lục III Thông tư này; Phụ lục III Thông tư này\nPhụ lục I\nII. B\nPhụ lục 2\nĐiều 2. C"
    )
    first, second = text.index("Phụ lục I\n"), text.index("Phụ lục 2\n")
    units = (
        Unit("dieu-2", UnitKind.ARTICLE, "Điều 2.", "2", None, 1, None, Span(0, first), 1),
        Unit("phu-luc-i", UnitKind.ANNEX, "Phụ lục I", "I", None, 1, None, Span(first, second), 2),
        unit("phu-luc-i.ii", UnitKind.HEADING, "II", (first + 10, second), "phu-luc-i"),
        Unit("phu-luc-2", UnitKind.ANNEX, "Phụ lục 2", "2", None, 1, None, Span(second, len(text)), 2),
        unit("phu-luc-2.dieu-2", UnitKind.ARTICLE, "2", (second + 10, len(text)), "phu-luc-2"),
    )
    found = library(entry("x/a", text, units=units))
    assert statuses(found, "x/a") == [
        ("internal", "phu-luc-i.ii"),
        ("internal", "phu-luc-2.dieu-2"),
        ("dangling", None),
        ("dangling", None),
    ]
    assert codes(found) == ["annex-not-received"]


def test_a_form_with_the_number_of_an_annex_is_no_annex() -> None:
    text = "Điều 1. A\ntheo Phụ lục 1 kèm theo Thông tư này\nMẫu số 1\nB"
    form = text.index("Mẫu")
    units = (
        unit("dieu-1", UnitKind.ARTICLE, "1", (0, form)),
        Unit("mau-1", UnitKind.ANNEX, "Mẫu số 1", "1", None, 1, None, Span(form, len(text)), 2),
    )
    assert statuses(library(entry("x/a", text, units=units)), "x/a") == [("dangling", None)]


def test_a_point_is_no_heading_with_a_capital_and_no_point_of_another_part() -> None:
    text = "A. B\nC theo điểm a khoản này.\nI. D\n1. E\na) F"
    first, second = text.index("I. D"), text.index("1. E")
    units = (
        unit("a", UnitKind.HEADING, "A", (0, first)),
        unit("i", UnitKind.HEADING, "I", (first, len(text))),
        unit("i.1", UnitKind.PARAGRAPH, "1", (second, len(text)), "i"),
        unit("i.1.a", UnitKind.POINT, "a", (second + 5, len(text)), "i.1"),
    )
    assert statuses(library(entry("x/a", text, units=units)), "x/a") == [("dangling", None)]


def test_a_text_without_letters_is_told_once() -> None:
    text = "Thành phần:\nĐối với cơ quan\nđ) Đối với đơn vị\nquy định tại các điểm a, b và c mục này."
    units = (unit("dd", UnitKind.POINT, "đ", (text.index("đ)"), len(text))),)
    found = library(entry("x/a", text, units=units))
    assert [status for status, _ in statuses(found, "x/a")] == ["dangling"] * 3
    assert codes(found) == ["reference-unlettered"]


def test_a_letter_that_is_missing_among_letters_is_dangling() -> None:
    text = "a) A\nb) theo điểm d mục này"
    units = (unit("a", UnitKind.POINT, "a", (0, 4)), unit("b", UnitKind.POINT, "b", (5, len(text))))
    assert codes(library(entry("x/a", text, units=units))) == ["reference-dangling"]
