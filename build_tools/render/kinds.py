"""The kinds of pages and files, each one module.

To add a kind, write `pages(library, ctx)` or `files(library, ctx)` and enter it here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from build_tools.model.library import Library
from build_tools.render import checklist, document_page, downloads, exports, guides, roles_page
from build_tools.render.context import Context
from build_tools.render.page import DataFile, Page

PageKind = Callable[[Library, Context], Iterator[Page]]
FileKind = Callable[[Library, Context], Iterator[DataFile]]

PAGE_KINDS: Mapping[str, PageKind] = {
    "document": document_page.pages,
    "guides": guides.pages,
    "checklists": checklist.pages,
    "roles": roles_page.pages,
}

FILE_KINDS: Mapping[str, FileKind] = {
    "downloads": downloads.files,
    "documents": exports.documents,
    "tables": exports.tables,
    "calendars": exports.calendars,
    "tracking": exports.tracking_sheets,
    "feeds": exports.feeds,
    "sitemap": exports.site_map,
}
