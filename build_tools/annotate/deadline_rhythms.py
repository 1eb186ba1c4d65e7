"""What the forms mean that name no year: days, months and quarters of every year, and how often in a period.

A day of every year is written `--MM-DD`, of every month `---DD`; a rhythm as a period of ISO 8601 (`P6M`).
"""

from __future__ import annotations

import re

from build_tools.annotate.deadline_days import is_day, month_end
from build_tools.annotate.deadline_found import IMPOSSIBLE, QUARTERS, Anchor, Found, Reader
from build_tools.model.duty import DeadlineKind

_PERIOD_UNITS = {"tháng": "M", "năm": "Y", "tuần": "W", "ngày": "D"}
_PERIODS = {"năm": "P1Y", "quý": "P3M", "tháng": "P1M", "tuần": "P1W"}
_MONTHS_BETWEEN = {2: "P6M", 4: "P3M"}  # of times that are spread over a year
_HALF_A_YEAR = 6
_MONTHS = 12
_LONGEST_MONTH = 31


def yearly_day(*, exclusive: bool) -> Reader:
    """A reader of `trước ngày 10/12 hằng năm` (exclusive) or `chậm nhất ngày 10/12 hằng năm`."""

    def read(match: re.Match[str], _anchor: Anchor) -> Found:
        month, day = int(match["month"]), int(match["day"])
        if not is_day(month, day):
            return IMPOSSIBLE
        return Found(DeadlineKind.YEARLY, exclusive=exclusive, recurrence=f"--{month:02}-{day:02}")

    return read


def monthly_day(match: re.Match[str], _anchor: Anchor) -> Found:
    """`trước ngày 20 hằng tháng`, `chậm nhất ngày 05 tháng sau`: a day of every month."""
    day, exclusive = int(match["day"]), "trước" in match[0].lower()
    if not 1 <= day <= _LONGEST_MONTH:
        return IMPOSSIBLE
    return Found(DeadlineKind.YEARLY, exclusive=exclusive, recurrence=f"---{day:02}")


def day_of_each_month(match: re.Match[str], anchor: Anchor) -> Found | None:
    """`trước ngày 25` where the sentence says before that it is every month; else no limit that could be told."""
    return monthly_day(match, anchor) if anchor.monthly else None


def first_days_of_month(match: re.Match[str], _anchor: Anchor) -> Found:
    """`15 ngày đầu của tháng 01 hằng năm`: the fifteenth of January."""
    return _yearly(int(match["month"]), int(match["count"]))


def yearly_months(match: re.Match[str], _anchor: Anchor) -> Found:
    """`tháng 12 hằng năm`: its last day; `trước tháng 6 hằng năm`: the last of May; of several months the rhythm."""
    months = [int(match["first"]), *map(int, re.findall(r"\d+", match["others"]))]
    if not all(1 <= month <= 12 for month in months):
        return IMPOSSIBLE
    if len(months) == 1 or match["before"]:
        return _end_of_month(months[0] - 1 or _MONTHS if match["before"] else months[0])
    halves = len(months) == 2 and months[1] - months[0] == _HALF_A_YEAR
    return Found(DeadlineKind.YEARLY, recurrence="P6M" if halves else "P1Y")


def yearly_quarter(match: re.Match[str], _anchor: Anchor) -> Found:
    """`Quý I hằng năm`: the last day of March; `trước quý III hằng năm`: the last day of June."""
    quarter = QUARTERS.get(match["quarter"].upper())
    if quarter is None:
        return IMPOSSIBLE
    return _end_of_month((quarter - 1) * 3 or _MONTHS if match["before"] else quarter * 3)


def every_count(match: re.Match[str], _anchor: Anchor) -> Found | None:
    """`định kỳ 5 năm`, `06 tháng một lần`."""
    count, unit = int(match["count"]), match["unit"].lower()
    return Found(DeadlineKind.YEARLY, recurrence=f"P{count}{_PERIOD_UNITS[unit]}") if count else None


def times_a_period(match: re.Match[str], _anchor: Anchor) -> Found | None:
    """`01 lần/quý`: every quarter; `02 lần/năm`: every half year; other counts: the period in which they fall."""
    said, unit = match["count"].lower(), match["unit"].lower()
    count = {"một": 1, "hai": 2}.get(said) or int(said)
    if not count:
        return None
    spread = _MONTHS_BETWEEN.get(count) if unit == "năm" else None
    return Found(DeadlineKind.YEARLY, recurrence=spread or _PERIODS[unit])


def _end_of_month(month: int) -> Found:
    end = month_end(2023, month)  # no leap year: every year has that day
    return _yearly(month, end.day) if end else IMPOSSIBLE


def _yearly(month: int, day: int) -> Found:
    if not is_day(month, day):
        return IMPOSSIBLE
    return Found(DeadlineKind.YEARLY, recurrence=f"--{month:02}-{day:02}")
