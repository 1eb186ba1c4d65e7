"""What readers can take away of a document, and those of these files that are made here."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from msgspec import Struct

from build_tools import diagnostics
from build_tools.i18n import _
from build_tools.model.contract import to_json
from build_tools.model.findings import Diagnostic, Severity
from build_tools.model.library import Library
from build_tools.render import links, names
from build_tools.render.context import Context
from build_tools.render.exports import has_tracking, jsonld_file, tracking_file
from build_tools.render.inline import Layers
from build_tools.render.markdown import escape
from build_tools.render.page import DataFile
from build_tools.render.text import TextOptions, document_text

_PLAIN_NAME = re.compile(r"(?!van-ban\.md$|theo-doi\.xlsx$)[a-z0-9][a-z0-9._-]{0,19}")  # the two are names of ours
_PLAIN_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
# A browser would run what such a file contains; as text it only shows it.
_ACTIVE = frozenset({".htm", ".html", ".mht", ".mhtml", ".svg", ".xhtml", ".xml"})


class Download(Struct, frozen=True):
    """A file to take away: its path on the site and what it is."""

    path: str
    label: str


def downloads(ctx: Context, work: str) -> tuple[Download, ...]:
    """The forms in which a held document is offered."""
    found = [Download(original_path(ctx, work), _("Original"))] if work in ctx.options.originals else []
    found += [
        Download(markdown_path(work), "Markdown"),
        Download(links.data_file(work, "json"), "JSON"),
        Download(links.data_file(work, "akn.xml"), "Akoma Ntoso"),
        Download(jsonld_file(work), "JSON-LD"),
    ]
    if has_tracking(ctx, work):
        found.append(Download(tracking_file(work), _("Tracking sheet (.xlsx)")))
    return tuple(found)


def original_path(ctx: Context, work: str) -> str:
    """Where the received file is published, active formats with `.txt` behind their name.

    A name that is long or not plain ASCII gives way to `ban-goc`: the path must unpack on any Windows.
    """
    name = posixpath.basename(ctx.options.originals[work].name)
    suffix = posixpath.splitext(name)[1].lower()
    if not _PLAIN_NAME.fullmatch(name):
        name = f"ban-goc{suffix if _PLAIN_SUFFIX.fullmatch(suffix) else ''}"
    return links.download_file(work, f"{name}.txt" if suffix in _ACTIVE else name)


def markdown_path(work: str) -> str:
    """Where the plain Markdown of a document is published."""
    return links.download_file(work, "van-ban.md")


def files(library: Library, ctx: Context) -> Iterator[DataFile]:
    """The received file, the plain Markdown and the JSON (the contract of `phobien inspect`) of every held document."""
    for work in library.entries:
        if work in ctx.options.originals:
            yield DataFile(original_path(ctx, work), ctx.options.originals[work].content)
        yield DataFile(markdown_path(work), _plain_markdown(ctx, work).encode())
        yield DataFile(links.data_file(work, "json"), to_json(ctx.document(work), _words))


def _words(item: Diagnostic) -> tuple[Severity, str, str]:
    return diagnostics.severity(item.code), diagnostics.message(item), diagnostics.advice(item)


def _plain_markdown(ctx: Context, work: str) -> str:
    """The text with its corrections and emphasis, without links and boxes, under a heading with its name."""
    document = ctx.document(work)
    layers = Layers((), document.corrections, document.marks)
    text = document_text(document, ctx.anchors(work), TextOptions(layers, layers, {}, permalinks=False, anchors=False))
    return f"# {escape(names.work_name(ctx.work(work)))}\n\n{text}\n"
