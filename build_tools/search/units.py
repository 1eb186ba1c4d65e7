"""How a unit is named in a result: `Điều 4, khoản 2, điểm đ`, `II.3`, outermost first, as one reads down a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from build_tools.i18n import N_, _
from build_tools.model.ancestry import ancestors, plan_number
from build_tools.model.document import Unit, UnitKind

_NAMED: Mapping[UnitKind, str] = {
    UnitKind.PART: N_("Part {number}"),
    UnitKind.CHAPTER: N_("Chapter {number}"),
    UnitKind.SECTION: N_("Section {number}"),
    UnitKind.SUBSECTION: N_("Subsection {number}"),
    UnitKind.ARTICLE: N_("Article {number}"),
    UnitKind.CLAUSE: N_("clause {number}"),
    UnitKind.POINT: N_("point {number}"),
    UnitKind.ITEM: N_("item {number}"),
    UnitKind.FOOTNOTE: N_("note {number}"),
}
_FIXED: Mapping[UnitKind, str] = {
    UnitKind.PREAMBLE: N_("opening"),
    UnitKind.RECIPIENTS: N_("recipients"),
    UnitKind.SIGNATURE: N_("signature"),
}
_BARE = re.compile(r"[\dIVXLC]+[a-zđ]?(?:\.\w+)*")
_INSIDE_ARTICLE = (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM)


def chain_of(units: Mapping[str, Unit], unit: Unit | None) -> list[Unit]:
    """The ancestors of a unit and the unit itself, outermost first."""
    return [*reversed(list(ancestors(unit, units))), unit] if unit is not None else []


def unit_path(chain: list[Unit]) -> str:
    """The name of the last unit of `chain`; empty for the unnamed (letterhead, title, a bullet under nothing)."""
    if chain and chain[-1].kind is UnitKind.FOOTNOTE and chain[-1].number:
        return _(_NAMED[UnitKind.FOOTNOTE], number=chain[-1].number)
    parts: list[str] = []
    if annex := next((unit for unit in chain if unit.kind is UnitKind.ANNEX), None):
        parts.append((annex.label or _("annex")).rstrip(".: "))
    if any(unit.kind is UnitKind.ARTICLE for unit in chain):
        parts += [_(_NAMED[unit.kind], number=unit.number) for unit in chain if _cited(unit)]
    elif number := plan_number(chain):
        parts.append(number)
    elif chain:
        last = chain[-1]
        if last.kind is UnitKind.PART and last.label and not last.label.casefold().startswith("phần"):
            parts.append(last.label.rstrip(".: "))  # MÔ-ĐUN MĐ05, CHUYÊN ĐỀ 4, BƯỚC MỘT
        elif last.kind in _NAMED and last.number:
            parts.append(_(_NAMED[last.kind], number=last.number))
        elif last.kind in _FIXED:
            parts.append(_(_FIXED[last.kind]))
    return ", ".join(parts)


def _cited(unit: Unit) -> bool:
    return unit.kind in _INSIDE_ARTICLE and unit.number is not None


def spoken(name: str) -> str:
    """`mục II.3` for a bare number such as `II.3`, which says little where no heading follows it."""
    return _("section {number}", number=name) if _BARE.fullmatch(name) else name
