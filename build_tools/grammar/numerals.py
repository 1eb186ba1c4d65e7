"""Numbers as lists write them: 1, a, A, i, I; and the Vietnamese alphabet of points (a, b, c, d, đ, e …)."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """`number` (1 to 3999) in Roman capitals; other numbers in digits."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written


def letters(number: int) -> str:
    """`number` in Latin letters as Word and browsers count: a … z, then aa … zz (Word) for 27 and beyond."""
    if not 0 < number <= 780:
        return str(number)
    round_, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (round_ + 1)


_DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def vietnamese(number: int) -> str:
    """`number` (1 to 99) in Vietnamese words, as Word's `vietnameseCounting` writes it; other numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    last = "mốt" if ones == 1 and tens > 1 else "lăm" if ones == 5 else _DIGITS[ones]
    return f"{head} {last}" if ones else head


def ordered_marker(number: int, style: str) -> str:
    """`number` in the style of HTML's `type`: 1, a, A, i, I."""
    match style:
        case "a":
            return letters(number)
        case "A":
            return letters(number).upper()
        case "i":
            return roman(number).lower()
        case "I":
            return roman(number)
        case _:
            return str(number)
