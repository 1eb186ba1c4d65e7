"""Running text in Akoma Ntoso: references and emphasis inside a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from lxml import etree

from build_tools.model.citation import Citation, CitationStatus
from build_tools.model.document import Document
from build_tools.model.library import Library
from build_tools.model.source import MarkKind
from build_tools.model.span import Span
from build_tools.render.akn_names import eid_number, work_uri

_ELEMENT = {
    MarkKind.STRONG: "b",
    MarkKind.EMPHASIS: "i",
    MarkKind.UNDERLINE: "u",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
}
_NOT_XML = re.compile("[^\\t\\n\\r\\u0020-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class Inline:
    """Writes spans of one document; `unit_ids` gives the eId of each unit for references inside the text."""

    def __init__(self, document: Document, library: Library, unit_ids: dict[str, str]) -> None:
        self._text = document.text
        self._library = library
        self._unit_ids = unit_ids
        self._marks = sorted(document.marks, key=lambda mark: mark.span)
        self._linked = self._outermost(document)
        self._starts = [citation.span.start for citation in self._linked]

    def _outermost(self, document: Document) -> list[Citation]:
        """The citations that lead somewhere, in order, none inside another."""
        found: list[Citation] = []
        for citation in sorted(document.citations, key=lambda c: (c.span.start, -c.span.end)):
            free = not found or citation.span.start >= found[-1].span.end
            if free and self._href(citation):
                found.append(citation)
        return found

    def write(self, holder: etree._Element, span: Span) -> None:
        """Append the characters of `span` to `holder`."""
        at = span.start
        for index in range(bisect_left(self._starts, span.start), len(self._linked)):
            citation = self._linked[index]
            if citation.span.end > span.end:
                break
            self._emphasised(holder, Span(at, citation.span.start))
            reference = etree.SubElement(holder, "ref", href=self._href(citation))
            self._emphasised(reference, citation.span)
            at = citation.span.end
        self._emphasised(holder, Span(at, span.end))

    def _href(self, citation: Citation) -> str:
        """Where a citation leads: an eId of this text, or a work with the article that is named."""
        if citation.status is CitationStatus.INTERNAL:
            target = self._unit_ids.get(citation.target or "")
            return f"#{target}" if target else ""
        work = self._library.works.get(citation.target or "")
        if work is None:
            return ""
        pinpoint = citation.pinpoint
        article = pinpoint.article if pinpoint and not pinpoint.annex else None  # an annex numbers its own articles
        return f"{work_uri(work)}/!main~art_{eid_number(article)}" if article else work_uri(work)

    def _emphasised(self, holder: etree._Element, span: Span) -> None:
        """Plain and emphasised runs of text."""
        marks = [mark for mark in self._marks if mark.span.overlaps(span)]
        cuts = {span.start, span.end}
        for mark in marks:
            cuts |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
        for start, end in pairwise(sorted(cuts)):
            names = sorted({_ELEMENT[m.kind] for m in marks if m.span.start <= start and end <= m.span.end})
            _append(holder, names, _NOT_XML.sub("\ufffd", self._text[start:end]))


def _append(holder: etree._Element, names: list[str], text: str) -> None:
    """Text at the end of `holder`, inside one element for each name."""
    if names:
        inner = holder
        for name in names:
            inner = etree.SubElement(inner, name)
        inner.text = text
    elif len(holder):
        holder[-1].tail = (holder[-1].tail or "") + text
    else:
        holder.text = (holder.text or "") + text
