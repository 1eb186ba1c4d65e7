"""The ways in which plans of provinces and communes assign work: whom a line charges, with which task, until when."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document, document_of_rows, duty_line, plan


def found(*lines: str) -> list[str]:
    """The duties of a small plan: bearers, deadline and the first words of each."""
    read = document(plan(*lines))
    rows = [duty_line(duty, read).split("|") for duty in read.duties]
    return [" | ".join(part.strip() for part in row[3:]).replace("|  |", "| |").strip() for row in rows]


NAMES_BEFORE_A_COLON = [
    (
        (
            "1. Phân công nhiệm vụ cụ thể:",
            "- Công an xã: Bảo đảm an ninh, trật tự tại nơi tổ chức.",
            "- Trạm Y tế xã: cử cán bộ trực trong thời gian diễn ra lễ hội.",
            "- Phòng Kinh tế tham mưu kinh phí.",
        ),
        [
            "cong_an_xa:perform | | Bảo đảm an ninh, trật tự",
            "tram_y_te:perform | | cử cán bộ trực trong thờ",
            "phong_kinh_te_xa:advise | | Phòng Kinh tế tham mưu k",
        ],
    ),
    (
        ("1. Ban Xây dựng Đảng, Văn phòng Đảng ủy: cử cán bộ tham gia đoàn kiểm tra khi có yêu cầu.", "2. Khác"),
        ["ban_xay_dung_dang:perform van_phong_dang_uy:perform | on-request | cử cán bộ tham gia đoàn"],
    ),
    (
        ("1. Các doanh nghiệp, hợp tác xã trên địa bàn: chủ động phương án bảo vệ kho bãi.", "2. Khác"),
        ["doanh_nghiep:perform -:perform | | chủ động phương án bảo v"],
    ),
    (
        ("1. Thành phần dự họp gồm:", "- Trưởng ban: Chủ tịch Ủy ban nhân dân xã;", "- Đại diện Công an xã."),
        [],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), NAMES_BEFORE_A_COLON)
def test_names_before_a_colon_bear_what_follows(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


LABEL_LINES = [
    (  # the task stands above the line that only opens the labels
        (
            "1. Ra quân tổng vệ sinh môi trường",
            "* Phân công:",
            "- Chủ trì: Phòng Kinh tế.",
            "- Phối hợp: Công an xã.",
            "- Hoàn thành: 30/4/2026.",
        ),
        ["phong_kinh_te_xa:lead cong_an_xa:coordinate | 2026-04-30 | Ra quân tổng vệ sinh môi"],
    ),
    (
        (
            "1. Xây dựng chính quyền số",
            "a) Nhiệm vụ",
            "Cấp chữ ký số cho toàn bộ cán bộ, công chức.",
            "b) Phân công thực hiện",
            "- Cơ quan tham mưu: Phòng Văn hóa - Xã hội.",
            "- Thời gian: Thường xuyên.",
        ),
        ["phong_van_hoa_xa_hoi_xa:advise | standing | Cấp chữ ký số cho toàn b"],
    ),
    (  # where and with whom are no tasks
        (
            "1. Phát động phong trào thi đua",
            "- Thời gian: Tháng 3/2026.",
            "- Địa điểm: Nhà văn hóa các thôn.",
            "- Cơ quan thực hiện: Phòng Văn hóa - Xã hội.",
            "- Sản phẩm: Báo cáo kết quả.",
            "- Phối hợp: Công an xã.",
        ),
        ["phong_van_hoa_xa_hoi_xa:perform cong_an_xa:coordinate | 2026-03-31 | Phát động phong trào thi"],
    ),
    (  # a sentence for each body
        (
            "1. Rà soát văn bản",
            "- Nội dung: Rà soát các văn bản do địa phương ban hành.",
            "- Đơn vị thực hiện: Sở Tư pháp thực hiện rà soát văn bản của tỉnh; UBND cấp xã rà soát văn bản của xã.",
            "- Thời hạn: 15/5/2026.",
        ),
        ["so_tu_phap:perform ubnd_xa:perform | 2026-05-15 | Nội dung: Rà soát các vă"],
    ),
    (
        (
            "1. Kiểm tra an toàn thực phẩm",
            "- Tổ chức kiểm tra các cơ sở sản xuất.",
            "- Thời gian: Tháng 3/2026. Giao Trạm Y tế xã chủ trì, báo cáo kết quả về UBND xã.",
        ),
        [
            "| 2026-03-31 | Tổ chức kiểm tra các cơ",
            "tram_y_te:lead | | Giao Trạm Y tế xã chủ tr",
        ],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), LABEL_LINES)
def test_label_lines_complete_the_task_above(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


PERSONS = [
    (
        ("1. Đồng chí Nguyễn Văn An - Phó Chủ tịch UBND xã: Trực tiếp chỉ đạo, đôn đốc các thôn.", "2. Khác"),
        ["pho_chu_tich_ubnd:direct | | Trực tiếp chỉ đạo, đôn đ"],
    ),
    (
        ("1. Ông Nguyễn Văn An, Phó Chủ tịch UBND xã chỉ đạo thực hiện Kế hoạch.", "2. Khác"),
        ["pho_chu_tich_ubnd:direct | | Ông Nguyễn Văn An, Phó C"],
    ),
    (
        ("1. Làm đường giao thông", "- Người thực hiện: Đ/c Trần Văn Bình - Trưởng Công an xã."),
        ["truong_cong_an_xa:perform | | Làm đường giao thông"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), PERSONS)
def test_the_office_behind_a_person_s_name_is_charged(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


def test_a_heading_may_say_where_bodies_have_their_seat() -> None:
    lines = ("1. Các đơn vị sự nghiệp, doanh nghiệp đóng trên địa bàn xã", "- Chấp hành nghiêm quy định.")
    assert found(*lines) == ["don_vi_su_nghiep:perform doanh_nghiep:perform | | Chấp hành nghiêm quy địn"]


def test_a_heading_may_begin_with_a_body_that_holds_a_verb() -> None:
    lines = ("1. Ban quản lý chợ, tiểu thương", "- Tổ chức trực ban khi có bão.")
    assert found(*lines) == ["-:perform | | Tổ chức trực ban khi có"]


def test_a_law_s_name_ends_with_its_line() -> None:
    lines = ("1. Tổng kết việc thi hành Luật", "Giao Sở Tư pháp theo dõi, hằng năm báo cáo UBND tỉnh trước ngày 15/11.")
    assert found(*lines) == ["so_tu_phap:monitor | --11-15 | Giao Sở Tư pháp theo dõi"]


_DECISION = """ỦY BAN NHÂN DÂN
TỈNH BẮC NINH
Số: 15/QĐ-UBND
Bắc Ninh, ngày 02 tháng 12 năm 2025
QUYẾT ĐỊNH
Ban hành Kế hoạch thực hiện Chỉ thị của Ban Bí thư về bảo hiểm y tế
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện Chỉ thị.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn A
KẾ HOẠCH
Thực hiện Chỉ thị của Ban Bí thư về bảo hiểm y tế toàn dân trong giai đoạn mới trên địa bàn tỉnh
(Kèm theo Quyết định số 15/QĐ-UBND ngày 02 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh)
I. NHIỆM VỤ
1. Sở Y tế hướng dẫn các cơ sở khám bệnh, chữa bệnh.
"""


def test_the_title_of_a_plan_that_a_decision_issues_is_no_task() -> None:
    read = document(_DECISION)
    assert [duty_line(duty, read).split(" | ")[3] for duty in read.duties] == ["so_y_te:perform"]


def test_a_list_of_those_who_are_required_goes_on_behind_a_semicolon() -> None:
    line = (
        "1. Yêu cầu Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã, phường nghiêm túc thực hiện. Quá trình thực "
        "hiện nếu có vướng mắc, kịp thời phản ánh về Sở Tư pháp."
    )
    assert found(line) == [
        "thu_truong:perform chu_tich_ubnd_xa:perform | | Yêu cầu Thủ trưởng các s",
        "thu_truong:perform chu_tich_ubnd_xa:perform | | Quá trình thực hiện nếu",
    ]


def test_what_closes_a_plan_is_no_task_of_those_who_are_required() -> None:
    line = "Trên đây là Kế hoạch năm 2026. Yêu cầu các cơ quan, đơn vị, các thôn nghiêm túc triển khai thực hiện."
    assert found("1. Công an xã báo cáo.", line)[1:] == [
        "co_quan_don_vi_dia_phuong:perform thon_to_dan_pho:perform | | Yêu cầu các cơ quan, đơn"
    ]


def test_the_closing_paragraph_has_not_the_time_of_the_last_part() -> None:
    lines = (
        "III. BƯỚC BA (từ ngày 09/02/2026 đến ngày 20/02/2026)",
        "Công an xã niêm yết danh sách tại trụ sở.",
        "Trên đây là Kế hoạch năm 2026. Đề nghị các cơ quan, đơn vị báo cáo vướng mắc về Sở Nội vụ.",
    )
    first, last = found(*lines)
    assert "| 2026-02-09/2026-02-20 |" in first
    assert "| | Đề nghị các cơ quan" in last


def test_a_cell_may_refer_to_the_one_above() -> None:
    rows = (
        "TT\tNội dung công việc\tChủ trì\tPhối hợp\tThời gian",
        "1\tBan hành kế hoạch\tSở Nội vụ\tSở Tài chính\tTháng 01/2026",
        "2\tMở lớp tập huấn\tSở Y tế\t-nt-\tCả năm 2026",
    )
    read = document_of_rows(plan("1. Danh mục kèm theo"), rows)
    assert [duty_line(duty, read).split(" | ")[3:5] for duty in read.duties] == [
        ["so_noi_vu:lead so_tai_chinh:coordinate", "2026-01-31"],
        ["so_y_te:lead so_tai_chinh:coordinate", "2026-12-31"],
    ]


LEAD_INS = [
    (  # the one who directs bears the items, not the one above him
        (
            "1. Các cấp ủy, tổ chức đảng tập trung thực hiện tốt các nhiệm vụ sau:",
            "a) Đảng ủy Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh chỉ đạo các cơ quan, đơn vị, địa phương:",
            "- Xây dựng phương án phòng cháy, chữa cháy rừng.",
        ),
        ["dang_uy_ubnd_tinh:direct | | Xây dựng phương án phòng"],
    ),
    (
        (
            "Ủy ban nhân dân xã Liên Sơn yêu cầu các ông xóm trưởng thực hiện nghiêm một số nội dung sau:",
            "1. Nắm chắc người đến địa bàn, báo cáo trước 16 giờ hằng ngày.",
        ),
        ["truong_thon:perform | P1D | Nắm chắc người đến địa b"],
    ),
    (
        ("1. UBND xã, các đơn vị chịu sự giám sát", "1.1. Chuẩn bị báo cáo theo đề cương."),
        ["ubnd_xa:perform -:perform | | Chuẩn bị báo cáo theo đề"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), LEAD_INS)
def test_lead_ins_tell_who_bears_the_items(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


def test_the_days_of_a_phase_hold_for_what_stands_below_its_title() -> None:
    lines = (
        "1. Giai đoạn 1: Chuẩn bị (từ ngày 15/9/2025 đến ngày 30/9/2025)",
        "- Ban hành thể lệ cuộc thi.",
        "2. Giai đoạn 2: Tổ chức thi ở cơ sở (tháng 10/2025)",
        "- Thành lập Ban Giám khảo.",
    )
    assert found(*lines) == [
        "| 2025-09-15/2025-09-30 | Ban hành thể lệ cuộc thi",
        "| 2025-10-31 | Thành lập Ban Giám khảo.",
    ]


FLAT = """PHỤ LỤC
DANH MỤC NHIỆM VỤ
STT
Tên nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Kết quả
Thời gian hoàn thành
I. Hoàn thiện thể chế
1.
Xây dựng Đề án truyền thông về bảo hiểm y tế trong giai đoạn mới
Bộ Tài chính
Bộ Y tế, cơ quan, đơn vị liên quan
Quyết định ban hành Đề án
Quý I/2027
2.
Đưa các chỉ tiêu bao phủ vào chương trình, kế hoạch hằng năm
của địa phương
Ủy ban nhân dân các cấp Các cơ quan, tổ chức, đơn vị có liên quan.
Các chỉ tiêu được đưa vào kế hoạch
Thường xuyên
3.
Xây dựng lộ trình tăng mức đóng cho phù hợp Bộ Y tế
Bộ Tài chính, các bộ, ngành
Nghị định của Chính phủ
Quý II/2027
STT
Tên nhiệm vụ
Cơ quan chủ trì
Cơ quan phối hợp
Kết quả
Thời gian hoàn thành
4. Xây dựng Luật Bảo hiểm y tế sửa đổi
Bộ Y tế
Bộ Tài chính, Bộ
Tư pháp
Luật sửa đổi
Quý I/2029
"""


def test_a_table_without_columns_assigns_what_can_be_told() -> None:
    read = document(f"{plan('1. Thực hiện theo Phụ lục.')}\n{FLAT}")
    rows = [duty_line(duty, read).split(" | ")[3:] for duty in read.duties if duty.actors]
    assert rows == [
        ["bo_tai_chinh:lead bo_y_te:coordinate co_quan_lien_quan:coordinate", "2027-03-31", "Xây dựng Đề án truyền th"],
        ["ubnd_cac_cap:lead co_quan_lien_quan:coordinate", "standing", "Đưa các chỉ tiêu bao phủ"],
        ["bo_y_te:lead bo_tai_chinh:coordinate bo_tu_phap:coordinate", "2029-03-31", "Xây dựng Luật Bảo hiểm y"],
    ]


def test_brackets_below_a_title_name_all_who_take_part() -> None:
    lines = (
        "1. Nghiên cứu khoa học về quyền con người",
        "(Sở Tư pháp chủ trì; Công an tỉnh và các đơn vị liên quan phối hợp thực hiện trong năm 2026).",
    )
    assert found(*lines) == [
        "so_tu_phap:lead cong_an_tinh:coordinate co_quan_lien_quan:coordinate | 2026-12-31 | Nghiên cứu khoa học về q"
    ]


def test_a_list_goes_on_behind_a_semicolon_after_a_circumstance_too() -> None:
    line = "1. Căn cứ Kế hoạch này, yêu cầu Thủ trưởng các cơ quan; Chủ tịch UBND các xã tổ chức thực hiện nghiêm túc."
    assert found(line) == ["thu_truong:perform chu_tich_ubnd_xa:perform | | Căn cứ Kế hoạch này, yêu"]


def test_lines_of_steps_part_the_tasks_and_give_them_their_days() -> None:
    lines = (
        "Bước 1: Rà soát nguồn (từ ngày 01/11 đến ngày 15/11/2025)",
        "- Ban Chỉ huy Quân sự xã rà soát công dân trong độ tuổi.",
        "Bước 2: Khám sức khỏe (từ ngày 10/12 đến hết ngày 31/12/2025)",
        "Đưa công dân đi khám đúng thời gian.",
        "Bước 3: Phát lệnh gọi nhập ngũ",
        "Phát lệnh cho từng công dân.",
    )
    assert found(*lines) == [
        "bchqs_xa:perform | 2025-11-01/2025-11-15 | Ban Chỉ huy Quân sự xã r",
        "| 2025-12-10/2025-12-31 | Đưa công dân đi khám đún",
        "| | Phát lệnh cho từng công",
    ]


def test_what_one_bears_from_above_ends_where_the_sentence_names_another() -> None:
    lines = (
        "1. Giao Sở Nội vụ:",
        "- Tập trung hoàn thiện hồ sơ trình cấp có thẩm quyền; Văn phòng Ủy ban nhân dân tỉnh thẩm tra hồ sơ.",
    )
    assert found(*lines) == [
        "so_noi_vu:perform | | Tập trung hoàn thiện hồ",
        "van_phong_ubnd_tinh:perform | | Văn phòng Ủy ban nhân dâ",
    ]


def test_an_office_keeps_its_name_where_the_text_repeats_that_of_its_body() -> None:
    lines = (
        "1. Bà Phạm Thị Dung, Chánh Văn phòng HĐND và UBND xã dự họp.",
        "2. Chánh Văn phòng HĐND và UBND xã, Trưởng Công an xã chịu trách nhiệm thi hành.",
    )
    assert found(*lines)[-1] == "chanh_van_phong:perform truong_cong_an_xa:perform | | Chánh Văn phòng HĐND và"


def test_a_day_before_a_colon_dates_the_task_behind_it() -> None:
    lines = (
        "1. Tiến độ thực hiện",
        "- Từ 20/10 - 30/10/2025: Tổ chức các hoạt động văn hóa.",
        "- Ngày 05/11/2025: Tổ chức điểm Ngày hội tại thôn 3.",
    )
    assert found(*lines) == [
        "| 2025-10-20/2025-10-30 | Từ 20/10 - 30/10/2025: T",
        "| 2025-11-05 | Ngày 05/11/2025: Tổ chức",
    ]


def test_who_receives_an_order_is_charged_and_not_those_of_the_lead_in() -> None:
    lines = (
        "Ủy ban nhân dân tỉnh yêu cầu Thủ trưởng các sở, ban, ngành thực hiện các nhiệm vụ sau:",
        "1. Tổ chức trực ban.",
        "Nhận được Công điện này, yêu cầu các cơ quan, đơn vị, địa phương khẩn trương triển khai thực hiện.",
    )
    assert found(*lines)[-1] == "co_quan_don_vi_dia_phuong:perform | | Nhận được Công điện này,"


def test_a_head_may_have_two_lines_and_a_cell_a_list_behind_dashes() -> None:
    rows = (
        "TT\tNhiệm vụ\tPhân công\t\tThời gian hoàn thành",
        "\t\tChủ trì\tPhối hợp\t",
        "1\tNâng cấp đường truyền\tPhòng Văn hóa - Xã hội\tVP HĐND&UBND; CA xã\tQuý IV/2025",
        "2\tTổ chức tập huấn\t- Phòng Văn hóa - Xã hội; - Phòng Kinh tế.\tCác thôn\tThường xuyên",
    )
    read = document_of_rows(plan("1. Danh mục kèm theo"), rows)
    assert [duty_line(duty, read).split(" | ")[3:5] for duty in read.duties] == [
        ["phong_van_hoa_xa_hoi_xa:lead van_phong_hdnd_ubnd_xa:coordinate cong_an_xa:coordinate", "2025-12-31"],
        ["phong_van_hoa_xa_hoi_xa:lead phong_kinh_te_xa:lead thon_to_dan_pho:coordinate", "standing"],
    ]


def test_what_an_inspection_looks_at_is_no_task() -> None:
    lines = (
        "1. Giám sát việc vận động bầu cử",
        "- Việc tổ chức hội nghị tiếp xúc cử tri.",
        "- Đảm bảo đúng nguyên tắc, thời gian, hình thức vận động.",
        "2. Công tác bảo đảm",
        "- Đảm bảo đầy đủ phương tiện cho đoàn.",
    )
    assert found(*lines) == ["| | Đảm bảo đầy đủ phương ti"]


def test_a_note_may_forbid() -> None:
    read = document(plan("1. Công an xã tiếp nhận đơn.", "- Lưu ý: Không xem xét đơn nặc danh."))
    assert str(read.duties[-1].modality) == "prohibition"


FURTHER = [
    (
        ("1. Yêu cầu các trường học, trạm y tế: Bố trí phương tiện chữa cháy tại chỗ.",),
        ["truong_hoc:perform tram_y_te:perform | | Yêu cầu các trường học,"],
    ),
    (  # a title before what is to be done
        (
            "1. Tuyên truyền pháp luật về phòng cháy.",
            "Nội dung: Tuyên truyền Luật Phòng cháy trên loa truyền thanh.",
            "Người thực hiện: Phòng VHXH, Trung tâm DVTH.",
            "Thời gian: Hàng tháng.",
        ),
        ["phong_van_hoa_xa_hoi_xa:perform trung_tam_van_hoa_xa:perform | P1M | Nội dung: Tuyên truyền L"],
    ),
    (
        ("1. Các đồng chí Ủy viên Ban Chấp hành, Ủy viên Ban Thường vụ Đảng ủy chỉ đạo việc thực hiện.",),
        ["uy_vien_cap_uy:direct | | Các đồng chí Ủy viên Ban"],
    ),
    (
        ("1. Giao VP HĐND&UBND theo dõi, báo cáo thứ Sáu hằng tuần.",),
        ["van_phong_hdnd_ubnd_xa:monitor | P1W | Giao VP HĐND&UBND theo d"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), FURTHER)
def test_further_ways_of_assigning(lines: tuple[str, ...], expected: list[str]) -> None:
    assert found(*lines) == expected


def test_brackets_may_name_the_bearers_and_the_time_alone() -> None:
    lines = (
        "1. Ban hành Kế hoạch năm 2026 (Văn phòng HĐND và UBND phường; trước ngày 31/01/2026).",
        "2. Tổ chức Ngày Pháp luật (các phòng, ban, ngành, đoàn thể; tháng 11/2026).",
        "3. Gửi báo cáo về Ủy ban nhân dân tỉnh (Sở Tư pháp).",
    )
    assert found(*lines) == [
        "van_phong_hdnd_ubnd_xa:perform | 2026-01-31 | Ban hành Kế hoạch năm 20",
        "co_quan_chuyen_mon_xa:perform | 2026-11-30 | Tổ chức Ngày Pháp luật (",
        "| | Gửi báo cáo về Ủy ban nh",
    ]


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("1. Hằng tháng, Phòng Kinh tế rà soát số liệu, gửi Sở Tài chính trước ngày 25 để tổng hợp.", "---25"),
        ("1. Định kỳ hằng tháng, Phòng Kinh tế chuyển số tiền đã thu. Tiền phạt được chuyển hằng quý.", "P1M"),
        ("1. Hằng năm, Phòng Kinh tế tổng hợp, báo cáo trước ngày 15/12.", "--12-15"),
    ],
)
def test_the_limit_that_tells_most(line: str, limit: str) -> None:
    assert [row.split(" | ")[1] for row in found(line)] == [limit]
