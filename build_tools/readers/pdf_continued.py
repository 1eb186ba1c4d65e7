"""Tables that go on on the next page: one table, whose head stands once, and whose rows are whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct, structs

from build_tools.model.source import Mark, SourceLine
from build_tools.model.span import Span
from build_tools.readers.pdf_layout import PageLine
from build_tools.readers.pdf_tables import Table

Place = tuple[int, int]  # page and table, or page and line, counted from 0


class Joined(Struct, frozen=True):
    """Which tables are one: (page, table) → the first part; the lines that repeat its head, or end a row cut in two."""

    first: dict[Place, Place]
    repeated: frozenset[Place]
    cut: frozenset[Place]


def join_tables(pages: Sequence[list[PageLine]], tables: Sequence[Sequence[Table]], edges: Collection[Place]) -> Joined:
    """Join a table that ends a page with one of the same columns that begins the next; `edges` are no text."""
    first: dict[Place, Place] = {}
    repeated: set[Place] = set()
    cut: set[Place] = set()
    above = ""  # the last row before
    heads: dict[Place, list[str]] = {}
    last: Place | None = None
    for page, lines in enumerate(pages):
        flow = [index for index in range(len(lines)) if (page, index) not in edges]
        for index in flow:
            table = lines[index].table
            if table is not None:
                place = first.setdefault((page, table), (page, table))
                heads.setdefault(place, []).append(lines[index].text)
        begin = lines[flow[0]].table if flow else None
        if last is not None and begin is not None and _go_on(tables, last, (page, begin)):
            own, origin = (page, begin), first[last]
            first[own] = origin
            rows = [index for index in flow if lines[index].table == begin]
            head = _head(rows, lines, heads[origin])
            repeated.update((page, index) for index in head)
            if len(head) < len(rows) and _ends(above, lines[rows[len(head)]].text):
                cut.add((page, rows[len(head)]))
        end = lines[flow[-1]].table if flow else None
        last = (page, end) if end is not None else None
        if flow and (page, flow[-1]) not in cut:  # a row may go on over more than one page
            above = lines[flow[-1]].text
    return Joined(first, frozenset(repeated), frozenset(cut))


def _ends(above: str, row: str) -> bool:
    """Whether a row that begins a page ends the one above: it has no number, and some cell goes on in mid-sentence."""
    before, after = above.split("\t"), row.split("\t")
    if len(before) != len(after) or after[0] or not before[0]:
        return False
    return any(part and part[0].islower() for part in after) and all(
        not part or cell for cell, part in zip(before, after, strict=True)
    )


def whole_row(row: SourceLine, rest: SourceLine) -> SourceLine:
    """A row and the rest of it, cell by cell; it stands where it begins."""
    text = ""
    marks: list[Mark] = []
    starts = [0, 0]  # of the cell in either line
    for cell, part in zip(row.text.split("\t"), rest.text.split("\t"), strict=True):
        text += "\t" if starts[0] else ""
        for line, piece, index in ((row, cell, 0), (rest, part, 1)):
            text += " " if index and cell and piece else ""
            start, shift = starts[index], len(text) - starts[index]
            inside = [mark for mark in line.marks if start <= mark.span.start and mark.span.end <= start + len(piece)]
            marks += [Mark(Span(m.span.start + shift, m.span.end + shift), m.kind) for m in inside]
            text += piece
            starts[index] += len(piece) + 1
    return structs.replace(row, text=text, marks=tuple(marks))


def _go_on(tables: Sequence[Sequence[Table]], before: Place, after: Place) -> bool:
    return tables[after[0]][after[1]].has_columns_of(tables[before[0]][before[1]])


def _head(rows: list[int], lines: list[PageLine], head: list[str]) -> list[int]:
    """The first rows, as far as they are those of the first part; a row of numbers is no head by itself."""
    same = 0
    while same < min(len(rows), len(head) - 1) and lines[rows[same]].text == head[same]:
        same += 1
    worded = any(char.isalpha() for char in head[0])
    return rows[:same] if worded else []
