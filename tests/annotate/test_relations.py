"""Relations: every cue of the table, and the annotated set."""

from __future__ import annotations

import pytest

from build_tools.annotate.citations import find_citations
from build_tools.annotate.definitions import find_definitions
from build_tools.annotate.relations import find_relations
from build_tools.data.rows import RelationPhrase
from build_tools.data.tables import relation_phrases
from build_tools.model.document import Metadata, Outline, Unit, UnitKind
from build_tools.model.span import Span
from tests.annotate.cases import Case, bare_outline, clean, read_cases

SCOPES = {"title": UnitKind.TITLE, "preamble": UnitKind.PREAMBLE, "enacting": UnitKind.ARTICLE, "list": UnitKind.CLAUSE}


def outline_for(scope: str, text: str, **metadata: object) -> Outline:
    kind = SCOPES.get(scope)
    units = [Unit("u", kind, "1", "1", None, 1, None, Span(0, len(text)), 1)] if kind else []
    if scope == "list":
        at = text.index("\n") + 1
        units.append(Unit("u.a", UnitKind.POINT, "a)", "a", None, 2, "u", Span(at, len(text)), 2))
    return Outline(metadata=Metadata(**metadata), units=tuple(units))  # type: ignore[arg-type]


def stated(text: str, outline: Outline) -> list[tuple[str, str, str]]:
    citations = find_citations(clean(text), outline)
    names = [citation.symbol or citation.name or "internal" for citation in citations]
    relations = find_relations(clean(text), outline, citations)
    for relation in relations:
        assert relation.cue.of(text).strip()
    return [
        ("THIS" if relation.subject is None else names[relation.subject], str(relation.kind), names[relation.citation])
        for relation in relations
    ]


@pytest.mark.parametrize("row", relation_phrases(), ids=lambda row: f"{row.relation}-{row.scope}-{row.example[:30]}")
def test_every_row_reads_its_example(row: RelationPhrase) -> None:
    text = row.example + ("\na) Thông tư số 1/2020/TT-BTC;" if row.scope == "list" else "")
    found = stated(text, outline_for(row.scope, text))
    by_this = not row.direction.startswith("cited")
    assert [kind for subject, kind, _ in found if (subject == "THIS") == by_this] == [row.relation]
    if "←" in row.direction:
        first, second = text.index(found[0][2].split("/")[0]), text.index(found[0][0].split("/")[0])
        assert first < second


@pytest.mark.parametrize("case", read_cases("relations.txt"), ids=lambda case: case.title)
def test_annotated_set(case: Case) -> None:
    assert [" | ".join(found) for found in stated(case.text, bare_outline())] == case.expected


def test_a_ground_behind_the_subject_of_the_one_before() -> None:
    text = "Căn cứ Nghị định số 15/CP ngày 02/3/1993 của Chính phủ về nhiệm vụ của Bộ và Nghị định số 68/CP về cơ cấu;"
    assert stated(text, outline_for("preamble", text)) == [
        ("THIS", "based-on", "15/CP"),
        ("THIS", "based-on", "68/CP"),
    ]


def test_a_ground_on_a_line_of_its_own() -> None:
    text = (
        "Căn cứ Luật Bảo hiểm y tế số 25/2008/QH12 ngày 14 tháng 11 năm 2008;\n"
        "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 46/2014/QH13 và Luật số 51/2024/QH15;\n"
        "Nghị định số 29/2025/NĐ-CP;\n"
        "Xét đề nghị của Cục trưởng;\n"
        "Nghị định số 30/2025/NĐ-CP nói khác."
    )
    assert [found for found in stated(text, outline_for("preamble", text)) if found[1] == "based-on"] == [
        ("THIS", "based-on", "25/2008/QH12"),
        ("THIS", "based-on", "46/2014/QH13"),
        ("THIS", "based-on", "51/2024/QH15"),
        ("THIS", "based-on", "29/2025/NĐ-CP"),
    ]


def test_a_list_of_provisions_below_an_order_to_repeal() -> None:
    text = "Bãi bỏ các quy định sau đây:\na) Khoản 9 Điều 2, Điều 4 của Nghị định số 11/2013/NĐ-CP;"
    assert stated(text, outline_for("list", text)) == [("THIS", "amends", "11/2013/NĐ-CP")] * 2


def test_several_bases_after_one_cue() -> None:
    text = "Căn cứ Luật Đầu tư ngày 17 tháng 6 năm 2020; Nghị định số 31/2021/NĐ-CP;"
    assert stated(text, outline_for("preamble", text)) == [
        ("THIS", "based-on", "Luật Đầu tư"),
        ("THIS", "based-on", "31/2021/NĐ-CP"),
    ]


def test_repealing_one_article_amends_the_act() -> None:
    text = "Bãi bỏ khoản 3 Điều 1 Nghị định số 12/2018/NĐ-CP"
    assert stated(text, outline_for("enacting", text)) == [("THIS", "amends", "12/2018/NĐ-CP")]


def test_a_consolidated_text_changes_nothing_itself() -> None:
    text = "Thông tư này thay thế Thông tư số 03/2014/TT-BKHĐT"
    assert not stated(text, outline_for("", text, type="VBHN"))


def test_a_task_in_the_body_is_no_relation() -> None:
    text = "Chỉ đạo thực hiện nghiêm túc Luật Hòa giải, đối thoại tại Tòa án"
    article = Unit("ii", UnitKind.HEADING, "II.", "II", None, 1, None, Span(0, len(text)), 1)
    assert not stated(text, Outline(metadata=Metadata(), units=(article,)))


@pytest.mark.parametrize(
    ("text", "term", "meaning", "cited"),
    [
        (
            "Luật Dẫn độ số 100/2025/QH15 (sau đây gọi là Luật Dẫn độ).",
            "Luật Dẫn độ",
            "Luật Dẫn độ số 100/2025/QH15",
            0,
        ),
        ("các hoạt động điều tra (gọi tắt là hoạt động tố tụng)", "hoạt động tố tụng", "các hoạt động điều tra", None),
        ("tổ chức, cá nhân (sau đây viết tắt là “đơn vị”)", "đơn vị", "cá nhân", None),
    ],
)
def test_short_names(text: str, term: str, meaning: str, cited: int | None) -> None:
    citations = find_citations(clean(text), bare_outline())
    (found,) = find_definitions(clean(text), bare_outline(), citations)
    assert (found.term, found.meaning.of(text), found.citation) == (term, meaning, cited)


def test_a_law_amends_the_code_beside_it_not_the_law_before() -> None:
    text = (
        "Luật Dầu khí năm 1993 đã được sửa đổi, bổ sung theo Luật số 10/2008/QH12, Bộ luật Lao động số 10/2012/QH13 "
        "đã được sửa đổi, bổ sung một số điều theo Luật số 92/2015/QH13"
    )
    assert stated(text, bare_outline()) == [
        ("10/2008/QH12", "amends", "Luật Dầu khí"),
        ("92/2015/QH13", "amends", "10/2012/QH13"),
    ]
