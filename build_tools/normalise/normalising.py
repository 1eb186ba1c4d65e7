"""The order of work: repair characters, take furniture out, decide where blocks begin, assemble."""

from __future__ import annotations

from build_tools.model.findings import Removed
from build_tools.model.source import CleanText, Flow, SourceLine, SourceText
from build_tools.normalise.assembling import assemble
from build_tools.normalise.characters import Characters
from build_tools.normalise.columns import split_columns
from build_tools.normalise.furniture import find_furniture
from build_tools.normalise.joining import group_blocks, group_lines
from build_tools.normalise.lines import Line


def normalise(source: SourceText) -> CleanText:
    """The readable text of a received file. Linear in its length; never fails.

    Every word of `source` stands in `text` or in `removed`, in order.
    """
    characters = Characters(source)
    texts = []
    for line in source.lines:
        texts.append(characters.line(line))
    furniture, diagnostics = find_furniture(source.lines, [text for text, _ in texts])
    lines: list[Line] = []
    removed: list[Removed] = [*source.removed, *characters.removed]
    gap, page_break = 0, False
    for index, (received, (text, marks)) in enumerate(zip(source.lines, texts, strict=True)):
        reason = furniture.get(index)
        if reason is not None:
            removed.append(Removed(received.number, text, reason))
            page_break = True
        elif not text.strip():
            gap += 1
        else:
            for part in split_columns(received, text) if source.flow is Flow.LINES else (text,):
                line = Line(received.number, received.page, part)
                line.gap, line.page_break = gap, page_break
                _carry(line, received)
                line.marks = marks
                lines.append(line)
                gap, page_break = 0, False
    blocks = group_lines(lines) if source.flow is Flow.LINES else group_blocks(lines)
    removed.sort(key=lambda item: item.line)
    return assemble(blocks, tuple(removed), (*source.diagnostics, *diagnostics))


def _carry(line: Line, received: SourceLine) -> None:
    line.indent = len(received.text) - len(received.text.lstrip(" "))
    line.opens, line.break_before, line.table = received.opens, received.break_before, received.table
