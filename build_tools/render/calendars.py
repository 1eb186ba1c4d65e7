"""Calendars of deadlines (.ics, RFC 5545), one per role and one for all, made with the icalendar library.

Reproducible: identifiers come from the duty, time stamps from the document's own date; nothing from the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from icalendar import Alarm, Calendar, Event, Parameters, vText
from icalendar.parser import Contentline
from msgspec import Struct

from build_tools.i18n import _, language
from build_tools.model.duty import DeadlineKind
from build_tools.render import words
from build_tools.render.openings import opening
from build_tools.render.tasks import Task

_UNDATED = dt.date(1970, 1, 1)
"""DTSTAMP of an event from a document without a date: the standard demands one, and the clock must not supply it."""
ALARM_DAYS = (7, 1)
_QUOTE_LENGTH = 200
YEARS_AHEAD = 1
_BEGIN, _END = b"BEGIN:VEVENT\r\n", b"END:VCALENDAR"


class CalendarItem(Struct, frozen=True):
    """One task in one calendar.

    `owner` (a role id, or empty) makes the identifier unique per calendar, so that two calendars can be kept in one
    program. `source` names the document (`KH 251/KH-UBND`), `issued` is its date (for an undated one, `between` holds
    the days that the library proves), `link` the address of the passage (empty where the site has none), `capacity`
    what the bearer does.
    """

    task: Task
    source: str
    issued: dt.date | None
    link: str
    owner: str = ""
    capacity: str = ""
    reported: bool = False
    between: tuple[dt.date | None, dt.date | None] = (None, None)


class Calendars:
    """Writes calendars. An event that stands in several of them is put into words and folded into lines only once."""

    def __init__(self) -> None:
        self._bodies: dict[tuple[str, str], bytes | None] = {}
        self._descriptions: dict[tuple[str, str, str], bytes] = {}

    def calendar(self, name: str, items: Iterable[CalendarItem]) -> bytes:
        """The calendar `name` with one all-day event for each item whose limit names a day; others are left out."""
        frame = Calendar()
        frame.add("prodid", f"-//phobien//{language()}//")
        frame.add("version", "2.0")
        frame.add("method", "PUBLISH")
        frame.add("x-wr-calname", name)
        events: dict[str, bytes] = {}
        for item in items:
            body, identifier = self._body(item), uid(item)
            if body is not None and identifier not in events:
                events[identifier] = b"".join((_BEGIN, _line("UID", identifier), self._description(item), body))
        head, end = bytes(frame.to_ical()).rsplit(_END, 1)
        return head + b"".join(events.values()) + _END + end

    def _body(self, item: CalendarItem) -> bytes | None:
        """An event without its beginning and what differs from role to role; None without a day."""
        key = (item.task.document, item.task.duty.id)
        if key not in self._bodies:
            event = _event(item)
            self._bodies[key] = bytes(event.to_ical()).removeprefix(_BEGIN) if event else None
        return self._bodies[key]

    def _description(self, item: CalendarItem) -> bytes:
        key = (item.task.document, item.task.duty.id, item.capacity)
        if key not in self._descriptions:
            self._descriptions[key] = _line("DESCRIPTION", _description(item))
        return self._descriptions[key]


def _line(name: str, value: str) -> bytes:
    """One property, escaped and folded."""
    return bytes(Contentline.from_parts(name, Parameters(), vText(value)).to_ical()) + b"\r\n"


def has_day(item: CalendarItem) -> bool:
    """Whether the calendar can show the item."""
    return _first_day(item) is not None


def _first_day(item: CalendarItem) -> dt.date | None:
    """The last day on which the limit is kept: the day before, where the text says "before the day".

    Of a yearly limit, the first that is not before the document's own date, where that is sure.
    """
    limit = item.task.deadline
    day = _named_day(item)
    if day is None or limit is None or not limit.exclusive:
        return day
    before = day - dt.timedelta(days=1)
    leap = limit.kind is DeadlineKind.YEARLY and (before.month, before.day) == (2, 29)  # no day of every year
    return before - dt.timedelta(days=1) if leap else before


def _named_day(item: CalendarItem) -> dt.date | None:
    """The day that a limit names."""
    limit = item.task.deadline
    if limit is None:
        return None
    if limit.kind is not DeadlineKind.YEARLY:
        return words.last_day(limit)
    when = words.month_day(limit.recurrence)
    if when is None:
        return None
    if limit.date is not None:
        return limit.date
    earliest, latest = (item.issued, item.issued) if item.issued else item.between
    if earliest is None or latest is None:
        return None
    first = _first_on(earliest, *when)
    return first if first == _first_on(latest, *when) else None


def _first_on(since: dt.date, month: int, day: int) -> dt.date:
    """The first such day of a year that is not before `since`."""
    found = _on(since.year, month, day)
    return found if found >= since else _on(since.year + YEARS_AHEAD, month, day)


def _on(year: int, month: int, day: int) -> dt.date:
    """A day of a year; 29 February becomes 28 in a common year."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return dt.date(year, month, 28)


def _event(item: CalendarItem) -> Event | None:
    task = item.task
    day = _first_day(item)
    if day is None or task.deadline is None:
        return None
    event = Event()
    event.add("dtstamp", dt.datetime.combine(item.issued or _UNDATED, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", _summary(item))
    event.add("transp", "TRANSPARENT")
    if item.link:
        event.add("url", item.link)
    if task.deadline.kind is DeadlineKind.YEARLY:
        event.add("rrule", {"freq": "yearly"})
    for days in ALARM_DAYS:
        event.add_component(_alarm(days, item.task.line))
    return event


def uid(item: CalendarItem) -> str:
    """A globally unique identifier that stays the same as long as the duty does."""
    local = ".".join(filter(None, (item.task.document.replace("/", "."), item.task.duty.id, item.owner)))
    return f"{local}@phobien"


def _summary(item: CalendarItem) -> str:
    when = words.deadline(item.task.deadline)
    prefix = _("Reported") + ": " if item.reported else ""
    return f"{prefix}{item.task.line} ({when})"


def _description(item: CalendarItem) -> str:
    where = ", ".join(filter(None, (item.source, item.task.where)))
    lines = [f"“{opening(item.task.quote, _QUOTE_LENGTH, _QUOTE_LENGTH)}”", f"— {where}"]
    if item.capacity:
        lines.insert(0, _("Part: {capacity}", capacity=item.capacity))
    if item.link:
        lines.append(item.link)
    return "\n".join(lines)


def _alarm(days: int, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", dt.timedelta(days=-days))
    return alarm
