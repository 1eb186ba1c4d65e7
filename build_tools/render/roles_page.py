"""The index of roles: "Tôi là …", by level, each with what its guide holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from build_tools.data.rows import Role
from build_tools.data.tables import role_abbreviations, roles
from build_tools.i18n import _
from build_tools.model.library import Library
from build_tools.render import links, names
from build_tools.render.context import Context
from build_tools.render.guide_items import REQUESTED, contents
from build_tools.render.guides import level_of
from build_tools.render.headings import heading
from build_tools.render.page import Page

_ORDER = ("sector", "commune", "province", "central", "any", "district")


class Line(Struct, frozen=True):
    """One role in the index, in words how much its guide holds, and the names by which one may look for it."""

    role: str
    said: tuple[str, ...]
    names: str
    charged: bool
    reached: bool


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The index: roles that the documents charge first, those that they only name after them."""
    by_level: dict[str, list[Role]] = {}
    for row in roles():
        if row.id in library.guides:
            by_level.setdefault(row.level if row.level in _ORDER else "any", []).append(row)
    parts = [str(ctx.fragment(links.ROLES, "roles_head.html.j2", count=len(library.guides)))]
    for level in _ORDER:
        if rows := by_level.get(level):
            lines = sorted((_line(ctx, row.id) for row in rows), key=_weight)
            parts.append(heading(level_of(rows[0]), level))
            parts.append(str(ctx.fragment(links.ROLES, "roles_list.html.j2", lines=lines)))
    yield Page(
        path=links.ROLES,
        title=_("Roles"),
        heading=_("I am …"),
        body="\n\n".join(part.strip() for part in parts),
        kind="roles",
        description=_("Choose your role and read what the documents ask of it."),
    )


def said(ctx: Context, role: str) -> tuple[str, ...]:
    """In words how much the guide of a role holds, what weighs most first."""
    return _line(ctx, role).said


def _line(ctx: Context, role: str) -> Line:
    found = contents(ctx.library.guides[role], ctx.task)
    direct, requested, wider = found.work(), found.count(REQUESTED), found.through_groups()
    other = sum(len(items) for items in found.own.values()) - direct - requested
    counts = (
        (_("{count} tasks"), direct),
        (_("{count} asked"), requested),
        (_("{count} bans, powers, liability"), other),
        (_("{count} through groups"), wider),
    )
    told = tuple(words.format(count=count) for words, count in counts if count) or (_("named only"),)
    return Line(role, told, _known_by(role), charged=bool(found.own), reached=bool(wider))


def _known_by(role: str) -> str:
    """The words of all names of a role, and the abbreviations of what they contain (`UBND`), each once."""
    row = names.role(role)
    if row is None:
        return ""
    known = f"{row.name_vi}; {row.aliases}".casefold()
    short = [one.abbr for one in role_abbreviations() if one.words.casefold() in known]
    return " ".join(dict.fromkeys(re.findall(r"\w+", known) + short))


def _weight(line: Line) -> tuple[bool, bool]:
    """Charged roles first, then those that a group includes; otherwise the order of the table."""
    return (not line.charged, not line.reached)
