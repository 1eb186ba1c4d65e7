"""Citations as local bodies and older acts write them: one issuer for a list, dispatches, old ordinances, circulars."""

from __future__ import annotations

import pytest

from build_tools.annotate.citations import find_citations
from build_tools.annotate.relations import find_relations
from build_tools.model.citation import Citation
from build_tools.model.document import Metadata, Outline, Unit, UnitKind
from build_tools.model.span import Span
from tests.annotate.cases import bare_outline, clean

PROVINCE = Metadata(place="Tây Ninh")


def cited(text: str) -> tuple[Citation, ...]:
    return find_citations(clean(text), Outline(metadata=PROVINCE, units=()))


def surfaces(text: str) -> list[str]:
    return [citation.span.of(text) for citation in cited(text)]


def test_the_abbreviated_councils_in_a_law_name() -> None:
    text = "Căn cứ Luật Tổ chức HĐND và UBND ngày 26/11/2003;"
    (found,) = cited(text)
    assert found.span.of(text) == "Luật Tổ chức HĐND và UBND"
    assert found.name == "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"
    assert str(found.date) == "2003-11-26"


def test_the_law_on_the_acts_of_councils_is_not_the_law_on_all_acts() -> None:
    text = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật của HĐND, UBND ngày 03/12/2004;"
    (found,) = cited(text)
    assert found.name == "Luật Ban hành văn bản quy phạm pháp luật của Hội đồng nhân dân, Ủy ban nhân dân"
    assert found.issuer is None


@pytest.mark.parametrize(
    "name",
    [
        "Pháp lệnh Phí và lệ phí",
        "Pháp lệnh phí và lệ phí",
        "Pháp lệnh Hôn nhân và gia đình giữa công dân Việt Nam với người nước ngoài",
        "Pháp lệnh Thủ tục giải quyết các vụ án hành chính",
    ],
)
def test_older_ordinances(name: str) -> None:
    assert surfaces(f"Căn cứ {name} ngày 28/8/2001;") == [name]


def test_the_secretariat_is_no_letter() -> None:
    text = "Thi hành Điều 2 Quyết định của Ban Bí thư số 91-QĐ/TW, ngày 16-02-2004 bổ sung thẩm quyền."
    (found,) = cited(text)
    assert found.span.of(text) == "Điều 2 Quyết định của Ban Bí thư số 91-QĐ/TW"
    assert found.issuer == "Ban Bí thư"
    assert found.pinpoint is not None
    assert found.pinpoint.article == "2"


def test_the_issuer_between_the_type_and_the_number() -> None:
    (found,) = cited("Thực hiện Quyết định của Bộ Chính trị số 31-QĐ/TW, ngày 01-10-1997 về thể loại văn bản.")
    assert (found.symbol, found.issuer, str(found.date)) == ("31-QĐ/TW", "Bộ Chính trị", "1997-10-01")


def test_a_dispatch_whose_body_has_the_letters_of_a_type() -> None:
    text = "Trả lời công văn số 636/CT-THNVDT ngày 25/4/2014 của Cục thuế tỉnh Đắk Nông hỏi về hóa đơn."
    (found,) = cited(text)
    assert found.span.of(text) == "công văn số 636/CT-THNVDT"
    assert (found.type, found.issuer, found.place) == (None, "Cục thuế tỉnh Đắk Nông", "Đắk Nông")


def test_two_bodies_that_propose() -> None:
    text = (
        "Theo đề nghị của Chánh Văn phòng tại Tờ trình số 1818/TTr-VP ngày 21 tháng 8 năm 2025 và Giám đốc Sở Nội vụ "
        "tại Văn bản số 4836/SNV-TCBC ngày 04 tháng 9 năm 2025;"
    )
    unit = Unit("can-cu", UnitKind.PREAMBLE, None, None, None, 1, None, Span(0, len(text)), 1)
    outline = Outline(metadata=PROVINCE, units=(unit,))
    found = find_citations(clean(text), outline)
    assert [citation.issuer for citation in found] == ["Chánh Văn phòng", "Giám đốc Sở Nội vụ"]
    kinds = [(str(one.kind), one.citation) for one in find_relations(clean(text), outline, found)]
    assert kinds == [("at-proposal-of", 0), ("at-proposal-of", 1)]


def test_an_issuer_written_once_before_a_list() -> None:
    found = cited(
        "Thay thế các Quyết định của Ủy ban nhân dân tỉnh: số 81/2005/QĐ-UBND ngày 02/12/2005; số 15/2006/QĐ-UBND "
        "ngày 3/3/2006 và số 7/2007/QĐ-UBND."
    )
    assert [citation.symbol for citation in found] == ["81/2005/QĐ-UBND", "15/2006/QĐ-UBND", "7/2007/QĐ-UBND"]
    assert {citation.issuer for citation in found} == {"Ủy ban nhân dân tỉnh"}
    assert {citation.place for citation in found} == {"Tây Ninh"}


def test_an_issuer_written_once_behind_a_list() -> None:
    found = cited(
        "Thay thế Quyết định số 44/2010/QĐ-UBND ngày 28/10/2010, Quyết định số 45/2010/QĐ-UBND ngày 29/10/2010 của "
        "UBND tỉnh Long An."
    )
    assert [(citation.issuer, citation.place) for citation in found] == [("UBND tỉnh Long An", "Long An")] * 2


def test_an_issuer_of_other_letters_is_not_shared() -> None:
    found = cited("Theo Quyết định số 44/2010/QĐ-TTg, Quyết định số 45/2010/QĐ-UBND của UBND tỉnh Long An.")
    assert [citation.issuer for citation in found] == [None, "UBND tỉnh Long An"]


def test_an_issuer_behind_another_sentence_part_is_not_shared() -> None:
    found = cited("Bãi bỏ Quyết định số 44/2010/QĐ-UBND; thay thế Quyết định số 45/2010/QĐ-UBND của UBND tỉnh Long An.")
    assert [citation.issuer for citation in found] == [None, "UBND tỉnh Long An"]


def test_circulars_of_several_ministries_in_old_letters() -> None:
    text = "Theo Thông tư liên Bộ số 02/LB-TT ngày 25/01/1994 của Liên Bộ Tài chính - Lao động - Thương binh và Xã hội."
    (found,) = cited(text)
    assert found.span.of(text) == "Thông tư liên Bộ số 02/LB-TT"
    assert found.issuer == "Liên Bộ Tài chính - Lao động - Thương binh và Xã hội"


def test_each_basis_behind_a_semicolon() -> None:
    text = (
        "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của Chính phủ quy định chi tiết một số điều và biện pháp thi "
        "hành Luật Ban hành văn bản quy phạm pháp luật; Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa "
        "đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP; Nghị định số 59/2024/NĐ-CP ngày 25/5/2024 của Chính "
        "phủ;"
    )
    unit = Unit("can-cu", UnitKind.PREAMBLE, None, None, None, 1, None, Span(0, len(text)), 1)
    outline = Outline(metadata=PROVINCE, units=(unit,))
    found = find_citations(clean(text), outline)
    based = [
        found[one.citation].symbol for one in find_relations(clean(text), outline, found) if one.kind == "based-on"
    ]
    assert based == ["34/2016/NĐ-CP", "154/2020/NĐ-CP", "59/2024/NĐ-CP"]


def test_bare_text_has_no_place() -> None:
    assert (
        find_citations(clean("Theo Quyết định số 5/QĐ-UBND của Ủy ban nhân dân tỉnh."), bare_outline())[0].place is None
    )


@pytest.mark.parametrize(
    ("text", "pins"),
    [
        ("Theo Khoản 3 - Điều 12 - Nghị định số 99/2013/NĐ-CP.", [(None, "3", "12")]),
        ("Theo điểm a - khoản 2 – Điều 5 của Luật Xây dựng.", [("a", "2", "5")]),
        ("Theo khoản 3 – Điều 12 Quyết định này.", [(None, "3", "12")]),
        ("Theo Điều 3 - Điều 5 của Luật Xây dựng.", [(None, None, "3"), (None, None, "5")]),
    ],
)
def test_pin_points_joined_by_dashes(text: str, pins: list[tuple[str | None, ...]]) -> None:
    found = [citation.pinpoint for citation in cited(text) if citation.pinpoint]
    assert [(one.point, one.clause, one.article) for one in found] == pins


def test_a_subsection_with_a_dotted_number() -> None:
    text = "Theo tiểu mục 2.1 mục 2 Hướng dẫn số 26-HD/BTCTW."
    (found,) = cited(text)
    assert found.span.of(text) == "tiểu mục 2.1 mục 2 Hướng dẫn số 26-HD/BTCTW"


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        ("Thay thế Quyết định số 1/QĐ-UB của Ủy ban nhân dân tỉnh và Chỉ thị số 2/CT-UB của Chủ tịch UBND tỉnh.",
         ["Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh"]),
        ("Theo Quy định số 80-QĐ/TW ngày 18/8/2022 của Bộ Chính trị và Khoản 2 Điều 4 Luật Xây dựng.",
         ["Bộ Chính trị", None]),
        ("Theo Thông tư số 5/2020/TT-BKHĐT của Bộ Kế hoạch và Đầu tư.", ["Bộ Kế hoạch và Đầu tư"]),
        ("Theo Quyết định số 5/QĐ-BGDĐT của Bộ Giáo dục và Đào tạo và Kế hoạch số 6/KH-UBND.",
         ["Bộ Giáo dục và Đào tạo", None]),
    ],
)  # fmt: skip
def test_what_follows_and_is_no_part_of_the_issuer(text: str, issuers: list[str | None]) -> None:
    assert [citation.issuer for citation in cited(text)] == issuers


def test_the_horn_of_a_provincial_committee() -> None:
    found = cited("Thực hiện Nghị quyết 13-NQ/TƯ của Tỉnh ủy (khóa XIV) và Nghị quyết số 54-NQ/TƯ của Bộ Chính trị.")
    assert [citation.symbol for citation in found] == ["13-NQ/TU", "54-NQ/TW"]
    assert [citation.issuer_id for citation in found] == ["TU", "TW"]
    assert [citation.place for citation in found] == ["Tây Ninh", None]


def test_an_office_writes_what_its_head_directs() -> None:
    (found,) = cited("Căn cứ chỉ đạo của Thủ tướng Chính phủ tại công văn số 2694/VPCP-KGVX ngày 28 tháng 4 năm 2008;")
    assert found.issuer is None


@pytest.mark.parametrize(
    ("name", "law"),
    [
        ("Luật tổ chức HĐND, UBND", "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân"),
        ("Luật Hoạt động giám sát Quốc hội và Hội đồng Nhân dân",
         "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân"),
    ],
)  # fmt: skip
def test_law_names_as_local_texts_shorten_them(name: str, law: str) -> None:
    (found,) = cited(f"Căn cứ {name} ngày 26/11/2003;")
    assert (found.span.of(f"Căn cứ {name} ngày 26/11/2003;"), found.name) == (name, law)


def test_words_that_an_order_exchanges_are_no_references() -> None:
    text = (
        "Thay thế cụm từ “khoản 1 và 2, các điểm a và b khoản 3” thành “các khoản 1, 2, 3 và 4 Điều 2 Nghị định này” "
        "tại khoản 1 Điều 6 Nghị định số 70/2015/NĐ-CP."
    )
    assert surfaces(text) == ["khoản 1 Điều 6 Nghị định số 70/2015/NĐ-CP"]


def test_documents_among_exchanged_words_are_named_all_the_same() -> None:
    text = "Thay cụm từ “Điều 5 Luật Xây dựng” bằng cụm từ “Nghị định số 5/2020/NĐ-CP” tại Nghị định số 7/2019/NĐ-CP."
    assert surfaces(text) == ["Điều 5 Luật Xây dựng", "Nghị định số 5/2020/NĐ-CP", "Nghị định số 7/2019/NĐ-CP"]


def test_units_that_are_amended_and_added_share_their_article() -> None:
    found = cited("Sửa đổi khoản 1, khoản 4 và bổ sung khoản 6 Điều 19 Nghị định số 70/2015/NĐ-CP.")
    pins = [citation.pinpoint for citation in found if citation.pinpoint]
    assert [(one.article, one.clause) for one in pins] == [("19", "1"), ("19", "4"), ("19", "6")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Theo đề nghị của Bộ trưởng Bộ Y tế tại các văn bản: Số 2/TTr-BYT ngày 11/5/2026, số 1/TTr-BYT;",
            ["Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"],
        ),
        (
            "Theo đề nghị của Bộ trưởng Bộ Y tế tại Tờ trình: Số 2/TTr-BYT, số 1/TTr-BYT và các Báo cáo: Số 3/BC-BYT;",
            ["Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Y tế"],
        ),
        (
            "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC ngày 5/6/2020 và Báo cáo số 14/BC-STC;",
            ["Giám đốc Sở Tài chính", "Giám đốc Sở Tài chính"],
        ),
        (
            "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 12/TTr-STC và Báo cáo số 14/BC-STP;",
            ["Giám đốc Sở Tài chính", None],
        ),
    ],
)
def test_a_proposer_is_the_issuer_of_all_the_papers_it_sent(text: str, expected: list[str | None]) -> None:
    assert [citation.issuer for citation in cited(text)] == expected


def test_a_proposal_in_several_papers() -> None:
    text = "Theo đề nghị của Bộ trưởng Bộ Tài chính tại các văn bản: Số 202/TTr-BTC ngày 11/5/2026, số 192/TTr-BTC;"
    units = (Unit("u", UnitKind.PREAMBLE, "", "", None, 1, None, Span(0, len(text)), 1),)
    outline = Outline(metadata=PROVINCE, units=units)
    found = find_relations(clean(text), outline, find_citations(clean(text), outline))
    assert [str(relation.kind) for relation in found] == ["at-proposal-of", "at-proposal-of"]


def test_an_issuer_that_a_line_end_cuts_behind_minister() -> None:
    text = "Thông tư số 27/2016/TT-BTC ngày 01 tháng 9 năm 2016 của Bộ trưởng\nBộ Tài chính hướng dẫn thực hiện lương"
    (found,) = cited(text)
    assert found.issuer == "Bộ trưởng Bộ Tài chính"
