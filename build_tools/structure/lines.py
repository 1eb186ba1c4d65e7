"""A view of the clean text by lines: what one paragraph says and whether it is written in capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from build_tools.model.source import BlockKind, CleanText
from build_tools.model.span import Span

_RULE = re.compile(r"[\s\-_=–—*.~]{3,}")


class Line:
    """One block of the clean text, with the white space around its words left out of `start` and `end`."""

    def __init__(self, index: int, start: int, end: int, text: str, kind: BlockKind, number: int) -> None:
        self.index = index
        self.start = start
        self.end = end
        self.text = text
        self.kind = kind
        self.number = number

    @property
    def span(self) -> Span:
        """Where the words stand in the clean text."""
        return Span(self.start, self.end)

    @cached_property
    def is_rule(self) -> bool:
        """Whether it is a drawn line such as -----, or empty."""
        return self.kind is BlockKind.RULE or not self.text or bool(_RULE.fullmatch(self.text))

    @cached_property
    def is_capitals(self) -> bool:
        """Whether it has letters and all of them are capitals."""
        return self.text.isupper()

    @property
    def is_table(self) -> bool:
        """Whether it is a row of a table."""
        return self.kind is BlockKind.TABLE_ROW


class Text:
    """The lines of a clean text."""

    def __init__(self, clean: CleanText) -> None:
        self.clean = clean
        self.text = clean.text
        self._offsets = [origin.offset for origin in clean.origins]
        self._numbers = [origin.line for origin in clean.origins]
        self.lines = [self._line(index, block.span, block.kind) for index, block in enumerate(clean.blocks)]

    def _line(self, index: int, span: Span, kind: BlockKind) -> Line:
        raw = self.text[span.start : span.end]
        words = raw.strip()
        start = span.start + len(raw) - len(raw.lstrip()) if words else span.start
        return Line(index, start, start + len(words), words, kind, self.number_at(start))

    def number_at(self, offset: int) -> int:
        """The line of the received file on which the character at `offset` stands (1 where nothing is known)."""
        place = bisect_right(self._offsets, offset) - 1
        return self._numbers[max(0, place)] if self._numbers else 1

    def breaks(self, line: Line) -> list[int]:
        """Offsets inside the block at which a line of the received file begins."""
        first = bisect_right(self._offsets, line.start)
        last = bisect_right(self._offsets, line.end - 1)
        return self._offsets[first:last]
