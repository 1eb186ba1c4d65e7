"""Families: a regulation and everything that puts it to work.

The root is a work that another one says it implements and that itself implements nothing. The tree follows the words
of the members (implements, directed by; a plan's legal basis too). A member with several parents stands under the one
farthest from the root: the plan of the commune under the plan of the province, not under the regulation.
"""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.grammar.slugs import slug
from build_tools.model.citation import RelationKind
from build_tools.model.library import Edge, Family, FamilyMember, Work

_PUT_TO_WORK = (RelationKind.IMPLEMENTS, RelationKind.DIRECTED_BY, RelationKind.BASED_ON)
_PLANS = (
    "Kế hoạch",
    "Chương trình",
    "Chương trình hành động",
    "Công văn",
    "Hướng dẫn",
    "Chỉ thị",
    "Thông báo",
    "Đề án",
)


def build_families(works: Mapping[str, Work], edges: tuple[Edge, ...]) -> tuple[Family, ...]:
    """The families that hold at least one document of the library, the largest first."""
    usable = [edge for edge in edges if _counts(edge, works)]
    implementing = {edge.source for edge in usable if edge.kind is RelationKind.IMPLEMENTS}
    roots = {edge.target for edge in usable if edge.kind is RelationKind.IMPLEMENTS} - implementing
    families, taken = [], set[str]()
    for root in sorted(roots):
        members = _tree(root, usable, works)
        if any(works[member.work].held for member in members):
            families.append(Family(_family_id(works[root], taken), root, members))
    return tuple(sorted(families, key=lambda family: (-len(family.members), family.id)))


def _counts(edge: Edge, works: Mapping[str, Work]) -> bool:
    if edge.kind not in _PUT_TO_WORK or edge.source not in works or edge.target not in works:
        return False
    return edge.kind is not RelationKind.BASED_ON or works[edge.source].type_name in _PLANS


def _family_id(root: Work, taken: set[str]) -> str:
    """The slug of the root's symbol or title; the year, then its place, where two roots share it."""
    plain = slug(root.symbol or root.title or root.id.rsplit("/", 1)[-1])
    choices = (plain, f"{plain}-{root.year}" if root.year else plain, root.id.replace("/", "-"))
    name = next(choice for choice in choices if choice not in taken)
    taken.add(name)
    return name


def _tree(root: str, edges: list[Edge], works: Mapping[str, Work]) -> tuple[FamilyMember, ...]:
    """The members in tree order, depth first, siblings by date."""
    depths = _depths(root, edges)
    parents: dict[str, Edge] = {}
    for edge in sorted(edges, key=lambda edge: _PUT_TO_WORK.index(edge.kind)):
        if edge.source in depths and edge.target in depths and edge.source != root:
            best = parents.get(edge.source)
            if depths[edge.target] < depths[edge.source] and (
                best is None or depths[edge.target] > depths[best.target]
            ):
                parents[edge.source] = edge
    members: list[FamilyMember] = []
    stack: list[tuple[str, int]] = [(root, 0)]
    while stack:
        work, depth = stack.pop()
        up_edge = parents.get(work)
        days = _days(works[root], works[work])
        members.append(
            FamilyMember(work, up_edge.target if up_edge else None, up_edge.kind if up_edge else None, depth, days)
        )
        children = sorted((child for child, up in parents.items() if up.target == work), key=lambda c: _order(works[c]))
        stack += [(child, depth + 1) for child in reversed(children)]
    return tuple(members)


def _depths(root: str, edges: list[Edge]) -> dict[str, int]:
    """The longest way from the root to each work that leads to it; an edge of a circle counts once."""
    children: dict[str, list[str]] = {}
    for edge in edges:
        children.setdefault(edge.target, []).append(edge.source)
    order: list[str] = []
    state: dict[str, int] = {}
    stack = [(root, False)]
    while stack:
        work, done = stack.pop()
        if done:
            order.append(work)
            state[work] = 2
        elif work not in state:
            state[work] = 1
            stack.append((work, True))
            stack += [(child, False) for child in children.get(work, ()) if child not in state]
    depths = {root: 0}
    position = {work: place for place, work in enumerate(reversed(order))}
    for work in reversed(order):
        for child in children.get(work, ()):
            if position[child] > position[work]:
                depths[child] = max(depths.get(child, 0), depths[work] + 1)
    return depths


def _order(work: Work) -> tuple[bool, str, str]:
    return (work.date is None, work.date.isoformat() if work.date else "", work.id)


def _days(root: Work, member: Work) -> int | None:
    return (member.date - root.date).days if root.date and member.date else None
