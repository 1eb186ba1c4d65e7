"""A document as the rules read it: its body, passage by passage, each with the units that hold it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from build_tools.annotate.duties.local_names import with_local_names
from build_tools.annotate.duties.patterns import is_label
from build_tools.annotate.duties.shared_heads import with_shared_heads
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.annotate.roles import Mentions
from build_tools.model.document import Outline, RoleMention, Unit, UnitKind
from build_tools.model.duty import Deadline
from build_tools.model.source import Block, BlockKind, CleanText
from build_tools.model.span import Span

_NO_BODY = frozenset({UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE, UnitKind.FOOTNOTE})
_LEGAL = frozenset({UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM})
_ATTACHED = re.compile(r"(?:phụ lục|mẫu|biểu|danh mục|bảng|báo cáo|đơn|giấy|sổ|tờ khai)\b", re.IGNORECASE)
_RULES = re.compile(r"[^\n]{10,400}?\s(?:phải|có trách nhiệm|không được|có quyền|sẽ)\s[^\n]{12,}[.;:]\Z")
"""A whole sentence that says what must be, in a form that is in truth a set of rules (`Chỉ dẫn nhà thầu`)."""
_NAMED = re.compile(
    r"(?:c(?<!\wc)(?:ủa|ác|hủ tịch|ho(?=\s+tổ chức))|m(?<!\wm)ột|l(?<!\wl)à|t(?<!\wt)(?:hành (?:viên|lập)|hư ký|rưởng)|"
    r"ủ(?<!\wủ)y viên|d(?<!\wd)o(?=\s+tổ chức)|v(?<!\wv)ới(?=\s+tổ chức)|đ(?<!\wđ)ến(?=\s+tổ chức)|"
    r"b(?<!\wb)ởi(?=\s+tổ chức))\s+"
    r"((?:tổ chức|hội đồng|tiểu ban|ban|tổ|đoàn|nhóm|trung tâm)\s+\w+\s+\w+)"
)
"""A body behind a word that only a noun follows, in small letters; by first letter, which the search can look for."""
_MARGIN = re.compile(r"[\s*_]*(?::[\s*_]*)?")
_QUOTE = re.compile(r"[\s*_]*[“\"]\s*")
_LABEL = re.compile(r"[\s*_]*[“\"]?\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-zđ]?[.)]|[a-zđ]{1,2}\))[\s*_]+(?=[\w“\"])")
"""The label of a clause or a point."""


class Passage(NamedTuple):
    """A block of the body.

    `span` is its words without the unit's label and, where the heading runs on into a sentence, without the heading;
    `heading` is the title of the unit that begins here; `opens` tells whether a labelled unit begins here. `attached`
    marks what stands in an annex that is no regulation of its own: tables, forms, lists. `preamble` marks the words
    before the first unit, which charge only where they end in a colon (`… yêu cầu các sở thực hiện các nhiệm vụ sau:`).
    """

    number: int
    span: Span
    whole: Span
    heading: Span | None
    unit: Unit | None
    opens: bool
    row: bool = False
    table: int | None = None
    attached: bool = False
    preamble: bool = False


class View:
    """The body of a document, its mentions and its time limits, to be asked for by place."""

    def __init__(
        self,
        clean: CleanText,
        outline: Outline,
        mentions: Iterable[RoleMention],
        deadlines: Iterable[Deadline],
    ) -> None:
        self.text = clean.text
        self.mentions = Mentions(with_shared_heads(clean.text, with_local_names(clean.text, mentions)))
        self.reported = outline.reported
        self.blocks = clean.blocks
        self._units = {unit.id: unit for unit in outline.units}
        self._attached = {unit.id for unit in outline.units if _is_attached(unit)}
        self._deadlines = sorted(deadlines, key=lambda d: d.span)
        self._deadline_starts = [d.span.start for d in self._deadlines]
        self.children: dict[str, list[Unit]] = {}
        for unit in outline.units:
            if unit.parent:
                self.children.setdefault(unit.parent, []).append(unit)
        self.named = frozenset(" ".join(found[1].split()) for found in _NAMED.finditer(self.text.lower()))
        """Names of bodies that the text uses as nouns, with what their words begin with (`hội đồng đánh giá`)."""
        self.passages = tuple(self._passages(clean.blocks, outline.units))
        self._starts = [passage.whole.start for passage in self.passages]
        self._positions = {passage.number: position for position, passage in enumerate(self.passages)}

    def following(self, passage: Passage) -> Iterator[Passage]:
        """The passages of the body after this one, in order."""
        return islice(self.passages, self._positions[passage.number] + 1, None)

    def words(self, span: Span) -> str:
        """The characters of a span."""
        return span.of(self.text)

    def ends_in_colon(self, span: Span) -> bool:
        """Whether the words of a span end in a colon, emphasis apart."""
        return self.words(span).rstrip(" *_").endswith(":")

    def parent(self, unit: Unit | None) -> Unit | None:
        """The unit that holds `unit`."""
        return self._units.get(unit.parent) if unit and unit.parent else None

    def unit_of(self, span: Span) -> Unit | None:
        """The innermost unit that holds a span."""
        holding = [unit for unit in self._units.values() if unit.span.contains(span)]
        return min(holding, key=lambda unit: unit.span.end - unit.span.start, default=None)

    def beginnings(self, kinds: Collection[UnitKind]) -> list[int]:
        """Where units of these kinds begin, in order."""
        return sorted(unit.span.start for unit in self._units.values() if unit.kind in kinds)

    def line(self, unit: Unit | None) -> list[Unit]:
        """The unit and those that hold it, innermost first."""
        found = []
        while unit is not None:
            found.append(unit)
            unit = self.parent(unit)
        return found

    def is_legal(self, unit: Unit | None) -> bool:
        """Whether the passage belongs to articles (and not to the numbered tasks of a plan)."""
        return any(each.kind in _LEGAL for each in self.line(unit))

    def is_legal_at(self, offset: int) -> bool:
        """Whether the passage at `offset` belongs to articles."""
        position = bisect_right(self._starts, offset) - 1
        return position >= 0 and self.is_legal(self.passages[position].unit)

    def deadlines_within(self, span: Span) -> list[Deadline]:
        """The time limits that lie in a span, in order."""
        low, high = (bisect_left(self._deadline_starts, at) for at in (span.start, span.end))
        return [d for d in self._deadlines[low:high] if d.span.end <= span.end]

    def _passages(self, blocks: tuple[Block, ...], units: tuple[Unit, ...]) -> Iterable[Passage]:
        waiting = sorted(units, key=lambda u: (u.span.start, -u.span.end))
        waiting.reverse()
        stack: list[Unit] = []
        for number, block in enumerate(blocks):
            opened: list[Unit] = []
            while waiting and waiting[-1].span.start < block.span.end:
                opened.append(waiting.pop())
            stack = [unit for unit in (*stack, *opened) if unit.span.end > block.span.start]
            barred = bool([unit for unit in stack if unit.kind in _NO_BODY]) or self._is_debris(block, stack)
            if not barred and block.kind not in (BlockKind.FOOTNOTE, BlockKind.RULE):
                yield self._passage(number, block, stack, [unit for unit in opened if unit in stack])

    def _passage(self, number: int, block: Block, stack: list[Unit], opened: list[Unit]) -> Passage:
        unit = stack[-1] if stack else None
        start, heading = block.span.start, None
        for each in opened:
            start = self._after_label(each, start)
            if (span := self._heading(each, block, start)) is not None:
                start, heading = span.end, span
        if start == block.span.start and (label := _LABEL.match(self.text, start, block.span.end)) is not None:
            start = label.end()  # of a clause that the outline does not hold as a unit
        start = _MARGIN.match(self.text, start).end()  # type: ignore[union-attr]  # the pattern matches the empty text
        end = max(start, block.span.end)
        return Passage(
            number=number,
            span=Span(min(start, end), end),
            whole=block.span,
            heading=heading,
            unit=unit,
            opens=bool(opened),
            row=block.kind is BlockKind.TABLE_ROW,
            table=block.table,
            attached=bool([each for each in stack if each.id in self._attached]),
            preamble=bool([each for each in stack if each.kind is UnitKind.PREAMBLE]),
        )

    def _is_debris(self, block: Block, stack: list[Unit]) -> bool:
        """Whether a block of an attachment is no sentence: cells of a table and blanks of a form, line by line."""
        attached = [unit for unit in stack if unit.id in self._attached]
        if not attached or block.kind is BlockKind.TABLE_ROW:
            return False
        words = block.span.of(self.text).rstrip(" *_")
        heading = stack[-1].heading is not None and stack[-1].span.start >= block.span.start
        if any(_is_form(unit) for unit in attached):
            return _RULES.match(words) is None
        return stack[-1].kind is UnitKind.ANNEX or not (heading or words.endswith((".", ";", ":", "./.")))

    def _after_label(self, unit: Unit, start: int) -> int:
        """Where the words behind a unit's label begin; `start` where it has none. A quotation mark may stand before."""
        begin = max(start, unit.span.start)
        quote = _QUOTE.match(self.text, begin)
        for at in (begin, quote.end()) if quote is not None else (begin,):
            if unit.label and self.text.startswith(unit.label, at):
                return at + len(unit.label)
        return start

    def _heading(self, unit: Unit, block: Block, start: int) -> Span | None:
        """The title of a unit, where it is more than the beginning of a sentence (`- Trách nhiệm phối hợp: …`)."""
        if unit.heading is None:
            return None
        span = unit.heading_span
        if span is None:
            at = self.text.find(unit.heading, start, block.span.end)
            span = Span(at, at + len(unit.heading)) if at >= 0 else None
        if span is None or not block.span.overlaps(span):
            return None
        runs_on = self.text[span.end : block.span.end].strip(" *_") != ""
        if runs_on and self.mentions.covering(span.end) is not None:
            return None  # a head noun and its names (`Các sở: Tài chính, Y tế tổ chức …`)
        if runs_on and (unit.kind is UnitKind.BULLET or is_label(unit.heading) or begins_with_verb(unit.heading)):
            return None
        return span


def _is_form(unit: Unit) -> bool:
    """Whether an attachment is called something else than an annex: a form, a list."""
    return not (unit.label or "phụ lục").lower().startswith("phụ lục")


def _is_attached(unit: Unit) -> bool:
    """Whether an annex is a table, a form or a list, and not a regulation that the document enacts."""
    return unit.kind is UnitKind.ANNEX and _ATTACHED.match(unit.label or unit.heading or "phụ lục") is not None
