"""HTML: a page saved from a portal or from Word. The document comes through, the site around it does not."""

from __future__ import annotations

from lxml import etree, html

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic
from build_tools.model.source import Flow, SourceText
from build_tools.readers.html_content import Content, open_wording, struck_out
from build_tools.readers.html_encoding import decode_html
from build_tools.readers.html_walk import Walk, line_of


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The paragraphs, lists and tables of the page's document; `DocumentError` for a page without a body."""
    decoded = decode_html(data, file)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(decoded.text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise DocumentError("file-empty", file=file) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentError("html-too-deep", file=file)
    _refuse_open_wording(root, file)
    body = root.find("body")
    walk = Walk(Content(root if body is None else body))
    walk.page(root)
    return SourceText(
        file=file,
        sha256=sha256,
        format="html",
        encoding=decoded.encoding,
        flow=Flow.BLOCKS,
        lines=walk.writer.finish(),
        removed=tuple(walk.writer.removed),
        diagnostics=(*decoded.diagnostics, *_struck(root)),
    )


def _refuse_open_wording(root: etree._Element, file: str) -> None:
    changes, comments = open_wording(root)
    if changes:
        raise DocumentError("word-tracked-changes", file=file, count=changes)
    if comments:
        raise DocumentError("word-comments", file=file, count=comments)


def _struck(root: etree._Element) -> list[Diagnostic]:
    found = struck_out(root)
    return [Diagnostic("struck-out", line_of(found[0], 1), args={"count": str(len(found))})] if found else []
