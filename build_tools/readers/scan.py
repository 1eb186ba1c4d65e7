"""Scans: PDF pages that are pictures, their words recognised by Tesseract, or kept from an earlier recognition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from build_tools.errors import DocumentError
from build_tools.model.source import RECOGNISED_FILE, SourceText
from build_tools.readers import pdf, recognition, tesseract
from build_tools.readers.recognition import Recognised


def read_scan(data: bytes, sha256: str, path: Path, file: str) -> tuple[SourceText, str]:
    """The lines of a PDF with pictures of text, and what is to be kept of the recognition (empty: none was needed).

    Words kept beside `path` from an earlier recognition are taken where they fit. Raises DocumentError as `pdf.read`
    does, and where the recognition fails.
    """
    kept = ""

    def recognise(document: Any, pages: list[int]) -> Recognised:
        nonlocal kept
        earlier = kept_beside(path, sha256)
        if earlier is not None and set(pages) <= set(earlier.pages):
            kept = recognition.write(earlier)
            return earlier
        program = tesseract.find_program()
        if program is None:
            raise DocumentError("pdf-scan", file=file, pages=len(pages))
        if len(pages) > tesseract.MAX_PAGES:
            raise DocumentError("too-many-pages", file=file, pages=len(pages), limit=tesseract.MAX_PAGES)
        by = f"{tesseract.version(program)} ({tesseract.LANGUAGE})"
        found = Recognised(sha256, by, tesseract.recognise(program, document, pages, file))
        kept = recognition.write(found)
        return found

    source = pdf.read(data, sha256, file, recognise)
    return source, kept


def kept_beside(path: Path, sha256: str) -> Recognised | None:
    """What was recognised in the file at `path` earlier, if it is kept in its folder."""
    try:
        text = path.with_name(RECOGNISED_FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return recognition.parse(text, sha256)


def can_recognise(path: Path) -> bool:
    """Whether pictures of text in the file at `path` can be read: recognised before, or Tesseract is there."""
    return path.with_name(RECOGNISED_FILE).is_file() or tesseract.find_program() is not None
