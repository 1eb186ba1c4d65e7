"""Who is told to issue a plan of its own within a family, and who has, as far as the library knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from build_tools.data.tables import roles
from build_tools.grammar.plan_orders import orders_plan
from build_tools.grammar.slugs import CENTRAL, UNKNOWN_PLACE
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Level
from build_tools.model.duty import Capacity, Duty, Modality, Mode
from build_tools.model.library import Entry, Family, Passage, PlanOrder, Work
from build_tools.resolve.guides import groups_of

_ISSUING = (Capacity.LEAD, Capacity.PERFORM)
"""Who leads or performs issues the plan; who coordinates, advises or monitors does not, nor who directs it."""


def build_plan_orders(
    entries: Mapping[str, Entry], works: Mapping[str, Work], families: tuple[Family, ...]
) -> tuple[PlanOrder, ...]:
    """Every order, family by family in the order of the members and of the text; a body once for each document."""
    found: list[PlanOrder] = []
    for family in families:
        issued = {m.work: issuer_roles(works[m.work]) for m in family.members if m.work != family.root}
        for member in family.members:
            if member.work in entries:
                found += _orders(family, member.work, entries[member.work].document, issued)
    return tuple(found)


def _orders(family: Family, work: str, document: Document, issued: Mapping[str, frozenset[str]]) -> Iterator[PlanOrder]:
    anchors = Anchors.of(document)
    seen: set[str] = set()
    for duty in document.duties:
        if duty.modality is not Modality.DUTY or not orders_plan(duty.span.of(document.text)):
            continue
        for role, surface, requested in _bodies(document, duty):
            if (role or surface) in seen:
                continue
            seen.add(role or surface)
            place = work.split("/", 1)[0]
            passage = Passage(work, duty.span, anchors.at(duty.span))
            yield PlanOrder(
                family=family.id,
                passage=passage,
                role=role,
                surface=surface,
                requested=requested,
                reported=duty.reported,
                comparable=role is not None and place != UNKNOWN_PLACE,
                issued=_issued(role, place, work, issued),
            )


def _bodies(document: Document, duty: Duty) -> Iterator[tuple[str | None, str, bool]]:
    words = duty.span.of(document.text)
    for actor in duty.actors:
        if actor.capacity in _ISSUING or (actor.capacity is Capacity.DIRECT and _goes_on_itself(words)):
            yield actor.role, " ".join(actor.span.of(document.text).split()), actor.mode is Mode.REQUEST


def _goes_on_itself(words: str) -> bool:
    """Whether who directs others is then told to plan himself (`chỉ đạo việc quán triệt …; xây dựng kế hoạch …`)."""
    later = words.split(";")[1:]
    return any(orders_plan(part) and "chỉ đạo" not in part for part in later)


def _issued(role: str | None, place: str, told_by: str, issued: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    """The members that a body of this role (or of this group) issued at this place; of a central order, anywhere."""
    if role is None or place == UNKNOWN_PLACE:
        return ()
    return tuple(
        work
        for work, by in issued.items()
        if work != told_by and role in by and (place == CENTRAL or work.split("/", 1)[0] == place)
    )


def issuer_roles(work: Work) -> frozenset[str]:
    """The role of the body that issued a work and the groups to which it belongs; none where the table has no row."""
    name = " ".join((work.issuer or "").split()).casefold()
    fitting = [alias for alias in _roles_by_name() if name == alias or name.startswith(f"{alias} ")]
    if not fitting:
        return frozenset()
    role, level = _roles_by_name()[max(fitting, key=len)]
    if (
        level in (Level.PROVINCE, Level.COMMUNE)
        and work.level in (Level.PROVINCE, Level.COMMUNE)
        and level != work.level
    ):
        return frozenset()  # a commune's body with the name of a province's, or the other way round
    return frozenset((role, *groups_of(role)))


@cache
def _roles_by_name() -> Mapping[str, tuple[str, str]]:
    """Role and level by every name of a body, case-folded."""
    return {
        name.strip().casefold(): (row.id, row.level)
        for row in roles()
        if row.kind == "body"
        for name in (row.name_vi, *row.aliases.split(";"))
        if name.strip()
    }
