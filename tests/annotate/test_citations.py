"""Citations: the annotated set, and what holds for every text."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate.citations import find_citations
from build_tools.data.tables import laws
from build_tools.grammar.laws import find_laws
from build_tools.model.citation import Citation, CitationKind
from build_tools.model.document import Level, Metadata, Outline, Unit, UnitKind
from build_tools.model.span import Span
from tests.annotate.cases import Case, bare_outline, clean, read_cases
from tests.annotate.shown import shown_found
from tests.work import ends


@pytest.mark.parametrize("case", read_cases("citations.txt"), ids=lambda case: case.title)
def test_annotated_set(case: Case) -> None:
    found = find_citations(clean(case.text), bare_outline())
    assert shown_found(found, case.text) == case.expected


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.name)
def test_every_law_of_the_table_is_read_whole(law: object) -> None:
    found = find_laws(law.example)  # type: ignore[attr-defined]
    assert [name.full for name in found] == [law.name]  # type: ignore[attr-defined]
    assert found[0].known


def document(text: str, *units: Unit, **metadata: object) -> tuple[Citation, ...]:
    return find_citations(clean(text), Outline(metadata=Metadata(**metadata), units=units))  # type: ignore[arg-type]


def unit(text: str, kind: UnitKind, start: str, number: str | None = None, **more: object) -> Unit:
    at = text.index(start)
    end = int(more.pop("end", len(text)))  # type: ignore[call-overload]
    return Unit(
        id=str(more.pop("id", f"{kind}-{number}")),
        kind=kind,
        label=start,
        number=number,
        heading=None,
        level=1,
        parent=more.pop("parent", None),  # type: ignore[arg-type]
        span=Span(at, end),
        line=1,
        quoted=bool(more.pop("quoted", False)),
    )


def test_the_number_in_the_letterhead_is_no_citation() -> None:
    text = "Số: 251/KH-UBND\nThực hiện Kế hoạch số 69-KH/TU."
    found = document(text, unit(text, UnitKind.LETTERHEAD, "Số:", end=15))
    assert [citation.symbol for citation in found] == ["69-KH/TU"]


def test_this_article_takes_the_number_of_the_article_it_stands_in() -> None:
    text = "Điều 7. Hồ sơ\nHồ sơ nêu tại khoản 2 Điều này và Điều này."
    first, second = document(text, unit(text, UnitKind.ARTICLE, "Điều 7.", "7"))
    assert (first.pinpoint.article, first.pinpoint.clause) == ("7", "2")  # type: ignore[union-attr]
    assert second.pinpoint.article == "7"  # type: ignore[union-attr]
    assert {first.kind, second.kind} == {CitationKind.INTERNAL}


def test_units_of_an_amending_article_belong_to_the_amended_act() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 27/2018/TT-BTC\n"
        "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:"
    )
    article = unit(text, UnitKind.ARTICLE, "Điều 1.", "1")
    clause = unit(text, UnitKind.CLAUSE, "1. Sửa", "1", parent=article.id)
    found = document(text, article, clause)
    assert [(c.symbol, c.pinpoint and c.pinpoint.article) for c in found] == [
        ("27/2018/TT-BTC", None),
        ("27/2018/TT-BTC", "5"),
    ]


def test_a_quoted_article_is_not_this_document() -> None:
    text = "“Điều 5. Hồ sơ\nTheo quy định tại Điều 9.”"
    assert not document(text, unit(text, UnitKind.ARTICLE, "Điều 5.", "5", quoted=True))


def test_place_only_where_the_words_prove_it() -> None:
    known = {"place": "Hải Phòng", "level": Level.PROVINCE}
    own, other, unnamed, central = document(
        "Kế hoạch số 69-KH/TU ngày 12/6/2026 của Ban Thường vụ Thành ủy; Kế hoạch số 70-KH/TU của Tỉnh ủy Bình Dương; "
        "Kế hoạch số 71-KH/TU; Quy định số 132-QĐ/TW của Bộ Chính trị.",
        **known,
    )
    assert [citation.place for citation in (own, other, unnamed, central)] == ["Hải Phòng", "Bình Dương", None, None]


@given(st.text(alphabet="Điều khoản điểm 12a,() /-QĐTW\nsốLuậtnàyNghị định", max_size=200))
def test_spans_are_in_order_and_apart(text: str) -> None:
    end = 0
    for citation in find_citations(clean(text), bare_outline()):
        assert end <= citation.span.start < citation.span.end <= len(text)
        end = citation.span.end


@pytest.mark.parametrize(
    "hostile",
    [
        "Điều 1, " * 20_000,
        "khoản 1 " * 20_000,
        "Luật " * 30_000,
        "Nghị định số " * 20_000,
        "1/2015/NĐ-CP, " * 8_000,
        "Luật sửa đổi, bổ sung " * 8_000,
        "(sau đây gọi là " * 10_000,
        "ngày 1/1/2020 của Bộ " * 8_000,
        " " * 200_000,
    ],
    ids=lambda text: text[:16],
)
def test_linear(hostile: str) -> None:
    with ends():
        find_citations(clean(hostile), bare_outline())


def rows(*expect: str) -> list[dict[str, str]]:
    """The rows of the table of written forms that expect this."""
    with (Path(__file__).parents[1] / "data" / "symbol_cases.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["expect"] in expect]


@pytest.mark.parametrize("row", rows("named"), ids=lambda row: row["surface"])
def test_a_law_by_name_of_the_table_of_forms(row: dict[str, str]) -> None:
    (found,) = document(f"theo quy định của {row['surface']}; thực hiện.")
    assert (found.name, found.type_name, found.issuer_id) == (row["canonical"], row["type_vi"], row["issuer"])
    assert found.kind is CitationKind.LAW_BY_NAME


@pytest.mark.parametrize("row", rows("none"), ids=lambda row: row["surface"])
def test_no_citation_of_the_table_of_forms(row: dict[str, str]) -> None:
    assert document(f"nội dung {row['surface']}, thực hiện.") == ()


@pytest.mark.parametrize("row", rows("self", "internal"), ids=lambda row: row["surface"])
def test_own_citation_of_the_table_of_forms(row: dict[str, str]) -> None:
    (found,) = document(f"theo {row['surface']}, thực hiện.")
    assert (found.kind, found.symbol, found.name) == (CitationKind.INTERNAL, None, None)
    assert (found.pinpoint is not None) == (row["expect"] == "internal")


@pytest.mark.parametrize("row", rows("list"), ids=lambda row: row["surface"])
def test_list_of_the_table_of_forms(row: dict[str, str]) -> None:
    found = document(f"quán triệt {row['surface']}.")
    assert "; ".join(citation.symbol or "" for citation in found) == row["canonical"]
    assert {citation.type_name for citation in found} == {row["type_vi"]}
    dates = {citation.date for citation in found}
    assert len(dates) == 1
    assert (None in dates) == ("ngày" not in row["surface"])


@pytest.mark.parametrize("row", rows("symbol"), ids=lambda row: row["surface"])
def test_symbol_of_the_table_of_forms_is_a_citation(row: dict[str, str]) -> None:
    number = "" if row["surface"].startswith("số") else "số "
    (found,) = document(f"thực hiện {row['type_vi']} {number}{row['surface']}.")
    place = row["canonical"].replace("/TU", "/TW") if "TƯ" in row["surface"] else row["canonical"]
    assert (found.symbol, found.type_name) == (place, row["type_vi"])


def test_a_decree_never_calls_itself_a_law() -> None:
    text = (
        "Quy định chi tiết Luật Đầu tư: khoản 1 Điều 4 Luật Đầu tư và Điều 5 Luật này; Điều 6 Nghị định này.\n"
        "2. Điều 7 của Luật này."
    )
    found = document(text, type="NĐ", type_name="Nghị định")
    assert shown_found(found, text)[1:] == [
        "khoản 1 Điều 4 Luật Đầu tư | Luật Đầu tư | article=4 clause=1",
        "Điều 5 Luật này | Luật Đầu tư | article=5",
        "Điều 6 Nghị định này | internal | article=6",
    ]


def test_a_consolidated_text_calls_itself_by_the_type_that_it_puts_together() -> None:
    text = "theo Điều 6 của Luật này."
    found = document(text, type="VBHN", type_name="Văn bản hợp nhất")
    assert shown_found(found, text) == ["Điều 6 của Luật này | internal | article=6"]


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Quyết định số 206-CP ngày 30-8-1966", "QĐ"),
        ("Nghị định số 02/CP", "NĐ"),
        ("Quyết định số 327-CT ngày 15/9/1992", "QĐ"),
        ("Thông tư số 79 TC/HCSN", "TT"),
        ("Luật số 59/2020/QH14", None),
        ("Công văn số 1795/TTTP-NV6", None),
    ],
)
def test_a_symbol_without_the_letters_of_its_type_has_those_of_the_type_word(text: str, letters: str | None) -> None:
    assert [citation.type for citation in document(text)] == [letters]


def test_the_own_type_without_this() -> None:
    text = "Các danh mục quy định tại Điều 2 Thông tư là căn cứ; theo Điều 3 Thông tư về hàng hóa."
    found = document(text, type="TT", type_name="Thông tư")
    assert shown_found(found, text) == ["Điều 2 | internal | article=2"]


def test_a_plan_has_no_articles_of_its_own() -> None:
    text = (
        "1. Luật Đấu thầu có quy định mới. Trong đó, quy định tại Điều 296 về mời thầu. Theo Điều 5 của Kế hoạch này."
    )
    found = document(text, unit(text, UnitKind.HEADING, "1. Luật", "1"), type="KH", type_name="Kế hoạch")
    assert shown_found(found, text) == [
        "Luật Đấu thầu | Luật Đấu thầu",
        "Điều 5 của Kế hoạch này | internal | article=5",
    ]


def test_a_party_committee_is_no_ministry() -> None:
    found = document(
        "Hướng dẫn số 05-HD/BTC ngày 03/3/2025 của Ban Tổ chức Tỉnh ủy; Công văn số 12/BTC-HCSN; hộp thư 12/TB."
    )
    assert [(one.symbol, one.issuer_id) for one in found] == [("05-HD/BTC", None), ("12/BTC-HCSN", "BTC")]
