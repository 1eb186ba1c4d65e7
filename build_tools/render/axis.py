"""A time axis on which every year with something in it has room, and empty years shrink to a gap.

Laws of 1999 and plans of 2026 stand on one drawing: on a proportional axis the plans would be a single blot.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

GAP = 14.0
"""Widest that a run of empty years is drawn, in drawing units; all of them take a quarter of the width at most."""


class Column(Struct, frozen=True):
    """One year, or a run of empty years up to `last`, with its left edge and width in drawing units."""

    year: int
    last: int
    x: float
    width: float
    empty: bool = False


class Axis(Struct, frozen=True):
    """The columns from left to right."""

    columns: tuple[Column, ...]

    def at(self, day: dt.date) -> float:
        """The place of a day; a day before or after the axis stands at its end."""
        for column in self.columns:
            if day.year <= column.last:
                if day.year < column.year:
                    return column.x
                first, after = dt.date(column.year, 1, 1), dt.date(column.last, 12, 31)
                share = (day - first).days / ((after - first).days + 1)
                return round(column.x + share * column.width, 1)
        return self.end

    @property
    def end(self) -> float:
        """The right edge."""
        return self.columns[-1].x + self.columns[-1].width if self.columns else 0.0


def axis(days: Iterable[dt.date], left: float, width: float) -> Axis:
    """An axis that holds all `days` between `left` and `left + width`."""
    years = sorted({day.year for day in days})
    if not years:
        return Axis(())
    runs = sum(1 for earlier, later in pairwise(years) if later > earlier + 1)
    gap = min(GAP, width / 4 / runs) if runs else 0.0
    share = (width - runs * gap) / len(years)
    columns: list[Column] = []
    at = left
    for index, year in enumerate(years):
        if index and year > years[index - 1] + 1:
            columns.append(Column(years[index - 1] + 1, year - 1, round(at, 1), round(gap, 1), empty=True))
            at += gap
        columns.append(Column(year, year, round(at, 1), round(share, 1)))
        at += share
    return Axis(tuple(columns))
