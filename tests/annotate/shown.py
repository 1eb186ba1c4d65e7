"""Citations as the fixtures write them: words, symbol or name, pin-point, date, issuer."""

from __future__ import annotations

from collections.abc import Iterable

from build_tools.model.citation import Citation


def shown(citation: Citation, text: str) -> str:
    """One line; a line end in the words is written ⏎."""
    pinpoint = citation.pinpoint
    levels = [(name, getattr(pinpoint, name)) for name in pinpoint.__struct_fields__] if pinpoint else []
    fields = [
        citation.span.of(text).replace("\n", "⏎"),
        citation.symbol or citation.name or "internal",
        " ".join(f"{name}={value}" for name, value in levels if value),
        citation.date.isoformat() if citation.date else "",
        citation.issuer or "",
    ]
    return " | ".join(fields).rstrip(" |")


def shown_found(citations: Iterable[Citation], text: str) -> list[str]:
    """All citations of a text, in order."""
    return [shown(citation, text) for citation in citations]
