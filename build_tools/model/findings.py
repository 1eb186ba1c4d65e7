"""What a stage has to say about its input: doubts and removals."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from build_tools.model.span import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    INFO = "info"  # seen and understood; nothing to do
    WARNING = "warning"  # doubtful: an editor should look
    ERROR = "error"  # this document, or a part of it, could not be used


class Diagnostic(Struct, frozen=True):
    """One observation, by the code of a row in `diagnostics.CATALOGUE`, with that row's arguments.

    `line` is the line of the received file; `span` lies in the clean text where the matter can be shown there.
    """

    code: str
    line: int | None = None
    span: Span | None = None
    args: dict[str, str] = {}


class RemovedReason(StrEnum):
    """Why words of the received file do not stand on the page."""

    PAGE_NUMBER = "page-number"
    RUNNING_HEADER = "running-header"
    RUNNING_FOOTER = "running-footer"
    WATERMARK = "watermark"
    SIGNATURE_STAMP = "signature-stamp"
    RECEIPT_STAMP = "receipt-stamp"  # of the office that received the paper: CÔNG VĂN ĐẾN Số: … Ngày: …
    SITE_CHROME = "site-chrome"
    ACTIVE_CONTENT = "active-content"
    HIDDEN_TEXT = "hidden-text"
    INVISIBLE_CHARACTER = "invisible-character"
    SPECK = "speck"  # a mark without letters that character recognition saw, unsure, in the dirt of a scan
    IMAGE = "image"  # the alternative text of a picture


class Removed(Struct, frozen=True):
    """Text taken out of the flow, kept here with its line in the received file."""

    line: int
    text: str
    reason: RemovedReason
