"""Capitals and small letters of Vietnamese in regular expressions.

A range such as `À-Ỹ` holds both, since Unicode places each capital beside its small letter. A pattern names them
`{Lu}` and `{Ll}` (the Unicode categories) inside a set and is compiled here.
"""

from __future__ import annotations

import re
import unicodedata


def _vietnamese(*, upper: bool) -> str:
    letters = []
    for code in (*range(0xC0, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA)):
        letter = chr(code)
        base = unicodedata.normalize("NFD", letter)[0]
        if (base in "aeiouyAEIOUYđĐ") and letter.isupper() is upper:
            letters.append(letter)
    return ("A-Z" if upper else "a-z") + "".join(letters)


UPPER = _vietnamese(upper=True)
LOWER = _vietnamese(upper=False)


def compile_letters(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern with `{Lu}` replaced by the capitals and `{Ll}` by the small letters of Vietnamese."""
    return re.compile(pattern.replace("{Lu}", UPPER).replace("{Ll}", LOWER), flags)
