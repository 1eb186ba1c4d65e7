"""Titles and lines that ask who, until when, or only open the tasks below them."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document, duty_line, plan


def found(text: str) -> list[str]:
    """The duties of a text: bearers, deadline and the first words of each."""
    read = document(text)
    rows = [duty_line(duty, read).split("|") for duty in read.duties]
    return [" | ".join(part.strip() for part in row[3:]).strip() for row in rows]


def test_names_below_a_title_that_asks_who_bear_the_tasks_above_it() -> None:
    bearers = "ban_chi_dao:lead so_noi_vu:lead cong_an_tinh:lead co_quan_don_vi_dia_phuong:coordinate mttq:coordinate"
    lines = found(
        plan(
            "1. Nội dung, biện pháp",
            "a) Rà soát hồ sơ người có công.",
            "b) Tổ chức thu thập thông tin.",
            "2. Cơ quan chủ trì, phối hợp",
            "a) Cơ quan chủ trì",
            "- Ban Chỉ đạo tỉnh.",
            "- Sở Nội vụ; Công an tỉnh.",
            "(Văn phòng Ban Chỉ đạo là cơ quan giúp việc).",
            "b) Cơ quan phối hợp",
            "- Các cơ quan, đơn vị, địa phương.",
            "- Mặt trận Tổ quốc Việt Nam.",
            "3. Thời gian thực hiện: Từ năm 2026 đến năm 2030.",
        )
    )
    assert [line.split(" | ")[0] for line in lines] == [bearers] * 2
    assert [line.split(" | ")[2] for line in lines] == ["Rà soát hồ sơ người có c", "Tổ chức thu thập thông t"]


def test_lines_below_a_title_that_say_what_is_to_be_done_charge_for_themselves() -> None:
    assert found(plan("1. Cơ quan thực hiện", "- Sở Nội vụ rà soát hồ sơ.", "- Công an tỉnh bảo đảm an ninh.")) == [
        "so_noi_vu:perform |  | Sở Nội vụ rà soát hồ sơ.",
        "cong_an_tinh:perform |  | Công an tỉnh bảo đảm an",
    ]


def test_numbered_label_lines_of_an_article_complete_the_task_before_them() -> None:
    text = """NGHỊ QUYẾT
Về một chương trình
Điều 2. Nhiệm vụ bổ sung như sau:
1. Tên nhiệm vụ: Xây dựng Đề án phát triển mạng lưới chuyên gia.
2. Cơ quan chủ trì: Bộ Tư pháp.
3. Cơ quan phối hợp: Các bộ, ngành.
4. Kết quả: Quyết định phê duyệt Đề án.
5. Thời gian hoàn thành: Quý IV/2026.
Điều 3. Nghị quyết này có hiệu lực kể từ ngày ký.
"""
    assert found(text) == ["bo_tu_phap:lead bo_nganh_tw:coordinate | 2026-12-31 | Tên nhiệm vụ: Xây dựng Đ"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("d) Đẩy mạnh ứng dụng công nghệ thông tin:", "- Rà soát thủ tục.", "- Xây dựng cơ sở dữ liệu."),
            ["Rà soát thủ tục.", "Xây dựng cơ sở dữ liệu."],
        ),
        (
            ("d) Cung cấp thông tin gồm:", "- Báo cáo tổng kết;", "- Danh sách đơn vị."),
            ["Cung cấp thông tin gồm:"],
        ),
        (
            ("d) Bố trí vốn cho các dự án trọng điểm:", "- Dự án di dân.", "- Dự án kè sông."),
            ["Bố trí vốn cho các dự án"],
        ),
        (
            ("d) Hoàn thành việc hỗ trợ, trước ngày 01/7/2026:", "- Rà soát hồ sơ.", "- Cấp kinh phí."),
            ["Hoàn thành việc hỗ trợ,", "Rà soát hồ sơ.", "Cấp kinh phí."],
        ),
    ],
)
def test_a_line_that_only_opens_its_parts_is_no_task_beside_them(lines: tuple[str, ...], expected: list[str]) -> None:
    assert [line.rsplit("|", 1)[-1].strip() for line in found(plan("1. Giải pháp", *lines))] == expected


def test_a_year_at_the_beginning_of_a_line_is_the_limit_of_its_task() -> None:
    assert found(
        plan("1. Giải pháp", "- Năm 2027: Trình ban hành Nghị quyết.", "- Năm 2028, hoàn thành việc xóa nhà.")
    ) == [
        "| 2027-12-31 | Năm 2027: Trình ban hành",
        "| 2028-12-31 | Năm 2028, hoàn thành việ",
    ]


def test_an_issuer_that_kindly_asks_is_not_asked() -> None:
    asked = found(plan("1. Chính phủ trân trọng đề nghị Mặt trận Tổ quốc Việt Nam phối hợp trong quá trình thực hiện."))
    assert [line.split("|")[0].strip() for line in asked] == ["mttq:coordinate?"]


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành rà soát, báo cáo.", "so_ban_nganh:perform"),
        ("Chủ tịch UBND tỉnh yêu cầu các kho lương rà soát, báo cáo.", ""),
        ("UBND tỉnh yêu cầu nghiêm túc chấp hành quy chế.", ""),
        ("Đối với các sở, ngành, Chủ tịch UBND tỉnh yêu cầu nghiêm túc chấp hành quy chế.", "so_ban_nganh:perform"),
        ("Đối với dự án chậm tiến độ, Chủ tịch UBND tỉnh yêu cầu rà soát, báo cáo.", ""),
        ("Sở Nội vụ đề nghị khen thưởng các tập thể.", "so_noi_vu:perform"),
    ],
)
def test_who_asks_is_not_charged_with_what_he_asks(line: str, bearers: str) -> None:
    assert [row.split("|")[0].strip() for row in found(plan(f"1. {line}", "2. Khác"))] == [bearers]


def test_a_period_long_over_when_the_document_was_signed_is_no_limit() -> None:
    text = """ỦY BAN NHÂN DÂN TỈNH HÀ NAM
Số: 5/KH-UBND
Hà Nam, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Chăm sóc người có công
I. NHIỆM VỤ
1. Ban hành chính sách đối với người tham gia kháng chiến trong giai đoạn 1974 - 1975.
2. Hoàn thành trước ngày 01/3/2026 việc rà soát hồ sơ.
"""
    assert [line.split("|")[1].strip() for line in found(text)] == ["", "2026-03-01"]
