"""The units of annexes: each annex with its own numbering, its forms in it, and what goes on behind them."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.document import UnitKind
from build_tools.structure.annex_lists import Annex
from build_tools.structure.annex_parts import parts_behind_forms
from build_tools.structure.blanks import form_lines, formula_lines, step_lines
from build_tools.structure.cells import table_rows
from build_tools.structure.headings import Heading
from build_tools.structure.ids import joined
from build_tools.structure.nodes import Node
from build_tools.structure.tail import read_tail
from build_tools.structure.tree import TreeBuilder, Zone


def annex_units(builder: TreeBuilder, annexes: Sequence[Annex], *, of_articles: bool) -> list[Node]:
    """The annexes with their units; a form (`Mẫu số 1`) or a numbered part (`Phụ lục I.1`) lies in its annex.

    `of_articles` is whether the act is one of articles.
    """
    lines = builder.text.lines
    behind = parts_behind_forms(lines, annexes)
    found: list[Node] = []
    open_annexes: list[tuple[Annex, Node]] = []
    inside: list[Node] = []  # the units of the last annex that is no form
    for place, annex in enumerate(annexes):
        stop = annexes[place + 1].first if place + 1 < len(annexes) else len(lines)
        while open_annexes and not annex.lies_in(open_annexes[-1][0]):
            open_annexes.pop()
        parts = [range(annex.title.stop, behind.get(place, stop)), *_parts(annexes, behind, place, len(lines))]
        root = _root(builder, annex, open_annexes[-1][1] if open_annexes else None, inside)
        open_annexes.append((annex, root))
        for _, node in open_annexes:
            node.end = lines[stop - 1].end
        root.end = lines[parts[0].stop - 1].end
        units = builder.build(_zone(builder, annex, root, parts, of_articles=of_articles))
        _end_before_forms(builder, units, parts)
        inside = inside if annex.is_form else units
        found += [root, *units]
    return found


def _root(builder: TreeBuilder, annex: Annex, parent: Node | None, inside: Sequence[Node]) -> Node:
    """The annex itself; a form in the midst of a unit of its annex lies in that unit."""
    start = builder.text.lines[annex.first].start
    holders = [node for node in inside if annex.is_form and node.start < start < node.end]
    above = max(holders, key=lambda node: node.level, default=parent)
    root = Node(annex.first, 0, None, above, kind=UnitKind.ANNEX, start=start)
    root.id = builder.ids.unique(joined(parent.id, annex.slug) if parent and annex.is_form else annex.slug)
    root.label_text, root.number, root.heading = annex.label, annex.number, Heading(annex.heading)
    return root


def _parts(annexes: Sequence[Annex], behind: dict[int, int], place: int, stop: int) -> list[range]:
    """Where an annex that is no form goes on behind its forms."""
    parts: list[range] = []
    for later in range(place + 1, len(annexes)):
        if annexes[place].is_form or not annexes[later].is_form:
            break
        if later in behind:
            parts.append(range(behind[later], annexes[later + 1].first if later + 1 < len(annexes) else stop))
    return parts


def _zone(builder: TreeBuilder, annex: Annex, root: Node, parts: Sequence[range], *, of_articles: bool) -> Zone:
    """The lines of an annex without its recipients and its signature, and those of them whose numbers are no labels."""
    lines = builder.text.lines
    tail = read_tail(lines, parts[-1].start, parts[-1].stop)
    inside = [i for part in parts for i in part if i not in tail.recipients and i not in tail.signature]
    unlabelled = table_rows(lines, inside, builder.skipped, headed=False) | formula_lines(lines, inside)
    if annex.is_form:
        unlabelled |= form_lines(lines, inside)
    if of_articles and annex.marked:
        unlabelled |= step_lines(lines, inside)
    return Zone(inside, root, unlabelled)


def _end_before_forms(builder: TreeBuilder, units: Sequence[Node], parts: Sequence[range]) -> None:
    """Units that hold nothing behind the forms end in front of them."""
    for part in parts[:-1]:
        behind = [node for node in units if node.line >= part.stop]
        holders = {id(above) for node in behind for above in _above(node)}
        for node in units:
            if node.line < part.stop and id(node) not in holders:
                node.end = min(node.end, builder.text.lines[part.stop - 1].end)


def _above(node: Node) -> list[Node]:
    above: list[Node] = []
    while node.parent is not None:
        node = node.parent
        above.append(node)
    return above
