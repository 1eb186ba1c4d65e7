"""Whether a line in capitals begins the name of a body or of its head, and whether words are such names alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from build_tools.data.tables import body_beginnings, roles, split_list

_LIST = re.compile(r"[,;]")


def begins_body(text: str) -> bool:
    """Whether a line in capitals begins the name of a body or of its head (`BAN TỔ CHỨC`, but not `BAN HÀNH`)."""
    match = _bodies().match(text)
    if match is None:
        return False
    others = _others().get(match[0].replace("UỶ", "ỦY").replace("TOÀ", "TÒA"), ())
    return not text[match.end() :].lstrip(" ,").startswith(others)


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """Per beginning the words behind which it names no body."""
    return {row.beginning: split_list(row.unless) for row in body_beginnings()}


@cache
def _bodies() -> re.Pattern[str]:
    return beginnings(row.beginning for row in body_beginnings())


def beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with one of the words; `UỶ`, `TOÀ` and `HOÀ` count as `ỦY`, `TÒA` and `HÒA`."""
    spelled = {spelling for word in words for spelling in (word, _old_tone(word))}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, spelled), key=len, reverse=True))})(?!\w)")


def _old_tone(word: str) -> str:
    return word.replace("ỦY", "UỶ").replace("TÒA", "TOÀ")


@cache
def _known() -> frozenset[str]:
    """The written names of all bodies of the table of roles, casefolded."""
    bodies = (row for row in roles() if row.kind == "body")
    return frozenset(name.casefold() for row in bodies for name in (row.name_vi, *split_list(row.aliases)))


def names_bodies(words: str) -> bool:
    """Whether words are names of bodies and nothing else (`Sở Tài chính, Công an tỉnh`)."""
    return all(_is_body(name) or all(map(_is_body, name.split(" và "))) for name in _LIST.split(words))


def _is_body(name: str) -> bool:
    return name.strip().casefold().removeprefix("các ") in _known()
