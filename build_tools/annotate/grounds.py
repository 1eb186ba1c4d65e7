"""Paragraphs of grounds: `Căn cứ A;`, and the lines below that go on with it."""

from __future__ import annotations

import re

from build_tools.model.span import Span

GROUND = re.compile(r"\s*[-–+]?\s*(?P<cue>[Cc]ăn cứ(?: vào)?)\s")
_OTHER = re.compile(r"\s*[-–+]?\s*(?:Xét|Theo|Thực hiện|Trên cơ sở|Sau khi)\s")
_LINES = 4


def ground_above(text: str, line: int) -> Span | None:
    """The `Căn cứ` that the line beginning at `line` goes on with; the lines between end with a semicolon."""
    for _ in range(_LINES):
        if text[line - 2 : line] != ";\n":
            return None
        line = text.rfind("\n", 0, line - 1) + 1
        if ground := GROUND.match(text, line):
            return Span(ground.start("cue"), ground.end("cue"))
        if _OTHER.match(text, line):
            return None
    return None
