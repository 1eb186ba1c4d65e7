"""Internal references: the unit of the same document that a pin-point means."""

from __future__ import annotations

from msgspec import Struct

from build_tools.model.citation import Citation, CitationStatus, Pinpoint
from build_tools.model.document import Document, Unit, UnitKind

_WIDE_TO_NARROW = ("part", "chapter", "section", "subsection", "article", "clause", "point", "item")
_KINDS = {
    "part": (UnitKind.PART, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "chapter": (UnitKind.CHAPTER,),
    "section": (UnitKind.SECTION, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "subsection": (UnitKind.SUBSECTION,),
    "article": (UnitKind.ARTICLE,),
    "clause": (UnitKind.CLAUSE, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "point": (UnitKind.POINT, UnitKind.HEADING, UnitKind.PARAGRAPH),
    "item": (UnitKind.ITEM, UnitKind.BULLET),
}


class Found(Struct, frozen=True):
    """What an internal reference came to."""

    status: CitationStatus
    target: str | None = None


class UnitFinder:
    """Finds units of one document by pin-point."""

    def __init__(self, document: Document) -> None:
        self._by_id = {unit.id: unit for unit in document.units}
        self._by_number: dict[str, list[Unit]] = {}
        for unit in document.units:
            if unit.number is not None and not unit.quoted:
                self._by_number.setdefault(unit.number.casefold(), []).append(unit)

    def find(self, citation: Citation) -> Found:
        """The unit that an internal citation means; a reference to the whole document has no unit."""
        here = self._by_id.get(citation.unit or "")
        if here is not None and any(_is_foreign(unit) for unit in (here, *self._around(here))):
            return Found(CitationStatus.INTERNAL)  # the words of another act: its units are not ours
        wanted = levels(citation.pinpoint)
        if not wanted:
            return Found(CitationStatus.INTERNAL)
        units = self.matches(wanted)
        units = [unit for unit in units if self._annex(unit) == self._annex(here)] or units
        units = self._nearest(units, here)
        if len(units) == 1:
            return Found(CitationStatus.INTERNAL, units[0].id)
        return Found(CitationStatus.AMBIGUOUS if units else CitationStatus.DANGLING)

    def matches(self, wanted: list[tuple[str, str]]) -> list[Unit]:
        """The units that fit the narrowest level and stand within units that fit the wider ones."""
        level, number = wanted[-1]
        found = [unit for unit in self._by_number.get(number.casefold(), ()) if unit.kind in _KINDS[level]]
        for wider, value in reversed(wanted[:-1]):
            found = [unit for unit in found if self._within(unit, wider, value)]
        return found

    def _nearest(self, units: list[Unit], here: Unit | None) -> list[Unit]:
        """Those that share the narrowest surrounding unit with the place of the reference (or are around it)."""
        if len(units) < 2 or here is None:
            return units
        path = [here.id, *(unit.id for unit in self._around(here))]
        shared = {unit.id: _first_in(path, [unit.id, *(around.id for around in self._around(unit))]) for unit in units}
        best = min(shared.values())
        return [unit for unit in units if shared[unit.id] == best]

    def _within(self, unit: Unit, level: str, number: str) -> bool:
        return any(
            around.kind in _KINDS[level] and (around.number or "").casefold() == number.casefold()
            for around in self._around(unit)
        )

    def _around(self, unit: Unit) -> list[Unit]:
        found = []
        parent = self._by_id.get(unit.parent or "")
        while parent is not None:
            found.append(parent)
            parent = self._by_id.get(parent.parent or "")
        return found

    def _annex(self, unit: Unit | None) -> str | None:
        """The annex that a unit stands in: numbering begins anew there."""
        around = [unit, *self._around(unit)] if unit else []
        return next((item.id for item in around if item.kind is UnitKind.ANNEX), None)


def _is_foreign(unit: Unit) -> bool:
    """Whether the words are another act's: quoted, or in a note, which quotes the act that made the change."""
    return unit.quoted or unit.kind is UnitKind.FOOTNOTE


def _first_in(path: list[str], ids: list[str]) -> int:
    """How far up the path the first common unit stands."""
    return next((place for place, name in enumerate(path) if name in ids), len(path))


def levels(pinpoint: Pinpoint | None) -> list[tuple[str, str]]:
    """The levels that a pin-point names with their numbers, wide to narrow."""
    if pinpoint is None:
        return []
    return [(level, value) for level in _WIDE_TO_NARROW if (value := getattr(pinpoint, level)) is not None]
