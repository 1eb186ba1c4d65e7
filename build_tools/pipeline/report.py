"""What a run has to say: sentences in the user's language, and the same as JSON or SARIF."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from msgspec import Struct

from build_tools import __version__, diagnostics
from build_tools.errors import PhobienError
from build_tools.i18n import _
from build_tools.model.findings import Diagnostic, Severity
from build_tools.model.library import Entry, Library
from build_tools.pipeline.load import Withheld

_SARIF_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class Finding(Struct, frozen=True):
    """One observation, in words."""

    file: str
    line: int | None
    severity: Severity
    code: str
    message: str
    advice: str

    def sentence(self) -> str:
        """File, line, what was seen, what to do: one line of text."""
        where = _("{file}, line {line}", file=self.file, line=self.line) if self.line else self.file
        return f"{where}: {self.message} {self.advice}".removeprefix(": ").strip()


def words(item: Diagnostic) -> tuple[Severity, str, str]:
    """Severity, sentence and advice of a diagnostic, for the JSON contract."""
    return diagnostics.severity(item.code), diagnostics.message(item), diagnostics.advice(item)


def of_error(error: PhobienError) -> Finding:
    """An error as a finding."""
    return Finding(
        error.file or "", error.line, Severity.ERROR, error.code, diagnostics.message(error), diagnostics.advice(error)
    )


def of_diagnostic(file: str, item: Diagnostic) -> Finding:
    """A diagnostic of a document as a finding."""
    severity, message, advice = words(item)
    return Finding(file, item.line, severity, item.code, message, advice)


def of_withheld(item: Withheld) -> Finding:
    """Why a document is left out, as a finding."""
    shown = Diagnostic(item.code, item.line, args=item.args)
    return of_diagnostic(item.file, shown)


def of_entries(entries: Iterable[Entry]) -> Iterator[Finding]:
    """All findings about documents, document by document, in the order of the text."""
    for entry in entries:
        for item in entry.document.diagnostics:
            yield of_diagnostic(entry.document.file, item)


def of_library(library: Library) -> Iterator[Finding]:
    """Findings that only the documents together show."""
    for work_id, item in library.diagnostics:
        entry = library.entries.get(work_id)
        yield of_diagnostic(entry.document.file if entry else work_id, item)


def to_json(findings: Iterable[Finding]) -> str:
    """The findings as a JSON array."""
    rows = [{name: getattr(f, name) for name in f.__struct_fields__} for f in findings]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def to_sarif(findings: Iterable[Finding]) -> str:
    """The findings as SARIF 2.1.0, for editors and code hosts."""
    results = [
        {
            "ruleId": f.code,
            "level": _SARIF_LEVEL[f.severity],
            "message": {"text": f"{f.message} {f.advice}".strip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": f.file},
                        **({"region": {"startLine": f.line}} if f.line else {}),
                    }
                }
            ],
        }
        for f in findings
    ]
    driver = {"name": "phobien", "version": __version__}
    return json.dumps(
        {"version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}, ensure_ascii=False
    )
