"""Looks over a built site: nothing is requested from outside, every link within it leads to a page and an anchor.

Works on the finished HTML, not on Markdown, so that it sees what the theme, the renderer and the hand-written pages
have made together. It must hold on `file://` too: a link to a folder, or one that starts at the server's root, is dead.
"""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from build_tools.model.findings import Diagnostic
from build_tools.publish.html_facts import PageFacts, css_addresses, is_outside, page_facts

_MOST_KEPT = 20_000  # pages; a preview looks at the same ones again and again
_seen: dict[bytes, PageFacts] = {}
NOT_FOUND_PAGE = "404.html"  # shown by a web server at any address, so its own links start at the root


class SiteFacts(Struct, frozen=True):
    """What a site holds: its files, and the facts of its pages and style sheets, by path within the site."""

    files: frozenset[str]
    pages: Mapping[str, PageFacts]
    styles: Mapping[str, tuple[str, ...]]

    def loaded(self) -> Iterator[tuple[str, str]]:
        """Every (file, address) that a browser requests by itself."""
        for path, page in self.pages.items():
            yield from ((path, address) for address in page.loads)
        for path, addresses in self.styles.items():
            yield from ((path, address) for address in addresses)


def site_facts(site_dir: Path) -> SiteFacts:
    """Read the pages and style sheets of a built site."""
    files = sorted(path for path in site_dir.rglob("*") if path.is_file())
    names = {path.relative_to(site_dir).as_posix(): path for path in files}
    pages = {name: _kept_facts(path.read_bytes()) for name, path in names.items() if name.endswith(".html")}
    styles = {
        name: tuple(css_addresses(path.read_text(encoding="utf-8", errors="replace")))
        for name, path in names.items()
        if name.endswith(".css")
    }
    return SiteFacts(frozenset(names), pages, styles)


def _kept_facts(content: bytes) -> PageFacts:
    """The facts of a page; those of a page that an earlier look of this process has seen are kept."""
    key = hashlib.sha256(content).digest()
    if key not in _seen:
        if len(_seen) >= _MOST_KEPT:
            _seen.clear()
        _seen[key] = page_facts(content)
    return _seen[key]


def outside_requests(facts: SiteFacts) -> list[Diagnostic]:
    """Each page or style sheet that would make a browser ask another machine for something."""
    found = sorted({(path, address) for path, address in facts.loaded() if is_outside(address)})
    return [Diagnostic("outside-request", args={"page": path, "address": address}) for path, address in found]


def broken_links(facts: SiteFacts) -> list[Diagnostic]:
    """Each link or loaded file within the site that leads nowhere: no such file, or no such anchor on the page."""
    found: list[Diagnostic] = []
    for path, page in facts.pages.items():
        if path == NOT_FOUND_PAGE:
            continue
        for address in sorted({*page.links, *page.loads}):
            target = resolve(path, address)
            if target is None:
                continue
            file, anchor = target
            if file not in facts.files:
                found.append(Diagnostic("broken-link", args={"page": path, "address": address}))
            elif anchor and file in facts.pages and anchor not in facts.pages[file].anchors:
                found.append(Diagnostic("broken-anchor", args={"page": path, "address": address}))
    return found


def resolve(page: str, address: str) -> tuple[str, str] | None:
    """The file within the site and the anchor that an address on `page` means; None where it leads elsewhere."""
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        return None
    if not parts.path:
        return page, _anchor(parts.fragment)
    path = unquote(parts.path)
    if path.startswith("/") and page == NOT_FOUND_PAGE:
        return path.lstrip("/"), ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), _anchor(parts.fragment)


def _anchor(fragment: str) -> str:
    return unquote(fragment.split(":~:", 1)[0])  # `#:~:text=…` is the browser's, not an anchor
