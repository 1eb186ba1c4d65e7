"""Ruled tables of a PDF: the lines that are drawn say where the cells are."""

from __future__ import annotations

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

    `upright` are the vertical rules as drawn, (x, bottom, top): cells that are one have none between them.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[tuple[float, float, float], ...]

    def cell(self, left: float, right: float, bottom: float, top: float) -> tuple[int, int] | None:
        """Row and column of a piece of text; `None` for text outside."""
        middle = (bottom + top) / 2
        inside = self.columns[0] - _NEAR < left and right < self.columns[-1] + _NEAR
        if not inside or not self.rows[-1] < middle < self.rows[0]:
            return None
        row = sum(middle < place for place in self.rows) - 1
        column = sum(left + _NEAR > place for place in self.columns) - 1
        return row, min(column, len(self.columns) - 2)

    def parts(self, end: float, begin: float, middle: float) -> bool:
        """Whether a vertical rule stands between text that ends at `end` and text that begins at `begin`."""
        return end < begin and any(
            end - _NEAR < place < begin + _NEAR and bottom < middle < top for place, bottom, top in self.upright
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
        rows = [place for place in _places([y for y, _, _ in inside]) if _covers(inside, place) >= width * _WHOLE]
        if len(rows) >= 3:
            tables.append(Table(tuple(columns), tuple(reversed(rows)), tuple(drawn)))
    return tables


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
