"""The wording that stands in quotation marks behind an order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from build_tools.annotate.changes.masking import Masked
from build_tools.annotate.changes.wording import Wording
from build_tools.model.document import Outline, Unit
from build_tools.model.span import Span

_OPENING, _CLOSING = '“"«', '”"»'


class Quoting:
    """The quotations of one act, as the outline marked them and as the marks stand in its text."""

    def __init__(self, text: str, outline: Outline) -> None:
        self._text = text
        self._quoted = [unit for unit in outline.units if unit.quoted]
        self._starts = [unit.span.start for unit in self._quoted]
        self._found: list[Span] = []  # in order
        self._reached: list[int] = []  # the farthest end of each of them and those before it

    def is_inside(self, offset: int) -> bool:
        """Whether a paragraph is new wording: it opens with a mark, or stands in wording that an order announced."""
        place = bisect_right(self._found, offset, key=lambda span: span.start)
        announced = place > 0 and offset < self._reached[place - 1]
        return announced or self._text[offset : offset + 1] in _OPENING

    def after(self, masked: Masked, stop: int) -> Wording | None:
        """The wording between an order and `stop`; None where no quotation follows directly."""
        start = self._start(masked, stop)
        if start is None:
            return None
        end = start + len(self._text[start:stop].rstrip(" .;,\n\t"))
        closing = max(self._text.rfind(mark, start + 1, end) for mark in _CLOSING)
        if closing >= 0:
            end = closing + 1
        span = Span(start, end)
        self._note(span)
        return Wording(span, tuple(self._units(span)))

    def _note(self, span: Span) -> None:
        place = bisect_right(self._found, span)
        self._found.insert(place, span)
        del self._reached[place:]
        for one in self._found[place:]:
            self._reached.append(max(one.end, self._reached[-1] if self._reached else 0))

    def _start(self, masked: Masked, stop: int) -> int | None:
        """Where the quotation opens: on the next line, or on the line of the order behind `như sau:`."""
        at = masked.end
        while at < stop and self._text[at].isspace():
            at += 1
        if at < stop and self._text[at] in _OPENING:
            return at
        colon = masked.text.rfind(": “")
        if colon >= 0 and any(q.start == masked.start + colon + 2 for q in masked.quoted):
            return masked.start + colon + 2
        return None

    def _units(self, span: Span) -> list[Unit]:
        return self._quoted[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
