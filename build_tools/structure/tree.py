"""Builds the units of one run of lines: labels in, nested units with ids, titles and spans out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from msgspec import structs

from build_tools.grammar.labels import Label, Style, names_parent, readings
from build_tools.grammar.note_marks import with_note_marks
from build_tools.model.document import UnitKind
from build_tools.structure.candidates import (
    GROUPS,
    LIST_MARKS,
    Above,
    label_offset,
    number_without_stop,
    with_labels_apart,
    without_references,
)
from build_tools.structure.choices import Candidate
from build_tools.structure.headings import (
    Heading,
    of_article,
    of_coded_unit,
    of_named_unit,
    of_plan_unit,
    of_provision,
)
from build_tools.structure.ids import Ids
from build_tools.structure.lines import Text
from build_tools.structure.nesting import nest
from build_tools.structure.nodes import Node
from build_tools.structure.quotes import CLOSING, OPENING, STRAIGHT, Quotation
from build_tools.structure.siblings import add_among_titles, drop_among_sentences, drop_lead_ins

_NAMED_KINDS = {
    Style.PART: UnitKind.PART,
    Style.MODULE: UnitKind.PART,
    Style.LESSON: UnitKind.PART,
    Style.STEP: UnitKind.PART,
    Style.CHAPTER: UnitKind.CHAPTER,
    Style.SECTION: UnitKind.SECTION,
    Style.SUBSECTION: UnitKind.SUBSECTION,
    Style.ARTICLE: UnitKind.ARTICLE,
}
_LETTERS = (Style.LETTER, Style.PAREN_LETTER)


@dataclass(frozen=True)
class Zone:
    """A run of lines with a numbering of its own.

    `root` is the annex that it belongs to; `unlabelled` are lines whose numbers are no labels (rows of tables, forms).
    """

    lines: Sequence[int]
    root: Node | None = None
    unlabelled: frozenset[int] = frozenset()


class TreeBuilder:
    """Builds the nodes of a document zone by zone and gives each its id."""

    def __init__(
        self, text: Text, quotations: Sequence[Quotation], skipped: frozenset[int], notes: frozenset[str] = frozenset()
    ) -> None:
        self.text = text
        self.notes = notes  # numbers of footnotes, whose marks may be glued to a label
        self.ids = Ids()
        self.quotations = quotations
        self.skipped = skipped  # lines that hold no labels: notes, tables, rules
        self._quoted = frozenset(i for q in quotations for i in range(q.first + bool(q.offset), q.last + 1))
        self._starts = [q.first for q in quotations]

    def build(self, zone: Zone) -> list[Node]:
        """The nodes of a zone in document order, quoted ones under the unit that quotes them."""
        out = self._quoted | zone.unlabelled
        nodes = self._nest([i for i in zone.lines if i not in out], zone.root)
        lines = [node.line for node in nodes]
        members = zone.lines if isinstance(zone.lines, range) else frozenset(zone.lines)
        quoted: list[Node] = []
        for quotation in self._quotations_in(zone):
            place = bisect_right(lines, quotation.first)
            parent = nodes[place - 1] if place else zone.root
            inside = [i for i in range(quotation.first, quotation.last + 1) if i in members]
            if parent is not None and inside:
                quoted += self._nest(inside, parent, structs.replace(quotation, last=inside[-1]))
        nodes += quoted
        nodes.sort(key=lambda node: (node.line, node.offset))
        self._finish(nodes, zone)
        return nodes

    def _quotations_in(self, zone: Zone) -> Sequence[Quotation]:
        if not zone.lines:
            return ()
        return self.quotations[bisect_left(self._starts, zone.lines[0]) : bisect_right(self._starts, zone.lines[-1])]

    def _nest(self, lines: Iterable[int], root: Node | None, quotation: Quotation | None = None) -> list[Node]:
        """The nodes of a run of lines with one numbering: those of the zone itself, or those that it quotes."""
        places, candidates = self._candidates(lines, quotation)
        if root is not None and quotation is None:
            candidates = without_references(candidates)
        elif root is None:
            candidates = with_labels_apart(candidates)
        nodes: list[Node | None] = []
        for place, choice in zip(places, nest(candidates), strict=True):
            if choice is None:
                nodes.append(None)
                continue
            parent = nodes[choice.parent] if choice.parent >= 0 else root
            node = Node(place[0], place[1], choice.label, parent, quoted=quotation is not None)
            node.limit = self.text.lines[quotation.last].end if quotation is not None else None
            nodes.append(node)
        return [node for node in nodes if node is not None]

    def _candidates(
        self, lines: Iterable[int], quotation: Quotation | None
    ) -> tuple[list[tuple[int, int]], list[Candidate]]:
        """The lines that may begin with a label, each with the offset at which it would stand, and the candidates."""
        places: list[tuple[int, int]] = []
        above = Above()
        for index in lines:
            line = self.text.lines[index]
            if index in self.skipped or line.is_table:
                continue
            offset = label_offset(line, quotation)
            labels = readings(line.text[offset:]) if offset else line.labels
            if self.notes:
                raised = self.text.raised(line.start + offset, line.end)
                labels = with_note_marks(line.text[offset:], labels, self.notes, raised)
            if above.take(line, labels or number_without_stop(line.text[offset:]), offset):
                places.append((index, offset))
        return places, above.candidates

    def _finish(self, nodes: list[Node], zone: Zone) -> None:
        """Spans, kinds, titles and ids, in document order."""
        self._spans(nodes, zone)
        has_articles = any(n.label is not None and n.label.style is Style.ARTICLE and not n.quoted for n in nodes)
        for position, node in enumerate(nodes):
            self._kind(node, has_articles=has_articles)
            node.heading = self._heading(node, nodes[position + 1] if position + 1 < len(nodes) else None, zone)
            if node.kind is UnitKind.PARAGRAPH and node.heading.is_title:
                node.kind = UnitKind.HEADING
            node.id = self._id(node)
        drop_lead_ins(nodes, self.text.lines)
        add_among_titles(nodes, self.text.lines)
        drop_among_sentences(nodes, self.text.lines)

    def _spans(self, nodes: list[Node], zone: Zone) -> None:
        """Each unit reaches to the next one that it does not contain."""
        open_nodes: list[Node] = []
        for node in nodes:
            line = self.text.lines[node.line]
            before = node.offset and line.text[: node.offset].strip(OPENING + CLOSING + STRAIGHT + LIST_MARKS + " ")
            node.start = line.start + node.offset if before else line.start  # an opening mark belongs to the unit
            while open_nodes and not open_nodes[-1].is_ancestor(node):
                open_nodes.pop().end = self._end_before(node)
            open_nodes.append(node)
        last = self.text.lines[zone.lines[-1]].end if zone.lines else 0
        for node in open_nodes:
            node.end = last
        for node in nodes:
            if node.limit is not None:
                node.end = min(node.end, node.limit)

    def _end_before(self, node: Node) -> int:
        if node.start > self.text.lines[node.line].start:
            return node.start
        return self.text.lines[node.line - 1].end if node.line else node.start

    def _kind(self, node: Node, *, has_articles: bool) -> None:
        label = node.label
        assert label is not None
        parent = node.parent
        inherited = parent is not None and (parent.legal or parent.kind is UnitKind.ARTICLE)
        node.legal = inherited or (node.quoted and has_articles)
        node.label_text, node.number = label.text, label.number
        if label.style in _NAMED_KINDS:
            node.kind = _NAMED_KINDS[label.style]
            node.legal = False
        elif label.style.is_bullet:
            node.kind = UnitKind.BULLET
        elif node.legal:
            starts_quotation = node.quoted and parent is not None and not parent.quoted
            node.kind = _legal_kind(label, None if starts_quotation else parent)

    def _heading(self, node: Node, following: Node | None, zone: Zone) -> Heading:
        line = self.text.lines[node.line]
        label = node.label
        assert label is not None
        offset = node.offset + label.end
        stop = following.line if following is not None else zone.lines[-1] + 1
        below = (self.text.lines[i] for i in range(node.line + 1, stop) if i not in self.skipped)
        between = list(takewhile(lambda below_line: below_line.end <= node.end, below)) if stop > node.line + 1 else []
        if label.style in GROUPS:
            return of_named_unit(line, offset, between)
        inside = following is not None and node.is_ancestor(following)
        if label.style is Style.ARTICLE:
            return of_article(line, offset, self.text.width, between if inside else between[:2], opens=inside)
        if node.kind in (UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM):
            return of_provision(line, offset, between, opens=inside, is_clause=node.kind is UnitKind.CLAUSE)
        if label.style is Style.CODE:
            return of_coded_unit(line, offset)
        return of_plan_unit(line, offset, between, bullet=node.kind is UnitKind.BULLET, opens=inside)

    def _id(self, node: Node) -> str:
        label, parent = node.label, node.parent
        assert label is not None
        base = parent.id if parent is not None else ""
        if node.quoted and parent is not None and not parent.quoted:
            base = f"{base}.trich"
        if label.style.is_bullet:
            return self.ids.bullet(base, label.style)
        if label.style in _NAMED_KINDS:
            article = label.style is Style.ARTICLE
            return self.ids.named(_scope(node) if article else base, label)
        if node.kind in (UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM):
            return self.ids.legal(base, node.kind, label)
        node.base = base
        parent_label = parent.label if parent is not None else None
        if parent is not None and parent_label is not None and names_parent(label, parent_label):
            node.base = parent.base
        return self.ids.plan(base, parent_label, node.base, label)


def _scope(node: Node) -> str:
    """The id under which articles are counted: nothing for the act itself, the annex, or the quoting unit."""
    above = node.parent
    while above is not None:
        if node.quoted and not above.quoted:
            return f"{above.id}.trich"
        if above.kind is UnitKind.ANNEX:
            return above.id
        above = above.parent
    return ""


def _legal_kind(label: Label, parent: Node | None) -> UnitKind:
    """khoản, điểm and tiết by the label's style and by what contains it."""
    if label.style in _LETTERS:
        inside_point = parent is not None and parent.kind is UnitKind.POINT
        return UnitKind.ITEM if inside_point else UnitKind.POINT
    if label.style in (Style.DECIMAL, Style.NUMBER_PAREN) and (
        parent is None or parent.kind not in (UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM)
    ):
        return UnitKind.CLAUSE
    if label.style in (Style.ROMAN, Style.UPPER, Style.ROMAN_DECIMAL):
        return UnitKind.PARAGRAPH
    return UnitKind.ITEM
