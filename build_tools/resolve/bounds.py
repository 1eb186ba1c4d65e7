"""The days between which an undated document must have been issued."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.anchors import Anchors
from build_tools.model.duty import DeadlineKind
from build_tools.model.library import DateBounds, Entry, Passage
from build_tools.model.span import Span


def build_bounds(entries: Mapping[str, Entry]) -> dict[str, DateBounds]:
    """The bounds of each held document whose date the text does not say; none where nothing proves any.

    It cites an act of a day, so it is not older; it sets a deadline, so it is not younger. A news item sets none.
    """
    found = {}
    for name, entry in entries.items():
        if entry.document.metadata.date is None:
            bounds = _bounds(name, entry)
            if bounds != DateBounds():
                found[name] = bounds
    return found


def _bounds(name: str, entry: Entry) -> DateBounds:
    document, anchors = entry.document, Anchors.of(entry.document)

    def passage(span: Span) -> Passage:
        return Passage(name, span, anchors.at(span))

    cited = [(c.date, c.span) for c in document.citations if c.date is not None]
    after = max(cited, key=lambda pair: (pair[0], -pair[1].start), default=None)
    deadlines = [
        (d.date, d.span)
        for d in document.deadlines
        if not document.reported and d.kind is DeadlineKind.DATE and d.date is not None
    ]
    before = min(deadlines, key=lambda pair: (pair[0], pair[1].start), default=None)
    if after and before and before[0] < after[0]:
        before = None  # a day that had passed when the document was written is no time limit that it sets
    return DateBounds(
        after=after[0] if after else None,
        after_proof=passage(after[1]) if after else None,
        before=before[0] if before else None,
        before_proof=passage(before[1]) if before else None,
    )
