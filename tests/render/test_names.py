"""What documents and passages are called."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from build_tools.i18n import use_language
from build_tools.model.citation import Pinpoint
from build_tools.model.decisions import Edition
from build_tools.model.document import Unit, UnitKind
from build_tools.model.library import DateBounds, Work
from build_tools.model.provisions import Provisions
from build_tools.model.span import Span
from build_tools.render import RenderOptions, names
from build_tools.render.context import Context
from build_tools.render.shown import issuer_name, shown
from build_tools.search.units import unit_path
from tests.render.sample import INTERNAL, LAW, PLAN, sample_library

CTX = Context(sample_library(Edition.INTERNAL), RenderOptions())


@pytest.mark.parametrize(
    ("label", "number", "name"), [("PHẦN 3.", "3", "Phần 3"), ("CHUYÊN ĐỀ 4.", "4", "CHUYÊN ĐỀ 4")]
)
def test_a_part_is_named_by_its_own_word(label: str, number: str, name: str) -> None:
    unit = Unit("p", UnitKind.PART, label, number, "Hòa giải", 1, None, Span(0, 5), 1)
    assert names.unit_name({"p": unit}, "p") == name
    assert unit_path([unit]) == name
    assert bool(Provisions((unit,)).matches(Pinpoint(part=number))) is name.startswith("Phần")


def work(id_: str, **changes: object) -> Work:
    return msgspec.structs.replace(CTX.work(id_), **changes)


@pytest.mark.parametrize(
    ("id_", "unit", "name"),
    [
        (PLAN, "ii.1", "mục II.1"),
        (PLAN, "i.2.gach-1", "mục I.2"),
        (PLAN, "mo-dau", "phần đầu văn bản"),
        (PLAN, "chu-thich-1", "chú thích 1"),
        (INTERNAL, "dieu-1.khoan-1.diem-dd", "điểm đ khoản 1 Điều 1"),
        (INTERNAL, "dieu-2", "Điều 2"),
        (PLAN, None, ""),
        (PLAN, "khong-co", ""),
    ],
)
def test_a_unit_is_named_as_people_cite_it(id_: str, unit: str | None, name: str) -> None:
    assert names.unit_name(CTX.units(id_), unit) == name


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "Kế hoạch số 12/KH-UBND"),
        ({"symbol": None, "title": "Thực hiện Quy chế"}, "Kế hoạch thực hiện Quy chế"),
        ({"symbol": None, "title": "Kế hoạch thực hiện Quy chế"}, "Kế hoạch thực hiện Quy chế"),
        ({"symbol": None, "title": None}, "Kế hoạch (không rõ số)"),
        ({"type_name": None}, "12/KH-UBND"),
    ],
)
def test_a_document_is_called_by_what_is_known(changes: dict[str, object], name: str) -> None:
    assert names.work_name(work(PLAN, **changes)) == name


def test_a_long_title_without_a_number_is_not_the_heading() -> None:
    long = work(PLAN, symbol=None, title="thực hiện " * 20)
    assert names.work_heading(long) == "Kế hoạch (không rõ số)"
    assert len(names.work_label(long)) <= 90
    assert names.work_heading(work(LAW)) == "Luật Mẫu"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "ngày 2 tháng 3 năm 2026"),
        ({"date": None}, "năm 2026"),
        ({"date": None, "year": None}, None),
        ({"date": None, "bounds": DateBounds(after=dt.date(2026, 1, 5))}, "không sớm hơn ngày 5 tháng 1 năm 2026"),
        ({"date": None, "bounds": DateBounds(before=dt.date(2026, 1, 5))}, "không muộn hơn ngày 5 tháng 1 năm 2026"),
    ],
)
def test_the_date_says_no_more_than_is_known(changes: dict[str, object], said: str | None) -> None:
    found = names.issued(work(PLAN, **changes))
    assert (found or "").endswith(said or "")
    assert (found is None) == (said is None)


@pytest.mark.parametrize(
    ("id_", "changes", "cited"),
    [
        (
            PLAN,
            {"title": "Thực hiện Quy chế"},
            "Kế hoạch số 12/KH-UBND ngày 2 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Quảng Trị thực hiện Quy chế.",
        ),
        (
            PLAN,
            {"title": "Thực hiện Quy chế", "symbol": None, "date": None},
            "Kế hoạch của Ủy ban nhân dân tỉnh Quảng Trị thực hiện Quy chế.",
        ),
        (PLAN, {"title": None, "date": None, "issuer": None}, "Kế hoạch số 12/KH-UBND."),
        (LAW, {}, "Luật Mẫu."),
    ],
)
def test_a_document_is_cited_by_name_date_issuer_and_subject(id_: str, changes: dict[str, object], cited: str) -> None:
    assert names.full_citation(work(id_, **changes)) == cited


def test_a_pinpoint_in_words() -> None:
    assert names.pinpoint_name(Pinpoint(article="4", clause="2", point="đ")) == "điểm đ khoản 2 Điều 4"
    with use_language("en"):
        assert names.pinpoint_name(Pinpoint(article="4", clause="2")) == "clause 2 Article 4"


def test_a_symbol_stays_on_one_line_and_nothing_else_changes() -> None:
    assert names.unbroken("Quy định 132-QĐ/TW, ngày 27/10/2023 <b>") == (
        'Quy định <span class="pb-symbol">132-QĐ/TW</span>, ngày 27/10/2023 &lt;b&gt;'
    )


@pytest.mark.parametrize(
    ("written", "place", "said"),
    [
        ("TỈNH ỦY BÌNH DƯƠNG", "Bình Dương", "Tỉnh ủy Bình Dương"),
        ("Ủy ban nhân dân thành phố", "Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("Sở Tư pháp", "Hải Phòng", "Sở Tư pháp, Hải Phòng"),
        ("BỘ TƯ PHÁP", None, "Bộ Tư pháp"),
        ("CƠ QUAN CHƯA BIẾT", None, "CƠ QUAN CHƯA BIẾT"),
        ("Bộ  Chính trị", None, "Bộ Chính trị"),
    ],
)
def test_an_issuer_is_named_in_ordinary_letters_with_its_place(written: str, place: str | None, said: str) -> None:
    assert issuer_name(written, place, {"bộ tư pháp": "Bộ Tư pháp"}) == said


def test_a_text_without_number_and_title_is_called_by_its_first_words() -> None:
    library = sample_library(Edition.INTERNAL)
    bare = msgspec.structs.replace(library.works[INTERNAL], title=None, symbol=None)
    found = shown(msgspec.structs.replace(library, works={**library.works, INTERNAL: bare}))
    assert found.works[INTERNAL].title == "“QUYẾT ĐỊNH”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kế hoạch 12/KH-UBND", "Kế hoạch 12/KH-UBND"),
        ("Tin “Ngày 26/4/2024, Ban cán sự đảng đã ban hành”", "Tin “Ngày 26/4/2024, Ban cán sự …”"),
        ("Báo cáo kết quả kiểm tra (kèm theo danh sách các đơn vị)", "Báo cáo kết quả kiểm tra …"),
    ],
)
def test_a_name_that_is_cut_leaves_nothing_open(text: str, said: str) -> None:
    assert names.shortened(text, 33) == said
