"""Every observation that the program can make about a document: its weight, its sentence, its advice.

A stage reports a `model.findings.Diagnostic` with a code of this table and the arguments that the sentence names.
The sentence is made here, in the user's language. One row per code; the words are marked for translation.
"""

from __future__ import annotations

from msgspec import Struct

from build_tools.errors import PhobienError
from build_tools.i18n import N_, _
from build_tools.model.findings import Diagnostic, Severity


class Row(Struct, frozen=True):
    """One kind of observation: `message` says what was seen and what was assumed, `advice` what to do (if anything)."""

    severity: Severity
    message: str
    advice: str


INFO, WARNING, ERROR = Severity.INFO, Severity.WARNING, Severity.ERROR
NOTHING_TO_DO = N_("Nothing to do.")

CATALOGUE: dict[str, Row] = {
    # --- source_texts/ and document.yml -----------------------------------------------------------------------------
    # --- readers ----------------------------------------------------------------------------------------------------
    # --- normalise --------------------------------------------------------------------------------------------------
    # --- structure --------------------------------------------------------------------------------------------------
    # --- annotate ---------------------------------------------------------------------------------------------------
    # --- resolve ----------------------------------------------------------------------------------------------------
    # --- render and publish -----------------------------------------------------------------------------------------
}


def severity(code: str) -> Severity:
    """The weight of a code; `KeyError` for one that has no row."""
    return CATALOGUE[code].severity


def message(item: Diagnostic | PhobienError) -> str:
    """The sentence for a diagnostic or an error, in the current language."""
    args = item.args if isinstance(item, Diagnostic) else item.args_by_name
    return _(CATALOGUE[item.code].message).format_map(args)


def advice(item: Diagnostic | PhobienError) -> str:
    """What to do about it, in the current language."""
    args = item.args if isinstance(item, Diagnostic) else item.args_by_name
    return _(CATALOGUE[item.code].advice).format_map(args)
