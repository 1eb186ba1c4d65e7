"""Letters of other alphabets that look exactly like Latin ones: `40/2026/NĐ-СР` with Cyrillic С and Р.

They come from keyboards with several layouts and from character recognition. Nobody sees them, but no search and no
link finds what is written with them. Only letters whose shape is the same in every usual typeface are in the tables
(Unicode Technical Standard 39, confusables): Greek ν or α, say, are not.
"""

from __future__ import annotations

import re
from typing import Final

_CYRILLIC: Final = ("АВЕЅІЈКМНОРСТУХҮԚԜаеѕіјорсухһԛԝ", "ABESIJKMHOPCTYXYQWaesijopcyxhqw")
_GREEK: Final = ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo")
LOOKALIKES: Final = dict(zip(map(ord, _CYRILLIC[0] + _GREEK[0]), _CYRILLIC[1] + _GREEK[1], strict=True))
LETTERS: Final = _CYRILLIC[0] + _GREEK[0]

_RUN = re.compile(rf"\S*[{LETTERS}]\S*")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")


def latin(text: str) -> str:
    """`text` with look-alikes replaced in every run of characters that holds Latin letters too, and no others.

    A run of foreign letters alone may be a foreign word, and is left.
    """
    return _RUN.sub(lambda run: run[0].translate(LOOKALIKES) if _is_mixed(run[0]) else run[0], text)


def runs(text: str) -> tuple[list[str], list[str]]:
    """The runs with look-alikes: those that are certainly Latin, and those of two letters or more that may be."""
    mixed: list[str] = []
    doubtful: list[str] = []
    for run in _RUN.findall(text):
        if _is_mixed(run):
            mixed.append(run)
        elif len(_LETTER.findall(run)) > 1 and all(ord(letter) in LOOKALIKES for letter in _LETTER.findall(run)):
            doubtful.append(run)
    return mixed, doubtful


def _is_mixed(run: str) -> bool:
    letters = _LETTER.findall(run)
    return any(map(_LATIN.match, letters)) and all(ord(c) in LOOKALIKES or _LATIN.match(c) for c in letters)
