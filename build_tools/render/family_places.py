"""A large family, summed up by place and by task: hundreds of plans fit no table that a phone can open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from build_tools.i18n import _, short_date
from build_tools.model.library import Coverage, Family, FamilyMember, PlanOrder
from build_tools.render import facets, links
from build_tools.render.context import Context
from build_tools.render.family_matrix import task_words

PLANS_OF_A_PAGE = 8
"""Documents that one page of a large family shows side by side."""
MOST_TASKS = 60


class Part(Struct, frozen=True):
    """One page of a place: some of its documents, in the order of the tree."""

    path: str
    number: int
    members: tuple[FamilyMember, ...]


class Place(Struct, frozen=True):
    """The documents of one place: how many are held and known, the first and the last day, and the pages."""

    label: str
    held: int
    absent: int
    first: str
    last: str
    parts: tuple[Part, ...]


class Common(Struct, frozen=True):
    """A task, the number of plans that contain it, and the number of places."""

    task: str
    plans: int
    places: int


class Told(Struct, frozen=True):
    """A body that documents tell to issue a plan: in how many documents, and for how many of them a plan is known."""

    role: str | None
    surface: str
    documents: int
    answered: int


def places(ctx: Context, family: Family) -> tuple[Place, ...]:
    """The places of a family's members, the regulation apart: central first, then by name."""
    members = [member for member in family.members if member.work != family.root]
    found: dict[str, list[FamilyMember]] = {}
    for member in members:
        found.setdefault(facets.place_value(ctx.work(member.work)), []).append(member)
    labels = facets.place_labels(ctx.work(member.work) for member in members)
    return tuple(_place(ctx, family, value, label, found[value]) for value, label in labels.items())


def _place(ctx: Context, family: Family, value: str, label: str, members: list[FamilyMember]) -> Place:
    chunks = [members[at : at + PLANS_OF_A_PAGE] for at in range(0, len(members), PLANS_OF_A_PAGE)]
    held = sum(ctx.work(member.work).held for member in members)
    days = sorted(
        (day, member.days)
        for member in members
        if (day := ctx.work(member.work).date) is not None and member.days is not None
    )
    return Place(
        label=label,
        held=held,
        absent=len(members) - held,
        first=_day(days[0]) if days else "",
        last=_day(days[-1]) if days else "",
        parts=tuple(
            Part(links.family_part(family.id, value, number), number, tuple(chunk))
            for number, chunk in enumerate(chunks, start=1)
        ),
    )


def _day(found: tuple[dt.date, int]) -> str:
    day, days = found
    return _("{date} (+{days} days)", date=short_date(day), days=days) if days > 0 else short_date(day)


def common_tasks(ctx: Context, coverage: Coverage) -> list[Common]:
    """The tasks that most plans contain."""
    found = []
    for row in coverage.rows:
        documents = {cell.document for cell in row.cells}
        at = {facets.place_value(ctx.work(id_)) for id_ in documents}
        found.append(Common(task_words(ctx, row), len(documents), len(at)))
    return sorted(found, key=lambda one: (-one.plans, one.task))[:MOST_TASKS]


def told(orders: Sequence[PlanOrder]) -> list[Told]:
    """The orders of all documents by body, those of most documents first."""
    found: dict[str, list[PlanOrder]] = {}
    for order in orders:
        found.setdefault(order.role or order.surface, []).append(order)
    summed = (
        Told(same[0].role, same[0].surface, len(same), sum(1 for order in same if order.issued))
        for same in found.values()
    )
    return sorted(summed, key=lambda one: (-one.documents, one.surface))
