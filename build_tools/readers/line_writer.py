"""Builds source lines piece by piece, with the emphasis that lies over them. Shared by the formats that have markup."""

from __future__ import annotations

from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import BlockKind, Mark, MarkKind, SourceLine
from build_tools.model.span import Span


class LineWriter:
    """Collects `lines` and `removed` in the order of the received file."""

    def __init__(self) -> None:
        self.lines: list[SourceLine] = []
        self.removed: list[Removed] = []
        self._parts: list[str] = []
        self._blank = True  # whether the parts have no visible character
        self._length = 0
        self._marks: list[Mark] = []
        self._open: list[tuple[MarkKind, int]] = []
        self._number = 1
        self._page: int | None = None
        self._opens: BlockKind | None = None
        self._break = False
        self._table: int | None = None
        self._tables = 0
        self._prefix = ""

    def begin(
        self,
        number: int,
        opens: BlockKind | None,
        *,
        break_before: bool = False,
        table: int | None = None,
        page: int | None = None,
    ) -> None:
        """Finish the line at hand and begin another; marks that are open stay open over it."""
        self._flush()
        self._number, self._opens, self._break, self._table, self._page = number, opens, break_before, table, page

    def next_line(self, number: int, *, break_before: bool = False) -> None:
        """Go on with the same block on the next line of the file."""
        if self.empty():
            self._number = number
        else:
            self.begin(number, None, break_before=break_before)

    def prefix(self, marker: str) -> None:
        """Put a list marker before the text of the line at hand; alone it does not make a line."""
        self._prefix = marker

    def waiting(self, kind: BlockKind) -> bool:
        """Whether the block at hand is of this kind and has no text yet."""
        return self._opens is kind and self.empty()

    def next_table(self) -> int:
        """The number of the next table."""
        self._tables += 1
        return self._tables

    def text(self, text: str) -> None:
        """Add text to the line at hand."""
        if self._prefix and text.strip():
            text, self._prefix = self._prefix + text.lstrip(), ""
        self._parts.append(text)
        self._length += len(text)
        self._blank = self._blank and not text.strip()

    def empty(self) -> bool:
        """Whether the line at hand has no text yet."""
        return self._blank

    def open(self, kind: MarkKind) -> None:
        """Begin a mark here."""
        self._open.append((kind, self._length))

    def close(self, kind: MarkKind) -> None:
        """End the innermost open mark of this kind; nothing happens without one."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index][0] is kind:
                start = self._open.pop(index)[1]
                self._mark(kind, start)
                return

    def copy(self, line: SourceLine, *, opens: BlockKind | None, apart: bool = False) -> None:
        """Add a finished line as a block of its own; `apart` from a sentence that the block before did not end."""
        self.begin(line.number, opens, break_before=apart or line.break_before, page=line.page)
        self.append(line)

    def append(self, line: SourceLine) -> None:
        """Add the text and the marks of a finished line to the line at hand; tabs inside it become spaces."""
        for mark in line.marks:
            start, end = mark.span.start + self._length, mark.span.end + self._length
            self._marks.append(Mark(Span(start, end), mark.kind))
        self.text(line.text.replace("\t", " "))

    def close_all(self) -> None:
        """End every open mark: marks do not reach over blocks."""
        while self._open:
            self.close(self._open[-1][0])

    def remove(self, number: int, text: str, reason: RemovedReason) -> None:
        """Record text that is left out; text without a visible character is not worth a record."""
        text = " ".join(text.split())
        if text:
            self.removed.append(Removed(number, text, reason))

    def finish(self) -> tuple[SourceLine, ...]:
        """All lines; the writer is used up."""
        self.close_all()
        self._flush()
        return tuple(self.lines)

    def _mark(self, kind: MarkKind, start: int) -> None:
        if start < self._length:
            self._marks.append(Mark(Span(start, self._length), kind))

    def _flush(self) -> None:
        for kind, start in self._open:
            self._mark(kind, start)
        text = "".join(self._parts)
        if text.strip():
            marks = tuple(sorted(self._marks, key=lambda mark: mark.span))
            line = SourceLine(self._number, text, self._page, self._opens, self._break, marks, self._table)
            self.lines.append(line)
            self._opens, self._break = None, False
        self._open = [(kind, 0) for kind, _ in self._open]
        self._parts, self._length, self._marks, self._blank = [], 0, [], True
