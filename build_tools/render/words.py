"""Plain words for what the model names: capacities, modalities, kinds of time limit, levels."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

from build_tools.i18n import N_, _, short_date
from build_tools.model.document import Level
from build_tools.model.duty import Capacity, Deadline, DeadlineKind, Modality

CAPACITY = {
    Capacity.LEAD: N_("lead"),
    Capacity.COORDINATE: N_("coordinate"),
    Capacity.PERFORM: N_("carry out"),
    Capacity.DIRECT: N_("direct"),
    Capacity.ADVISE: N_("advise"),
    Capacity.MONITOR: N_("monitor"),
}
MODALITY = {
    Modality.DUTY: N_("task"),
    Modality.PROHIBITION: N_("prohibition"),
    Modality.POWER: N_("power"),
    Modality.LIABILITY: N_("liability"),
    Modality.EXEMPTION: N_("exemption from liability"),
}
LEVEL = {
    Level.CENTRAL: N_("Central"),
    Level.SECTOR: N_("Sector"),
    Level.PROVINCE: N_("Province"),
    Level.DISTRICT: N_("District"),
    Level.COMMUNE: N_("Commune"),
}
_MONTH_DAY = re.compile(r"--(\d\d)-(\d\d)")
_LONGEST_CASE = 60
"""A longer case in which something is due is read in the passage itself."""
_ROMAN = re.compile(r"\b[ivx]+\b")
_EVERY = {
    "P1M": N_("every month"),
    "P3M": N_("every quarter"),
    "P6M": N_("every six months"),
    "P1Y": N_("every year"),
    "P1W": N_("every week"),
}


def capacities(values: tuple[Capacity, ...]) -> str:
    """`chủ trì, thực hiện`."""
    return ", ".join(_(CAPACITY[value]) for value in values)


def level(value: Level | None) -> str:
    """The level of an issuer; a dash where it is unknown."""
    return _(LEVEL[value]) if value else _("Level unknown")


def month_day(recurrence: str | None) -> tuple[int, int] | None:
    """Month and day of a yearly recurrence such as `--12-10`; None for any other."""
    match = _MONTH_DAY.fullmatch(recurrence or "")
    return (int(match[1]), int(match[2])) if match else None


def deadline(limit: Deadline | None, surface: str = "") -> str:
    """A time limit in words; `surface` is how the text says it, used where it names no day. Empty without one.

    A day that is computed (`trong năm 2025`, `quý III/2026`) stands in brackets behind the words of the text.
    """
    if limit is None:
        return ""
    if limit.kind is DeadlineKind.STANDING:
        return _("continuously")
    if limit.kind is DeadlineKind.YEARLY:
        return _yearly(limit, surface)
    if limit.kind is DeadlineKind.PERIOD and (limit.from_ or limit.to):
        return _period(limit.from_, limit.to or limit.date)
    if limit.date is not None:
        words = _("before {date}") if limit.exclusive else _("by {date}")
        said = words.format(date=short_date(limit.date))
        return said if _names_day(surface, limit.date) else f"{_one_line(surface)} ({said})"
    if limit.kind is DeadlineKind.ON_REQUEST and len(surface) > _LONGEST_CASE:
        return _("when requested")
    return surface or _("when requested")


def _names_day(surface: str, day: dt.date) -> bool:
    """Whether words name the day itself; words that are not known count as doing so."""
    figures = [int(number) for number in re.findall(r"\d+", surface)[:8]]
    return not surface or (day.day, day.month) in pairwise(figures)


def _one_line(surface: str) -> str:
    words = " ".join(surface.split())
    if words.isupper():
        return _ROMAN.sub(lambda match: match[0].upper(), words.lower())
    return words[:1].lower() + words[1:]


def _yearly(limit: Deadline, surface: str) -> str:
    when = month_day(limit.recurrence)
    if when is None:
        every = _EVERY.get(limit.recurrence or "")
        return _(every) if every else surface or _("every year")
    words = _("every year before {day}/{month}") if limit.exclusive else _("every year by {day}/{month}")
    return words.format(day=when[1], month=when[0])


def _period(start: dt.date | None, end: dt.date | None) -> str:
    if start and end:
        return _("from {start} to {end}", start=short_date(start), end=short_date(end))
    if end:
        return _("by {date}", date=short_date(end))
    return _("from {start}", start=short_date(start)) if start else ""


def last_day(limit: Deadline | None) -> dt.date | None:
    """The day that a dated limit names (see `Deadline.exclusive`); None for limits without a day."""
    if limit is None or limit.kind in (DeadlineKind.STANDING, DeadlineKind.YEARLY, DeadlineKind.ON_REQUEST):
        return None
    return limit.date or limit.to


def counting_day(limit: Deadline | None) -> dt.date | None:
    """The last day on which a dated limit is still kept: the day before, where the text says "before the day"."""
    day = last_day(limit)
    return day - dt.timedelta(days=1) if limit and day and limit.exclusive else day
