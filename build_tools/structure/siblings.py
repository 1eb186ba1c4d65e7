"""Second thoughts: what a line alone leaves open, the units beside it decide."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from build_tools.grammar.labels import Style
from build_tools.model.document import UnitKind
from build_tools.structure.headings import NO_HEADING, is_topic, titled
from build_tools.structure.joined_titles import title_among_titles
from build_tools.structure.lines import Line
from build_tools.structure.nodes import Node

_PROVISIONS = (UnitKind.HEADING, UnitKind.PARAGRAPH, UnitKind.CLAUSE, UnitKind.POINT, UnitKind.ITEM)
_FEWEST_TITLES = 2  # titles that show a list of titles
_SHORT = 8  # words; such a line above a paragraph is a title whatever its siblings are


def drop_lead_ins(nodes: Sequence[Node], lines: Sequence[Line]) -> None:
    """Where no article has a title, a sentence that ends with a colon (`Giao Bộ Tư pháp:`) is none either."""
    articles = [n for n in nodes if n.kind is UnitKind.ARTICLE and not n.quoted]
    lead_ins = [n for n in articles if lines[n.line].text.endswith(":")]
    if len(articles) > 1 and not any(n.heading.text for n in articles if n not in lead_ins):
        for node in lead_ins:
            if not is_topic(node.heading.text or ""):
                node.heading = NO_HEADING


def add_among_titles(nodes: Sequence[Node], lines: Sequence[Line]) -> None:
    """Where its siblings have titles, a unit has one that was joined with the paragraph below it."""
    for group in _groups(nodes, _PROVISIONS):
        alone = [node for node in group if node.heading.text and not node.heading.runs_in]
        if len(alone) < _FEWEST_TITLES or 3 * len(alone) < 2 * len(group):
            continue
        for node in group:
            line = lines[node.line]
            start = line.start + node.offset + (node.label.end if node.label else 0)
            if node.heading.text or (title := title_among_titles(line, start, line.breaks)) is None:
                continue
            node.heading = titled(start, title)
            if node.kind is UnitKind.PARAGRAPH:
                node.kind = UnitKind.HEADING


def _groups(nodes: Sequence[Node], kinds: Container[UnitKind]) -> Iterable[list[Node]]:
    """The units of some kinds that are items of one list."""
    groups: dict[tuple[int, Style, int], list[Node]] = {}
    for node in nodes:
        if node.kind in kinds and node.label is not None:
            groups.setdefault((id(node.parent), node.label.style, node.label.depth), []).append(node)
    return groups.values()


def drop_among_sentences(nodes: Sequence[Node], lines: Sequence[Line]) -> None:
    """A numbered line without a full stop is a sentence where most of its siblings are sentences.

    It stays a title where it contains units, ends with a colon, or is short and stands above a paragraph.
    """
    parents = {id(node.parent) for node in nodes}
    for group in _groups(nodes, (UnitKind.HEADING, UnitKind.PARAGRAPH)):
        titled = [node for node in group if node.kind is UnitKind.HEADING]
        if 2 * len(titled) >= len(group):
            continue
        for node in titled:
            if id(node) not in parents and not _is_title_by_itself(node, lines[node.line]):
                node.heading, node.kind = NO_HEADING, UnitKind.PARAGRAPH


def _is_title_by_itself(node: Node, line: Line) -> bool:
    title = node.heading.text or ""
    short = title.count(" ") < _SHORT and node.end > line.end
    return node.heading.runs_in or line.text.endswith(":") or title.isupper() or short or is_topic(title)
