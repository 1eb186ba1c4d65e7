"""The act that an order changes: named with the provision, after it, in the units around, or in the title."""

from __future__ import annotations

import re
from bisect import bisect_left

from build_tools.annotate.changes.masking import Masked, Masker
from build_tools.annotate.changes.orders import Order
from build_tools.grammar.annex_names import ENACTED
from build_tools.model.citation import Citation, CitationKind
from build_tools.model.document import Outline, UnitKind
from build_tools.model.span import Span

_AMENDING = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính", re.IGNORECASE)
_ENACTED = re.compile(
    rf"(?<!\w)(?P<word>{'|'.join(ENACTED)})(?!\w)[^;:.\n]{{0,260}}?\s(?:được\s+)?(?:ban hành\s+)?kèm theo\s+$",
    re.IGNORECASE,
)


class Acts:
    """Answers with indexes of citations."""

    def __init__(self, text: str, outline: Outline, citations: tuple[Citation, ...], masker: Masker) -> None:
        self._text = text
        self._citations = citations
        self._starts = [citation.span.start for citation in citations]
        title = next((unit.span for unit in outline.units if unit.kind is UnitKind.TITLE), None)
        self.of_title = self._only(masker.mask(title).acts) if title and _AMENDING.search(title.of(text)) else None

    def at(self, masked: Masked, order: Order, place: Span, around: int | None) -> int | None:
        """The act whose provision `place` is."""
        direct = bisect_left(self._starts, place.start)
        while direct < len(self._citations) and self._citations[direct].span.start < place.end:
            if direct in masked.acts:
                return direct
            direct += 1
        named = [
            index for index in masked.acts if order.span.start <= self._citations[index].span.start < order.span.end
        ]
        later = next((index for index in named if self._citations[index].span.start >= place.end), None)
        if later is not None:
            return later
        return self.of_order(masked, order, around)

    def of_order(self, masked: Masked, order: Order, around: int | None) -> int | None:
        """The act that an order names first, else the one of the units around, of the title, of the paragraph."""
        named = [
            index for index in masked.acts if order.span.start <= self._citations[index].span.start < order.span.end
        ]
        if named:
            return named[0]
        found = around if around is not None else self.of_title
        return found if found is not None else self._only(masked.acts)

    def enacted(self, act: int | None) -> str | None:
        """The text enacted with the act, where that is meant: `Quy chế … ban hành kèm theo Quyết định số …`."""
        if act is None:
            return None
        end = self._citations[act].span.start
        found = _ENACTED.search(self._text, max(0, end - 320), end)
        return found["word"].capitalize() if found else None

    def is_own(self, place: Span) -> bool:
        """Whether the provision is one of the document itself (`Điều 5 Nghị định này`)."""
        at = bisect_left(self._starts, place.start)
        if at == len(self._citations) or self._citations[at].span.start >= place.end:
            return False
        citation = self._citations[at]
        if citation.kind is not CitationKind.INTERNAL:
            return False
        return bool(re.search(r"(?<!\w)này(?!\w)", self._text[citation.span.start : citation.span.end + 30]))

    def _only(self, acts: tuple[int, ...]) -> int | None:
        """The first citation of the one act that is named; None for several."""
        names = {(self._citations[index].symbol, self._citations[index].name) for index in acts}
        return acts[0] if len(names) == 1 else None
