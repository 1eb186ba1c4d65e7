"""The page of a document that others cite and the library lacks: what the citations tell of it, and who cites what.

It stands where the own page of the document will stand, so that links to it and to its articles outlive that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.library import Library, Reference, Work
from build_tools.render import links, names
from build_tools.render.context import Context
from build_tools.render.force import act_date, force_lines
from build_tools.render.jsonld import embedded
from build_tools.render.page import Page
from build_tools.render.relations import relations_of
from build_tools.render.trail import work_trail

_NUMBER = re.compile(r"\d+")

_MOST_QUOTED, _MOST_NAMED, _MOST_WHOLE = 100, 40, 40
_MOST_PLACES = 20
"""Quotations of a page, documents named after them at each place, documents that cite the whole, places of each."""


class CitedPlace(Struct, frozen=True):
    """A unit of the absent document (the smallest that was named) and the references to it."""

    name: str
    references: tuple[Reference, ...]


class CitedArticle(Struct, frozen=True):
    """An article of the absent document, under the anchor that the full text will give it."""

    anchor: str
    name: str
    places: tuple[CitedPlace, ...]


def pages(library: Library, ctx: Context) -> Iterator[Page]:
    """One page for each work that the library knows and does not hold."""
    for work in library.works.values():
        if not work.held:
            yield _page(ctx, work)


def _page(ctx: Context, work: Work) -> Page:
    path = links.work_page(work.id)
    name = names.work_name(work)
    title = work.title if work.symbol else None
    cited, general = _cited(ctx, work)
    families = [family for family in ctx.library.families if family.id in ctx.families_of.get(work.id, ())]
    body = ctx.fragment(
        path,
        "absent.md.j2",
        work=work,
        title=title,
        articles=cited,
        general=general,
        relations=relations_of(ctx, work.id),
        force=force_lines(ctx, work.id),
        act_date=act_date,
        families=families,
        most_quoted=_MOST_QUOTED,
        most_named=_MOST_NAMED,
        most_whole=_MOST_WHOLE,
        most_places=_MOST_PLACES,
    )
    return Page(
        path=path,
        title=f"{names.work_label(work)}: {title}" if title else name,
        heading=name,
        above=str(ctx.fragment(path, "crumbs.html.j2", trail=work_trail(work))),
        body=f"{body}\n\n{embedded(ctx, work.id)}",
        kind="absent",
        description=_("{name}: what other documents say of it and cite from it", name=name),
    )


def _cited(ctx: Context, work: Work) -> tuple[tuple[CitedArticle, ...], tuple[CitedPlace, ...]]:
    """The references sorted by article, then those to the document as a whole, by citing document."""
    articles: dict[str, dict[str, list[Reference]]] = {}
    general: dict[str, list[Reference]] = {}
    for reference in work.cited_by:
        pinpoint = ctx.document(reference.citing).citations[reference.citation].pinpoint
        if pinpoint and pinpoint.article and not pinpoint.annex:
            articles.setdefault(pinpoint.article, {}).setdefault(names.pinpoint_name(pinpoint), []).append(reference)
        else:
            general.setdefault(reference.citing, []).append(reference)
    found = tuple(
        CitedArticle(f"dieu-{number}", _("Article {number}", number=number), _places(by_place))
        for number, by_place in sorted(articles.items(), key=lambda item: _order(item[0]))
    )
    whole = tuple(CitedPlace(names.work_label(ctx.work(id_)), tuple(refs)) for id_, refs in general.items())
    return found, whole


def _places(by_place: dict[str, list[Reference]]) -> tuple[CitedPlace, ...]:
    ordered = sorted(by_place.items(), key=lambda item: [int(digits) for digits in _NUMBER.findall(item[0])][::-1])
    return tuple(CitedPlace(name, tuple(references)) for name, references in ordered)


def _order(number: str) -> tuple[int, str]:
    """`4`, `4a`, `10`: articles in their own order."""
    digits = _NUMBER.match(number)
    return (int(digits[0]) if digits else 0, number)
