"""Titles and units whose lines were broken in an unlucky place, and lists in an unusual order."""

from __future__ import annotations

from build_tools.normalise import normalise
from build_tools.structure import outline
from tests.normalise.cases import source
from tests.structure.fixture_files import clean_text

ANNEX = ["THÔNG TƯ", "Quy định chi tiết", "Điều 1. Phạm vi điều chỉnh", "Một câu.", "Phụ lục", "CHƯƠNG TRÌNH ĐÀO TẠO"]


def units(*lines: str) -> list[tuple[str, str | None]]:
    """Label and title of all units of the annex."""
    found = outline(clean_text([*ANNEX, *lines])).units
    start = next(place for place, unit in enumerate(found) if unit.label == "Phụ lục")
    return [(unit.label or "", unit.heading) for unit in found[start + 1 :]]


def test_a_short_title_goes_on_below_itself() -> None:
    found = units(
        "7. Sửa đổi, làm rõ", "E-HSMT, khảo sát hiện trường", "7.1. Trường hợp sửa đổi thì đăng tải quyết định."
    )
    assert found == [("7.", "Sửa đổi, làm rõ E-HSMT, khảo sát hiện trường"), ("7.1.", None)]


def test_a_paragraph_below_a_title_is_no_part_of_it() -> None:
    found = units(
        "7. Sửa đổi, làm rõ", "Bên mời thầu làm rõ hồ sơ.", "7.1. Trường hợp sửa đổi thì đăng tải quyết định."
    )
    assert found[0] == ("7.", "Sửa đổi, làm rõ")


def test_a_sentence_broken_before_a_reference_is_no_title() -> None:
    found = units(
        "1. Hành vi bị cấm",
        "1.1. Đưa, nhận, môi giới hối lộ.",
        "1.2. Tiết lộ tài liệu, trừ trường hợp cung cấp thông tin theo điểm b khoản 4",
        "Điều 93 của Luật Đấu thầu, bao gồm:",
        "a) Nội dung hồ sơ;",
        "b) Kết quả đánh giá.",
    )
    assert found[2] == ("1.2.", None)


def test_a_lesson_joined_with_the_sentence_before_it() -> None:
    found = units(
        "Bài 1: Khái quát về giáo dục",
        "1. Khái niệm",
        "2. Thảo luận: Quy trình phát triển chương trình đào tạo nghề. / ",
        "Bài 2: Phân tích nhu cầu",
        "1. Mục đích",
        "2. Phương pháp",
    )
    assert [label for label, _ in found] == ["Bài 1:", "1.", "2.", "Bài 2:", "1.", "2."]


def test_parts_below_the_last_capital_letter_lie_in_it() -> None:
    found = outline(
        clean_text(
            [
                *ANNEX,
                *("A. MỤC TIÊU ĐÀO TẠO", "Trang bị kiến thức.", "B. NỘI DUNG CHI TIẾT"),
                *("PHẦN 1. TỔNG QUAN VỀ ĐÁNH GIÁ", "I. MỤC TIÊU", "Hiểu được cơ sở."),
                *("PHẦN 2. TỔ CHỨC ĐÁNH GIÁ", "I. MỤC TIÊU", "Hiểu được cách làm."),
            ]
        )
    ).units
    labels = {unit.id: unit.label for unit in found}
    assert [labels[unit.parent or ""] for unit in found if (unit.label or "").startswith("PHẦN")] == ["B.", "B."]


def test_a_sentence_that_goes_on_behind_a_colon_is_no_title() -> None:
    found = units(
        "1. Kết quả thực hiện các nội dung giám sát: chi tiết theo các nội dung tại khoản 5 Mục I "
        "nêu trên, trong đó cần làm rõ tình hình thực hiện và kết quả của Chương trình theo các dự án, tiểu dự án",
        "a) Dự án thứ nhất;",
        "b) Dự án thứ hai.",
        "2. Kiến nghị: nêu rõ nơi nhận",
        "a) Với Bộ;",
        "b) Với tỉnh.",
    )
    assert [title for label, title in found if label in ("1.", "2.")] == [None, "Kiến nghị"]


def test_stars_below_a_plus_that_announces_them() -> None:
    found = outline(
        clean_text(
            [
                *ANNEX,
                *("1. Chỉ tiêu theo cột", "- Cột 4: ghi tiền lương được hưởng:", "+ Đối với người lao động:"),
                *("* Người hưởng lương nhà nước thì ghi hệ số;", "* Người khác thì ghi mức lương."),
                *("+ Đối với người hưởng lương hưu: ghi lương hưu.", "- Cột 5: ghi phụ cấp."),
            ]
        )
    ).units
    labels = {unit.id: unit.label for unit in found}
    inside = [(unit.label, labels[unit.parent or ""]) for unit in found if unit.label in ("-", "+", "*")]
    assert inside == [("-", "1."), ("+", "-"), ("*", "+"), ("*", "+"), ("+", "-"), ("-", "1.")]


AMENDING = ["NGHỊ ĐỊNH", "Sửa đổi, bổ sung một số điều của Nghị định số 70/2015/NĐ-CP",
            "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 70/2015/NĐ-CP"]  # fmt: skip


def test_a_quotation_closed_too_early() -> None:
    found = outline(
        clean_text(
            [
                *AMENDING,
                "1. Sửa đổi, bổ sung Điều 1 như sau:",
                "“Điều 1. Phạm vi điều chỉnh",
                "1. Nghị định này quy định chi tiết.”.",
                "2. Quỹ bảo hiểm y tế bảo đảm chi phí.",
                "Các nhiệm vụ khác thực hiện theo quy định của Chính phủ.",
                "3. Việc bảo đảm y tế thực hiện theo quy định của pháp luật.”.",
                "2. Sửa đổi, bổ sung Điều 2 như sau:",
                "“Điều 2. Đối tượng áp dụng",
                "1. Dân quân.”.",
            ]
        )
    ).units
    assert [unit.id for unit in found if not unit.quoted and unit.id.startswith("dieu-1")] == [
        "dieu-1",
        "dieu-1.khoan-1",
        "dieu-1.khoan-2",
    ]
    assert [unit.id for unit in found if unit.quoted and unit.id.startswith("dieu-1.khoan-1.")] == [
        "dieu-1.khoan-1.trich.dieu-1",
        "dieu-1.khoan-1.trich.dieu-1.khoan-1",
        "dieu-1.khoan-1.trich.dieu-1.khoan-2",
        "dieu-1.khoan-1.trich.dieu-1.khoan-3",
    ]


def test_a_stray_closing_mark_takes_no_order_into_the_quotation() -> None:
    found = outline(
        clean_text(
            [
                *AMENDING,
                "1. Sửa đổi, bổ sung khoản 1 Điều 1 như sau:",
                "“1. Nghị định này quy định chi tiết.”.",
                "2. Bãi bỏ khoản 2 Điều 4.",
                "3. Bãi bỏ Điều 5 về “thẻ.”.”",
            ]
        )
    ).units
    assert [unit.id for unit in found if not unit.quoted and unit.id.startswith("dieu-1.")] == [
        "dieu-1.khoan-1",
        "dieu-1.khoan-2",
        "dieu-1.khoan-3",
    ]


def test_an_article_that_charges_a_body_has_no_title_where_a_line_ends() -> None:
    received = """NGHỊ QUYẾT
Về chính sách của một dự án luật

Điều 1. Thông qua các chính sách của dự án Luật Thương mại sửa đổi, bổ sung.
Điều 2. Bộ Công Thương chủ trì, phối hợp với các bộ, cơ quan liên quan
tổng hợp ý kiến, chủ động tổ chức xây dựng dự án Luật theo quy định, trình
Chính phủ trước ngày 10 tháng 7 năm 2026.
Điều 3. Nghị quyết này có hiệu lực thi hành kể từ ngày ký ban hành.
"""
    found = outline(normalise(source(received))).units
    assert [unit.heading for unit in found if unit.label == "Điều 2."] == [None]
