"""Days of the calendar, where a text may name one that there is not."""

from __future__ import annotations

import calendar
import datetime as dt


def is_day(month: int, day: int) -> bool:
    """Whether some year has that day."""
    return safe_date(2024, month, day) is not None


def safe_date(year: int, month: int, day: int) -> dt.date | None:
    """The day; None where the calendar does not have it."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date | None:
    """The last day of a month; None for a month that there is not."""
    return dt.date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None
