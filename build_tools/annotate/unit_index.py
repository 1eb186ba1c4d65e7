"""Which unit a passage stands in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from build_tools.model.document import Unit, UnitKind


class UnitIndex:
    """The units of one document, by place. Units are a tree in document order, a parent before its children."""

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._units = sorted(units, key=lambda unit: (unit.span.start, -unit.span.end))
        self._starts = [unit.span.start for unit in self._units]
        self._by_id = {unit.id: unit for unit in units}
        self._held: dict[tuple[str, UnitKind], bool] = {}
        self._label_ends = {unit.span.start: unit for unit in self._units if unit.label}

    def innermost(self, offset: int) -> Unit | None:
        """The innermost unit that holds the code point at `offset`."""
        place = bisect_right(self._starts, offset) - 1
        unit = self._units[place] if place >= 0 else None
        while unit is not None and not unit.span.start <= offset < unit.span.end:
            unit = self.parent(unit)
        return unit

    def beginning_in(self, start: int, end: int) -> list[Unit]:
        """The units that begin from `start` to before `end`, in order."""
        return self._units[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def parent(self, unit: Unit) -> Unit | None:
        """The unit that contains `unit`."""
        return self._by_id.get(unit.parent) if unit.parent else None

    def enclosing(self, offset: int, kind: UnitKind) -> Unit | None:
        """The unit of that kind around `offset`."""
        unit = self.innermost(offset)
        while unit is not None and unit.kind is not kind:
            unit = self.parent(unit)
        return unit

    def ancestors(self, offset: int) -> list[Unit]:
        """The units around `offset`, the innermost first."""
        found = []
        unit = self.innermost(offset)
        while unit is not None:
            found.append(unit)
            unit = self.parent(unit)
        return found

    def holds(self, unit: Unit, kind: UnitKind) -> bool:
        """Whether a unit of that kind, not a quoted one, stands inside `unit`."""
        key = (unit.id, kind)
        if key not in self._held:
            inside = (item for item in self._units if item.kind is kind and not item.quoted)
            self._held[key] = any(unit.span.contains(item.span) for item in inside)
        return self._held[key]

    def begins_with_label(self, offset: int) -> bool:
        """Whether the words at `offset` are a unit's own label."""
        return offset in self._label_ends

    def is_quoted(self, offset: int) -> bool:
        """Whether the passage belongs to another act that is quoted here."""
        return any(unit.quoted for unit in self.ancestors(offset))
