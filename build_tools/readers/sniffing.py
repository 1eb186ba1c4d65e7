"""Which format a file has, by its content; the name's ending decides only between plain text and Markdown."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Final

from build_tools.readers.decoding import guess_text

_PDF_HEADER_WITHIN: Final = 1024  # bytes; ISO 32000-1, annex H: readers accept the header there
_SAMPLE: Final = 100_000  # bytes looked at to tell text formats apart
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_PARTS: Final = (  # the main stream of other programs' compound files; their directory is in UTF-16
    ("WordDocument", "doc"),
    ("EncryptedPackage", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__substg1.0_", "msg"),
    ("VisioDocument", "vsd"),
)
_FOREIGN: Final = (  # formats that are recognised in order to say which they are
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"MZ", "exe"),
    (b"\x7fELF", "elf"),
)

_WORD_MAIN = re.compile(r"word/document\d{0,3}\.xml")  # Word on the web counts them
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?><!--.{0,5000}?-->)\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEADERS: Final = 4096  # characters in which a page saved as one file says so
_MHTML = re.compile(
    r"\s*(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date|Content-Type|X-\S{1,40}):", re.IGNORECASE
)
_SIGNS: Final = (  # what must be in the text for the sign to be, and the sign
    ("#", re.compile(r"^ {0,3}#{1,6} +\S", re.MULTILINE)),
    ("**", re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]{0,400}\*\*(?!\*)")),
    ("---", re.compile(r"^ {0,3}\|?(?: *:?-{3,}:? *\|)+", re.MULTILINE)),
    ("\\", re.compile(r"\\[*_#\-.\[\]]")),
    ("<", re.compile(r"<(?:sup|sub|br|u)\s*/?>", re.IGNORECASE)),
)


def sniff(data: bytes, name: str) -> str:
    """A format that is read ('text', 'markdown', 'html', 'mhtml', 'docx', 'pdf', 'odt', 'doc', 'rtf'), or another."""
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(OLE):
        return next((kind for name, kind in _OLE_PARTS if name.encode("utf-16-le") in data), "doc")
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    for signature, foreign in _FOREIGN:
        if data.startswith(signature):
            return foreign
    return _text_format(guess_text(data[:_SAMPLE]), PurePath(name).suffix.lower())


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {name.replace("\\", "/") for name in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return "zip"
    if any(_WORD_MAIN.fullmatch(name) for name in names):
        return "docx"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "ppt/presentation.xml" in names:
        return "pptx"
    return "zip"


def _text_format(text: str, suffix: str) -> str:
    if _HTML_START.match(text):
        return "html"
    if text.lstrip()[:5] == "<?xml":  # another vocabulary: its markup would be read as text
        return "xml"
    if _MHTML.match(text) and "multipart/related" in text[:_HEADERS]:
        return "mhtml"
    if suffix in {".md", ".markdown"} or _looks_like_markdown(text):
        return "markdown"
    return "text"


def _looks_like_markdown(text: str) -> bool:
    """Whether signs that plain text of Vietnamese documents does not carry are there: two kinds, or one often."""
    found = [len(pattern.findall(text)) if needed in text else 0 for needed, pattern in _SIGNS]
    return sum(count > 0 for count in found) >= 2 or found[0] >= 2 or found[1] >= 3 or found[2] >= 1
