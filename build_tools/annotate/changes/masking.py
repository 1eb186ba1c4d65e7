"""A text in which everything that is no part of an order is blanked out, each offset kept."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from build_tools.model.citation import Citation, CitationKind
from build_tools.model.span import Span

_QUOTATION = re.compile(r"“[^“”]{1,4000}”|\"[^\"]{1,4000}\"|«[^«»]{1,4000}»")
_BRACKET = re.compile(r"\([^()]{0,600}\)")
_BEFORE = re.compile(
    r"(?<!\w)(?:đã\s+)?(?:được|bị)\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?:,\s+(?:bổ sung|thay thế|bãi bỏ))*"
    r"(?:\s+một số (?:điều|nội dung))?\s+(?:bởi|theo|tại)\s.*?(?=\s+(?:như sau|bằng|thành)(?!\w)|[;:]|\.\s|\.?$)",
    re.DOTALL,
)
# Where the words about an act end and the order goes on.
_GOES_ON = re.compile(
    r"\s(?:thành|bằng|như sau)(?=\s*:|\s+(?:các\s+|những\s+)?(?:cụm từ|từ|[“\"]|[Pp]hụ lục|[Mm]ẫu|[Bb]iểu|"
    r"[Dd]anh mục|đoạn|điểm|khoản|[Đđ]iều|nội dung))"
)
_BLANK = "\u0001"


class Masked(Struct, frozen=True):
    """`text` of the block without quoted words, brackets, what was done before, and the subjects of acts.

    `quoted` are the quotations inside (with their marks), `acts` the indexes of the citations of other acts, all with
    offsets of the document.
    """

    text: str
    start: int
    quoted: tuple[Span, ...]
    acts: tuple[int, ...]

    @property
    def end(self) -> int:
        """The end of the block in the document."""
        return self.start + len(self.text)


class Masker:
    """Masks passages of one document."""

    def __init__(self, text: str, citations: tuple[Citation, ...]) -> None:
        self._text = text
        self._citations = citations
        self._starts = [citation.span.start for citation in citations]

    def mask(self, span: Span) -> Masked:
        """The passage, ready for reading an order in it."""
        whole = span.of(self._text)
        quoted = [Span(m.start(), m.end()) for m in _QUOTATION.finditer(whole)]
        text = _blank(whole, [Span(q.start + 1, q.end - 1) for q in quoted])
        for pattern in (_BRACKET, _BEFORE):
            text = _blank(text, [Span(m.start(), m.end()) for m in pattern.finditer(text)])
        acts = [index for index in self._within(span) if self._names_act(index, text, span.start)]
        text = _blank(text, self._subjects(acts, whole, span.start))
        acts = [index for index in acts if self._names_act(index, text, span.start)]
        spans = tuple(Span(q.start + span.start, q.end + span.start) for q in quoted)
        return Masked(text, span.start, spans, tuple(acts))

    def _within(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def _names_act(self, index: int, masked: str, start: int) -> bool:
        """Whether a citation names an act here, not only units of one that is named elsewhere."""
        citation = self._citations[index]
        if citation.kind is CitationKind.INTERNAL or masked[citation.span.start - start] == _BLANK:
            return False
        surface = citation.span.of(self._text).casefold()
        names = (citation.type_name, citation.name, citation.number)
        return any(name and name.casefold() in surface for name in names)

    def _subjects(self, acts: list[int], whole: str, start: int) -> list[Span]:
        """`quy định chi tiết Điều 5 Luật …` after an act is what it is about."""
        found = []
        for index in acts:
            citation = self._citations[index]
            if citation.subject:
                at = whole.find(citation.subject, citation.span.end - start)
                on = _GOES_ON.search(whole, at, at + len(citation.subject) + 30) if at >= 0 else None
                end = min(on.start() if on else len(whole), at + len(citation.subject))
                if 0 <= at <= citation.span.end - start + 160 and at < end:
                    found.append(Span(at, end))
        return found


def _blank(text: str, spans: list[Span]) -> str:
    if not spans:
        return text
    pieces: list[str] = []
    at = 0
    for span in sorted(spans):
        start = max(span.start, at)
        if start < span.end:
            pieces += (text[at:start], _BLANK * (span.end - start))
            at = span.end
    return "".join((*pieces, text[at:]))
