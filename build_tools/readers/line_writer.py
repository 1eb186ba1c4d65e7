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
        self._length = 0
        self._marks: list[Mark] = []
        self._open: list[tuple[MarkKind, int]] = []
        self._number = 1
        self._page: int | None = None
        self._opens: BlockKind | None = None
        self._break = False
        self._table: int | None = None

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

    def text(self, text: str) -> None:
        """Add text to the line at hand."""
        self._parts.append(text)
        self._length += len(text)

    def empty(self) -> bool:
        """Whether the line at hand has no text yet."""
        return not any(part.strip() for part in self._parts)

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
        self._parts, self._length, self._marks = [], 0, []
