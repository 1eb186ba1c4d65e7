"""A page saved as one file (.mht, .mhtml): a mail message whose parts are the page and its pictures (RFC 2557)."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

import msgspec

from build_tools.errors import DocumentError
from build_tools.model.source import SourceText
from build_tools.readers import html_page
from build_tools.readers.html_encoding import as_declared


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The document of the page; lines are counted in the page, not in the file. `DocumentError` without a page."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    page = next(
        (part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}), None
    )
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise DocumentError("file-damaged", file=file, format="MHTML", reason="text/html")
    return msgspec.structs.replace(html_page.read(as_declared(content, _charset(page)), sha256, file), format="mhtml")


def _charset(page: Message) -> str:
    return str(page.get_content_charset() or "")
