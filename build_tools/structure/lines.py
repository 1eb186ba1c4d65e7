"""A view of the clean text by lines: what one paragraph says and whether it is written in capitals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from build_tools.grammar.labels import Label, readings
from build_tools.grammar.letters import compile_letters
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, CleanText, MarkKind
from build_tools.model.span import Span
from build_tools.structure.bodies import begins_body

_HEAD = 60  # blocks in which the head of a document lies
_RULE_MARKS = "-_=–—*.~"
_RULE = re.compile(r"[\s\-_=–—*.~]{3,}")


class Line(Struct, eq=False, gc=False):
    """One paragraph of the clean text: a block, or a part of one, without the white space around its words."""

    index: int
    start: int
    end: int
    text: str
    kind: BlockKind
    number: int  # of the line of the received file on which it begins
    breaks: Sequence[int] = ()  # the offsets inside it at which a line of the received file begins
    _labels: tuple[Label, ...] | None = None

    @property
    def labels(self) -> tuple[Label, ...]:
        """All readings of its beginning as a label, the marks of notes left out of account."""
        if self._labels is None:
            self._labels = readings(self.text)
        return self._labels

    @property
    def span(self) -> Span:
        """Where the words stand in the clean text."""
        return Span(self.start, self.end)

    @property
    def is_rule(self) -> bool:
        """Whether it is a drawn line such as -----, or empty."""
        if not self.text or self.kind is BlockKind.RULE:
            return True
        return self.text[0] in _RULE_MARKS and bool(_RULE.fullmatch(self.text))

    @property
    def is_capitals(self) -> bool:
        """Whether it has letters and all of them are capitals."""
        return self.text.isupper()

    @property
    def is_table(self) -> bool:
        """Whether it is a row of a table."""
        return self.kind is BlockKind.TABLE_ROW


class Text:
    """The lines of a clean text."""

    def __init__(self, clean: CleanText) -> None:
        self.clean = clean
        self.text = clean.text
        self._offsets = [origin.offset for origin in clean.origins]
        self._numbers = [origin.line for origin in clean.origins]
        self._raised = [mark.span.start for mark in clean.marks if mark.kind is MarkKind.SUPERSCRIPT]
        self.lines: list[Line] = []
        self._read_blocks()

    def _read_blocks(self) -> None:
        """Fill `lines`; blocks and origins are both in the order of the text."""
        offsets, count, place = self._offsets, len(self._offsets), 0
        for number, block in enumerate(self.clean.blocks):
            start, end = block.span.start, block.span.end
            while place < count and offsets[place] <= start:
                place += 1
            first = place
            while place < count and offsets[place] < end:
                place += 1
            inside = offsets[first:place]
            edges = self._edges(start, end, inside, in_head=number < _HEAD) if inside else [start]
            for begin, stop in pairwise([*edges, end]):
                self._add_line(begin, stop, block.kind, inside, first)

    def raised(self, start: int, end: int) -> list[int]:
        """Where raised letters begin between two offsets, counted from the first."""
        begin, stop = bisect_left(self._raised, start), bisect_left(self._raised, end)
        return [place - start for place in self._raised[begin:stop]]

    def _edges(self, start: int, end: int, breaks: Sequence[int], *, in_head: bool) -> list[int]:
        """Where a block begins, and where, at one of its `breaks`, the received file certainly begins something new."""
        edges = [start]
        for offset in breaks:
            first = self.text[offset]
            if in_head and first in _BODY_STARTS and self._enacts(offset, end):
                edges.append(offset)
            if first not in _ANEW_STARTS:
                continue
            before = self.text[max(start, offset - 2) : offset].rstrip()[-1:]
            if first in _ANEW_AFTER_END and before not in (".", ";") and not self.text.startswith("1. ", offset):
                continue
            words = self.text[offset : min(end, offset + 60)].lstrip()
            if begins_anew(before, words, in_head=in_head) or (
                words.startswith("1. ") and _TITLE_OF_ARTICLE.fullmatch(self.text, start, offset)
            ):
                edges.append(offset)
        return edges

    def _enacts(self, offset: int, end: int) -> bool:
        """Whether the received line at `offset` names, below a title in capitals, the body that enacts the text.

        Or a letterhead, below words of a portal that are not in capitals.
        """
        place = bisect_right(self._offsets, offset)
        stop = min(end, self._offsets[place] if place < len(self._offsets) else end)
        words = self.text[offset:stop].strip()
        if not (words.isupper() and begins_body(words)) or _ASKS.search(self.text, max(0, offset - 12), offset):
            return False
        before = self.text[self._offsets[place - 2] : offset]
        return bool(_ENACTING.match(self.text, stop)) or (not before.isupper() and "(" not in before)

    def _add_line(self, start: int, end: int, kind: BlockKind, breaks: Sequence[int], before: int) -> None:
        """Add a line; `breaks` are those of its block, `before` how many origins stand in front of them."""
        raw = self.text[start:end]
        words = raw.strip()
        if words and len(words) < len(raw):
            start += len(raw) - len(raw.lstrip())
        end = start + len(words)
        passed = bisect_right(breaks, start)
        number = self._numbers[max(0, before + passed - 1)] if self._numbers else 1
        inside = breaks[passed : bisect_left(breaks, end)]
        self.lines.append(Line(len(self.lines), start, end, words, kind, number, inside))

    def number_at(self, offset: int) -> int:
        """The line of the received file on which the character at `offset` stands (1 where nothing is known)."""
        place = bisect_right(self._offsets, offset) - 1
        return self._numbers[max(0, place)] if self._numbers else 1

    @cached_property
    def width(self) -> int:
        """How many characters a full line of the received file holds: the ninth decile of lines that go on."""
        broken = [(line.start, *line.breaks) for line in self.lines[:2000] if line.breaks]
        lengths = sorted(b - a for edges in broken for a, b in pairwise(edges) if b > a)
        return lengths[len(lengths) * 9 // 10] if lengths else 0

    def pages(self, reasons: tuple[RemovedReason, ...]) -> list[int]:
        """The page of each line, counted by the page furniture that was taken out between the lines."""
        edges = sorted({item.line for item in self.clean.removed if item.reason in reasons})
        return [bisect_right(edges, line.number) for line in self.lines]


_TITLE_OF_ARTICLE = re.compile(r"\s*Điều \d{1,3}[a-zđ]?\.[^.;:]{3,250}")
_BODY_STARTS = frozenset("UỦBHCTQĐVG")
_ASKS = re.compile(r"(?:[,–-]|(?<!\w)(?:CỦA|VÀ|DO|TẠI|CHO|VỚI|THUỘC|TRONG|GIỮA|VỀ|CÁC|THEO))\s*$")
_ENACTING = re.compile(r"\s*(?:[-–+]\s*)?(?:Căn cứ|Xét |Theo đề nghị|Trên cơ sở|Sau khi|KHÓA|KHOÁ|KỲ HỌP)")
_ANEW_STARTS = frozenset('“"« 0123456789abcdđeghiklmnopqrstuvxyCMB')
_ANEW_AFTER_END = frozenset("0123456789abcdđeghiklmnopqrstuvxy")  # begin a line anew only behind the end of a sentence
_BEGINS_ANEW = (
    (":", re.compile(r"[“\"«]\s*(?:(?:Điều|Chương|Mục|Phần)\s|\d{1,3}[a-zđ]?\.\s|[a-zđ]\d?\)\s)")),
    (".;", compile_letters(r"(?:\d{1,3}[a-zđ]\d?\.|[a-zđ]\d{1,2}\))\s+[{Lu}]")),
)


_TRAINING = re.compile(r"(?:CHUYÊN ĐỀ|MÔ[- ]ĐUN|BÀI)\s(?:[A-ZĐ]{1,3})?\d{1,3}[.:]\s")
_LESSON = compile_letters(r"(?:Chuyên đề|Mô[- ]?đun|Bài)\s(?:[A-ZĐ]{1,3})?\d{1,3}:\s[{Lu}]")


def begins_anew(before: str, words: str, *, in_head: bool) -> bool:
    """Whether `words`, at the start of a received line, begin a paragraph although they were joined to the one before.

    `before` is the character in front of them: a quoted unit after a colon, an inserted unit after a full stop or a
    semicolon, and, `in_head`, the grounds below a title.
    """
    if in_head and re.match(r"Căn cứ [A-ZĐ]", words):
        return True
    if _TRAINING.match(words) or (before in (".", ";") and _LESSON.match(words)):
        return True
    return bool(before) and any(before in marks and pattern.match(words) for marks, pattern in _BEGINS_ANEW)
