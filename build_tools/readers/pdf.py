"""PDF, through pdfium. Encrypted, damaged or active files are refused, with the reason.

Pages that are pictures are read where somebody recognises their words (see `scan`); a file of nothing else is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic, Removed, RemovedReason
from build_tools.model.source import BlockKind, Flow, SourceLine, SourceText
from build_tools.readers.pdf_added import added_text, open_forms, put_in
from build_tools.readers.pdf_blocks import mark_blocks
from build_tools.readers.pdf_continued import join_tables, whole_row
from build_tools.readers.pdf_furniture import find_edges
from build_tools.readers.pdf_layout import PageLine, page_lines
from build_tools.readers.pdf_pictures import PageKind, page_kind
from build_tools.readers.pdf_segments import segments
from build_tools.readers.pdf_tables import Table, find_tables
from build_tools.readers.pdf_turning import upright
from build_tools.readers.pdf_unseen import part_unseen
from build_tools.readers.recognition import Recognised, mean_confidence, segments_of, without_specks

MAX_PAGES: Final = 5_000
_END_MARK: Final = b"%%EOF"
_TAIL: Final = 4096  # bytes at the end in which a whole file has its end mark
_PASSWORD_ERROR: Final = 4  # FPDF_ERR_PASSWORD


_KEPT: Final = 1.3  # times the words of a page's text layer: fewer recognised ones, and the layer is the whole page

Recogniser = Callable[[Any, list[int]], Recognised]  # an open document and pages (from 0) → the words on these pages


class Page(Struct):
    """The lines of one page, and where they come from."""

    lines: list[PageLine]
    kind: PageKind
    removed: list[tuple[str, RemovedReason]] = []
    tables: list[Table] = []
    added: str = ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(line.text.split()) for line in self.lines)


def read(data: bytes, sha256: str, file: str, recognise: Recogniser | None = None) -> SourceText:
    """The lines of a PDF, page by page; `DocumentError` for one that cannot or must not be read."""
    document = _open(data, file)
    try:
        _refuse(document, file)
        open_forms(document)
        pages = [_page(document, number, file) for number in range(len(document))]
        pictures = [number for number, page in enumerate(pages) if page.kind is PageKind.PICTURE]
        recognised = recognise(document, pictures) if recognise and pictures else None
    finally:
        document.close()
    if recognised is None and not any(page.words for page in pages if page.kind is not PageKind.PICTURE):
        raise DocumentError("pdf-scan", file=file, pages=len(pages))
    if recognised is not None:
        _put_in(pages, recognised)
    lines, removed, doubtful = _lines(pages)
    notes = (*_notes(pages, recognised), *doubtful)
    return SourceText(file, sha256, "pdf", "utf-8", Flow.LINES, lines, removed, notes)


def _put_in(pages: list[Page], recognised: Recognised) -> None:
    """Take what was recognised for the page, unless the page's own text says as much."""
    for number, words in recognised.pages.items():
        if number >= len(pages):
            continue
        if len(words) > pages[number].words * _KEPT:
            specks = " ".join(word.text for word in without_specks(words)[1])
            dirt = [(specks, RemovedReason.SPECK)] if specks else []
            lines = page_lines(segments_of(words))  # with what was added: recognition sees it
            pages[number] = Page(lines, PageKind.PICTURE, dirt, added=pages[number].added)
        elif pages[number].lines:
            pages[number].kind = PageKind.TEXT


def _notes(pages: list[Page], recognised: Recognised | None) -> list[Diagnostic]:
    """What is to be said of whole pages."""
    numbers = {kind: [n for n, page in enumerate(pages, 1) if page.kind is kind] for kind in PageKind}
    notes = [Diagnostic("pdf-page-without-text", 1, args={"page": str(n)}) for n in numbers[PageKind.EMPTY]]
    for number, page in enumerate(pages, 1):
        if page.added:
            notes.append(Diagnostic("pdf-added-text", 1, args={"text": page.added[:200], "page": str(number)}))
    if numbers[PageKind.RECOGNISED]:
        notes.append(Diagnostic("machine-read-elsewhere", 1, args={"pages": _ranges(numbers[PageKind.RECOGNISED])}))
    if recognised is None:
        return notes + [Diagnostic("pdf-page-picture", 1, args={"page": str(n)}) for n in numbers[PageKind.PICTURE]]
    if numbers[PageKind.PICTURE]:
        args = {"pages": _ranges(numbers[PageKind.PICTURE]), "by": recognised.by}
        notes.append(Diagnostic("machine-read", 1, args=args | {"confidence": str(mean_confidence(recognised))}))
    return notes


def _ranges(numbers: list[int]) -> str:
    """Numbers in order, runs drawn together: `1-3, 5`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _open(data: bytes, file: str) -> pypdfium2.PdfDocument:
    if _END_MARK not in data[-_TAIL:]:
        raise DocumentError("pdf-cut-off", file=file)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR or "assword" in str(error):
            raise DocumentError("file-encrypted", file=file, format="PDF") from None
        raise DocumentError("file-damaged", file=file, format="PDF", reason=str(error)) from None


def _refuse(document: pypdfium2.PdfDocument, file: str) -> None:
    if len(document) > MAX_PAGES:
        raise DocumentError("too-many-pages", file=file, pages=len(document), limit=MAX_PAGES)
    if not len(document):
        raise DocumentError("file-damaged", file=file, format="PDF", reason="0 pages")
    scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
    attached = pdfium.FPDFDoc_GetAttachmentCount(document)
    if scripts > 0 or attached > 0:
        raise DocumentError("pdf-active-content", file=file, scripts=max(scripts, 0), attached=max(attached, 0))


def _page(document: pypdfium2.PdfDocument, number: int, file: str) -> Page:
    try:
        page, text = upright(document, number)
    except pypdfium2.PdfiumError as error:
        raise DocumentError("file-damaged", file=file, format="PDF", reason=f"{number + 1}: {error}") from None
    try:
        tables = find_tables(page)
        seen, unseen = part_unseen(segments(text.raw, tables), page)
        added = added_text(document, page)
        found = Page(page_lines(put_in(seen, added), tables), PageKind.TEXT, unseen, tables)
        found.added = " ".join(segment.text for segment in added)
        found.kind = page_kind(page, found.words)
        return found
    finally:
        text.close()
        page.close()


def _lines(pages: list[Page]) -> tuple[tuple[SourceLine, ...], tuple[Removed, ...], list[Diagnostic]]:
    edges = find_edges([page.lines for page in pages])
    mark_blocks([page.lines for page in pages], edges)
    joined = join_tables([page.lines for page in pages], [page.tables for page in pages], edges)
    edges |= dict.fromkeys(joined.repeated, RemovedReason.RUNNING_HEADER)
    lines: list[SourceLine] = []
    removed: list[Removed] = []
    doubtful: list[Diagnostic] = []
    tables: dict[tuple[int, int], int] = {}
    number = 0
    for page, found in enumerate(pages):
        removed.extend(Removed(number + 1, text, reason) for text, reason in found.removed)
        for index, line in enumerate(found.lines):
            number += 1
            if line.doubtful:
                args = {"words": ", ".join(line.doubtful), "page": str(page + 1)}
                doubtful.append(Diagnostic("machine-read-doubtful", number, args=args))
            reason = edges.get((page, index))
            if reason is not None:
                removed.append(Removed(number, line.text, reason))
                continue
            if line.gap and lines and lines[-1].page == page + 1:
                lines.append(SourceLine(number, "", page + 1))
            table = None
            if line.table is not None:
                table = tables.setdefault(joined.first[page, line.table], len(tables) + 1)
            read = SourceLine(number, line.text, page + 1, _opens(line), marks=line.marks, table=table)
            if (page, index) in joined.cut and lines:
                lines[-1] = whole_row(lines[-1], read)
            else:
                lines.append(read)
    return tuple(lines), tuple(removed), doubtful


def _opens(line: PageLine) -> BlockKind | None:
    if line.table is not None:
        return BlockKind.TABLE_ROW
    if line.note:
        return BlockKind.FOOTNOTE
    return BlockKind.PARAGRAPH if line.indented else None
