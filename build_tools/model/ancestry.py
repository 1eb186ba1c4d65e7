"""The units that a unit stands in, and the number that they give it together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from build_tools.model.document import Unit, UnitKind

_NUMBERED_IN_PLANS = (UnitKind.HEADING, UnitKind.PARAGRAPH)


def ancestors(unit: Unit, units: Mapping[str, Unit]) -> Iterator[Unit]:
    """The units that hold `unit`, the innermost first. `units` are those of its document by id."""
    parent = units.get(unit.parent or "")
    while parent is not None:
        yield parent
        parent = units.get(parent.parent or "")


def plan_number(chain: Iterable[Unit]) -> str:
    """`II.3` for section 3 of part II; a number that repeats its parent's (`2.1` below `2`) stands for both.

    `chain` goes from the outermost unit to the one named; empty where none of them is numbered as in plans.
    """
    numbers: list[str] = []
    for unit in chain:
        if unit.kind in _NUMBERED_IN_PLANS and unit.number:
            if numbers and unit.number.startswith(f"{numbers[-1]}."):
                numbers.pop()
            numbers.append(unit.number)
    return ".".join(numbers)
