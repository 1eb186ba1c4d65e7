"""The order of work: repair characters, take furniture out, decide where blocks begin, assemble."""

from __future__ import annotations

from build_tools.model.source import BlockKind, CleanText, Flow, SourceText
from build_tools.normalise.assembling import assemble
from build_tools.normalise.characters import repair_lines
from build_tools.normalise.columns import split_columns
from build_tools.normalise.footnotes import mark_footnotes
from build_tools.normalise.furniture import Furniture, find_furniture
from build_tools.normalise.joining import group_blocks, group_lines
from build_tools.normalise.lines import Line


def normalise(source: SourceText) -> CleanText:
    """The readable text of a received file. Linear in its length; never fails.

    Every word of `source` stands in `text` or in `removed`, in order.
    """
    characters = repair_lines(source)
    furniture = find_furniture(source, characters.texts)
    lines = _lines(source, characters.texts, furniture)
    for line, marks in characters.marks(lines):
        line.marks = marks
    if source.flow is Flow.LINES:
        mark_footnotes(source, lines)
        groups = group_lines(lines)
    else:
        groups = group_blocks(lines, soft_breaks_count=source.format == "markdown")
    removed = sorted([*source.removed, *characters.removed, *furniture.removed], key=lambda item: item.line)
    return assemble(groups, tuple(removed), (*source.diagnostics, *characters.diagnostics, *furniture.said))


def _lines(source: SourceText, texts: list[str], furniture: Furniture) -> list[Line]:
    """The lines that are text; each knows how much empty space or furniture stood before it."""
    lines = []
    gap, page_break, page = 0, False, None
    broken_off = False
    for index, text in enumerate(texts):
        if index in furniture.found:
            page_break = True
            broken_off = broken_off or index in furniture.breaks
        elif not text:
            gap += 1
        else:
            received = source.lines[index]
            page_break = page_break or received.page != page
            page = received.page
            in_table = received.table is not None
            for part in (text,) if in_table else split_columns(received.text, text):
                lines.append(Line(index, received, part, gap, page_break=page_break))
                gap, page_break = 0, False
                if broken_off and lines[-1].opens is None:
                    lines[-1].opens, broken_off = BlockKind.PARAGRAPH, False
    return lines
