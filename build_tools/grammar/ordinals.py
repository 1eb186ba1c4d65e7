"""The values of numbers in labels (`IV`, `đ`, `10a`) and how an id spells them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The alphabet of points: no f, j, w, z and no marked vowels; đ follows d."""

_POINT_VALUE = {letter: value for value, letter in enumerate(POINT_LETTERS, start=1)}
_BEHIND = {"f": "e", "j": "i", "w": "v", "z": "y"}  # letters of other alphabets, which some offices use all the same
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
WORD_NUMBERS = {
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
"""The numbers of `Phần thứ ba`, `BƯỚC MỘT`."""


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


def point_ordinal(letter: str) -> tuple[int, int] | None:
    """The place of a point's letter; `f`, `j`, `w` and `z` stand like inserted points behind the letter before them."""
    if letter in _BEHIND:
        return (_POINT_VALUE[_BEHIND[letter]], 1)
    value = point_value(letter)
    return (value, 0) if value else None


@lru_cache(maxsize=4096)
def ascii_number(number: str) -> str:
    """A label's number as part of an id: `đ` becomes `dd`, so that points d and đ stay apart; lower case, ASCII."""
    spelled = number.replace("Đ", "đ").replace("đ", "dd").lower()
    decomposed = unicodedata.normalize("NFD", spelled)
    kept = "".join(c if c.isascii() and (c.isalnum() or c == ".") else "-" for c in decomposed if ord(c) < 0x300)
    return re.sub(r"-{2,}", "-", kept).strip("-.")


def inserted_value(number: str) -> tuple[int, int] | None:
    """`10` is (10, 0), the inserted `10a` (10, 1), `10b` (10, 2)."""
    digits = number.rstrip("abcdefghijklmnopqrstuvwxyzđ0123456789"[:27]) if not number.isdigit() else number
    suffix = number[len(digits) :]
    if not digits.isdigit():
        return None
    value = point_value(suffix[0]) if suffix else 0
    return None if value is None else (int(digits), value)
