"""Puts together what the text says about itself; what it does not say is `None` and a diagnostic."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from build_tools.data.rows import DocumentType
from build_tools.data.tables import document_types
from build_tools.grammar import symbols
from build_tools.grammar.dates import parse_date
from build_tools.grammar.letters import compile_letters
from build_tools.grammar.places import find_place, find_places
from build_tools.grammar.slugs import work_key
from build_tools.grammar.symbols import Symbol
from build_tools.model.document import Level, Metadata, System
from build_tools.model.findings import Diagnostic
from build_tools.structure import consolidated, issuers
from build_tools.structure.bodies import begins_body
from build_tools.structure.head import Head
from build_tools.structure.letterhead import type_name
from build_tools.structure.lines import Text
from build_tools.structure.restrictions import find_restrictions
from build_tools.structure.tail import Tail

REPORT_TYPE = "TIN"
_BLANK = r"\s._…*"
_BLANK_NUMBER = re.compile(rf"^[{_BLANK}]*[-–/]\s*(?P<letters>[A-ZĐ][A-Za-zĐđ]{{1,4}})\b")
_PROVINCE = compile_letters(r"(?:tỉnh|thành phố) ((?:[{Lu}][{Ll}]*\s?){2,4})")
_INNER = re.compile(r"BAN TH(?:ƯỜNG VỤ|ƯỜNG TRỰC)|ĐOÀN CHỦ TỊCH|VĂN PHÒNG$")
_COMMITTEE = ("BAN CHẤP HÀNH TRUNG ƯƠNG", "BAN CHẤP HÀNH TRUNG ƯƠNG ĐẢNG")  # over the acts of its inner bodies too
_COMMITTEE_OF_PROVINCE = re.compile(r"(?:TỈNH|THÀNH) (?:ỦY|UỶ)\b|ĐẢNG BỘ (?:TỈNH|THÀNH PHỐ)")
_TM = re.compile(r"^(?:TM|T/M)\.?\s*/?\s*(?P<body>.+)$")


class Evidence(Struct, frozen=True):
    """What the parts of the document say, before it is judged."""

    head: Head
    tail: Tail
    preamble: str


def report_metadata(text: Text, title: str | None) -> tuple[Metadata, list[Diagnostic]]:
    """The metadata of a text that tells of another document: none of that document's own."""
    row = next(row for row in document_types() if row.abbr == REPORT_TYPE)
    metadata = Metadata(type=row.abbr, type_name=row.name_vi, title=title, restrictions=find_restrictions(text))
    return metadata, [Diagnostic("reports-another-document", line=1)]


def read_metadata(text: Text, evidence: Evidence) -> tuple[Metadata, list[Diagnostic]]:
    """The metadata of a document and what it does not say."""
    head, tail = evidence.head, evidence.tail
    name = type_name(head.types[0]) if head.types else None
    symbol = _symbol(head, name)
    issuer = _issuer(evidence, symbol)
    row = issuers.by_symbol(symbol or _blank_symbol(head)) or issuers.by_name(issuer)
    system = _system(symbol, head, row.system if row else None)
    kind = _type_row(head, symbol, system)
    name = type_name(kind) if kind else name
    level = issuers.level_of(issuer, row)
    place = None if level is Level.CENTRAL else _place(head, issuer, evidence.preamble)
    date = _date(head, text)
    canonical = symbol.canonical if symbol else None
    year = symbol.year if symbol and symbol.year else (date.year if date else None)
    key = str(work_key(system, name, canonical, year=year, place=place)) if system and canonical else None
    metadata = Metadata(
        type=(symbol.abbr if symbol and symbol.abbr else kind.abbr if kind else None) or None,
        type_name=name,
        number=symbol.number if symbol else None,
        symbol=canonical,
        key=key,
        issuer=issuer,
        issuer_id=row.abbr if row else None,
        system=system,
        level=level,
        place=place,
        date=date,
        title=head.title_text,
        signer=tail.signer,
        co_signers=tail.co_signers,
        recipients=tail.items,
        restrictions=find_restrictions(text),
    )
    return metadata, _missing(metadata, text, head)


def _symbol(head: Head, name: str | None) -> Symbol | None:
    """The document's own symbol; a blank number makes it absent."""
    if head.number is None or _BLANK_NUMBER.match(head.number):
        return None
    written = re.sub(r"\*+", "", head.number).strip(" .;,")
    local = next((line for line in head.issuer_lines if _COMMITTEE_OF_PROVINCE.search(line)), None)
    symbol = symbols.parse(written, type_name=name, prose_place=local)
    if symbol is None:
        match = symbols.SYMBOL.match(written)
        symbol = symbols.read(match, type_name=name, prose_place=local).symbol if match else None
    return symbol


def _blank_symbol(head: Head) -> Symbol | None:
    """The letters of a symbol whose number is left blank (`Số:    /KH-UBND`): they still name the issuer."""
    if head.number is None or not _BLANK_NUMBER.match(head.number):
        return None
    return symbols.parse(re.sub(rf"^[{_BLANK}]*", "1", head.number.strip(" .;,")))


def _issuer(evidence: Evidence, symbol: Symbol | None) -> str | None:
    """As the letterhead writes it, else as the preamble says, else as the signature does."""
    lines = evidence.head.issuer_lines
    if lines:
        named = evidence.head.issued_by
        if named and lines[-1] in _COMMITTEE:
            return named
        if (fuller := _in_full(lines[-1], evidence.preamble)) is not None:
            return fuller
        joint = symbol is not None and "-" in symbol.issuer and len(lines) == symbol.issuer.count("-") + 1
        if joint:
            return " - ".join(lines)
        inner = len(lines) > 1 and _INNER.match(lines[-1])
        return f"{lines[-2]} - {lines[-1]}" if inner else lines[-1]
    if enacting := _enacting_line(evidence.preamble):
        return enacting
    if (said := issuers.from_prose(evidence.preamble)) is not None:
        return said
    signer = evidence.tail.signer
    if signer is not None and signer.authority and (match := _TM.match(signer.authority.splitlines()[0])):
        return re.split(r"\s+(?:KT|K/T|TL|T/L|TUQ)[./\s]", match["body"])[0].strip()
    return None


def _enacting_line(preamble: str) -> str:
    """The body that enacts, in capitals above the grounds; a rule or the days of a session may stand over it."""
    first = preamble.split("\n")[:4]
    return next((line.strip(" :,") for line in first if line.isupper() and begins_body(line)), "")


def _in_full(name: str, preamble: str) -> str | None:
    """A name that lacks its place (`ỦY BAN NHÂN DÂN`), as the enacting line in capitals says it in full."""
    if name not in ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"):
        return None
    match = re.fullmatch(rf"(?:CHỦ TỊCH )?({re.escape(name)} \S.*)", _enacting_line(preamble))
    return match[1] if match else None


def _system(symbol: Symbol | None, head: Head, by_row: str | None) -> System | None:
    if by_row is not None:
        return System(by_row)
    if symbol is not None:
        return symbol.system
    systems = {row.system for row in head.types}
    return System(next(iter(systems))) if len(systems) == 1 else None


def _type_row(head: Head, symbol: Symbol | None, system: System | None) -> DocumentType | None:
    """The row of the type that the letters of the symbol and the system leave."""
    if symbol is not None and symbol.abbr == consolidated.TYPE:
        return next(row for row in document_types() if row.abbr == consolidated.TYPE)
    rows = list(head.types)
    if not rows and symbol is not None:
        dispatch = symbol.abbr in ("", "CV") and symbol.year is None and not symbols.is_type_letters(symbol.unit)
        rows = [row for row in document_types() if row.name_vi == "Công văn"] if dispatch else []
        letters = symbol.abbr or symbol.unit  # `18-BYT/TT`: before 1987 the type stood last
        rows = rows or [row for row in document_types() if letters and row.abbr == letters]
        rows = [row for row in rows if row.system == system] or rows
        if len({type_name(row) for row in rows}) != 1:
            return None
    for wanted in (
        [row for row in rows if symbol is not None and row.abbr == symbol.abbr and row.system == system],
        [row for row in rows if row.system == system],
        rows,
    ):
        if wanted:
            return wanted[0]
    return None


def _place(head: Head, issuer: str | None, preamble: str) -> str | None:
    """The province or city of a local issuer: from its name, from the letterhead, from the line of place and date."""
    letterhead = " ".join(head.issuer_lines)
    for words in (issuer or "", letterhead, head.place or ""):
        named = find_places(words)
        if named:
            place = find_place(words)
            return place.name if place else None
    said = _PROVINCE.findall(issuers.from_prose(preamble) or "")
    place = find_place(said[0]) if said else None
    return place.name if place else None


_ADOPTED = re.compile(
    r"được (?:Quốc hội|Ủy ban [Tt]hường vụ Quốc hội)\b.{0,200}?thông qua\s+(?P<date>ngày\s.{0,30}?năm\s+\d{4})"
)


def _date(head: Head, text: Text) -> dt.date | None:
    """The date of the line of place and date; for a law the day of its adoption, which its last line gives."""
    if head.date is not None:
        return parse_date(re.sub(r"\s+", " ", head.date))
    adopted = [match for line in text.lines if "thông qua" in line.text and (match := _ADOPTED.search(line.text))]
    return parse_date(re.sub(r"\s+", " ", adopted[-1]["date"])) if adopted else None


_EXPECTED = (
    ("type_name", "no-type"),
    ("number", "no-number"),
    ("date", "no-date"),
    ("issuer", "no-issuer"),
    ("title", "no-title"),
    ("signer", "no-signer"),
)


def _missing(metadata: Metadata, text: Text, head: Head) -> list[Diagnostic]:
    """One diagnostic for each thing that the text does not say, with the line where it was expected."""
    lines = {"number": head.number_line, "date": head.date_line, "type_name": head.type_line}
    found = []
    for name, code in _EXPECTED:
        if getattr(metadata, name) is None:
            index = lines.get(name)
            found.append(Diagnostic(code, line=text.lines[index].number if index is not None else None))
    if metadata.place is None and metadata.level is not Level.CENTRAL:
        found.append(Diagnostic("no-place", line=text.lines[head.date_line].number if head.date_line else None))
    found += [
        Diagnostic(f"{mark.kind}-mark", line=mark.line, args={"surface": mark.surface})
        for mark in metadata.restrictions
    ]
    return found
