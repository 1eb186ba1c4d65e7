"""Footnotes of plain text: the notes at the foot of a page, under the blank line that a PDF tool made of the rule."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.source import BlockKind, SourceText
from build_tools.normalise.line_starts import Start
from build_tools.normalise.lines import Line

_RULE_WIDTH: Final = 30  # spaces: the drawn line above the notes comes out as a line of them
_NOTE = re.compile(r"\d{1,3}\s+\S|\[\d{1,3}\]\s+\S|\(\d{1,3}\)\s+\S")


def mark_footnotes(source: SourceText, lines: list[Line]) -> None:
    """Give every note its own block; a zone of notes lasts from the rule to the end of the page."""
    in_zone = numbered = False
    for line in lines:
        if line.page_break:
            in_zone = False
        if line.gap and _is_rule(source, line):
            begins = _NOTE.match(line.text) is not None
            in_zone = begins or (numbered and line.start not in {Start.LEAD, Start.ALONE})
            numbered = numbered or begins
            if in_zone:
                line.opens = BlockKind.FOOTNOTE
        elif in_zone and _NOTE.match(line.text):
            line.opens = BlockKind.FOOTNOTE


def _is_rule(source: SourceText, line: Line) -> bool:
    raw = source.lines[line.index - 1].text if line.index else ""
    return len(raw) >= _RULE_WIDTH and not raw.strip()
