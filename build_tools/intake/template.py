"""Writes the first `document.yml` of a document: what was decided, and blanks for what the text does not say."""

from __future__ import annotations

import json

from build_tools.diagnostics import MACHINE_READ, message
from build_tools.i18n import N_, _
from build_tools.model.decisions import Edition, Received
from build_tools.model.document import Document

_BLANKS = {
    "type_name": N_("type of document"),
    "symbol": N_("number and symbol"),
    "issuer": N_("issuing body"),
    "place": N_("province or city"),
    "date": N_("date of issue, written YYYY-MM-DD"),
    "title": N_("title"),
}


def first_decisions(document: Document, *, edition: Edition, received: Received) -> str:
    """The text of a new `document.yml`."""
    metadata = document.metadata
    lines = [
        "# " + _("Decisions about this document. What the text itself says is not repeated here."),
        "# " + _("edition: public = on the public site; internal = in the internal edition only."),
        f"edition: {edition}",
        "received:",
        f"  file: {_quoted(received.file)}",
        f"  name: {_quoted(received.name or received.file)}",
        f"  sha256: {received.sha256}",
    ]
    if received.recognised:
        lines.append(f"  recognised: {received.recognised}")
    lines += [f"  # {message(note)}" for note in document.diagnostics if note.code in MACHINE_READ]
    missing = [field for field in _BLANKS if getattr(metadata, field) is None]
    if missing:
        lines += [
            "# " + _("The text does not say the following. Fill in only what you surely know, with the reason,"),
            "# " + _("and take the # off (also off the line metadata:)."),
            "# metadata:",
            *(f'#   {field}: {{value: "", reason: ""}}   # {_(_BLANKS[field])}' for field in missing),
        ]
    lines += [
        "# " + _("A word misread by character recognition is corrected here; the received form stays readable:"),
        "# corrections:",
        '#   - {find: "", replace: "", count: 1, reason: ""}',
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A YAML scalar that is safe for any text (JSON strings are YAML)."""
    return json.dumps(text, ensure_ascii=False)
