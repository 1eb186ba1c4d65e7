"""Short names declared on the way: `(sau đây gọi tắt là …)`, `(gọi tắt là …)`, `(sau đây viết tắt là …)`.

Reads: the clean text and the citations. Writes: `Definition` records; where the words defined are a citation, its
index stands in the record.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_tools.annotate.declarations import DECLARED, Named, meant_among, names_document, term_of
from build_tools.model.citation import Citation, CitationKind, Definition
from build_tools.model.document import Outline
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_MEANING = re.compile(r"[^.;:\n(),]+$")


def find_definitions(clean: CleanText, outline: Outline, citations: tuple[Citation, ...]) -> tuple[Definition, ...]:
    """All declared short names, in order. The meaning is the citation before, else the words back to the last mark."""
    del outline
    found = []
    starts = [citation.span.start for citation in citations]
    floor = 0
    for match in DECLARED.finditer(clean.text):
        term = term_of(match)
        index = _cited_before(clean.text, match, floor, citations, starts) if names_document(term) else None
        floor = match.end()
        meaning = citations[index].span if index is not None else _words_before(clean.text, match.start())
        if term and meaning is not None:
            found.append(Definition(Span(match.start(), match.end()), term, meaning, index))
    return tuple(found)


def _cited_before(
    text: str, declared: re.Match[str], floor: int, citations: tuple[Citation, ...], starts: list[int]
) -> int | None:
    """The citation that the bracket explains: one of the sentence's clause, behind the bracket before it."""
    at = declared.start()
    low = max(floor, at - 1000)
    clause = max(text.rfind(mark, low, at) for mark in ("\n", ";", ". ")) + 1
    inside = [
        index
        for index in range(bisect_left(starts, max(low, clause)), bisect_left(starts, at))
        if citations[index].kind is not CitationKind.INTERNAL
    ]
    found = meant_among(term_of(declared), [_named(citations[index]) for index in inside])
    return inside[found] if found is not None else None


def _named(citation: Citation) -> Named:
    return Named(citation.number, citation.year, citation.name, citation.type_name)


def _words_before(text: str, at: int) -> Span | None:
    floor = max(0, at - 160)
    match = _MEANING.search(text[floor:at].rstrip())
    if not match or not match[0].strip():
        return None
    start = floor + match.start() + len(match[0]) - len(match[0].lstrip())
    return Span(start, start + len(match[0].strip()))
