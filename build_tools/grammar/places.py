"""Provinces and cities in prose: `Tỉnh ủy Bình Dương`, `UBND thành phố Hải Phòng`, `TP.HCM`."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.rows import Place
from build_tools.data.tables import places, split_list


@cache
def _names() -> dict[str, Place]:
    """Each written form, casefolded, with its row."""
    found: dict[str, Place] = {}
    for row in places():
        short = row.name.removeprefix("Thành phố ")
        for name in (row.name, short, *split_list(row.aliases)):
            found[name.casefold()] = row
            found[name.casefold().replace("òa", "oà").replace("óa", "oá")] = row
    return found


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    spellings = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{spellings})(?!\w)", re.IGNORECASE)


def find_place(text: str) -> Place | None:
    """The only province or city that `text` names; None where it names none, or two.

    `thành phố` alone is no name, and small letters are no name either (`thái bình` is a common word).
    """
    found = {row.name: row for row in find_places(text)}
    return next(iter(found.values())) if len(found) == 1 else None


def find_places(text: str) -> list[Place]:
    """Every province or city that `text` names, in order."""
    return [
        _names()[" ".join(match[0].casefold().split())]
        for match in _pattern().finditer(text)
        if match[0].split()[-1][0].isupper()
    ]


_LOCAL_BODY = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành)\s(?:ủy|uỷ)|(?<!\w)(?:tỉnh|thành phố|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở)(?!\w)"
)


def names_local_body(issuer: str) -> bool:
    """Whether the words name a body of a province without saying which (`Thành ủy`, `Thanh tra tỉnh`)."""
    return _LOCAL_BODY.search(issuer) is not None
