"""Numbers and symbols of documents (số, ký hiệu): `132-QĐ/TW`, `62/2015/NĐ-CP`, `1795/TTTP-NV6`.

State documents write `number/[year/]TYPE-ISSUER` (Decree 30/2020/NĐ-CP, Article 8 and Annex III), dispatches
`number/ISSUER-UNIT`, the National Assembly `number/year/QH15`; Party documents `number-TYPE/ISSUER` (Guidance
36-HD/VPTW, 2018). The order of the separators tells the two systems apart only where the issuer does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from build_tools.grammar.symbol_letters import (
    abbreviations,
    in_capitals,
    issuer_systems,
    type_names,
    units,
    without_stroke,
)
from build_tools.model.document import System
from build_tools.model.span import Span


class Symbol(Struct, frozen=True):
    """A symbol taken apart.

    `canonical` is the form to compare and to show; `written` the form in the text, and `variant` says whether the two
    differ. `abbr` is empty for dispatches, laws and other documents whose symbol has no type letters; `unit` is the
    drafting unit. `type_name` is the type word that was given, or the only one that the letters can mean.
    """

    canonical: str
    system: System
    number: str
    year: int | None
    abbr: str
    issuer: str
    unit: str
    type_name: str | None
    written: str
    variant: bool

    @property
    def body(self) -> str:
        """The letters to look up in the table of issuers; none for a Party body that has those of a ministry."""
        return "" if self.system is System.PARTY and self.issuer in _PARTY_NAMESAKES else self.issuer


class SymbolMatch(Struct, frozen=True):
    """A symbol found in a text. `certain` is false where only its surroundings can tell (`1795/TTTP-NV6`)."""

    span: Span
    symbol: Symbol
    certain: bool


# Letters of a symbol: capitals, and the small letters of TTr, TTg, QĐi, QyĐ, ThU. A dot joins a unit (TTr.NV4).
_WORD = r"[A-ZĐÐƯ][A-ZĐÐƯrgihyk]*\d{0,3}(?:&[A-ZĐÐ]+)*(?:\.[A-ZĐÐ]{1,6}\d{0,2}(?!\w))?"
_DASH = "-‐‑–—−"
_LOOSE = rf"[ \u00a0]{{0,2}}[{_DASH}/]\s{{0,2}}"
_TIGHT = rf"[{_DASH}/] ?"
SYMBOL = re.compile(
    r"(?P<number>\d(?:(?<![\w./&%=]\d)|(?<=[Ss]ố\d)|(?<=SỐ\d))\d{0,5}(?:\.\d{1,2})?[a-zđA-E]?)(?!\d)"
    rf"(?:(?:{_LOOSE}(?P<year>(?:19|20)\d\d))?(?P<sep>{_LOOSE}|(?<=\d{{4}}) (?=[A-ZĐ]{{2,4}}[-/]))"
    r"|[ \u00a0](?=[A-ZĐÐ][A-ZĐÐa-z]{1,4}[/-]))"
    rf"(?P<words>{_WORD}(?:{_LOOSE}{_WORD}(?:{_TIGHT}{_WORD}){{0,8}})?)(?![\w%])"
)
_SPLIT = re.compile(rf"\s*([{_DASH}/])\s*")
_TERM = re.compile(r"(QH|UBTVQH)(\d{1,2})")
_BANK_UNIT = re.compile(r"(NHNN)(\d{1,2})")  # 14/2000/QĐ-NHNN16: the drafting unit of the State Bank, no note mark
_LAST_YEAR_OF_BANK_UNITS = 2004
_NOTE_MARK = re.compile(r"\d{1,2}$")
_PARTY_NAMESAKES = frozenset(("BTC",))  # 05-HD/BTC is of a Ban Tổ chức, 05/HD-BTC of the Bộ Tài chính
_JOINT_TYPES = ("LT", "PH")


def is_type_letters(letters: str) -> bool:
    """Whether the letters stand for a type of document (`NĐ`), so that they cannot be an issuer."""
    return letters in abbreviations()


def parse(text: str, *, type_name: str | None = None, prose_place: str | None = None) -> Symbol | None:
    """The symbol that `text` is, or None. `type_name` is the type word before it, `prose_place` a province near it.

    Spaces, dashes, ETH for Đ, QĐi, lost hyphens, D for Đ and Party symbols with State separators are folded.
    """
    match = SYMBOL.fullmatch(text.strip())
    return read(match, type_name=type_name, prose_place=prose_place).symbol if match else None


def find(text: str) -> Iterator[SymbolMatch]:
    """The symbols in `text`, in order; those that only the words around them can confirm are not `certain`."""
    for match in SYMBOL.finditer(text):
        yield read(match)


def read(match: re.Match[str], *, type_name: str | None = None, prose_place: str | None = None) -> SymbolMatch:
    """What a match of `SYMBOL` says."""
    parts = _Parts(*match.group(0, "number", "year", "sep", "words"))
    symbol, cut, certain = _read(parts, type_name=type_name, local=prose_place is not None)
    return SymbolMatch(Span(match.start(), match.end() - cut), symbol, certain)


class _Parts(NamedTuple):
    """The groups of a match of `SYMBOL`."""

    whole: str
    number: str
    year: str | None
    sep: str | None
    words: str


@lru_cache(maxsize=4096)  # a text names the same documents again and again
def _read(parts: _Parts, *, type_name: str | None, local: bool) -> tuple[Symbol, int, bool]:
    """The symbol, how many characters at its end are a note mark, and whether it is certain."""
    year = int(parts.year) if parts.year else None
    words, separators, cut = _words(parts.words, local=local, year=year)
    first = "/" if parts.sep and parts.sep.strip() == "/" else "-"
    abbr, issuing = _type_and_issuers(words)
    if not year and ((type_name == "Công văn" and abbr != "CV") or (type_name == "Thông tư" and abbr == "TC")):
        abbr, issuing = "", words  # `công văn số 636/CT-THNVDT`, `Thông tư số 79 TC/HCSN`: the letters are a body's
    issuer, unit, unit_mark = _issuer_and_unit(abbr, issuing, separators[len(words) - len(issuing) :])
    system = _system(abbr, issuing, party_order=first == "-", year=year)
    if system is not System.STATE and abbr in ("QĐi", "QyĐ"):
        abbr = "QĐ"
    inner = "/" if abbr.endswith(_JOINT_TYPES) and separators[:1] == ["/"] else "-"
    written = parts.whole[: len(parts.whole) - cut]
    canonical = f"{_head(parts.number, year, abbr, system, first=first, inner=inner)}{issuer}{unit_mark}{unit}"
    symbol = Symbol(
        canonical=canonical,
        system=system,
        number=parts.number,
        year=year,
        abbr=abbr,
        issuer=issuer,
        unit=unit,
        type_name=type_name or _only_name(system, abbr),
        written=written,
        variant=written != canonical,
    )
    return symbol, cut, _certain(symbol)


def _head(number: str, year: int | None, abbr: str, system: System, *, first: str, inner: str) -> str:
    """The part before the issuer, with the separators of the system (`first` as written without letters)."""
    if not abbr:
        return f"{number}/{year}/" if year else f"{number}{first}"
    if system is not System.STATE:
        return f"{number}-{abbr}/"
    return f"{number}/{year}/{abbr}{inner}" if year else f"{number}/{abbr}{inner}"


def _words(written: str, *, local: bool, year: int | None) -> tuple[list[str], list[str], int]:
    """The groups of letters, the separators between them, and how many characters a note mark at the end takes."""
    parts = _SPLIT.split(written.replace("Ð", "Đ"))
    words, separators = parts[0::2], ["/" if mark == "/" else "-" for mark in parts[1::2]]
    last = words[-1]
    bank = year is not None and year <= _LAST_YEAR_OF_BANK_UNITS and _BANK_UNIT.fullmatch(last)
    words[-1] = last if bank else _without_note(last)
    cut = len(last) - len(words[-1])
    return [_fold(word, local=local) for word in words], separators, cut


def _without_note(word: str) -> str:
    """`TW` for `TW1`: a footnote digit glued to the symbol is no part of it (QH15 and NV4 keep theirs)."""
    term = re.match(r"(?:QH|UBTVQH)(?:1[0-9]|[2-9](?!\d))", word)
    if term:
        return term[0]
    bare = _NOTE_MARK.sub("", word)
    return bare if bare != word and (bare in issuer_systems() or bare == "TƯ") and word not in units() else word


def _fold(word: str, *, local: bool) -> str:
    if word == "TƯ":
        return "TU" if local else "TW"
    if word == "Ctr":
        return "CTr"
    return without_stroke().get(word) or in_capitals().get(word, word)


def _type_and_issuers(words: list[str]) -> tuple[str, list[str]]:
    """The type letters (or none) and the rest; a lost hyphen (`QĐUBND`) is put back."""
    first, rest = words[0], words[1:]
    if first in abbreviations() and rest:
        return first, rest
    if first not in issuer_systems() and not _TERM.fullmatch(first):
        for length in range(len(first) - 1, 1, -1):
            head, tail = first[:length], _fold(first[length:], local=False)
            if head in abbreviations() and tail in issuer_systems():
                return head, [tail, *rest]
    return "", words


def _issuer_and_unit(abbr: str, issuing: list[str], marks: list[str]) -> tuple[str, str, str]:
    """Issuers joined by hyphens, the drafting unit, and the mark between them; `marks` stand between the words."""
    head = issuing[0]
    if bank := _BANK_UNIT.fullmatch(head):
        return bank[1], bank[2], ""
    if "." in head and len(issuing) == 1:
        issuer, unit = head.split(".", 1)
        return issuer, unit, "."
    if len(issuing) == 1:
        return head, "", ""
    joint = abbr.endswith(_JOINT_TYPES) or (
        bool(abbr)
        and all((word in issuer_systems() or _TERM.fullmatch(word)) and word not in units() for word in issuing)
    )
    if joint:
        return "-".join(issuing), "", ""
    unit = issuing[1] + "".join(mark + word for mark, word in zip(marks[1:], issuing[2:], strict=True))
    return head, unit, marks[0]


def _system(abbr: str, issuing: list[str], *, party_order: bool, year: int | None) -> System:
    """The system of the issuer; where it has rows in both, or none, the order of the separators decides."""
    head = issuing[0].split(".")[0]
    if year is not None or _TERM.fullmatch(head):
        return System.STATE
    systems = issuer_systems().get(head)
    if party_order and abbr and head in _PARTY_NAMESAKES:
        return System.PARTY
    if systems is not None and len(systems) == 1:
        return System(next(iter(systems)))
    if systems is None and head.endswith(("TW", "TU")):
        return System.PARTY
    return System.PARTY if party_order and abbr else System.STATE


def _only_name(system: System, abbr: str) -> str | None:
    """The type word, where the letters have one meaning in this system."""
    if not abbr:
        return None
    names = type_names().get((str(system), abbr), frozenset())
    if len(names) == 1:
        return next(iter(names))
    return None


_COMMITTEE_OF_PROVINCE = re.compile(r"(?:tỉnh|thành) (?:ủy|uỷ)(?!\w)|đảng bộ (?:tỉnh|thành phố)", re.IGNORECASE)


def localised(symbol: Symbol, issuer: str | None) -> Symbol:
    """`13-NQ/TƯ` of a Tỉnh ủy: the letters TƯ, which also stand for the Centre, mean the committee of a province."""
    if symbol.issuer != "TW" or not symbol.written.endswith("TƯ") or not _COMMITTEE_OF_PROVINCE.search(issuer or ""):
        return symbol
    return replace(symbol, issuer="TU", canonical=f"{symbol.canonical.removesuffix('TW')}TU")


def _certain(symbol: Symbol) -> bool:
    """Whether the form alone proves that this is a document's symbol."""
    if symbol.abbr:
        head = symbol.issuer.split("-")[0]
        return (
            symbol.year is not None
            or head in issuer_systems()
            or bool(_TERM.fullmatch(head))
            or symbol.variant is False
        )
    return symbol.year is not None and bool(_TERM.fullmatch(symbol.issuer))
