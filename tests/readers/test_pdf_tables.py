"""Ruled tables of PDF files: cells that are one over columns or rows, tables that go on on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.fidelity import check_clean
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, CleanText
from build_tools.normalise import normalise
from build_tools.readers import pdf as reader
from tests.readers.pdf_files import Line, pdf

COLUMNS = (60.0, 100.0, 250.0, 400.0)
HEAD = ("TT", "Nội dung", "Cơ quan chủ trì")


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0} {y0} m {x1} {y1} l S"


def grid(top: float, count: int, columns: Sequence[float] = COLUMNS, height: float = 30.0) -> str:
    """The rules of a table of `count` rows whose upper end is at `top`."""
    low = top - height * count
    flat = [rule(columns[0], top - height * row, columns[-1], top - height * row) for row in range(count + 1)]
    return "\n".join([*flat, *(rule(x, low, x, top) for x in columns)])


def cells(top: float, rows: Sequence[Sequence[str]], columns: Sequence[float] = COLUMNS) -> list[Line]:
    return [
        (columns[column] + 8, top - 18 - 30.0 * number, text)
        for number, row in enumerate(rows)
        for column, text in enumerate(row)
        if text
    ]


def read(pages: Sequence[Sequence[Line]], drawn: str | Sequence[str]) -> CleanText:
    source = reader.read(pdf(pages, drawn=drawn), "", "a.pdf")
    clean = normalise(source)
    assert check_clean(source, clean) is None
    return clean


def rows(clean: CleanText) -> list[tuple[int | None, str]]:
    return [(b.table, b.span.of(clean.text)) for b in clean.blocks if b.kind is BlockKind.TABLE_ROW]


def items(first: int, last: int) -> list[tuple[str, str, str]]:
    return [(str(n), f"Việc {n}", f"Sở {n}") for n in range(first, last + 1)]


def test_a_head_whose_cells_are_one_over_columns_and_over_rows():
    columns = (60.0, 100.0, 250.0, 320.0, 400.0)
    flat = [rule(60, y, 400, y) for y in (700, 640, 610)] + [rule(250, 670, 400, 670)]
    upright = [rule(x, 610, x, 700) for x in (60, 100, 250, 400)] + [rule(320, 610, 320, 670)]
    page = [
        (68.0, 666.0, "TT"), (108.0, 666.0, "Nội dung"), (290.0, 682.0, "Thời gian"), (258.0, 652.0, "LT"),
        (328.0, 652.0, "TH"), *cells(640, [("1", "Bài 1", "5", "2")], columns),
    ]  # fmt: skip
    assert rows(read([page], "\n".join(flat + upright))) == [
        (1, "TT\tNội dung\tThời gian\t"), (1, "\t\tLT\tTH"), (1, "1\tBài 1\t5\t2"),
    ]  # fmt: skip


def test_words_in_the_middle_of_a_cell_over_columns_stand_in_its_first():
    flat = [rule(60, y, 400, y) for y in (700, 670, 640)]
    upright = [rule(x, 640, x, 700) for x in (60, 400)] + [rule(x, 640, x, 670) for x in (100, 250)]
    page = [(270.0, 682.0, "PHẦN I"), *cells(670, [("1", "Việc", "Sở")])]
    assert rows(read([page], "\n".join(flat + upright))) == [(1, "PHẦN I\t\t"), (1, "1\tViệc\tSở")]


def test_a_cell_over_several_rows_does_not_make_them_one():
    flat = [rule(60, y, 400, y) for y in (700, 610)] + [rule(100, y, 400, y) for y in (670, 640)]
    upright = [rule(x, 610, x, 700) for x in COLUMNS]
    page = [(68.0, 652.0, "I"), *cells(700, [("", f"Việc {n}", f"Sở {n}") for n in (1, 2, 3)])]
    assert rows(read([page], "\n".join(flat + upright))) == [
        (1, "I\tViệc 1\tSở 1"), (1, "\tViệc 2\tSở 2"), (1, "\tViệc 3\tSở 3"),
    ]  # fmt: skip


def test_cells_are_parted_where_the_rules_between_them_are_drawn_row_by_row():
    flat = [rule(60, y, 400, y) for y in (700, 640, 610)] + [rule(250, 670, 400, 670)]
    pieces = [(610, 639.7), (640.3, 669.7), (670.3, 700)]
    upright = [rule(x, low, x, high) for x in COLUMNS for low, high in pieces]
    middle = 670.0 - 3.5  # the letters of this height stand astride the rule
    page = [
        (68.0, middle, "TT"), (108.0, middle, "Nội dung"), (258.0, 682.0, "Sở"), (258.0, 652.0, "Phòng"),
        *cells(640, [("1", "Việc", "A")]),
    ]  # fmt: skip
    assert rows(read([page], "\n".join(flat + upright))) == [
        (1, "TT\tNội dung\tSở"), (1, "\t\tPhòng"), (1, "1\tViệc\tA"),
    ]  # fmt: skip


def test_a_line_drawn_under_words_parts_no_rows():
    page = cells(700, [HEAD, ("1", "Việc 1", "Sở 1")])
    clean = read([page], grid(700, 2) + "\n" + rule(110, 650, 240, 650))
    assert rows(clean) == [(1, "TT\tNội dung\tCơ quan chủ trì"), (1, "1\tViệc 1\tSở 1")]


def test_a_table_that_goes_on_on_the_next_page_is_one_and_its_head_stands_once():
    pages = [
        [(60.0, 780.0, "Danh mục"), *cells(740, [HEAD, *items(1, 3)]), (290.0, 40.0, "1")],
        [*cells(780, [HEAD, *items(4, 6)]), (290.0, 40.0, "2")],
        [*cells(780, [HEAD, *items(7, 8)]), (60.0, 600.0, "Hết danh mục."), (290.0, 40.0, "3")],
    ]
    clean = read(pages, [grid(740, 4), grid(780, 4), grid(780, 3)])
    head = "\t".join(HEAD)
    assert rows(clean) == [(1, head), *((1, "\t".join(item)) for item in items(1, 8))]
    again = [item.text for item in clean.removed if item.reason is RemovedReason.RUNNING_HEADER]
    assert again == [head, head]


def test_a_table_goes_on_where_the_margins_of_left_and_right_pages_differ():
    other = tuple(x + 20 for x in COLUMNS)
    pages = [cells(740, [HEAD, *items(1, 3)]), cells(780, items(4, 6), other)]
    clean = read(pages, [grid(740, 4), grid(780, 3, other)])
    assert {table for table, _ in rows(clean)} == {1}
    assert clean.removed == ()


def test_tables_with_text_between_or_with_other_columns_stay_two():
    titled = [(60.0, 780.0, "Bảng 2. Các việc khác"), *cells(740, [HEAD, *items(1, 2)])]
    clean = read([cells(740, [HEAD, *items(1, 3)]), titled], [grid(740, 4), grid(740, 3)])
    assert [table for table, _ in rows(clean)] == [1, 1, 1, 1, 2, 2, 2]
    assert clean.removed == ()
    other = (60.0, 140.0, 250.0, 400.0)
    clean = read(
        [cells(740, [HEAD, *items(1, 3)]), cells(780, items(4, 5), other)], [grid(740, 4), grid(780, 2, other)]
    )
    assert {table for table, _ in rows(clean)} == {1, 2}


def test_equal_rows_of_numbers_at_a_page_begin_are_no_head():
    row = ("1", "2", "3")
    clean = read([cells(740, [row, *items(2, 3)]), cells(780, [row, *items(4, 5)])], [grid(740, 3), grid(780, 3)])
    assert len(rows(clean)) == 6
    assert clean.removed == ()


def test_a_row_that_the_page_end_cuts_is_one():
    pages = [
        cells(740, [HEAD, ("1", "Rà soát văn bản và xử", "Sở Tư pháp 1")]),
        cells(780, [HEAD, ("", "lý kết quả rà soát", ""), ("2", "Việc 2", "Sở 2")]),
    ]
    clean = read(pages, [grid(740, 2), grid(780, 3)])
    assert [text for _, text in rows(clean)][1:] == [
        "1\tRà soát văn bản và xử lý kết quả rà soát\tSở Tư pháp 1",
        "2\tViệc 2\tSở 2",
    ]
    again = [
        cells(740, [HEAD, ("1", "Rà soát văn bản.", "Sở Tư")]),
        cells(780, [("", "Xử lý kết quả;", "pháp"), ("2", "Việc 2", "Sở 2")]),
    ]
    assert [text for _, text in rows(read(again, [grid(740, 2), grid(780, 2)]))][1] == (
        "1\tRà soát văn bản. Xử lý kết quả;\tSở Tư pháp"
    )


def test_a_row_below_another_that_only_shares_its_number_stays_one_of_its_own():
    pages = [
        cells(740, [HEAD, ("1", "Rà soát văn bản", "Sở Tư pháp")]),
        cells(780, [("", "Xử lý kết quả", "Sở Nội vụ"), ("2", "Việc 2", "Sở 2")]),
    ]
    assert len(rows(read(pages, [grid(740, 2), grid(780, 2)]))) == 4
