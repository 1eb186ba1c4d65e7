"""`phobien inspect FILE|ID --json`: the document model of one file."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

import click

from build_tools import diagnostics
from build_tools.commands.common import FINE, say, workspace
from build_tools.errors import DocumentError, StopError
from build_tools.i18n import N_, _
from build_tools.model.contract import to_json
from build_tools.model.document import Document, Level
from build_tools.model.findings import Diagnostic
from build_tools.pipeline.inspect import inspect_file, inspect_id
from build_tools.pipeline.report import words

_MOST_DOUBTS: Final = 12
_FORMATS: Final = {
    "text": N_("plain text"),
    "markdown": "Markdown",
    "html": N_("web page (HTML)"),
    "mhtml": N_("web page in one file (MHTML)"),
    "docx": "Word (.docx)",
    "doc": N_("old Word (.doc), through LibreOffice"),
    "odt": N_("OpenDocument (.odt), through LibreOffice"),
    "rtf": N_("RTF, through LibreOffice"),
    "pdf": "PDF",
}


def command() -> click.Command:
    """The command, in the current language."""

    @click.command("inspect", help=_("Show what was read in one file, imported or not."))
    @click.argument("target", metavar=_("FILE|ID"))
    @click.option(
        "--json", "as_json", is_flag=True, help=_("Print the document model as JSON (schema phobien/document/1).")
    )
    def run(target: str, *, as_json: bool) -> int:
        document = _find(target)
        if as_json:
            click.echo(to_json(document, words), nl=False)
        else:
            for line in account(document):
                say(line)
        return FINE

    return run


def _find(target: str) -> Document:
    """The document of a file, or of an id in the library around the current folder."""
    path = Path(target)
    if path.is_file():
        return inspect_file(path)
    try:
        library = workspace()
    except StopError:  # outside a library only files have names
        raise DocumentError("no-such-document", file=target) from None
    document = inspect_id(library, target.strip("/"))
    if document is None:
        raise DocumentError("no-such-document", file=target)
    return document


def account(document: Document) -> list[str]:
    """A short account of what was understood, what was removed, and what is doubtful."""
    m = document.metadata
    unknown = _("the text does not say")
    place = _("central bodies") if m.place is None and m.level is Level.CENTRAL else m.place
    rows = (
        (_("Kind of file"), _format(document)),
        (_("Type"), m.type_name),
        (_("Number and symbol"), m.symbol),
        (_("Date"), m.date.isoformat() if m.date else None),
        (_("Place"), place),
        (_("Issuer"), m.issuer),
        (_("Title"), m.title),
    )
    lines = [f"  {name}: {value or unknown}" for name, value in rows]
    counts = _(
        "  Found: {units} units, {citations} citations, {duties} duties, {deadlines} deadlines",
        units=len(document.units),
        citations=len(document.citations),
        duties=len(document.duties),
        deadlines=len(document.deadlines),
    )
    lines.append(counts)
    if m.restrictions:
        lines.append(
            _("  Restriction: {mark} (line {line})", mark=m.restrictions[0].surface, line=m.restrictions[0].line)
        )
    if document.removed:
        count = len(document.removed)
        lines.append(_("  Removed from the flow (kept on record): {count} lines", count=count) + _by_reason(document))
    return lines + _doubts(document)


def _format(document: Document) -> str:
    """The kind of the file, and its pages where it has some."""
    pages = max((origin.page or 0 for origin in document.origins), default=0)
    name = _(_FORMATS.get(document.format, document.format))
    return _("{format}, {pages} pages", format=name, pages=pages) if pages else name


def _by_reason(document: Document) -> str:
    counts = Counter(item.reason for item in document.removed)
    return (
        " (" + ", ".join(f"{_(diagnostics.REMOVED[reason])}: {count}" for reason, count in counts.most_common()) + ")"
    )


def _doubts(document: Document) -> list[str]:
    """What is doubtful, in the order of the text; of many the first."""
    doubts = [d for d in document.diagnostics if diagnostics.severity(d.code) != "info"]
    lines = [f"  {_('Doubtful')}{_where(document, d)}: {diagnostics.message(d)}" for d in doubts[:_MOST_DOUBTS]]
    if len(doubts) > _MOST_DOUBTS:
        more = _("  … and {count} more points; all of them: phobien check", count=len(doubts) - _MOST_DOUBTS)
        lines.append(more)
    return lines


def _where(document: Document, item: Diagnostic) -> str:
    """The line, and for a file with pages the page."""
    if item.line is None:
        return ""
    line = _("line {line}", line=item.line)
    page = next((o.page for o in reversed(document.origins) if o.line <= item.line and o.page), None)
    return f" ({_('page {page}', page=page)}, {line})" if page else f" ({line})"
