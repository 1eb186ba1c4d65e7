"""Internal references: the unit of the same document that a pin-point means."""

from __future__ import annotations

from msgspec import Struct

from build_tools.model.citation import Citation, CitationStatus
from build_tools.model.document import Document, Unit, UnitKind
from build_tools.model.provisions import Provisions, levels, named_so


class Found(Struct, frozen=True):
    """What an internal reference came to."""

    status: CitationStatus
    target: str | None = None


class UnitFinder:
    """Finds units of one document by pin-point."""

    def __init__(self, document: Document) -> None:
        self._provisions = Provisions(document.units)

    def find(self, citation: Citation) -> Found:
        """The unit that an internal citation means; a reference to the whole document has no unit."""
        here = self._provisions.unit(citation.unit)
        if here is not None and any(_is_foreign(unit) for unit in (here, *self._provisions.around(here))):
            return Found(CitationStatus.INTERNAL)  # the words of another act: its units are not ours
        if not levels(citation.pinpoint):
            return Found(CitationStatus.INTERNAL)
        units = self._provisions.matches(citation.pinpoint)
        if citation.pinpoint is not None and citation.pinpoint.annex is None:
            annex = self._provisions.annex(here)
            units = [unit for unit in units if self._provisions.annex(unit) == annex] or units
        units = named_so(self._nearest(self._beside(units, here, citation), here), citation.pinpoint)
        if len(units) == 1:
            return Found(CitationStatus.INTERNAL, units[0].id)
        return Found(CitationStatus.AMBIGUOUS if units else CitationStatus.DANGLING)

    def _beside(self, units: list[Unit], here: Unit | None, citation: Citation) -> list[Unit]:
        """`điểm a` without an article is one of the article that it stands in, or of the part of a plan."""
        named = {level for level, _ in levels(citation.pinpoint)}
        if here is None or not named <= {"clause", "point", "item"}:
            return units
        path = [here, *self._provisions.around(here)]
        article = next((unit for unit in path if unit.kind is UnitKind.ARTICLE), path[-1])
        return [unit for unit in units if unit.id == article.id or article in self._provisions.around(unit)]

    def _nearest(self, units: list[Unit], here: Unit | None) -> list[Unit]:
        """Those that share the narrowest surrounding unit with the place of the reference (or are around it)."""
        if len(units) < 2 or here is None:
            return units
        around = self._provisions.around
        path = [here.id, *(unit.id for unit in around(here))]
        shared = {unit.id: _first_in(path, [unit.id, *(outer.id for outer in around(unit))]) for unit in units}
        best = min(shared.values())
        return [unit for unit in units if shared[unit.id] == best]


def _is_foreign(unit: Unit) -> bool:
    """Whether the words are another act's: quoted, or in a note, which quotes the act that made the change."""
    return unit.quoted or unit.kind is UnitKind.FOOTNOTE


def _first_in(path: list[str], ids: list[str]) -> int:
    """How far up the path the first common unit stands."""
    return next((place for place, name in enumerate(path) if name in ids), len(path))
