"""Provisions: the units of a document's own text that a pin-point names. Quoted units are another act's."""

from __future__ import annotations

from build_tools.model.ancestry import ancestors
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Unit, UnitKind

WIDE_TO_NARROW = ("annex", "part", "chapter", "section", "subsection", "article", "clause", "point", "item")
_KINDS = {
    "annex": (UnitKind.ANNEX,),
    "part": (UnitKind.PART, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "chapter": (UnitKind.CHAPTER,),
    "section": (UnitKind.SECTION, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "subsection": (UnitKind.SUBSECTION,),
    "article": (UnitKind.ARTICLE,),
    "clause": (UnitKind.CLAUSE, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "point": (UnitKind.POINT, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "item": (UnitKind.ITEM, UnitKind.BULLET),
}
_OF_AN_ARTICLE = frozenset(("clause", "point", "item"))
_ANNEX_WORD = "phụ lục"
_PART_WORD = "phần"


class Provisions:
    """Finds units of one document by pin-point."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._by_id = {unit.id: unit for unit in units}
        self._by_number: dict[str, list[Unit]] = {}
        for unit in units:
            if unit.number is not None and not unit.quoted:
                self._by_number.setdefault(_folded(unit.number), []).append(unit)

    def unit(self, name: str | None) -> Unit | None:
        """The unit with that id."""
        return self._by_id.get(name or "")

    def matches(self, pinpoint: Pinpoint | None) -> list[Unit]:
        """The units that fit the narrowest level and stand within units that fit the wider ones."""
        wanted = levels(pinpoint)
        if not wanted:
            return []
        level, number = wanted[-1]
        found = [unit for unit in self._by_number.get(_folded(number), ()) if _is(unit, level, number)]
        for wider, value in reversed(wanted[:-1]):
            found = [unit for unit in found if any(_is(around, wider, value) for around in self.around(unit))]
        if wanted[0][0] == "annex":  # the forms of an annex number anew
            found = [unit for unit in found if self._is_directly_in(unit, wanted[0][1])] or found
        return found

    def _is_directly_in(self, unit: Unit, annex: str) -> bool:
        innermost = self.unit(self.annex(unit))
        return innermost is not None and _is(innermost, "annex", annex)

    def only(self, pinpoint: Pinpoint | None) -> Unit | None:
        """The one unit that another document means; None where there are several, or the article is left open.

        What is cited without an annex stands in the main text, if it stands there at all.
        """
        named = {level for level, _ in levels(pinpoint)}
        if named and named <= _OF_AN_ARTICLE:
            return None
        found = self.matches(pinpoint)
        if "annex" not in named:
            found = [unit for unit in found if self.annex(unit) is None] or found
        found = named_so(found, pinpoint)
        return found[0] if len(found) == 1 else None

    def around(self, unit: Unit) -> list[Unit]:
        """The units that hold `unit`, the innermost first."""
        return list(ancestors(unit, self._by_id))

    def annex(self, unit: Unit | None) -> str | None:
        """The id of the annex that a unit stands in: numbering begins anew there."""
        within = [unit, *self.around(unit)] if unit else []
        return next((item.id for item in within if item.kind is UnitKind.ANNEX), None)


def levels(pinpoint: Pinpoint | None) -> list[tuple[str, str]]:
    """The levels that a pin-point names with their numbers, wide to narrow."""
    if pinpoint is None:
        return []
    return [(level, value) for level in WIDE_TO_NARROW if (value := getattr(pinpoint, level)) is not None]


def named_so(units: list[Unit], pinpoint: Pinpoint | None) -> list[Unit]:
    """Of several units those that bear the word of the pin-point: a Phần before a heading numbered like one."""
    wanted = levels(pinpoint)
    return [unit for unit in units if wanted and unit.kind is _KINDS[wanted[-1][0]][0]] or units


def is_numbered_annex(unit: Unit) -> bool:
    """Whether the unit is a *Phụ lục*, not a form or an enacted regulation."""
    return unit.kind is UnitKind.ANNEX and bears_word(unit, _ANNEX_WORD)


def bears_word(unit: Unit, word: str) -> bool:
    """Whether the label begins with that word."""
    return (unit.label or "").casefold().startswith(word)


def _is(unit: Unit, level: str, number: str) -> bool:
    if unit.kind not in _KINDS[level] or _folded(unit.number or "") != _folded(number):
        return False
    if level in _OF_AN_ARTICLE and (unit.number or "")[-1:].islower() != number[-1:].islower():
        return False  # `điểm a` is no heading A
    if unit.kind is UnitKind.PART and not bears_word(unit, _PART_WORD):
        return False  # `Phần 4` is no Chuyên đề 4
    return level != "annex" or is_numbered_annex(unit)


def _folded(number: str) -> str:
    return number.casefold().lstrip("0")
