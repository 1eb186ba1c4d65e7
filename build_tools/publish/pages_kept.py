"""During a live preview, takes pages whose source and frame have not changed from the build before.

A finished page depends on its own Markdown and on its frame: the settings, the theme, what the menu says of its pages,
and which pages there are (Markdown links are resolved against these). If any of that changes, every page is built anew;
the pages of the menu always are (without `nav` in mkdocs.yml that is all of them).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.pages import Page

# What the menu takes from a page: its front matter and its heading, where that comes first; else perhaps all of it.
_HEAD = re.compile(rb"(?:---\r?\n.*?\n---\r?\n)?\s*# [^\n]*\n", re.DOTALL)
Kept = dict[bytes, str]
_kept: ContextVar[Kept | None] = ContextVar("kept pages", default=None)


@contextmanager
def keeping_pages() -> Iterator[None]:
    """Builds inside the block leave their pages to the builds after them."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def keep_pages(config: MkDocsConfig) -> None:
    """Let this configuration's build take part, where pages are being kept."""
    kept = _kept.get()
    if kept is not None:
        config.plugins["phobien/pages"] = _KeepPages(kept)


class _KeepPages(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def __init__(self, kept: Kept) -> None:
        self.before = dict(kept)
        self.now = kept
        self.now.clear()
        self.keys: dict[str, bytes] = {}
        self.taken: dict[str, bytes] = {}

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        pages = files.documentation_pages()
        in_menu = {page.src_uri for page in pages} if config.nav is None else set(_strings(config.nav))
        menu = [_head(page.content_bytes) for page in pages if page.src_uri in in_menu]
        frame = _frame(config, [page.src_uri for page in pages], menu)
        for page in pages:
            key = hashlib.sha256(frame + page.src_uri.encode() + b"\0" + page.content_bytes).digest()
            self.keys[page.src_uri] = key
            if key in self.before and page.src_uri not in in_menu:
                self.taken[page.dest_uri] = key
                page.inclusion = InclusionLevel.EXCLUDED
        return files

    def on_post_page(self, output: str, /, *, page: Page, **_: Any) -> str:
        self.now[self.keys[page.file.src_uri]] = output
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        for name, key in self.taken.items():
            self.now[key] = self.before[key]
            path = Path(config.site_dir, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.before[key], encoding="utf-8", errors="xmlcharrefreplace", newline="\n")


def _head(content: bytes) -> bytes:
    found = _HEAD.match(content)
    return found[0] if found else content


def _frame(config: MkDocsConfig, names: list[str], menu: list[bytes]) -> bytes:
    digest = hashlib.sha256(Path(config.config_file_path).read_bytes())
    digest.update(repr((config.site_name, config.theme["language"], config.extra, sorted(names))).encode())
    for content in menu:
        digest.update(hashlib.sha256(content).digest())
    for folder in config.theme.dirs[:1]:  # the library's own or the package's; Material does not change meanwhile
        for path in sorted(path for path in Path(folder).rglob("*") if path.is_file()):
            status = path.stat()
            digest.update(repr((path.as_posix(), status.st_mtime_ns, status.st_size)).encode())
    return digest.digest()


def _strings(nav: Any) -> Iterator[str]:
    """Every path that the menu names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        yield from _strings(list(nav.values()))
    elif isinstance(nav, list):
        for item in nav:
            yield from _strings(item)
