"""Names of files, folders and pages: ASCII, lower case, short.

Never for ids of units: a slug makes one name of *điểm d* and *điểm đ*.
"""

from __future__ import annotations

import re
from functools import cache

from slugify import slugify

from build_tools.grammar.places import find_place
from build_tools.model.document import Level, System
from build_tools.model.work import WorkKey

CENTRAL = "trung-uong"
UNKNOWN_PLACE = "chua-ro"
_LONGEST = 60
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)", re.IGNORECASE)
_STROKE = (("đ", "d"), ("Đ", "D"), ("ð", "d"), ("Ð", "D"))


@cache
def slug(text: str, longest: int = _LONGEST) -> str:
    """`text` in ASCII small letters and hyphens, cut at a word: `Luật Thi hành án` → `luat-thi-hanh-an`."""
    return slugify(text, replacements=_STROKE, max_length=longest, word_boundary=True, save_order=True)


def is_device(name: str) -> bool:
    """Whether Windows takes the name of a file or folder for a device (`con`, `aux.txt`)."""
    return _DEVICES.match(name) is not None


@cache
def place_slug(name: str) -> str:
    """The folder of a place (`hai-phong`), also for its longer forms (`thành phố Hải Phòng`)."""
    row = find_place(name)
    return slug((row.name if row else name).removeprefix("Thành phố "))


def work_id(
    *,
    symbol: str = "",
    year: int | None = None,
    type_name: str | None = None,
    name: str | None = None,
    place: str | None = None,
    level: Level | None = None,
) -> str:
    """The page id of a document: `trung-uong/132-qd-tw-2023`, `hai-phong/69-kh-tu-2026`, `trung-uong/luat-luat-su`.

    The year is added only when the symbol lacks it. A document of a central body stands under `trung-uong`, one of a
    local body under its place, and under `chua-ro` where the place is unknown.
    """
    folder = place_slug(place) if place else CENTRAL if level is Level.CENTRAL else UNKNOWN_PLACE
    if not symbol:
        return f"{folder}/{slug(name or type_name or 'khong-so')}"
    tail = "" if year is None or f"/{year}/" in symbol else f"-{year}"
    return f"{folder}/{slug(symbol)}{tail}"


def work_key(
    system: System,
    type_name: str | None,
    symbol: str | None,
    *,
    year: int | None = None,
    place: str | None = None,
    name: str | None = None,
) -> WorkKey:
    """The identity of a document; `place` only for local issuers, `name` only for laws known by name."""
    return WorkKey(
        system=system,
        type_slug=slug(type_name or ""),
        symbol=symbol or "",
        year=year,
        place=place_slug(place) if place else "",
        name=slug(name) if name and not symbol else "",
    )
