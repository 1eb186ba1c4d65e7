"""What each form of time limit means: the days between which something is due, or the rhythm.

A reader gets the match of its form and the `Anchor` at that place. It gives None for a match that is no limit, and
`IMPOSSIBLE` for one that names a day, a month or a quarter that the calendar does not have.
"""

from __future__ import annotations

import datetime as dt
import re

from build_tools.annotate.deadline_days import is_day, month_end, safe_date
from build_tools.annotate.deadline_found import IMPOSSIBLE, QUARTERS, Anchor, Found, Reader
from build_tools.annotate.deadline_rhythms import (
    day_of_each_month,
    every_count,
    first_days_of_month,
    monthly_day,
    times_a_period,
    yearly_day,
    yearly_months,
    yearly_quarter,
)
from build_tools.grammar.dates import parse_date
from build_tools.model.duty import DeadlineKind


def _date(match: re.Match[str], _anchor: Anchor, *, exclusive: bool = False) -> Found:
    day = parse_date(match["date"])
    return Found(DeadlineKind.DATE, day, exclusive=exclusive) if day else IMPOSSIBLE


def _before(match: re.Match[str], anchor: Anchor) -> Found:
    return _date(match, anchor, exclusive=True)


def _range(match: re.Match[str], _anchor: Anchor) -> Found | None:
    last = parse_date(match["date"])
    if last is None:
        return IMPOSSIBLE
    if match["date1"]:
        first = parse_date(match["date1"])
    else:
        first = safe_date(last.year, int(match["month1"] or last.month), int(match["day1"]))
    return _period(first, last) if first else IMPOSSIBLE


def _range_no_year(match: re.Match[str], anchor: Anchor) -> Found | None:
    month, day = int(match["month"]), int(match["day"])
    if not is_day(month, day):
        return IMPOSSIBLE
    year = anchor.year_of(month, day)
    if year is None:
        return Found(DeadlineKind.PERIOD)
    first = safe_date(year, int(match["month1"] or month), int(match["day1"]))
    last = safe_date(year, month, day)
    return _period(first, last) if first and last else IMPOSSIBLE


def _period(first: dt.date, last: dt.date) -> Found | None:
    return Found(DeadlineKind.PERIOD, start=first, end=last) if first <= last else None


def _month_range(match: re.Match[str], _anchor: Anchor) -> Found | None:
    first, last, year = int(match["first"]), int(match["last"]), int(match["year"])
    start, end = safe_date(int(match["begin"] or year), first, 1), month_end(year, last)
    if not start or not end:
        return IMPOSSIBLE
    return _period(start, end)


def _quarter_range(match: re.Match[str], _anchor: Anchor) -> Found | None:
    first, last = QUARTERS.get(match["first"].upper()), QUARTERS.get(match["last"].upper())
    if first is None or last is None:
        return IMPOSSIBLE
    end = month_end(int(match["year"]), last * 3)
    return _period(dt.date(int(match["begin"]), first * 3 - 2, 1), end) if end else IMPOSSIBLE


def _from(match: re.Match[str], _anchor: Anchor) -> Found:
    day = parse_date(match["date"])
    return Found(DeadlineKind.PERIOD, start=day) if day else IMPOSSIBLE


def _month_from(match: re.Match[str], _anchor: Anchor) -> Found:
    day = safe_date(int(match["year"]), int(match["month"]), 1)
    return Found(DeadlineKind.PERIOD, start=day) if day else IMPOSSIBLE


def _year_from(match: re.Match[str], _anchor: Anchor) -> Found:
    return Found(DeadlineKind.PERIOD, start=dt.date(int(match["year"]), 1, 1))


def _day_no_year(match: re.Match[str], anchor: Anchor) -> Found | None:
    """A day of the plan's year; of every year, where the sentence speaks of a rhythm; of none that is known, else."""
    month, day = int(match["month"]), int(match["day"])
    if not is_day(month, day):
        return IMPOSSIBLE if "ngày" in match[0].lower() else None
    exclusive = match[0].lower().startswith("trước")
    if anchor.rhythm:
        return Found(DeadlineKind.YEARLY, exclusive=exclusive, recurrence=f"--{month:02}-{day:02}")
    year = anchor.year_of(month, day)
    if year is None:
        return Found(DeadlineKind.WITHIN)
    return Found(DeadlineKind.DATE, safe_date(year, month, day), exclusive=exclusive)


def _within(start: dt.date | None, end: dt.date | None) -> Found:
    return Found(DeadlineKind.WITHIN, end, start, end) if end else IMPOSSIBLE


def _month(match: re.Match[str], anchor: Anchor) -> Found | None:
    month = int(match["month"])
    if not 1 <= month <= 12:
        return IMPOSSIBLE
    year = int(match["year"]) if "year" in match.re.groupindex else anchor.year_of(month)
    return _months(year, month, month)


def _months(year: int | None, first: int, last: int) -> Found:
    if year is None:
        return Found(DeadlineKind.WITHIN)
    return _within(dt.date(year, first, 1), month_end(year, last))


def _before_month(match: re.Match[str], _anchor: Anchor) -> Found:
    day = safe_date(int(match["year"]), int(match["month"]), 1)
    return _within(None, day - dt.timedelta(days=1)) if day else IMPOSSIBLE


def _quarter(match: re.Match[str], anchor: Anchor) -> Found | None:
    quarter = QUARTERS.get(match["quarter"].upper())
    if quarter is None:
        return IMPOSSIBLE
    year = int(match["year"]) if "year" in match.re.groupindex else anchor.year_of(quarter * 3)
    return _months(year, quarter * 3 - 2, quarter * 3)


def _before_quarter(match: re.Match[str], _anchor: Anchor) -> Found:
    quarter = QUARTERS.get(match["quarter"].upper())
    if quarter is None:
        return IMPOSSIBLE
    return _within(None, dt.date(int(match["year"]), quarter * 3 - 2, 1) - dt.timedelta(days=1))


def _several_months(match: re.Match[str], anchor: Anchor) -> Found | None:
    first, last = match["first"].upper(), match["last"].upper()
    if match["unit"].lower() == "quý":
        first, last = str(QUARTERS.get(first, 0) * 3 - 2), str(QUARTERS.get(last, 0) * 3)
    if not (first.isdigit() and last.isdigit() and 0 < int(first) < int(last) <= 12):
        return None
    year = int(match["year"]) if "year" in match.re.groupindex else anchor.year_of(int(last))
    return _months(year, int(first), int(last))


def _half_year(match: re.Match[str], anchor: Anchor) -> Found | None:
    last = 6 if match["half"].lower() == "đầu" else 12
    year = int(match["year"]) if "year" in match.re.groupindex else anchor.year_of(last)
    return _months(year, last - 5, last)


def _year(match: re.Match[str], _anchor: Anchor) -> Found:
    year = int(match["year"])
    return _within(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _whole_year(_match: re.Match[str], anchor: Anchor) -> Found:
    return _months(anchor.year, 1, 12)


def _before_year(match: re.Match[str], _anchor: Anchor) -> Found:
    return _within(None, dt.date(int(match["year"]) - 1, 12, 31))


def _horizon(match: re.Match[str], _anchor: Anchor) -> Found:
    return _within(None, dt.date(int(match["year"]), 12, 31))


def _years(match: re.Match[str], _anchor: Anchor) -> Found | None:
    first, last = int(match["first"]), int(match["last"])
    return _period(dt.date(first, 1, 1), dt.date(last, 12, 31)) if first < last else None


def _days_from(match: re.Match[str], _anchor: Anchor) -> Found:
    day = parse_date(match["date"])
    if day is None:
        return IMPOSSIBLE
    if match["working"]:
        return Found(DeadlineKind.WITHIN)
    return _within(None, day + dt.timedelta(days=int(match["count"])))


def _plain(kind: DeadlineKind, recurrence: str | None = None) -> Reader:
    """A reader for a form without a day of its own."""
    return lambda _match, _anchor: Found(kind, recurrence=recurrence)


_STANDING, _YEARLY, _WITHIN, _REQUEST = (
    DeadlineKind.STANDING,
    DeadlineKind.YEARLY,
    DeadlineKind.WITHIN,
    DeadlineKind.ON_REQUEST,
)
READERS: dict[str, Reader] = {
    "yearly-before-day": yearly_day(exclusive=True),
    "yearly-by-day": yearly_day(exclusive=False),
    "yearly-first-days": first_days_of_month,
    "yearly-months": yearly_months,
    "yearly-quarter": yearly_quarter,
    "yearly-before-day-after": yearly_day(exclusive=True),
    "yearly-by-day-after": yearly_day(exclusive=False),
    "monthly-before-day": monthly_day,
    "quarterly-day": _plain(_YEARLY, "P3M"),
    "date-range": _range,
    "date-range-no-year": _range_no_year,
    "month-range": _month_range,
    "quarter-range": _quarter_range,
    "within-days-of": _days_from,
    "within-days": _plain(_WITHIN),
    "in-effect": _before,
    "before-date": _before,
    "not-later-than": _date,
    "days-before": _plain(_WITHIN),
    "by-date": _date,
    "on-date": _date,
    "date-from": _from,
    "several-months": _several_months,
    "before-month": _before_month,
    "month-figures": _month,
    "month": _month,
    "before-quarter": _before_quarter,
    "quarter": _quarter,
    "half-year": _half_year,
    "before-year": _before_year,
    "year-end": _year,
    "within-year": _year,
    "in-year": _year,
    "line-year": _year,
    "label-year": _year,
    "label-month-from": _month_from,
    "label-year-from": _year_from,
    "label-years": _years,
    "period": _years,
    "term": _years,
    "horizon-year": _horizon,
    "day-no-year": _day_no_year,
    "month-day-no-year": day_of_each_month,
    "months-no-year": _several_months,
    "month-no-year": _month,
    "quarter-no-year": _quarter,
    "half-year-no-year": _half_year,
    "whole-year-no-year": _whole_year,
    "right-after": _plain(_WITHIN),
    "next-month": _plain(_WITHIN),
    "standing-yearly": _plain(_STANDING, "P1Y"),
    "standing": _plain(_STANDING),
    "half-yearly-and-yearly": _plain(_YEARLY, "P6M"),
    "half-yearly": _plain(_YEARLY, "P6M"),
    "quarterly": _plain(_YEARLY, "P3M"),
    "monthly": _plain(_YEARLY, "P1M"),
    "weekly": _plain(_YEARLY, "P1W"),
    "daily": _plain(_YEARLY, "P1D"),
    "yearly": _plain(_YEARLY, "P1Y"),
    "every-count": every_count,
    "times-a-period": times_a_period,
    "on-request": _plain(_REQUEST),
    "extraordinary": _plain(_REQUEST),
    "standing-adverb": _plain(_STANDING),
}
"""What each form means, by the id of its row."""
