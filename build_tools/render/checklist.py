"""The checklist of a role to print on A4: one box per task, dates first, short enough to pin on a wall."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.i18n import _
from build_tools.model.library import Library
from build_tools.render import facets, links, names
from build_tools.render.context import Context
from build_tools.render.guide_items import BANNED, EXEMPT, LIABLE, TITLES, contents, in_pages, is_large, of_group
from build_tools.render.guide_views import Views, edition_note
from build_tools.render.guides import MOST_DOCUMENTS, checklist_page, documents, facets_of, trail
from build_tools.render.page import Page


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """One checklist for each role, also for one charged with nothing: the sheet then says so."""
    for role, guide in sorted(library.guides.items()):
        path = checklist_page(role)
        found = contents(guide, ctx.task)
        based_on = documents(found)
        first, *rest = in_pages(found.own)
        name = names.role_name(role)
        views = Views(ctx, path)
        base = ctx.options.base_url
        body = ctx.fragment(
            path,
            "checklist.html.j2",
            groups=[(_(TITLES[group]), group in (BANNED, LIABLE, EXEMPT), items) for group, items in first.items()],
            wider={group: (len(items), of_group(items), is_large(items)) for group, items in found.wider.items()},
            more=sum(len(items) for own in rest for items in own.values()),
            guide=role,
            documents=based_on,
            most_documents=MOST_DOCUMENTS,
            basis=edition_note(ctx, based_on) if based_on else "",
            address=f"{base}{links.published(links.role_page(role))}" if base else "",
            views=views,
        )
        choices = facets_of(ctx, found, views)
        filters = facets.filters(choices)
        yield Page(
            path=path,
            title=_("Checklist: {role}", role=name),
            above=str(ctx.fragment(path, "crumbs.html.j2", trail=(*trail(role), (name, links.role_page(role), "")))),
            body=f"{filters}\n\n{body}".strip(),
            kind="checklist",
            description=_("Checklist to print (A4)"),
            hide=("navigation", "toc"),
        )
