"""The page of a held document: what it is, what it stands in relation to, its text, what it asks of whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from build_tools import diagnostics
from build_tools.i18n import _
from build_tools.model.findings import Diagnostic, Severity
from build_tools.model.library import Entry, Library
from build_tools.render import links, names, words
from build_tools.render.citations import citation_links
from build_tools.render.context import Context
from build_tools.render.downloads import downloads
from build_tools.render.force import act_date, force_lines
from build_tools.render.inline import Layers
from build_tools.render.jsonld import embedded
from build_tools.render.page import Page
from build_tools.render.reading_sections import change_section, reading_section
from build_tools.render.readings import notes, reading_of
from build_tools.render.relations import relations_of
from build_tools.render.text import TextOptions, body, document_text
from build_tools.render.trail import work_trail
from build_tools.render.who import LABELS, who_boxes, who_line

CONTENTS_MARK = "<!-- contents -->"
"""Where the theme puts a table of contents on small screens."""
_LONGEST_DESCRIPTION = 200


class Finding(Struct, frozen=True):
    """A diagnostic in the reader's language."""

    severity: Severity
    line: int | None
    message: str
    advice: str


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """One page for each document that the edition holds."""
    for entry in library.entries.values():
        yield _page(ctx, entry)


def _page(ctx: Context, entry: Entry) -> Page:
    work = ctx.work(entry.id)
    path = links.work_page(entry.id)
    name, heading = names.work_name(work), names.work_heading(work)
    title = work.title if heading != name or work.symbol else None
    head = ctx.fragment(
        path, "document_head.html.j2", entry=entry, work=work, title=title, words=words, **_facts(ctx, entry)
    )
    foot = ctx.fragment(path, "document_foot.html.j2", entry=entry, work=work, words=words, **_findings(ctx, entry))
    return Page(
        path=path,
        title=f"{names.work_label(work)}: {title}" if title and work.symbol else name,
        heading=heading,
        above=str(ctx.fragment(path, "crumbs.html.j2", trail=work_trail(work))),
        body=f"{head}\n\n{CONTENTS_MARK}\n\n## {_('Full text')} {{ #pb-text }}\n\n{_body(ctx, entry, path)}\n\n"
        f"{reading_section(ctx, entry.id, path)}{change_section(ctx, entry.id, path)}{foot}"
        f"\n\n{embedded(ctx, entry.id)}",
        kind="document",
        description=names.shortened(title or name, _LONGEST_DESCRIPTION),
    )


def _body(ctx: Context, entry: Entry, page: str) -> str:
    document = entry.document
    markdown, html = (citation_links(ctx, entry.id, page, markdown=flag) for flag in (True, False))
    options = TextOptions(
        layers=Layers(markdown, document.corrections, document.marks),
        table_layers=Layers(html, document.corrections, document.marks),
        after=_joined(who_boxes(ctx, entry.id, page), notes(ctx, entry.id, page)),
    )
    return body(document_text(document, ctx.anchors(entry.id), options))


def _joined(*boxes: Mapping[int, str]) -> dict[int, str]:
    """What follows each block, one after the other."""
    indexes = sorted({index for one in boxes for index in one})
    return {index: "\n\n".join(one[index] for one in boxes if index in one) for index in indexes}


def _facts(ctx: Context, entry: Entry) -> dict[str, object]:
    """What stands above the text."""
    document = entry.document
    review = entry.decisions.review
    days = {words.last_day(limit) for limit in document.deadlines}
    return {
        "document": document,
        "relations": relations_of(ctx, entry.id),
        "force": force_lines(ctx, entry.id),
        "act_date": act_date,
        "reading": reading_of(ctx, entry.id),
        "families": [family for family in ctx.library.families if family.id in ctx.families_of.get(entry.id, ())],
        "reviewed": review if review and review.sha256 == document.sha256 else None,
        "lapsed": review if review and review.sha256 != document.sha256 else None,
        "machine_read": [diagnostics.message(d) for d in document.diagnostics if d.code in diagnostics.MACHINE_READ],
        "roles": len({actor.role for duty in document.duties for actor in duty.actors if actor.role}),
        "last_days": sorted(day for day in days if day),
        "files": downloads(ctx, entry.id),
    }


def _findings(ctx: Context, entry: Entry) -> dict[str, object]:
    """What stands below the text."""
    document = entry.document
    found = [_finding(item) for item in _diagnostics(ctx, entry)]
    return {
        "document": document,
        "anchors": ctx.anchors(entry.id),
        "tasks": [(task, who_line(ctx, entry.id, task.duty)) for task in ctx.tasks[entry.id].tasks],
        "labels": LABELS,
        "doubts": [item for item in found if item.severity is not Severity.INFO],
        "notes": [item for item in found if item.severity is Severity.INFO],
        "files": downloads(ctx, entry.id),
        "address": _address(ctx, entry.id),
    }


def _diagnostics(ctx: Context, entry: Entry) -> Iterator[Diagnostic]:
    yield from entry.document.diagnostics
    yield from (item for work, item in ctx.library.diagnostics if work == entry.id)


def _finding(item: Diagnostic) -> Finding:
    severity = diagnostics.severity(item.code)
    return Finding(severity, item.line, diagnostics.message(item), diagnostics.advice(item))


def _address(ctx: Context, work: str) -> str | None:
    base = ctx.options.base_url
    return base + links.published(links.work_page(work)) if base else None
