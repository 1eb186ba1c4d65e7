"""One document: its metadata, its tree of units and what the layers found in it."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from build_tools.model.change import Change, Effect
from build_tools.model.citation import Citation, Definition, Relation
from build_tools.model.duty import Deadline, Duty
from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.source import Block, Mark, Origin
from build_tools.model.span import Span


class System(StrEnum):
    """Which of the two systems of documents a document belongs to; the separators of its symbol differ."""

    PARTY = "party"  # 132-QĐ/TW
    STATE = "state"  # 251/KH-UBND
    OTHER = "other"  # unions and associations


class Level(StrEnum):
    """Level of the issuing body."""

    CENTRAL = "central"
    SECTOR = "sector"
    PROVINCE = "province"
    DISTRICT = "district"  # ended on 1 July 2025
    COMMUNE = "commune"


class UnitKind(StrEnum):
    """What a unit is. Legal texts use the named units; plans use HEADING, PARAGRAPH and BULLET."""

    LETTERHEAD = "letterhead"
    TITLE = "title"
    PREAMBLE = "preamble"
    PART = "part"  # Phần
    CHAPTER = "chapter"  # Chương
    SECTION = "section"  # Mục
    SUBSECTION = "subsection"  # Tiểu mục
    ARTICLE = "article"  # Điều
    CLAUSE = "clause"  # khoản
    POINT = "point"  # điểm
    ITEM = "item"  # tiết
    HEADING = "heading"  # a label with a short title, in a plan
    PARAGRAPH = "paragraph"  # a label with a full sentence, in a plan
    BULLET = "bullet"  # -, +, *
    ANNEX = "annex"  # Phụ lục, mẫu, a regulation enacted by the document
    FOOTNOTE = "footnote"
    RECIPIENTS = "recipients"  # Nơi nhận
    SIGNATURE = "signature"


class Unit(Struct, frozen=True):
    """A labelled part of a document, or one of its fixed parts.

    `id` is built from labels (`ii.3`, `dieu-4.khoan-2.diem-dd`); a repeat takes a suffix (`ii.3~2`). `label` is the
    label as written (`II.`, `Điều 4.`, `-`), `number` its value (`II`, `4`, None for a bullet). `heading` is the title
    without the label where the unit has one. `level` counts from 1. `span` covers the unit with all that it contains,
    label first. `quoted` marks units of another act that an amending act quotes.
    """

    id: str
    kind: UnitKind
    label: str | None
    number: str | None
    heading: str | None
    level: int
    parent: str | None
    span: Span
    line: int
    quoted: bool = False
    heading_span: Span | None = None


class Signer(Struct, frozen=True):
    """Who signed: `authority` is the line above the position (`TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`), as written."""

    name: str | None = None
    position: str | None = None
    authority: str | None = None


class RestrictionKind(StrEnum):
    """Why a text must not be handed on freely."""

    SECRECY = "secrecy"  # stamps MẬT, TỐI MẬT, TUYỆT MẬT: cannot be cleared here
    OWNERSHIP = "ownership"  # a mark of ownership that forbids distribution: an editor may record a clearance


class Restriction(Struct, frozen=True):
    """A mark found in the received file (also where it was page furniture and left the text)."""

    kind: RestrictionKind
    surface: str
    line: int


class Metadata(Struct, frozen=True):
    """What the text says about itself; `None` is "the text does not say".

    `type` is the abbreviation (`KH`), `type_name` the words (`Kế hoạch`). `symbol` is canonical (`132-QĐ/TW`). `key`
    is a printed `WorkKey`. `issuer` is the issuing body as written, `issuer_id` the abbreviation of a row in
    `data/issuers.csv`. `place` is a name of `data/places.csv`. `co_signers` are those who signed a joint act after
    `signer`, in the order of the text.
    """

    type: str | None = None
    type_name: str | None = None
    number: str | None = None
    symbol: str | None = None
    key: str | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    system: System | None = None
    level: Level | None = None
    place: str | None = None
    date: dt.date | None = None
    title: str | None = None
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    co_signers: tuple[Signer, ...] = ()


class Correction(Struct, frozen=True):
    """An editor's correction at one place: the received `original` stays in the text, the page shows both."""

    span: Span
    original: str
    replacement: str
    reason: str
    by: str | None = None


class Outline(Struct, frozen=True):
    """The result of `structure`: metadata, units in document order and the diagnostics of that stage.

    `reported` is true where the text tells of another document (a news summary) and lays down nothing itself.
    """

    metadata: Metadata
    units: tuple[Unit, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    reported: bool = False


class Layers(Struct, frozen=True):
    """The result of `annotate`: findings in one document, the tree untouched."""

    citations: tuple[Citation, ...] = ()
    definitions: tuple[Definition, ...] = ()
    relations: tuple[Relation, ...] = ()
    duties: tuple[Duty, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    mentions: tuple[RoleMention, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    described: tuple[Citation, ...] = ()


class RoleMention(Struct, frozen=True):
    """A role of `data/roles.csv` named at a place, charged or not."""

    role: str
    span: Span


class Document(Struct, frozen=True):
    """Everything known of one received file. All spans lie in `text`, the clean text as received.

    `described` holds what may be citations without a number; `resolve` adds those that it proves after `citations`.
    """

    file: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    origins: tuple[Origin, ...]
    metadata: Metadata
    reported: bool
    units: tuple[Unit, ...]
    citations: tuple[Citation, ...]
    definitions: tuple[Definition, ...]
    relations: tuple[Relation, ...]
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...]
    mentions: tuple[RoleMention, ...]
    corrections: tuple[Correction, ...]
    removed: tuple[Removed, ...]
    diagnostics: tuple[Diagnostic, ...]
    changes: tuple[Change, ...] = ()
    effects: tuple[Effect, ...] = ()
    described: tuple[Citation, ...] = ()
