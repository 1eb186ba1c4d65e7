"""Walks through the articles of an act, reads their orders and gives each what the units around it say."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from build_tools.annotate.changes.acts import Acts
from build_tools.annotate.changes.making import Context, Maker, Paragraph
from build_tools.annotate.changes.masking import Masked, Masker
from build_tools.annotate.changes.orders import Order, read_listed, read_orders
from build_tools.annotate.changes.quoting import Quoting
from build_tools.annotate.unit_index import UnitIndex
from build_tools.model.anchors import Anchors
from build_tools.model.change import Change, Doubt
from build_tools.model.citation import Citation
from build_tools.model.document import Outline, Unit, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_ORDERING = frozenset(
    (
        UnitKind.ARTICLE,
        UnitKind.CLAUSE,
        UnitKind.POINT,
        UnitKind.ITEM,
        UnitKind.BULLET,
        UnitKind.HEADING,
        UnitKind.PARAGRAPH,
    )
)


class _Waiting(Struct, frozen=True):
    """The changes of an order that announces others below it; they count only where none follow."""

    unit: str
    changes: tuple[Change, ...]


class Reader:
    """Reads the changes of one document."""

    def __init__(self, clean: CleanText, outline: Outline, citations: tuple[Citation, ...]) -> None:
        self._clean = clean
        self._outline = outline
        self._units = UnitIndex(outline.units)
        self._masker = Masker(clean.text, citations)
        self._quoting = Quoting(clean.text, outline)
        acts = Acts(clean.text, outline, citations, self._masker)
        self._maker = Maker(clean.text, outline, acts)
        self._contexts: dict[str, Context] = {}
        self._own: dict[str, list[int]] = {}
        self._below: dict[str, list[int]] = {}  # where the units inside each begin, in order
        for unit in outline.units:
            if unit.parent and not unit.quoted:
                insort(self._below.setdefault(unit.parent, []), unit.span.start)
        anchors = Anchors(clean.blocks, outline.units)
        for index in range(len(clean.blocks)):
            owner = anchors.owner(index)
            if owner is not None:
                self._own.setdefault(owner.id, []).append(index)

    def changes(self) -> Iterator[Change]:
        """All changes, in the order of the text."""
        found: list[Change] = []
        waiting: list[_Waiting] = []
        for unit in self._outline.units:
            if unit.kind in _ORDERING and not self._is_foreign(unit):
                for changes, waits in self._of_unit(unit):
                    if waits:
                        waiting.append(_Waiting(unit.id, changes))
                    else:
                        found += changes
        for item in waiting:
            if not any(self._is_below(change.unit, item.unit) for change in found):
                found += item.changes
        yield from sorted(found, key=lambda change: change.span)

    def _is_foreign(self, unit: Unit) -> bool:
        """Quoted from another act, in an annex or in a note."""
        chain = [unit, *self._units.ancestors(unit.span.start)]
        return any(one.quoted or one.kind in (UnitKind.ANNEX, UnitKind.FOOTNOTE) for one in chain)

    def _is_below(self, unit: str | None, above: str) -> bool:
        return bool(unit) and str(unit).startswith(f"{above}.")

    def _of_unit(self, unit: Unit) -> Iterator[tuple[tuple[Change, ...], bool]]:
        """The changes of a unit's own paragraphs, each with whether they wait for those below."""
        around = self._around(unit)
        paragraphs = self._paragraphs(unit, around)
        for place, paragraph in enumerate(paragraphs):
            stop = paragraphs[place + 1].masked.start if place + 1 < len(paragraphs) else unit.span.end
            below = self._first_below(unit, paragraph.masked.end)
            wording = self._quoting.after(paragraph.masked, min(stop, below))
            context, changes = self._maker.make(replace(paragraph, wording=wording), around)
            self._contexts[unit.id] = context
            announces = paragraph.orders[-1].announces
            waits = announces and wording is None and (below < unit.span.end or place + 1 < len(paragraphs))
            if place + 1 < len(paragraphs) and announces and wording is None:
                around = context
            yield (tuple(_without_wording(c) for c in changes) if waits else changes), waits

    def _paragraphs(self, unit: Unit, around: Context | None) -> list[Paragraph]:
        """The paragraphs of a unit that order something, its quotations left out."""
        found: list[Paragraph] = []
        for index in self._own.get(unit.id, ()):
            block = self._clean.blocks[index].span
            if self._quoting.is_inside(block.start):
                continue
            begin = unit.span.start + len(unit.label) if unit.label and block.contains(_point(unit)) else block.start
            orders = self._orders(Span(max(block.start, unit.span.start), min(block.end, unit.span.end)), begin, around)
            if orders:
                found.append(Paragraph(unit.id, *orders))
        return found

    def _orders(self, span: Span, begin: int, around: Context | None) -> tuple[Masked, tuple[Order, ...]] | None:
        masked = self._masker.mask(span)
        orders = read_orders(masked, begin)
        if not orders and around is not None and around.lists and around.kind is not None:
            listed = read_listed(masked, begin, around.kind)
            orders = (listed,) if listed else ()
        return (masked, orders) if orders else None

    def _around(self, unit: Unit) -> Context | None:
        """What the nearest unit above orders."""
        parent = self._units.parent(unit)
        while parent is not None:
            if parent.id in self._contexts:
                return self._contexts[parent.id]
            parent = self._units.parent(parent)
        return None

    def _first_below(self, unit: Unit, after: int) -> int:
        """Where the first unit of the act itself begins inside `unit` behind `after`."""
        starts = self._below.get(unit.id, ())
        place = bisect_left(starts, after)
        return starts[place] if place < len(starts) else unit.span.end


def _point(unit: Unit) -> Span:
    return Span(unit.span.start, unit.span.start)


def _without_wording(change: Change) -> Change:
    return replace(change, doubt=change.doubt or Doubt.NO_WORDING)
