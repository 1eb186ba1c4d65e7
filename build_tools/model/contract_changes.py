"""The part of the published JSON that says what an act changes and from when it has effect."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from msgspec import Meta, Struct

from build_tools.model.change import Change, ChangeKind, ChangePart, Doubt, Effect, EffectKind
from build_tools.model.citation import Pinpoint
from build_tools.model.span import Span

Offset = Annotated[int, Meta(ge=0)]


class QuoteJson(Struct, frozen=True):
    """Words of the text."""

    start: Offset
    end: Offset
    surface: str


class ChangeJson(Struct, frozen=True):
    """A provision of another act that this act changes; the records of the program say what each field means.

    `citation` is an index of `citations`, `wording` the new text; `doubt` says why the change cannot be placed exactly.
    """

    kind: ChangeKind
    unit: str | None
    start: Offset
    end: Offset
    quote: str
    citation: int | None
    pinpoint: Pinpoint | None
    up_to: Pinpoint | None
    annex: str | None
    part: ChangePart | None
    after: Pinpoint | None
    old: QuoteJson | None
    anchor: QuoteJson | None
    ahead: bool
    wording: QuoteJson | None
    quoted: str | None
    doubt: Doubt | None
    target: str | None
    target_unit: str | None


class EffectJson(Struct, frozen=True):
    """From when, or until when, the document has effect; `date` is null where no day follows from the text."""

    kind: EffectKind
    start: Offset
    end: Offset
    quote: str
    date: dt.date | None
    partial: bool
    excepts: bool


def change_json(c: Change, text: str) -> ChangeJson:
    """The published record of a change in `text`."""
    return ChangeJson(
        kind=c.kind,
        unit=c.unit,
        start=c.span.start,
        end=c.span.end,
        quote=c.span.of(text),
        citation=c.citation,
        pinpoint=c.pinpoint,
        up_to=c.up_to,
        annex=c.annex,
        part=c.part,
        after=c.after,
        old=_quote(c.old, text),
        anchor=_quote(c.anchor, text),
        ahead=c.ahead,
        wording=_quote(c.wording, text),
        quoted=c.quoted,
        doubt=c.doubt,
        target=c.target,
        target_unit=c.target_unit,
    )


def _quote(span: Span | None, text: str) -> QuoteJson | None:
    return QuoteJson(span.start, span.end, span.of(text)) if span else None


def effect_json(e: Effect, text: str) -> EffectJson:
    """The published record of a time of effect in `text`."""
    return EffectJson(e.kind, e.span.start, e.span.end, e.span.of(text), e.date, e.partial, e.excepts)
