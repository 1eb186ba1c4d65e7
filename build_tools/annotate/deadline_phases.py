"""The phases of one task: a label line for the time, below it a line for each phase."""

from __future__ import annotations

import re

from build_tools.annotate.deadline_found import Found
from build_tools.model.duty import DeadlineKind
from build_tools.model.span import Span

Taken = tuple[Span, str, Found]
RULE = "phases"
_PHASE = re.compile(r"\n[\s*+•-]*(?:Đợt|Giai đoạn|Lần|Bước|Kỳ|Vòng)\s+(?:\d{1,2}|[IVX]{1,4}|thứ \w+)\b[^\n]{0,60}$")
_TIME_LABEL = re.compile(r"(?:thời\s+(?:gian|hạn)|tiến\s+độ|lộ\s+trình)[^\n:]{0,40}:\s*$", re.IGNORECASE)
_LOOK_BACK = 160


def merge_phases(text: str, taken: list[Taken]) -> list[Taken]:
    """The limits in order, with the periods of numbered phases below one label of time as one: first to last day."""
    done: list[Taken] = []
    for item in taken:
        if done and _goes_on(text, done[-1], item):
            first, _rule, found = done[-1]
            whole = Found(DeadlineKind.PERIOD, start=found.start, end=item[2].end)
            done[-1] = (Span(first.start, item[0].end), RULE, whole)
        else:
            done.append(item)
    return done


def _goes_on(text: str, before: Taken, item: Taken) -> bool:
    """Whether `item` is the phase that follows the one before it."""
    last, this = before[2].end, item[2].start
    if last is None or this is None or item[2].end is None or this <= last or before[2].start is None:
        return False
    between = text[before[0].end : item[0].start]
    if between.count("\n") != 1 or not _PHASE.search(between):
        return False
    return before[1] == RULE or _begins(text, before[0])


def _begins(text: str, span: Span) -> bool:
    """Whether a limit stands in the first phase below a label of time."""
    above = text[max(0, span.start - _LOOK_BACK) : span.start]
    phase = _PHASE.search(above)
    return phase is not None and _TIME_LABEL.search(above, 0, phase.start()) is not None
