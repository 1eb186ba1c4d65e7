"""Citations: which document or unit a passage refers to.

Reads: the clean text and the outline. Writes: `Citation` records in document order, spans without overlap. A span
covers the pin-point before the document, the type word and the symbol (`Điều 4, Quy định số 131-QĐi/TW`); date, issuer
and subject are fields. A list of units gives one citation each: all but the last cover their own words only.
"""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from build_tools.annotate.act_tables import ActTables
from build_tools.annotate.bare_numbers import with_bare_numbers
from build_tools.annotate.bare_units import BareUnits, Whose, link_end
from build_tools.annotate.mention import Mention
from build_tools.annotate.mentions import find_mentions
from build_tools.annotate.note_marks import NoteMarks
from build_tools.annotate.note_owners import NoteOwners
from build_tools.annotate.phrases import Phrases
from build_tools.annotate.pinpoints import Chain, Target, find_chains
from build_tools.annotate.shared_issuers import with_shared_issuers
from build_tools.annotate.short_names import with_short_names
from build_tools.annotate.surroundings import read_after, read_before
from build_tools.annotate.unit_index import UnitIndex
from build_tools.data.tables import issuers
from build_tools.grammar.places import find_place, names_local_body
from build_tools.grammar.symbols import localised
from build_tools.grammar.type_words import letters_for
from build_tools.model.citation import Citation, CitationKind, Pinpoint
from build_tools.model.document import Outline, Unit, UnitKind
from build_tools.model.provisions import is_numbered_annex
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_LOCAL_LEVELS = frozenset(("province", "district", "commune", "sector"))
_PIN_KINDS = {
    "article": UnitKind.ARTICLE,
    "clause": UnitKind.CLAUSE,
    "point": UnitKind.POINT,
    "chapter": UnitKind.CHAPTER,
    "section": UnitKind.SECTION,
    "part": UnitKind.PART,
    "annex": UnitKind.ANNEX,
}
_LEVELS = {kind: level for level, kind in _PIN_KINDS.items()}


def find_citations(clean: CleanText, outline: Outline) -> tuple[Citation, ...]:
    """All citations of one document, in order, none overlapping another."""
    text, units = clean.text, UnitIndex(outline.units)
    mentions = with_bare_numbers(text, with_short_names(text, find_mentions(text, outline)))
    phrases = Phrases(text)
    mentions = [mention for mention in mentions if not (mention.own and phrases.hold(Span(mention.start, mention.end)))]
    tables = ActTables(text)
    chains = find_chains(tables.flat, annexes=True)
    links = [tables.linked(chain, link) for chain, link in zip(chains, _links(text, chains, mentions), strict=True)]
    kept = [place for place, chain in enumerate(chains) if links[place] is not None or not phrases.loosen(chain)]
    chains, links = [chains[place] for place in kept], [links[place] for place in kept]
    bare = BareUnits(text, outline, units, mentions, chains)
    owners = NoteOwners(text, units)
    ahead = _cells(text, chains, links, mentions)
    rows = tables.acts(chains, mentions)
    found: list[Citation] = []
    for index, (chain, link) in enumerate(zip(chains, links, strict=True)):
        if link is not None or index in ahead:
            found += _pinned(text, chain, link or ahead[index], outline, units)
            continue
        whose = rows.get(index) or bare.whose(index, links)
        if isinstance(whose, Mention):
            found += _elsewhere(text, chain, whose, outline, units)
        elif whose is Whose.OWN:
            found += _internal(chain, units, owners)
    notes = NoteMarks(outline)
    found = [
        replace(item, pinpoint=notes.part(item.pinpoint, item.span.start)) if item.pinpoint else item for item in found
    ]
    pinned = {link.start for link in (*links, *ahead.values()) if link is not None}
    found += [_cite(text, mention, outline, units, None) for mention in mentions if mention.start not in pinned]
    dated = _with_shared_date(_in_order(found), {mention.start for mention in mentions if mention.listed})
    return with_shared_issuers(text, dated, {mention.end for mention in mentions if mention.issuer})


def _links(text: str, chains: list[Chain], mentions: list[Mention]) -> list[Mention | None]:
    """For each chain the document named directly after it, to which its units belong."""
    by_start = {mention.start: mention for mention in mentions}
    links: list[Mention | None] = []
    for chain in chains:
        link = by_start.get(link_end(text, chain))
        links.append(None if chain.this else link or by_start.get(chain.span.end + 1))
    return links


def _cells(text: str, chains: list[Chain], links: list[Mention | None], mentions: list[Mention]) -> dict[int, Mention]:
    """The chains that open a cell beside the document's (`Luật Đất đai số 31/2024/QH15 Điểm i khoản 1 Điều 223`)."""
    by_end = {mention.end: mention for mention in mentions if not mention.own}
    found = {}
    for index, (chain, link) in enumerate(zip(chains, links, strict=True)):
        at = chain.span.start
        beside = by_end.get(at - 1) if link is None and not chain.this else None
        if beside is not None and text[at - 1] == " " and text[at].isupper():
            found[index] = beside
    return found


def _pinned(text: str, chain: Chain, mention: Mention, outline: Outline, units: UnitIndex) -> list[Citation]:
    """One citation for each unit; the last covers the document's name too, or the first if that stands before it."""
    cited = [_cite(text, mention, outline, units, target.pinpoint) for target in chain.targets]
    spans = [target.span for target in chain.targets]
    if mention.start < chain.span.start:
        spans[0] = Span(mention.start, spans[0].end)
    else:
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
    symbol = mention.symbol
    around = read_after(text, mention.end, bodies=symbol.issuer.count("-") + 1 if symbol else 1)
    date, issuer = around.date, mention.issuer or around.issuer
    if date is None or issuer is None:
        day_before, issuer_before = read_before(text, mention.start)
        if symbol and symbol.issuer == "VPCP" and "ăn phòng" not in (issuer_before or ""):
            issuer_before = None  # an office writes what its head directs
        if symbol or day_before:  # `Quốc hội ban hành Luật An ninh mạng.` is how a law begins
            date, issuer = date or day_before, issuer or issuer_before
    symbol = localised(symbol, issuer) if symbol else None
    kind = CitationKind.DOCUMENT if symbol else CitationKind.LAW_BY_NAME
    return Citation(
        unit=unit,
        span=span,
        kind=kind,
        symbol=symbol.canonical if symbol else None,
        type=(symbol.abbr or letters_for(mention.type_name or "")) if symbol else None,
        type_name=mention.type_name or (symbol.type_name if symbol else None),
        number=symbol.number if symbol else None,
        year=(symbol.year if symbol else None) or around.year or (date.year if date else None),
        date=date,
        issuer=issuer,
        issuer_id=_issuer_id(symbol.body) if symbol else "QH",
        place=_place(symbol.body if symbol else "QH", issuer, outline),
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
    head = letters.split("-", maxsplit=1)[0]
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
    return outline.metadata.place if names_local_body(issuer) else None


def _elsewhere(text: str, chain: Chain, mention: Mention, outline: Outline, units: UnitIndex) -> list[Citation]:
    """Units of a document that is named elsewhere: each covers its own words only."""
    cited = _cite(text, mention, outline, units, None)
    return [
        replace(cited, unit=_unit_id(units, target.span.start), span=target.span, pinpoint=target.pinpoint)
        for target in chain.targets
    ]


def _internal(chain: Chain, units: UnitIndex, owners: NoteOwners) -> list[Citation]:
    """References to units of this document; `này` takes the number of the unit it stands in, or whose note it is."""
    around: dict[str, str | None] = {}
    if chain.widest in {"clause", "point"} and not chain.this:
        article = units.enclosing(chain.span.start, UnitKind.ARTICLE)
        around = {"article": article.number} if article else {}
    elif chain.this in _PIN_KINDS:
        around = _around(chain.this, chain.span.start, units, owners)
    if not chain.targets and not around:
        return []  # `phần này` of a form: no unit that it could mean
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


def _around(level: str, offset: int, units: UnitIndex, owners: NoteOwners) -> dict[str, str | None]:
    """The numbers of the unit of that level around `offset`; empty where there is none, or an annex without number."""
    if level == "annex":  # a form within an annex is no `Phụ lục này`
        annexes = (unit for unit in units.ancestors(offset) if is_numbered_annex(unit) and unit.number)
        return next(({"annex": unit.number} for unit in annexes), {})
    kind = _PIN_KINDS[level]
    unit = owners.owner(offset, kind) if owners.is_in_note(offset) else units.enclosing(offset, kind)
    return _numbers(unit, units) if unit else {}


def _numbers(unit: Unit, units: UnitIndex) -> dict[str, str | None]:
    """The number of a unit, and of the clause and the article around it; an article is numbered by itself."""
    found: dict[str, str | None] = {_LEVELS[unit.kind]: unit.number}
    around: Unit | None = unit
    while around is not None and "article" not in found:
        around = units.parent(around)
        if around is not None and around.kind in (UnitKind.ARTICLE, UnitKind.CLAUSE):
            found[_LEVELS[around.kind]] = around.number
    return found


def _merged(pinpoint: Pinpoint, around: dict[str, str | None]) -> Pinpoint:
    missing = {level: number for level, number in around.items() if getattr(pinpoint, level) is None}
    return replace(pinpoint, **missing)


def _with_shared_date(found: tuple[Citation, ...], listed: set[int]) -> tuple[Citation, ...]:
    """`các Nghị quyết số 19, số 20 và số 21 … ngày 25-11-2017`: the date at the end of a list is that of each."""
    shared = list(found)
    for index in range(len(shared) - 1, 0, -1):
        citation, before = shared[index], shared[index - 1]
        numbered = before.year is not None and citation.date is not None and before.year != citation.date.year
        if citation.span.start in listed and citation.date and before.symbol and not before.date and not numbered:
            shared[index - 1] = replace(
                before, date=citation.date, year=citation.year, issuer=before.issuer or citation.issuer
            )
    return tuple(shared)


def _in_order(found: list[Citation]) -> tuple[Citation, ...]:
    """Sorted, and without those that overlap an earlier one."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if not kept or citation.span.start >= kept[-1].span.end:
            kept.append(citation)
    return tuple(kept)
