"""Symbols written in another form than the canonical one: understood, and said, so that an editor can look."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.grammar import symbols
from build_tools.model.citation import Citation
from build_tools.model.findings import Diagnostic
from build_tools.model.source import CleanText
from build_tools.model.span import Span


def find_variants(clean: CleanText, citations: tuple[Citation, ...]) -> Iterator[Diagnostic]:
    """A diagnostic for each cited symbol whose written form is not the canonical one."""
    for citation in citations:
        surface = citation.span.of(clean.text)
        if citation.symbol is None or citation.symbol in surface:
            continue
        written = next((match.span for match in symbols.find(surface)), None)
        if written is None:
            continue
        span = Span(citation.span.start + written.start, citation.span.start + written.end)
        args = {"written": written.of(surface), "symbol": citation.symbol}
        yield Diagnostic("symbol-variant", clean.line_at(span.start), span, args)
