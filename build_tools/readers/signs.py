"""What the fonts of signs draw: `≥` stands in Word files and PDFs as the character F0B3 of the font Symbol.

The letters are in `data/symbol_fonts.csv`, after Adobe's encoding of Symbol and Microsoft's of Wingdings.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from msgspec import Struct

from build_tools.data.tables import read_table

_PRIVATE: Final = 0xF000  # [MS-DOC]: the letters of such a font stand from here on, or at their places in Latin
PRIVATE = re.compile("[\uf020-\uf0ff]")
_UNKNOWN: Final = "□"
_USUAL: Final = {  # what these mean where the font is not said, or is another one
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf0a8": "☐", "\uf02d": "-", "o": "○",
    "\uf0e0": "→", "\uf0fe": "☑", "\uf06f": "☐", "\uf0de": "⇒", "\uf0ad": "-", "\uf02b": "+",
}  # fmt: skip


class SymbolLetter(Struct, frozen=True):
    """What a font of signs draws for a character (`symbol_fonts.csv`); `code` in hexadecimal."""

    font: str
    code: str
    letter: str


@cache
def _letters(font: str) -> dict[int, str]:
    rows = [row for row in read_table("symbol_fonts", SymbolLetter) if row.font == font]
    codes = {int(row.code, 16): row.letter for row in rows}
    return codes | {_PRIVATE + code: letter for code, letter in codes.items()}


def family(font: str) -> str:
    """The font of signs that a name in a PDF means (`ABCDEF+SymbolMT`); empty for other fonts."""
    name = font.rpartition("+")[2].lower()
    return next((known for known in ("Symbol", "Wingdings") if name.startswith(known.lower())), "")


def is_of_signs(font: str) -> bool:
    """Whether a font draws signs in the places of letters."""
    return bool(_letters(font))


def drawn(text: str, font: str) -> str:
    """The signs that `font` draws for the characters of `text`; characters that it is not known to draw stay.

    In another font, private characters are what they usually mean.
    """
    if is_of_signs(font):
        return text.translate(_letters(font))
    return PRIVATE.sub(lambda char: _USUAL.get(char[0], char[0]), text)


def sign(code: str, font: str) -> str:
    """The sign of a `w:sym` element, whose code is hexadecimal; a box where it is unknown."""
    try:
        number = int(code, 16)
    except ValueError:
        return _UNKNOWN
    return _letters(font).get(number) or _USUAL.get(chr(number & 0xFFFF), _UNKNOWN)


def bullet(text: str, font: str) -> str:
    """The sign before the items of a list."""
    known = drawn(text, font)
    return known if known != text else _USUAL.get(text, text)
