"""Numbering that the drafter did not keep in order: which unit contains which, all the same."""

from __future__ import annotations

from build_tools.structure import outline
from tests.structure.fixture_files import clean_text

ACT = ["BỘ TƯ PHÁP", "THÔNG TƯ", "Hướng dẫn lập sổ", "Điều 1. Ban hành kèm theo Thông tư này hướng dẫn lập sổ."]
END = ["BỘ TRƯỞNG", "Nguyễn Văn Oanh"]
ANNEX = ["Phụ lục", "HƯỚNG DẪN LẬP SỔ", "(Kèm theo Thông tư số 1/2026/TT-BTP)"]


def tree(*lines: str) -> list[str]:
    """Each unit with a label as `parent > label`."""
    units = outline(clean_text(list(lines))).units
    label = {unit.id: unit.label or "" for unit in units}
    return [f"{label.get(unit.parent or '', '')} > {unit.label}" for unit in units if unit.label]


def test_two_numbers_that_changed_places_are_both_units() -> None:
    found = tree(
        "Điều 9. Quy định chuyển tiếp",
        "1. Hồ sơ nhận trước ngày Thông tư này có hiệu lực thì giải quyết theo quy định cũ.",
        "2. Người đang hưởng chế độ thì tiếp tục hưởng.",
        "4. Người chưa hưởng chế độ thì được giải quyết như sau:",
        "a) Đã nộp hồ sơ thì được xem xét;",
        "b) Chưa nộp hồ sơ thì nộp tại Ủy ban nhân dân cấp xã.",
        "3. Mức tham chiếu bằng mức lương cơ sở.",
        "5. Các trường hợp khác do Bộ trưởng quyết định.",
        "Điều 10. Hiệu lực",
        "1. Thông tư này có hiệu lực từ ngày ký.",
    )
    assert found == [
        " > Điều 9.",
        "Điều 9. > 1.",
        "Điều 9. > 2.",
        "Điều 9. > 4.",
        "4. > a)",
        "4. > b)",
        "Điều 9. > 3.",
        "Điều 9. > 5.",
        " > Điều 10.",
        "Điều 10. > 1.",
    ]


def test_a_number_that_begins_a_wrapped_line_is_still_no_unit() -> None:
    found = tree(
        "Điều 9. Quy định chuyển tiếp",
        "1. Hồ sơ nhận trước ngày Thông tư này có hiệu lực thì giải quyết theo quy định cũ.",
        "2. Người đang hưởng chế độ thì tiếp tục hưởng theo khoản",
        "4. Người chưa hưởng thì nộp hồ sơ.",
        "3. Mức tham chiếu bằng mức lương cơ sở.",
        "4. Các trường hợp khác do Bộ trưởng quyết định.",
        "5. Thông tư này có hiệu lực từ ngày ký.",
    )
    assert found == [" > Điều 9.", *(f"Điều 9. > {number}." for number in (1, 2, 3, 4, 5))]


def test_numbers_begin_anew_below_a_title_in_capitals() -> None:
    part = [
        "1. Mục đích",
        "Sổ ghi việc nhận.",
        "2. Cách ghi",
        "2.1. Cột một",
        "Ghi ngày nhận.",
        "2.2. Cột hai",
        "Ghi tên.",
    ]
    short = ["1. Mục đích", "Sổ trả kết quả.", "2. Cách ghi", "Ghi ngày trả."]
    found = tree(
        *ACT,
        *END,
        *ANNEX,
        "A. Sổ của xã",
        "SỔ NHẬN ĐƠN",
        "(Mẫu S01)",
        *part,
        "SỔ TRẢ KẾT QUẢ",
        "(Mẫu S02)",
        *short,
        "B. Sổ của tỉnh",
        *part,
    )
    below = ["1.", "2."]
    assert [row for row in found if row.startswith("A. > ")] == [f"A. > {label}" for label in below * 2]
    assert [row for row in found if row.startswith("B. > ")] == [f"B. > {label}" for label in below]
    assert found.count("2. > 2.1.") == 2


def test_bullets_below_a_whole_equation_are_no_terms_of_it() -> None:
    found = tree(
        *ACT,
        *END,
        *ANNEX,
        "1. Số vụ việc",
        "Mã số 10 = Mã số 11 + Mã số 12",
        "- Số vụ việc nhận trong kỳ",
        "Ghi số vụ việc nhận từ đầu kỳ.",
        "- Số vụ việc chuyển sang",
        "Ghi số vụ việc còn lại của kỳ trước.",
    )
    assert found[-3:] == ["Phụ lục > 1.", "1. > -", "1. > -"]


def test_a_number_that_lost_its_full_stop_between_its_neighbours() -> None:
    found = tree(
        *ACT,
        *END,
        *ANNEX,
        "1. Khái niệm",
        "Hòa giải ở cơ sở là việc hướng dẫn, giúp đỡ các bên.",
        "2 Phân tổ chủ yếu",
        "- Xã, phường;",
        "3. Kỳ công bố: năm.",
        "4 Biểu số 01",
    )
    assert found[-4:] == ["Phụ lục > 1.", "Phụ lục > 2", "2 > -", "Phụ lục > 3."]


def test_an_excerpt_begins_with_any_article() -> None:
    found = tree(
        "Chương II", "QUY ĐỊNH CỤ THỂ", "Điều 9. Hồ sơ", "1. Đơn đề nghị.", "2. Bản sao giấy tờ.", "Điều 10. Trình tự"
    )
    assert found == [" > Chương II", "Chương II > Điều 9.", "Điều 9. > 1.", "Điều 9. > 2.", "Chương II > Điều 10."]


def test_what_leads_into_entries_of_accounts_is_no_title() -> None:
    units = outline(
        clean_text(
            [*ACT, *END, *ANNEX, "1. Tại xã", "(1) Phản ánh số phải thu, ghi:", "Nợ TK 138", "(2) Khi thu được, ghi:"]
        )
    ).units
    assert [unit.heading for unit in units if unit.label in ("1.", "(1)", "(2)")] == ["Tại xã", None, None]


PLAN = [
    "1. Mục tiêu tổng quát",
    "a) Về tổ chức",
    "Các xã thành lập tổ hòa giải tại thôn, tổ dân phố trong năm nay.",
    "b) Về cán bộ",
    "Hòa giải viên được tập huấn hằng năm theo chương trình của tỉnh.",
    "c) Về cải cách và cắt giảm thủ tục trong công tác hòa giải ở cơ sở /",
    "Cung cấp biểu mẫu trên mạng và tiếp nhận đơn trực tuyến tại các xã.",
]


def test_a_title_among_titles_that_was_joined_with_its_paragraph() -> None:
    units = outline(clean_text([*ACT, *END, *ANNEX, *PLAN])).units
    headings = {unit.label: unit.heading for unit in units}
    assert headings["c)"] == "Về cải cách và cắt giảm thủ tục trong công tác hòa giải ở cơ sở"
    span = next(unit.heading_span for unit in units if unit.label == "c)")
    assert span is not None
    assert span.of(clean_text([*ACT, *END, *ANNEX, *PLAN]).text) == headings["c)"]


def test_a_sentence_among_titles_that_goes_on_with_a_name_stays_a_sentence() -> None:
    sentence = [
        "c) Giao việc theo dõi công tác hòa giải ở các xã, phường, đặc khu cho /",
        "Sở Tư pháp và các cơ quan của tỉnh.",
    ]
    units = outline(clean_text([*ACT, *END, *ANNEX, *PLAN[:-2], *sentence])).units
    assert {unit.label: unit.heading for unit in units}["c)"] is None


def test_clauses_and_points_as_older_acts_write_them() -> None:
    units = outline(
        clean_text(
            [
                "Điều 1.- Phạm vi áp dụng",
                "1/ Quy chế này quy định việc ghi nhãn.",
                "2/ Hàng hoá không thuộc phạm vi áp dụng:",
                "a- Hàng tươi sống;",
                "b- Hàng tạm nhập tái xuất.",
                "Điều 2.- Tên hàng hoá",
                "1) Tên phải ghi bằng tiếng Việt:",
                "a) Cỡ chữ không nhỏ hơn 2 mm.",
                "2) Trường hợp khác do Bộ quy định.",
            ]
        )
    ).units
    assert [(unit.kind.value, unit.label, unit.heading) for unit in units] == [
        ("article", "Điều 1.", "Phạm vi áp dụng"),
        ("clause", "1/", None),
        ("clause", "2/", None),
        ("point", "a-", None),
        ("point", "b-", None),
        ("article", "Điều 2.", "Tên hàng hoá"),
        ("clause", "1)", None),
        ("point", "a)", None),
        ("clause", "2)", None),
    ]


def test_numbers_that_name_their_roman_parent() -> None:
    units = outline(
        clean_text(
            [
                *ACT,
                *END,
                *ANNEX,
                "I. MỤC TIÊU",
                "I.1. Mục tiêu chung",
                "1. Bảo đảm mọi xã có tổ hòa giải.",
                "2. Bảo đảm hòa giải viên được tập huấn.",
                "I.2. Mục tiêu cụ thể",
                "I.2.1. Đến năm 2027",
                "Mọi xã có tổ hòa giải.",
                "II. NHIỆM VỤ",
                "II.1 Tập huấn hòa giải viên",
                "a) Biên soạn tài liệu;",
            ]
        )
    ).units
    label = {unit.id: unit.label for unit in units}
    found = [(unit.id, unit.label, label.get(unit.parent or "")) for unit in units if unit.label][-9:]
    assert found == [
        ("phu-luc.i", "I.", "Phụ lục"),
        ("phu-luc.i.1", "I.1.", "I."),
        ("phu-luc.i.1.1", "1.", "I.1."),
        ("phu-luc.i.1.2", "2.", "I.1."),
        ("phu-luc.i.2", "I.2.", "I."),
        ("phu-luc.i.2.1", "I.2.1.", "I.2."),
        ("phu-luc.ii", "II.", "Phụ lục"),
        ("phu-luc.ii.1", "II.1", "II."),
        ("phu-luc.ii.1.a", "a)", "II.1"),
    ]


def test_an_article_that_lost_its_full_stop_between_its_neighbours() -> None:
    found = tree(
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh",
        "1. Thông tư này quy định hồ sơ theo khoản 2",
        "Điều 5 Nghị định số 1/2026/NĐ-CP của Chính phủ.",
        "Chương II",
        "HỒ SƠ",
        "Điều 2 Hồ sơ đề nghị",
        "1. Đơn đề nghị.",
        "Điều 3. Trình tự",
        "Điều 4 Luật Hòa giải ở cơ sở được áp dụng.",
    )
    assert found == [
        " > Chương I",
        "Chương I > Điều 1.",
        "Điều 1. > 1.",
        " > Chương II",
        "Chương II > Điều 2",
        "Điều 2 > 1.",
        "Chương II > Điều 3.",
    ]


def test_a_lead_in_of_an_article_is_no_title() -> None:
    units = outline(
        clean_text(
            [
                "Điều 3.",
                "Ủy ban nhân dân các cấp trình Hội đồng nhân dân:",
                "1. Dự toán ngân sách địa phương.",
                "2. Quyết toán ngân sách địa phương.",
                "Điều 4.",
                "Hiệu lực thi hành",
                "1. Nghị quyết này có hiệu lực từ ngày ký.",
                "Điều 5. Hội đồng nhân dân xã tán thành các nội dung:",
                "1. Thu ngân sách đạt dự toán.",
                "Điều 6. Trong",
                "Nghị quyết này, các từ ngữ được hiểu như sau:",
                "1. Ngân sách là thu và chi.",
                "Điều 7. Trách nhiệm của",
                "Ủy ban nhân dân xã",
                "1. Tổ chức thực hiện Nghị quyết.",
            ]
        )
    ).units
    titles = {unit.label: unit.heading for unit in units if unit.kind == "article"}
    assert titles == {
        "Điều 3.": None,
        "Điều 4.": "Hiệu lực thi hành",
        "Điều 5.": None,
        "Điều 6.": None,
        "Điều 7.": "Trách nhiệm của Ủy ban nhân dân xã",
    }


def outlined(*lines: str) -> list[tuple[str | None, str | None, str | None]]:
    """Each unit with a label: label, title, label of its parent."""
    units = outline(clean_text(list(lines))).units
    label = {unit.id: unit.label for unit in units}
    return [(unit.label, unit.heading, label.get(unit.parent or "")) for unit in units if unit.label]


def test_titles_that_were_given_a_full_stop_or_a_colon() -> None:
    found = outlined(
        "KẾ HOẠCH",
        "Tuyên truyền về hòa giải",
        "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH - YÊU CẦU:",
        "1. Mục đích.",
        "1. Làm cho Nhân dân thấy rõ ý nghĩa của hòa giải.",
        "2. Nâng cao nhận thức của cán bộ.",
        "2. Yêu cầu.",
        "Tuyên truyền phải kịp thời, bảo đảm tiết kiệm và hiệu quả.",
        "II. NỘI DUNG.",
        "1. Thời gian do Ủy ban nhân dân xã định.",
        "2. Địa điểm là nhà văn hóa.",
        "3. Các bước tuyên truyền.",
        "3.1. Họp thôn.",
        "3.2. Phát tờ rơi.",
    )
    assert found == [
        ("I.", "MỤC ĐÍCH - YÊU CẦU", None),
        ("1.", "Mục đích", "I."),
        ("1.", None, "1."),
        ("2.", None, "1."),
        ("2.", "Yêu cầu", "I."),
        ("II.", "NỘI DUNG", None),
        ("1.", None, "II."),
        ("2.", None, "II."),
        ("3.", "Các bước tuyên truyền", "II."),
        ("3.1.", None, "3."),
        ("3.2.", None, "3."),
    ]


def test_chapters_and_articles_of_older_acts_whose_titles_end_with_a_stop() -> None:
    found = outlined(
        "CHƯƠNG I",
        "NHỮNG QUY ĐỊNH CHUNG.",
        "Điều 1: Phạm vi áp dụng.",
        "1. Chợ loại 1.",
        "2. Chợ loại 2.",
        "Điều 2: Đối tượng áp dụng.",
        "Tổ chức, cá nhân kinh doanh tại chợ phải chấp hành Quy định này.",
        "Điều 3: Quy định này có hiệu lực từ ngày ký.",
    )
    assert found == [
        ("CHƯƠNG I", "NHỮNG QUY ĐỊNH CHUNG", None),
        ("Điều 1:", "Phạm vi áp dụng", "CHƯƠNG I"),
        ("1.", None, "Điều 1:"),
        ("2.", None, "Điều 1:"),
        ("Điều 2:", "Đối tượng áp dụng", "CHƯƠNG I"),
        ("Điều 3:", None, "CHƯƠNG I"),
    ]


def test_articles_of_a_regulation_that_is_divided_by_numerals_and_capitals() -> None:
    found = tree(
        "I. QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi điều chỉnh",
        "1. Kho loại 1.",
        "2. Kho loại 2.",
        "II. QUY ĐỊNH CỤ THỂ",
        "A. Kho trung ương",
        "Điều 2. Ban quản lý kho có nhiệm vụ:",
        "a. Sắp xếp kho.",
        "B. Kho chi nhánh",
        "Điều 3. Nội quy kho",
        "III. ĐIỀU KHOẢN THI HÀNH",
        "Điều 4. Quy chế này có hiệu lực từ ngày ký.",
    )
    assert found == [
        " > I.",
        "I. > Điều 1.",
        "Điều 1. > 1.",
        "Điều 1. > 2.",
        " > II.",
        "II. > A.",
        "A. > Điều 2.",
        "Điều 2. > a.",
        "II. > B.",
        "B. > Điều 3.",
        " > III.",
        "III. > Điều 4.",
    ]


def test_the_quote_that_closes_an_amended_title_is_no_part_of_it() -> None:
    found = outlined(
        "LUẬT",
        "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA BỘ LUẬT LAO ĐỘNG",
        "Điều 1. Sửa đổi, bổ sung một số điều của Bộ luật Lao động",
        "1. Tên Chương IX được sửa đổi như sau:",
        "“CHƯƠNG IX",
        "AN TOÀN LAO ĐỘNG”",
        "Điều 2. Luật này có hiệu lực từ ngày 01 tháng 01 năm 2003.",
    )
    assert ("CHƯƠNG IX", "AN TOÀN LAO ĐỘNG", "1.") in found


def test_b1_below_a_title_lies_in_b() -> None:
    found = tree(
        "Điều 5. Sổ kế toán",
        "1. Khóa sổ",
        "a) Kỳ khóa sổ",
        "- Cuối năm.",
        "b) Trình tự khóa sổ",
        "b1) Bước 1: Kiểm tra, đối chiếu số liệu",
        "- Đối chiếu với ngân hàng.",
        "b2) Bước 2: Cộng sổ",
        "- Cộng số phát sinh.",
        "c) Lưu sổ.",
    )
    assert found == [
        " > Điều 5.",
        "Điều 5. > 1.",
        "1. > a)",
        "a) > -",
        "1. > b)",
        "b) > b1)",
        "b1) > -",
        "b) > b2)",
        "b2) > -",
        "1. > c)",
    ]


def test_the_name_of_a_body_before_its_tasks_is_a_title() -> None:
    units = outline(
        clean_text(
            [
                *ACT,
                "Điều 8. Tổ chức thực hiện",
                "1. Trách nhiệm của các Bộ, ngành Trung ương",
                "a) Bộ Xây dựng:",
                "- Chủ trì hướng dẫn các tỉnh.",
                "b) Bộ Kế hoạch và Đầu tư, Bộ Tài chính:",
                "Phối hợp với Bộ Xây dựng bố trí vốn cho các địa phương.",
                "c) Bộ Công an bảo đảm:",
                "- An ninh.",
                *END,
            ]
        )
    ).units
    assert [unit.heading for unit in units if unit.label in ("a)", "b)", "c)")] == [
        "Bộ Xây dựng",
        "Bộ Kế hoạch và Đầu tư, Bộ Tài chính",
        None,
    ]


def test_letters_of_other_alphabets_count_points_too() -> None:
    assert tree("KẾ HOẠCH", "I. NHIỆM VỤ", *(f"{letter}) Làm việc thứ {letter};" for letter in "abcdđefg")) == [
        " > I.",
        *(f"I. > {letter})" for letter in "abcdđefg"),
    ]
