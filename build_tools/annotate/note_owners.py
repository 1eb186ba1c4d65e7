"""Whose note it is: the unit that bears the mark of a note of a consolidated text.

`1.2 Bảo hiểm y tế là …` is clause 1 with the mark of note 2; `cơ quan bảo hiểm xã hội3` bears the mark of note 3. A
note that says `Khoản này được sửa đổi` means the clause that bears its mark, wherever the page put the note.
"""

from __future__ import annotations

import re

from build_tools.annotate.unit_index import UnitIndex
from build_tools.model.document import Unit, UnitKind

_NEAR = 12_000  # code points from the mark to its note, which stands at the end of the page


class NoteOwners:
    """Finds the bearers of marks in one text."""

    def __init__(self, text: str, index: UnitIndex) -> None:
        self._text = text
        self._index = index

    def is_in_note(self, offset: int) -> bool:
        """Whether the words stand in a note."""
        return self._index.enclosing(offset, UnitKind.FOOTNOTE) is not None

    def owner(self, offset: int, kind: UnitKind) -> Unit | None:
        """The unit of that kind that bears the mark of the note around `offset`; None where no mark is found."""
        note = self._index.enclosing(offset, UnitKind.FOOTNOTE)
        if note is None or not note.number or not note.number.isdigit():
            return None
        floor = max(0, note.span.start - _NEAR)
        near = self._index.beginning_in(floor, note.span.start)
        marked = [unit for unit in near if self._bears(unit, note.number)]
        at = marked[-1].span.start if marked else self._mark_among_words(note.number, floor, note.span.start)
        return self._index.enclosing(at, kind) if at is not None else None

    def _bears(self, unit: Unit, number: str) -> bool:
        if not unit.label or unit.kind is UnitKind.FOOTNOTE:
            return False
        return re.match(rf"{number}(?=\s)", self._text[unit.span.start + len(unit.label) :][:8]) is not None

    def _mark_among_words(self, number: str, floor: int, end: int) -> int | None:
        """Where the only mark of this number stands behind a word; None for none or several."""
        found = [match.start() for match in re.finditer(rf"(?<=[^\W\d_]){number}(?!\w)", self._text[floor:end])]
        return floor + found[0] if len(found) == 1 else None
