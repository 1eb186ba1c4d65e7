"""Tables of acts and their provisions: a row names an act, the cells beside it the articles that are to be changed.

    STT | Các văn bản cần sửa đổi | Điều, khoản, điểm cần sửa đổi | Cơ quan chủ trì
    1   | Luật Trồng trọt số 31/2018/QH14 | Điều 17; Khoản 2 Điều 36 | Bộ Nông nghiệp và Môi trường

A PDF gives such a table cell after cell, each on lines of its own, so that a provision may run over two lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.annotate.mention import Mention
from build_tools.annotate.pinpoints import Chain
from build_tools.model.span import Span

_HEAD = re.compile(r"^[ \u00a0]*(?:Các[ \u00a0])?Điều, khoản(?:,[ \u00a0]điểm)?(?!\w)[^\n]{0,140}$", re.MULTILINE)
_ACTS_COLUMN = re.compile(r"văn bản", re.IGNORECASE)
_BEFORE_HEAD = 300
_END = re.compile(
    r"^(?:Phụ lục|PHỤ LỤC|Chương|CHƯƠNG|[A-Z]\.[ \u00a0][A-ZĐ]|Điều \d+[a-zđ]?\.[ \u00a0])|^[^\n]{300}", re.MULTILINE
)
_ROW = re.compile(r"(?:^|\n)[ \u00a0]*(?:\d{1,3}[.)]?|[-–])(?:[ \u00a0]*\n|[ \u00a0])[ \u00a0]*$")


class ActTables:
    """The tables of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = _tables(text) if "Điều, khoản" in text else []
        self._starts = [span.start for span in self._spans]

    @property
    def flat(self) -> str:
        """The text with the lines of each table joined, so that `Khoản 2 Điều⏎36` is read as one."""
        parts, at = [], 0
        for span in self._spans:
            parts += [self._text[at : span.start], span.of(self._text).replace("\n", " ")]
            at = span.end
        return "".join([*parts, self._text[at:]])

    def _holds(self, offset: int) -> Span | None:
        place = bisect_right(self._starts, offset) - 1
        return self._spans[place] if place >= 0 and offset < self._spans[place].end else None

    def linked(self, chain: Chain, link: Mention | None) -> Mention | None:
        """The document behind a chain; one on the next line of a table is that of the next row."""
        parted = link is not None and self._holds(chain.span.start) and "\n" in self._text[chain.span.end : link.start]
        return None if parted else link

    def acts(self, chains: list[Chain], mentions: list[Mention]) -> dict[int, Mention]:
        """By the place of a chain: the act of the row that it stands in."""
        if not self._spans:
            return {}
        heads = [mention for mention in mentions if not mention.own and self._begins_row(mention)]
        starts = [mention.start for mention in heads]
        found = {}
        for index, chain in enumerate(chains):
            table = self._holds(chain.span.start)
            place = bisect_right(starts, chain.span.start) - 1
            if table and place >= 0 and starts[place] >= table.start and not chain.this:
                found[index] = heads[place]
        return found

    def _begins_row(self, mention: Mention) -> bool:
        """Whether the row's number stands before the act, on the same line or on the one above."""
        if self._holds(mention.start) is None:
            return False
        return _ROW.search(self._text, max(0, mention.start - 16), mention.start) is not None


def _tables(text: str) -> list[Span]:
    """From the head of the column of provisions to the next heading."""
    spans: list[Span] = []
    for head in _HEAD.finditer(text):
        if spans and head.start() < spans[-1].end:
            continue
        if not _ACTS_COLUMN.search(text, max(0, head.start() - _BEFORE_HEAD), head.start()):
            continue
        end = _END.search(text, head.end())
        spans.append(Span(head.end(), end.start() if end else len(text)))
    return spans
