"""Forms of plans and guidance: steps, labels of two parts, and lines that lead in and are no titles."""

from __future__ import annotations

from build_tools.structure import outline
from tests.structure.fixture_files import clean_text

PLAN = ["ỦY BAN NHÂN DÂN", "XÃ SUỐI HAI", "Số: 12/KH-UBND", "KẾ HOẠCH", "Rà soát hộ gia đình văn hóa"]


def units(*lines: str) -> list[str]:
    """Each unit with a label: `parent > label title`, the title in brackets where it is text."""
    found = outline(clean_text(list(lines))).units
    label = {unit.id: unit.label or "" for unit in found}
    return [
        f"{label.get(unit.parent or '', '')} > {unit.label} {unit.heading or ''}".rstrip()
        for unit in found
        if unit.label
    ]


def test_steps_hold_the_lists_that_begin_below_them() -> None:
    assert units(
        *PLAN,
        "I. MỤC ĐÍCH",
        "II. CÁC BƯỚC",
        "Bước 1: Lập danh sách (từ ngày 01/3 đến ngày 10/3)",
        "a) Thời gian: Mười ngày.",
        "b) Địa điểm: Nhà văn hóa thôn.",
        "Bước 2. Họp thôn",
        "- Trưởng thôn chủ trì cuộc họp.",
        "Bước 3: Công nhận",
        "Chủ tịch Ủy ban nhân dân xã quyết định công nhận.",
        "III. KINH PHÍ",
        "1. Nguồn kinh phí từ ngân sách xã.",
    ) == [
        " > I. MỤC ĐÍCH",
        " > II. CÁC BƯỚC",
        "II. > Bước 1: Lập danh sách (từ ngày 01/3 đến ngày 10/3)",
        "Bước 1: > a) Thời gian",
        "Bước 1: > b) Địa điểm",
        "II. > Bước 2. Họp thôn",
        "Bước 2. > -",
        "II. > Bước 3: Công nhận",
        " > III. KINH PHÍ",
        "III. > 1.",
    ]


def test_steps_have_ids_of_their_own() -> None:
    lines = [*PLAN, "1. Quy trình", "Bước 1: Họp", "2. Tiến độ", "Giai đoạn 1: Thử nghiệm"]
    found = outline(clean_text(lines)).units
    assert [unit.id for unit in found if unit.kind == "part"] == ["1.buoc-1", "2.giai-doan-1"]


def test_in_an_act_of_articles_steps_are_text() -> None:
    assert units(
        "THÔNG TƯ",
        "Hướng dẫn cách tính",
        "Điều 1. Cách tính",
        "1. Sản lượng được tính như sau:",
        "Bước 1: Xác định công suất:",
        "- Theo biểu đồ phụ tải;",
        "Bước 2: Xác định thời gian.",
    ) == [" > Điều 1. Cách tính", "Điều 1. > 1.", "1. > -"]


def test_numbers_below_capital_letters() -> None:
    assert units(
        *PLAN,
        "A. TUYÊN TRUYỀN",
        "A.1. Hình thức",
        "a) Loa truyền thanh.",
        "A.2. Nội dung",
        "B. HẠ TẦNG",
        "B.1. Máy tính",
        "B.1.1. Bố trí tại nhà văn hóa.",
    ) == [
        " > A. TUYÊN TRUYỀN",
        "A. > A.1. Hình thức",
        "A.1. > a)",
        "A. > A.2. Nội dung",
        " > B. HẠ TẦNG",
        "B. > B.1. Máy tính",
        "B.1. > B.1.1.",
    ]


def test_a_sentence_about_a_body_that_goes_on_below_is_no_title() -> None:
    assert units(
        *PLAN,
        "1. Phòng Văn hóa - Xã hội chủ trì, phối hợp với các ban, ngành:",
        "a) Tham mưu kế hoạch.",
        "2. Đảng ủy xã lãnh đạo, chỉ đạo:",
        "- Các chi bộ quán triệt.",
        "3. Các sở, ban, ngành căn cứ chức năng, nhiệm vụ được giao:",
        "- Tổ chức thực hiện.",
        "4. Các cơ quan chủ trì nhiệm vụ:",
        "- Văn phòng.",
        "5. Công tác lãnh đạo, chỉ đạo:",
        "- Ban hành văn bản.",
        "6. Công an xã:",
        "- Bảo đảm an ninh.",
    ) == [
        " > 1.",
        "1. > a)",
        " > 2.",
        "2. > -",
        " > 3.",
        "3. > -",
        " > 4. Các cơ quan chủ trì nhiệm vụ",
        "4. > -",
        " > 5. Công tác lãnh đạo, chỉ đạo",
        "5. > -",
        " > 6. Công an xã",
        "6. > -",
    ]


def test_slogans_are_sentences() -> None:
    annex = ["PHỤ LỤC", "KHẨU HIỆU TUYÊN TRUYỀN", "(Kèm theo Kế hoạch số 12/KH-UBND)"]
    slogans = ["1. Đoàn kết xây dựng nông thôn mới!", "2. Toàn dân học tập suốt đời!"]
    found = units(*PLAN, "1. Treo khẩu hiệu.", *annex, *slogans)
    assert found == [" > 1.", " > PHỤ LỤC KHẨU HIỆU TUYÊN TRUYỀN", "PHỤ LỤC > 1.", "PHỤ LỤC > 2."]


def test_a_note_with_a_dash_behind_its_number_is_a_note() -> None:
    found = outline(
        clean_text(
            [
                *PLAN,
                "1. Đối tượng1 và cách làm.",
                "1 Đối tượng theo Kế hoạch của tỉnh.",
                "2. Niên độ2 kế toán.",
                "2 - Trường hợp niên độ theo năm dương lịch thì ghi từ ngày 01/01.",
                "3. Kinh phí.",
            ]
        )
    ).units
    assert [unit.label for unit in found if unit.kind == "footnote"] == ["1", "2 -"]
    assert [unit.label for unit in found if unit.kind == "paragraph"] == ["1.", "2.", "3."]


def test_the_last_row_of_a_table_has_its_number_on_the_line_of_its_words() -> None:
    table = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "1", "Ban hành kế hoạch", "Văn phòng", "2", "Kiểm tra", "Văn phòng"]
    found = units(
        *PLAN,
        "I. NHIỆM VỤ",
        *table,
        "3. Tuyên truyền cải cách hành chính trên hệ thống truyền thanh",
        "Trung tâm dịch vụ",
        "II. KINH PHÍ",
    )
    assert found == [" > I. NHIỆM VỤ", " > II. KINH PHÍ"]
    listed = units(
        *PLAN, "1. Mục đích", "2. Nhiệm vụ", *table, "3. Kinh phí thực hiện", "Ngân sách xã bảo đảm kinh phí thực hiện."
    )
    assert listed == [" > 1. Mục đích", " > 2. Nhiệm vụ", " > 3. Kinh phí thực hiện"]


def test_addressees_of_a_dispatch_are_no_units() -> None:
    head = ["SỞ TƯ PHÁP", "Số: 12/STP-XDKT", "Thái Nguyên, ngày 05 tháng 8 năm 2025", "V/v rà soát văn bản"]
    found = units(*head, "Kính gửi:", "- Các sở, ban, ngành;", "- UBND các xã.", "Sở Tư pháp đề nghị:", "1. Rà soát.")
    assert found == [" > 1."]


def test_the_title_of_what_bodies_issue_together() -> None:
    for joint in ("KẾ HOẠCH LIÊN TỊCH", "HƯỚNG DẪN LIÊN NGÀNH"):
        metadata = outline(clean_text(["SỞ Y TẾ - SỞ TƯ PHÁP", joint, "Phối hợp giám định", "I. MỤC ĐÍCH"])).metadata
        assert metadata.title == "Phối hợp giám định"


def test_a_sentence_that_goes_on_below_with_entries_is_no_title() -> None:
    found = units(
        *PLAN,
        "1. Phương pháp kế toán",
        "1.1. Căn cứ hồ sơ về số phải trích lập quỹ, kết chuyển ghi tăng quỹ, ghi: Nợ TK 421- Thặng dư lũy kế",
        "Có TK 432- Dự phòng rủi ro.",
        "1.2. Căn cứ hồ sơ về số được sử dụng, kết chuyển ghi giảm quỹ, ghi",
        "Nợ TK 432- Dự phòng rủi ro.",
    )
    assert found == [" > 1. Phương pháp kế toán", "1. > 1.1.", "1. > 1.2."]


def test_a_step_as_the_title_of_an_item() -> None:
    found = units(
        "THÔNG TƯ",
        "Hướng dẫn kế toán",
        "Điều 5. Sổ kế toán",
        "1. Khóa sổ",
        "a) Trình tự khóa sổ",
        "a1) Bước 1: Kiểm tra, đối chiếu số liệu",
        "- Đối chiếu với ngân hàng.",
    )
    assert found[-2:] == ["a) > a1) Bước 1: Kiểm tra, đối chiếu số liệu", "a1) > -"]


def test_numbers_of_two_parts_in_parentheses() -> None:
    found = units(
        *PLAN,
        "1. Hạch toán",
        "(1) Nhận kinh phí.",
        "(2) Lãi tiền gửi:",
        "(2.1) Phản ánh khoản phải thu.",
        "- Khi thu được lãi.",
        "(2.2) Khi chi.",
        "(3) Thu thanh lý.",
    )
    assert found == [
        " > 1. Hạch toán",
        "1. > (1)",
        "1. > (2) Lãi tiền gửi",
        "(2) > (2.1)",
        "(2.1) > -",
        "(2) > (2.2)",
        "1. > (3)",
    ]


def test_rows_with_their_words_behind_the_number() -> None:
    found = units(
        *PLAN,
        "I. NHIỆM VỤ",
        "STT",
        "Nội dung công việc",
        "Đơn vị chủ trì",
        "1. Tổ chức quán triệt Luật cho cán bộ, công chức, viên chức và người lao động trên địa bàn",
        "Phòng Tư pháp",
        "Quý I",
        "2. Rà soát văn bản",
        "Phòng Tư pháp",
        "Quý II",
        "II. TỔ CHỨC THỰC HIỆN",
        "1. Phòng Tư pháp",
        "Theo dõi, đôn đốc việc thực hiện Kế hoạch.",
    )
    assert found == [" > I. NHIỆM VỤ", " > II. TỔ CHỨC THỰC HIỆN", "II. > 1. Phòng Tư pháp"]


def test_other_sentences_that_go_on_below() -> None:
    found = units(
        *PLAN,
        "1. Các sở, ban, ngành trong phạm vi chức năng, nhiệm vụ của mình:",
        "a) Xây dựng kế hoạch.",
        "2. Về kết quả, Hội nghị khẳng định:",
        "Đã hoàn thành các chỉ tiêu.",
        "3. Công an xã có trách nhiệm tổ chức:",
        "a) Tuần tra.",
    )
    assert found == [" > 1.", "1. > a)", " > 2.", " > 3.", "3. > a)"]


def test_labels_behind_the_dash_of_a_converter() -> None:
    lines = [
        *PLAN,
        "I. MỤC ĐÍCH",
        "- a) Nâng cao nhận thức.",
        "b) Phát huy vai trò.",
        "- Bảo đảm thiết thực.",
        "II. NHIỆM VỤ",
    ]
    found = outline(
        clean_text([*lines, "- 1. Quán triệt văn bản.", "- 2. Tuyên truyền.", "- (1) dự thảo; (2) báo cáo."])
    )
    label = {unit.id: unit.label for unit in found.units}
    assert [f"{label.get(unit.parent or '')} > {unit.label}" for unit in found.units if unit.label] == [
        "None > I.",
        "I. > a)",
        "I. > b)",
        "b) > -",
        "None > II.",
        "II. > 1.",
        "II. > 2.",
        "2. > -",
    ]
    text = clean_text(lines).text
    assert next(unit for unit in found.units if unit.label == "a)").span.of(text) == "- a) Nâng cao nhận thức."
