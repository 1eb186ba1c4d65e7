"""Reads from a built page what a browser would load, where its links lead, and which anchors it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

# What a browser requests by itself when it shows the page; a plain <a href> is not among them.
LOADING_ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "audio": ("src",),
    "embed": ("src",),
    "feimage": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "{http://www.w3.org/1999/xlink}href", "xlink:href"),
    "video": ("src", "poster"),
}
LOADING_RELATIONS = frozenset(
    {
        "apple-touch-icon",
        "dns-prefetch",
        "icon",
        "manifest",
        "mask-icon",
        "modulepreload",
        "preconnect",
        "prefetch",
        "preload",
        "stylesheet",
    }
)
_LOADING = frozenset((*LOADING_ATTRIBUTES, "link", "meta", "style"))
_CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"'()\s;]+)""", re.IGNORECASE)
_REFRESH = re.compile(r"url\s*=\s*[\"']?([^\"'\s]+)", re.IGNORECASE)
_OUTSIDE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


class PageFacts(Struct, frozen=True):
    """One built page: addresses it loads, links it offers, anchors it has (all as written in the page)."""

    loads: tuple[str, ...]
    links: tuple[str, ...]
    anchors: frozenset[str]


def page_facts(content: bytes) -> PageFacts:
    """Read one page; an empty or broken one has no facts."""
    root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8")) if content.strip() else None
    if root is None:
        return PageFacts((), (), frozenset())
    loads: list[str] = []
    links: list[str] = []
    anchors: set[str] = set()
    for element in root.iter(etree.Element):
        tag = element.tag.lower()
        attributes = element.attrib
        if "id" in attributes:
            anchors.add(str(attributes["id"]))
        if tag == "a":
            if "href" in attributes:
                links.append(str(attributes["href"]))
            if "name" in attributes:
                anchors.add(str(attributes["name"]))
        elif tag in _LOADING:
            loads += _loads(element, tag)
        if "style" in attributes:
            loads += css_addresses(str(attributes["style"]))
    return PageFacts(tuple(loads), tuple(links), frozenset(anchors))


def css_addresses(text: str) -> list[str]:
    """The addresses in a style sheet, without embedded data."""
    return [address for address in _CSS_ADDRESS.findall(text) if not address.lower().startswith(("data:", "#"))]


def is_outside(address: str) -> bool:
    """Whether an address that a page loads leads away from the site."""
    return _OUTSIDE.match(address.strip()) is not None


def _loads(element: etree._Element, tag: str) -> Iterator[str]:
    attributes = element.attrib
    if tag == "link":
        if LOADING_RELATIONS & set(str(attributes.get("rel", "")).lower().split()) and "href" in attributes:
            yield str(attributes["href"])
    elif tag == "style":
        yield from css_addresses(element.text or "")
    elif tag == "meta" and str(attributes.get("http-equiv", "")).lower() == "refresh":
        yield from _REFRESH.findall(str(attributes.get("content", "")))
    for name in LOADING_ATTRIBUTES.get(tag, ()):
        if name in attributes and not str(attributes[name]).lower().startswith(("data:", "#")):
            yield str(attributes[name])
    if tag in ("img", "source"):
        choices = str(attributes.get("srcset", "")).split(",")
        yield from (
            choice.split()[0] for choice in choices if choice.split() and not choice.strip().startswith("data:")
        )
