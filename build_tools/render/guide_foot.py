"""The end of a guide: what the documents do not say, who belongs to whom, and what all this rests on."""

from __future__ import annotations

import re

from build_tools.data.tables import split_list
from build_tools.i18n import _
from build_tools.model.library import Guide
from build_tools.render import names
from build_tools.render.context import Context
from build_tools.render.guide_items import BANNED, LIABLE, TITLES, WORK, Contents, group_of
from build_tools.render.guide_views import Views

_MOST_NAMES = 6
_MOST_MEMBERS = 12
_MOST_BANS = 6
_FORBIDS = re.compile(r"\b(?:nghiêm cấm|tuyệt đối không|không được)\b", re.IGNORECASE)
"""Words with which a ban stands within a task."""


def _other_names(ctx: Context, role: str) -> list[str]:
    """Other names of the role in the documents of this edition; forms that differ in capitals only count as one."""
    shown = {names.role_name(role).casefold()}
    found = []
    for name in ctx.role_names.get(role, ()):
        if name.casefold() not in shown:
            shown.add(name.casefold())
            found.append(name)
    return found[:_MOST_NAMES]


def work_of(guide: Guide) -> int:
    """How many passages of the documents bind a role by name."""
    return len({(one.document, one.duty) for one in guide.own})


def foot(ctx: Context, guide: Guide, found: Contents, path: str, basis: str) -> str:
    """What the documents do not say, the bodies to which the role belongs, and what all this rests on."""
    row = names.role(guide.role)
    parents = [parent for parent in split_list(row.parents) if parent in ctx.library.guides] if row else []
    members = ctx.members_of.get(guide.role, ())
    bans = [item for group in WORK for item in found.own.get(group, ()) if _FORBIDS.search(item.task.quote)]
    unsaid = [group for group in (BANNED, LIABLE) if found.own and not found.count(group)]
    shown = ctx.fragment(
        path,
        "guide_foot.html.j2",
        parents=[(parent, work_of(ctx.library.guides[parent])) for parent in parents],
        members=[(member, work_of(ctx.library.guides[member])) for member in members[:_MOST_MEMBERS]],
        aliases=_other_names(ctx, guide.role),
        basis=basis,
        silent=[(_(TITLES[group]), _through(found, group)) for group in unsaid if group != BANNED or not bans],
        bans=bans[:_MOST_BANS],
        views=Views(ctx, path),
    )
    return str(shown)


def _through(found: Contents, group: str) -> list[tuple[str, int]]:
    """The wider groups that have something of a sort, and how much."""
    counts = {role: sum(group_of(item) == group for item in items) for role, items in found.wider.items()}
    return [(role, count) for role, count in counts.items() if count]
