"""The Atom feed of the newest documents, made with feedgen. Reproducible: its times are the documents' own dates."""

from __future__ import annotations

import datetime as dt

from feedgen.feed import FeedGenerator

from build_tools.i18n import _, language, long_date
from build_tools.model.library import Library, Work
from build_tools.render import links, names

NEWEST = 50
_VIETNAM = dt.timezone(dt.timedelta(hours=7))
_EMPTY = dt.date(1970, 1, 1)
FEED = "du-lieu/moi.atom"


def atom(library: Library, base_url: str | None = None) -> bytes:
    """The newest held documents. Without an address of the site, links are relative to the feed."""
    works = newest(library)
    feed = FeedGenerator()
    feed.id("urn:phobien:moi")
    feed.title(_("Newest documents"))
    feed.language(language())
    feed.author({"name": "phobien"})
    feed.generator("phobien")
    feed.updated(_stamp(_sort_date(works[0]) if works else None))
    feed.link(href=f"{base_url}{FEED}" if base_url else FEED.rsplit("/", 1)[-1], rel="self")
    feed.link(href=base_url or links.href(FEED, links.HOME), rel="alternate")
    for work in works:
        _entry(feed, work, base_url)
    return bytes(feed.atom_str(pretty=True))


def newest(library: Library) -> list[Work]:
    """Held documents, the newest first; one without a date stands at the earliest day that the text proves."""
    held = [library.works[id_] for id_ in sorted(library.entries)]
    known = [work for work in held if _sort_date(work)]
    return sorted(known, key=lambda work: _sort_date(work) or _EMPTY, reverse=True)[:NEWEST]


def _sort_date(work: Work) -> dt.date | None:
    if work.date:
        return work.date
    return work.bounds.after or work.bounds.before if work.bounds else None


def _stamp(day: dt.date | None) -> dt.datetime:
    return dt.datetime.combine(day or _EMPTY, dt.time(), _VIETNAM)


def _entry(feed: FeedGenerator, work: Work, base_url: str | None) -> None:
    page = links.published(links.work_page(work.id))
    entry = feed.add_entry(order="append")
    entry.id(f"urn:phobien:{work.id}")
    entry.title(names.work_name(work))
    entry.updated(_stamp(_sort_date(work)))
    if work.date:
        entry.published(_stamp(work.date))
    entry.link(href=f"{base_url}{page}" if base_url else links.href(FEED, page))
    said = [work.title, work.issuer, long_date(work.date) if work.date else _("date not stated in the text")]
    if work.reported:
        said.insert(0, _("news summary, not the document itself"))
    entry.summary(". ".join(part for part in said if part))


def sitemap(pages: list[str], library: Library, base_url: str) -> bytes:
    """sitemap.xml of the given pages (paths below docs/); a document's page bears the document's date."""
    from lxml import etree

    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    root = etree.Element(f"{{{space}}}urlset", nsmap={None: space})  # type: ignore[dict-item]
    dates = {links.work_page(id_): work.date for id_, work in library.works.items()}
    for path in sorted(pages):
        url = etree.SubElement(root, f"{{{space}}}url")
        etree.SubElement(url, f"{{{space}}}loc").text = f"{base_url}{links.published(path)}"
        day = dates.get(path)
        if day:
            etree.SubElement(url, f"{{{space}}}lastmod").text = day.isoformat()
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))
