"""Characters: NFC, Đ for Ð, one space for any white space, and nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from build_tools.grammar.words import CONTROL, INVISIBLE, repaired
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import BlockKind, Mark, SourceLine, SourceText
from build_tools.model.span import Span
from build_tools.normalise.lines import Line

_UNSEEN = re.compile(f"[{INVISIBLE}{CONTROL}]")
_ODD = re.compile(f"[{INVISIBLE}{CONTROL}\u00d0\u00f0]")


# Marks times characters of one line: beyond that no person wrote it, and its emphasis is not worth the time.
_MOST_WORK: Final = 20_000_000


class Repaired:
    """The repaired text of each line of a source, and what of it could not be seen."""

    def __init__(self, lines: tuple[SourceLine, ...], texts: list[str], removed: list[Removed]) -> None:
        self.texts = texts
        self.removed = removed
        self._lines = lines

    def marks(self, lines: list[Line]) -> Iterator[tuple[Line, tuple[Mark, ...]]]:
        """The marks of each line that has some, over its repaired text."""
        for line in lines:
            received = self._lines[line.index]
            if received.marks and len(received.marks) * len(received.text) <= _MOST_WORK:
                moved = [_moved(received.text, mark) for mark in received.marks]
                yield line, tuple([mark for mark in moved if mark.span.start < mark.span.end])


def repair_lines(source: SourceText) -> Repaired:
    """Repair every line. The whole text is looked at once, so that text without faults costs little."""
    raw = [line.text for line in source.lines]
    whole = "\n".join(raw)
    removed: list[Removed] = []
    if _ODD.search(whole):
        for line in source.lines:
            unseen = "".join(_UNSEEN.findall(line.text))
            if unseen:
                removed.append(Removed(line.number, unseen, RemovedReason.INVISIBLE_CHARACTER))
        raw = [repaired(text) if not text.isascii() or _UNSEEN.search(text) else text for text in raw]
    elif not unicodedata.is_normalized("NFC", whole):
        raw = [unicodedata.normalize("NFC", text) for text in raw]
    if any(line.opens is BlockKind.TABLE_ROW for line in source.lines):
        rows = [
            _spaced(t) if line.opens is BlockKind.TABLE_ROW else " ".join(t.split()) for line, t in _pairs(source, raw)
        ]
        return Repaired(source.lines, rows, removed)
    return Repaired(source.lines, [" ".join(text.split()) for text in raw], removed)


def _pairs(source: SourceText, raw: list[str]) -> Iterator[tuple[SourceLine, str]]:
    return zip(source.lines, raw, strict=True)


def _spaced(text: str) -> str:
    """One space for any run of white space; the tabs between the cells of a table row stay."""
    if "\t" not in text:
        return " ".join(text.split())
    cells = "\t".join([" ".join(cell.split()) for cell in text.split("\t")])
    return cells if cells.strip() else ""


def _moved(raw: str, mark: Mark) -> Mark:
    """The same mark over the repaired text: each end lies after the repair of what stands before it."""
    start = len(_spaced(repaired(raw[: mark.span.start])))
    inside = _spaced(repaired(raw[: mark.span.end]))
    if start < len(inside) and inside[start].isspace():
        start += 1
    return Mark(Span(start, len(inside)), mark.kind)
