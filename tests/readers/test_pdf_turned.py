"""PDF pages whose text does not run to the right, or that carry more than their text."""

from __future__ import annotations

import pytest

from build_tools.fidelity import check_clean
from build_tools.model.findings import RemovedReason
from build_tools.normalise import normalise
from build_tools.readers import pdf as reader
from tests.readers.pdf_files import pdf

BODY = (
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị định này quy định về việc lập, phê duyệt và công bố kế hoạch của",
    "các cơ quan nhà nước trên địa bàn tỉnh.",
    "1. Cơ quan chủ trì gửi hồ sơ trong 10 ngày.",
)
READ = [BODY[0], f"{BODY[1]} {BODY[2]}", BODY[3]]


def read(data: bytes):
    source = reader.read(data, "", "a.pdf")
    clean = normalise(source)
    assert check_clean(source, clean) is None
    return source, clean


@pytest.mark.parametrize("page", ["", "/Rotate 90", "/Rotate 180", "/Rotate 270"])
@pytest.mark.parametrize(
    ("degrees", "first", "step"),
    [(0, (60, 780), (0, -18)), (90, (60, 60), (18, 0)), (180, (540, 60), (0, 18)), (270, (540, 780), (-18, 0))],
)
def test_a_page_on_its_side_is_read_as_it_is_held(degrees, first, step, page):
    lines = [(first[0] + n * step[0], first[1] + n * step[1], text, 12, degrees) for n, text in enumerate(BODY)]
    assert read(pdf([lines, lines[:1]], page=page))[1].text.split("\n") == [*READ, BODY[0]]


def test_upright_heads_of_columns_stand_in_their_cells():
    xs, ys = (72, 110, 300, 340, 400), (760, 640, 610, 580)
    ruled = "\n".join([*(f"{x} 580 m {x} 760 l S" for x in xs), *(f"72 {y} m 400 {y} l S" for y in ys)])
    heads = [(95, "Số thứ tự"), (325, "Cấp tỉnh"), (365, "Cấp xã,"), (380, "phường")]
    rows = [(120, 700, "Nội dung"), (80, 620, "1"), (120, 620, "Lập sổ theo dõi"), (305, 620, "x"), (80, 590, "2"),
            (120, 590, "Báo cáo"), (350, 590, "x"), (72, 540, BODY[1]), (72, 520, BODY[2])]  # fmt: skip
    page = [*((x, 650, text, 10, 90) for x, text in heads), *rows]
    assert read(pdf([page], drawn=ruled))[1].text.split("\n") == [
        "Số thứ tự\tNội dung\tCấp tỉnh\tCấp xã, phường", "1\tLập sổ theo dõi\tx\t", "2\tBáo cáo\t\tx", READ[1],
    ]  # fmt: skip


def test_slanting_words_are_a_watermark_and_words_outside_of_the_page_hidden():
    lines = [(60, 780 - n * 18, text) for n, text in enumerate(BODY)]
    clean = read(
        pdf([[*lines, (100, 200, "DỰ THẢO", 40, 50), (60, 20, "ngoài khung")]], page="/CropBox [0 50 595 842]")
    )[1]
    assert clean.text.split("\n") == READ
    assert [(item.reason, item.text) for item in clean.removed] == [
        (RemovedReason.WATERMARK, "DỰ THẢO"), (RemovedReason.HIDDEN_TEXT, "ngoài khung"),
    ]  # fmt: skip


def test_lines_behind_the_head_of_a_form_or_the_label_of_a_unit_are_no_furniture():
    lines = [(60, 780 - n * 18, text) for n, text in enumerate((*BODY, "2. Hết."))]
    assert read(pdf([lines] * 3))[1].text.split("\n") == [*READ, "2. Hết."] * 3


LEFT = (
    "Điều 1. Cột trái bắt đầu ở",
    "đây và chạy xuống dưới cho",
    "đến hết cột, rồi mới sang",
    "cột bên phải của trang này.",
    "1. Khoản một của điều 1 còn",
    "ở cột trái của trang.",
)
RIGHT = (
    "2. Khoản hai ở đầu cột phải",
    "và cũng xuống dòng nhiều",
    "lần trước khi hết khoản.",
    "Điều 2. Hiệu lực thi hành,",
    "tổ chức thực hiện quyết định",
    "này của các cơ quan.",
)


def test_two_columns_of_running_text_are_read_one_after_the_other():
    rows = zip(range(6), LEFT, RIGHT, strict=True)
    page = [line for n, a, b in rows for line in ((60, 780 - n * 18, a), (320, 780 - n * 18, b))]
    assert read(pdf([page]))[1].text.split("\n") == [
        " ".join(LEFT[:4]), " ".join(LEFT[4:]), " ".join(RIGHT[:3]), " ".join(RIGHT[3:]),
    ]  # fmt: skip


def test_two_columns_of_short_cells_are_read_row_by_row():
    cells = [("Rà soát văn bản", "Sở Tư pháp"), ("Tập huấn nghiệp vụ", "Sở Nội vụ")] * 4
    page = [line for n, (a, b) in enumerate(cells) for line in ((60, 780 - n * 18, a), (320, 780 - n * 18, b))]
    assert read(pdf([page]))[1].text.split("\n") == [cell for row in cells for cell in row]


def annotation(kind: str, text: str, more: str = "") -> str:
    written = "".join(f"{ord(char):04X}" for char in text)
    return f"<< /Type /Annot /Subtype /{kind} /Rect [130 778 220 792] {more.replace('TEXT', f'<FEFF{written}>')} >>"


TYPED = annotation("FreeText", "15/QĐ-UBND", "/Contents TEXT")
FILLED = annotation("Widget", "15/QĐ-UBND", "/FT /Tx /T (a) /V TEXT")
STICKER = annotation("Text", "ghi chú dán", "/Contents TEXT")
HIDDEN = annotation("FreeText", "ẩn", "/Contents TEXT /F 2")


@pytest.mark.parametrize("added", [TYPED, FILLED])
def test_what_was_typed_over_a_page_or_into_a_form_is_read_at_its_place_and_said(added):
    lines = [(60, 780, "Số:"), (60, 760, "Điều 1. Ban hành kèm theo"), (60, 740, "Điều 2. Hiệu lực")]
    forms = "/AcroForm << /Fields [5 0 R] >>" if added is FILLED else ""
    data = pdf([lines], extra=forms, page="/Annots [5 0 R 6 0 R 7 0 R]", objects=[added, STICKER, HIDDEN])
    source, clean = read(data)
    assert clean.text.replace("\n", " ").startswith("Số: 15/QĐ-UBND Điều 1. Ban hành kèm theo")
    assert "ghi chú" not in clean.text
    assert "ẩn" not in clean.text
    assert [(note.code, note.args) for note in source.diagnostics] == [
        ("pdf-added-text", {"text": "15/QĐ-UBND", "page": "1"})
    ]
