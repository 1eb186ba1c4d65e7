"""Which pages of a PDF are pictures of text, and what text such a page carries besides."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

import pypdfium2.raw as pdfium

_COVERED: Final = 0.6  # of the page: a picture that large is the page
_FEW_WORDS: Final = 40  # a stamp of a signature or a watermark that is printed over a scan has no more


class PageKind(StrEnum):
    """Where the words of a page come from."""

    TEXT = "text"  # a text layer that somebody wrote
    PICTURE = "picture"  # nothing but a picture, or a stamp over one
    RECOGNISED = "recognised"  # a picture with an unseen text layer, made by character recognition
    EMPTY = "empty"


def page_kind(page: Any, words: int) -> PageKind:
    """What a page is that carries `words` words as text."""
    if _share_of_pictures(page) < _COVERED:
        return PageKind.TEXT if words else _without_text(page)
    if words and not _is_seen(page):
        return PageKind.RECOGNISED
    return PageKind.TEXT if words > _FEW_WORDS else PageKind.PICTURE


def _without_text(page: Any) -> PageKind:
    """A page with drawings but without text may show letters that are drawn as shapes."""
    return PageKind.PICTURE if pdfium.FPDFPage_CountObjects(page) > 0 else PageKind.EMPTY


def _share_of_pictures(page: Any) -> float:
    width, height = map(float, page.get_size())
    covered = 0.0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = map(float, item.get_bounds())
        covered += max(0.0, min(right, width) - max(left, 0.0)) * max(0.0, min(top, height) - max(bottom, 0.0))
    return covered / max(1.0, width * height)


def _is_seen(page: Any) -> bool:
    """Whether most of its text is drawn so that a reader sees it."""
    seen: list[bool] = [
        pdfium.FPDFTextObj_GetTextRenderMode(item) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=3)
    ]
    return sum(seen) * 2 >= len(seen)
