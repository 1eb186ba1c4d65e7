"""Unit labels: what a line's beginning can be read as."""

from __future__ import annotations

import pytest

from build_tools.grammar.labels import Style, readings
from build_tools.grammar.note_marks import with_note_marks
from build_tools.grammar.ordinals import POINT_LETTERS, ascii_number, point_ordinal, point_value, roman_value


@pytest.mark.parametrize(
    ("line", "style", "number", "ordinal"),
    [
        ("Phần thứ nhất", Style.PART, "thứ nhất", (1, 0)),
        ("PHẦN 2. CÔNG TÁC", Style.PART, "2", (2, 0)),
        ("Chương IV", Style.CHAPTER, "IV", (4, 0)),
        ("CHƯƠNG XI", Style.CHAPTER, "XI", (11, 0)),
        ("Mục 3", Style.SECTION, "3", (3, 0)),
        ("Tiểu mục 2. Tên", Style.SUBSECTION, "2", (2, 0)),
        ("Điều 12. Tên", Style.ARTICLE, "12", (12, 0)),
        ("Điều 10a. Tên", Style.ARTICLE, "10a", (10, 1)),
        ("Điều 5", Style.ARTICLE, "5", (5, 0)),
        ("Điều 1.- Ban hành", Style.ARTICLE, "1", (1, 0)),
        ("Điều1. Ban hành", Style.ARTICLE, "1", (1, 0)),
        ("Chương II.- NỘI DUNG", Style.CHAPTER, "II", (2, 0)),
        ("I-MỤC ĐÍCH", Style.ROMAN, "I", (1, 0)),
        ("a- Đối với", Style.LETTER, "a", (1, 0)),
        ("III. TỔ CHỨC", Style.ROMAN, "III", (3, 0)),
        ("I- QUY ĐỊNH", Style.ROMAN, "I", (1, 0)),
        ("A. ĐỐI VỚI", Style.UPPER, "A", (1, 0)),
        ("1. Mục đích", Style.DECIMAL, "1", (1, 0)),
        ("1- Phạm vi", Style.DECIMAL, "1", (1, 0)),
        ("2.1. Đối với", Style.DECIMAL, "2.1", (1, 0)),
        ("2.2.1. Thành viên", Style.DECIMAL, "2.2.1", (1, 0)),
        ("1.1- Quy định", Style.DECIMAL, "1.1", (1, 0)),
        ("2.5.1 Người chủ trì", Style.DECIMAL, "2.5.1", (1, 0)),
        ("2a. Khoản chèn", Style.DECIMAL, "2a", (2, 1)),
        ("(3) Thực hiện", Style.PAREN_NUMBER, "3", (3, 0)),
        ("1) Nước giải khát", Style.NUMBER_PAREN, "1", (1, 0)),
        ("đ) Các trường hợp", Style.LETTER, "đ", (5, 0)),
        ("đ1) Điểm chèn", Style.LETTER, "đ1", (5, 1)),
        ("g. Đọc tiêu chuẩn", Style.LETTER, "g", (7, 0)),
        ("(iv) bốn", Style.LOWER_ROMAN, "iv", (4, 0)),
        ("- Gạch đầu dòng", Style.DASH, None, (0, 0)),
        ("– Gạch dài", Style.DASH, None, (0, 0)),
        ("+ Cộng", Style.PLUS, None, (0, 0)),
        ("* Sao", Style.STAR, None, (0, 0)),
        ("• Chấm", Style.BULLET, None, (0, 0)),
    ],
)
def test_first_reading(line: str, style: Style, number: str | None, ordinal: tuple[int, int]) -> None:
    label = readings(line)[0]
    assert (label.style, label.number, label.ordinal) == (style, number, ordinal)
    assert line.startswith(label.text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Một câu bình thường.",
        "Điều 5 của Luật này quy định",
        "Điều 5, Điều 6 Nghị định này",
        "Chương trình mục tiêu quốc gia",
        "Mục tiêu cụ thể",
        "Phần này giới thiệu",
        "2025 là năm",
        "12.000 đồng",
        "30 ngày kể từ ngày",
        "-5 độ",
        "Mục 11 E-CDNT;",
    ],
)
def test_no_label(line: str) -> None:
    assert readings(line) == ()


def test_both_readings_are_kept() -> None:
    assert [label.style for label in readings("i) điểm")] == [Style.LETTER, Style.LOWER_ROMAN]
    assert [label.style for label in readings("C. PHẦN")] == [Style.UPPER]
    assert [label.style for label in readings("I. PHẦN")] == [Style.ROMAN, Style.UPPER]


def test_glued_marks_of_footnotes() -> None:
    assert [label.number for label in with_note_marks("1.4Việc xây dựng", readings("1.4Việc xây dựng"), {"4"})] == ["1"]
    assert [
        label.number for label in with_note_marks("Điều 5.9 (được bãi bỏ)", readings("Điều 5.9 (được bãi bỏ)"), {"9"})
    ] == ["5"]
    assert "2" in [
        label.number for label in with_note_marks("218. (được bãi bỏ)", readings("218. (được bãi bỏ)"), {"18"})
    ]
    assert [label.number for label in readings("1.4 Việc xây dựng")] == ["1.4"]


def test_alphabet_of_points() -> None:
    """Decree 78/2025, Article 71, runs a, b, c, d, đ, e, g, h, i, k."""
    assert POINT_LETTERS[:10] == "abcdđeghik"
    assert point_value("đ") == 5
    assert point_value("e") == 6
    assert point_value("f") is None
    assert point_ordinal("e") == (6, 0)
    assert point_ordinal("f") == (6, 1), "some offices count a b c d đ e f g"
    assert point_ordinal("ê") is None
    assert [label.number for label in readings("f) Việc xây dựng")] == ["f"]
    assert readings("f. Việc xây dựng") == ()


@pytest.mark.parametrize(
    ("text", "value"), [("I", 1), ("IV", 4), ("XIX", 19), ("XL", 40), ("IIII", None), ("", None), ("A", None)]
)
def test_roman(text: str, value: int | None) -> None:
    assert roman_value(text) == value


@pytest.mark.parametrize(
    ("number", "expected"),
    [("đ", "dd"), ("d", "d"), ("đ1", "dd1"), ("10a", "10a"), ("II", "ii"), ("thứ nhất", "thu-nhat")],
)
def test_ascii_number(number: str, expected: str) -> None:
    assert ascii_number(number) == expected


def test_a_raised_mark_is_no_part_of_the_number_before_it():
    found = with_note_marks("Điều 51. Hiệu lực", readings("Điều 51. Hiệu lực"), {"1"}, [6])
    assert [(label.number, label.text, label.end) for label in found] == [("5", "Điều 5.", 9)]
    glued = with_note_marks("Điều 51. Hiệu lực", readings("Điều 51. Hiệu lực"), {"1"})
    assert "51" in {label.number for label in glued}


@pytest.mark.parametrize(
    ("line", "label"),
    [("Điều 1.- Phạm vi", "Điều 1."), ("Chương II.- NỘI DUNG", "Chương II."), ("Điều 4: Tên", "Điều 4:")],
)
def test_a_dash_behind_the_full_stop_is_no_part_of_the_words(line: str, label: str) -> None:
    found = readings(line)[0]
    assert found.text == label
    assert not line[found.end :].startswith("-")
