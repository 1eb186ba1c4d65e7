"""What a word is for the search, and which words count as the same.

`assets/search-text.js` does the same in the browser; `tests/search/token_cases.csv` holds both to one answer.

A word has two keys. The *fold* has no accents (`định` → `dinh`) and finds a word however it was typed. The *form*
keeps letters and tone but not where the tone mark was put, so that `hoà` and `hòa` are one word: the letters with their
hats and horns, then the tone mark (`định` → `đinh` + U+0323). A word without accents is its own form.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

LONGEST = 40
"""Characters of a word that count; longer runs without a space are noise of broken files."""

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STROKES = str.maketrans({"đ": "d", "ð": "d", "ɖ": "d"})
_TO_STROKE = str.maketrans({"ð": "đ", "ɖ": "đ"})
_ZEROS = re.compile(r"^0+(?=\d)")


class Token(Struct, frozen=True):
    """One word: `fold` without accents, `form` with them."""

    fold: str
    form: str


def fold(text: str) -> str:
    """`text` in small letters without accents; đ, which Unicode does not take apart, becomes d."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_STROKES))
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f")


def form(text: str) -> str:
    """`text` in small letters, each tone mark moved to the end: the same for `hoà` and `hòa`, `thuỷ` and `thủy`."""
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_TO_STROKE))
    tones = "".join(c for c in decomposed if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES)) + tones


@lru_cache(maxsize=200_000)
def token(word: str) -> Token:
    """The keys of one word. Figures lose leading zeros, so that 07/7/2026 and 7/7/2026 are one date."""
    word = _ZEROS.sub("", word[:LONGEST])
    return Token(fold(word), form(word))


def words(text: str) -> list[str]:
    """The words of `text` in order, as written but composed."""
    return WORD.findall(unicodedata.normalize("NFC", text))


def tokens(text: str) -> list[Token]:
    """The words of `text` in order, as the index knows them."""
    return [token(word) for word in words(text)]


def compact(symbol: str) -> str:
    """A document's symbol as a key: `132-QĐ/TW` → `132qdtw`, the same for all its spellings."""
    return "".join(item.fold for item in tokens(symbol))
