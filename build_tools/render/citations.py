"""Where each citation of a document leads on the site."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.i18n import N_, _
from build_tools.model.citation import Citation, CitationStatus, Pinpoint
from build_tools.model.document import Unit
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
_LONGEST_PREVIEW = 220


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
        preview=_preview(ctx, work, citation, name) if place else None,
    )


def _preview(ctx: Context, work: str, citation: Citation, name: str) -> str | None:
    """The first lines of the unit that is cited, behind the document's `name`, where the library has its text."""
    internal = citation.status is CitationStatus.INTERNAL
    held = work if internal else citation.target
    if held is None or not ctx.work(held).held:
        return None
    unit = ctx.units(work).get(citation.target or "") if internal else _cited_unit(ctx, held, citation.pinpoint)
    if unit is None:
        return None
    words = unit.span.of(ctx.document(held).text)[: 4 * _LONGEST_PREVIEW]
    begins = names.shortened(" ".join(words.split()), _LONGEST_PREVIEW)
    return begins if internal else f"{name} · {begins}"


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
        unit = _cited_unit(ctx, target, pinpoint)
        return unit.id if unit else ""
    return f"dieu-{pinpoint.article}" if pinpoint.article and not pinpoint.annex else ""


def _cited_unit(ctx: Context, target: str, pinpoint: Pinpoint | None) -> Unit | None:
    """The unit of a held document that a pin-point names."""
    return ctx.provisions(target).only(pinpoint)
