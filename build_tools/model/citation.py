"""References from one passage to a document or to a unit."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from build_tools.model.span import Span


class CitationKind(StrEnum):
    """What is cited, and how."""

    DOCUMENT = "document"  # by number and symbol
    INTERNAL = "internal"  # a unit of the citing document, or the document itself
    LAW_BY_NAME = "law-by-name"
    DESCRIBED = "described"  # by type, issuer and subject, without a number


class CitationStatus(StrEnum):
    """What `resolve` made of a citation."""

    RESOLVED = "resolved"  # the library holds the document
    ABSENT = "absent"  # known, not held
    AMBIGUOUS = "ambiguous"  # two or more candidates: reported, not linked
    INTERNAL = "internal"
    DANGLING = "dangling"  # names a unit of this document that does not exist


class Pinpoint(Struct, frozen=True, omit_defaults=True):
    """The unit that is cited; values are numbers as written (`4`, `đ`, `10a`, `II`); `annex` holds the other levels."""

    part: str | None = None
    chapter: str | None = None
    section: str | None = None
    subsection: str | None = None
    article: str | None = None
    clause: str | None = None
    point: str | None = None
    item: str | None = None
    annex: str | None = None


class Citation(Struct, frozen=True):
    """One reference.

    `unit` is the id of the innermost unit it stands in. `symbol` is canonical, the surface is the span. `key` is a
    printed `WorkKey`. `type` is the type word's abbreviation (`QĐ`), which old symbols leave out, `type_name` the word
    (`Quy định`). `issuer` is the body as written near it, `place` a name of the table of places where the text proves
    it. `name` is the name of a law. `target` is a work id (`trung-uong/132-qd-tw-2023`) or, for internal references, a
    unit id.
    """

    unit: str | None
    span: Span
    kind: CitationKind
    symbol: str | None = None
    key: str | None = None
    type: str | None = None
    type_name: str | None = None
    number: str | None = None
    year: int | None = None
    date: dt.date | None = None
    issuer: str | None = None
    issuer_id: str | None = None
    place: str | None = None
    name: str | None = None
    subject: str | None = None
    pinpoint: Pinpoint | None = None
    status: CitationStatus = CitationStatus.ABSENT
    target: str | None = None


class Definition(Struct, frozen=True):
    """A short name declared on the way: `term` stands for the text of `meaning` (or for a citation, by index)."""

    span: Span
    term: str
    meaning: Span
    citation: int | None = None


class RelationKind(StrEnum):
    """How a document stands to another; the cue of each is in `data/relation_phrases.csv`."""

    IMPLEMENTS = "implements"
    BASED_ON = "based-on"
    AMENDS = "amends"
    REPLACES = "replaces"
    REPEALS = "repeals"
    GUIDES = "guides"
    DETAILS = "details"
    DIRECTED_BY = "directed-by"
    AT_PROPOSAL_OF = "at-proposal-of"
    CITES = "cites"


CHANGES = (RelationKind.AMENDS, RelationKind.REPLACES, RelationKind.REPEALS)
"""The relations of an act that alters another."""


class Relation(Struct, frozen=True):
    """A relation read from a cue.

    `citation` is the index of the cited document. `subject` is the index of the citation that is the relation's
    subject (a chain: A on implementing B), or `None` for the document itself. `cue` quotes the words that prove it.
    `target` is the work id, after `resolve`.
    """

    kind: RelationKind
    citation: int
    cue: Span
    subject: int | None = None
    target: str | None = None
