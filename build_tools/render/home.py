"""The home page: search, one's own role, what is due next, what is new, the families."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.library import EventKind, Guide, Library, Passage
from build_tools.render import links, words
from build_tools.render.context import Context
from build_tools.render.indexes import newest
from build_tools.render.page import Page

SEARCH_MARK = "<!-- search -->"
"""Where the theme puts the search box; a comment, so that the page reads well without the theme."""
_ROLES, _NEWEST, _UPCOMING, _DEADLINES = 8, 5, 5, 60


class Due(Struct, frozen=True):
    """A deadline of a document: its day, how the text puts it, the passage, what is to be done."""

    day: dt.date
    time: str
    task: str
    passage: Passage


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The home page."""
    guides = _guides(library)
    held = newest([work for work in library.works.values() if work.held])
    dues = _dues(library, ctx)[-_DEADLINES:]
    body = ctx.fragment(
        links.HOME,
        "home.html.j2",
        guides=[(guide, _weight(guide)) for guide in guides[:_ROLES]],
        total=len(guides),
        dues=dues,
        shown=frozenset(range(max(len(dues) - _UPCOMING, 0), len(dues))),
        upcoming=_UPCOMING,
        newest=held[:_NEWEST],
        held=len(held),
        families=[(family, _members(library, family.id)) for family in library.families],
    )
    yield Page(
        path=links.HOME,
        title=_("Home"),
        heading=_("What must be done, by whom, by when, and where it says so"),
        body=f"{SEARCH_MARK}\n\n{body}",
        kind="home",
        description=_("Documents, tasks by role, deadlines, each with its source"),
        hide=("navigation", "toc"),
    )


def _guides(library: Library) -> list[Guide]:
    """The guides, those with the most tasks first; groups that others belong to after those who are somebody."""
    groups = {one.via for guide in library.guides.values() for one in guide.wider}
    return sorted(library.guides.values(), key=lambda guide: (guide.role in groups, -_weight(guide), guide.role))


def _weight(guide: Guide) -> int:
    """How many passages charge a role itself."""
    return len({(one.document, one.duty) for one in guide.own})


def _members(library: Library, family: str) -> tuple[int, int]:
    """How many documents of a family the library holds, and how many it knows."""
    found = next(one for one in library.families if one.id == family)
    return sum(library.works[member.work].held for member in found.members), len(found.members)


def _dues(library: Library, ctx: Context) -> list[Due]:
    """All deadlines with a day, earliest first."""
    lines = {(id_, task.duty.deadline): task.line for id_, found in ctx.tasks.items() for task in found.tasks}
    dues = []
    for event in library.events:
        if event.kind is EventKind.ISSUED or event.deadline is None or event.passage is None:
            continue
        limit = ctx.deadline(event.work, event.deadline)
        day = words.last_day(limit)
        if day:
            surface = ctx.quote(event.passage)
            task = lines.get((event.work, event.deadline)) or ctx.sentence(event.passage).whole
            dues.append(Due(day, words.deadline(limit, surface), task, event.passage))
    return sorted(dues, key=lambda due: (due.day, due.passage.document, due.passage.span))
