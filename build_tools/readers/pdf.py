"""PDF with a text layer, through pdfium. Scans and encrypted, damaged or active files are refused, with the reason."""

from __future__ import annotations

from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.source import BlockKind, Flow, SourceLine, SourceText
from build_tools.readers.pdf_furniture import find_edges
from build_tools.readers.pdf_layout import PageLine, page_lines
from build_tools.readers.pdf_segments import segments
from build_tools.readers.pdf_tables import find_tables

MAX_PAGES: Final = 5_000
_END_MARK: Final = b"%%EOF"
_TAIL: Final = 4096  # bytes at the end in which a whole file has its end mark
_PASSWORD_ERROR: Final = 4  # FPDF_ERR_PASSWORD


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The lines of a PDF, page by page; `DocumentError` for one that cannot or must not be read."""
    document = _open(data, file)
    try:
        _refuse(document, file)
        pages = [_page(document, number, file) for number in range(len(document))]
    finally:
        document.close()
    if not any(pages):
        raise DocumentError("pdf-scan", file=file, pages=len(pages))
    lines, removed = _lines(pages)
    empty = [number for number, page in enumerate(pages, 1) if not page]
    notes = tuple(Diagnostic("pdf-page-without-text", 1, args={"page": str(number)}) for number in empty)
    return SourceText(file, sha256, "pdf", "utf-8", Flow.LINES, lines, removed, notes)


def _open(data: bytes, file: str) -> pypdfium2.PdfDocument:
    if _END_MARK not in data[-_TAIL:]:
        raise DocumentError("file-damaged", file=file, format="PDF", reason="%%EOF")
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


def _page(document: pypdfium2.PdfDocument, number: int, file: str) -> list[PageLine]:
    try:
        page: Any = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise DocumentError("file-damaged", file=file, format="PDF", reason=f"{number + 1}: {error}") from None
    try:
        tables = find_tables(page)
        return page_lines(segments(text.raw, tables), tables)
    finally:
        text.close()
        page.close()


def _lines(pages: list[list[PageLine]]) -> tuple[tuple[SourceLine, ...], tuple[Removed, ...]]:
    edges = find_edges(pages)
    lines: list[SourceLine] = []
    removed: list[Removed] = []
    tables: dict[tuple[int, int], int] = {}
    number = 0
    for page, found in enumerate(pages):
        for index, line in enumerate(found):
            number += 1
            reason = edges.get((page, index))
            if reason is not None:
                removed.append(Removed(number, line.text, reason))
                continue
            if line.gap and lines and lines[-1].page == page + 1:
                lines.append(SourceLine(number, "", page + 1))
            table = None
            if line.table is not None:
                table = tables.setdefault((page, line.table), len(tables) + 1)
            lines.append(SourceLine(number, line.text, page + 1, _opens(line), table=table))
    return tuple(lines), tuple(removed)


def _opens(line: PageLine) -> BlockKind | None:
    if line.table is not None:
        return BlockKind.TABLE_ROW
    if line.note:
        return BlockKind.FOOTNOTE
    return BlockKind.PARAGRAPH if line.indented else None
