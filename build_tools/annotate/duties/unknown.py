"""Bearers that the table of roles lacks: each is reported once in a document, so that the table can grow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from build_tools.model.duty import Duty, Modality
from build_tools.model.findings import Diagnostic
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_LONGEST = 100  # code points of a name that is worth a row


def find_unknown_bearers(clean: CleanText, duties: tuple[Duty, ...]) -> Iterator[Diagnostic]:
    """A diagnostic for each name that is charged with a duty and has no role, where it stands first."""
    first: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    for duty in duties:
        for actor in duty.actors if duty.modality is Modality.DUTY else ():
            name = " ".join(actor.span.of(clean.text).split())
            if actor.role is None and len(name) <= _LONGEST:
                counts[name.lower()] += 1
                first.setdefault(name.lower(), actor.span)
    for name, span in sorted(first.items(), key=lambda item: item[1]):
        args = {"words": " ".join(span.of(clean.text).split()), "count": str(counts[name])}
        yield Diagnostic("unknown-bearer", clean.line_at(span.start), span, args)
