"""Maps offsets of a changed text back to the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from build_tools.model.span import Span

T = TypeVar("T")


class Replacement(Struct, frozen=True):
    """At `span` of the original text, `text` stands in the changed one."""

    span: Span
    text: str


class OffsetMap:
    """Leads from offsets in a text with replacements to offsets in the original.

    Inside a replacement of equal length offsets lead one to one; inside any other they lead to its edges, so that a
    span that touches a replacement covers all of what was replaced.
    """

    def __init__(self, replacements: tuple[Replacement, ...]) -> None:
        self._rows: list[tuple[int, int, Span]] = []  # changed start, changed end, original span
        shift = 0
        for item in sorted(replacements, key=lambda r: r.span.start):
            start = item.span.start + shift
            self._rows.append((start, start + len(item.text), item.span))
            shift += len(item.text) - (item.span.end - item.span.start)
        self._starts = [row[0] for row in self._rows]

    def _map(self, offset: int, *, end: bool) -> int:
        index = bisect_right(self._starts, offset - 1 if end else offset) - 1
        if index < 0:
            return offset
        start, stop, original = self._rows[index]
        if offset >= stop:
            return original.end + offset - stop
        if stop - start == original.end - original.start:
            return original.start + offset - start
        return original.end if end else original.start

    def span(self, span: Span) -> Span:
        """The span of the original text that `span` of the changed text stands for."""
        if span.start == span.end:
            start = self._map(span.start, end=False)
            return Span(start, start)
        return Span(self._map(span.start, end=False), self._map(span.end, end=True))

    def restore(self, record: T) -> T:
        """`record` (a Struct, tuple or plain value) with every Span in it led back to the original text."""
        return self._restore(record) if self._rows else record

    def _restore(self, value: Any) -> Any:
        if isinstance(value, Span):
            return self.span(value)
        if isinstance(value, tuple):
            return tuple(self._restore(item) for item in value)
        if isinstance(value, Struct):
            changes = {name: self._restore(getattr(value, name)) for name in value.__struct_fields__}
            return msgspec.structs.replace(value, **changes)
        return value
