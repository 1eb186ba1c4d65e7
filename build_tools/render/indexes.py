"""The indexes: every document by number, issuer, kind, year and place; abbreviations and defined terms."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from build_tools.grammar.slugs import CENTRAL, UNKNOWN_PLACE, place_slug, slug
from build_tools.i18n import N_, _
from build_tools.model.library import Library, Work
from build_tools.render import links, names
from build_tools.render.context import Context
from build_tools.render.data_page import DATA
from build_tools.render.page import Page
from build_tools.render.terms import abbreviations, defined_terms

_NUMBER = re.compile(r"\d+")


class Group(Struct, frozen=True):
    """Documents under one heading of an index."""

    anchor: str
    label: str
    works: tuple[Work, ...]


class Index(Struct, frozen=True):
    """An index: its page, what it is called, and how it groups the documents."""

    name: str
    title: str
    lead: str
    groups: Callable[[Iterable[Work]], list[Group]]


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """The overview and the indexes."""
    yield _overview(library, ctx)
    for index in INDEXES:
        path = links.index_page(index.name)
        groups = index.groups(library.works.values())
        yield _page(ctx, path, "index_groups.html.j2", _(index.title), _(index.lead), groups=groups)
    for name, title, lead, entries in (
        ("viet-tat", _("By abbreviation"), _("Abbreviations that the documents declare or bear."), abbreviations(ctx)),
        ("thuat-ngu", _("By defined term"), _("Short names that the documents declare."), defined_terms(ctx)),
    ):
        yield _page(ctx, links.index_page(name), "index_terms.html.j2", title, lead, entries=entries)


def _page(ctx: Context, path: str, template: str, title: str, lead: str, **values: object) -> Page:
    trail = ((_("Documents"), links.INDEXES, ""),)
    return Page(
        path=path,
        title=title,
        above=str(ctx.fragment(path, "crumbs.html.j2", trail=trail)),
        body=str(ctx.fragment(path, template, lead=lead, **values)),
        kind="index",
        description=lead,
    )


def _overview(library: Library, ctx: Context) -> Page:
    held = newest([work for work in library.works.values() if work.held])
    absent = sum(not work.held for work in library.works.values())
    tiles = [(links.index_page(index.name), _(index.title), _(index.lead)) for index in INDEXES]
    tiles += [
        (links.index_page("viet-tat"), _("By abbreviation"), _("Abbreviations that the documents declare or bear.")),
        (links.index_page("thuat-ngu"), _("By defined term"), _("Short names that the documents declare.")),
        (DATA, _("As data"), _("Tables, calendars and feeds for other programs.")),
    ]
    body = ctx.fragment(links.INDEXES, "index_overview.md.j2", tiles=tiles, held=held, absent=absent)
    return Page(path=links.INDEXES, title=_("Documents"), body=str(body), kind="index", hide=("toc",))


def newest(works: Iterable[Work]) -> list[Work]:
    """Documents from the newest to the oldest, those without a date last."""
    return sorted(works, key=lambda work: (work.date or dt.date.min, work.id), reverse=True)


def _by_number(works: Iterable[Work]) -> list[Group]:
    """By the number of the symbol, in ranges that are easily found; laws known by name have none."""
    numbered: dict[int, list[Work]] = {}
    unnumbered: list[Work] = []
    for work in works:
        found = _NUMBER.match(work.symbol or "")
        if found:
            numbered.setdefault(int(found[0]) // 100, []).append(work)
        else:
            unnumbered.append(work)
    groups = [
        Group(f"so-{hundred * 100}", f"{max(hundred * 100, 1)}–{hundred * 100 + 99}", tuple(sorted(found, key=_symbol)))
        for hundred, found in sorted(numbered.items())
    ]
    if unnumbered:
        ordered = tuple(sorted(unnumbered, key=lambda work: slug(names.work_name(work))))
        groups.append(Group("khong-so", _("Without a number"), ordered))
    return groups


def _symbol(work: Work) -> tuple[int, str, str]:
    found = _NUMBER.match(work.symbol or "")
    return (int(found[0]) if found else 0, work.symbol or "", work.id)


def _grouped(works: Iterable[Work], label: Callable[[Work], str | None], anchor: Callable[[str], str]) -> list[Group]:
    found: dict[str, list[Work]] = {}
    unknown: list[Work] = []
    for work in works:
        name = label(work)
        (found.setdefault(name, []) if name else unknown).append(work)
    ordered = sorted(found.items(), key=lambda item: slug(item[0]))
    groups = [Group(anchor(name), name, tuple(newest(members))) for name, members in ordered]
    if unknown:
        groups.append(Group("chua-ro", _("Not known"), tuple(newest(unknown))))
    return groups


def _by_issuer(works: Iterable[Work]) -> list[Group]:
    return _merged(_grouped(works, lambda work: work.issuer, slug))


def _by_kind(works: Iterable[Work]) -> list[Group]:
    return _merged(_grouped(works, lambda work: work.type_name, slug))


def _by_year(works: Iterable[Work]) -> list[Group]:
    groups = _grouped(works, lambda work: str(work.year) if work.year else None, lambda year: f"nam-{year}")
    return [*(group for group in groups[::-1] if group.label.isdigit()), *(g for g in groups if not g.label.isdigit())]


def _by_place(works: Iterable[Work]) -> list[Group]:
    groups = _grouped(works, _place, lambda name: CENTRAL if name == _("Central") else place_slug(name))
    return _merged(groups)


def _place(work: Work) -> str | None:
    if work.place:
        return work.place
    return _("Central") if work.id.startswith(f"{CENTRAL}/") else None


def _merged(groups: list[Group]) -> list[Group]:
    """Groups whose names differ in letters that an anchor does not tell apart (case, accents) become one."""
    merged: dict[str, Group] = {}
    for group in groups:
        earlier = merged.get(group.anchor)
        works = tuple(newest([*(earlier.works if earlier else ()), *group.works]))
        merged[group.anchor] = Group(group.anchor, earlier.label if earlier else group.label, works)
    return list(merged.values())


INDEXES: tuple[Index, ...] = (
    Index("so-hieu", N_("By number"), N_("All documents by number, also those that are only cited."), _by_number),
    Index("co-quan", N_("By issuer"), N_("All documents by the body that issued them."), _by_issuer),
    Index("loai", N_("By kind"), N_("Plans, regulations, decisions and the other kinds of documents."), _by_kind),
    Index("nam", N_("By year"), N_("All documents by the year in which they were issued."), _by_year),
    Index("noi", N_("By place"), N_("Central documents, and those of each province and city."), _by_place),
)
assert UNKNOWN_PLACE == "chua-ro"
