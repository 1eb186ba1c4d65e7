"""The data files of the site, except those of single documents that their own modules make: calendars, tables, feeds.

Every kind is a generator of files for the table in `kinds.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.i18n import _
from build_tools.model.contract import json_schema
from build_tools.model.library import Guide, Library
from build_tools.render import links, names, words
from build_tools.render.akn import akn
from build_tools.render.calendars import CalendarItem, Calendars
from build_tools.render.context import Context
from build_tools.render.feeds import FEED, atom, sitemap
from build_tools.render.guide_items import Item, contents
from build_tools.render.jsonld import json_bytes, legislation
from build_tools.render.page import DataFile
from build_tools.render.tables_export import (
    deadlines_table,
    documents_table,
    duties_table,
    duty_rows,
    relations_table,
    rows_by_bearer,
)
from build_tools.render.tasks import Task
from build_tools.render.tracking import sheet

DEADLINES_ICS = "du-lieu/thoi-han.ics"
TABLES = ("du-lieu/van-ban.csv", "du-lieu/viec.csv", "du-lieu/thoi-han.csv", "du-lieu/quan-he.csv")
SITEMAP = "sitemap.xml"
SCHEMA = "du-lieu/document-1.schema.json"
TRACKING = "theo-doi.xlsx"


def akn_file(work: str) -> str:
    """The Akoma Ntoso form of a held document."""
    return links.data_file(work, "akn.xml")


def jsonld_file(work: str) -> str:
    """The schema.org form of a document."""
    return links.data_file(work, "jsonld")


def role_file(role: str, extension: str) -> str:
    """A file of a role: its calendar (`ics`) or its table (`csv`)."""
    return f"du-lieu/vai-tro/{role.replace('_', '-')}.{extension}"


def tracking_file(work: str) -> str:
    """The tracking sheet of a held document."""
    return links.download_file(work, TRACKING)


def family_tracking_file(family: str) -> str:
    """The tracking sheet of all plans of a family."""
    return f"tai-ve/nhom/{family}/{TRACKING}"


def has_tracking(ctx: Context, work: str) -> bool:
    """Whether a document assigns anything that an office could follow up."""
    return work in ctx.tasks and bool(ctx.tasks[work].tasks)


def address(ctx: Context, path: str, anchor: str = "") -> str:
    """The address of a page for use outside the site: absolute where the site has one, else relative to its root."""
    target = links.published(path)
    return f"{ctx.options.base_url or ''}{target}{f'#{anchor}' if anchor else ''}"


def documents(library: Library, ctx: Context) -> Iterator[DataFile]:
    """Akoma Ntoso for each held document, schema.org for every one."""
    for id_ in sorted(library.entries):
        yield DataFile(akn_file(id_), akn(library.entries[id_], library))
    for id_, work in sorted(library.works.items()):
        node = legislation(library, work, ctx.edges_from.get(id_, []), ctx.options.base_url)
        yield DataFile(jsonld_file(id_), json_bytes(node))


def tables(library: Library, ctx: Context) -> Iterator[DataFile]:
    """The four tables of the library and one of each role, with what reaches it through wider groups."""

    def page(work: str) -> str:
        return address(ctx, links.work_page(work))

    tasks = tuple(ctx.tasks.values())
    duties = duty_rows(tasks, page)
    contents = (
        documents_table(library, page),
        duties_table(duties),
        deadlines_table(tasks, page),
        relations_table(library, page),
    )
    for path, content in zip(TABLES, contents, strict=True):
        yield DataFile(path, content)
    by_bearer = rows_by_bearer(duties)
    for role, guide in sorted(library.guides.items()):
        named = ((item.task.document, item.task.duty.id, item.via or role) for item in charged(ctx, guide))
        yield DataFile(role_file(role, "csv"), duties_table(by_bearer[key] for key in named if key in by_bearer))


def calendars(library: Library, ctx: Context) -> Iterator[DataFile]:
    """The calendar of each role, with what reaches it through wider groups, and the one of all deadlines."""
    written = Calendars()
    for role, guide in sorted(library.guides.items()):
        name = _("Deadlines: {role}", role=names.role_name(role))
        yield DataFile(role_file(role, "ics"), written.calendar(name, role_items(ctx, guide)))
    everything = tuple(_item(ctx, task) for found in ctx.tasks.values() for task in found.tasks)
    yield DataFile(DEADLINES_ICS, written.calendar(_("Deadlines of all documents"), everything))


def charged(ctx: Context, guide: Guide) -> tuple[Item, ...]:
    """What a role is charged with, itself or through a wider group; not what others do together with such a group."""
    return tuple(item for item in contents(guide, ctx.task).items() if not item.partner)


def role_items(ctx: Context, guide: Guide) -> tuple[CalendarItem, ...]:
    """The tasks of a guide for its calendar."""
    return tuple(_item(ctx, item.task, guide.role, words.capacities(item.capacities)) for item in charged(ctx, guide))


def _item(ctx: Context, task: Task, owner: str = "", capacity: str = "") -> CalendarItem:
    work = ctx.work(task.document)
    return CalendarItem(
        task=task,
        source=names.work_label(work),
        issued=work.date,
        link=address(ctx, links.work_page(task.document), task.anchor) if ctx.options.base_url else "",
        owner=owner,
        capacity=capacity,
        reported=task.duty.reported,
        between=(work.bounds.after, work.bounds.before) if work.bounds else (None, None),
    )


def tracking_sheets(library: Library, ctx: Context) -> Iterator[DataFile]:
    """A tracking sheet for each document that assigns work, and for each family that holds such documents."""
    for id_ in sorted(library.entries):
        if has_tracking(ctx, id_):
            title = names.work_name(ctx.work(id_))
            path = tracking_file(id_)
            yield DataFile(path, sheet(title, [ctx.tasks[id_]], _linking(ctx, path)))
    for family in library.families:
        held = [ctx.tasks[member.work] for member in family.members if has_tracking(ctx, member.work)]
        if held:
            title = names.work_name(ctx.work(family.root))
            path = family_tracking_file(family.id)
            yield DataFile(path, sheet(title, held, _linking(ctx, path)))


def _linking(ctx: Context, path: str) -> Callable[[Task], str]:
    """Links from a file to passages: absolute where the site has an address, else relative to the file's own place."""

    def passage(task: Task) -> str:
        page = links.work_page(task.document)
        return address(ctx, page, task.anchor) if ctx.options.base_url else links.href(path, page, task.anchor)

    return passage


def feeds(library: Library, ctx: Context) -> Iterator[DataFile]:
    """The Atom feed."""
    yield DataFile(FEED, atom(library, ctx.options.base_url))


def schema(_library: Library, _ctx: Context) -> Iterator[DataFile]:
    """The JSON Schema of the documents' JSON."""
    yield DataFile(SCHEMA, json_schema())


def site_map(library: Library, ctx: Context) -> Iterator[DataFile]:
    """The list of all pages; search engines want a site with an address (`base_url`)."""
    yield DataFile(SITEMAP, sitemap(list(ctx.pages), library, ctx.options.base_url or ""))
