"""The kinds of pages and files, each one module.

To add a kind, write `pages(library, ctx)` or `files(library, ctx)` and enter it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from build_tools.model.library import Library
from build_tools.render import (
    absent_page,
    checklist,
    data_page,
    document_page,
    downloads,
    exports,
    family_page,
    guides,
    home,
    indexes,
    roles_page,
    timeline_page,
)
from build_tools.render.context import Context
from build_tools.render.page import DataFile, Page

PageKind = Callable[[Library, Context], Iterator[Page]]
FileKind = Callable[[Library, Context], Iterator[DataFile]]

PAGE_KINDS: Mapping[str, PageKind] = {
    "home": home.pages,
    "documents": document_page.pages,
    "absent documents": absent_page.pages,
    "indexes": indexes.pages,
    "guides": guides.pages,
    "checklists": checklist.pages,
    "roles": roles_page.pages,
    "families": family_page.pages,
    "timeline": timeline_page.pages,
    "data": data_page.pages,
}

FILE_KINDS: Mapping[str, FileKind] = {
    "downloads": downloads.files,
    "documents": exports.documents,
    "tables": exports.tables,
    "calendars": exports.calendars,
    "tracking": exports.tracking_sheets,
    "feeds": exports.feeds,
    "schema": exports.schema,
    "sitemap": exports.site_map,
}
