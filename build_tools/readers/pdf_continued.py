"""Tables that go on on the next page: one table, whose head stands once."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from build_tools.readers.pdf_layout import PageLine
from build_tools.readers.pdf_tables import Table

Place = tuple[int, int]  # page and table, or page and line, counted from 0


class Joined(Struct, frozen=True):
    """Which tables are one: (page, table) → the first part; and the lines that repeat its head."""

    first: dict[Place, Place]
    repeated: frozenset[Place]


def join_tables(pages: Sequence[list[PageLine]], tables: Sequence[Sequence[Table]], edges: Collection[Place]) -> Joined:
    """Join a table that ends a page with one of the same columns that begins the next; `edges` are no text."""
    first: dict[Place, Place] = {}
    repeated: set[Place] = set()
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
            repeated.update((page, index) for index in _head(rows, lines, heads[origin]))
        end = lines[flow[-1]].table if flow else None
        last = (page, end) if end is not None else None
    return Joined(first, frozenset(repeated))


def _go_on(tables: Sequence[Sequence[Table]], before: Place, after: Place) -> bool:
    return tables[after[0]][after[1]].has_columns_of(tables[before[0]][before[1]])


def _head(rows: list[int], lines: list[PageLine], head: list[str]) -> list[int]:
    """The first rows, as far as they are those of the first part; a row of numbers is no head by itself."""
    same = 0
    while same < min(len(rows), len(head) - 1) and lines[rows[same]].text == head[same]:
        same += 1
    worded = any(char.isalpha() for char in head[0])
    return rows[:same] if worded else []
