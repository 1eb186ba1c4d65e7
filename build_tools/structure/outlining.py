"""The outline of a document: its parts, its units, what it says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from build_tools.model.document import Metadata, Outline, Unit, UnitKind
from build_tools.model.findings import Diagnostic, RemovedReason
from build_tools.model.source import CleanText
from build_tools.structure.annex_labels import MARKED
from build_tools.structure.annex_units import annex_units
from build_tools.structure.annexes import find_annexes
from build_tools.structure.blanks import formula_lines, has_articles, imprint_lines, step_lines
from build_tools.structure.cells import table_rows
from build_tools.structure.checks import check_numbering, check_quotations
from build_tools.structure.consolidated import find_authentication, with_authentication
from build_tools.structure.footnotes import Footnote, find_footnotes
from build_tools.structure.head import Head, read_head
from build_tools.structure.headings import Heading
from build_tools.structure.lines import Line, Text
from build_tools.structure.metadata import Evidence, read_metadata, report_metadata
from build_tools.structure.nodes import Node, to_units
from build_tools.structure.quotes import cut_at, find_quotations, is_quoted
from build_tools.structure.reports import is_report, report_head
from build_tools.structure.tail import Tail, read_tail, with_signature_from
from build_tools.structure.tree import TreeBuilder, Zone

_PAGE_FURNITURE = (RemovedReason.RUNNING_HEADER, RemovedReason.PAGE_NUMBER)


def outline(clean: CleanText) -> Outline:
    """Metadata, units in document order (a parent before its children) and diagnostics of a clean text.

    Any text gives an outline, one without recognisable structure an outline without units. Linear in the length.
    """
    text = Text(clean)
    lines = text.lines
    head = read_head(lines)
    notes = find_footnotes(lines, text.pages(_PAGE_FURNITURE))
    in_notes = frozenset(index for note in notes for part in note.parts for index in part)
    quotations = find_quotations(lines, in_notes)
    marks = _marks_of_forms(lines, notes)
    annexes = [a for a in find_annexes(lines, head.start, marks) if not is_quoted(lines, quotations, a.first)]
    body_stop = annexes[0].first if annexes else len(lines)
    tail = read_tail(lines, head.start, body_stop)
    if (authentication := find_authentication(lines)) is not None:
        head = with_authentication(head, authentication)
        tail = with_signature_from(tail, max(authentication.first, head.start))
    quotations = cut_at(quotations, [tail.start or 0, *(annex.first for annex in annexes)])
    if is_report(lines, head, tail):
        head = report_head(lines)
        metadata, diagnostics = report_metadata(text, head.title_text)
    else:
        metadata, diagnostics = read_metadata(text, Evidence(head, tail, _words(lines, head.preamble)))
    skipped = in_notes | imprint_lines(lines) | {line.index for line in lines if line.is_rule}
    builder = TreeBuilder(text, quotations, skipped, frozenset(note.number for note in notes))
    nodes = _fixed_before(builder, head)
    body = range(head.start, tail.start if tail.start is not None else body_stop)
    unlabelled = table_rows(lines, body, skipped, headed=True) | formula_lines(lines, body)
    if of_articles := has_articles(lines, body):
        unlabelled |= step_lines(lines, body)
    nodes += builder.build(Zone(body, unlabelled=unlabelled))
    nodes += _fixed_after(builder, tail)
    nodes += annex_units(builder, annexes, of_articles=of_articles)
    nodes += _notes(builder, notes, nodes)
    nodes.sort(key=lambda node: (node.start, -node.end, node.level))
    diagnostics += _located([*check_numbering(nodes), *check_quotations(lines, quotations)], text)
    return Outline(metadata, tuple(to_units(nodes, text)), tuple(diagnostics), reported=metadata.type == "TIN")


def _marks_of_forms(lines: Sequence[Line], notes: Sequence[Footnote]) -> frozenset[str]:
    """The numbers of the notes on whole forms and annexes (`3 Mẫu số 1 được sửa đổi …`)."""
    first = ((note.number, lines[note.parts[0].start].text[note.width :]) for note in notes)
    return frozenset(number for number, words in first if MARKED.match(words.lstrip()))


def _words(lines: Sequence[Line], part: range) -> str:
    return "\n".join(lines[index].text for index in part)


def _fixed(builder: TreeBuilder, kind: UnitKind, name: str, part: range, heading: Heading | None = None) -> list[Node]:
    """A part of the document that has no label."""
    held = [index for index in part if builder.text.lines[index].text]
    if not held:
        return []
    first, last = builder.text.lines[held[0]], builder.text.lines[held[-1]]
    node = Node(first.index, 0, None, None, kind=kind, id=builder.ids.unique(name), start=first.start, end=last.end)
    node.heading = heading or node.heading
    return [node]


def _fixed_before(builder: TreeBuilder, head: Head) -> list[Node]:
    return [
        *_fixed(builder, UnitKind.LETTERHEAD, "dau", head.letterhead),
        *_fixed(builder, UnitKind.TITLE, "ten", head.title),
        *_fixed(builder, UnitKind.PREAMBLE, "can-cu", head.preamble),
    ]


def _fixed_after(builder: TreeBuilder, tail: Tail) -> list[Node]:
    parts = [
        (tail.recipients, UnitKind.RECIPIENTS, "noi-nhan"),
        (tail.signature, UnitKind.SIGNATURE, "chu-ky"),
    ]
    return [
        node
        for part, kind, name in sorted(parts, key=lambda p: p[0].start)
        for node in _fixed(builder, kind, name, part)
    ]


def _notes(builder: TreeBuilder, notes: Sequence[Footnote], nodes: Sequence[Node]) -> list[Node]:
    """The footnotes, each part of one below the innermost unit in which it lands."""
    ordered = sorted(nodes, key=lambda node: (node.start, -node.end, node.level))
    found: list[Node] = []
    position = 0
    open_nodes: list[Node] = []
    for start, part, note in _in_order(notes):
        first, last = builder.text.lines[start], builder.text.lines[part.stop - 1]
        while position < len(ordered) and ordered[position].start <= first.start:
            open_nodes.append(ordered[position])
            position += 1
        open_nodes = [node for node in open_nodes if node.end >= last.end]
        parent = open_nodes[-1] if open_nodes else None
        node = Node(start, 0, None, parent, kind=UnitKind.FOOTNOTE, start=first.start, end=last.end)
        node.id = builder.ids.unique(f"chu-thich-{note.number}")
        node.number = note.number
        if part is note.parts[0]:
            node.label_text = first.text[: note.width].strip()
        found.append(node)
    return found


def _in_order(notes: Sequence[Footnote]) -> list[tuple[int, range, Footnote]]:
    parts = [(part.start, part, note) for note in notes for part in note.parts]
    return sorted(parts, key=lambda item: item[0])


def _located(diagnostics: Sequence[Diagnostic], text: Text) -> list[Diagnostic]:
    return [replace(item, line=text.number_at(item.span.start)) if item.span else item for item in diagnostics]


__all__ = ["Metadata", "Unit", "outline"]
