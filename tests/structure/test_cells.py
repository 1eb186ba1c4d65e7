"""Tables in plain text: what stands in their cells is no unit, and what stands around them stays one."""

from __future__ import annotations

import pytest

from build_tools.data.rows import Beginning
from build_tools.data.tables import column_heads
from build_tools.model.document import UnitKind
from build_tools.structure import outline
from tests.structure.fixture_files import clean_text

ACT = [
    "CHÍNH PHỦ",
    "NGHỊ ĐỊNH",
    "Quy định về phân cấp",
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị định này quy định về phân cấp.",
]


def labels(*annex: str) -> list[str]:
    """The labels of all units behind the act's only article."""
    units = outline(clean_text([*ACT, *annex])).units
    article = next(place for place, unit in enumerate(units) if unit.kind is UnitKind.ARTICLE)
    return [unit.label or "" for unit in units[article + 1 :]]


ANNEX = ["Phụ lục", "DANH MỤC CÔNG VIỆC", "(Kèm theo Nghị định số 1/2026/NĐ-CP)"]


@pytest.mark.parametrize("row", column_heads(), ids=lambda row: row.beginning)
def test_every_column_head_shows_a_table(row: Beginning) -> None:
    other = "Đơn vị tính" if row.beginning != "Đơn vị tính" else "Ghi chú"
    found = labels(*ANNEX, "1. Danh sách", row.example, other, "- Việc thứ nhất của cơ quan.", "- Việc thứ hai.")
    assert found == ["Phụ lục", "1."]


def test_sentences_below_the_head_of_a_table_are_cells() -> None:
    found = labels(
        *ANNEX,
        "1. Tỉnh Lào Cai",
        "TT",
        "Tên địa bàn",
        "Ranh giới địa bàn",
        "01",
        "Cửa khẩu quốc tế",
        "(1) Khu vực cầu thứ nhất của cửa khẩu, ở xã biên giới:",
        "- Chính diện: Tính từ trung điểm đường dẫn của cầu ra hai phía, mỗi phía 100 m.",
        "- Chiều sâu: 153 m, tính từ trung điểm đường dẫn của cầu vào nội địa.",
        "2. Tỉnh Lai Châu",
        "TT",
        "Tên địa bàn",
        "Ranh giới địa bàn",
        "01",
        "Cửa khẩu chính",
        "- Chính diện: Tính từ cột mốc ra hai phía, mỗi phía 50 m theo đường biên giới.",
    )
    assert found == ["Phụ lục", "1.", "2."]


def test_a_head_that_stands_among_others_on_its_line() -> None:
    found = labels(
        *ANNEX,
        "2- Các công việc và tiêu chí đánh giá",
        "Các nhiệm vụ, công việc TT Nhiệm vụ, Mảng công việc Công việc cụ thể",
        "Tiêu chí hoàn thành",
        "- Chủ trì xây dựng kế hoạch phát triển kinh tế - xã hội 5 năm và hằng năm.",
        "- Kết quả triển khai theo đúng kế hoạch về tiến độ, chất lượng.",
        "3- Các mối quan hệ công việc",
        "- Bên trong cơ quan.",
    )
    assert found == ["Phụ lục", "2-", "3-", "-"]


def test_fields_of_a_form_are_no_heads_of_columns() -> None:
    found = labels(
        *ANNEX, "1. Người khai", "Họ và tên: …………", "Chức vụ: …………", "- Việc thứ nhất của cơ quan.", "- Việc thứ hai."
    )
    assert found == ["Phụ lục", "1.", "-", "-"]


def test_long_heads_between_the_heads_of_columns() -> None:
    found = labels(
        *ANNEX,
        "B. DANH MỤC VĂN BẢN",
        "Các văn bản cần sửa đổi, bổ sung",
        "Điều, khoản, điểm cần sửa đổi, bổ sung, bãi bỏ để phân quyền giải quyết thủ tục hành chính",
        "TTHC",
        "Cơ quan chủ trì soạn thảo",
        "III THÔNG TƯ",
        "Thông tư số 07/2026/TT-BNNMT ngày 23/01/2026 của Bộ trưởng Bộ Nông nghiệp và Môi trường quy định về giống.",
        "C. TỔ CHỨC THỰC HIỆN",
    )
    assert found == ["Phụ lục", "B.", "C."]


def test_the_head_of_a_table_behind_a_title() -> None:
    units = outline(clean_text([*ACT, *ANNEX, "I. ĐỘNG VẬT STT", "Loại động vật", "II. SẢN PHẨM STT", "Loại"])).units
    assert [unit.heading for unit in units if unit.label in ("I.", "II.")] == ["ĐỘNG VẬT", "SẢN PHẨM"]


def test_cells_that_only_cite_are_cells() -> None:
    found = labels(
        *ANNEX,
        "I. DANH MỤC VĂN BẢN ĐƯỢC ĐỀ XUẤT SỬA ĐỔI, BỔ SUNG, BÃI BỎ TRONG NĂM NAY",
        "1. Luật Bảo vệ môi trường",
        "Khoản 1, 3",
        "Điều 41;",
        "Điều 28;",
        "Khoản 2",
        "Điều 145.",
        "Bộ Tài chính",
        "2. Luật Chăn nuôi",
        "Khoản 11",
        "Điều 1;",
        "Điều 7.",
        "Bộ Y tế",
        "II. TỔ CHỨC THỰC HIỆN",
        "Các bộ thực hiện danh mục này và báo cáo Thủ tướng Chính phủ trước ngày 31 tháng 12.",
    )
    assert found == ["Phụ lục", "I.", "II."]


def test_a_group_of_rows_between_bare_numbers() -> None:
    found = labels(
        *ANNEX,
        "A. NỘI DUNG CHƯƠNG TRÌNH",
        "II",
        "Phần 2",
        "1",
        "Chuyên đề thứ hai về công tác chuẩn bị của tổ chức đánh giá kỹ năng nghề.",
        "5",
        "IV",
        "Phần 4: Giám sát việc thực hiện của các tổ chức đánh giá kỹ năng nghề.",
        "5",
        "TỔNG CỘNG",
        "50",
        "B. NỘI DUNG CHI TIẾT",
        "Chương trình gồm các nội dung sau đây, thực hiện trong 50 giờ.",
    )
    assert found == ["Phụ lục", "A.", "B."]


def test_a_bullet_above_a_table_names_it() -> None:
    found = labels(
        *ANNEX, "TT", "Họ và tên", "1", "...", "- Danh sách người thực hiện phân tích:", "TT", "Họ và tên", "1", "..."
    )
    assert found == ["Phụ lục", "-"]


def test_the_imprint_of_the_gazette_holds_no_units() -> None:
    found = labels(
        *ANNEX,
        "1. Cơ quan lập danh mục chịu trách nhiệm về nội dung kê khai.",
        "(Xem tiếp Công báo số 979 + 980)",
        "VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN",
        "Điện thoại liên hệ:",
        "- Nội dung:",
        "080.44417",
        "- Phát hành:",
        "080.44243",
    )
    assert found == ["Phụ lục", "1."]


LETTERHEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
COLUMNS = ["Đơn vị tính", "Ghi chú", "Kế hoạch", "Thực hiện"]


def test_a_form_named_in_a_table_of_forms() -> None:
    found = labels(
        *ANNEX,
        *("STT", "Biểu", "Tên biểu", "3", "Biểu số 03 Thông tin chung", "4", "Biểu số 04", "Thông tin giám sát"),
        *("BIỂU SỐ 03", *LETTERHEAD, "Thông tin chung", *COLUMNS),
        *("BIỂU SỐ 04 TÊN CƠ QUAN BÁO CÁO", *LETTERHEAD, "Thông tin", *COLUMNS),
    )
    assert found == ["Phụ lục", "BIỂU SỐ 03", "BIỂU SỐ 04"]


def test_forms_of_two_kinds_with_the_same_number() -> None:
    found = labels(
        *("Phụ lục I", "MẪU BÁO CÁO", "STT", "Mẫu", "1", "Mẫu số 01", "Báo cáo giám sát", "2", "Mẫu số 02", "Báo cáo"),
        *("Mẫu số 01", "Báo cáo giám sát", *LETTERHEAD, "I. KẾT QUẢ GIÁM SÁT", "1. Ưu điểm", "2. Tồn tại"),
        *("Mẫu số 02", "Báo cáo đánh giá", *LETTERHEAD, "I. KẾT QUẢ ĐÁNH GIÁ", "1. Ưu điểm", "2. Tồn tại"),
        *("Phụ lục II", "BIỂU BÁO CÁO", "Biểu số 01", *LETTERHEAD, *COLUMNS, "Biểu số 02", *LETTERHEAD),
    )
    forms = [label for label in found if label.startswith(("Mẫu", "Biểu"))]
    assert forms == ["Mẫu số 01", "Mẫu số 02", "Biểu số 01", "Biểu số 02"]


def test_annexes_that_a_report_lists_are_none() -> None:
    found = labels(
        *(
            "Phụ lục",
            "MẪU BÁO CÁO",
            "(Kèm theo Nghị định số 1/2026/NĐ-CP)",
            "Mẫu số 02",
            *LETTERHEAD,
            "BÁO CÁO ĐÁNH GIÁ",
        ),
        *("Phần I. TỔNG QUAN", "1. Giới thiệu về đoàn", "2. Tóm tắt nhận xét", "PHỤ LỤC"),
        *("Phụ lục 1: Kết quả kiểm tra minh chứng", "Phụ lục 2: Thông tin cơ bản", "Phụ lục 3: Quyết định thành lập"),
        *("Mẫu 2.1. BẢNG TỔNG HỢP ĐIỂM", *COLUMNS, "1. Tiêu chí thứ nhất về mục tiêu của chương trình đào tạo."),
    )
    assert [label for label in found if label[0] in "PM"] == ["Phụ lục", "Mẫu số 02", "Phần I.", "Mẫu 2.1"]


def test_rows_counted_through_a_table_hold_the_lines_between_them() -> None:
    task = "Xây dựng nghị quyết về việc thí điểm hòa giải trực tuyến tại các xã, phường, đặc khu trên địa bàn tỉnh"
    agencies = "Bộ Tài chính, các bộ, ngành, cơ quan, tổ chức có liên quan"
    found = labels(
        *ANNEX,
        *("STT", "Nhiệm vụ", "Cơ quan chủ trì", "I. Đổi mới việc lãnh đạo, chỉ đạo công tác hòa giải ở cơ sở của tỉnh"),
        *("1.", task, agencies, task, "2.", task, agencies, task),
        *("II. Hoàn thiện thể chế về hòa giải ở cơ sở đáp ứng yêu cầu của tình hình mới", "3.", task, agencies, task),
        *("4.  Xây dựng Luật Hòa giải ở cơ sở (sửa đổi).", agencies, task),
        *(
            "STT",
            "Nhiệm vụ",
            "Cơ quan chủ trì",
            task,
            "- Hằng năm sửa đổi các thông tư để thực hiện.",
            "5.",
            task,
            agencies,
        ),
        *("III. TỔ CHỨC THỰC HIỆN", "1. Các sở báo cáo trước ngày 31 tháng 12.", "2. Sở Tư pháp tổng hợp."),
    )
    assert found == ["Phụ lục", "III.", "1.", "2."]


def test_a_title_that_the_head_of_its_table_was_joined_with_stays_a_title() -> None:
    rows = ["Nội dung", "Mức thu", "1", "Cấp mới", "200.000", "2", "Cấp lại", "100.000"]
    found = labels(*ANNEX, "I. Lệ phí cấp hộ chiếu, giấy thông hành Số TT", *rows, "II. Phí cấp thị thực Số TT", *rows)
    assert found == ["Phụ lục", "I.", "II."]
