"""PDF: reading order, furniture, pages, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind
from build_tools.normalise import normalise
from build_tools.readers import pdf as reader
from build_tools.received import received_words
from tests.properties import tried
from tests.readers.pdf_files import pdf

LEFT, INDENT = 60.0, 90.0
FULL = "các cơ quan, đơn vị, địa phương có trách nhiệm tổ chức thực hiện việc này"
OTHERS = (
    FULL,
    "và báo cáo kết quả thực hiện với cơ quan có thẩm quyền trước ngày quy định",
    "theo đúng trình tự, thủ tục của pháp luật về việc tổ chức thi hành văn bản",
)


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        reader.read(data, "", "a.pdf")
    assert caught.value.file == "a.pdf"
    return caught.value.code


def column(texts: list[str], top: float = 780.0, left: float = LEFT) -> list[tuple[float, float, str]]:
    return [(left, top - 18 * index, text) for index, text in enumerate(texts)]


def test_a_letterhead_in_two_columns_is_read_column_by_column():
    rows = [("TỈNH ỦY LÂM ĐỒNG", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("Số 84-KH/TU", "Lâm Đồng, ngày 03 tháng 6 năm 2024")]
    page = [line for y, (a, b) in zip((800, 780), rows, strict=True) for line in ((LEFT, y, a), (330.0, y, b))]
    clean = normalise(reader.read(pdf([[*page, (LEFT, 740.0, "Căn cứ Luật;")]]), "", "a.pdf"))
    assert clean.text.split("\n") == [
        "TỈNH ỦY LÂM ĐỒNG", "Số 84-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Lâm Đồng, ngày 03 tháng 6 năm 2024",
        "Căn cứ Luật;",
    ]  # fmt: skip


def test_headers_and_page_numbers_go_and_the_sentence_is_joined_over_the_page():
    pages = [
        [(200.0, 815.0, "CÔNG TY A - Tài liệu"), *column([*OTHERS[n:], *OTHERS[:n]]), (290.0, 40.0, str(n + 1))]
        for n in (0, 1, 2)
    ]
    clean = normalise(reader.read(pdf(pages), "", "a.pdf"))
    assert len(words(clean.text)) == 3 * len(words(" ".join(OTHERS)))
    assert len(clean.blocks) == 1
    reasons = [(item.reason, item.text) for item in clean.removed]
    assert reasons.count((RemovedReason.RUNNING_HEADER, "CÔNG TY A - Tài liệu")) == 3
    assert {text for reason, text in reasons if reason is RemovedReason.PAGE_NUMBER} == {"1", "2", "3"}
    assert {origin.page for origin in clean.origins} == {1, 2, 3}


@pytest.mark.parametrize("pages", [1, 3])
def test_what_a_browser_prints_around_a_page_is_furniture(pages):
    """Its address, the time and the title stand there even on a single page."""
    made = [
        [
            (30.0, 820.0, "22/11/2026, 14:47"),
            (240.0, 820.0, "Kế hoạch 12 - Cổng thông tin"),
            *column([f"{n + 1}. Rà soát.", "Xem tại https://vbpl.vn/a lúc 22/11/2026, 14:47", OTHERS[n]], top=700),
            (30.0, 20.0, "https://hagiang.gov.vn/van-ban/12?page=1"),
            (540.0, 20.0, f"{n + 1}/{pages}"),
        ]
        for n in range(pages)
    ]
    clean = normalise(reader.read(pdf(made), "", "a.pdf"))
    assert len(clean.removed) == 4 * pages
    assert clean.text.count("Rà soát") == clean.text.count("Xem tại") == pages
    assert "Cổng" not in clean.text


def test_a_number_at_the_edge_that_does_not_count_pages_stays():
    pages = [[*column([FULL] * 3), (LEFT, 100.0, number)] for number in ("7", "7", "5")]
    assert words(normalise(reader.read(pdf(pages), "", "a.pdf")).text).count("7") == 2


def test_the_heads_of_forms_are_no_running_headers():
    pages = [column(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", f"Mẫu số {n}", *OTHERS[n:]]) for n in (0, 1, 2)]
    clean = normalise(reader.read(pdf(pages), "", "a.pdf"))
    assert clean.removed == ()
    assert clean.text.count("CỘNG HÒA") == 3


def test_an_indent_begins_a_paragraph():
    first = FULL.capitalize()
    texts = [(INDENT, first[:-6]), *((LEFT, other) for other in OTHERS), (INDENT, first[:-6]), (LEFT, FULL)]
    page = [(left, 780.0 - 18 * index, text) for index, (left, text) in enumerate(texts)]
    clean = normalise(reader.read(pdf([page]), "", "a.pdf"))
    assert [block.span.of(clean.text)[:11] for block in clean.blocks] == ["Các cơ quan"] * 2


def test_a_symbol_cut_at_the_line_end_is_whole():
    clean = normalise(
        reader.read(pdf([column([*OTHERS, FULL[:-10] + " số 27-", "NQ/TW và " + FULL[:-9], *OTHERS])]), "", "a.pdf")
    )
    assert "27-NQ/TW" in clean.text


def test_a_page_without_text_is_said_and_a_file_without_text_refused():
    source = reader.read(pdf([column([FULL]), [], column([FULL])]), "", "a.pdf")
    assert [(item.code, item.args) for item in source.diagnostics] == [("pdf-page-without-text", {"page": "2"})]
    assert refusal(pdf([[], []])) == "pdf-scan"


def test_damaged_locked_and_active_files_are_refused():
    whole = pdf([column([FULL])])
    assert refusal(whole[: len(whole) // 2]) == "pdf-cut-off"
    assert refusal(b"%PDF-1.7\nkhong phai pdf\n%%EOF") == "file-damaged"
    keys, name = f"/O <{'00' * 32}> /U <{'00' * 32}>", f"<{'00' * 16}>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {keys} >> /ID [{name} {name}]"
    assert refusal(pdf([column([FULL])], trailer=lock)) == "file-encrypted"
    script = "/Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"
    assert refusal(pdf([column([FULL])], extra=script)) == "pdf-active-content"


def test_a_file_that_claims_more_pages_than_it_has_is_refused():
    data = pdf([column([FULL])]).replace(b"/Count 1 ", b"/Count 100000 ")
    assert refusal(data) in {"too-many-pages", "file-damaged"}


LINE = st.lists(
    st.sampled_from(["Điều", "1.", "số", "27-NQ/TW", "và", "của", "Ủy", "-", "12", "TM."]), min_size=1, max_size=8
)
PAGE = st.lists(LINE.map(" ".join), max_size=12)


@given(st.lists(PAGE, min_size=1, max_size=4).filter(any))
@tried()
def test_no_word_of_any_pdf_is_lost(pages):
    data = pdf([column(page) for page in pages])
    source = reader.read(data, "", "a.pdf")
    clean = normalise(source)
    assert check_clean(source, clean) is None
    found = [*words(clean.text), *(word for item in clean.removed for word in words(item.text))]
    assert sorted(found) == sorted(received_words(data, "pdf"))


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S"


def test_a_ruled_table_is_read_row_by_row_and_cells_that_are_one_stay_whole():
    flat = [rule(60, y, 400, y) for y in (700, 660, 620)]
    upright = [rule(x, 620, x, 700) for x in (60, 100, 400)] + [rule(250, 620, 250, 660)]
    page = [
        *column([FULL], 740), (70.0, 680.0, "TT"), (200.0, 680.0, "Nội dung công việc"),
        (70.0, 640.0, "1"), (110.0, 645.0, "Rà soát"), (110.0, 630.0, "văn bản"), (260.0, 640.0, "Sở A"),
        *column([FULL], 590),
    ]  # fmt: skip
    clean = normalise(reader.read(pdf([page], drawn="\n".join(flat + upright)), "", "a.pdf"))
    rows = [(block.table, block.span.of(clean.text)) for block in clean.blocks if block.kind is BlockKind.TABLE_ROW]
    assert rows == [(1, "TT\tNội dung công việc\t"), (1, "1\tRà soát văn bản\tSở A")]
    assert [block.span.of(clean.text) for block in clean.blocks][::3] == [FULL, FULL]
