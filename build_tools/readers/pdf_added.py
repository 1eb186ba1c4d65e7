"""Text that was put onto the pages of a PDF later: typed over them, or filled into the fields of a form.

It is no part of the page's own text, but everybody sees it: a number and a date are often added in this way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import POINTER, c_ushort, cast
from typing import Any, Final

import pypdfium2.raw as pdfium

from build_tools.readers.pdf_segments import Segment

_FILLED: Final = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX)
_UNSEEN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_LINE: Final = 12.0  # points: the height that a line is taken to have


def open_forms(document: Any) -> None:
    """Make the values of form fields readable; to be called before the first page is opened."""
    if document.get_formtype():
        document.init_forms()


def added_text(document: Any, page: Any) -> list[Segment]:
    """What was added to a page, line by line, each at its place."""
    return [segment for index in range(pdfium.FPDFPage_GetAnnotCount(page)) for segment in _of(document, page, index)]


def _of(document: Any, page: Any, index: int) -> Iterator[Segment]:
    annotation = pdfium.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return
    try:
        box = pdfium.FS_RECTF()
        text = "" if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN else _text(document, annotation)
        if text.strip() and pdfium.FPDFAnnot_GetRect(annotation, box):
            for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
                top = box.top - number * _LINE
                if line.strip():
                    yield Segment(line, box.left, box.right, min(box.bottom, top - _LINE), top)
    finally:
        pdfium.FPDFPage_CloseAnnot(annotation)


def _text(document: Any, annotation: Any) -> str:
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    if kind == pdfium.FPDF_ANNOT_FREETEXT:
        return _string(lambda to, size: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", to, size))
    forms = document.formenv
    if kind != pdfium.FPDF_ANNOT_WIDGET or forms is None:
        return ""
    if pdfium.FPDFAnnot_GetFormFieldType(forms, annotation) not in _FILLED:
        return ""
    return _string(lambda to, size: pdfium.FPDFAnnot_GetFormFieldValue(forms, annotation, to, size))


def _string(read: Callable[[Any, int], int]) -> str:
    """A string that pdfium writes in UTF-16, with two zero bytes at its end."""
    size = read(None, 0)
    buffer = (c_ushort * (size // 2 + 1))()
    read(cast(buffer, POINTER(pdfium.FPDF_WCHAR)), size)
    return bytes(buffer)[: max(size - 2, 0)].decode("utf-16-le", "replace")


def put_in(found: list[Segment], added: list[Segment]) -> list[Segment]:
    """The segments of a page with what was added: behind what stands left of it, else below what stands above it."""
    placed = list(found)
    for segment in added:
        middle = (segment.bottom + segment.top) / 2
        beside = [s for s in placed if s.bottom <= middle <= s.top and s.left < segment.left]
        above = [s for s in placed if s.bottom >= middle]
        before = max(beside, key=lambda s: s.left, default=None) or min(above, key=lambda s: s.bottom, default=None)
        placed.insert(placed.index(before) + 1 if before is not None else 0, segment)
    return placed
