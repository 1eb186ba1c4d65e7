"""Duties in procedures and amending acts: long time phrases, quoted provisions, names that only the text tells."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document
from tests.annotate.test_duties_in_acts import act, charges


def test_a_name_that_the_text_repeats_may_hold_a_comma_and_a_verb() -> None:
    found = charges(
        "1. Trung tâm Đào tạo qua mạng tỉnh lập kế hoạch thu.",
        "2. Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Cục Quản lý, hỗ trợ doanh nghiệp có văn bản "
        "lấy ý kiến.",
        "3. Hồ sơ của Trung tâm Đào tạo qua mạng tỉnh, Cục Quản lý, hỗ trợ doanh nghiệp được lưu trữ.",
    )
    assert found == [
        ("duty", ("Trung tâm Đào tạo qua mạng tỉnh",)),
        ("duty", ("Cục Quản lý, hỗ trợ doanh nghiệp",)),
    ]


def test_a_provision_within_quotation_marks_is_read_without_its_label() -> None:
    found = document(
        act(
            "1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:",
            "“2. Trong thời hạn 07 ngày làm việc, Bộ Tài chính có văn bản trả lời.”.",
        )
    )
    [duty] = found.duties
    assert duty.span.of(found.text).startswith("Trong thời hạn 07 ngày")


@pytest.mark.parametrize(
    ("lines", "bearers"),
    [
        (
            ("1. Các tổ chức giám định lập danh sách giám định viên.",),
            ("tổ chức giám định",),
        ),
        (
            ("1. Chi phí của tổ chức hoạt động bản đồ.", "2. Tổ chức hoạt động bản đồ có trách nhiệm lưu mẫu."),
            ("Tổ chức hoạt động bản đồ",),
        ),
        (
            ("1. Trường hợp đổi tên đơn vị sự nghiệp nhưng không đổi nơi, tổ chức tín dụng có văn bản thông báo.",),
            ("tổ chức tín dụng",),
        ),
        (("1. Quá thời hạn này, chủ hàng phải nộp lại hồ sơ.",), ("chủ hàng",)),
    ],
)
def test_who_is_the_subject_of_a_procedure(lines: tuple[str, ...], bearers: tuple[str, ...]) -> None:
    assert charges(*lines) == [("duty", bearers)]


def test_what_somebody_is_charges_nobody() -> None:
    assert charges("1. Giám định viên tư pháp là công chức được Bộ trưởng Bộ Y tế ra quyết định công nhận.") == []
