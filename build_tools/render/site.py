"""Runs every kind of page over a library."""

from __future__ import annotations

import json

from build_tools.i18n import use_language
from build_tools.model.library import Library
from build_tools.render.context import Context
from build_tools.render.kinds import FILE_KINDS, PAGE_KINDS
from build_tools.render.markdown import escape, printable, unbroken_symbols
from build_tools.render.page import Page, Rendered, RenderOptions
from build_tools.render.shown import shown

GENERATED = "generated; do not edit"
"""Stands in the first lines of every generated page; `publish` removes by it what an earlier build left."""
TOP = "pb-top"
"""The anchor of a page's heading, to which the link that skips the menu leads."""


def render(library: Library, options: RenderOptions | None = None) -> Rendered:
    """All pages and files of one edition. The same library and options give the same bytes.

    A path that two kinds claim is a defect of the program: `ValueError`.
    """
    options = options or RenderOptions()
    pages: dict[str, str] = {}
    files: dict[str, bytes] = {}
    with use_language(options.language):
        library = shown(library)
        ctx = Context(library, options)
        for make_pages in PAGE_KINDS.values():
            for page in make_pages(library, ctx):
                _claim(pages, page.path)
                pages[page.path] = _markdown(page, library)
        ctx.pages = tuple(pages)
        for make_files in FILE_KINDS.values():
            for file in make_files(library, ctx):
                _claim(files, file.path)
                files[file.path] = file.content
    return Rendered(dict(sorted(pages.items())), dict(sorted(files.items())))


def _claim(taken: dict[str, str] | dict[str, bytes], path: str) -> None:
    if path in taken:
        raise ValueError(f"two kinds of page write {path}")


def _markdown(page: Page, library: Library) -> str:
    """The page as a file: front matter (JSON scalars are YAML), the note that it is generated, heading and body."""
    meta = {
        "title": page.title,
        "description": page.description,
        "kind": page.kind,
        "edition": library.edition.value,
        "hide": list(page.hide) or None,
    }
    front = "".join(
        f"{key}: {printable(json.dumps(value, ensure_ascii=False))}\n" for key, value in meta.items() if value
    )
    heading = f"# {unbroken_symbols(escape(page.heading or page.title))} {{ #{TOP} }}"
    blocks = (page.above.strip(), heading, page.body.strip())
    return f"---\n# {GENERATED}\n{front}---\n\n" + "\n\n".join(block for block in blocks if block) + "\n"
