"""A family of documents: the regulation, the tree of what puts it to work, and the plans' tasks side by side.

A large family is summed up on its page; its documents stand on pages of their own, by place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.i18n import _
from build_tools.model.library import Coverage, Family, Library, PlanOrder, Work
from build_tools.render import facets, family_matrix, family_places, links, names, words
from build_tools.render.context import Context
from build_tools.render.exports import family_tracking_file, has_tracking
from build_tools.render.family_svg import family_svg
from build_tools.render.family_tree import alone, tree
from build_tools.render.headings import heading
from build_tools.render.page import Page

WIDE, NARROW = 760, 340
MOST_DRAWN = 40
"""Members that are drawn and listed as a tree; a larger family is summed up by place."""


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The index of families, a page for each, and for a large one the pages of its places."""
    yield _index(library, ctx)
    coverage = {one.family: one for one in library.coverage}
    for family in library.families:
        orders = [order for order in library.plan_orders if order.family == family.id]
        yield from _Pages(ctx, family, coverage.get(family.id), orders).pages()


def _index(library: Library, ctx: Context) -> Page:
    cards = [(family, _counts(ctx, family)) for family in library.families]
    return Page(
        path=links.FAMILIES,
        title=_("Families of documents"),
        body=str(ctx.fragment(links.FAMILIES, "families.html.j2", cards=cards)),
        kind="families",
        description=_("Each regulation with everything that puts it to work."),
    )


def _counts(ctx: Context, family: Family) -> dict[str, int]:
    members = [ctx.work(member.work) for member in family.members if member.work != family.root]
    return {
        "members": len(members),
        "held": sum(1 for work in members if work.held),
        "absent": sum(1 for work in members if not work.held),
        "longest": max((member.days or 0 for member in family.members), default=0),
    }


class _Pages:
    """The pages of one family."""

    def __init__(self, ctx: Context, family: Family, coverage: Coverage | None, orders: Sequence[PlanOrder]) -> None:
        self._ctx = ctx
        self._family = family
        self._coverage = coverage
        self._orders = orders
        self._root = ctx.work(family.root)
        self._path = links.family_page(family.id)

    def pages(self) -> Iterator[Page]:
        """The page of the family, and where it is large those of its places."""
        large = len(self._family.members) > MOST_DRAWN
        plans = self._coverage.documents if self._coverage else ()
        if not large and len(plans) <= family_places.PLANS_OF_A_PAGE:
            yield self._page(self._path, [self._head(), *self._drawn(), *self._told(self._path, self._orders)], plans)
            return
        places = family_places.places(self._ctx, self._family)
        body = [self._head(), *([] if large else self._drawn()), *self._by_place(places), *self._told_in_sum()]
        yield self._page(self._path, [*body, *self._common()], ())
        for place in places:
            for part in place.parts:
                yield self._part(place, part)

    def _page(self, path: str, parts: list[str], plans: Sequence[str], title: str = "") -> Page:
        trail: tuple[tuple[str, str, str], ...] = ((_("Families of documents"), links.FAMILIES, ""),)
        if title:
            trail = (*trail, (names.work_label(self._root), self._path, ""))
        name = names.work_name(self._root)
        whole = _("Family: {document}", document=names.work_label(self._root))
        return Page(
            path=path,
            title=f"{whole}: {title}" if title else whole,
            heading=f"{names.work_label(self._root)}: {title}" if title else name,
            above=str(self._ctx.fragment(path, "crumbs.html.j2", trail=trail)),
            body="\n\n".join(part.strip() for part in [*parts, *self._matrix(path, plans)] if part.strip()),
            kind="family",
            description=_("{name} and the documents that put it to work", name=name),
        )

    def _head(self) -> str:
        tracked = any(has_tracking(self._ctx, member.work) for member in self._family.members)
        return str(
            self._ctx.fragment(
                self._path,
                "family_head.html.j2",
                root=self._root,
                counts=_counts(self._ctx, self._family),
                tracking=family_tracking_file(self._family.id) if tracked else "",
            )
        )

    def _drawn(self) -> list[str]:
        """The tree as a drawing in two widths, and as a list."""
        works = self._ctx.library.works
        drawings = [
            f'<div class="pb-{size}">{family_svg(self._family, works, _short, width=width, ident=size)}</div>'
            for size, width in (("wide", WIDE), ("narrow", NARROW))
        ]
        listed = self._ctx.fragment(self._path, "family_tree.html.j2", trees=[tree(self._ctx, self._family)])
        return [
            heading(_("From the regulation to the plans"), "cay"),
            "\n".join(drawings),
            str(listed),
            self._unnumbered(),
        ]

    def _unnumbered(self) -> str:
        """What is named without a number, which the tree therefore lacks."""
        found = [one for one in self._ctx.library.unnumbered if one.family == self._family.id]
        return str(self._ctx.fragment(self._path, "family_unnumbered.html.j2", found=found)) if found else ""

    def _told(self, path: str, orders: Sequence[PlanOrder]) -> list[str]:
        """Who is told to issue a plan, and whose plan the library knows."""
        if not orders:
            return []
        listed = self._ctx.fragment(path, "family_told.html.j2", orders=orders, place=self._place_of)
        return [heading(_("Who is told to issue a plan"), "duoc-giao"), str(listed)]

    def _told_in_sum(self) -> list[str]:
        if not self._orders:
            return []
        summed = family_places.told(self._orders)
        listed = self._ctx.fragment(self._path, "family_told_in_sum.html.j2", told=summed)
        return [heading(_("Who is told to issue a plan"), "duoc-giao"), str(listed)]

    def _by_place(self, places: Sequence[family_places.Place]) -> list[str]:
        listed = self._ctx.fragment(self._path, "family_places.html.j2", places=places)
        return [heading(_("Documents by place"), "noi"), str(listed)]

    def _common(self) -> list[str]:
        """The tasks that most plans contain, and how many contain each."""
        if self._coverage is None:
            return []
        tasks = family_places.common_tasks(self._ctx, self._coverage)
        plans, rows = len(self._coverage.documents), len(self._coverage.rows)
        listed = self._ctx.fragment(self._path, "coverage_in_sum.html.j2", tasks=tasks, plans=plans, rows=rows)
        return [heading(_("Tasks that the plans share"), "doi-chieu"), str(listed)]

    def _part(self, place: family_places.Place, part: family_places.Part) -> Page:
        """Some documents of one place: where each comes from, whom they tell to plan, and their tasks side by side."""
        works = [member.work for member in part.members]
        nodes = [alone(self._ctx, self._family, member) for member in part.members]
        listed = self._ctx.fragment(part.path, "family_tree.html.j2", trees=nodes)
        others = self._ctx.fragment(part.path, "family_parts.html.j2", parts=place.parts, number=part.number)
        orders = [order for order in self._orders if order.passage.document in works]
        covered = self._coverage.documents if self._coverage else ()
        title = place.label if len(place.parts) == 1 else f"{place.label} {part.number}/{len(place.parts)}"
        parts = [str(others), str(listed), *self._told(part.path, orders)]
        return self._page(part.path, parts, [work for work in works if work in covered], title)

    def _matrix(self, path: str, plans: Sequence[str]) -> list[str]:
        """The table, tasks of several plans first; what only one plan has; what the editor writes to correct it."""
        if self._coverage is None or not plans:
            return []
        ctx, rows = self._ctx, family_matrix.rows(self._ctx, self._coverage, plans)
        shared = sum(1 for row in rows if len(row.cells) > 1)
        table = ctx.fragment(
            path, "coverage.html.j2", rows=rows, documents=plans, shared=shared, place=self._place_of, words=words
        )
        parts = [heading(_("The plans side by side"), "doi-chieu"), str(table)]
        alone_in = {id_: [row for row in rows if list(row.cells) == [id_]] for id_ in plans}
        if len(plans) > 1 and path == self._path and any(alone_in.values()):
            lists = ctx.fragment(path, "coverage_alone.html.j2", alone=alone_in)
            parts += [heading(_("What only one plan has"), "chi-co-o-mot"), str(lists)]
        lines = family_matrix.references(ctx, self._coverage, plans)
        return [*parts, str(ctx.fragment(path, "coverage_correct.html.j2", lines=lines))]

    def _place_of(self, work: str) -> str:
        return facets.place_label(self._ctx.work(work))


def _short(work: Work) -> str:
    """What a document is called in the drawing: its label and its place."""
    return " · ".join(filter(None, (names.work_label(work), work.place)))
