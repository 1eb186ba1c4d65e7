"""Heads as web portals print them: cells parted by bars, the motto and the number cut over lines, no type line."""

from __future__ import annotations

import datetime as dt

import pytest

from build_tools.model.document import Level, Metadata
from build_tools.model.source import Flow, SourceLine, SourceText
from build_tools.normalise import normalise
from build_tools.structure import outline
from build_tools.structure.issuers import by_name, level_of
from tests.structure.fixture_files import clean_text

BODY = ("Điều 1. Ban hành kèm theo Quyết định này Quy định quản lý.", "Điều 2. Quyết định này có hiệu lực từ ngày ký.")


def metadata(*lines: str) -> Metadata:
    """What the head says, each line a paragraph (` / ` at its end joins it with the next)."""
    return outline(clean_text([*lines, *BODY])).metadata


def received(text: str) -> Metadata:
    """The same of a text whose lines the normaliser joins."""
    lines = tuple(SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1))
    return outline(normalise(SourceText("van-ban.txt", "0" * 64, "text", "utf-8", Flow.LINES, lines))).metadata


CELLS = ["ỦY", "BAN NHÂN DÂN", "TỈNH QUẢNG NAM", "--------", "|", "CỘNG", "HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
         "Độc lập - Tự do - Hạnh phúc", "--------", "|", "Số:", "14/2007/QĐ-UBND", "|", "Tam",
         "Kỳ, ngày 19 tháng 6 năm 2007", "|", "QUYẾT ĐỊNH", "BAN HÀNH QUY ĐỊNH QUẢN LÝ CHỢ",
         "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM", "Căn cứ Luật Tổ chức HĐND và UBND;", "QUYẾT ĐỊNH:"]  # fmt: skip


def test_cells_parted_by_bars() -> None:
    found = metadata(*CELLS)
    assert (found.issuer, found.level, found.place) == (
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NAM",
        Level.PROVINCE,
        "Quảng Nam",
    )
    assert (found.symbol, found.date) == ("14/2007/QĐ-UBND", dt.date(2007, 6, 19))
    assert found.title == "BAN HÀNH QUY ĐỊNH QUẢN LÝ CHỢ"


@pytest.mark.parametrize(
    "motto",
    [
        ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        ("CỘNG HOÀ XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập -", "Tự do - Hạnh phúc"),
        ("CỘNG HÒA", "XÃ HỘI CHỦ NGHĨA VIỆT", "NAM", "Độc lập - Tự do", "- Hạnh phúc"),
        ("ĐẢNG CỘNG SẢN", "VIỆT NAM"),
    ],
)
def test_a_motto_cut_over_lines_is_no_part_of_the_issuer(motto: tuple[str, ...]) -> None:
    found = metadata("ỦY BAN NHÂN DÂN", "TỈNH SÓC TRĂNG", *motto, "Số: 5/QĐ-UBND", "QUYẾT ĐỊNH", "Về quản lý chợ")
    assert (found.issuer, found.level) == ("ỦY BAN NHÂN DÂN TỈNH SÓC TRĂNG", Level.PROVINCE)


def test_a_date_cut_behind_its_first_word() -> None:
    found = metadata("UBND TỈNH SÓC TRĂNG", "Số: 5/QĐ-UBND", "Sóc Trăng, ngày", "27 tháng 09 năm 2022", "QUYẾT ĐỊNH",
                     "Về quản lý chợ")  # fmt: skip
    assert (found.date, found.place) == (dt.date(2022, 9, 27), "Sóc Trăng")


def test_the_body_that_enacts_is_no_part_of_a_title_in_capitals() -> None:
    found = metadata(
        "HỘI ĐỒNG NHÂN DÂN",
        "TỈNH VĨNH LONG",
        "Số: 39/2023/NQ-HĐND",
        "NGHỊ QUYẾT /",
        "VỀ MỨC THU MỘT SỐ LOẠI PHÍ TRÊN ĐỊA BÀN TỈNH /",
        "HỘI ĐỒNG NHÂN DÂN TỈNH VĨNH LONG",
        "KHÓA VI, KỲ HỌP LẦN THỨ 8",
        "- Căn cứ Hiến pháp;",
    )
    assert found.title == "VỀ MỨC THU MỘT SỐ LOẠI PHÍ TRÊN ĐỊA BÀN TỈNH"


def test_a_body_within_a_title_in_capitals_stays() -> None:
    found = metadata(
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI",
        "Số: 3/QĐ-UBND",
        "QUYẾT ĐỊNH /",
        "BAN HÀNH QUY CHẾ LÀM VIỆC CỦA /",
        "ỦY BAN NHÂN DÂN XÃ /",
        "ỦY BAN NHÂN DÂN TỈNH GIA LAI",
        "Căn cứ Luật Tổ chức chính quyền địa phương;",
    )
    assert found.title == "BAN HÀNH QUY CHẾ LÀM VIỆC CỦA ỦY BAN NHÂN DÂN XÃ"


def test_a_line_of_the_title_that_only_looks_like_a_body() -> None:
    found = metadata("ỦY BAN NHÂN DÂN TỈNH GIA LAI", "Số: 3/KH-UBND", "KẾ HOẠCH", "TUYÊN TRUYỀN VỀ CÔNG TÁC",
                     "PHÒNG, CHỐNG THAM NHŨNG VÀ", "TỔNG KẾT NGHỊ QUYẾT", "Căn cứ Luật Giáo dục;")  # fmt: skip
    assert found.title == "TUYÊN TRUYỀN VỀ CÔNG TÁC PHÒNG, CHỐNG THAM NHŨNG VÀ TỔNG KẾT NGHỊ QUYẾT"


def test_a_body_over_two_lines_below_the_title() -> None:
    found = metadata("ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Nghị quyết số: 9/2025/UBTVQH15", "NGHỊ QUYẾT", "QUY ĐỊNH CHI TIẾT",
                     "ỦY BAN THƯỜNG VỤ QUỐC", "HỘI", "Căn cứ Hiến pháp;")  # fmt: skip
    assert found.title == "QUY ĐỊNH CHI TIẾT"


def test_a_name_cut_in_the_title_goes_on() -> None:
    found = metadata("ỦY BAN NHÂN DÂN XÃ XUÂN PHÚ", "QUY CHẾ LÀM", "VIỆC CỦA ỦY", "BAN NHÂN DÂN XÃ XUÂN PHÚ",
                     "(Ban hành kèm theo Quyết định số 59/QĐ-UBND ngày 22 tháng 7 năm 2021)")  # fmt: skip
    assert found.title == "LÀM VIỆC CỦA ỦY BAN NHÂN DÂN XÃ XUÂN PHÚ"
    assert found.symbol is None


def test_the_word_of_enactment_is_no_title() -> None:
    found = metadata("ỦY BAN NHÂN DÂN", "Số: 41/2019/QĐ-UBND", "Quảng Trị, ngày 22 tháng 10 năm 2019",
                     "BAN HÀNH QUY ĐỊNH CHẾ ĐỘ BÁO CÁO", "ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ",
                     "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:")  # fmt: skip
    assert (found.type_name, found.symbol) == ("Quyết định", "41/2019/QĐ-UBND")
    assert found.title is None or found.title.startswith("BAN HÀNH")


def test_the_word_of_enactment_without_its_colon_is_no_title() -> None:
    found = metadata("NGÂN HÀNG NHÀ NƯỚC", "VIỆT NAM", "Số: 4/2000/QĐ-NHNN5", "Hà Nội, ngày 7 tháng 1 năm 2000",
                     "QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH QUY CHẾ KHO QUỸ", "THỐNG ĐỐC NGÂN HÀNG NHÀ NƯỚC.",
                     "-Căn cứ Luật Ngân hàng Nhà nước Việt Nam;", "QUYẾT ĐỊNH")  # fmt: skip
    assert (found.symbol, found.title) == ("4/2000/QĐ-NHNN5", "VỀ VIỆC BAN HÀNH QUY CHẾ KHO QUỸ")


def test_the_issuer_that_the_type_line_names() -> None:
    found = metadata("BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 06-CT/TW", "ĐẢNG CỘNG SẢN VIỆT NAM",
                     "Hà Nội, ngày 07 tháng 11 năm 2006", "CHỈ THỊ /", "CỦA BỘ CHÍNH TRỊ",
                     "Về tổ chức cuộc vận động học tập")  # fmt: skip
    assert (found.title, found.issuer) == ("Về tổ chức cuộc vận động học tập", "BỘ CHÍNH TRỊ")


def test_an_office_is_named_with_the_body_it_serves() -> None:
    found = metadata("BAN CHẤP HÀNH TRUNG ƯƠNG", "VĂN PHÒNG", "--------", "ĐẢNG CỘNG SẢN VIỆT NAM", "Số: 11-HD/VPTW",
                     "HƯỚNG DẪN", "về thể thức văn bản")  # fmt: skip
    assert found.issuer == "BAN CHẤP HÀNH TRUNG ƯƠNG - VĂN PHÒNG"


DISPATCH = ("TỔNG CỤC THUẾ", "CỤC THUẾ TỈNH ĐẮK NÔNG", "-------", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc", "-------", "Số: 101322/CTDN-TTHT")  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("V/v", ": Thực hiện quy định về hóa đơn.", "Hà Nội, ngày 18 tháng 7 năm 2014"),
         "Thực hiện quy định về hóa đơn."),
        (("V/v chính sách thuế", "GTGT", "|", "Hà Nội, ngày 23 tháng 11 năm 2020"), "chính sách thuế GTGT"),
        (("V/v trả lời", "Công ty TNHH An Bình", "về thuế", "Hà Nội, ngày 23 tháng 11 năm 2020"),
         "trả lời Công ty TNHH An Bình về thuế"),
    ],
)  # fmt: skip
def test_a_subject_over_several_lines(lines: tuple[str, ...], title: str) -> None:
    found = outline(clean_text([*DISPATCH, *lines, "Kính gửi: Công ty TNHH An Bình", "Trả lời công văn của Công ty:",
                                "- Về thuế: thực hiện theo quy định."])).metadata  # fmt: skip
    assert found.title == title
    assert found.issuer_id != "TCT"  # the office of a province is not the general department


def test_the_authority_cut_behind_its_letters() -> None:
    found = outline(clean_text([*CELLS, *BODY, "|", "TM.", "ỦY BAN NHÂN DÂN TỈNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH",
                                "Nguyễn Văn Phòng", "|"])).metadata.signer  # fmt: skip
    assert found is not None
    assert (found.name, found.position) == ("Nguyễn Văn Phòng", "PHÓ CHỦ TỊCH")
    assert found.authority == "TM. ỦY BAN NHÂN DÂN TỈNH\nKT. CHỦ TỊCH"


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TỈNH AN GIANG", Level.PROVINCE),
        ("ỦY BAN NHÂN DÂN THỊ XÃ BUÔN HỒ", Level.DISTRICT),
        ("ỦY BAN NHÂN DÂN XÃ XUÂN PHÚ", Level.COMMUNE),
        ("BẢO HIỂM XÃ HỘI TỈNH LÀO CAI", Level.PROVINCE),
    ],
)
def test_the_level_that_a_name_says(name: str, level: Level) -> None:
    assert level_of(name, by_name(name)) is level


def test_a_received_text_whose_title_was_joined_with_the_body_below_it() -> None:
    found = received(
        "ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\n--------\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "---------------\n\nNghị quyết số: 653/2019/UBTVQH14\n\nHà Nội, ngày 12 tháng 3 năm 2019\n\n \n\n"
        "NGHỊ QUYẾT\n\nVỀ VIỆC SẮP XẾP CÁC ĐƠN VỊ HÀNH CHÍNH CẤP HUYỆN, CẤP XÃ TRONG GIAI ĐOẠN 2019 - 2021\n\n"
        "ỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n\nQUYẾT NGHỊ:\n\n"
        "Điều 1. Các đơn vị hành chính thuộc diện sắp xếp\n\n1. Việc sắp xếp đơn vị hành chính.\n"
    )
    assert found.title == "VỀ VIỆC SẮP XẾP CÁC ĐƠN VỊ HÀNH CHÍNH CẤP HUYỆN, CẤP XÃ TRONG GIAI ĐOẠN 2019 - 2021"
    assert found.issuer == "ỦY BAN THƯỜNG VỤ QUỐC HỘI"


def test_the_place_that_only_the_enacting_line_says() -> None:
    found = metadata("ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |", "Số: 30/2018/QĐ-UBND |",
                     "QUYẾT ĐỊNH", "BAN HÀNH QUY ĐỊNH VỀ QUẢN LÝ CHỢ", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY NINH",
                     "Căn cứ Luật Tổ chức chính quyền địa phương;", "QUYẾT ĐỊNH:")  # fmt: skip
    assert (found.issuer, found.level, found.place) == ("ỦY BAN NHÂN DÂN TỈNH TÂY NINH", Level.PROVINCE, "Tây Ninh")


def test_grounds_below_a_head_without_a_type() -> None:
    found = outline(
        clean_text(
            [
                "ỦY BAN NHÂN DÂN |",
                "Số: 2583/QĐ-UBND | Tây Ninh, ngày 29 tháng 11 năm 2019 |",
                "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH TÂY NINH",
                "Căn cứ Luật Tổ chức chính quyền địa phương;",
                "QUYẾT ĐỊNH:",
                *BODY,
            ]
        )
    )
    assert [unit.id for unit in found.units][:3] == ["dau", "can-cu", "dieu-1"]
    assert (found.metadata.issuer, found.metadata.title) == ("ỦY BAN NHÂN DÂN TỈNH TÂY NINH", None)


def test_a_type_printed_twice() -> None:
    found = metadata("QUỐC HỘI", "Số: 27/2024/QH15", "NGHỊ QUYẾT", "NGHỊQUYẾT", "VỀ QUY CHẾ HOẠT ĐỘNG",
                     "Căn cứ Hiến pháp;")  # fmt: skip
    assert found.title == "VỀ QUY CHẾ HOẠT ĐỘNG"


def test_a_date_behind_a_blank_place() -> None:
    found = metadata("ỦY BAN NHÂN DÂN", "XÃ ..........", "Số:", "/BC-UBND", ".........., ngày 20 tháng 6 năm 2018",
                     "BÁO CÁO", "Tình hình kinh tế")  # fmt: skip
    assert (found.date, found.place, found.symbol) == (dt.date(2018, 6, 20), None, None)


def test_a_letterhead_joined_with_the_words_of_a_portal() -> None:
    found = metadata("Hệ thống pháp luật /", "ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "Số: 2157/QĐ-UBND", "QUYẾT ĐỊNH",
                     "Về quản lý chợ")  # fmt: skip
    assert found.issuer == "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"


def test_the_letters_of_a_provincial_committee_written_with_a_horn() -> None:
    found = metadata("TỈNH ỦY THỪA THIÊN HUẾ", "ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Số 445-KL/TƯ",
                     "Thừa Thiên Huế, ngày 13 tháng 5 năm 2022", "KẾT LUẬN", "về kết cấu hạ tầng")  # fmt: skip
    assert (found.symbol, found.issuer_id, found.level) == ("445-KL/TU", "TU", Level.PROVINCE)


def test_the_central_letters_written_with_a_horn() -> None:
    found = metadata("BAN CHẤP HÀNH TRUNG ƯƠNG", "*", "Số 16-CT/TƯ", "CHỈ THỊ", "về lãnh đạo đại hội")
    assert (found.symbol, found.issuer_id) == ("16-CT/TW", "TW")


def test_an_old_symbol_that_ends_with_its_type() -> None:
    found = metadata("BỘ Y TẾ ******* | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ******* |",
                     "Số: 18-BYT/TT | Hà Nội, ngày 22 tháng 6 năm 1979 |", "Bộ hướng dẫn thêm như sau.")  # fmt: skip
    assert (found.symbol, found.type_name, found.issuer) == ("18-BYT/TT", "Thông tư", "BỘ Y TẾ")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("ỦY", "BAN NHÂN DÂN - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH NINH BÌNH", "Số: 35/QCPH-UBND-UBMTTQVN"),
         "ỦY BAN NHÂN DÂN - ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH NINH BÌNH"),
        (("ỦY BAN NHÂN DÂN", "ỦY BAN MTTQ VIỆT NAM", "TỈNH ĐẮK LẮK", "Số: 01/QCPH/UBND-UBMTTQ"),
         "ỦY BAN NHÂN DÂN - ỦY BAN MTTQ VIỆT NAM TỈNH ĐẮK LẮK"),
    ],
)  # fmt: skip
def test_two_bodies_that_issue_together(lines: tuple[str, ...], issuer: str) -> None:
    assert metadata(*lines, "QUY CHẾ", "Phối hợp công tác").issuer == issuer


def test_a_title_whose_type_the_portal_left_out() -> None:
    found = outline(
        clean_text(
            [
                "| BỘ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
                "| Số: 3557/QĐ-BYT | Hà Nội, ngày 14 tháng 11 năm 2025 |",
                "VỀ VIỆC CHO PHÉP KÝ KẾT BẢN GHI NHỚ",
                "BỘ TRƯỞNG BỘ Y TẾ",
                "Căn cứ Luật Thỏa thuận quốc tế ngày 13/11/2020;",
                "QUYẾT ĐỊNH:",
                *BODY,
            ]
        )
    )
    assert found.metadata.title == "VỀ VIỆC CHO PHÉP KÝ KẾT BẢN GHI NHỚ"
    assert found.metadata.type_name == "Quyết định"
    assert [unit.id for unit in found.units][:3] == ["dau", "ten", "can-cu"]


def test_a_text_without_letterhead_takes_its_issuer_from_the_enacting_line_and_no_date_from_the_grounds() -> None:
    found = metadata(
        "NGHỊ QUYẾT",
        "Ban hành nội quy kỳ họp Hội đồng nhân dân Thành phố Hà Nội",
        "__________",
        "(Từ ngày 07/12 đến ngày 10/12/2011)",
        "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HÀ NỘI",
        "KHÓA XIV, KỲ HỌP THỨ 03",
        "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân, ngày 26 tháng 11 năm 2003 và Quy chế hoạt động;",
        "QUYẾT NGHỊ:",
    )
    assert (found.date, found.number) == (None, None)
    assert (found.issuer, found.level, found.place) == (
        "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HÀ NỘI",
        Level.PROVINCE,
        "Hà Nội",
    )


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Luật Tổ chức chính quyền địa phương, ngày 19 tháng 6 năm 2015;",
        "Luật Tổ chức chính quyền địa phương, ngày 19 tháng 6 năm 2015;",
        "Thực hiện Kết luận của Ban Thường vụ Tỉnh ủy, ngày 19 tháng 6 năm 2015 về việc sắp xếp",
        "Xét đề nghị của Sở Nội vụ, ngày 19 tháng 6 năm 2015",
    ],
)
def test_the_date_of_a_ground_is_not_the_documents(line: str) -> None:
    assert metadata("UBND TỈNH GIA LAI", "Số: 3/QĐ-UBND", "QUYẾT ĐỊNH", "Về quản lý chợ", line).date is None


def test_the_path_of_a_file_is_no_recipient() -> None:
    found = outline(
        clean_text(
            [
                "QUYẾT ĐỊNH",
                "Về quản lý chợ",
                *BODY,
                "Nơi nhận:",
                "- Như trên;",
                "- Lưu: VT, NCTH.HH",
                "d:\\2011\\CV\\SVH\\T4\\Bau cho",
                "KT. CHỦ TỊCH",
                "PHÓ CHỦ TỊCH",
                "Trần Thành Lập",
            ]
        )
    ).metadata
    assert found.recipients == ("Như trên", "Lưu: VT, NCTH.HH")
    assert found.signer is not None
    assert found.signer.name == "Trần Thành Lập"


def test_grounds_without_a_word_of_enactment() -> None:
    found = outline(
        clean_text(
            [
                "BỘ GIÁO DỤC VÀ ĐÀO TẠO | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
                "Số: 26/2019/TT-BGDĐT | Hà Nội, ngày 30 tháng 12 năm 2019 |",
                "Căn cứ Nghị định số 69/2017/NĐ-CP ngày 25 tháng 5 năm 2017 của Chính phủ;",
                "Bộ trưởng Bộ Giáo dục và Đào tạo ban hành Thông tư quy định về cơ sở dữ liệu.",
                *BODY,
            ]
        )
    )
    assert [unit.id for unit in found.units][:3] == ["dau", "can-cu", "dieu-1"]
    assert (found.metadata.title, found.metadata.type_name) == (None, "Thông tư")


def test_a_date_whose_words_stick_together() -> None:
    found = metadata("SỞ TƯ PHÁP", "Số : 2917 /STP-VP Phan Rang-Tháp Chàm, ngày 05 tháng11 năm 2010", "QUYẾT ĐỊNH",
                     "Về quản lý chợ")  # fmt: skip
    assert found.date == dt.date(2010, 11, 5)


def test_type_and_title_on_one_line() -> None:
    lines = [
        "Số 70/KH-UBND",
        "Cần Thơ, ngày 15 tháng 9 năm 2025",
        "KẾ HOẠCH Thực hiện công tác dân vận trên địa bàn thành phố",
        "Thực hiện Luật Thực hiện dân chủ ở cơ sở, Ủy ban nhân dân ban hành Kế hoạch như sau:",
        "I. MỤC ĐÍCH",
    ]
    found = outline(clean_text(lines))
    assert found.metadata.type_name == "Kế hoạch"
    assert found.metadata.title == "Thực hiện công tác dân vận trên địa bàn thành phố"
    assert [unit.kind for unit in found.units] == ["letterhead", "title", "preamble", "heading"]


def test_the_name_of_the_youth_union_above_the_date_issues_nothing() -> None:
    lines = [
        "TỈNH ĐOÀN THANH HÓA",
        "BCH ĐOÀN XÃ SUỐI HAI",
        "***",
        "Số: 15-KH/ĐTN",
        "ĐOÀN TNCS HỒ CHÍ MINH",
        "Suối Hai, ngày 01 tháng 3 năm 2026",
        "KẾ HOẠCH",
        "Tổ chức Tháng Thanh niên",
        "I. MỤC ĐÍCH",
    ]
    metadata = outline(clean_text(lines)).metadata
    assert metadata.issuer == "BCH ĐOÀN XÃ SUỐI HAI"
    assert metadata.place == "Thanh Hóa"


def test_recipients_without_dashes() -> None:
    act = ["QUYẾT ĐỊNH", "Về việc thành lập Ban Chỉ đạo", "Điều 1. Thành lập Ban Chỉ đạo.", "Nơi nhận:"]
    metadata = outline(
        clean_text([*act, "Như Điều 1;", "TT Huyện ủy;", "Các phòng, ban", "của huyện;", "Lưu VT."])
    ).metadata
    assert metadata.recipients == ("Như Điều 1", "TT Huyện ủy", "Các phòng, ban của huyện", "Lưu VT")
