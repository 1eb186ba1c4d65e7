"""What is known of a document's identity, and whether two pieces of knowledge can mean one document.

A symbol alone is not unique: Party numbers restart every term, State numbers every year, and every province has its
own 69-KH/TU. Three scopes follow from the issuing body's letters: a *central* body is unique; a *local* one needs its
place; a *sector* one (Đảng ủy, Ban cán sự đảng) needs the name of its body.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from functools import cache

from msgspec import Struct

from build_tools.data.tables import issuers, split_list
from build_tools.grammar.laws import fold
from build_tools.grammar.places import find_place, names_local_body
from build_tools.grammar.symbols import parse
from build_tools.model.citation import Citation
from build_tools.model.document import Level, Metadata, System


class Scope(StrEnum):
    """What makes the issuer of a document unique."""

    CENTRAL = "central"
    LOCAL = "local"
    SECTOR = "sector"


class Identity(Struct, frozen=True):
    """Everything known of which document is meant; None is unknown. `name` is a law's name, `body` a folded issuer."""

    system: System | None
    type: str | None
    type_name: str | None
    symbol: str | None
    name: str | None
    year: int | None
    date: dt.date | None
    issuer: str | None
    issuer_id: str | None
    place: str | None
    level: Level | None
    scope: Scope

    @property
    def body(self) -> str:
        """The issuer's name, folded, without the words that change from one mention to the next."""
        return fold_body(self.issuer) if self.issuer else ""

    @property
    def is_anchored(self) -> bool:
        """Whether the issuer is known well enough to tell it from its namesakes."""
        if self.scope is Scope.CENTRAL:
            return True
        if self.scope is Scope.LOCAL:
            below = self.level is not Level.PROVINCE
            return self.place is not None and not (below and not _NAMED_BELOW.search(self.issuer or ""))
        return bool(self.body) and (self.place is not None or names_central(self.issuer or ""))


_CENTRAL_BODY = re.compile(
    r"\bBộ\s[A-ZĐ]|Trung ương|tối cao|Chính phủ|Quốc hội|Nhà nước|Chủ tịch nước|Bộ Chính trị|Ban Bí thư"
)
# A body below the province is known only with the name of its commune or district (`UBND xã` alone is any of them).
_NAMED_BELOW = re.compile(r"(?i:xã|phường|đặc khu|thị trấn|huyện|quận|thị xã)\s+[^\Wa-zà-ỹđ\d_]")
_COMMUNE = re.compile(r"(?<!\w)(?:xã|phường|đặc khu|thị trấn)(?!\w)", re.IGNORECASE)
_DISTRICT = re.compile(r"(?<!\w)(?:huyện|quận|thị xã|thị ủy|huyện ủy|quận ủy)(?!\w)", re.IGNORECASE)


def of_citation(citation: Citation, place: str | None = None) -> Identity:
    """The identity that a citation proves; `place` is the citing document's, which a bare *Thành ủy* means."""
    symbol = parse(citation.symbol, type_name=citation.type_name) if citation.symbol else None
    letters = symbol.body if symbol else "QH"
    return Identity(
        system=symbol.system if symbol else System.STATE,
        type=citation.type,
        type_name=citation.type_name,
        symbol=citation.symbol,
        name=citation.name,
        year=citation.year,
        date=citation.date,
        issuer=citation.issuer,
        issuer_id=citation.issuer_id,
        place=citation.place or _understood(letters, citation.issuer, place),
        level=level_of(letters, citation.issuer),
        scope=scope_of(letters, citation.issuer),
    )


def _understood(letters: str, issuer: str | None, place: str | None) -> str | None:
    """The citing document's place, for a local body that is named without one."""
    local = scope_of(letters, issuer) is not Scope.CENTRAL and issuer and not names_central(issuer)
    return place if local and issuer and names_local_body(issuer) and find_place(issuer) is None else None


def of_metadata(metadata: Metadata) -> Identity:
    """The identity of a held document."""
    symbol = parse(metadata.symbol, type_name=metadata.type_name) if metadata.symbol else None
    letters = symbol.body if symbol else ""
    law = metadata.type_name in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
    year = metadata.date.year if metadata.date else None
    return Identity(
        system=metadata.system,
        type=metadata.type,
        type_name=metadata.type_name,
        symbol=metadata.symbol,
        name=_law_name(metadata) if law else None,
        year=(symbol.year if symbol else None) or year,
        date=metadata.date,
        issuer=metadata.issuer,
        issuer_id=metadata.issuer_id,
        place=metadata.place,
        level=metadata.level or level_of(letters, metadata.issuer),
        scope=scope_of(letters, metadata.issuer),
    )


def _law_name(metadata: Metadata) -> str | None:
    """`Luật Dẫn độ` from the type and the title in capitals."""
    if not metadata.title or not metadata.type_name:
        return metadata.type_name if metadata.type_name == "Hiến pháp" else None
    title = " ".join(metadata.title.split())
    if title.lower().startswith(metadata.type_name.lower()):
        title = title[len(metadata.type_name) :].strip()
    return f"{metadata.type_name} {title}"


@cache
def _scopes() -> dict[str, Level]:
    found: dict[str, Level] = {}
    for row in issuers():
        for name in (row.abbr, *split_list(row.aliases)):
            found.setdefault(name, Level(row.level))
    return found


def _row_level(letters: str) -> Level | None:
    head = letters.split("-", maxsplit=1)[0].split(".", maxsplit=1)[0]
    return _scopes().get(head) or _scopes().get(head.rstrip("0123456789"))


def scope_of(letters: str, issuer: str | None) -> Scope:
    """Which knowledge makes the issuer with these letters unique."""
    level = _row_level(letters)
    if level is Level.CENTRAL or (level is None and letters.endswith("TW")):
        return Scope.CENTRAL
    if level is Level.SECTOR or (level is None and issuer is not None and names_central(issuer)):
        return Scope.SECTOR
    return Scope.LOCAL


def level_of(letters: str, issuer: str | None) -> Level | None:
    """The level of the issuing body: by its letters, and for local bodies by its name."""
    level = _row_level(letters)
    if level is Level.CENTRAL:
        return level
    if issuer:
        if names_central(issuer):
            return Level.CENTRAL
        if _COMMUNE.search(issuer):
            return Level.COMMUNE
        if _DISTRICT.search(issuer):
            return Level.DISTRICT
    return level


def names_central(issuer: str) -> bool:
    """Whether the words name a central body, or a body within one (`Ban cán sự đảng Bộ Tư pháp`)."""
    return _CENTRAL_BODY.search(issuer) is not None and find_place(issuer) is None


@cache
def fold_body(issuer: str) -> str:
    """An issuer's name to compare: short forms written out, the place and small differences dropped."""
    words = " ".join(issuer.split()).casefold().replace("uỷ", "ủy")
    for short, long in (("ubnd", "ủy ban nhân dân"), ("hđnd", "hội đồng nhân dân"), ("bcsđ", "ban cán sự đảng")):
        words = re.sub(rf"(?<!\w){short}(?!\w)", long, words)
    row = find_place(issuer)
    if row is not None:
        words = words.replace(row.name.casefold(), "").replace("tỉnh", "").replace("thành phố", "")
    return " ".join(words.split())


def can_sign_for(cited: str, named: str) -> bool:
    """Whether two names can be of one issuer: `Bộ trưởng Bộ Tài chính` signs for `Bộ Tài chính`."""
    one, other = fold_body(cited), fold_body(named)
    return one in other or other in one or one.split()[-2:] == other.split()[-2:]


def same_issuer(one: Identity, other: Identity) -> bool | None:
    """True or False where the issuers are proven the same or different, None where it is open."""
    if one.scope is Scope.CENTRAL or other.scope is Scope.CENTRAL:
        return True if one.scope is other.scope else None
    if one.place and other.place and one.place != other.place:
        return False
    if one.level and other.level and one.level is not other.level and Level.SECTOR not in (one.level, other.level):
        return False
    if not (one.is_anchored and other.is_anchored):
        return None
    if one.scope is Scope.LOCAL and one.level is Level.PROVINCE and one.place == other.place:
        return True
    return one.body == other.body and one.place == other.place


def same_time(one: Identity, other: Identity) -> bool | None:
    """Whether date and year agree; None where one of them says nothing."""
    if one.date and other.date:
        return one.date == other.date
    if one.year and other.year:
        return one.year == other.year
    return None


def same_type(one: Identity, other: Identity) -> bool:
    """Whether the type words can mean one type; an unknown word contradicts none."""
    first, second = one.type_name, other.type_name
    loose = ("Văn bản", "Công văn")
    if not first or not second or first == second or (first in loose and second in loose):
        return True
    return first.startswith(second) or second.startswith(first)


def fold_symbol(symbol: str) -> str:
    """A symbol to compare: without the separators, which vary, and without zeros before the number."""
    return re.sub(r"[\s/-]+", " ", symbol.lstrip("0")).casefold()


def names_of(identity: Identity) -> tuple[str, ...]:
    """What a document is looked up by: its folded symbol, its folded name."""
    names = (fold_symbol(identity.symbol) if identity.symbol else "", fold(identity.name) if identity.name else "")
    return tuple(name for name in names if name)


def merged(known: Identity, more: Identity) -> Identity:
    """What both say, the first where they differ."""
    values = {field: getattr(known, field) or getattr(more, field) for field in Identity.__struct_fields__}
    if not known.place and not known.issuer:
        values |= {"level": more.level or known.level, "scope": more.scope if more.issuer else known.scope}
    return Identity(**values)
