"""The words of a text as names of bodies are compared: folded spelling, abbreviations spelt out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from msgspec import Struct

from build_tools.data.tables import role_abbreviations

_TOKEN = re.compile(r"\w+(?:[&-](?=[A-ZĐ])[A-ZĐ]+)*|[,–—-]|[^\w\s]|\n")
_DASHES = frozenset("–—")
_JOINTS = frozenset({"và", "&", "/"})
SOME = "các"  # belongs to the name that follows it, and to none before it

# Where older spelling puts the tone mark, and where the tables have it.
_OLD_TONE = tuple(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)


class Word(Struct, frozen=True, gc=False):
    """A folded word of the text. An abbreviation gives several, of which only the ends may bound a name."""

    folded: str
    start: int
    end: int
    opens: bool = True
    closes: bool = True


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {row.abbr: tuple(_TOKEN.findall(row.words)) for row in role_abbreviations()}


def words_of(text: str) -> list[Word]:
    """The words and marks of a text in order; an abbreviation gives all its words at its place."""
    abbreviations = _abbreviations()
    tokens: list[Word] = []
    for match in _TOKEN.finditer(text):
        surface = match[0]
        start, end = match.span()
        if surface in abbreviations:
            words = abbreviations[surface]
            for number, word in enumerate(words, start=1):
                tokens.append(Word(_fold(word), start, end, number == 1, number == len(words)))
        elif "-" in surface or "&" in surface:
            tokens += _compound(surface, start)
        else:
            tokens.append(Word(_fold(surface), start, end))
    return tokens


def _compound(surface: str, start: int) -> Iterator[Word]:
    """The words of `HĐND-UBND`, which is no abbreviation as a whole."""
    abbreviations = _abbreviations()
    for match in re.finditer(r"[^&-]+|[&-]", surface):
        words = abbreviations.get(match[0], (match[0],))
        at, end = start + match.start(), start + match.end()
        for number, word in enumerate(words, start=1):
            yield Word(_fold(word), at, end, number == 1, number == len(words))


@lru_cache(maxsize=16_384)  # a language has few syllables
def _fold(word: str) -> str:
    word = word.lower()
    if word in _DASHES:
        return "-"
    if word in _JOINTS:
        return ","
    for old, new in _OLD_TONE:
        if word.endswith(old):
            return word[: -len(old)] + new
    return word
