"""Raised marks of notes in PDF files, lowered letters of formulas, and the notes at the end of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.fidelity import check_clean
from build_tools.model.document import UnitKind
from build_tools.model.source import BlockKind, CleanText, MarkKind
from build_tools.normalise import normalise
from build_tools.readers import pdf as reader
from build_tools.structure import outline
from tests.properties import tried
from tests.readers.pdf_files import Line, pdf

LEFT, WIDTH = 60.0, 6.0  # of one letter of 12 points in the font of these files
FULL = "các cơ quan, đơn vị, địa phương có trách nhiệm tổ chức thực hiện việc này"
OTHER = "và báo cáo kết quả thực hiện với cơ quan có thẩm quyền trước ngày quy định"


def pieces(y: float, *parts: tuple[str, float, float], left: float = LEFT) -> list[Line]:
    """Parts of one line, one behind the other: text, size, and how far it stands above the line."""
    found: list[Line] = []
    for text, size, rise in parts:
        found.append((left, y + rise, text, size))
        left += len(text) * size / 2
    return found


def read(*pages: list[Line]) -> CleanText:
    source = reader.read(pdf(pages), "", "a.pdf")
    clean = normalise(source)
    assert check_clean(source, clean) is None
    return clean


def marked(clean: CleanText) -> list[tuple[str, str]]:
    return [(mark.kind.value, mark.span.of(clean.text)) for mark in clean.marks]


def lines(*texts: str, top: float, size: float = 12.0, pitch: float = 18.0) -> list[Line]:
    return [(LEFT, top - pitch * index, text, size) for index, text in enumerate(texts)]


def test_a_raised_number_behind_a_word_is_the_mark_of_a_note():
    clean = read([*pieces(780, ("Tên của quy định này", 12, 0), ("1", 8, 5), (" được sửa", 12, 0))])
    assert clean.text == "Tên của quy định này1 được sửa"
    assert marked(clean) == [("sup", "1")]


def test_a_mark_inside_a_label_and_before_a_full_stop():
    page = [
        *lines(FULL, top=780),
        *pieces(762, ("Điều 5", 12, 0), ("1", 8, 5), (". Hiệu lực thi hành", 12, 0)),
        *pieces(744, ("1.", 12, 0), ("2", 8, 5), (" Việc xây dựng.", 12, 0)),
        *pieces(700, (FULL, 12, 0), ("12", 8, 5), (".", 12, 0)),
    ]
    clean = read(page)
    assert clean.text.split("\n")[1:] == ["Điều 51. Hiệu lực thi hành", "1.2 Việc xây dựng.", f"{FULL}12."]
    starts = [clean.text[: mark.span.start].split("\n")[-1] for mark in clean.marks]
    assert starts == ["Điều 5", "1.", FULL]


def test_lowered_letters_of_a_formula_are_marked_as_lowered():
    clean = read([*pieces(780, ("TL", 12, 0), ("bq", 8, -2), (" = TL", 12, 0), ("cb", 8, -2), (" x (1 + H)", 12, 0))])
    assert clean.text == "TLbq = TLcb x (1 + H)"
    assert marked(clean) == [("sub", "bq"), ("sub", "cb")]


def test_smaller_letters_on_the_line_are_no_marks():
    assert marked(read([*pieces(780, ("NGHỊ ", 14, 0), ("ĐỊNH", 10, 0))])) == []
    assert marked(read([(LEFT, 780, FULL), (LEFT, 772, "1", 8)])) == []


def test_marks_stand_in_the_cells_of_tables():
    flat = [f"60 {y} m 400 {y} l S" for y in (700, 660, 620)]
    upright = [f"{x} 620 m {x} 700 l S" for x in (60, 200, 400)]
    page = [
        *pieces(675, ("TT", 12, 0), left=70),
        *pieces(675, ("Nội dung", 12, 0), ("(1)", 8, 5), left=210),
        *pieces(640, ("1", 12, 0), left=70),
        *pieces(640, ("m", 12, 0), ("2", 8, 5), (" đất", 12, 0), left=210),
    ]
    clean = normalise(reader.read(pdf([page], drawn="\n".join(flat + upright)), "", "a.pdf"))
    assert clean.text.split("\n") == ["TT\tNội dung(1)", "1\tm2 đất"]
    assert marked(clean) == [("sup", "(1)"), ("sup", "2")]


def note(y: float, number: str, *texts: str) -> list[Line]:
    """A note: its number raised, then its lines in smaller letters."""
    first, *rest = texts
    return [*pieces(y, (number, 7, 4), (f" {first}", 10, 0)), *lines(*rest, top=y - 14, size=10, pitch=14)]


def test_a_note_at_the_end_of_a_page_is_a_note_and_tied_to_its_mark():
    page = [
        *lines("Điều 4. Phạm vi điều chỉnh", FULL, top=816),
        *pieces(780, ("Điều 5", 12, 0), ("1", 8, 5), (". Hiệu lực", 12, 0)),
        *lines(FULL, OTHER, "Điều 6. Trách nhiệm", FULL, top=762),
        *note(
            200,
            "1",
            "Điều này được sửa đổi theo quy định tại khoản 2 Điều 1 của Thông tư đã nêu và",
            "có hiệu lực từ năm 2024.",
        ),
    ]
    clean = read(page, lines(FULL, top=780))
    block = next(block for block in clean.blocks if block.kind is BlockKind.FOOTNOTE)
    assert block.span.of(clean.text).startswith("1 Điều này được sửa đổi")
    assert block.span.of(clean.text).endswith("từ năm 2024.")
    note_mark = next(mark for mark in clean.marks if mark.span.start == block.span.start)
    assert (note_mark.kind, note_mark.span.of(clean.text)) == (MarkKind.SUPERSCRIPT, "1")
    units = outline(clean).units
    assert [u.number for u in units if u.kind is UnitKind.FOOTNOTE] == ["1"]
    assert [u.number for u in units if u.kind is UnitKind.ARTICLE] == ["4", "5", "6"]


def test_a_note_longer_than_the_text_of_its_page_is_a_note():
    page = [
        *pieces(780, ("Bộ trưởng ban hành Thông tư này", 12, 0), ("1", 8, 5), (".", 12, 0)),
        *note(720, "1", *[FULL.capitalize(), OTHER, FULL, OTHER, FULL, OTHER] * 3),
    ]
    pages = [lines(*[FULL, OTHER] * 12, top=780), page, lines(*[FULL, OTHER] * 12, top=780)]
    kinds = {block.span.of(c.text)[:6]: block.kind for c in [read(*pages)] for block in c.blocks}
    assert kinds["1 Các "] is BlockKind.FOOTNOTE


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_is_no_part_of_its_text():
    first = [
        *lines(*[FULL, OTHER] * 6, top=780),
        *pieces(564, ("ban hành Thông tư này", 12, 0), ("1", 8, 5), (".", 12, 0)),
        *note(520, "1", *[FULL.capitalize(), OTHER] * 3),
    ]
    second = [
        *lines(*[FULL, OTHER] * 6, top=780),
        *lines("Theo đề nghị của Cục trưởng", OTHER, top=500, size=10, pitch=14),
    ]
    clean = read(first, [*second, (290.0, 40.0, "2")])
    notes = [b.span.of(clean.text)[:13] for b in clean.blocks if b.kind is BlockKind.FOOTNOTE]
    assert notes == ["1 Các cơ quan", "Theo đề nghị "]


def test_a_page_in_small_print_has_no_notes_for_that():
    small = lines("PHỤ LỤC", top=780, size=12) + [
        line for n in range(1, 9) for line in lines(f"{n} Nội dung thứ {n}", FULL, top=780 - n * 60, size=10)
    ]
    clean = read(lines(*[FULL, OTHER] * 12, top=780), small)
    assert not [block for block in clean.blocks if block.kind is BlockKind.FOOTNOTE]


PART = st.tuples(
    st.sampled_from(["Điều 5", "1.", " việc", "(2)", "m", " ", "*", ". "]),
    st.sampled_from([12, 8]),
    st.sampled_from([0, 5, -2, 9]),
)


@given(st.lists(st.lists(PART, min_size=1, max_size=6), min_size=1, max_size=8))
@tried()
def test_marks_lie_inside_the_text_and_no_word_is_lost(rows):
    page = [line for n, row in enumerate(rows) for line in pieces(780 - 20 * n, *row)]
    if not any(text.strip() for _, _, text, _ in page):
        return
    clean = read(page)
    assert all(0 <= m.span.start < m.span.end <= len(clean.text) for m in clean.marks)
    written = "".join("".join(text for text, _, _ in row) for row in rows)
    removed = "".join(item.text for item in clean.removed)
    assert sorted("".join((clean.text + removed).split())) == sorted("".join(written.split()))
