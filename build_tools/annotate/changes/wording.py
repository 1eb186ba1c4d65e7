"""New wording: which quoted unit of an amending act is the new text of which provision."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from build_tools.annotate.pinpoints import LEVELS
from build_tools.model.ancestry import ancestors
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Unit, UnitKind
from build_tools.model.span import Span

_KINDS = {
    "part": UnitKind.PART,
    "chapter": UnitKind.CHAPTER,
    "section": UnitKind.SECTION,
    "subsection": UnitKind.SUBSECTION,
    "article": UnitKind.ARTICLE,
    "clause": UnitKind.CLAUSE,
    "point": UnitKind.POINT,
    "item": UnitKind.ITEM,
}
_LIKE = {UnitKind.CLAUSE: (UnitKind.PARAGRAPH, UnitKind.HEADING), UnitKind.POINT: (UnitKind.PARAGRAPH,)}


class Wording(Struct, frozen=True):
    """The wording quoted after an order: all its text, and the quoted units in it."""

    span: Span
    units: tuple[Unit, ...]

    def of(self, pinpoint: Pinpoint) -> Unit | None:
        """The one quoted unit that a pin-point means; None where there is none, or two."""
        fitting = [unit for unit in self.units if self._fits(unit, pinpoint)]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, unit: Unit, pinpoint: Pinpoint) -> bool:
        levels = [(level, value) for level in LEVELS if (value := getattr(pinpoint, level))]
        if not levels or not _is(unit, *levels[0]):
            return False
        around = self._around(unit)
        return all(_agree(around, level, value) for level, value in levels[1:])

    def _around(self, unit: Unit) -> Sequence[Unit]:
        by_id = {one.id: one for one in self.units}
        return list(ancestors(unit, by_id))


def _is(unit: Unit, level: str, value: str) -> bool:
    kind = _KINDS[level]
    named = unit.kind is kind or unit.kind in _LIKE.get(kind, ())
    return named and (unit.number or "").casefold() == value.casefold()


def _agree(around: Sequence[Unit], level: str, value: str) -> bool:
    """Whether the quoted units around do not say otherwise: what is not quoted cannot contradict."""
    same = [unit for unit in around if unit.kind is _KINDS[level]]
    return not same or any(_is(unit, level, value) for unit in same)
