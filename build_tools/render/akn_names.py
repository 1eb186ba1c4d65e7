"""Names of the Akoma Ntoso Naming Convention 1.0: addresses of works (FRBR) and the short names inside an eId."""

from __future__ import annotations

import re

from build_tools.grammar.slugs import CENTRAL, UNKNOWN_PLACE, slug
from build_tools.model.document import Unit, UnitKind
from build_tools.model.library import Work

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LANGUAGE = "vie"
"""ISO 639-3, as the convention asks."""

ELEMENT = {
    UnitKind.PART: "part",
    UnitKind.CHAPTER: "chapter",
    UnitKind.SECTION: "section",
    UnitKind.SUBSECTION: "subsection",
    UnitKind.ARTICLE: "article",
    UnitKind.CLAUSE: "clause",
    UnitKind.POINT: "point",
    UnitKind.ITEM: "indent",
    UnitKind.HEADING: "level",
    UnitKind.PARAGRAPH: "paragraph",
    UnitKind.BULLET: "indent",
}
"""The element for each kind of unit; all others become `hcontainer` with the kind as its name."""

SHORT = {
    "chapter": "chp",
    "section": "sec",
    "subsection": "subsec",
    "article": "art",
    "clause": "cl",
    "paragraph": "para",
    "level": "lvl",
    "attachment": "att",
}
"""The convention's abbreviations; an element that is not listed uses its own name."""

_NORMATIVE = frozenset(
    {"hien-phap", "bo-luat", "luat", "phap-lenh", "lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"}
)
_NOT_NUMBER = re.compile(r"[^0-9A-Za-z]+")


def document_kind(work: Work) -> str:
    """`act` for types that lay down law by their very form, `doc` for all others."""
    return "act" if slug(work.type_name or "") in _NORMATIVE else "doc"


def work_uri(work: Work) -> str:
    """The address of the work: country, kind, type, issuer, date, number; a part that is unknown is left out.

    Example: `/akn/vn/doc/ke-hoach/ubnd-hai-phong/2026-07-07/251-kh-ubnd`.
    """
    folder = work.id.split("/", 1)[0]
    issuer = slug(work.issuer_id or work.issuer or "")
    place = folder if folder not in (CENTRAL, UNKNOWN_PLACE) else ""
    actor = "-".join(filter(None, (issuer, place)))
    date = work.date.isoformat() if work.date else str(work.year or "")
    number = slug(work.symbol) if work.symbol else work.id.rsplit("/", 1)[-1]
    parts = ("akn", "vn", document_kind(work), slug(work.type_name or "van-ban"), actor, date, number)
    return "/" + "/".join(part for part in parts if part)


def expression_uri(work: Work) -> str:
    """The address of the Vietnamese text as first issued (`@` followed by its date, or by nothing)."""
    return f"{work_uri(work)}/{LANGUAGE}@{work.date.isoformat() if work.date else ''}"


def eid_part(element: str, unit: Unit | None, position: int) -> str:
    """The last part of an eId: short name and number; `nn` and the position where the text gives no number."""
    short = SHORT.get(element, element)
    number = eid_number(unit.number) if unit and unit.number else ""
    return f"{short}_{number}" if number else f"{short}_nn_{position}"


def eid_number(number: str) -> str:
    """A number as an identifier: case kept, ASCII (point đ becomes dd, unlike point d), the rest parted by hyphens."""
    return _NOT_NUMBER.sub("-", number.replace("đ", "dd").replace("Đ", "DD")).strip("-")
