"""The authentication at the end of a consolidated text (văn bản hợp nhất): its own number, date and issuer.

The head of such a text repeats the consolidated act's type and title; what it says of itself stands here
(Ordinance 01/2012/UBTVQH13 on consolidation, Article 12).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, structs

from build_tools.structure.head import Head
from build_tools.structure.letterhead import issuer_names, number_of, place_and_date_of, type_name
from build_tools.structure.lines import Line

TYPE = "VBHN"
_HEADING = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_ABOVE, _BELOW = 7, 6


class Authentication(Struct, frozen=True):
    """Where it begins, and what it says."""

    first: int
    number: str | None
    number_line: int | None
    place: str | None
    date: str | None
    date_line: int | None
    issuer_lines: tuple[str, ...]


def find_authentication(lines: Sequence[Line]) -> Authentication | None:
    """The authentication, `None` in other documents."""
    at = next((i for i in range(len(lines) - 1, -1, -1) if lines[i].text.startswith(_HEADING)), None)
    if at is None:
        return None
    near = range(max(0, at - _ABOVE), min(len(lines), at + _BELOW))
    number, number_line = next(((n, i) for i in near if (n := number_of(lines, i))), (None, None))
    place, date, date_line = next(
        ((*found, i) for i in near if (found := place_and_date_of(lines[i].text))), (None, None, None)
    )
    first = at
    while first > near.start and (lines[first - 1].is_capitals or lines[first - 1].is_rule or first - 1 == number_line):
        first -= 1
    return Authentication(first, number, number_line, place, date, date_line, issuer_names(lines[first:at]))


def with_authentication(head: Head, found: Authentication) -> Head:
    """The head of a consolidated text: the identity of the authentication, the title with the act's type."""
    act = type_name(head.types[0]).upper() if head.types else None
    return structs.replace(
        head,
        title_text=" ".join(part for part in (act, head.title_text) if part) or None,
        number=found.number,
        number_line=found.number_line,
        place=found.place,
        date=found.date,
        date_line=found.date_line,
        issuer_lines=found.issuer_lines or head.issuer_lines,
    )
