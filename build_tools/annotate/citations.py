"""Citations: which document or unit a passage refers to.

Reads: the clean text and the outline. Writes: `Citation` records in document order, spans without overlap. A span
covers the pin-point before the document, the type word and the symbol (`Điều 4, Quy định số 131-QĐi/TW`); date, issuer
and subject are fields. A list of units gives one citation each: all but the last cover their own words only.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec.structs import replace

from build_tools.annotate.amended import AmendedActs
from build_tools.annotate.mentions import Mention, find_mentions
from build_tools.annotate.pinpoints import Chain, Target, find_chains
from build_tools.annotate.short_names import find_short_names
from build_tools.annotate.surroundings import read_after, read_before
from build_tools.annotate.unit_index import UnitIndex
from build_tools.data.tables import issuers
from build_tools.grammar.places import find_place
from build_tools.grammar.type_words import type_name, type_word_pattern
from build_tools.model.citation import Citation, CitationKind, Pinpoint
from build_tools.model.document import Outline, Unit, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_LINK = re.compile(r"[ \u00a0]{0,2},?[ \u00a0]{1,2}(?:(?:của|tại|trong|thuộc|theo)[ \u00a0]{1,2})?(?:các[ \u00a0])?")
_OTHER_DOCUMENT = re.compile(
    r",?[ \u00a0](?:(?:của|tại|trong|thuộc)[ \u00a0])?(?:các[ \u00a0]|dự thảo[ \u00a0])?"
    r"(?:Hiệp định|Công ước|Hiệp ước|Nghị định thư|Điều lệ|Quy chuẩn|Tiêu chuẩn|Danh mục|Biểu|Mẫu|văn bản)"
)
_REFERRING = re.compile(
    r"(?:tại|theo|ở|của|các|và|hoặc|từ|đến|thuộc|trong|nêu|tới|trừ|định|với|như|khoản|điểm|là|cứ|bởi|hiện|dụng|phạm|ngoài|"
    r",|;|\(|:)[ \u00a0]?$"
)
_STATED_AT = re.compile(r"(?:quy định|nêu|nói|ghi)(?: tại| ở| trong)?(?: các)?[ \u00a0]$")
_ORDERED = re.compile(
    r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ|[Tt]hay thế|[Bb]ỏ|[Tt]hay|tại|vào|của|sau|và|cụm từ|,)[^.\n]{0,40}$"
)
_LOCAL_WORDS = re.compile(
    r"(?:[Tt]ỉnh|[Tt]hành)\s(?:ủy|uỷ)|tỉnh|thành phố|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Sở\s"
)
_LOCAL_LEVELS = frozenset(("province", "district", "commune", "sector"))
_PIN_KINDS = {
    "article": UnitKind.ARTICLE,
    "clause": UnitKind.CLAUSE,
    "point": UnitKind.POINT,
    "chapter": UnitKind.CHAPTER,
    "section": UnitKind.SECTION,
    "part": UnitKind.PART,
}
_LEVELS = {kind: level for level, kind in _PIN_KINDS.items()}


def find_citations(clean: CleanText, outline: Outline) -> tuple[Citation, ...]:
    """All citations of one document, in order, none overlapping another."""
    text, units = clean.text, UnitIndex(outline.units)
    mentions = find_mentions(text, outline)
    mentions = sorted([*mentions, *find_short_names(text, mentions)], key=lambda mention: mention.start)
    amended = AmendedActs(text, units, mentions)
    by_start = {mention.start: mention for mention in mentions}
    found: list[Citation] = []
    pinned: set[int] = set()
    for chain in find_chains(text):
        target = _linked(text, chain, by_start)
        if target is not None:
            pinned.add(target.start)
            found += _pinned(text, chain, target, outline, units)
            continue
        amending, act = (False, None) if chain.this else amended.around(chain.span.start)
        if not _is_reference(text, chain, units, amending=amending):
            continue
        if not amending:
            found += _internal(chain, units)
        elif act is not None and act.start < chain.span.start:
            found += _of_amended(text, chain, act, outline, units)
    for mention in mentions:
        if mention.start not in pinned:
            found.append(_cite(text, mention, outline, units, None))
    return _in_order(found)


def _linked(text: str, chain: Chain, by_start: dict[int, Mention]) -> Mention | None:
    """The document that the chain's units belong to: the one named directly after it."""
    if chain.this:
        return None
    gap = _LINK.match(text, chain.span.end)
    for at in {gap.end() if gap else -1, chain.span.end + 1}:
        if at in by_start:
            return by_start[at]
    return None


def _pinned(text: str, chain: Chain, mention: Mention, outline: Outline, units: UnitIndex) -> list[Citation]:
    """One citation for each unit; the last covers the document's name too."""
    cited = [_cite(text, mention, outline, units, target.pinpoint) for target in chain.targets]
    spans = [target.span for target in chain.targets]
    spans[-1] = Span(spans[-1].start, mention.end)
    return [
        replace(citation, span=span, unit=_unit_id(units, span.start))
        for citation, span in zip(cited, spans, strict=True)
    ]


def _cite(text: str, mention: Mention, outline: Outline, units: UnitIndex, pinpoint: Pinpoint | None) -> Citation:
    """The citation of a mention, with what stands around it."""
    span = Span(mention.start, mention.end)
    unit = _unit_id(units, span.start)
    if mention.own:
        return Citation(unit, span, CitationKind.INTERNAL, type_name=mention.type_name, pinpoint=pinpoint)
    around = read_after(text, mention.end)
    date, issuer = around.date, around.issuer
    if date is None or issuer is None:
        day_before, issuer_before = read_before(text, mention.start)
        date, issuer = date or day_before, issuer or issuer_before
    symbol = mention.symbol
    kind = CitationKind.DOCUMENT if symbol else CitationKind.LAW_BY_NAME
    return Citation(
        unit=unit,
        span=span,
        kind=kind,
        symbol=symbol.canonical if symbol else None,
        type=(symbol.abbr or None) if symbol else None,
        type_name=mention.type_name or (symbol.type_name if symbol else None),
        number=symbol.number if symbol else None,
        year=(symbol.year if symbol else None) or around.year or (date.year if date else None),
        date=date,
        issuer=issuer,
        issuer_id=_issuer_id(symbol.issuer) if symbol else "QH",
        place=_place(symbol.issuer if symbol else "QH", issuer, outline),
        name=mention.law.full if mention.law else None,
        subject=around.subject,
        pinpoint=pinpoint,
    )


def _unit_id(units: UnitIndex, offset: int) -> str | None:
    unit = units.innermost(offset)
    return unit.id if unit else None


@cache
def _levels() -> dict[str, str]:
    return {row.abbr: row.level for row in reversed(issuers())}


def _issuer_id(letters: str) -> str | None:
    """The row of the table of issuers that the symbol's letters name; a joint symbol gives its first body."""
    head = letters.split("-")[0]
    bare = head.rstrip("0123456789")
    return next((name for name in (head, bare) if name in _levels()), None)


def _place(letters: str, issuer: str | None, outline: Outline) -> str | None:
    """The place of a local issuer, where the words prove it.

    Either the issuer is named with its place, or it is named as *Thành ủy*, *tỉnh* in a document of a known place.
    """
    level = _levels().get(_issuer_id(letters) or "", "province")
    if level not in _LOCAL_LEVELS or not issuer:
        return None
    row = find_place(issuer)
    if row is not None:
        return row.name
    return outline.metadata.place if _LOCAL_WORDS.search(issuer) else None


def _of_amended(text: str, chain: Chain, act: Mention, outline: Outline, units: UnitIndex) -> list[Citation]:
    """Units of the act that the article around the chain amends."""
    cited = _cite(text, act, outline, units, None)
    return [
        replace(cited, unit=_unit_id(units, target.span.start), span=target.span, pinpoint=target.pinpoint)
        for target in chain.targets
    ]


def _is_reference(text: str, chain: Chain, units: UnitIndex, *, amending: bool) -> bool:
    """Whether a chain that no document follows refers to a unit, and is no label, heading or cell of a list."""
    start, end = chain.span.start, chain.span.end
    if chain.this:
        return True
    if units.begins_with_label(start) or units.is_quoted(start) or _names_other(text, end):
        return False
    if units.enclosing(start, UnitKind.FOOTNOTE) is not None:
        return False  # notes of consolidated texts quote other acts
    if amending and _ORDERED.search(text, max(0, start - 60), start):
        return True
    if start == 0 or text[start - 1] == "\n" or _is_heading(text, start, end):
        return False
    if chain.widest in {"clause", "point"}:
        stated = _STATED_AT.search(text, max(0, start - 24), start) is not None
        return stated and units.enclosing(start, UnitKind.ARTICLE) is not None
    return _REFERRING.search(text, max(0, start - 16), start) is not None


def _names_other(text: str, end: int) -> bool:
    """Whether a document that we could not read follows: `Điều 5 Quy chế làm việc của …`."""
    if _OTHER_DOCUMENT.match(text, end):
        return True
    gap = _LINK.match(text, end)
    word = type_word_pattern().match(text, gap.end()) if gap else None
    return word is not None and type_name(word[0]) is not None and not word[0].islower()


def _is_heading(text: str, start: int, end: int) -> bool:
    """`Điều 5. Phạm vi …` at the beginning of a line is a heading, here or in a table of contents."""
    at_line_start = start == 0 or text[start - 1] == "\n"
    return at_line_start and (text[end : end + 1] in (".", ":", "\n", "") or text[end + 1 : end + 2].isupper())


def _internal(chain: Chain, units: UnitIndex) -> list[Citation]:
    """References to units of this document; `này` takes the number of the unit it stands in."""
    around: dict[str, str | None] = {}
    if chain.widest in {"clause", "point"} and not chain.this:
        article = units.enclosing(chain.span.start, UnitKind.ARTICLE)
        around = {"article": article.number} if article else {}
    elif chain.this in _PIN_KINDS:
        unit = units.enclosing(chain.span.start, _PIN_KINDS[chain.this])
        around = _numbers(unit, units) if unit else {}
    targets = chain.targets or (Target(chain.span, Pinpoint()),)
    spans = [target.span for target in targets]
    spans[-1] = Span(spans[-1].start, chain.span.end)
    return [
        Citation(
            unit=_unit_id(units, span.start),
            span=span,
            kind=CitationKind.INTERNAL,
            pinpoint=_merged(target.pinpoint, around),
        )
        for target, span in zip(targets, spans, strict=True)
    ]


def _numbers(unit: Unit, units: UnitIndex) -> dict[str, str | None]:
    """The number of a unit, and of the article and the clause around it."""
    found: dict[str, str | None] = {_LEVELS[unit.kind]: unit.number}
    around = units.parent(unit)
    while around is not None:
        if around.kind in (UnitKind.ARTICLE, UnitKind.CLAUSE):
            found[_LEVELS[around.kind]] = around.number
        around = units.parent(around)
    return found


def _merged(pinpoint: Pinpoint, around: dict[str, str | None]) -> Pinpoint:
    missing = {level: number for level, number in around.items() if getattr(pinpoint, level) is None}
    return replace(pinpoint, **missing)


def _in_order(found: list[Citation]) -> tuple[Citation, ...]:
    """Sorted, and without those that overlap an earlier one."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return tuple(kept)
