"""A plain site around an index: one HTML page for each page of the passages, without theme or MkDocs."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from build_tools.search import SearchPassage, build_index, ui_words

ASSETS = Path(__file__).parents[2] / "build_tools" / "theme" / "assets"

PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="icon" href="data:,"><title>{title}</title>
<link rel="stylesheet" href="{base}assets/search.css">
<header><div class="ph-search" data-search="{mode}" data-search-base="{base}" data-search-words="{words}"{address}>
<form action="{base}tim-kiem.html" role="search"><label for="q">Tìm</label><input type="search" id="q" name="q"></form>
</div></header>
<main><h1>{title}</h1>{body}</main><script src="{base}assets/search.js"></script></html>
"""


def write_site(folder: Path, passages: Iterable[SearchPassage], *, pages: bool = True) -> None:
    """Write index, scripts and (unless `pages` is false) pages into `folder`."""
    items = list(passages)
    for name, data in build_index(items).items():
        _write(folder / name, data)
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    for path in ASSETS.glob("search*"):
        shutil.copy(path, folder / "assets" / path.name)
    for page, group in groupby(items if pages else [], key=lambda item: item.page):
        body = "".join(
            f'<p id="{html.escape(item.anchor)}">{html.escape(item.title)}. {html.escape(item.text)}</p>'
            for item in group
        )
        _write(folder / page, page_html(page, page, body, "header"))
    _write(folder / "gioi-thieu.html", b"<!doctype html><link rel=icon href=data:,><title>about</title>")
    _write(folder / "assets/search.css", (ASSETS / "search.css").read_bytes())
    _write(folder / "tim-kiem.html", page_html("tim-kiem.html", "Tìm kiếm", "", "page"))


def page_html(name: str, title: str, body: str, mode: str) -> bytes:
    """One page with a search box."""
    words = html.escape(json.dumps(ui_words(), ensure_ascii=False))
    base = "../" * name.count("/") or "./"
    address = " data-search-address" if mode == "page" else ""
    text = PAGE.format(title=html.escape(title), body=body, base=base, words=words, mode=mode, address=address)
    return text.encode()


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
