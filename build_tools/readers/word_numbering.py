"""Word's automatic numbering, computed: the numbers of a list are not in the text, but everybody sees them.

ECMA-376, part 1, 17.9. A list (`num`) points to a definition (`abstractNum`) with up to nine levels. Lists of one
definition count on together, unless one of them starts anew (`startOverride`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree
from msgspec import Struct

from build_tools.grammar.numerals import letters, roman, vietnamese
from build_tools.readers.signs import bullet
from build_tools.readers.word_package import attribute, child, is_on, local
from build_tools.readers.word_styles import font_of

_PLACE = re.compile(r"%([1-9])")
_LEVELS: Final = 9
_ENCLOSED: Final = {  # the characters before the first of 20
    "decimalEnclosedCircle": ord("①") - 1,
    "decimalEnclosedParen": ord("⑴") - 1,
    "decimalEnclosedFullstop": ord("⒈") - 1,
}


class Level(Struct, frozen=True):
    """How one level is written and counted."""

    start: int = 1
    style: str = "decimal"  # numFmt
    text: str = ""  # lvlText, such as `Điều %1.`
    restart: int | None = None  # lvlRestart: the level that makes this one begin anew; 0: none does
    legal: bool = False  # isLgl: higher levels in digits
    paragraph_style: str | None = None
    font: str = ""  # of the label
    apart: bool = True  # suff: whether a tab or a space parts the label from the text


class Label(Struct, frozen=True):
    """What stands before a paragraph of a list; `apart` unless its text follows at once."""

    text: str = ""
    apart: bool = True


class Numbering:
    """Counts the paragraphs of one document, in order."""

    def __init__(self, root: etree._Element | None, list_of: Callable[[str], str | None] = lambda _: None) -> None:
        """`root` of the numbering part; `list_of` gives the list that a style of lists (`numStyleLink`) names."""
        self._list_of = list_of
        self._links: dict[str, str] = {}
        self._definitions: dict[str, dict[int, Level]] = {}
        self._definition_of: dict[str, str] = {}
        self._own_levels: dict[str, dict[int, Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                key = attribute(element, "abstractNumId") or ""
                self._definitions[key] = _levels(element)
                link = attribute(child(element, "numStyleLink"), "val")
                if link:
                    self._links[key] = link
            elif local(element) == "num":
                self._list(element)

    def label(self, num_id: str, level: int) -> Label:
        """Count one paragraph of list `num_id` at `level` (0 to 8) and return its label; empty for none."""
        definition = self._definition(num_id)
        levels = self._levels_of(num_id)
        if definition is None or level not in levels or not 0 <= level < _LEVELS:
            return Label()
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        start = self._starts.get(num_id, {}).get(level)
        if start is not None and (num_id, level) not in self._started:
            self._started.add((num_id, level))
            counts[level] = start
        else:
            before = counts[level]
            first = levels[level].start if start is None else start
            counts[level] = first if before is None else before + 1
        self._begin_anew(counts, levels, level)
        return Label(self._written(counts, levels, level), levels[level].apart)

    def level_of_style(self, num_id: str, style: str) -> int:
        """The level that belongs to a paragraph style; the first where none says so."""
        return next((number for number, level in self._levels_of(num_id).items() if level.paragraph_style == style), 0)

    def _levels_of(self, num_id: str) -> dict[int, Level]:
        return self._definitions.get(self._definition(num_id) or "", {}) | self._own_levels.get(num_id, {})

    def _definition(self, num_id: str) -> str | None:
        """The definition that has the levels of a list: its own, or that of the style of lists it is linked to."""
        own = self._definition_of.get(num_id)
        linked = self._list_of(self._links[own]) if own in self._links else None
        return own if linked is None else self._definition_of.get(linked, own)

    def _list(self, element: etree._Element) -> None:
        key = attribute(element, "numId") or ""
        self._definition_of[key] = attribute(child(element, "abstractNumId"), "val") or ""
        for override in element:
            if local(override) != "lvlOverride":
                continue
            number = _integer(attribute(override, "ilvl"), 0)
            start = attribute(child(override, "startOverride"), "val")
            if start is not None:
                self._starts.setdefault(key, {})[number] = _integer(start, 1)
            own = _levels(override)
            if own:
                self._own_levels.setdefault(key, {}).update(own)

    @staticmethod
    def _begin_anew(counts: list[int | None], levels: dict[int, Level], level: int) -> None:
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                counts[deeper] = None

    @staticmethod
    def _written(counts: list[int | None], levels: dict[int, Level], level: int) -> str:
        here = levels[level]
        if here.style == "bullet":
            return bullet(here.text.strip(), here.font)
        if here.style == "none":
            return _PLACE.sub("", here.text).strip()

        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            shown = levels.get(index, Level())
            count = counts[index]
            style = "decimal" if here.legal else shown.style
            return formatted(shown.start if count is None else count, style)

        return _PLACE.sub(number, here.text).strip()


def formatted(number: int, style: str) -> str:
    """`number` as `numFmt` writes it; the styles of other languages in digits."""
    match style:
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number).lower()
        case "upperRoman":
            return roman(number)
        case "decimalZero":
            return f"{number:02d}"
        case "none":
            return ""
        case "vietnameseCounting":
            return vietnamese(number)
        case "numberInDash":
            return f"- {number} -"
        case "decimalEnclosedCircle" | "decimalEnclosedParen" | "decimalEnclosedFullstop" if 0 < number <= 20:
            return chr(_ENCLOSED[style] + number)
        case _:
            return str(number)


def _levels(element: etree._Element) -> dict[int, Level]:
    found = {}
    for item in element:
        if local(item) == "lvl":
            restart = attribute(child(item, "lvlRestart"), "val")
            found[_integer(attribute(item, "ilvl"), 0)] = Level(
                start=_integer(attribute(child(item, "start"), "val"), 1),
                style=attribute(child(item, "numFmt"), "val") or "decimal",
                text=attribute(child(item, "lvlText"), "val") or "",
                restart=None if restart is None else _integer(restart, 0),
                legal=bool(is_on(item, "isLgl")),
                paragraph_style=attribute(child(item, "pStyle"), "val"),
                font=font_of(child(item, "rPr")) or "",
                apart=attribute(child(item, "suff"), "val") != "nothing",
            )
    return found


def _integer(value: str | None, default: int) -> int:
    try:
        return int(value) if value is not None else default
    except ValueError:
        return default
