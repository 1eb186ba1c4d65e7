"""Dates as Vietnamese documents write them: `27/10/2023`, `25-11-2017`, `ngày 12 tháng 5 năm 2025`."""

from __future__ import annotations

import datetime as dt
import re

# A number before or after the figures would make them a symbol (12/05/2025/NĐ-CP) or a range, so it is no date.
_FIGURES = r"(?<![\d./-])(\d{1,2})(?P<mark>[/.-])(\d{1,2})(?P=mark)((?:1[89]|20|21)\d\d)(?![\d/]|[.-]\d|-[A-ZĐ])"
# Portals lose spaces: `05 tháng11 năm 2010`.
_WORDS = r"\b(\d{1,2})\s*(?:tháng|THÁNG)\s*(\d{1,2})\s*(?:năm|NĂM)\s*((?:1[89]|20|21)\d\d)(?!\d)"
DATE = re.compile(rf"(?:(?:\b[Nn]gày|\bNGÀY)\s+)?(?:{_FIGURES}|{_WORDS})")


def parse_date(text: str) -> dt.date | None:
    """The date that the whole of `text` is, with or without `ngày`; None for anything else and for 31/02/2025."""
    match = DATE.fullmatch(text.strip())
    return read_date(match) if match else None


def read_date(match: re.Match[str]) -> dt.date | None:
    """The date of a match of `DATE`; None for a day that the calendar does not have."""
    figures = match.groups()
    day, month, year = (figures[0], figures[2], figures[3]) if figures[0] else figures[4:7]
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
