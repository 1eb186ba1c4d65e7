"""Labels with the mark of a footnote glued to them: `1.4 Việc …` may be the label `1.` with the mark of note 4."""

from __future__ import annotations

import re
from collections.abc import Container

from msgspec import structs

from build_tools.grammar.labels import Label, Style, readings
from build_tools.grammar.letters import compile_letters

_GLUED_MARK = compile_letters(
    r"(?P<label>\d{1,3}[a-zđ]?\.|(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s{1,3}(?:\d{1,3}[a-zđ]?\.?|[IVXLC]{1,8}))"
    r"(?P<mark>\d{1,3})(?=[.\s]*[{Lu}(]|\s*$)[.\s]*"
)
_REPEALED = re.compile(r"(?P<digits>\d{2,5})\.\s+(?=\(được bãi bỏ\))")


def with_note_marks(
    line: str, found: tuple[Label, ...], notes: Container[str], raised: Container[int] = ()
) -> tuple[Label, ...]:
    """The readings `found` of a line, and those that leave out the mark of a note glued to the label.

    `raised` are the places in the line where raised letters begin: a mark that is raised is no part of the number.
    """
    if (match := _GLUED_MARK.match(line)) and match["mark"] in notes:
        if match.start("mark") in raised and (without := _without(line, match)):
            return without
        bare = readings(f"{match['label']} ")
        found += tuple(structs.replace(label, end=match.end()) for label in bare)
    elif match := _REPEALED.match(line):
        found += _with_mark_inside(match["digits"], match.end(), notes)
    return found


def _without(line: str, match: re.Match[str]) -> tuple[Label, ...]:
    """The readings of a line without the mark that is certainly one; ends are those in the whole line."""
    start, end = match.span("mark")
    bare = readings(line[:start] + line[end:])
    return tuple(structs.replace(label, end=label.end + end - start) for label in bare if label.end >= start)


def _with_mark_inside(digits: str, end: int, notes: Container[str]) -> tuple[Label, ...]:
    """The readings of `218. (được bãi bỏ)`: the label `2` with the mark of note 18 before its full stop."""
    cuts = [cut for cut in range(1, len(digits)) if digits[cut:] in notes and len(digits[:cut]) <= 3]
    return tuple(
        Label(Style.DECIMAL, f"{digits[:cut]}.", digits[:cut], (int(digits[:cut]), 0), end, (int(digits[:cut]),))
        for cut in cuts
    )
