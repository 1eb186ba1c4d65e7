"""Characters, marks, origins, and what must hold whatever the text is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, Flow, Mark, MarkKind, SourceLine, SourceText
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.readers import markdown_text
from tests.normalise.cases import source
from tests.properties import tried
from tests.work import ends

PIECES = st.sampled_from(
    [
        *("Điều 1.", "1.", "a)", "đ)", "-", "+", "(1)", "I.", "và", "của", "Ủy ban nhân dân", "QĐ/TW", "27-", "NQ/TW"),
        *("CÔNG BÁO/Số 1/Ngày 1-1-2026", "12", "Nơi nhận:", "KẾ HOẠCH", "-----", "Căn cứ", "năm", "2026.", "“", "”"),
        *(
            "Tài liệu này thuộc sở hữu của A, cấm phát tán",
            "Người ký: A",
            "Thời gian ký: 01.01.2026 10:00:00",
            "việc Người ký: A Ngày ký: 1.1.2026 8:00 này",
        ),
        *("\u00ad", "\u200b", "Ð", "e\u0302\u0301", "\t", "\u00a0", "\f", "x" * 90),
    ]
)
LINES = st.lists(PIECES, max_size=6).map(" ".join)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=30)), max_size=25).map("\n".join)


@given(TEXTS)
@example("CÔNG BÁO/Số 1/Ngày 1-1-2026 Người ký: A \f việc Người ký: A Ngày ký: 1.1.2026 8:00 này")  # two signers alike
@tried()
def test_no_word_is_lost_added_or_moved(text):
    received = source(text)
    assert check_clean(received, normalise(received)) is None


@given(TEXTS)
@tried()
def test_the_clean_text_is_its_blocks_and_knows_where_each_comes_from(text):
    clean = normalise(source(text))
    assert "\n".join(block.span.of(clean.text) for block in clean.blocks) == clean.text
    assert unicodedata.is_normalized("NFC", clean.text)
    offsets = [origin.offset for origin in clean.origins]
    assert offsets == sorted(set(offsets))
    assert offsets[:1] == ([0] if clean.text else [])
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for origin, end in zip(clean.origins, [*offsets[1:], len(clean.text)], strict=False):
        part = clean.text[origin.offset : end]
        assert set(words(part)) <= set(words(lines[origin.line - 1])), "a part of the text is not on its line"


def test_every_white_space_becomes_one_space():
    spaces = [c for c in map(chr, range(0x110000)) if c.isspace() and c not in "\n\r\f"]
    assert len(spaces) > 20
    for space in spaces:
        assert normalise(source(f"một{space}hai {space}ba{space}")).text == "một hai ba", hex(ord(space))


def test_letters_are_repaired_and_invisible_characters_recorded():
    clean = normalise(source("Ð\u00adiê\u0300u 1.\u200b  Tô\u0309\u00a0chức\n"))
    assert clean.text == "Điều 1. Tổ chức"
    assert [item.reason for item in clean.removed] == [RemovedReason.INVISIBLE_CHARACTER]


def test_a_soft_hyphen_at_the_line_end_stands_between_two_syllables():
    received = source("theo Nghị quyết xây dựng Trung\u00ad\nương về cải cách\n" * 5)
    clean = normalise(received)
    assert check_clean(received, clean) is None
    assert "Trung ương" in clean.text


def test_the_spelling_of_tone_marks_stays_as_written():
    assert normalise(source("hoà bình, hòa bình")).text == "hoà bình, hòa bình"


def test_marks_move_with_the_repair_of_the_text_and_close_over_line_ends():
    strong = MarkKind.STRONG
    first = SourceLine(1, "  Tie\u0302\u0301p  tục ", opens=BlockKind.PARAGRAPH, marks=(Mark(Span(2, 13), strong),))
    second = SourceLine(2, "thực hiện", break_before=True, marks=(Mark(Span(0, 9), strong),))
    received = source("", flow=Flow.BLOCKS, format="markdown")
    clean = normalise(type(received)(**{**_fields(received), "lines": (first, second)}))
    assert clean.text == "Tiếp tục thực hiện"
    assert [mark.span.of(clean.text) for mark in clean.marks] == [clean.text]


def _fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}  # type: ignore[attr-defined]


def test_a_page_break_in_mid_sentence_is_joined_where_blocks_are_marked():
    lines = (
        SourceLine(1, "Thực hiện việc phổ biến cho cán bộ", opens=BlockKind.PARAGRAPH),
        SourceLine(5, "giữ chức danh tư pháp.", opens=BlockKind.PARAGRAPH),
        SourceLine(7, "I. MỤC ĐÍCH", opens=BlockKind.HEADING),
        SourceLine(9, "phổ biến rộng rãi", opens=BlockKind.PARAGRAPH),
    )
    received = source("", flow=Flow.BLOCKS, format="docx")
    clean = normalise(type(received)(**{**_fields(received), "lines": lines}))
    assert clean.text.split("\n") == [
        "Thực hiện việc phổ biến cho cán bộ giữ chức danh tư pháp.",
        "I. MỤC ĐÍCH",
        "phổ biến rộng rãi",
    ]
    assert [origin.line for origin in clean.origins] == [1, 5, 7, 9]


def test_footnotes_at_the_foot_of_a_page_are_blocks_of_their_own():
    page = (
        "bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp theo quy định tại điều\n"
        "này và các quy định khác có liên quan của pháp luật về bảo hiểm xã hội theo\n" + " " * 42 + "\n"
        "1 Văn bản này được hợp nhất từ hai quyết định sau đây của Thủ tướng Chính phủ\n"
        "về bảo hiểm.\n"
        "2 Quyết định số 38/2019/QĐ-TTg.\n"
        "\nCÔNG BÁO/Số 295/Ngày 22-3-2020\n42\n\n"
        "phương thức được quy định.\n"
    )
    clean = normalise(source(page))
    kinds = [(block.kind, block.span.of(clean.text)[:9]) for block in clean.blocks]
    assert kinds == [
        (BlockKind.PARAGRAPH, "bảo hiểm "),
        (BlockKind.FOOTNOTE, "1 Văn bản"),
        (BlockKind.FOOTNOTE, "2 Quyết đ"),
        (BlockKind.PARAGRAPH, "phương th"),
    ]


def test_pages_of_a_long_text_are_counted_by_their_numbers():
    body = "Nội dung của một dòng văn bản khá dài để gần đầy một dòng của trang giấy in,\n"
    text = "".join(body * 30 + f"\n{page}\n\n" for page in range(2, 7))
    removed = [item.text for item in normalise(source(text)).removed]
    assert removed == ["2", "3", "4", "5", "6"]


def test_a_line_beside_the_page_numbers_that_comes_again_is_a_header():
    body = "Nội dung của một dòng văn bản khá dài để gần đầy một dòng của trang giấy in,\n"
    text = "".join(body * 30 + f"\n{page}\nQuy trình nội bộ - bản {page}\n\n" for page in range(2, 7))
    clean = normalise(source(text))
    assert [item.reason.value for item in clean.removed] == ["page-number", "running-header"] * 5
    assert "Quy trình" not in clean.text


def test_page_numbers_of_recognised_markdown_go_too():
    paragraph = "Nội dung của một đoạn văn bản dài được nhận dạng từ ảnh quét của trang giấy. " * 12
    pages = "".join(f"{paragraph}\n\n{paragraph}\n\n{page}\n\n" for page in (2, 3, 4))
    clean = normalise(markdown_text.read(pages.encode(), "", "a.md"))
    assert [item.text for item in clean.removed] == ["2", "3", "4"]
    steps = "Bước đầu\n\n1\n\nBước sau\n\n2\n\nHết"
    assert normalise(markdown_text.read(steps.encode(), "", "a.md")).removed == ()


HOSTILE = {
    "labels": "1." * 50_000,
    "open brackets": "[" * 100_000,
    "spaces": " " * 200_000 + "x",
    "dashes": "- " * 50_000,
    "gazette heads": "CÔNG BÁO/Số " + "1 " * 50_000,
    "symbols": "Số: " + "1-" * 50_000,
    "quotes": "“" * 50_000,
    "dates": "A, ngày " + "1 " * 50_000,
    "signers": "Người ký: " + "a\n" * 30_000,
    "watermarks": "Tài liệu " + "này " * 40_000,
    "bare numbers": "\n".join(["1", "2"] * 20_000),
    "short lines": "a\n" * 60_000,
    "combining marks": "e\u0323\u0302" * 40_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_repeats_take_linear_time(name):
    text = HOSTILE[name]
    received = source(text * 2)
    with ends():
        normalise(received)


def test_a_line_with_endless_emphasis_takes_linear_time():
    text = "từ x " * 160_000
    marks = tuple(Mark(Span(at, at + 1), MarkKind.STRONG) for at in range(0, len(text), 5))
    received = source("", flow=Flow.BLOCKS, format="html")
    line = SourceLine(1, text, opens=BlockKind.PARAGRAPH, marks=marks)
    with ends():
        assert normalise(type(received)(**{**_fields(received), "lines": (line,)})).marks == ()


STAMP_AND_TEXT = [
    (
        "1. Các cơ quan việc Ký bởi: Sở Tư pháp; Thời gian ký: 12/03/2025 10:22:33\nKý bởi nhiều người.\n",
        "1. Các cơ quan việc\nKý bởi nhiều người.",
        ["Ký bởi: Sở Tư pháp; Thời gian ký: 12/03/2025 10:22:33"],
    ),
    (
        "1. Các cơ quan, đơn vị Người ký: Sở A; Thời gian ký: 12.03.2025 10:22:33 +07:00 người ký nhận.\n",
        "1. Các cơ quan, đơn vị người ký nhận.",
        ["Người ký: Sở A; Thời gian ký: 12.03.2025 10:22:33 +07:00"],
    ),
    (
        "ủy ban nhân dân tỉnh Người ký: Văn phòng\nEmail: vp@tinh.gov.vn\nThời gian ký: 12.03.2025 10:22\nxem xét.\n",
        "ủy ban nhân dân tỉnh xem xét.",
        ["Người ký: Văn phòng", "Email: vp@tinh.gov.vn", "Thời gian ký: 12.03.2025 10:22"],
    ),
]


@pytest.mark.parametrize(("text", "kept", "removed"), STAMP_AND_TEXT)
def test_a_stamp_that_shares_a_line_with_text_is_cut_out(text, kept, removed):
    received = source(text)
    clean = normalise(received)
    assert clean.text == kept
    assert [item.text for item in clean.removed] == removed
    assert {item.reason for item in clean.removed} == {RemovedReason.SIGNATURE_STAMP}
    assert check_clean(received, clean) is None


@pytest.mark.parametrize(
    "text",
    [
        "Ghi rõ họ tên Người ký: Chánh án hoặc Phó Chánh án\nThời gian ký: do Chánh án quyết định\n",
        "a) Thông tin về Người ký: họ tên, chức vụ\nb) Thời gian ký: 12/03/2025 10:22\n",
        "Tải về từ Cổng thông tin của bộ là hợp lệ\nĐược in từ phôi do bộ phát hành\n",
        "Hội nghị bắt đầu ngày 12/03/2025 10:22\nBản in bởi nhà in.\n",
    ],
)
def test_text_that_speaks_of_signing_loading_and_printing_stays(text):
    assert normalise(source(text)).removed == ()


@pytest.mark.parametrize(
    "mark",
    [
        "nguyenvana_vpub 12/03/2025 10:22:33",
        "sotp.haiphong - Nguyễn Văn An - 12/03/2025 10:22:33",
        "nvan.stp@haiphong.gov.vn, 12-03-2025 10:22",
        "Downloaded by Nguyen Van A (a@gmail.com)",
        "Được tải xuống từ www.congbao.example.vn",
        "Tải về bởi an@so.gov.vn",
        "LawSoft * Tel: +84-8-3930 3279 * www.ThuVienPhapLuat.vn",
    ],
)
def test_marks_of_who_opened_or_loaded_a_copy_leave_the_sentence(mark):
    received = source(f"1. Các cơ quan, đơn vị có trách nhiệm\n{mark}\ntổ chức thực hiện việc này.\n")
    clean = normalise(received)
    assert clean.text == "1. Các cơ quan, đơn vị có trách nhiệm tổ chức thực hiện việc này."
    assert [(item.text, item.reason) for item in clean.removed] == [(mark, RemovedReason.WATERMARK)]
    assert check_clean(received, clean) is None


RECEIPT_STAMPS = [
    (
        "ỦY BAN NHÂN DÂN\nCÔNG VĂN ĐẾN\nSố: 1234\nNgày: 12/3/2025\nChuyển: Phòng Văn xã\n\nSố: 12/KH-UBND\n",
        "ỦY BAN NHÂN DÂN\nSố: 12/KH-UBND",
        ["CÔNG VĂN ĐẾN", "Số: 1234", "Ngày: 12/3/2025", "Chuyển: Phòng Văn xã"],
    ),
    (
        "TỈNH ỦY\nĐẾN\n\nSố: ……  Ngày: 12-03-2025\n\nLưu hồ sơ số: ………\n\nSố 84-KH/TU\n",
        "TỈNH ỦY\nSố 84-KH/TU",
        ["ĐẾN", "Số: …… Ngày: 12-03-2025", "Lưu hồ sơ số: ………"],
    ),
    (
        "BỘ TÀI CHÍNH VĂN BẢN ĐẾN Số: 77 Ngày: 12/3/2025\nSố: 05/TT-BTC\n",
        "BỘ TÀI CHÍNH\nSố: 05/TT-BTC",
        ["VĂN BẢN ĐẾN Số: 77 Ngày: 12/3/2025"],
    ),
    (
        "VĂN BẢN ĐẾN Giờ: 8h30 Ngày 12 tháng 3 năm 2025 Số 77\nBỘ TÀI CHÍNH\n",
        "BỘ TÀI CHÍNH",
        ["VĂN BẢN ĐẾN Giờ: 8h30 Ngày 12 tháng 3 năm 2025 Số 77"],
    ),
]


@pytest.mark.parametrize(("text", "kept", "removed"), RECEIPT_STAMPS)
def test_the_stamp_of_the_office_that_received_a_paper_is_removed(text, kept, removed):
    received = source(text)
    clean = normalise(received)
    assert clean.text == kept
    assert [item.text for item in clean.removed] == removed
    assert {item.reason for item in clean.removed} == {RemovedReason.RECEIPT_STAMP}
    assert check_clean(received, clean) is None


@pytest.mark.parametrize(
    "text",
    [
        "ĐẾN\nSố: ........\nNgày: ........\nChuyển: ........\n",  # the model of the stamp, in an annex
        "VĂN BẢN ĐẾN\nSố: 12/QĐ-UBND\nNgày: 12/3/2025\n",
        "CÔNG VĂN ĐẾN\nViệc tiếp nhận\nSố: 12\nNgày: 12/3/2025\n",
        "TỪ NĂM 2020 ĐẾN\nNgày: 12/3/2025\n",
        "Việc một\n" * 80 + "ĐẾN\nSố: 12\nNgày: 12/3/2025\n",
    ],
)
def test_what_only_looks_like_a_stamp_of_receipt_stays(text):
    clean = normalise(source(text))
    assert clean.removed == ()
    assert words(clean.text) == words(text)


def test_a_mark_behind_a_stamp_that_was_cut_out_does_not_lie_over_other_words():
    text = "BỘ TÀI CHÍNH1 VĂN BẢN ĐẾN Số: 77 Ngày: 12/3/2025 CỘNG HÒA2"
    marks = tuple(
        Mark(Span(text.index(at) + len(at) - 1, text.index(at) + len(at)), MarkKind.SUPERSCRIPT)
        for at in ("CHÍNH1", "HÒA2")
    )
    line = SourceLine(1, text, opens=BlockKind.PARAGRAPH, marks=marks)
    clean = normalise(SourceText("a", "", "docx", "utf-8", Flow.BLOCKS, (line,)))
    assert clean.text == "BỘ TÀI CHÍNH1 CỘNG HÒA2"
    assert [mark.span.of(clean.text) for mark in clean.marks] == ["1"]


PART = "CÔNG BÁO/Số 9 + 10/Ngày 18-02-2019\n{number}\n{text}\n"


def said(text):
    return [(note.code, note.line, note.args) for note in normalise(source(text)).diagnostics]


def test_where_the_gazette_continues_a_document_elsewhere_is_said():
    before, after = "(Tiếp theo Công báo số 7 + 8)", "(Xem tiếp Công báo số 11 + 12)"
    assert said(f"{before}\nĐiều 9. A\n{after}") == [
        ("part-elsewhere", 1, {"line": before}),
        ("part-elsewhere", 3, {"line": after}),
    ]
    assert said(f"Điều 1. A\n{after}\n(Tiếp theo Công báo số 9 + 10)\nĐiều 9. B") == []


def test_pages_of_a_journal_that_hold_no_text_are_said():
    pages = ["Điều 1. A", "", "", "Điều 2. B", "", "TM. CHÍNH PHỦ"]
    text = "".join(PART.format(number=n, text=text) for n, text in enumerate(pages, 3))
    assert said(text) == [("text-page-missing", 4, {"empty": "3", "pages": "6"})]
    pages[3] = ""
    text = "".join(PART.format(number=n, text=text) for n, text in enumerate(pages, 3))
    assert said(text) == [("text-mostly-missing", 4, {"empty": "4", "pages": "6"})]
    assert said(PART.format(number=3, text="Điều 1. A") * 3) == []


def test_two_kinds_of_furniture_cut_out_of_one_line_are_recorded_in_its_order():
    stamp = "Người ký: A Ngày ký: 1.1.2026 8:00"
    for line in (
        f"Điều 1. CÔNG BÁO/Số 1/Ngày 1-1-2026 quy {stamp} định",
        f"Điều 1. {stamp} CÔNG BÁO/Số 1/Ngày 1-1-2026 quy",
    ):
        clean = normalise(source(line))
        assert check_clean(source(line), clean) is None
        assert len(clean.removed) == 2
    watermark = f"Tài liệu này thuộc sở hữu của A, cấm phát tán việc {stamp} này"
    clean = normalise(source(f"a\n{watermark}\nb"))
    assert check_clean(source(f"a\n{watermark}\nb"), clean) is None


def test_a_header_that_runs_into_a_word_is_no_header():
    text = "phát tán12CÔNG BÁO/Số 1/Ngày 1-1-2026 Đến"
    assert normalise(source(text)).text == text
