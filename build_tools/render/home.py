"""The home page: search, one's own role, what is due next, what is new, the families."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.library import EventKind, Guide, Library, Passage
from build_tools.render import links, names, roles_page, words
from build_tools.render.context import Context
from build_tools.render.indexes import newest
from build_tools.render.page import Page
from build_tools.render.sentences import Sentence

SEARCH_MARK = "<!-- search -->"
"""Where the theme puts the search box; a comment, so that the page reads well without the theme."""
_LEVELS = ("province", "commune", "sector", "any", "central")
_ROLES, _NEWEST, _UPCOMING, _DEADLINES = 8, 5, 5, 60


class Due(Struct, frozen=True):
    """A deadline of a document: its day, how the text puts it, the passage, what is to be done."""

    day: dt.date
    time: str
    task: str
    passage: Passage


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The home page."""
    held = newest([work for work in library.works.values() if work.held])
    dues = _dues(library, ctx)[-_DEADLINES:]
    body = ctx.fragment(
        links.HOME,
        "home.html.j2",
        guides=[(role, roles_page.said(ctx, role)[0]) for role in _choice(ctx)],
        total=len(library.guides),
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


def _choice(ctx: Context) -> list[str]:
    """The roles to choose from at once: of each level in turn the one most charged, so that every reader finds his.

    Groups of bodies, and bodies that no longer exist, are nobody's own role.
    """
    guides = ctx.library.guides
    groups = {one.via for guide in guides.values() for one in guide.wider}
    somebody = [role for role in guides if role not in groups and not _is_group(role)] or list(guides)
    by_level: dict[str, list[str]] = {level: [] for level in _LEVELS}
    weight = {role: _weight(ctx, guides[role]) for role in somebody}
    for role in sorted(somebody, key=lambda role: (-weight[role], role)):
        row = names.role(role)
        by_level.setdefault(row.level if row and row.level in _LEVELS else "any", []).append(role)
    heaviest = sorted((found for found in by_level.values() if found), key=lambda found: -weight[found[0]])
    turns = [role for turn in zip_longest(*heaviest) for role in turn if role]
    return sorted(turns, key=lambda role: not weight[role])[:_ROLES]


def _is_group(role: str) -> bool:
    """Whether a role is a kind of bodies, several of them (`Các đơn vị thuộc …`), or gone."""
    row = names.role(role)
    if row is None:
        return False
    return row.kind in ("group", "kind") or row.name_vi.startswith("Các ") or bool(row.valid_until)


def _weight(ctx: Context, guide: Guide) -> int:
    """How many passages charge a role itself; what a news summary tells of charges nobody."""
    charged = {(one.document, one.duty) for one in guide.own}
    return sum(not ctx.duty(document, duty).reported for document, duty in charged)


def _members(library: Library, family: str) -> tuple[int, int]:
    """How many documents of a family the library holds, and how many it knows."""
    found = next(one for one in library.families if one.id == family)
    return sum(library.works[member.work].held for member in found.members), len(found.members)


def _said(found: Sentence) -> str:
    """The sentence of a time limit that no task bears, if it says more than the day."""
    return found.whole if found.before.strip() or found.after.strip(" .;:") else _("time limit in the text")


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
            task = lines.get((event.work, event.deadline)) or _said(ctx.sentence(event.passage))
            dues.append(Due(day, words.deadline(limit, surface), task, event.passage))
    return sorted(dues, key=lambda due: (due.day, due.passage.document, due.passage.span))
