"""The provisions of one held act, by pin-point: its own, or those of a text that it enacts."""

from __future__ import annotations

from build_tools.grammar.annex_names import annex_names, is_whole_annex
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Document, Unit, UnitKind
from build_tools.model.provisions import Provisions

_NARROWEST_FIRST = ("item", "point", "clause", "article", "subsection", "section", "chapter", "part")


class ChangedAct:
    """Finds units; quoted units, notes and (unless an annex is named) annexes do not count."""

    def __init__(self, document: Document) -> None:
        self._provisions = Provisions(document.units)
        self.by_id = {unit.id: unit for unit in document.units}
        self._units = document.units

    def find(self, pinpoint: Pinpoint | None, annex: str | None) -> list[Unit]:
        """The units that a pin-point means; the annex itself where only an annex is named."""
        around = self._annexes(annex) if annex else []
        if pinpoint is None:
            return around
        found = [unit for unit in self._provisions.matches(pinpoint) if not unit.quoted]
        if annex:
            return [unit for unit in found if len(around) == 1 and self._annex(unit) == around[0].id]
        return [unit for unit in found if self._annex(unit) is None]

    def run(self, first: Unit, last: Unit) -> list[Unit]:
        """The units of one kind from `first` to `last`, in the order of the text."""
        return [
            unit
            for unit in self._units
            if unit.kind is first.kind
            and not unit.quoted
            and first.span.start <= unit.span.start <= last.span.start
            and self._annex(unit) == self._annex(first)
        ]

    def article_before(self, number: str) -> Unit | None:
        """`Điều 8a` goes behind `Điều 8`, where the order does not say it."""
        plain = number.rstrip("abcdđeghiklmnopqrstuvxy")
        found = self.find(Pinpoint(article=plain), None) if plain and plain != number else []
        return found[0] if len(found) == 1 else None

    def ancestors(self, unit: Unit) -> list[Unit]:
        """The units around `unit`, the innermost first."""
        return self._provisions.around(unit)

    def article(self, unit: Unit) -> Unit | None:
        """The article that a unit is or stands in."""
        return next((one for one in (unit, *self.ancestors(unit)) if one.kind is UnitKind.ARTICLE), None)

    def _annexes(self, name: str) -> list[Unit]:
        if not is_whole_annex(name):
            return []
        *_inner, outer = wanted = annex_names(name)
        found = [unit for unit in self._units if unit.kind is UnitKind.ANNEX and not unit.quoted]
        forms = [unit for unit in found if annex_names(unit.label or "")[:1] == wanted[:1]]
        if len(wanted) == 1:
            return forms
        around = {unit.id for unit in found if annex_names(unit.label or "")[:1] == [outer]}
        return [unit for unit in forms if any(one.id in around for one in self.ancestors(unit))]

    def _annex(self, unit: Unit) -> str | None:
        """The annex in which a unit stands; a note counts as one, so that it is never found."""
        kinds = (UnitKind.ANNEX, UnitKind.FOOTNOTE)
        return next((one.id for one in (unit, *self.ancestors(unit)) if one.kind in kinds), None)


def parent_of(pinpoint: Pinpoint) -> Pinpoint | None:
    """The pin-point of the provision around; None for one that names a single level."""
    named = [(level, getattr(pinpoint, level)) for level in _NARROWEST_FIRST if getattr(pinpoint, level)]
    return Pinpoint(**dict(named[1:])) if len(named) > 1 else None
