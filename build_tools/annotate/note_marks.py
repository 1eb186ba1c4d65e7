"""Marks of notes that a PDF glued to a number: `khoản 228 Điều 10` is khoản 2 with note 28.

Consolidated texts are full of them. A number is parted only where it is too long for a clause and exactly one way to
part it leaves the number of a note that follows soon.
"""

from __future__ import annotations

from msgspec.structs import replace

from build_tools.model.citation import Pinpoint
from build_tools.model.document import Outline, UnitKind

_LONGEST_CLAUSE = 2
_NEAR = 12_000  # code points: a note stands at the end of its page


class NoteMarks:
    """The notes of one document, by number."""

    def __init__(self, outline: Outline) -> None:
        self._places: dict[str, list[int]] = {}
        for unit in outline.units:
            if unit.kind is UnitKind.FOOTNOTE and unit.number:
                self._places.setdefault(unit.number, []).append(unit.span.start)

    def part(self, pinpoint: Pinpoint, offset: int) -> Pinpoint:
        """The pin-point without a glued mark; unchanged where there is none or more than one reading."""
        clause = pinpoint.clause
        if not self._places or clause is None or not clause.isdigit() or len(clause) <= _LONGEST_CLAUSE:
            return pinpoint
        readings = [clause[:cut] for cut in (1, 2) if self._follows(clause[cut:], offset)]
        return replace(pinpoint, clause=readings[0]) if len(readings) == 1 else pinpoint

    def _follows(self, number: str, offset: int) -> bool:
        return any(0 < place - offset < _NEAR for place in self._places.get(number, ()))
