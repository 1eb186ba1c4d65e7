"""What documents, roles and passages are called on the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from build_tools.data.rows import Role
from build_tools.data.tables import roles
from build_tools.diagnostics import REMOVED  # noqa: F401 - the templates say names.REMOVED
from build_tools.grammar.words import repaired
from build_tools.i18n import N_, _, language, long_date
from build_tools.model.ancestry import ancestors, plan_number
from build_tools.model.citation import Pinpoint, RelationKind
from build_tools.model.document import Unit, UnitKind
from build_tools.model.library import Work
from build_tools.render.markdown import escape, unbroken_symbols

# Read from the document that stands in the relation, and from the one at its other end.
RELATIONS: Mapping[RelationKind, tuple[str, str]] = {
    RelationKind.IMPLEMENTS: (N_("Implements"), N_("Implemented by")),
    RelationKind.BASED_ON: (N_("Based on"), N_("Basis of")),
    RelationKind.AMENDS: (N_("Amends"), N_("Amended by")),
    RelationKind.REPLACES: (N_("Replaces"), N_("Replaced by")),
    RelationKind.REPEALS: (N_("Repeals"), N_("Repealed by")),
    RelationKind.GUIDES: (N_("Gives guidance on"), N_("Has guidance in")),
    RelationKind.DETAILS: (N_("Lays down details of"), N_("Has its details in")),
    RelationKind.DIRECTED_BY: (N_("Directed by"), N_("Directs")),
    RelationKind.AT_PROPOSAL_OF: (N_("At the proposal in"), N_("Proposed")),
    RelationKind.CITES: (N_("Cites"), N_("Cited by")),
}
_PARTS: Mapping[UnitKind, str] = {
    UnitKind.ARTICLE: N_("Article {number}"),
    UnitKind.CLAUSE: N_("clause {number}"),
    UnitKind.POINT: N_("point {number}"),
    UnitKind.ITEM: N_("item {number}"),
    UnitKind.PART: N_("Part {number}"),
    UnitKind.CHAPTER: N_("Chapter {number}"),
    UnitKind.SECTION: N_("Section {number}"),
    UnitKind.SUBSECTION: N_("Subsection {number}"),
    UnitKind.FOOTNOTE: N_("note {number}"),
}
_FIXED: Mapping[UnitKind, str] = {
    UnitKind.LETTERHEAD: N_("letterhead"),
    UnitKind.TITLE: N_("title"),
    UnitKind.PREAMBLE: N_("opening"),
    UnitKind.RECIPIENTS: N_("recipients"),
    UnitKind.SIGNATURE: N_("signature"),
    UnitKind.ANNEX: N_("annex"),
}
_LONGEST_LABEL = 90
_OF_AN_ARTICLE = (UnitKind.ITEM, UnitKind.POINT, UnitKind.CLAUSE, UnitKind.ARTICLE)


def work_name(work: Work) -> str:
    """`Kế hoạch số 251/KH-UBND`; without a symbol the kind of document and its title, or its title alone."""
    if work.symbol:
        name = _("{type} No. {symbol}", type=work.type_name, symbol=work.symbol) if work.type_name else work.symbol
    elif work.title:
        name = work.title if _says_kind(work) or not work.type_name else f"{work.type_name} {_lower_first(work.title)}"
    else:
        name = _("{type} (number not known)", type=work.type_name or _("Document"))
    return name


def work_label(work: Work) -> str:
    """A short name for lists and crumbs: `Kế hoạch 251/KH-UBND`."""
    if work.symbol:
        return f"{work.type_name} {work.symbol}" if work.type_name else work.symbol
    return shortened(work_name(work), _LONGEST_LABEL)


def work_heading(work: Work) -> str:
    """The heading of a document's page: its name; for a long title without a number only the kind of document."""
    name = work_name(work)
    if work.symbol or not work.type_name or len(name) <= _LONGEST_LABEL:
        return name
    return _("{type} (number not known)", type=work.type_name)


def shortened(text: str, longest: int) -> str:
    """A text of about `longest` code points, cut after a word and marked where it was cut.

    Not within a bracket that it opens late; quotation marks that the cut leaves open are closed.
    """
    if len(text) <= longest:
        return text
    cut = text[: longest - 1].rsplit(" ", 1)[0]
    opened = cut.rfind("(")
    if opened > longest // 2 and ")" not in cut[opened:]:
        cut = cut[:opened]
    return f"{cut.rstrip(' ,;:.')} …{'”' if cut.count('“') > cut.count('”') else ''}"


def issued(work: Work) -> str | None:
    """When a document was issued, as far as that is known: a day, a year or bounds."""
    if work.date:
        return long_date(work.date)
    if work.bounds and work.bounds.after and work.bounds.before:
        after, before = long_date(work.bounds.after), long_date(work.bounds.before)
        return _("date not stated; between {after} and {before}", after=after, before=before)
    if work.bounds and work.bounds.after:
        return _("date not stated; not before {day}", day=long_date(work.bounds.after))
    if work.bounds and work.bounds.before:
        return _("date not stated; not after {day}", day=long_date(work.bounds.before))
    return _("year {year}", year=work.year) if work.year else None


def unbroken(words: str) -> Markup:
    """HTML in which a symbol (`251/KH-UBND`) is not broken over two lines."""
    return Markup(unbroken_symbols(str(Markup.escape(words))))  # noqa: S704  # escaped, then only tags of ours


def plain(words: str) -> Markup:
    """Words of a table or a document for a heading in a Markdown template."""
    return Markup(escape(words))  # noqa: S704  # escaped for Markdown, which leaves no tag


def day(date: dt.date) -> str:
    """A date in words."""
    return long_date(date)


def full_citation(work: Work) -> str:
    """A document as other documents cite it: name, date, issuer, subject."""
    named_by_title = not work.symbol and (not work.type_name or _says_kind(work))
    parts = [work_name(work) if work.symbol or named_by_title or not work.title else work.type_name or ""]
    if work.date:
        parts.append(long_date(work.date))
    if work.issuer:
        parts.append(_("of {issuer}", issuer=work.issuer))
    if work.title and not named_by_title:
        parts.append(_lower_first(work.title))
    return " ".join(parts) + "."


def _says_kind(work: Work) -> bool:
    """Whether the title begins with the kind of document, as those of laws do (`Luật Luật sư`)."""
    return bool(work.title and work.type_name and work.title.casefold().startswith(work.type_name.casefold()))


@cache
def _roles() -> Mapping[str, Role]:
    return {role.id: role for role in roles()}


def role(id_: str) -> Role | None:
    """The row of `data/roles.csv`."""
    return _roles().get(id_)


def role_name(id_: str) -> str:
    """The name of a role in the reader's language."""
    row = role(id_)
    if row is None:
        return id_.replace("_", " ")
    return row.name_en if language() == "en" and row.name_en else row.name_vi


def unit_name(units: Mapping[str, Unit], unit: str | None) -> str:
    """A unit as people cite it: `khoản 2 Điều 4`, `mục II.1`, `phần mở đầu`; empty where there is none to name.

    `units` are the units of its document by id (`Context.units`).
    """
    own = units.get(unit or "")
    chain = [own, *ancestors(own, units)] if own else []
    annex = next((u for u in chain if u.kind is UnitKind.ANNEX), None)
    within = [u for u in chain if u.kind is not UnitKind.ANNEX]
    name = _article_name(within) or _plan_name(within) or _other_name(within)
    if annex is None:
        return name
    return ", ".join(part for part in (name, annex.label or _(_FIXED[UnitKind.ANNEX])) if part)


_PINPOINTS: tuple[tuple[str, str], ...] = (
    ("item", _PARTS[UnitKind.ITEM]),
    ("point", _PARTS[UnitKind.POINT]),
    ("clause", _PARTS[UnitKind.CLAUSE]),
    ("article", _PARTS[UnitKind.ARTICLE]),
    ("subsection", _PARTS[UnitKind.SUBSECTION]),
    ("section", _PARTS[UnitKind.SECTION]),
    ("chapter", _PARTS[UnitKind.CHAPTER]),
    ("part", _PARTS[UnitKind.PART]),
    ("annex", N_("Annex {number}")),
)


def pinpoint_name(pinpoint: Pinpoint) -> str:
    """A cited unit as people say it: `khoản 2 Điều 4`."""
    values = ((words, getattr(pinpoint, field)) for field, words in _PINPOINTS)
    return " ".join(_(words, number=value) for words, value in values if value)


def _article_name(chain: list[Unit]) -> str:
    if not any(unit.kind is UnitKind.ARTICLE for unit in chain):
        return ""
    cited = (unit for unit in chain if unit.kind in _OF_AN_ARTICLE and unit.number)
    return " ".join(_(_PARTS[unit.kind], number=unit.number) for unit in cited)


def _plan_name(chain: list[Unit]) -> str:
    number = plan_number(reversed(chain))
    return _("section {number}", number=number) if number else ""


def _other_name(chain: list[Unit]) -> str:
    for unit in chain:
        if unit.kind is UnitKind.PART and unit.label and not unit.label.casefold().startswith("phần"):
            return unit.label.rstrip(".: ")  # MÔ-ĐUN MĐ05, CHUYÊN ĐỀ 4, BƯỚC MỘT
        if unit.kind in _PARTS and unit.number:
            return _(_PARTS[unit.kind], number=unit.number)
        if unit.kind in _FIXED:
            return _(_FIXED[unit.kind])
    return ""


def _lower_first(words: str) -> str:
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def codes(text: str) -> str:
    """The code points of a text that has nothing to see, each once (`U+00AD U+200B`); empty for any other text."""
    if repaired(text).strip():
        return ""
    return " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(text) if not char.isspace())
