"""Word (.docx): the text as Word shows it, read from the package's XML.

Numbers of lists are computed, headers and footers are recorded as page furniture, hidden text is left out and recorded.
A document whose wording is still open (tracked changes, comments) is refused: which text holds is not ours to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic, RemovedReason
from build_tools.model.source import BlockKind, Flow, MarkKind, SourceText
from build_tools.readers.line_writer import LineWriter
from build_tools.readers.tables import NATION
from build_tools.readers.word_drawings import watermarks
from build_tools.readers.word_fields import unended_fields
from build_tools.readers.word_numbering import Numbering
from build_tools.readers.word_package import Package, local
from build_tools.readers.word_styles import Styles
from build_tools.readers.word_walk import Context, Walk

_TRACKED: Final = frozenset(("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel"))
_FOREIGN: Final = frozenset(("altChunk", "subDoc"))
_FIRST_PARAGRAPHS: Final = 60  # among which a letterhead stands
_NOTE_PARTS: Final = (("footnote", "word/footnotes.xml"), ("endnote", "word/endnotes.xml"))
_EDGES: Final = (
    ("word/header", RemovedReason.RUNNING_HEADER),
    ("word/footer", RemovedReason.RUNNING_FOOTER),
)


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The paragraphs, tables and notes of a Word file; `DocumentError` for a damaged, unsafe or unfinished one."""
    package = Package(data, file)
    document = package.part(package.main)
    body = next((item for item in document if local(item) == "body"), None) if document is not None else None
    if document is None or body is None:
        raise DocumentError("file-damaged", file=file, format="DOCX", reason=package.main)
    notes = {kind: package.beside(f"{kind}s", name) for kind, name in _NOTE_PARTS}
    _refuse_open_wording(package, file, [document, *notes.values()])
    _refuse_foreign_parts(body, file)
    styles = Styles(package.beside("styles", "word/styles.xml"))
    numbering = Numbering(package.beside("numbering", "word/numbering.xml"), styles.list_of)
    context = Context(styles, numbering, package, unended_fields([document, *notes.values()]))
    walk = Walk(context, LineWriter())
    letterhead = _letterhead_above(package, body)
    head = package.part(letterhead)
    if head is not None:
        walk.blocks(head)
    walk.blocks(body)
    _notes(walk, notes)
    _edges(walk, package, letterhead)
    return SourceText(
        file=file,
        sha256=sha256,
        format="docx",
        encoding="utf-8",
        flow=Flow.BLOCKS,
        lines=walk.writer.finish(),
        removed=tuple(walk.writer.removed),
        diagnostics=tuple(_unreadable(context)),
    )


def _refuse_open_wording(package: Package, file: str, parts: list[etree._Element | None]) -> None:
    names = [local(element) for part in parts if part is not None for element in part.iter()]
    tracked = sum(name in _TRACKED for name in names)
    if tracked:
        raise DocumentError("word-tracked-changes", file=file, count=tracked)
    comments = package.beside("comments", "word/comments.xml")
    count = sum(local(item) == "comment" for item in comments) if comments is not None else 0
    if count and "commentReference" in names:
        raise DocumentError("word-comments", file=file, count=count)


def _refuse_foreign_parts(body: etree._Element, file: str) -> None:
    """Text that another file holds and Word shows in its place: web pages and documents put in whole."""
    count = sum(local(element) in _FOREIGN for element in body.iter())
    if count:
        raise DocumentError("word-foreign-parts", file=file, count=count)


def _unreadable(context: Context) -> Iterator[Diagnostic]:
    """What can be seen and not read: pictures, the sheets and formulas of other programs, strokes through words."""
    found = (("word-objects", context.objects), ("word-pictures", context.pictures), ("struck-out", context.struck))
    for code, lines in found:
        if lines:
            yield Diagnostic(code, lines[0], args={"count": str(len(lines))})


def _notes(walk: Walk, parts: dict[str, etree._Element | None]) -> None:
    """The notes, in the order in which the text refers to them."""
    for kind, key, label in list(walk.context.notes):
        part = parts.get(kind)
        note = next((item for item in part if _id(item) == key), None) if part is not None else None
        if note is None:
            continue
        inner = Walk(walk.context, LineWriter())
        inner.blocks(note)
        walk.writer.removed.extend(inner.writer.removed)
        for index, line in enumerate(inner.writer.finish()):
            walk.begin(BlockKind.FOOTNOTE)
            if not index:
                walk.writer.open(MarkKind.SUPERSCRIPT)
                walk.writer.text(label)
                walk.writer.close(MarkKind.SUPERSCRIPT)
                walk.writer.text(" ")
            walk.writer.append(line)
    _unused_notes(walk, parts)


def _unused_notes(walk: Walk, parts: dict[str, etree._Element | None]) -> None:
    """Notes that nothing refers to: Word shows them nowhere."""
    used = {(kind, key) for kind, key, _ in walk.context.notes}
    for kind, part in parts.items():
        for note in part if part is not None else ():
            if (kind, _id(note)) not in used:
                walk.writer.remove(walk.context.line, _text(note), RemovedReason.HIDDEN_TEXT)


def _letterhead_above(package: Package, body: etree._Element) -> str:
    """The header that holds the document's letterhead, which then is no furniture; empty where the text has its own."""
    paragraphs = (item for item in body.iter() if local(item) == "p")
    if any(NATION.search(_text(item)) for item in islice(paragraphs, _FIRST_PARAGRAPHS)):
        return ""
    parts = ((name, package.part(name)) for name in package.names("word/header"))
    return next((name for name, part in parts if part is not None and NATION.search(_text(part))), "")


def _text(element: etree._Element) -> str:
    return "".join(item.text or "" for item in element.iter() if local(item) == "t")


def _edges(walk: Walk, package: Package, letterhead: str) -> None:
    """Headers and footers: each wording once; a watermark drawn in a header is a removal of its own kind."""
    seen: set[str] = set()
    for prefix, reason in _EDGES:
        for name in package.names(prefix):
            part = package.part(name)
            if part is None or name == letterhead:
                continue
            inner = Walk(walk.context, LineWriter())
            inner.blocks(part)
            drawn = watermarks(part)
            lines = [" ".join(line.text.split()) for line in inner.writer.finish()]
            text = " ".join(line for line in lines if line not in drawn)
            if text not in seen:
                seen.add(text)
                walk.writer.remove(1, text, reason)
            for mark in drawn:
                if mark not in seen:
                    seen.add(mark)
                    walk.writer.remove(1, mark, RemovedReason.WATERMARK)


def _id(element: etree._Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("}id")), "")
