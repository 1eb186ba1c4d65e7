"""The bracket that declares a short name: `(sau đây gọi tắt là …)`, `(gọi tắt là …)`, `(sau đây viết tắt là …)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.grammar.laws import find_laws, fold, split_kind
from build_tools.grammar.type_words import type_word_pattern

DECLARED = re.compile(
    r"\((?:trong \w+ \w+ này )?,?\s?(?:(?:sau đây|dưới đây)(?: được)?\s)?"
    r"(?:viết tắt|gọi tắt|gọi chung|gọi)\s(?:chung\s|tắt\s)?(?:là|thành)\s?:?\s?(?P<term>[^()\n;]{1,160})\)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?<!\w)(?P<number>\d{1,6}(?:\.\d{1,2})?[a-zđ]?)(?:/(?P<year>(?:19|20)\d\d)(?!\d)|(?=[-/ ]|$))")
_YEAR = re.compile(r"năm\s((?:19|20)\d\d)(?!\d)")
_QUOTES = "“”\"' "


class Named(Struct, frozen=True):
    """What is known of one document that stands before the bracket."""

    number: str | None
    year: int | None
    law: str | None
    type_name: str | None


def term_of(declared: re.Match[str]) -> str:
    """The short name without quotation marks."""
    return declared["term"].strip(_QUOTES)


def names_document(term: str) -> bool:
    """Whether a short name is that of a document: it begins with a type word or is a law's name."""
    return type_word_pattern().match(term) is not None or any(law.start == 0 for law in find_laws(term))


def meant_among(term: str, named: Sequence[Named]) -> int | None:
    """Which of the documents named in the clause before the bracket a short name stands for; None where unproven.

    A number in the term must be the document's; a law's name and a year must not contradict it. Without any of them it
    is the first.
    """
    head = type_word_pattern().match(term)
    numbered = _NUMBERED.search(term, head.end() if head else 0)
    if numbered:
        same = [place for place, item in enumerate(named) if _has_number(item, numbered)]
        return same[0] if same else None
    if not named:
        return None
    year, laws = _YEAR.search(term), find_laws(term)
    if year and named[0].year and named[0].year != int(year[1]):
        return None
    return 0 if not laws or _is_law(named[0], laws[0].full, alone=len(named) == 1) else None


def _has_number(item: Named, numbered: re.Match[str]) -> bool:
    year = numbered["year"]
    return (
        item.number is not None
        and item.number.lstrip("0") == numbered["number"].lstrip("0")
        and (year is None or item.year is None or int(year) == item.year)
    )


def _is_law(item: Named, name: str, *, alone: bool) -> bool:
    if item.law is not None:
        return f"{fold(item.law)} ".startswith(f"{fold(name)} ")  # `Luật Hoạt động giám sát` for the longer name
    return alone and item.type_name == split_kind(name)[0]
