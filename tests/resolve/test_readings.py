"""Consolidated readings and force, on three made-up circulars and on pairs made for one question each."""

from __future__ import annotations

import datetime as dt

import pytest

from build_tools.model.change import ChangeKind, Doubt
from build_tools.model.decisions import Edition
from build_tools.model.force import Step
from build_tools.model.library import Library
from build_tools.resolve import resolve
from tests.resolve.reading_texts import ACT, FIRST, FOLDER, SECOND, entry_of, reading_library


@pytest.fixture(scope="module")
def library() -> Library:
    return reading_library()


def steps(library: Library, unit: str) -> list[Step]:
    return [step for step in library.readings[ACT].steps if unit in step.units]


def test_a_clause_gets_its_new_wording(library: Library) -> None:
    (step,) = steps(library, "dieu-4.khoan-1")
    assert (step.work, step.kind, step.date) == (FIRST, ChangeKind.AMEND, dt.date(2030, 5, 20))
    assert step.old == "1. Thời hạn trả lời là 15 ngày."
    assert step.new == "1. Thời hạn trả lời là 10 ngày làm việc."
    assert not step.changed_before


def test_a_later_act_meets_the_text_that_the_earlier_one_made(library: Library) -> None:
    (step,) = steps(library, "dieu-4")
    assert step.work == SECOND
    assert step.changed_before
    assert step.old == (
        "Điều 4. Thời hạn\n1. Thời hạn trả lời là 10 ngày làm việc.\n2. Trường hợp phức tạp, thời hạn là 30 ngày."
    )
    assert step.new is not None
    assert step.new.startswith("Điều 4. Thời hạn trả lời\n1. Thời hạn trả lời là 07")


def test_an_added_point_goes_behind_the_one_that_is_named(library: Library) -> None:
    (step,) = steps(library, "dieu-3.khoan-2.diem-c")
    assert (step.adds, step.old, step.new) == (True, None, "d) Số điện thoại liên hệ.")


def test_an_added_article_can_be_changed_again(library: Library) -> None:
    first, second = steps(library, "dieu-5")[0], steps(library, "dieu-5")[-1]
    assert first.adds
    assert first.new is not None
    assert first.new.startswith("Điều 5a. Tiếp nhận trực tuyến")
    assert second.work == SECOND
    assert second.old == "2. Mã số hồ sơ được gửi cho người gửi trong ngày."
    assert second.new == "2. Mã số hồ sơ được gửi ngay cho người gửi."


def test_words_are_exchanged_where_the_order_says_and_nowhere_else(library: Library) -> None:
    words = [step for step in library.readings[ACT].steps if step.kind is ChangeKind.REPLACE_WORDS]
    assert [step.units for step in words] == [("dieu-3.khoan-1",), ("dieu-3.khoan-3",), ("dieu-5",)]
    assert words[0].new == "1. Ủy ban nhân dân cấp xã tiếp nhận đơn thư trong giờ hành chính."


def test_a_clause_whose_words_were_changed_is_changed_as_a_whole(library: Library) -> None:
    step = steps(library, "dieu-3.khoan-3")[-1]
    assert step.old == "3. Ủy ban nhân dân cấp xã chuyển đơn thư đến bộ phận xử lý trong ngày."
    assert step.changed_before


def test_a_heading_is_changed_alone(library: Library) -> None:
    (step,) = steps(library, "dieu-2")
    assert (step.old, step.new) == ("Nguyên tắc", "Nguyên tắc tiếp nhận và trả lời")


def test_a_repealed_article_has_no_new_wording(library: Library) -> None:
    (step,) = steps(library, "dieu-6")
    assert step.kind is ChangeKind.REPEAL
    assert step.new is None
    assert step.old is not None
    assert step.old.startswith("Điều 6.")


def test_an_annex_is_replaced_by_the_amending_acts_own(library: Library) -> None:
    (step,) = steps(library, "phu-luc")
    assert step.new is not None
    assert step.new.endswith("Sổ có sáu cột.")


def test_what_cannot_be_placed_is_listed_with_its_reason(library: Library) -> None:
    listed = library.readings[ACT].listed
    assert [(step.work, step.doubt) for step in listed] == [
        (FIRST, Doubt.UNIT_NOT_FOUND),
        (FIRST, Doubt.PART),
        (FIRST, Doubt.WORDS_NOT_FOUND),
    ]


def test_the_changes_of_the_amending_act_lead_to_the_units(library: Library) -> None:
    first = library.entries[FIRST].document.changes[0]
    assert (first.target, first.target_unit, first.doubt) == (ACT, "dieu-4.khoan-1", None)
    lost = next(c for c in library.entries[FIRST].document.changes if c.doubt is Doubt.UNIT_NOT_FOUND)
    assert (lost.target, lost.target_unit) == (ACT, None)


def test_every_step_quotes_its_order(library: Library) -> None:
    for step in (*library.readings[ACT].steps, *library.readings[ACT].listed):
        order = step.order.span.of(library.entries[step.work].document.text)
        assert order.split()[0] in {"Sửa", "Bổ", "Thay", "Bãi"}
        assert step.order.anchor


def test_force_in_both_directions(library: Library) -> None:
    force = library.forces[ACT]
    assert force.begins == dt.date(2029, 3, 1)
    assert {act.work: act.date for act in force.amended_by} == {
        FIRST: dt.date(2030, 5, 20),
        SECOND: dt.date(2031, 3, 1),
    }
    assert [(act.work, act.part) for act in force.repealed_by] == [(FIRST, True), (SECOND, True)]
    assert force.ended_by == ()
    assert library.forces[FIRST].begins == dt.date(2030, 5, 20)


def test_without_the_act_there_is_no_reading_but_the_changes_stay() -> None:
    library = reading_library(FIRST)
    assert library.readings == {}
    change = library.entries[FIRST].document.changes[0]
    assert change.target is not None
    assert change.target_unit is None
    assert change.doubt is None
    assert [act.work for act in library.forces[change.target].amended_by] == [FIRST]


_HEAD = "BỘ TƯ PHÁP\nSố: {number}/TT-BTP\nHà Nội, ngày 05 tháng 01 năm {year}\nTHÔNG TƯ\n{title}\n"


def pair(body: str, orders: str) -> Library:
    """An act and one that changes it."""
    act = _HEAD.format(number="01/2030", year=2030, title="Quy định về mẫu hồ sơ") + body
    title = "Sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTP ngày 05 tháng 01 năm 2030"
    amending = _HEAD.format(number="02/2031", year=2031, title=title)
    amending += f"Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 01/2030/TT-BTP\n{orders}\n"
    return resolve({"a/goc": entry_of("a/goc", act), "a/sua": entry_of("a/sua", amending)}, Edition.PUBLIC)


def test_a_provision_that_exists_is_not_added_again() -> None:
    library = pair("Điều 1. Một\n1. Có.\n2. Hai.\n", "1. Bổ sung khoản 2 vào sau khoản 1 Điều 1 như sau:\n“2. Mới.”")
    assert [step.doubt for step in library.readings["a/goc"].listed] == [Doubt.UNIT_EXISTS]


def test_a_run_of_clauses_is_repealed_one_by_one() -> None:
    body = "Điều 1. Một\n1. Có.\n2. Hai.\n3. Ba.\n4. Bốn.\n"
    library = pair(body, "1. Bãi bỏ từ khoản 2 đến khoản 3 Điều 1.")
    (step,) = library.readings["a/goc"].steps
    assert step.units == ("dieu-1.khoan-2", "dieu-1.khoan-3")
    assert step.old == "2. Hai.\n3. Ba."


def test_words_are_not_found_inside_other_words() -> None:
    library = pair("Điều 1. Một\nSở và sở trưởng.\n", "1. Thay thế cụm từ “sở tr” bằng cụm từ “cục tr” tại Điều 1.")
    assert [step.doubt for step in library.readings["a/goc"].listed] == [Doubt.WORDS_NOT_FOUND]


def test_words_are_found_whichever_way_their_tone_mark_is_set() -> None:
    orders = "1. Thay thế cụm từ “Ủy ban hòa giải” bằng cụm từ “Tổ hòa giải” tại Điều 1."
    (step,) = pair("Điều 1. Một\nUỷ ban hoà giải họp.\n", orders).readings["a/goc"].steps
    assert step.new is not None
    assert step.new.endswith("Tổ hòa giải họp.")


def test_words_are_put_in_behind_others() -> None:
    library = pair(
        "Điều 1. Một\nỦy ban nhân dân xã, phường.\n",
        "1. Bổ sung cụm từ “, đặc khu” vào sau cụm từ “xã, phường” tại Điều 1.",
    )
    (step,) = library.readings["a/goc"].steps
    assert step.new is not None
    assert step.new.endswith("xã, phường, đặc khu.")


def test_an_act_in_force_in_parts_gives_no_sure_day() -> None:
    orders = (
        "1. Bãi bỏ Điều 1.\nĐiều 2. Hiệu lực\n1. Thông tư này có hiệu lực từ ngày 01 tháng 3 năm 2031, trừ khoản 2."
    )
    library = pair("Điều 1. Một\nNội dung.\n", orders)
    (step,) = library.readings["a/goc"].steps
    assert step.date is None
    assert library.forces["a/sua"].begins == dt.date(2031, 3, 1)


REMOVED = """THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 26/2028/TT-BTP
Số: 3/2032/TT-BTP
Hà Nội, ngày 5 tháng 4 năm 2032
Điều 1. Sửa đổi Thông tư số 26/2028/TT-BTP
1. Bỏ cụm từ “trong giờ hành chính” tại khoản 1 Điều 3.
Điều 2. Hiệu lực thi hành
1. Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2032.
2. Các điều, khoản sau đây có hiệu lực từ ngày 01 tháng 01 năm 2033:
a) Khoản 1 Điều 1 Thông tư này.
"""


def test_removed_words_leave_no_gap_and_parts_have_no_sure_day() -> None:
    act = (FOLDER / "thong-tu-goc.txt").read_text(encoding="utf-8")
    entries = {ACT: entry_of(ACT, act), "trung-uong/3-tt-btp-2032": entry_of("trung-uong/3-tt-btp-2032", REMOVED)}
    (step,) = resolve(entries, Edition.PUBLIC).readings[ACT].steps
    assert step.old is not None
    assert step.new is not None
    assert " trong giờ hành chính" in step.old
    assert step.new == step.old.replace(" trong giờ hành chính", "")
    assert step.date is None
