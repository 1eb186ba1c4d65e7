"""Recognises a text that only tells of another document (a news summary): it lays nothing down itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.grammar import symbols
from build_tools.grammar.labels import readings
from build_tools.structure.head import Head
from build_tools.structure.lines import Line
from build_tools.structure.tail import Tail

_NARRATES = re.compile(
    r"\b(?:đã|vừa|mới)\s+(?:chính thức\s+)?(?:ký\s+)?(?:ban hành|ký|công bố|phê duyệt|thông qua|có)\s", re.IGNORECASE
)
_HEADLINE = 250  # characters
_OPENING = 3  # lines in which a summary says what was issued


def is_report(lines: Sequence[Line], head: Head, tail: Tail) -> bool:
    """Whether the text has no letterhead, type or addressees and narrates that a body issued an act."""
    if head.type_line is not None or head.number is not None or head.date is not None or tail.recipients:
        return False
    opening = [line.text for line in lines if line.text][:_OPENING]
    return any(_NARRATES.search(words) and any(True for _found in symbols.find(words)) for words in opening)


def report_head(lines: Sequence[Line]) -> Head:
    """The head of a summary: a headline, where the first line is none of its sentences."""
    first = next((line for line in lines if line.text), None)
    if first is None or len(first.text) > _HEADLINE or first.text[-1:] in ".:;" or readings(first.text):
        return Head()
    return Head(start=first.index + 1, title=range(first.index, first.index + 1), title_text=first.text)
