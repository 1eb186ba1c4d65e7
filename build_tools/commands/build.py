"""`phobien convert` and `phobien build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from build_tools.commands.common import (
    FINE,
    WITH_ERRORS,
    edition_option,
    print_errors,
    progress,
    say,
    site_language_option,
    workspace,
)
from build_tools.i18n import _
from build_tools.intake.folders import relative
from build_tools.model.decisions import Edition
from build_tools.model.findings import Severity
from build_tools.pipeline import report

if TYPE_CHECKING:  # rendering and publishing are loaded by the commands that need them
    from build_tools.pipeline.build import Built, Converted

_SHOWN = 5


def convert_command() -> click.Command:
    """`phobien convert`, in the current language."""

    @click.command("convert", help=_("Write the Markdown pages and data files of an edition into docs/."))
    @edition_option()
    @site_language_option()
    def run(edition: str, site_language: str) -> int:
        from build_tools.pipeline.build import convert

        with progress(_("Reading")) as advance:
            converted = convert(workspace(), Edition(edition), language=site_language, progress=advance)
        _summary(converted)
        return WITH_ERRORS if _errors(converted) else FINE

    return run


def build_command() -> click.Command:
    """`phobien build`, in the current language."""

    @click.command("build", help=_("Convert, build the site, its search index and the offline package."))
    @edition_option()
    @site_language_option()
    @click.option(
        "--key", type=click.Path(path_type=Path), help=_("Sign with the private key in this file; a new one is made.")
    )
    def run(edition: str, site_language: str, key: Path | None) -> int:
        from build_tools.pipeline.build import build
        from build_tools.publish import new_key

        if key and not key.exists():
            say(_("New key {file}: keep it safe. Fingerprint: {digest}", file=key.as_posix(), digest=new_key(key)))
        with progress(_("Reading")) as advance:
            built = build(workspace(), Edition(edition), language=site_language, progress=advance, key=key)
        _summary(built.converted)
        faults = print_errors(report.of_diagnostic("site", item) for item in built.diagnostics)
        _where(built)
        return WITH_ERRORS if faults or _errors(built.converted) else FINE

    return run


def _where(built: Built) -> None:
    say(_("Site: site/index.html · {pages} pages", pages=built.pages))
    if built.package is not None:
        size = built.package.stat().st_size / 1_000_000
        package = relative(built.package, built.package.parents[1])
        say(_("Offline package: {package} · {size:.1f} MB", package=package, size=size))


def _errors(converted: Converted) -> int:
    """Errors of the run: files that could not be used, and errors in documents that were."""
    return len(converted.errors) + sum(f.severity is Severity.ERROR for f in _findings(converted))


def _findings(converted: Converted) -> list[report.Finding]:
    return [*report.of_entries(converted.library.entries.values()), *report.of_library(converted.library)]


def _summary(converted: Converted) -> None:
    """What was published, what was withheld, what is doubtful, where to look."""
    library = converted.library
    names = {Edition.PUBLIC: _("public"), Edition.INTERNAL: _("internal")}
    held = len(library.entries)
    absent = len(library.works) - held
    say(_("Edition: {edition}", edition=names[library.edition]))
    say(_("Published: {held} documents, {guides} role guides, {absent} documents known from citations",
          held=held, guides=len(library.guides), absent=absent))  # fmt: skip
    for item in converted.withheld:
        say(_("Withheld: {reason}", reason=report.of_withheld(item).sentence()))
    findings = _findings(converted)
    print_errors([report.of_error(error) for error in converted.errors])
    print_errors(findings)
    doubtful = [f for f in findings if f.severity is Severity.WARNING]
    say(_("Doubtful: {count} points (all of them: phobien check)", count=len(doubtful)))
    for finding in doubtful[:_SHOWN]:
        say(f"  {finding.sentence()}")
    if len(doubtful) > _SHOWN:
        say(_("  … and {count} more", count=len(doubtful) - _SHOWN))
