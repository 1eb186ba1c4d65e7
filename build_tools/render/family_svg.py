"""A family of documents as a drawing: a line for each, in tree order, with a bar for the days from the regulation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from markupsafe import Markup
from msgspec import Struct

from build_tools.i18n import _, short_date
from build_tools.model.library import Family, FamilyMember, Work

_ROW, _INDENT, _TRACK = 52, 18, 30
_CHARACTER = 7.3
"""Width of a letter at the drawing's font size, for cutting labels that would run out of it."""

Name = Callable[[Work], str]


class _Row(Struct, frozen=True):
    member: FamilyMember
    work: Work
    y: float


def family_svg(family: Family, works: dict[str, Work], name: Name, *, width: int, ident: str) -> Markup:
    """The tree. `name` is what a document is called, `ident` makes the ids unique on the page."""
    rows = [_Row(member, works[member.work], 6.0 + n * _ROW) for n, member in enumerate(family.members)]
    longest = max((row.member.days or 0 for row in rows), default=0)
    by_work = {row.member.work: row for row in rows}
    lines = Markup().join(_connector(row, by_work.get(row.member.parent or "")) for row in rows)
    zero = max((_x(row.member) for row in rows), default=0.0) + 12
    bodies = Markup().join(_row(row, name, width, longest, zero) for row in rows)
    height = round(len(rows) * _ROW + 8)
    root = name(works[family.root])
    return Markup(
        '<svg class="pb-family" role="img" viewBox="0 0 {w} {h}" aria-labelledby="{i}-t {i}-d">'
        '<title id="{i}-t">{t}</title><desc id="{i}-d">{d}</desc>{lines}{rows}</svg>'
    ).format(
        w=width,
        h=height,
        i=ident,
        t=_("From {root} to the plans that put it to work", root=root),
        d=_("A tree of {count} documents; the list below says the same in words.", count=len(rows)),
        lines=lines,
        rows=bodies,
    )


def _x(member: FamilyMember) -> float:
    return 10.0 + min(member.depth, 6) * _INDENT


def _connector(row: _Row, parent: _Row | None) -> Markup:
    if parent is None:
        return Markup()
    return Markup('<path class="pb-fam-line" d="M{} {}V{}H{}"/>').format(
        _x(parent.member), parent.y + 16, row.y + 10, _x(row.member) - 6
    )


def _row(row: _Row, name: Name, width: int, longest: int, zero: float) -> Markup:
    x = _x(row.member)
    left = x + 12
    state = "pb-tl-held" if row.work.held else "pb-tl-absent"
    room = max(8, int((width - left) / _CHARACTER))
    return Markup(
        '<g><circle class="{state}" cx="{x}" cy="{cy}" r="5.5"/>'
        '<text class="pb-fam-name" x="{left}" y="{ty}">{label}</text>'
        '<text class="pb-fam-date" x="{left}" y="{dy}">{date}</text>{bar}</g>'
    ).format(
        state=state,
        x=x,
        cy=row.y + 10,
        left=left,
        ty=row.y + 14,
        dy=row.y + _TRACK,
        label=_cut(name(row.work), room),
        date=when(row.work, row.member.days),
        bar=_bar(row, zero, width, longest),
    )


def _bar(row: _Row, left: float, width: int, longest: int) -> Markup:
    """How long the document took, against the longest of the family; all bars have one beginning and one scale."""
    if not row.member.days or row.member.days < 0 or not longest:
        return Markup()
    length = max(2.0, round((width - left - 6) * row.member.days / longest, 1))
    return Markup('<rect class="pb-fam-days" x="{}" y="{}" width="{}" height="4" rx="2"/>').format(
        left, row.y + _TRACK + 6, length
    )


def when(work: Work, days: int | None) -> str:
    """`7/7/2026 (+984 ngày)`; what is known of an undated document in words."""
    if work.date:
        date = short_date(work.date)
        return _("{date} (+{days} days)", date=date, days=days) if days and days > 0 else date
    bounds = work.bounds
    if bounds and bounds.after and bounds.before:
        return _("between {after} and {before}", after=_s(bounds.after), before=_s(bounds.before))
    if bounds and bounds.after:
        return _("not before {day}", day=_s(bounds.after))
    if bounds and bounds.before:
        return _("not after {day}", day=_s(bounds.before))
    return _("year {year}", year=work.year) if work.year else _("date not known")


def _s(day: dt.date) -> str:
    return short_date(day)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"
