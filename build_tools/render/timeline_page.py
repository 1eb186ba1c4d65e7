"""The timeline: a drawing, the same in words (newest first, a sentence for each mark), and the chain of each family.

A library with very many events gets pages for its years besides, several for a crowded year; the newest years stand on
the first page.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from build_tools.i18n import _, short_date
from build_tools.model.library import Event, Library
from build_tools.render import facets, links
from build_tools.render.context import Context
from build_tools.render.headings import heading
from build_tools.render.page import Page
from build_tools.render.telling import Telling
from build_tools.render.timeline_svg import timeline_svg

WIDE, NARROW = 920, 340
MOST_LISTED = 300
"""Most events that a page lists; the years that do not fit on the first have pages of their own."""
MOST_CHAINED = 12
"""Documents of a family that its chain names."""
_NO_YEAR = 0

Year = tuple[int, list[Event]]


class Part(Struct, frozen=True):
    """One page of a year: its number, path, title and events."""

    year: int
    number: int
    path: str
    title: str
    events: list[Event]


def year_page(year: int, number: int = 1) -> str:
    """A page of one year, where the first page cannot hold it."""
    more = f"-{number}" if number > 1 else ""
    return f"{links.TIMELINE.removesuffix('.md')}/{year or 'khong-co-ngay'}{more}.md"


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The timeline, and pages for each year that does not fit on it."""
    telling = Telling(ctx)
    events = sorted(library.events, key=_newest_first)
    years = [(year, list(found)) for year, found in groupby(events, key=_year)]
    listed = _listed(years)
    others = [_parts(year) for year in years[listed:]]
    shown = [event for _number, found in years[:listed] for event in found]
    parts = [str(ctx.fragment(links.TIMELINE, "timeline_head.html.j2", count=len(events)))]
    parts += [facets.filters(telling.facets(shown or events))]
    parts += [_drawings(events, telling), str(ctx.fragment(links.TIMELINE, "timeline_key.html.j2"))]
    parts += [_section(ctx, links.TIMELINE, telling, year) for year in years[:listed]]
    parts += [_others(ctx, others), _chains(library, ctx)]
    yield _page(links.TIMELINE, _("Timeline"), parts)
    for of_year in others:
        for part in of_year:
            filters = facets.filters(telling.facets(part.events))
            turn = str(ctx.fragment(part.path, "timeline_parts.html.j2", parts=of_year, number=part.number))
            section = _section(ctx, part.path, telling, (part.year, part.events))
            yield _page(part.path, _("Timeline: {year}", year=part.title), [turn, filters, section])


def _parts(year: Year) -> list[Part]:
    number, events = year
    chunks = [events[at : at + MOST_LISTED] for at in range(0, len(events), MOST_LISTED)]
    return [
        Part(number, n, year_page(number, n), _title(number) if len(chunks) == 1 else _span_of(number, n, chunk), chunk)
        for n, chunk in enumerate(chunks, start=1)
    ]


def _span_of(year: int, number: int, events: list[Event]) -> str:
    """`2026 (15/10 - 31/12)`: what the part of a crowded year holds."""
    days = [day for event in events if (day := event.date or event.end or event.start)]
    if not days:
        return f"{_title(year)} ({number})"
    return _("{year}, from {first} to {last}", year=year, first=short_date(min(days)), last=short_date(max(days)))


def _page(path: str, title: str, parts: list[str]) -> Page:
    return Page(
        path=path,
        title=title,
        body="\n\n".join(part.strip() for part in parts if part.strip()),
        kind="timeline",
        description=_("Documents by the day of their issue, deadlines, and what was cited but is not held."),
    )


def _listed(years: list[Year]) -> int:
    """How many of the years, the newest first, stand on the first page."""
    room = MOST_LISTED
    for count, year in enumerate(years):
        room -= len(year[1])
        if room < 0:
            return count
    return len(years)


def _drawings(events: list[Event], telling: Telling) -> str:
    """The drawing in two widths; the style sheet shows the one that fits."""
    return "\n".join(
        f'<div class="pb-{size}">{timeline_svg(events, telling.tooltip, telling.values, width=width, name=size)}</div>'
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    )


def _section(ctx: Context, path: str, telling: Telling, year: Year) -> str:
    lines = [telling.line(event) for event in year[1]]
    listed = ctx.fragment(path, "timeline_list.html.j2", lines=lines)
    return f"{heading(_title(year[0]), f'nam-{year[0]}' if year[0] else 'khong-co-ngay')}\n\n{listed}"


def _title(year: int) -> str:
    return str(year) if year else _("Recurring, or without a day")


def _others(ctx: Context, years: list[list[Part]]) -> str:
    """Links to the years that have pages of their own."""
    if not years:
        return ""
    parts = [part for year in years for part in year]
    listed = ctx.fragment(links.TIMELINE, "timeline_years.html.j2", parts=parts)
    top = heading(_("Other years"), "nam-khac")
    return f"{top}\n\n{listed}"


def _year(event: Event) -> int:
    day = event.date or event.end or event.start
    return day.year if day else _NO_YEAR


def _newest_first(event: Event) -> tuple[int, str, str]:
    day = event.date or event.end or event.start
    return (-day.toordinal() if day else 1, event.kind.value, event.work)


def _chains(library: Library, ctx: Context) -> str:
    """From each regulation to the last plan, with the days it took."""
    if not library.families:
        return ""
    chains = []
    for family in library.families:
        members = [member for member in family.members if member.work != family.root]
        more = max(0, len(members) - MOST_CHAINED)
        chains.append((family, members[:MOST_CHAINED], more))
    listed = ctx.fragment(links.TIMELINE, "timeline_chains.html.j2", chains=chains, short_date=short_date)
    top = heading(_("From the regulation to the plans"), "chuoi")
    return f"{top}\n\n{listed}"
