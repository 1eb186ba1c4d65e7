"""What a person decided about a document: the content of its `document.yml`."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field


class Edition(StrEnum):
    """Who may read it. The internal edition contains the public documents too."""

    PUBLIC = "public"
    INTERNAL = "internal"


class Received(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it arrived. `sha256` guards it byte for byte, `recognised` what a scan was read as."""

    file: str
    sha256: str | None = None
    name: str | None = None  # the name under which it arrived
    recognised: str | None = None  # SHA-256 of the words recognised in a scan


class Known(Struct, frozen=True, forbid_unknown_fields=True):
    """A value that is surely known but not in the text, and how one knows it."""

    value: str
    reason: str


class MetadataDecisions(Struct, frozen=True, forbid_unknown_fields=True):
    """Metadata overrides; each needs its reason. Dates are written YYYY-MM-DD."""

    type_name: Known | None = None
    number: Known | None = None
    symbol: Known | None = None
    issuer: Known | None = None
    place: Known | None = None
    date: Known | None = None
    title: Known | None = None


class CorrectionDecision(Struct, frozen=True, forbid_unknown_fields=True):
    """Replace `find` by `replace` wherever it stands; `count` guards against a changed text."""

    find: str
    replace: str
    count: int
    reason: str
    by: str | None = None


class Review(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone compared the page with the original. It lapses when the received file changes."""

    by: str
    on: dt.date
    sha256: str


class Clearance(Struct, frozen=True, forbid_unknown_fields=True):
    """Someone entitled to it released this exact text although it bears an ownership mark.

    It holds for the text with its own `sha256`, or, where that is left out, with the one that `received` records.
    """

    by: str
    on: dt.date
    basis: str
    sha256: str | None = None


class Decisions(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole `document.yml`. Nothing is public unless `edition` says so; `received` names the file it is about."""

    edition: Edition = Edition.INTERNAL
    received: Received | None = None
    clearance: Clearance | None = None
    metadata: MetadataDecisions = field(default_factory=MetadataDecisions)
    corrections: tuple[CorrectionDecision, ...] = ()
    review: Review | None = None
