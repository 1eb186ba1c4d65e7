"""Parts of an annex behind its forms, which stand in its midst: its numbering goes on below the last of them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.grammar.labels import Label, Style
from build_tools.structure.annex_lists import Annex
from build_tools.structure.lines import Line

_DIVISIONS = (Style.PART, Style.CHAPTER, Style.ARTICLE, Style.UPPER, Style.ROMAN)

Seen = dict[Style, tuple[Label, bool]]  # the last division of each style, and whether its title is in capitals


def parts_behind_forms(lines: Sequence[Line], annexes: Sequence[Annex]) -> dict[int, int]:
    """For each form (by its place among the annexes) behind which its annex goes on: the line on which it does.

    There stands the division that follows the annex's last one (`IV.` behind `III.`), in the same letters, and the
    form has no such divisions of its own.
    """
    found: dict[int, int] = {}
    seen: Seen | None = None  # of the annex in which the forms lie
    for place, annex in enumerate(annexes):
        stop = annexes[place + 1].first if place + 1 < len(annexes) else len(lines)
        inside = range(annex.title.stop, stop)
        if not annex.is_form:
            seen = {}
            _gather(lines, inside, seen)
        elif seen and (index := _goes_on(lines, inside, seen)) is not None:
            found[place] = index
            _gather(lines, range(index, stop), seen)
    return found


def _divisions(line: Line) -> tuple[Label, ...]:
    if line.is_table or not line.text[:1].isupper():
        return ()
    return tuple(label for label in line.labels if label.style in _DIVISIONS and label.end < len(line.text))


def _gather(lines: Sequence[Line], inside: range, seen: Seen) -> None:
    """Note the last division of each style that comes in turn."""
    for index in inside:
        for label in _divisions(lines[index]):
            before = seen[label.style][0].ordinal[0] if label.style in seen else 0
            if label.ordinal == (before + 1, 0):
                seen[label.style] = (label, lines[index].is_capitals)


def _goes_on(lines: Sequence[Line], form: range, seen: Seen) -> int | None:
    """The line of a form on which the numbering of its annex goes on."""
    own: set[Style] = set()
    for index in form:
        for label in _divisions(lines[index]):
            if label.style not in own and _follows(label, lines[index], seen):
                return index
            own.add(label.style)
    return None


def _follows(label: Label, line: Line, seen: Seen) -> bool:
    if label.style not in seen:
        return False
    last, in_capitals = seen[label.style]
    return label.ordinal == (last.ordinal[0] + 1, 0) and line.is_capitals == in_capitals
