"""Characters: NFC, Đ for Ð, one space for any white space, and nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

from build_tools.grammar.words import CONTROL, INVISIBLE, repaired
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import Mark, SourceLine, SourceText
from build_tools.model.span import Span

_ODD = re.compile(f"[{INVISIBLE}{CONTROL}\u00d0\u00f0]")
_UNSEEN = re.compile(f"[{INVISIBLE}{CONTROL}]")


class Characters:
    """Repairs the lines of one source; looks once at the whole text, so that clean text costs nothing."""

    def __init__(self, source: SourceText) -> None:
        whole = "\n".join([line.text for line in source.lines])
        self._clean = not _ODD.search(whole) and unicodedata.is_normalized("NFC", whole)
        self.removed: list[Removed] = []

    def line(self, line: SourceLine) -> tuple[str, tuple[Mark, ...]]:
        """The line's text as it will be read (cells of a table row still parted by tabs), and its marks."""
        raw = line.text
        if not self._clean:
            unseen = _UNSEEN.findall(raw)
            if unseen:
                self.removed.append(Removed(line.number, "".join(unseen), RemovedReason.INVISIBLE_CHARACTER))
        if not line.marks:
            return self.repair(raw), ()
        return self.repair(raw), tuple(
            [mark for mark in (self._moved(raw, mark) for mark in line.marks) if mark.span.start < mark.span.end]
        )

    def repair(self, raw: str) -> str:
        """`raw` with every repair; pure."""
        text = raw if self._clean else repaired(raw)
        if "\t" not in text:
            return " ".join(text.split())
        return "\t".join([" ".join(cell.split()) for cell in text.split("\t")]).strip(" ")

    def _moved(self, raw: str, mark: Mark) -> Mark:
        """The same mark over the repaired text: each end lies after the repair of what stands before it."""
        before = self.repair(raw[: mark.span.start])
        inside = self.repair(raw[: mark.span.end])
        start = len(before)
        if start < len(inside) and inside[start] == " ":
            start += 1
        return Mark(Span(start, len(inside)), mark.kind)
