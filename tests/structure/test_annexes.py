"""Where annexes and forms begin, in the many ways in which they are labelled."""

from __future__ import annotations

import pytest

from build_tools.model.document import Unit, UnitKind
from build_tools.structure import outline
from tests.structure.fixture_files import clean_text

ACT = [
    "BỘ TƯ PHÁP",
    "THÔNG TƯ",
    "Quy định biểu mẫu",
    "Điều 1. Ban hành kèm theo Thông tư này các biểu mẫu.",
    "Điều 2. Thông tư này có hiệu lực từ ngày ký.",
    "BỘ TRƯỞNG",
    "Nguyễn Văn Oanh",
]
ATTACHED = "(Ban hành kèm theo Thông tư số 1/2026/TT-BTP)"
LETTERHEAD = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]


def units(*annex: str) -> list[Unit]:
    """All units behind the act."""
    found = outline(clean_text([*ACT, *annex])).units
    last = max(place for place, unit in enumerate(found) if unit.kind in (UnitKind.ARTICLE, UnitKind.SIGNATURE))
    return list(found[last + 1 :])


def names(*annex: str) -> list[tuple[str | None, str | None]]:
    """Label and title of each annex."""
    return [(unit.label, unit.heading) for unit in units(*annex) if unit.kind is UnitKind.ANNEX]


@pytest.mark.parametrize(
    "label",
    [
        "Mẫu C02-HG",
        "Mẫu số: B13-HG",
        "Mẫu số B03/BC-HG",
        "Mẫu số 01",
        "Mẫu số 05A-HG",
        "Mẫu II-5",
        "Biểu mẫu 3",
        "BIỂU 2A",
        "Mẫu biểu số 01",
        "Mẫu đơn số 5",
    ],
)
def test_labels_of_forms(label: str) -> None:
    assert names("Phụ lục", ATTACHED, label, *LETTERHEAD, "GIẤY ĐỀ NGHỊ HÒA GIẢI", "Kính gửi: …………") == [
        ("Phụ lục", None),
        (label, None),
    ]


@pytest.mark.parametrize(
    ("line", "label"),
    [("PHỤ LỤC SỐ 01", "PHỤ LỤC SỐ 01"), ("PHỤ LỤC SỐ 1A:", "PHỤ LỤC SỐ 1A"), ("Phụ lục số 05", "Phụ lục số 05")],
)
def test_labels_of_annexes(line: str, label: str) -> None:
    assert names(line, "DANH MỤC BIỂU MẪU", ATTACHED, "1. Đơn đề nghị") == [(label, "DANH MỤC BIỂU MẪU")]


def test_a_title_behind_the_label_without_a_full_stop() -> None:
    found = names(
        "PHỤ LỤC",
        "CÁC MẪU VĂN BẢN",
        ATTACHED,
        "Mẫu số 01 Văn bản đề nghị hòa giải",
        "Mẫu số 02 Biên bản hòa giải",
        "Mẫu số 03 Báo cáo kết quả",
        "Mẫu số 01 Văn bản đề nghị hòa giải",
        ".....(1).....",
        *LETTERHEAD,
        "Kính gửi: Ủy ban nhân dân xã",
        "Tôi đề nghị hòa giải vụ việc sau đây.",
        "Mẫu số 02 Biên bản hòa giải",
        *LETTERHEAD,
        "Hôm nay, ngày ….. tháng ….. năm …..",
        "Chúng tôi gồm có:",
        "Đã hòa giải vụ việc sau đây.",
        "Mẫu số 03 Báo cáo kết quả",
        *LETTERHEAD,
        "I. KẾT QUẢ HÒA GIẢI",
    )
    assert found == [
        ("PHỤ LỤC", "CÁC MẪU VĂN BẢN"),
        ("Mẫu số 01", "Văn bản đề nghị hòa giải"),
        ("Mẫu số 02", "Biên bản hòa giải"),
        ("Mẫu số 03", "Báo cáo kết quả"),
    ]


def test_the_mark_of_a_note_is_no_part_of_the_label() -> None:
    found = names(
        "PHỤ LỤC",
        ATTACHED,
        "Mẫu số 01.1 Văn bản đề nghị hòa giải",
        *LETTERHEAD,
        "Kính gửi: Ủy ban nhân dân xã",
        "1 Mẫu số 01 được sửa đổi theo quy định tại khoản 4 Điều 1 của Thông tư số 2/2026/TT-BTP.",
    )
    assert found == [("PHỤ LỤC", None), ("Mẫu số 01", "Văn bản đề nghị hòa giải")]


def test_a_sentence_about_a_form_begins_none() -> None:
    found = names(
        "PHỤ LỤC",
        ATTACHED,
        "1. Hồ sơ",
        "Mẫu số 01 Văn bản đề nghị nộp cùng hồ sơ.",
        "Mẫu số 02 Phụ lục này",
        "2. Trình tự",
    )
    assert found == [("PHỤ LỤC", None)]


def test_the_body_between_the_label_of_a_form_and_its_title() -> None:
    found = names("Phụ lục", ATTACHED, "Mẫu số 02", "SỞ TƯ PHÁP TỈNH AN GIANG", "BÁO CÁO KẾT QUẢ HÒA GIẢI", "Năm ……")
    assert found == [("Phụ lục", None), ("Mẫu số 02", "BÁO CÁO KẾT QUẢ HÒA GIẢI")]


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("DANH MỤC DỊCH VỤ HÒA GIẢI", "DANH MỤC"),
        ("ĐỊNH MỨC KINH TẾ - KỸ THUẬT", "ĐỊNH MỨC"),
        ("BẢNG GIÁ DỊCH VỤ", "BẢNG"),
    ],
)
def test_a_list_that_the_act_enacts_is_an_annex(title: str, label: str) -> None:
    assert names(title, ATTACHED, "1. Hòa giải ở cơ sở", "Hòa giải theo Luật Hòa giải ở cơ sở.") == [(label, title)]


def test_capitals_inside_roman_numbers() -> None:
    found = units(
        "Phụ lục",
        ATTACHED,
        "I. MỤC ĐÍCH",
        "Để lập sổ.",
        "II. CÁCH LẬP",
        "A. Sổ của xã",
        "1. Cột một",
        "Ghi ngày.",
        "B. Sổ của tỉnh",
        "III. HIỆU LỰC",
    )
    label = {unit.id: unit.label for unit in found}
    assert [(unit.label, label.get(unit.parent or "")) for unit in found[1:]] == [
        ("I.", "Phụ lục"),
        ("II.", "Phụ lục"),
        ("A.", "II."),
        ("1.", "A."),
        ("B.", "II."),
        ("III.", "Phụ lục"),
    ]


def test_a_remark_behind_the_label_of_a_form() -> None:
    found = names("Phụ lục", ATTACHED, "Mẫu số 01 (Dành cho cá nhân)", *LETTERHEAD, "ĐƠN ĐỀ NGHỊ", "Kính gửi: …………")
    assert found == [("Phụ lục", None), ("Mẫu số 01", "(Dành cho cá nhân)")]


def test_the_letterhead_below_the_title_of_a_form() -> None:
    found = names(
        "Phụ lục", ATTACHED, "Mẫu số 01. Báo cáo quý", "SỞ TƯ PHÁP TỈNH AN GIANG", "Số: ......", "Kính gửi: …………"
    )
    assert found == [("Phụ lục", None), ("Mẫu số 01", "Báo cáo quý")]


GUIDE = [
    "Phụ lục I",
    "HƯỚNG DẪN LẬP HỒ SƠ",
    ATTACHED,
    "I. PHẠM VI",
    "1. Hướng dẫn này áp dụng cho các cơ quan.",
    "II. CÁC MẪU",
    "1. Cơ quan dùng các mẫu sau đây.",
]
FORM = ["Mẫu số 01", *LETTERHEAD, "ĐƠN ĐỀ NGHỊ", "Kính gửi: …………", "1. Họ và tên: …………", "2. Địa chỉ: …………"]


def parents(found: list[Unit]) -> list[str]:
    """Each unit as `parent > label`."""
    label = {unit.id: unit.label for unit in found}
    return [f"{label.get(unit.parent or '', '')} > {unit.label}" for unit in found]


def test_an_annex_goes_on_behind_its_forms() -> None:
    found = units(*GUIDE, *FORM, "III. LƯU TRỮ", "1. Hồ sơ được lưu 10 năm.", "IV. HIỆU LỰC", "Phụ lục II", ATTACHED)
    assert parents(found) == [
        " > Phụ lục I",
        "Phụ lục I > I.",
        "I. > 1.",
        "Phụ lục I > II.",
        "II. > 1.",
        "Phụ lục I > Mẫu số 01",
        "Phụ lục I > III.",
        "III. > 1.",
        "Phụ lục I > IV.",
        " > Phụ lục II",
    ]
    form = next(unit for unit in found if unit.label == "Mẫu số 01")
    assert form.span.end < next(unit for unit in found if unit.label == "III.").span.start


def test_a_form_in_the_midst_of_a_part_lies_in_it() -> None:
    part = ["Phụ lục I", "HƯỚNG DẪN", ATTACHED, "PHẦN A. LẬP HỒ SƠ", "I. PHẠM VI", "II. CÁC MẪU"]
    found = units(*part, *FORM, "III. LƯU TRỮ", "1. Hồ sơ được lưu.", "PHẦN B. HIỆU LỰC")
    assert parents(found)[-5:] == [
        "PHẦN A. > II.",
        "PHẦN A. > Mẫu số 01",
        "PHẦN A. > III.",
        "III. > 1.",
        "Phụ lục I > PHẦN B.",
    ]


def test_a_form_with_divisions_of_its_own_keeps_them() -> None:
    own = [
        "Mẫu số 01",
        *LETTERHEAD,
        "BÁO CÁO",
        "I. KẾT QUẢ",
        "Số vụ việc.",
        "II. KHÓ KHĂN",
        "Nêu rõ.",
        "III. KIẾN NGHỊ",
    ]
    found = units(*GUIDE, *own, "Nêu rõ.")
    assert parents(found)[-3:] == ["Mẫu số 01 > I.", "Mẫu số 01 > II.", "Mẫu số 01 > III."]


def test_a_title_above_the_fields_of_a_form() -> None:
    form = [
        "Mẫu số 16",
        *LETTERHEAD,
        "BẢN MÔ TẢ ĐẶC TÍNH",
        "Đặc tính của giống cây trồng và hiện trạng sử dụng giống cây trồng cụ thể như sau:",
    ]
    fields = [
        "- Tên giống cây trồng ghi bằng tiếng Việt, nếu chưa có ở Việt Nam thì ghi bằng tiếng Anh: …………",
        "- Tên loài cây ghi bằng tiếng Việt và bằng tiếng La tinh theo tài liệu công bố: …………",
        "2. Nguồn gốc, xuất xứ và phương pháp chọn tạo giống cây trồng: …………",
        "Chúng tôi cam đoan và chịu trách nhiệm về tính chính xác, trung thực của thông tin đã nêu./.",
    ]
    titled = units(*form, "1. Thông tin về giống cây trồng", *fields)
    assert parents(titled) == [" > Mẫu số 16", "Mẫu số 16 > 1."]
    assert parents(units(*form, "1. Thông tin gồm:", *fields)) == [" > Mẫu số 16"]


def test_an_enacted_text_with_its_type_and_title_on_one_line() -> None:
    assert names("QUY CHẾ Tiếp công dân của Bộ", ATTACHED, "Chương I", "QUY ĐỊNH CHUNG") == [
        ("QUY CHẾ", "QUY CHẾ Tiếp công dân của Bộ")
    ]


def test_rows_of_a_programme() -> None:
    rows = [
        "8h00 - 8h10",
        "Đón tiếp đại biểu",
        "8h10 - 8h40",
        "1. Giới thiệu Thông tư về biểu mẫu và hướng dẫn lập biểu mẫu",
    ]
    found = units(
        "Phụ lục", "CHƯƠNG TRÌNH HỘI NGHỊ", ATTACHED, *rows, "Vụ Pháp chế", "8h40 - 9h00", "2. Giải lao", "Vụ"
    )
    assert parents(found) == [" > Phụ lục"]
