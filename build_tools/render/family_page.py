"""A family of documents: the regulation, the tree of what puts it to work, and the plans' tasks side by side."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.library import (
    Coverage,
    CoverageCell,
    CoverageRow,
    Edge,
    Family,
    FamilyMember,
    Library,
    Passage,
    Work,
)
from build_tools.render import facets, links, names, words
from build_tools.render.context import Context
from build_tools.render.exports import family_tracking_file, has_tracking
from build_tools.render.family_svg import family_svg, when
from build_tools.render.headings import heading
from build_tools.render.openings import opening
from build_tools.render.page import Page
from build_tools.render.tasks import Bearer, Task, bearers

WIDE, NARROW = 760, 340
_MOST_BEARERS = 6


class Node(Struct, frozen=True):
    """A document in the tree, with the passage that proves its place and what stands below it."""

    member: FamilyMember
    when: str
    relation: str
    proof: Passage | None
    children: tuple[Node, ...]


class Cell(Struct, frozen=True):
    """What one document says on a task, in words; `score` is None where nothing was matched."""

    passage: Passage
    label: str
    who: tuple[Bearer, ...]
    more: int
    time: str
    score: int | None


class Row(Struct, frozen=True):
    """A task and its cells by document; a document without one lacks the task."""

    task: str
    cells: dict[str, Cell]


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The index of families and a page for each."""
    yield _index(library, ctx)
    coverage = {one.family: one for one in library.coverage}
    for family in library.families:
        yield _page(ctx, family, coverage.get(family.id))


def _index(library: Library, ctx: Context) -> Page:
    cards = [(family, _counts(ctx, family)) for family in library.families]
    return Page(
        path=links.FAMILIES,
        title=_("Families of documents"),
        body=str(ctx.fragment(links.FAMILIES, "families.html.j2", cards=cards)),
        kind="families",
        description=_("Each regulation with everything that puts it to work."),
    )


def _page(ctx: Context, family: Family, coverage: Coverage | None) -> Page:
    path = links.family_page(family.id)
    root = ctx.work(family.root)
    name = names.work_name(root)
    drawings = [
        f'<div class="pb-{size}">{family_svg(family, ctx.library.works, _short, width=width, ident=size)}</div>'
        for size, width in (("wide", WIDE), ("narrow", NARROW))
    ]
    head = ctx.fragment(
        path,
        "family_head.html.j2",
        root=root,
        counts=_counts(ctx, family),
        tracking=family_tracking_file(family.id) if any(has_tracking(ctx, m.work) for m in family.members) else "",
    )
    tree = ctx.fragment(path, "family_tree.html.j2", tree=_tree(ctx, family), missing=_missing(ctx, family))
    parts = [
        str(head),
        heading(_("From the regulation to the plans"), "cay"),
        "\n".join(drawings),
        str(tree),
    ]
    if coverage and coverage.rows:
        parts += _matrix(ctx, path, coverage)
    return Page(
        path=path,
        title=_("Family: {document}", document=names.work_label(root)),
        heading=name,
        above=str(ctx.fragment(path, "crumbs.html.j2", trail=((_("Families of documents"), links.FAMILIES, ""),))),
        body="\n\n".join(part.strip() for part in parts),
        kind="family",
        description=_("{name} and the documents that put it to work", name=name),
    )


def _short(work: Work) -> str:
    """What a document is called in the drawing: its label and its place."""
    return " · ".join(filter(None, (names.work_label(work), work.place)))


def _counts(ctx: Context, family: Family) -> dict[str, int]:
    members = [ctx.work(member.work) for member in family.members if member.work != family.root]
    return {
        "members": len(members),
        "held": sum(1 for work in members if work.held),
        "absent": sum(1 for work in members if not work.held),
        "longest": max((member.days or 0 for member in family.members), default=0),
    }


def _tree(ctx: Context, family: Family) -> Node | None:
    """The members as a tree; the order of the members is kept."""
    children: dict[str, list[FamilyMember]] = {}
    for member in family.members:
        if member.parent:
            children.setdefault(member.parent, []).append(member)
    root = next((member for member in family.members if member.work == family.root), None)
    return _node(ctx, root, children, frozenset()) if root else None


def _node(ctx: Context, member: FamilyMember, children: dict[str, list[FamilyMember]], above: frozenset[str]) -> Node:
    work = ctx.work(member.work)
    path = above | {member.work}
    edge = _edge(ctx, member)
    return Node(
        member=member,
        when=when(work, member.days),
        relation=_(names.RELATIONS[member.kind][0]) if member.kind else "",
        proof=edge.passage if edge else None,
        children=tuple(
            _node(ctx, one, children, path) for one in children.get(member.work, ()) if one.work not in path
        ),
    )


def _edge(ctx: Context, member: FamilyMember) -> Edge | None:
    """The relation that puts a member under its parent."""
    found = [edge for edge in ctx.edges_from.get(member.work, ()) if edge.target == member.parent]
    exact = [edge for edge in found if edge.kind is member.kind]
    return next(iter(exact or found), None)


def _missing(ctx: Context, family: Family) -> list[str]:
    """Members that others name and the library does not hold."""
    return [member.work for member in family.members if not ctx.work(member.work).held]


def _matrix(ctx: Context, path: str, coverage: Coverage) -> list[str]:
    """The table, tasks of several plans first, and what only one plan has."""
    rows = sorted((_row(ctx, row) for row in coverage.rows), key=lambda row: -len(row.cells))
    alone = {id_: [row for row in rows if list(row.cells) == [id_]] for id_ in coverage.documents}
    shared = sum(1 for row in rows if len(row.cells) > 1)
    table = ctx.fragment(
        path,
        "coverage.html.j2",
        rows=rows,
        documents=coverage.documents,
        shared=shared,
        place=_column(ctx),
        words=words,
    )
    parts = [heading(_("The plans side by side"), "doi-chieu"), str(table)]
    if len(coverage.documents) > 1 and any(alone.values()):
        lists = ctx.fragment(path, "coverage_alone.html.j2", alone=alone)
        parts += [heading(_("What only one plan has"), "chi-co-o-mot"), str(lists)]
    return parts


def _column(ctx: Context) -> dict[str, str]:
    """The place of each document, for the heads of the columns."""
    return {id_: facets.place_label(ctx.work(id_)) for id_ in ctx.library.entries}


def _row(ctx: Context, row: CoverageRow) -> Row:
    several = len(row.cells) > 1
    return Row(opening(row.task), {cell.document: _cell(ctx, cell, several=several) for cell in row.cells})


def _cell(ctx: Context, cell: CoverageCell, *, several: bool) -> Cell:
    found = [ctx.task(cell.document, duty) for duty in cell.duties]
    named = _bearers(ctx, found)
    document = ctx.document(cell.document)
    times = [words.deadline(t.deadline, t.deadline.span.of(document.text)) for t in found if t.deadline]
    return Cell(
        passage=cell.passage,
        label=cell.label,
        who=named[:_MOST_BEARERS],
        more=max(0, len(named) - _MOST_BEARERS),
        time="; ".join(dict.fromkeys(times)),
        score=round(cell.score * 100) if several and cell.score < 1 else None,
    )


def _bearers(ctx: Context, tasks: list[Task]) -> tuple[Bearer, ...]:
    """Everyone whom the tasks of a cell charge, each once."""
    found: dict[tuple[str, str], Bearer] = {}
    for task in tasks:
        for one in bearers(ctx.document(task.document), task.duty):
            found.setdefault((one.role, "" if one.role else one.surface), one)
    return tuple(found.values())
