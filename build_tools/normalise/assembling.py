"""From groups of lines to the clean text: one string, blocks, marks, and the origin of each part."""

from __future__ import annotations

import re

from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.source import Block, BlockKind, CleanText, Mark, Origin
from build_tools.model.span import Span
from build_tools.normalise.lines import Line

Group = list[Line]  # the lines of one block

_CUT_BEFORE = re.compile(r"\w[-–/]$")  # 27-⏎NQ/TW, 62/⏎2015: a symbol cut in two
_CUT_AFTER = re.compile(r"(?:[-–][A-ZĐ]{1,6}(?:[-/]|\b)|/)\S")


def assemble(groups: list[Group], removed: tuple[Removed, ...], diagnostics: tuple[Diagnostic, ...]) -> CleanText:
    """Join the lines of each group and the groups to one text."""
    parts: list[str] = []
    blocks: list[Block] = []
    origins: list[Origin] = []
    marks: list[Mark] = []
    offset = 0
    here: tuple[int, int | None] | None = None
    for group in groups:
        begin, first_mark = offset, len(marks)
        previous = ""
        for line in group:
            glue = _glue(previous, line.text) if previous else ""
            if glue:
                parts.append(glue)
                offset += 1
            if here != (line.number, line.page):
                here = (line.number, line.page)
                origins.append(Origin(offset, line.number, line.page))
            for mark in line.marks:
                span = Span(mark.span.start + offset, mark.span.end + offset)
                marks.append(Mark(span, mark.kind))
            parts.append(line.text)
            offset += len(line.text)
            previous = line.text
        marks[first_mark:] = _merged(marks[first_mark:])
        blocks.append(Block(Span(begin, offset), group[0].opens or BlockKind.PARAGRAPH, group[0].table))
        parts.append("\n")
        offset += 1
    return CleanText("".join(parts[:-1]), tuple(blocks), tuple(origins), tuple(marks), removed, diagnostics)


def _glue(before: str, after: str) -> str:
    """What stands between two joined lines: nothing inside a symbol that was cut, else a space."""
    if before[-1] in "-–/" and after[0].isalnum() and _CUT_BEFORE.search(before[-2:]):
        return ""
    if after[0] in "-–/" and before[-1].isalnum() and _CUT_AFTER.match(after):
        return ""
    return " "


def _merged(marks: list[Mark]) -> list[Mark]:
    """The marks of one block in order; two of a kind that only a line end parted become one."""
    if len(marks) < 2:
        return marks
    merged: list[Mark] = []
    last: dict[str, int] = {}
    for mark in sorted(marks, key=lambda m: m.span):
        index = last.get(mark.kind)
        if index is not None and mark.span.start - merged[index].span.end <= 1:
            joined = Span(merged[index].span.start, max(merged[index].span.end, mark.span.end))
            merged[index] = Mark(joined, mark.kind)
        else:
            last[mark.kind] = len(merged)
            merged.append(mark)
    return merged
