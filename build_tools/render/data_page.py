"""The page of the data files: what there is for spreadsheets, calendars, feed readers and programs."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.i18n import N_, _
from build_tools.model.library import Library
from build_tools.render import exports, links
from build_tools.render.context import Context
from build_tools.render.feeds import FEED
from build_tools.render.headings import heading
from build_tools.render.page import Page
from build_tools.render.tables_export import columns_help

DATA = "du-lieu/index.md"
_WHOLE = (
    (exports.TABLES[0], N_("Documents (.csv)"), N_("every document, held or only cited, with what is known of it")),
    (exports.TABLES[1], N_("Tasks (.csv)"), N_("every task with its bearers, time limit, quotation and link")),
    (exports.TABLES[2], N_("Time limits (.csv)"), N_("every time limit by day, the form of the text beside it")),
    (exports.TABLES[3], N_("Relations (.csv)"), N_("who implements, amends or cites whom, with the proving words")),
    (exports.DEADLINES_ICS, N_("Calendar of all time limits (.ics)"), N_("for Outlook, Google Calendar, a phone")),
    (FEED, N_("Newest documents (Atom)"), N_("for a feed reader")),
    (exports.SCHEMA, N_("Schema of the documents’ JSON"), N_("for programs: what each field means")),
    (exports.SITEMAP, N_("List of all pages (sitemap.xml)"), N_("for search engines")),
)
"""Files of the whole library: path, name, what it is for."""


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The one page: the files of the whole library, of each document, of each role and family."""
    overview = ctx.fragment(DATA, "data.html.j2", whole=[(path, _(name), _(about)) for path, name, about in _WHOLE])
    documents = ctx.fragment(DATA, "data_documents.html.j2", works=sorted(library.entries), files=_files_of(ctx))
    roles = ctx.fragment(DATA, "data_roles.html.j2", roles=sorted(library.guides), role_file=exports.role_file)
    columns = ctx.fragment(DATA, "data_columns.html.j2", columns=columns_help())
    yield Page(
        path=DATA,
        title=_("Data"),
        body="\n\n".join(
            (
                str(overview).strip(),
                heading(_("By document"), "theo-van-ban"),
                str(documents).strip(),
                heading(_("By role"), "theo-vai-tro"),
                str(roles).strip(),
                heading(_("Columns of the tables"), "cot"),
                str(columns).strip(),
            )
        ),
        kind="data",
        description=_("Everything on this site for spreadsheets, calendars and programs."),
    )


def _files_of(ctx: Context) -> dict[str, list[tuple[str, str]]]:
    """The files of each held document: label and path."""
    found = {}
    for id_ in ctx.library.entries:
        files = [("JSON", links.data_file(id_, "json")), ("Akoma Ntoso", exports.akn_file(id_))]
        files.append(("JSON-LD", exports.jsonld_file(id_)))
        if exports.has_tracking(ctx, id_):
            files.append((_("Tracking sheet (.xlsx)"), exports.tracking_file(id_)))
        found[id_] = files
    return found
