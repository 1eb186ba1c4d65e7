"""The timeline as a drawing, a band for each level.

Filled marks are documents that are held, hollow ones those known from citations only, diamonds deadlines, bars
periods, brackets days between which a document was issued.

Colours are CSS variables of the theme: light, dark and print all work. The list beside it is the text equivalent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from markupsafe import Markup
from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.document import Level
from build_tools.model.library import Event, EventKind
from build_tools.render import words
from build_tools.render.axis import Axis, axis
from build_tools.render.facets import attributes

_BANDS = (Level.CENTRAL, Level.SECTOR, Level.PROVINCE, Level.DISTRICT, Level.COMMUNE, None)
_LANE, _RADIUS, _MOST_LANES = 16, 5.0, 14
_MOST_MARKS = 500
"""Most marks that are drawn; a crowded drawing gets fewer lanes, and says how many marks it leaves to the list."""
_TOP, _BAND_HEAD, _MARGIN = 26, 22, 6

Label = Callable[[Event], str]
Values = Callable[[Event], dict[str, tuple[str, ...]]]


class _Placed(Struct, frozen=True):
    event: Event
    start: float
    end: float
    lane: int


class _Telling(Struct, frozen=True):
    """What a band needs besides its marks: words, values for the filters, and how many lanes are drawn."""

    label: Label
    values: Values
    lanes: int


def timeline_svg(events: Iterable[Event], label: Label, values: Values, *, width: int, name: str) -> Markup:
    """The drawing; `label` says what a mark is, `values` what the filters ask, `name` makes the ids unique."""
    shown = [event for event in events if _days(event)]
    years = axis((day for event in shown for day in _days(event)), _MARGIN, width - 2 * _MARGIN)
    y = float(_TOP)
    bands = []
    placed = {level: _lanes([event for event in shown if event.level is level], years) for level in _BANDS}
    most = _lanes_drawn([one.lane for marks in placed.values() for one in marks])
    for level, marks in placed.items():
        if marks:
            band, height = _band(level, marks, years, y, _Telling(label, values, most))
            bands.append(band)
            y += height
    scale = ";".join(f"{c.year},{c.last},{c.x},{c.width}" for c in years.columns)
    return Markup(
        '<svg class="pb-timeline" role="img" viewBox="0 0 {w} {h}" aria-labelledby="{n}-t {n}-d"'
        ' data-columns="{scale}" data-today="{today}">'
        '<title id="{n}-t">{title}</title><desc id="{n}-d">{desc}</desc>{grid}{bands}</svg>'
    ).format(
        w=width,
        h=round(y + 6),
        n=name,
        scale=scale,
        today=_("today"),
        title=_("Timeline of documents and deadlines"),
        desc=_describe(shown),
        grid=_grid(years, y),
        bands=Markup().join(bands),
    )


def _days(event: Event) -> tuple[dt.date, ...]:
    return tuple(day for day in (event.date, event.start, event.end) if day)


def _describe(events: list[Event]) -> str:
    issued = [event for event in events if event.kind is EventKind.ISSUED]
    held = sum(1 for event in issued if event.held)
    days = sorted(day for event in events for day in _days(event))
    if not days:
        return _("Nothing to draw.")
    return _(
        "{held} documents held, {absent} known from citations, {limits} deadlines and periods, from {first} to {last}. "
        "The list below says the same in words.",
        held=held,
        absent=len(issued) - held,
        limits=len(events) - len(issued),
        first=days[0].year,
        last=days[-1].year,
    )


def _grid(years: Axis, bottom: float) -> Markup:
    """Year names and lines; a name that would run into the one before is left out."""
    parts = []
    last = -100.0
    for column in years.columns:
        if column.empty:
            parts.append(Markup('<text class="pb-tl-gap" x="{}" y="16">⋯</text>').format(column.x + column.width / 2))
            continue
        parts.append(Markup('<path class="pb-tl-grid" d="M{0} 20V{1}"/>').format(column.x, round(bottom)))
        if column.x - last >= 34:
            parts.append(Markup('<text class="pb-tl-year" x="{}" y="16">{}</text>').format(column.x + 2, column.year))
            last = column.x
    parts.append(Markup('<path class="pb-tl-grid" d="M{0} 20V{1}"/>').format(round(years.end, 1), round(bottom)))
    return Markup().join(parts)


def _lanes_drawn(lanes: list[int]) -> int:
    """How many lanes of each band can be drawn without too many marks in all; one at least."""
    for most in range(_MOST_LANES, 1, -1):
        if sum(1 for lane in lanes if lane < most) <= _MOST_MARKS:
            return most
    return 1


def _band(
    level: Level | None, placed: list[_Placed], years: Axis, top: float, telling: _Telling
) -> tuple[Markup, float]:
    """One level: its name, its marks in as few lanes as they need, and how many did not fit."""
    drawn = [one for one in placed if one.lane < telling.lanes]
    lanes = max((one.lane for one in drawn), default=0) + 1
    height = _BAND_HEAD + lanes * _LANE
    marks = [_mark(one, top + _BAND_HEAD + one.lane * _LANE + _LANE / 2, telling) for one in drawn]
    hidden = len(placed) - len(drawn)
    more = _("{count} more in the list", count=hidden) if hidden else ""
    head = f"{words.level(level)} ({more})" if more else words.level(level)
    frame = Markup('<rect class="pb-tl-band" x="0" y="{}" width="{}" height="{}"/>').format(
        top, round(years.end + _MARGIN, 1), height - 3
    )
    title = Markup('<text class="pb-tl-level" x="6" y="{}">{}</text>').format(top + 15, head)
    return Markup("<g>{}{}{}</g>").format(frame, title, Markup().join(marks)), height


def _lanes(events: list[Event], years: Axis) -> list[_Placed]:
    """Each mark in the first lane where it touches no other."""
    ends: list[float] = []
    placed = []
    for event in sorted(events, key=lambda e: (_days(e)[0], e.kind.value, e.work)):
        start, end = _extent(event, years)
        lane = next((n for n, taken in enumerate(ends) if taken + 2 <= start - _RADIUS), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = end + _RADIUS
        placed.append(_Placed(event, start, end, lane))
    return placed


def _extent(event: Event, years: Axis) -> tuple[float, float]:
    days = [years.at(day) for day in _days(event)]
    if event.date and event.kind is not EventKind.PERIOD:
        return years.at(event.date), years.at(event.date)
    return min(days), max(days)


def _mark(one: _Placed, y: float, telling: _Telling) -> Markup:
    event = one.event
    return Markup("<g{}><title>{}</title>{}</g>").format(
        attributes(telling.values(event)), telling.label(event), _shape(one, y)
    )


def _shape(one: _Placed, y: float) -> Markup:
    event = one.event
    if event.kind is EventKind.DEADLINE:
        return Markup('<path class="pb-tl-deadline" d="M{} {}l5.5 5.5-5.5 5.5-5.5-5.5z"/>').format(one.start, y - 5.5)
    if event.kind is EventKind.PERIOD:
        return Markup('<rect class="pb-tl-period" x="{}" y="{}" width="{}" height="7" rx="3.5"/>').format(
            one.start, y - 3.5, max(7.0, round(one.end - one.start, 1))
        )
    state = "pb-tl-held" if event.held else "pb-tl-absent"
    if event.date is None:
        right = max(one.end, one.start + 8)
        return Markup('<path class="pb-tl-bounds {0}" d="M{2} {1}h-4v10h4M{3} {1}h4v10h-4M{2} {4}H{3}"/>').format(
            state, y - 5, round(one.start, 1), round(right, 1), y
        )
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(state, one.start, y, _RADIUS)
