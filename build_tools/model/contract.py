"""The published JSON of one document, `phobien/document/1`: its shape is stable, other tools read it.

Offsets are code points in `text`, the clean NFC text as received; every `[start, end)` satisfies
`text[start:end] == surface` (or `quote`). `line` is the line of the received file. The JSON Schema is made from these
records and kept in `schema/document-1.json`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Annotated

import msgspec
from msgspec import Meta, Struct, field

from build_tools.model.citation import Citation, CitationKind, CitationStatus, Pinpoint, RelationKind
from build_tools.model.contract_changes import ChangeJson, EffectJson, Offset, change_json, effect_json
from build_tools.model.document import Document, Level, RestrictionKind, System, UnitKind
from build_tools.model.duty import Capacity, DeadlineKind, Duty, Explicit, Modality, Mode
from build_tools.model.findings import Diagnostic, RemovedReason, Severity

SCHEMA = "phobien/document/1"
SCHEMA_ID = "urn:phobien:document:1"
Words = Callable[[Diagnostic], tuple[Severity, str, str]]


class SourceJson(Struct, frozen=True):
    """The received file; `sha256` of its bytes."""

    file: str
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    format: str


class SignerJson(Struct, frozen=True):
    """Who signed, as written."""

    name: str | None
    position: str | None
    authority: str | None


class RestrictionJson(Struct, frozen=True):
    """A mark that bars publication."""

    kind: RestrictionKind
    surface: str
    line: int


class MetadataJson(Struct, frozen=True):
    """What the text says of itself; null where it does not say. `co_signers` signed a joint act after `signer`."""

    type: str | None
    type_name: str | None
    number: str | None
    symbol: str | None
    key: str | None
    issuer: str | None
    issuer_id: str | None
    system: System | None
    level: Level | None
    place: str | None
    date: dt.date | None
    title: str | None
    signer: SignerJson | None
    recipients: tuple[str, ...]
    restrictions: tuple[RestrictionJson, ...]
    co_signers: tuple[SignerJson, ...] = ()


class UnitJson(Struct, frozen=True):
    """A unit; `parent` is the id of another one."""

    id: str
    kind: UnitKind
    label: str | None
    number: str | None
    heading: str | None
    level: int
    parent: str | None
    start: Offset
    end: Offset
    line: int
    quoted: bool


class CitationJson(Struct, frozen=True):
    """A citation; `symbol` is canonical, `surface` as written."""

    unit: str | None
    start: Offset
    end: Offset
    surface: str
    symbol: str | None
    key: str | None
    type: str | None
    type_name: str | None
    number: str | None
    date: dt.date | None
    issuer: str | None
    name: str | None
    pinpoint: Pinpoint | None
    kind: CitationKind
    status: CitationStatus
    target: str | None


class RelationJson(Struct, frozen=True):
    """A relation; `citation` and `subject` are indexes of `citations` (null: this document), `cue` quotes the proof."""

    kind: RelationKind
    citation: int
    target: str | None
    subject: int | None
    cue: str


class ActorJson(Struct, frozen=True):
    """A bearer of a duty; `role` is an id of the table of roles."""

    role: str | None
    surface: str
    capacity: Capacity
    mode: Mode
    start: Offset
    end: Offset


class DutyJson(Struct, frozen=True):
    """A passage that charges, forbids, empowers or holds liable; `deadline` is the id of one of `deadlines`."""

    id: str
    unit: str | None
    start: Offset
    end: Offset
    quote: str
    modality: Modality
    actors: tuple[ActorJson, ...]
    deadline: str | None
    explicit: Explicit
    assigned_by: str | None
    reported: bool


class DeadlineJson(Struct, frozen=True):
    """A time limit and the id of the rule that read it."""

    id: str
    start: Offset
    end: Offset
    surface: str
    kind: DeadlineKind
    date: dt.date | None
    from_: dt.date | None = field(name="from")
    to: dt.date | None
    exclusive: bool
    recurrence: str | None
    rule: str


class DiagnosticJson(Struct, frozen=True):
    """An observation in words."""

    code: str
    severity: Severity
    line: int | None
    start: Offset | None
    end: Offset | None
    message: str
    suggestion: str


class CorrectionJson(Struct, frozen=True):
    """An editor's correction."""

    start: Offset
    end: Offset
    original: str
    replacement: str
    reason: str


class RemovedJson(Struct, frozen=True):
    """Page furniture that left the text."""

    line: int
    text: str
    reason: RemovedReason


class DocumentJson(Struct, frozen=True):
    """The whole contract."""

    schema: Annotated[str, Meta(pattern=f"^{SCHEMA}$")]
    source: SourceJson
    text: str
    metadata: MetadataJson
    units: tuple[UnitJson, ...]
    citations: tuple[CitationJson, ...]
    relations: tuple[RelationJson, ...]
    duties: tuple[DutyJson, ...]
    deadlines: tuple[DeadlineJson, ...]
    diagnostics: tuple[DiagnosticJson, ...]
    corrections: tuple[CorrectionJson, ...]
    removed: tuple[RemovedJson, ...]
    changes: tuple[ChangeJson, ...]
    effects: tuple[EffectJson, ...]


def to_json(document: Document, words: Words) -> bytes:
    """`document` by the contract, indented UTF-8; `words` puts a diagnostic into words."""
    return msgspec.json.format(msgspec.json.encode(contract(document, words)), indent=1) + b"\n"


def contract(document: Document, words: Words) -> DocumentJson:
    """The published record of `document`."""
    text = document.text
    return DocumentJson(
        schema=SCHEMA,
        source=SourceJson(document.file, document.sha256, document.format),
        text=text,
        metadata=msgspec.convert(document.metadata, MetadataJson, from_attributes=True),
        units=tuple(
            UnitJson(
                u.id,
                u.kind,
                u.label,
                u.number,
                u.heading,
                u.level,
                u.parent,
                u.span.start,
                u.span.end,
                u.line,
                u.quoted,
            )
            for u in document.units
        ),
        citations=tuple(_citation(c, text) for c in document.citations),
        relations=tuple(
            RelationJson(r.kind, r.citation, r.target, r.subject, r.cue.of(text)) for r in document.relations
        ),
        duties=tuple(_duty(d, text) for d in document.duties),
        deadlines=tuple(
            DeadlineJson(
                d.id,
                d.span.start,
                d.span.end,
                d.span.of(text),
                d.kind,
                d.date,
                d.from_,
                d.to,
                d.exclusive,
                d.recurrence,
                d.rule,
            )
            for d in document.deadlines
        ),
        diagnostics=tuple(_diagnostic(d, words) for d in document.diagnostics),
        corrections=tuple(
            CorrectionJson(c.span.start, c.span.end, c.original, c.replacement, c.reason) for c in document.corrections
        ),
        removed=tuple(RemovedJson(r.line, r.text, r.reason) for r in document.removed),
        changes=tuple(change_json(c, text) for c in document.changes),
        effects=tuple(effect_json(e, text) for e in document.effects),
    )


def _citation(c: Citation, text: str) -> CitationJson:
    return CitationJson(
        unit=c.unit,
        start=c.span.start,
        end=c.span.end,
        surface=c.span.of(text),
        symbol=c.symbol,
        key=c.key,
        type=c.type,
        type_name=c.type_name,
        number=c.number,
        date=c.date,
        issuer=c.issuer,
        name=c.name,
        pinpoint=c.pinpoint,
        kind=c.kind,
        status=c.status,
        target=c.target,
    )


def _duty(d: Duty, text: str) -> DutyJson:
    return DutyJson(
        id=d.id,
        unit=d.unit,
        start=d.span.start,
        end=d.span.end,
        quote=d.span.of(text),
        modality=d.modality,
        actors=tuple(
            ActorJson(a.role, a.span.of(text), a.capacity, a.mode, a.span.start, a.span.end) for a in d.actors
        ),
        deadline=d.deadline,
        explicit=d.explicit,
        assigned_by=d.assigned_by.of(text) if d.assigned_by else None,
        reported=d.reported,
    )


def _diagnostic(d: Diagnostic, words: Words) -> DiagnosticJson:
    severity, message, suggestion = words(d)
    start, end = (d.span.start, d.span.end) if d.span else (None, None)
    return DiagnosticJson(d.code, severity, d.line, start, end, message, suggestion)


def json_schema() -> bytes:
    """The JSON Schema (2020-12) of the contract, as published."""
    schema = msgspec.json.schema(DocumentJson)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, "title": SCHEMA}
    return msgspec.json.format(msgspec.json.encode(head | schema), indent=2) + b"\n"
