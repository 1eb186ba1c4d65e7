"""Unit labels: `Chương II`, `Điều 10a.`, `2.1.`, `(3)`, `đ)`, `-`. What a line's beginning can be read as.

A line may have several readings (`i)` is the point after *h* or the roman one; `C.` a letter or one hundred): all are
given, and the whole sequence decides. The letters of points are those of Decree 78/2025, Article 71.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from enum import IntEnum

from msgspec import Struct, structs

from build_tools.grammar.letters import compile_letters

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The alphabet of points: no f, j, w, z and no marked vowels; đ follows d."""

_POINT_VALUE = {letter: value for value, letter in enumerate(POINT_LETTERS, start=1)}
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD_NUMBERS = {
    "nhất": 1,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}


class Style(IntEnum):
    """How a label is written, in the order in which styles usually nest (outer first)."""

    PART = 1  # Phần I, Phần thứ nhất
    CHAPTER = 2  # Chương I
    SECTION = 3  # Mục 1
    SUBSECTION = 4  # Tiểu mục 1
    ARTICLE = 5  # Điều 1.
    UPPER = 6  # A.
    ROMAN = 7  # I.
    DECIMAL = 8  # 1., 1.1., 1.1.1. (depth is the count of numbers)
    PAREN_NUMBER = 9  # (1)
    NUMBER_PAREN = 10  # 1)
    LETTER = 11  # a), a.
    PAREN_LETTER = 12  # (a)
    LOWER_ROMAN = 13  # i), (i)
    STAR = 14
    DASH = 15
    PLUS = 16
    BULLET = 17  # •, o and other marks of word processors

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


def roman_value(text: str) -> int | None:
    """The value of a roman number in capitals (1 to 399), `None` for anything else."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    total = 0
    for here, following in zip(text, text[1:] + " ", strict=True):
        value = _ROMAN_DIGITS[here]
        total += -value if _ROMAN_DIGITS.get(following, 0) > value else value
    return total


def point_value(letter: str) -> int | None:
    """The place of a point's letter in the alphabet of points (`a` is 1, `đ` is 5); `None` for other letters."""
    return _POINT_VALUE.get(letter.lower())


def ascii_number(number: str) -> str:
    """A label's number as part of an id: `đ` becomes `dd`, so that points d and đ stay apart; lower case, ASCII."""
    spelled = number.replace("Đ", "đ").replace("đ", "dd").lower()
    decomposed = unicodedata.normalize("NFD", spelled)
    kept = "".join(c if c.isascii() and (c.isalnum() or c == ".") else "-" for c in decomposed if ord(c) < 0x300)
    return re.sub(r"-{2,}", "-", kept).strip("-.")


_NUMBER = r"\d{1,3}[a-zđ]{0,2}"
_NAMED = re.compile(
    r"(?P<word>Phần|PHẦN|BƯỚC|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Tiểu Mục|Điều|ĐIỀU)\s{1,3}(?:số\s)?"
    rf"(?P<number>(?:thứ|THỨ)\s\w{{2,5}}|MỘT|HAI|BA|BỐN|NĂM|SÁU|BẢY|[IVXLC]{{1,8}}[a-z]?(?!\w)|{_NUMBER}(?!\w|\.\d)|[A-ZĐ](?=[.:\s]|$))"
    r"(?P<close>\s?[.:]|\s?[-–—](?=\s)|\s*)"
)
_NAMED_STYLES = {
    "phần": Style.PART,
    "bước": Style.PART,
    "chương": Style.CHAPTER,
    "mục": Style.SECTION,
    "tiểu mục": Style.SUBSECTION,
    "điều": Style.ARTICLE,
}
_ROMAN_LABEL = re.compile(r"(?P<number>[IVXL]{1,7})(?P<close>\s?\.(?!\d)|\s?[-–—](?=\s)|[/)](?=\s)|\s?:)\s*")
_BARE_ROMAN_LABEL = re.compile(r"(?P<number>[IVX]{1,5})(?P<close>)\s+(?=\w{2})")
_UPPER_LABEL = re.compile(r"(?P<number>[A-EGHIKLMNOPQĐ])(?P<close>\s?\.|\s?[-–—](?=\s)|[/)](?=\s))\s+")
_DECIMAL_LABEL = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,4}(?:[a-zđ]\d?)?)(?P<close>\s?\.(?!\d)|\s?[-–—](?=\s)|[/)](?=\s)|(?=\s))\s*"
)
_PAREN_NUMBER_LABEL = re.compile(r"\((?P<number>\d{1,3})\)(?P<close>\.?)\s*")
_LETTER_LABEL = re.compile(r"(?P<number>[a-zđ]\d{0,2}(?:\.\d{1,2})?)(?P<close>\s?\)|[./](?=\s))\s*")
_PAREN_LETTER_LABEL = re.compile(r"\((?P<number>[a-zđ])\)(?P<close>\.?)\s*")
_LOWER_ROMAN_LABEL = re.compile(r"(?P<open>\(?)(?P<number>[ivx]{1,6})(?P<close>\))\s*")
_BULLET_LABEL = re.compile(r"(?P<mark>[-–—−‒+*•●○▪■□◦✓➢❖\uf0b7\uf02d]|o(?=\s))(?P<close>)\s*")
_BULLET_STYLES = {"-": Style.DASH, "+": Style.PLUS, "*": Style.STAR}
_BULLET_STYLES |= dict.fromkeys("–—−‒\uf02d", Style.DASH)


_GLUED_MARK = compile_letters(
    r"(?P<label>\d{1,3}[a-zđ]?\.|(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s{1,3}(?:\d{1,3}[a-zđ]?\.?|[IVXLC]{1,8}))"
    r"(?P<mark>\d{1,3})(?=[.\s]*[{Lu}(]|\s*$)[.\s]*"
)
_REPEALED = re.compile(r"(?P<digits>\d{2,5})\.\s+(?=\(được bãi bỏ\))")


def readings(line: str, notes: Container[str] = ()) -> tuple[Label, ...]:
    """All readings of the beginning of `line` as a label; empty where it cannot be one.

    `notes` are the numbers of the document's footnotes: `1.4 Việc …` may be the label `1.` with the mark of note 4.
    """
    found = _plain_readings(line)
    if notes and (match := _GLUED_MARK.match(line)) and match["mark"] in notes:
        bare = _plain_readings(f"{match['label']} ")
        found += tuple(structs.replace(label, end=match.end()) for label in bare)
    elif notes and (match := _REPEALED.match(line)):
        found += _with_mark_inside(match["digits"], match.end(), notes)
    return found


def _with_mark_inside(digits: str, end: int, notes: Container[str]) -> tuple[Label, ...]:
    """The readings of `218. (được bãi bỏ)`: the label `2` with the mark of note 18 before its full stop."""
    cuts = [cut for cut in range(1, len(digits)) if digits[cut:] in notes and len(digits[:cut]) <= 3]
    return tuple(
        Label(Style.DECIMAL, f"{digits[:cut]}.", digits[:cut], (int(digits[:cut]), 0), end, (int(digits[:cut]),))
        for cut in cuts
    )


def _plain_readings(line: str) -> tuple[Label, ...]:
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
    match = _NAMED.match(line)
    if not match:
        return ()
    style = _NAMED_STYLES[match["word"].lower()]
    number = match["number"]
    ordinal = _named_ordinal(number)
    if ordinal is None or not _stands_as_named(line, match, style):
        return ()
    end = _skip_space(line, match.end())
    text = line[: match.end()].rstrip()
    return (Label(style, text, number, ordinal, end, dotted=bool(match["close"].strip())),)


def _named_ordinal(number: str) -> tuple[int, int] | None:
    lowered = number.lower()
    if lowered.startswith("thứ") or lowered in _WORD_NUMBERS:
        value = _WORD_NUMBERS.get(lowered.split()[-1])
        return (value, 0) if value else None
    if number[0].isdigit():
        return _inserted(number)
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
    return not rest or (rest[:1].isupper() and rest[:40].upper() == rest[:40] and rest[-1] not in ";,.")


def _capital(line: str) -> tuple[Label, ...]:
    found: list[Label] = []
    if (match := _ROMAN_LABEL.match(line)) and (value := roman_value(match["number"])):
        found.append(_label(Style.ROMAN, match, (value, 0)))
    elif line.isupper() and " " in line and (match := _BARE_ROMAN_LABEL.match(line)):
        value = roman_value(match["number"])
        found += [_label(Style.ROMAN, match, (value, 0))] if value else []
    if (match := _UPPER_LABEL.match(line)) and (value := point_value(match["number"])):
        found.append(_label(Style.UPPER, match, (value, 0)))
    return tuple(found)


def _decimal(line: str) -> tuple[Label, ...]:
    match = _DECIMAL_LABEL.match(line)
    if not match:
        return ()
    number, close = match["number"], match["close"]
    pieces = number.split(".")
    if not close and (len(pieces) == 1 or not line[match.end() : match.end() + 1].isupper()):
        return ()
    last = _inserted(pieces[-1])
    if last is None:
        return ()
    style = Style.NUMBER_PAREN if close == ")" and len(pieces) == 1 else Style.DECIMAL
    parts = (*(int(piece) for piece in pieces[:-1]), last[0])
    return (_label(style, match, last, parts if style is Style.DECIMAL else ()),)


def _parenthesised(line: str) -> tuple[Label, ...]:
    found: list[Label] = []
    if match := _PAREN_NUMBER_LABEL.match(line):
        found.append(_label(Style.PAREN_NUMBER, match, (int(match["number"]), 0)))
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
        if value and not digits:
            found.append(_label(Style.LETTER, match, (value, 0)))
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


def _inserted(number: str) -> tuple[int, int] | None:
    """`10` is (10, 0), the inserted `10a` (10, 1), `10b` (10, 2)."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ0123456789"[:27]) if not number.isdigit() else number
    suffix = number[len(digits) :]
    if not digits.isdigit():
        return None
    value = point_value(suffix[0]) if suffix else 0
    return None if value is None else (int(digits), value)


def _skip_space(line: str, offset: int) -> int:
    return offset + len(line[offset:]) - len(line[offset:].lstrip())
