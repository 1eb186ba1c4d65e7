"""A unit while the tree is being built, and the units of the model that come out of it."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from build_tools.grammar.labels import Label
from build_tools.model.document import Unit, UnitKind
from build_tools.model.span import Span
from build_tools.structure.headings import NO_HEADING, Heading
from build_tools.structure.lines import Text


class Node(Struct, eq=False):
    """A unit while its tree is being built."""

    line: int  # index of the line
    offset: int  # of the label in the line's text
    label: Label | None
    parent: Node | None
    quoted: bool = False
    kind: UnitKind = UnitKind.PARAGRAPH
    id: str = ""
    base: str = ""  # what the number of a decimal child is appended to
    legal: bool = False
    heading: Heading = NO_HEADING
    label_text: str | None = None
    number: str | None = None
    start: int = 0
    end: int = 0
    limit: int | None = None  # where the quotation ends that holds it
    level: int = 1

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.level = self.parent.level + 1

    def is_ancestor(self, of: Node) -> bool:
        """Whether `of` lies in this unit."""
        above = of.parent
        while above is not None and above.level >= self.level:
            if above is self:
                return True
            above = above.parent
        return False


def _number(node: Node, text: Text) -> int:
    """The line of the received file on which a unit begins."""
    line = text.lines[node.line]
    return line.number if line.start == node.start else text.number_at(node.start)


def to_units(nodes: Iterable[Node], text: Text) -> list[Unit]:
    """The nodes as units of the model, in document order."""
    return [
        Unit(
            id=node.id,
            kind=node.kind,
            label=node.label_text,
            number=node.number,
            heading=node.heading.text,
            level=node.level,
            parent=node.parent.id if node.parent is not None else None,
            span=Span(node.start, max(node.end, node.start)),
            line=_number(node, text),
            quoted=node.quoted,
            heading_span=node.heading.span,
        )
        for node in nodes
    ]
