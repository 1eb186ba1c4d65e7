"""`phobien check`: every diagnostic, by document and line, with a suggestion."""

from __future__ import annotations

import click

from build_tools.commands.common import FINE, WITH_ERRORS, progress, say, workspace
from build_tools.i18n import _
from build_tools.model.findings import Severity
from build_tools.pipeline import report
from build_tools.pipeline.check import check

_COUNTED = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def command() -> click.Command:
    """The command, in the current language."""

    @click.command("check", help=_("Say everything that is doubtful or wrong, by document and line."))
    @click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
    @click.option("--strict", is_flag=True, help=_("Exit with 1 for warnings too."))
    def run(form: str, *, strict: bool) -> int:
        with progress(_("Reading")) as advance:
            findings = check(workspace(), progress=advance)
        if form == "json":
            say(report.to_json(findings))
        elif form == "sarif":
            say(report.to_sarif(findings))
        else:
            _print(findings)
        worst = {f.severity for f in findings}
        return WITH_ERRORS if Severity.ERROR in worst or (strict and Severity.WARNING in worst) else FINE

    return run


def _print(findings: list[report.Finding]) -> None:
    for finding in findings:
        say(f"[{_severity(finding.severity)}] {finding.sentence()}")
    errors, warnings, notes = (sum(f.severity is kind for f in findings) for kind in _COUNTED)
    say(_("{errors} errors, {warnings} warnings, {notes} notes", errors=errors, warnings=warnings, notes=notes))


def _severity(kind: Severity) -> str:
    names = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.INFO: _("note")}
    return names[kind]
