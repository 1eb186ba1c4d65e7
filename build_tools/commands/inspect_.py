"""`phobien inspect FILE|ID --json`: the document model of one file."""

from __future__ import annotations

from pathlib import Path

import click

from build_tools import diagnostics
from build_tools.commands.common import FINE, say, workspace
from build_tools.errors import DocumentError, StopError
from build_tools.i18n import _
from build_tools.model.contract import to_json
from build_tools.model.document import Document
from build_tools.pipeline.inspect import inspect_file, inspect_id
from build_tools.pipeline.report import words


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
    rows = (
        (_("Type"), m.type_name),
        (_("Number and symbol"), m.symbol),
        (_("Date"), m.date.isoformat() if m.date else None),
        (_("Place"), m.place),
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
        lines.append(_("  Removed from the flow (kept on record): {count} lines", count=len(document.removed)))
    doubts = [d for d in document.diagnostics if diagnostics.severity(d.code) != "info"]
    lines += [
        f"  {_('Doubtful')}: {_('line {line}', line=d.line) if d.line else ''} {diagnostics.message(d)}" for d in doubts
    ]
    return lines
