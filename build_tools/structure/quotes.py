"""Quotation marks over the whole body: which paragraphs an amending act quotes from another act.

The marks are paired before any label is read, the last one opened first, so that a mark that never closes costs
itself only: its quotation then ends where the quoting act's own numbering goes on.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence

from msgspec import Struct, structs

from build_tools.grammar.labels import Label, Style, readings
from build_tools.structure.lines import Line
from build_tools.structure.signers import is_name

OPENING, CLOSING, STRAIGHT = "“«", "”»", '"'
_MARKS = re.compile('[“«”»"]')
_LONGEST = 3000  # lines; a longer quotation is a mark that met a stranger
_SEARCH = 200  # lines in which the end of a quotation without closing mark is looked for
_STRAY = 40  # lines behind a closed quotation in which the mark that really closes it is looked for
_AMENDS = re.compile(r"(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ|Thay cụm từ|Bỏ cụm từ|Bỏ |Thay đổi|Hủy bỏ|Đính chính|Sửa )")


class Quotation(Struct, frozen=True):
    """The quoted lines `first` to `last` (both included); `offset` is where the opening mark stands in the first."""

    first: int
    last: int
    offset: int
    closed: bool = True


def find_quotations(lines: Sequence[Line], skipped: Container[int] = ()) -> list[Quotation]:
    """The quotations that hold more than a phrase, in order, none inside another.

    The lines in `skipped` (footnotes) are left out: their marks pair among themselves.
    """
    pairs, left_open, left_closing = _pair(lines, skipped)
    found = [q for q in pairs if _holds_units(lines, q)]
    found += [q for q in (_without_end(lines, *place) for place in left_open) if q is not None]
    found.sort(key=lambda q: (q.first, q.offset, -q.last))
    kept: list[Quotation] = []
    for quotation in found:
        if not kept or quotation.first > kept[-1].last:
            kept.append(quotation)
    return _with_stray_ends(lines, kept, left_closing)


def is_quoted(lines: Sequence[Line], quotations: Sequence[Quotation], index: int) -> bool:
    """Whether line `index` lies inside a quotation that closes; behind a signature it does not."""
    place = bisect_left(quotations, index, key=lambda q: q.first) - 1
    if place < 0 or not quotations[place].closed or index > quotations[place].last:
        return False
    return not any(is_name(lines[i]) for i in range(quotations[place].first, index))


def cut_at(quotations: Sequence[Quotation], boundaries: Iterable[int]) -> list[Quotation]:
    """The quotations, ended before the first boundary (of the tail, of an annex) that they would cross."""
    sorted_boundaries = sorted(boundaries)
    result = []
    for quotation in quotations:
        place = bisect_right(sorted_boundaries, quotation.first)
        crossed = place < len(sorted_boundaries) and sorted_boundaries[place] <= quotation.last
        last = sorted_boundaries[place] - 1 if crossed else quotation.last
        result.append(structs.replace(quotation, last=last))
    return result


def _with_stray_ends(lines: Sequence[Line], found: list[Quotation], stray: Sequence[int]) -> list[Quotation]:
    """Quotations closed after each unit, or too early: `“b) …;” c) …;”` is one, which the last mark closes."""
    ends = set(stray)
    result: list[Quotation] = []
    for place, quotation in enumerate(found):
        following = found[place + 1].first if place + 1 < len(found) else len(lines)
        last = quotation.last
        while (end := _next_end(lines, quotation, range(last + 1, following), ends)) is not None:
            last = end
        result.append(structs.replace(quotation, last=last))
    return result


def _next_end(lines: Sequence[Line], quotation: Quotation, behind: range, ends: Container[int]) -> int | None:
    """The stray closing mark behind a quotation up to which its numbering goes on and nothing is ordered."""
    if not behind or not _continues(lines, quotation, behind.start):
        return None
    for index in behind[:_STRAY]:
        if any(_AMENDS.match(lines[index].text[label.end :]) for label in lines[index].labels):
            return None
        if index in ends:
            return index
    return None


def _continues(lines: Sequence[Line], quotation: Quotation, index: int) -> bool:
    """Whether line `index` goes on with the numbering of the quotation before it."""
    quoted = [
        label for i in range(quotation.first, index) for label in readings(lines[i].text.lstrip(OPENING + STRAIGHT))
    ]
    return any(
        label.style is before.style and before.ordinal < label.ordinal <= (before.ordinal[0] + 2, 0)
        for label in lines[index].labels
        for before in quoted[-3:]
    )


def _pair(lines: Sequence[Line], skipped: Container[int]) -> tuple[list[Quotation], list[tuple[int, int]], list[int]]:
    """All pairs of marks, the places of those that never close, and the lines that close what nothing opened."""
    stack: list[tuple[int, int]] = []
    pairs: list[Quotation] = []
    stray: list[int] = []
    for index, line in enumerate(lines):
        if index in skipped or not _has_marks(line.text):
            continue
        for match in _MARKS.finditer(line.text):
            offset = match.start()
            if _opens(line.text, offset):
                stack.append((index, offset))
            elif stack:
                first, start = stack.pop()
                pairs.append(Quotation(first, index, start))
            else:
                stray.append(index)
    return pairs, stack, stray


def _has_marks(text: str) -> bool:
    """Whether a line holds a quotation mark; few do."""
    return "“" in text or "”" in text or '"' in text or "«" in text or "»" in text


def _opens(text: str, offset: int) -> bool:
    """Whether the mark opens: by its shape, or, for a straight one, because no word stands directly before it."""
    if text[offset] != STRAIGHT:
        return text[offset] in OPENING
    before = text[offset - 1 : offset]
    return not before or before.isspace() or before in "([:"


def _holds_units(lines: Sequence[Line], quotation: Quotation) -> bool:
    """Whether the pair quotes whole paragraphs: it spans lines, or it opens a line with a label."""
    if quotation.last - quotation.first > _LONGEST:
        return False
    if quotation.first == quotation.last:
        return quotation.offset == 0 and opens_unit(lines[quotation.first].text)
    inside = range(quotation.first + 1, quotation.last + 1)
    return not any(opens_unit(lines[index].text) for index in inside)


def opens_unit(text: str) -> bool:
    """Whether a line begins with a quotation mark and a numbered label."""
    if text[:1] not in (*OPENING, STRAIGHT):
        return False
    return any(not label.style.is_bullet for label in readings(text[1:].lstrip()))


def _without_end(lines: Sequence[Line], first: int, offset: int) -> Quotation | None:
    """A quotation that never closes: it ends before the next unit of the quoting act."""
    if offset or not opens_unit(lines[first].text):
        return None
    quoted = readings(lines[first].text[1:].lstrip())
    stop = min(len(lines), first + _SEARCH)
    for index in range(first + 1, stop):
        labels = lines[index].labels
        if opens_unit(lines[index].text) or (labels and _goes_on(lines[index], labels[0], quoted)):
            return Quotation(first, index - 1, 0, closed=False)
    return Quotation(first, first, 0, closed=False)


def _goes_on(line: Line, label: Label, quoted: tuple[Label, ...]) -> bool:
    """Whether a label belongs to the quoting act: it orders an amendment, or it is of a higher rank."""
    if label.style.is_bullet:
        return False
    if _AMENDS.match(line.text[label.end :]):
        return True
    return label.style <= Style.ARTICLE and all(label.style < q.style for q in quoted)
