"""Ruled tables of a PDF: the lines that are drawn say where the cells are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import pypdfium2.raw as pdfium
from msgspec import Struct

_THIN: Final = 2.5  # points: thinner is a rule, not an area
_SHORT: Final = 4.0  # points: shorter is the corner of a border, not a rule
_NEAR: Final = 3.0  # points: nearer rules are one
_WHOLE: Final = 0.85  # of the table's width that a rule between two rows covers

Stripe = tuple[float, float]  # where something begins and ends


class Table(Struct, frozen=True):
    """A grid on one page: the places of its columns, and of the rules between its rows, from the top down.

    `upright` are the vertical rules as drawn, (x, bottom, top): cells that are one have none between them. `open` are
    the cells (row, column) with no rule above them: they are one with those over them.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[tuple[float, float, float], ...]
    open: frozenset[tuple[int, int]] = frozenset()

    def cell(self, left: float, right: float, bottom: float, top: float) -> tuple[int, int] | None:
        """Row and column of a piece of text, the first ones of cells that are one; `None` for text outside."""
        middle = (bottom + top) / 2
        inside = self.columns[0] - _NEAR < left and right < self.columns[-1] + _NEAR
        if not inside or not self.rows[-1] < middle < self.rows[0]:
            return None
        row = sum(middle < place for place in self.rows) - 1
        column = min(sum(left + _NEAR > place for place in self.columns) - 1, len(self.columns) - 2)
        while column > 0 and not self._ruled(self.columns[column], middle):
            column -= 1
        while row > 0 and (row, column) in self.open:
            row -= 1
        return row, column

    def _ruled(self, x: float, middle: float) -> bool:
        """Whether a vertical rule stands at `x` on this height."""
        return any(abs(place - x) <= _NEAR and low - _NEAR < middle < high + _NEAR for place, low, high in self.upright)

    def has_columns_of(self, other: Table) -> bool:
        """Whether the columns of two tables are as wide as each other; the margins of their pages may differ."""
        shift = other.columns[0] - self.columns[0]
        return len(self.columns) == len(other.columns) and all(
            abs(theirs - ours - shift) <= _NEAR for ours, theirs in zip(self.columns, other.columns, strict=True)
        )

    def parts(self, end: float, begin: float, middle: float) -> bool:
        """Whether a vertical rule stands between text that ends at `end` and text that begins at `begin`."""
        return end < begin and any(
            end - _NEAR < place < begin + _NEAR and bottom - _NEAR < middle < top + _NEAR
            for place, bottom, top in self.upright
        )


def find_tables(page: Any) -> list[Table]:
    """The ruled tables of a page: at least two columns and two rows."""
    flat, upright = _rules(page)
    tables = []
    for low, high in _merged([(bottom, top) for _, bottom, top in upright]):
        drawn = [rule for rule in upright if rule[1] < high and rule[2] > low]
        columns = _places([x for x, _, _ in drawn])
        if len(columns) < 3:
            continue
        width = columns[-1] - columns[0]
        inside = [rule for rule in flat if low - _NEAR < rule[0] < high + _NEAR]
        places = _places([y for y, _, _ in inside])
        whole = [place for place in places if _covers(inside, place) >= width * _WHOLE]
        if len(whole) < 2:
            continue
        closed = {place: _closed(inside, place, columns) for place in places if whole[0] <= place <= whole[-1]}
        rows = [place for place in reversed(places) if place in whole or closed.get(place)]
        if len(rows) >= 3:
            tables.append(Table(tuple(columns), tuple(rows), tuple(drawn), _open(rows, closed, len(columns) - 1)))
    return tables


def _open(rows: Sequence[float], closed: Mapping[float, frozenset[int]], columns: int) -> frozenset[tuple[int, int]]:
    """The cells (row, column) without a rule above them, where others of their row have one."""
    return frozenset(
        (row, column)
        for row, place in enumerate(rows)
        for column in range(columns)
        if closed[place] and column not in closed[place]
    )


def _closed(rules: list[tuple[float, float, float]], place: float, columns: Sequence[float]) -> frozenset[int]:
    """The columns over whose whole width a rule is drawn at one height; a line under words covers none."""
    stripes = _merged([(left, right) for y, left, right in rules if abs(y - place) <= _NEAR])
    return frozenset(
        column
        for column, (left, right) in enumerate(pairwise(columns))
        if any(begin <= left + _NEAR and right - _NEAR <= end for begin, end in stripes)
    )


def _rules(page: Any) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Horizontal rules as (y, left, right), vertical ones as (x, bottom, top)."""
    flat, upright = [], []
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = item.get_bounds()
        if top - bottom < _THIN and right - left >= _SHORT:
            flat.append(((bottom + top) / 2, left, right))
        elif right - left < _THIN and top - bottom >= _SHORT:
            upright.append(((left + right) / 2, bottom, top))
    return flat, upright


def _merged(stripes: list[Stripe]) -> list[Stripe]:
    """Stripes that touch, as one."""
    merged: list[Stripe] = []
    for begin, end in sorted(stripes):
        if merged and begin <= merged[-1][1] + _NEAR:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((begin, end))
    return merged


def _places(values: list[float]) -> list[float]:
    """Values in order, near ones as one."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _covers(rules: list[tuple[float, float, float]], place: float) -> float:
    """The length that the rules at one height cover together."""
    stripes = _merged([(left, right) for y, left, right in rules if abs(y - place) <= _NEAR])
    return sum(end - begin for begin, end in stripes)
