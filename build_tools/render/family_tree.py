"""The members of a family as a tree, each with the days it took and the passage that proves its place."""

from __future__ import annotations

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.library import Edge, Family, FamilyMember, Passage
from build_tools.render import names
from build_tools.render.context import Context
from build_tools.render.family_svg import when


class Node(Struct, frozen=True):
    """A document in the tree, with the passage that proves its place and what stands below it.

    `step` are the days since the document above it was issued, where that is not the regulation itself.
    """

    member: FamilyMember
    when: str
    step: int | None
    relation: str
    proof: Passage | None
    children: tuple[Node, ...]


def tree(ctx: Context, family: Family) -> Node | None:
    """The members as a tree; the order of the members is kept."""
    children: dict[str, list[FamilyMember]] = {}
    for member in family.members:
        if member.parent:
            children.setdefault(member.parent, []).append(member)
    root = next((member for member in family.members if member.work == family.root), None)
    return _with_children(ctx, family, root, children, frozenset()) if root else None


def alone(ctx: Context, family: Family, member: FamilyMember) -> Node:
    """A member without what stands below it."""
    work = ctx.work(member.work)
    edge = _edge(ctx, member)
    return Node(
        member=member,
        when=when(work, member.days),
        step=_step(ctx, family, member),
        relation=_(names.RELATIONS[member.kind][0]) if member.kind else "",
        proof=edge.passage if edge else None,
        children=(),
    )


def _with_children(
    ctx: Context,
    family: Family,
    member: FamilyMember,
    children: dict[str, list[FamilyMember]],
    above: frozenset[str],
) -> Node:
    path = above | {member.work}
    below = tuple(
        _with_children(ctx, family, one, children, path)
        for one in children.get(member.work, ())
        if one.work not in path
    )
    node = alone(ctx, family, member)
    return Node(node.member, node.when, node.step, node.relation, node.proof, below)


def _step(ctx: Context, family: Family, member: FamilyMember) -> int | None:
    if member.parent is None or member.parent == family.root:
        return None
    day, before = ctx.work(member.work).date, ctx.work(member.parent).date
    return (day - before).days if day and before and day >= before else None


def _edge(ctx: Context, member: FamilyMember) -> Edge | None:
    """The relation that puts a member under its parent."""
    found = [edge for edge in ctx.edges_from.get(member.work, ()) if edge.target == member.parent]
    exact = [edge for edge in found if edge.kind is member.kind]
    return next(iter(exact or found), None)
