"""A library read by the program itself from texts that a test writes, and its pages."""

from __future__ import annotations

from build_tools.model.decisions import Decisions, Edition, Received
from build_tools.model.library import Entry, Library
from build_tools.pipeline.analyse import analyse_source
from build_tools.render import RenderOptions
from build_tools.render.context import Context
from build_tools.resolve import resolve
from tests.annotate.reading import source_of


def library_of(**texts: str) -> Library:
    """A public library of texts; each is named `<place>__<name>`."""
    entries = {}
    for name, text in texts.items():
        id_ = name.replace("__", "/").replace("_", "-")
        document = analyse_source(source_of(text, file=f"{id_}/source.txt"))
        entries[id_] = Entry(id_, document, Decisions(Received(document.file, document.sha256), Edition.PUBLIC))
    return resolve(entries, Edition.PUBLIC)


def context_of(library: Library) -> Context:
    """What the pages of a library are made from."""
    return Context(library, RenderOptions())
