"""Where each citation of a document leads on the site."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.i18n import N_, _
from build_tools.model.citation import Citation, CitationStatus, Pinpoint
from build_tools.model.document import Document, Unit, UnitKind
from build_tools.render import links, names
from build_tools.render.context import Context
from build_tools.render.inline import Link

_CSS: Mapping[CitationStatus, str] = {
    CitationStatus.RESOLVED: "pb-cite",
    CitationStatus.ABSENT: "pb-cite pb-absent",
    CitationStatus.INTERNAL: "pb-cite pb-inner",
    CitationStatus.AMBIGUOUS: "pb-cite pb-ambiguous",
    CitationStatus.DANGLING: "pb-cite pb-dangling",
}
_TITLES: Mapping[CitationStatus, str] = {
    CitationStatus.RESOLVED: N_("Open {name}"),
    CitationStatus.ABSENT: N_("{name}: the library does not have its text yet"),
    CitationStatus.INTERNAL: N_("Go to this passage"),
    CitationStatus.AMBIGUOUS: N_("Several documents bear this number; not linked"),
    CitationStatus.DANGLING: N_("This document has no such passage"),
}
# The units that a pin-point names, outermost first.
_FIELDS: tuple[tuple[str, UnitKind], ...] = (
    ("article", UnitKind.ARTICLE),
    ("clause", UnitKind.CLAUSE),
    ("point", UnitKind.POINT),
    ("item", UnitKind.ITEM),
)


def citation_links(ctx: Context, work: str, page: str, *, markdown: bool) -> tuple[Link, ...]:
    """The citations of a held document as links from `page`, in text order.

    `markdown` says for which kind of text they are meant: links to `.md` files for Markdown, to `.html` for fragments.
    """
    document = ctx.document(work)
    found = [_link(ctx, work, page, citation, markdown=markdown) for citation in document.citations]
    return tuple(sorted(found, key=lambda link: link.span))


def _link(ctx: Context, work: str, page: str, citation: Citation, *, markdown: bool) -> Link:
    status = citation.status
    name = names.work_label(ctx.work(citation.target)) if citation.target in ctx.library.works else ""
    place = _place(ctx, work, citation)
    make = links.link if markdown else links.href
    return Link(
        span=citation.span,
        css=_CSS[status],
        title=_(_TITLES[status], name=name) if name else _(_TITLES[status]).replace("{name}", "").strip(" :"),
        target=make(page, *place) if place else None,
    )


def _place(ctx: Context, work: str, citation: Citation) -> tuple[str, str] | None:
    """Page and anchor of what is cited; None where it must not or cannot be linked."""
    target = citation.target
    if target is None or citation.status in (CitationStatus.AMBIGUOUS, CitationStatus.DANGLING):
        return None
    if citation.status is CitationStatus.INTERNAL:
        return (links.work_page(work), target) if target in ctx.units(work) else None
    if target not in ctx.library.works:
        return None
    return links.work_page(target), cited_anchor(ctx, target, citation.pinpoint)


def cited_anchor(ctx: Context, target: str, pinpoint: Pinpoint | None) -> str:
    """The anchor of a cited unit on the page of `target`; empty where that page has none for it."""
    if pinpoint is None:
        return ""
    if ctx.work(target).held:
        unit = pinpointed(ctx.document(target), pinpoint)
        return unit.id if unit else ""
    return f"dieu-{pinpoint.article}" if pinpoint.article else ""


def pinpointed(document: Document, pinpoint: Pinpoint) -> Unit | None:
    """The unit of a document's own text that a pin-point names; None unless it is exactly one."""
    scope: list[Unit] | None = None
    for field, kind in _FIELDS:
        number = getattr(pinpoint, field)
        if number is None:
            continue
        found = [u for u in document.units if u.kind is kind and u.number == number and not u.quoted]
        if scope is not None:
            found = [unit for unit in found if any(outer.span.contains(unit.span) for outer in scope)]
        scope = found
    return scope[0] if scope is not None and len(scope) == 1 else None
