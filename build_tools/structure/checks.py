"""Numbering as the drafter left it: gaps and repeats are reported, never repaired."""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.grammar.labels import Label, Style
from build_tools.model.document import UnitKind
from build_tools.model.findings import Diagnostic
from build_tools.model.span import Span
from build_tools.structure.lines import Line
from build_tools.structure.nodes import Node
from build_tools.structure.prices import step_cost
from build_tools.structure.quotes import Quotation

_CHECKED = (Style.CHAPTER, Style.ARTICLE, Style.ROMAN, Style.DECIMAL, Style.PAREN_NUMBER, Style.LETTER)


def check_numbering(nodes: Sequence[Node]) -> list[Diagnostic]:
    """A diagnostic for each place where a number is missing or repeated among siblings."""
    last: dict[tuple[int, Style, int], Node] = {}
    found: list[Diagnostic] = []
    for node in nodes:
        label = node.label
        if label is None or node.quoted or label.style not in _CHECKED:
            continue
        scope = id(_annex_of(node)) if label.style is Style.ARTICLE else id(node.parent)
        key = (scope, label.style, label.depth)
        before = last.get(key)
        last[key] = node
        if before is not None and before.label is not None and (code := _oddity(before.label, label)):
            args = {"before": before.label.text, "label": label.text, "unit": node.id}
            found.append(Diagnostic(code, span=Span(node.start, node.start + len(label.text)), args=args))
    return found


def _oddity(before: Label, label: Label) -> str | None:
    if label.ordinal == before.ordinal:
        return "number-repeated"
    if label.ordinal < before.ordinal:
        return "number-backward"
    return "number-gap" if step_cost(before.ordinal, label.ordinal) else None


def _annex_of(node: Node) -> Node | None:
    """The annex in which a unit stands: its articles count by themselves."""
    above = node.parent
    while above is not None and above.kind is not UnitKind.ANNEX:
        above = above.parent
    return above


def check_quotations(lines: Sequence[Line], quotations: Sequence[Quotation]) -> list[Diagnostic]:
    """A diagnostic for each quotation that never closes."""
    return [
        Diagnostic("quotation-unclosed", span=Span(lines[q.first].start, lines[q.last].end))
        for q in quotations
        if not q.closed
    ]
