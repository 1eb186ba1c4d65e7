"""`phobien add FILE…`: imports received files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from build_tools.commands.common import FINE, WITH_ERRORS, complain, progress, say, workspace
from build_tools.commands.inspect_ import account
from build_tools.errors import DocumentError
from build_tools.i18n import _
from build_tools.intake.folders import SOURCE_FOLDER
from build_tools.model.decisions import Edition
from build_tools.pipeline.add import Added, add_file, files_below
from build_tools.pipeline.report import of_error


def command() -> click.Command:
    """The command, in the current language."""

    @click.command("add", help=_("Import received files, each into a folder of its own."))
    @click.argument("files", nargs=-1, required=True, metavar=_("FILE…"), type=click.Path(path_type=Path))
    @click.option(
        "--edition",
        type=click.Choice([e.value for e in Edition]),
        default=Edition.INTERNAL.value,
        show_default=True,
        help=_("The edition to write into document.yml."),
    )
    @click.option("--id", "wanted", metavar="PLACE/NAME", help=_("Folder to use for a single file."))
    def add(files: tuple[Path, ...], edition: str, wanted: str | None) -> int:
        paths = files_below(files)
        if wanted and len(paths) != 1:
            raise click.UsageError(_("--id goes with one file only."))
        return _add_all(paths, Edition(edition), wanted, frozenset(files))

    return add


def _add_all(paths: tuple[Path, ...], edition: Edition, wanted: str | None, named: frozenset[Path]) -> int:
    """Import `paths`; those that are not `named` themselves were found in folders."""
    library, outcomes = workspace(), Counter[str]()
    with progress(_("Importing")) as advance:
        for number, path in enumerate(paths, start=1):
            advance(number, len(paths), path.name)
            try:
                added = add_file(library, path, edition=edition, wanted_id=wanted, follow=path in named)
                outcomes["held" if added.existing else "new"] += 1
                _report(added, edition)
            except DocumentError as error:
                outcomes["failed"] += 1
                complain(of_error(error).sentence())
    if len(paths) > 1:
        say(
            _(
                "Files: {files}. Imported: {new}; already in the library: {held}; not imported: {failed}.",
                files=len(paths),
                new=outcomes["new"],
                held=outcomes["held"],
                failed=outcomes["failed"],
            )
        )
    return WITH_ERRORS if outcomes["failed"] else FINE


def _report(added: Added, edition: Edition) -> None:
    if added.same_bytes:
        say(_("{file}: already in the library as {folder}", file=added.path.name, folder=_folder(added.id)))
        return
    if added.existing:
        say(
            _(
                "{file}: the library already holds this document in another file: {folder}. "
                "Nothing was imported; use --id to import it all the same.",
                file=added.path.name,
                folder=_folder(added.id),
            )
        )
        return
    say(f"{added.path.name} → {_folder(added.id)}")
    for line in account(added.document):
        say(line)
    decisions = f"{_folder(added.id)}/document.yml"
    if added.document.metadata.restrictions or edition is Edition.INTERNAL:
        say(_("  Next: look through {file}; the document stays out of the public edition.", file=decisions))
    else:
        say(_("  Next: look through {file}, then build.", file=decisions))


def _folder(document_id: str) -> str:
    return f"{SOURCE_FOLDER}/{document_id}"
