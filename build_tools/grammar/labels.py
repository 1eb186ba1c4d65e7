"""Unit labels: `Chương II`, `Điều 10a.`, `2.1.`, `(3)`, `đ)`, `-`. What a line's beginning can be read as.

A line may have several readings (`i)` is the point after *h* or the roman one; `C.` a letter or one hundred): all are
given, and the whole sequence decides. The letters of points are those of Decree 78/2025, Article 71.
"""

from __future__ import annotations

import re
from enum import IntEnum

from msgspec import Struct

from build_tools.grammar.letters import compile_letters
from build_tools.grammar.ordinals import WORD_NUMBERS, inserted_value, point_ordinal, point_value, roman_value


class Style(IntEnum):
    """How a label is written, in the order in which styles usually nest (outer first)."""

    PART = 1  # Phần I, Phần thứ nhất
    MODULE = 2  # MÔ-ĐUN MĐ05, CHUYÊN ĐỀ 4. above roman numbers
    CHAPTER = 3  # Chương I
    SECTION = 4  # Mục 1
    SUBSECTION = 5  # Tiểu mục 1
    ARTICLE = 6  # Điều 1.
    UPPER = 7  # A.
    ROMAN = 8  # I.
    LESSON = 9  # BÀI 2., CHUYÊN ĐỀ 4. below roman numbers
    CODE = 10  # 04. and in it 0402., 0403.: groups of indicators and the indicators
    ROMAN_DECIMAL = 11  # II.1., II.1.2. in II.; A.1. in A.
    DECIMAL = 12  # 1., 1.1., 1.1.1. (depth is the count of numbers)
    PAREN_NUMBER = 13  # (1), (2.1)
    NUMBER_PAREN = 14  # 1)
    LETTER = 15  # a), a.
    PAREN_LETTER = 16  # (a)
    LOWER_ROMAN = 17  # i), (i)
    STEP = 18  # Bước 1:, Giai đoạn 2:
    STAR = 19
    DASH = 20
    PLUS = 21
    BULLET = 22  # •, o and other marks of word processors

    @property
    def is_bullet(self) -> bool:
        """Whether the label is a mark without a number."""
        return self >= Style.STAR


class Label(Struct, frozen=True, gc=False):
    """One reading of the beginning of a line.

    `text` is the label as written, `number` its value as written (`II`, `10a`, `2.1`), `ordinal` its place among its
    siblings (an inserted `10a` lies between 10 and 11: `(10, 1)`), `parts` the numbers of a decimal label. `end` is
    the offset, from the line's beginning, where the words after the label start.
    """

    style: Style
    text: str
    number: str | None
    ordinal: tuple[int, int]
    end: int
    parts: tuple[int, ...] = ()
    dotted: bool = True

    @property
    def depth(self) -> int:
        """How many numbers a decimal label counts; 1 for all others."""
        return len(self.parts) or 1


def names_parent(label: Label, parent: Label) -> bool:
    """Whether the numbers before a label's last one are those of `parent`: 2.1 and 2.1.3, II and II.1, A and A.1."""
    if (label.style is Style.ROMAN_DECIMAL and parent.style in (Style.ROMAN, Style.UPPER)) or (
        label.style is Style.PAREN_NUMBER and label.depth > 1 and parent.style is Style.PAREN_NUMBER
    ):
        return parent.number is not None and f"{parent.number}.{label.parts[-1]}" == label.number
    return label.depth > 1 and parent.parts == label.parts[:-1]


_NUMBER = r"\d{1,3}[a-zđ]{0,2}"
_NAMED = re.compile(
    r"(?P<word>Phần|PHẦN|BƯỚC|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Tiểu Mục|Điều|ĐIỀU)\s{0,3}(?:số\s)?"
    rf"(?P<number>(?:thứ|THỨ)\s\w{{2,5}}|MỘT|HAI|BA|BỐN|NĂM|SÁU|BẢY|[IVXLC]{{1,8}}[a-z]?(?!\w)|{_NUMBER}(?!\w|\.\d)|[A-ZĐ](?=[.:\s]|$))"
    r"(?P<close>\s?[.:]|\s?[-–—](?=\s)|\s*)(?:(?<=[.:])\s?[-–—/](?=\s))?"
)
_NAMED_LETTERS = ("P", "B", "C", "M", "T", "Đ")  # with which its words begin
_NAMED_STYLES = {
    "phần": Style.PART,
    "bước": Style.PART,
    "chương": Style.CHAPTER,
    "mục": Style.SECTION,
    "tiểu mục": Style.SUBSECTION,
    "điều": Style.ARTICLE,
}
_TRAINING = re.compile(
    r"(?P<word>MÔ[- ]?ĐUN|Mô[- ]?đun|CHUYÊN ĐỀ|Chuyên đề|BÀI|Bài)\s{1,2}"
    r"(?P<number>(?:[A-ZĐ]{1,3}\s?)?(?P<count>\d{1,3}))(?P<close>\s?[.:](?!\d)|\s?[-–](?=\s)|\s*$)"
)
_STEP_LABEL = re.compile(
    r"(?P<word>Bước|Giai đoạn)\s(?P<number>\d{1,2}|[IVX]{1,4})(?P<close>\s?[.:](?!\d)|\s?[-–](?=\s)|\s*(?=\(|$))\s*"
)
_ROMAN_LABEL = compile_letters(
    r"(?P<number>[IVXL]{1,7})(?P<close>\s?\.(?!\d)|\s?[-–—](?=\s|[{Lu}]{2})|[/)](?=\s)|\s?:)\s*"
)
_BARE_ROMAN_LABEL = re.compile(r"(?P<number>[IVX]{1,5})(?P<close>)\s+(?=\w{2})")
_ROMAN_DECIMAL_LABEL = compile_letters(
    r"(?P<number>(?P<first>[IVXL]{1,5}|[A-EGHKMNPQĐ])(?:\.\d{1,2}){1,4})(?P<close>\s?\.|\s?[-–—](?=\s)|[/)](?=\s)|(?=\s[{Lu}]))\s*"
)
_UPPER_LABEL = re.compile(r"(?P<number>[A-EGHIKLMNOPQĐ])(?P<close>\s?\.|\s?[-–—](?=\s)|[/)](?=\s))\s+")
_DECIMAL_LABEL = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}(?:[a-zđ]\d?)?)(?P<close>\s?\.(?!\d)|\s?[-–—](?=\s)|[/)](?=\s)|(?=\s))\s*"
)
_CODE_LABEL = compile_letters(r"(?P<group>0[1-9]|1[0-8])(?P<item>\d{2})?(?P<close>\.)\s+(?=[{Lu}])")
_PAREN_NUMBER_LABEL = re.compile(r"\((?P<number>\d{1,3}(?:\.\d{1,2}){0,2})\)(?P<close>\.?)\s*")
_LETTER_LABEL = re.compile(r"(?P<number>[a-zđ]\d{0,2}(?:\.\d{1,2})?)(?P<close>\s?\)|[./](?=\s)|[-–](?=\s))\s*")
_PAREN_LETTER_LABEL = re.compile(r"\((?P<number>[a-zđ])\)(?P<close>\.?)\s*")
_LOWER_ROMAN_LABEL = re.compile(r"(?P<open>\(?)(?P<number>[ivx]{1,6})(?P<close>\))\s*")
_BULLET_LABEL = re.compile(r"(?P<mark>[-–—−‒+*•●○▪■□◦✓➢❖\uf0b7\uf02d]|o(?=\s))(?P<close>)\s*")
_BULLET_STYLES = {"-": Style.DASH, "+": Style.PLUS, "*": Style.STAR}
_BULLET_STYLES |= dict.fromkeys("–—−‒\uf02d", Style.DASH)


def readings(line: str) -> tuple[Label, ...]:
    """All readings of the beginning of `line` as a label; empty where it cannot be one."""
    first = line[:1]
    if not first:
        return ()
    if first.isdigit():
        return _decimal(line)
    if first == "(":
        return _parenthesised(line)
    if first.isupper():
        return _named(line) or _capital(line)
    if first.islower():
        return _letter(line) or _bullet(line)
    return _bullet(line)


def _named(line: str) -> tuple[Label, ...]:
    match = _NAMED.match(line) if line.startswith(_NAMED_LETTERS) else None
    if not match:
        return _training(line) or _step(line)
    style = _NAMED_STYLES[match["word"].lower()]
    number = match["number"]
    ordinal = _named_ordinal(number)
    if ordinal is None or not _stands_as_named(line, match, style):
        return ()
    end = _skip_space(line, match.end())
    text = line[: match.end("close")].rstrip()
    return (Label(style, text, number, ordinal, end, dotted=bool(match["close"].strip())),)


def _training(line: str) -> tuple[Label, ...]:
    """The units of a curriculum, which stand above its roman numbers or below them."""
    match = _TRAINING.match(line) if line.startswith(("M", "C", "B")) else None
    if not match:
        return ()
    end, text = _skip_space(line, match.end()), match.group().rstrip()
    ordinal = (int(match["count"]), 0)
    return tuple(Label(style, text, match["number"], ordinal, end) for style in (Style.LESSON, Style.MODULE))


def _step(line: str) -> tuple[Label, ...]:
    """A step or a phase, which may stand in any list and hold any other."""
    match = _STEP_LABEL.match(line) if line.startswith(("B", "G")) else None
    value = match and (int(match["number"]) if match["number"].isdigit() else roman_value(match["number"]))
    return (_label(Style.STEP, match, (value, 0)),) if match and value else ()


def _named_ordinal(number: str) -> tuple[int, int] | None:
    lowered = number.lower()
    if lowered.startswith("thứ") or lowered in WORD_NUMBERS:
        value = WORD_NUMBERS.get(lowered.split()[-1])
        return (value, 0) if value else None
    if number[0].isdigit():
        return inserted_value(number)
    roman = roman_value(number.rstrip("abcdefgh"))
    if roman:
        return (roman, 0 if number.isupper() else 1)
    letter = point_value(number) if len(number) == 1 else None
    return (letter, 0) if letter else None


def _stands_as_named(line: str, match: re.Match[str], style: Style) -> bool:
    """Whether the words are a label and not a reference at the start of a wrapped line (`Điều 5 của Luật …`)."""
    if match["close"].strip():
        return True
    rest = line[match.end() :]
    if style is Style.ARTICLE:
        return not rest and match.end() == len(line.rstrip())
    if rest[-1:] == ".":
        return rest.isupper() and " " in rest  # CHƯƠNG I NHỮNG QUY ĐỊNH CHUNG.
    return not rest or (rest[:1].isupper() and rest[:40].upper() == rest[:40] and rest[-1] not in ";,")


def _capital(line: str) -> tuple[Label, ...]:
    if line[1:2].isalpha() and line[0] not in "IVXL":
        return ()  # a word
    found: list[Label] = []
    if (match := _ROMAN_LABEL.match(line)) and (value := roman_value(match["number"])):
        found.append(_label(Style.ROMAN, match, (value, 0)))
    elif line.isupper() and " " in line and (match := _BARE_ROMAN_LABEL.match(line)):
        value = roman_value(match["number"])
        found += [_label(Style.ROMAN, match, (value, 0))] if value else []
    if (match := _ROMAN_DECIMAL_LABEL.match(line)) and (
        value := roman_value(match["first"]) or point_value(match["first"].lower())
    ):
        numbers = tuple(int(piece) for piece in match["number"].split(".")[1:])
        found.append(_label(Style.ROMAN_DECIMAL, match, (numbers[-1], 0), (value, *numbers)))
    if (match := _UPPER_LABEL.match(line)) and (value := point_value(match["number"])):
        found.append(_label(Style.UPPER, match, (value, 0)))
    return tuple(found)


def _decimal(line: str) -> tuple[Label, ...]:
    found = _code(line)
    match = _DECIMAL_LABEL.match(line)
    if not match:
        return found
    number, close = match["number"], match["close"]
    pieces = number.split(".")
    if not close and (len(pieces) == 1 or not line[match.end() : match.end() + 1].isupper()):
        return ()
    last = inserted_value(pieces[-1])
    if last is None or last == (0, 0):
        return found
    style = Style.NUMBER_PAREN if close == ")" and len(pieces) == 1 else Style.DECIMAL
    parts = (*(int(piece) for piece in pieces[:-1]), last[0])
    return (_label(style, match, last, parts if style is Style.DECIMAL else ()), *found)


def _code(line: str) -> tuple[Label, ...]:
    """`04.` and `0402.`: the codes of statistical indicators. Years are none: the groups end with 18."""
    match = _CODE_LABEL.match(line) if line.startswith(("0", "1")) else None
    if not match:
        return ()
    parts = (int(match["group"]), *([int(match["item"])] if match["item"] else []))
    number = match["group"] + (match["item"] or "")
    return (Label(Style.CODE, f"{number}.", number, (parts[-1], 0), match.end(), parts),)


def _parenthesised(line: str) -> tuple[Label, ...]:
    found: list[Label] = []
    if match := _PAREN_NUMBER_LABEL.match(line):
        numbers = tuple(int(piece) for piece in match["number"].split("."))
        parts = numbers if len(numbers) > 1 else ()
        found.append(_label(Style.PAREN_NUMBER, match, (numbers[-1], 0), parts))
    if (match := _LOWER_ROMAN_LABEL.match(line)) and (value := roman_value(match["number"].upper())):
        found.append(_label(Style.LOWER_ROMAN, match, (value, 0)))
    if (match := _PAREN_LETTER_LABEL.match(line)) and (value := point_value(match["number"])):
        found.append(_label(Style.PAREN_LETTER, match, (value, 0)))
    return tuple(found)


def _letter(line: str) -> tuple[Label, ...]:
    """`đ)`; `đ1)` may be a point inserted behind đ or the first item inside it, `a.1)` is an item inside a."""
    found: list[Label] = []
    if match := _LETTER_LABEL.match(line):
        letter, digits = match["number"][0], match["number"][1:].lstrip(".")
        value = point_value(letter)
        ordinal = point_ordinal(letter)
        if not digits and ordinal is not None and (value or ")" in match["close"]):
            found.append(_label(Style.LETTER, match, ordinal))
        elif value:
            if "." not in match["number"]:
                found.append(_label(Style.LETTER, match, (value, int(digits))))
            found.append(_label(Style.LETTER, match, (int(digits), 0), (value, int(digits))))
    if (match := _LOWER_ROMAN_LABEL.match(line)) and (value := roman_value(match["number"].upper())):
        found.append(_label(Style.LOWER_ROMAN, match, (value, 0)))
    return tuple(found)


def _bullet(line: str) -> tuple[Label, ...]:
    match = _BULLET_LABEL.match(line)
    if not match or match.end() == len(line) or line[match.end()] == match["mark"]:
        return ()
    mark = match["mark"]
    style = _BULLET_STYLES.get(mark, Style.BULLET)
    if line[match.end()].isdigit() and match.end() == 1:
        return ()  # a negative or signed number, not an item
    return (Label(style, mark, None, (0, 0), match.end()),)


def _label(style: Style, match: re.Match[str], ordinal: tuple[int, int], parts: tuple[int, ...] = ()) -> Label:
    text = match.group().rstrip()
    return Label(style, text, match["number"], ordinal, match.end(), parts, dotted=bool(match["close"]))


def _skip_space(line: str, offset: int) -> int:
    return offset + len(line[offset:]) - len(line[offset:].lstrip())
