"""An editor's corrections: applied to a working text, while the received text stays what it was."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from build_tools.model.decisions import CorrectionDecision
from build_tools.model.document import Correction
from build_tools.model.findings import Diagnostic
from build_tools.model.offsets import OffsetMap, Replacement
from build_tools.model.source import Block, CleanText, Mark, Origin
from build_tools.model.span import Span


def find_corrections(
    clean: CleanText, decisions: tuple[CorrectionDecision, ...]
) -> tuple[tuple[Correction, ...], tuple[Diagnostic, ...]]:
    """The places that the decisions correct, in order, without overlaps.

    A decision whose `count` is not what the text holds is not applied: the text is another one than the editor saw.
    """
    found: list[Correction] = []
    doubts: list[Diagnostic] = []
    for decision in decisions:
        spans = _occurrences(clean.text, decision.find)
        if len(spans) != decision.count or decision.find == decision.replace:
            args = {"find": decision.find, "expected": str(decision.count), "found": str(len(spans))}
            doubts.append(Diagnostic("correction-count", args=args))
            continue
        for span in spans:
            if any(span.overlaps(other.span) for other in found):
                doubts.append(Diagnostic("correction-overlap", span=span, args={"find": decision.find}))
                continue
            found.append(Correction(span, decision.find, decision.replace, decision.reason, decision.by))
    return tuple(sorted(found, key=lambda c: c.span)), tuple(doubts)


def _occurrences(text: str, wanted: str) -> list[Span]:
    spans = []
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        spans.append(Span(at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return spans


def apply_corrections(clean: CleanText, corrections: tuple[Correction, ...]) -> tuple[CleanText, OffsetMap]:
    """The text that the stages read, and the map that leads their spans back to the received text."""
    back = OffsetMap(tuple(Replacement(c.span, c.replacement) for c in corrections))
    if not corrections:
        return clean, back
    pieces, at = [], 0
    for item in corrections:
        pieces += [clean.text[at : item.span.start], item.replacement]
        at = item.span.end
    pieces.append(clean.text[at:])
    forward = _Forward(corrections)
    changed = msgspec.structs.replace(
        clean,
        text="".join(pieces),
        blocks=tuple(Block(forward.span(b.span), b.kind, b.table) for b in clean.blocks),
        marks=tuple(Mark(forward.span(m.span), m.kind) for m in clean.marks),
        origins=tuple(Origin(forward.offset(o.offset), o.line, o.page) for o in clean.origins),
    )
    return changed, back


class _Forward:
    """Leads from offsets of the received text to the corrected one."""

    def __init__(self, corrections: tuple[Correction, ...]) -> None:
        self._ends = [c.span.end for c in corrections]
        self._shifts = [0]
        for item in corrections:
            self._shifts.append(self._shifts[-1] + len(item.replacement) - (item.span.end - item.span.start))

    def offset(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._ends, offset)]

    def span(self, span: Span) -> Span:
        return Span(self.offset(span.start), self.offset(span.end))
