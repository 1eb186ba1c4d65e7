"""Rows that group the rows of a table below them: whose they are (`II. Sở Tư pháp`) and when they are due."""

from __future__ import annotations

import re

from build_tools.annotate.duties.addressees import read_addressee, read_bare_addressee
from build_tools.annotate.duties.drafts import State, TableGroup, most_telling
from build_tools.annotate.duties.offices import names_office
from build_tools.model.duty import Actor, DeadlineKind
from build_tools.model.span import Span

_ORDINAL = re.compile(r"(?:[IVXL]{1,5}|[A-ZĐ]|\d{1,2})[.)]?")
_LABEL = re.compile(r"\s*(?:(?:[IVXL]{1,5}|[A-ZĐ]|\d{1,2})[.)]\s+)?")
_OF = re.compile(
    r"(?:(?:các\s+)?(?:nhiệm vụ|công việc|nội dung)\s+)?(?:(?:do|của|giao(?: cho)?)\s+)(?P<names>.+?)"
    r"(?:\s+(?:chủ trì|thực hiện|tham mưu|triển khai)\b.*)?\s*:?\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_DATED = (DeadlineKind.DATE, DeadlineKind.PERIOD, DeadlineKind.YEARLY)
_LONGEST = 160


def read_group(state: State, table: int | None, cells: list[Span]) -> bool:
    """Notes what a row of one title says of those below it; True where it is such a row."""
    view = state.view
    filled = [cell for cell in cells if view.words(cell).strip()]
    last = max(state.columns[1]) if state.columns is not None else 0
    if not 0 < len(filled) <= min(last, 2):
        return False
    if len(filled) == 2 and _ORDINAL.fullmatch(view.words(filled[0]).strip()) is None:
        return False
    title = _title(view.text, filled[-1])
    if title.end - title.start > _LONGEST:
        return False
    limits = [limit for limit in view.deadlines_within(title) if limit.kind in _DATED or limit.date]
    state.group = TableGroup(table, _bodies(state, title), title, most_telling(limits))
    return True


def _title(text: str, cell: Span) -> Span:
    start = _LABEL.match(text, cell.start, cell.end)
    return Span(start.end() if start else cell.start, cell.end)


def _bodies(state: State, title: Span) -> tuple[Actor, ...]:
    """The offices that a title names and nothing else, all of them known; empty where it says anything more."""
    view = state.view
    found = read_addressee(view, title) or read_bare_addressee(view, title)
    if found is None and (of := _OF.match(view.text, title.start, title.end)) is not None:
        found = read_bare_addressee(view, Span(*of.span("names")))
    actors = found.actors if found is not None else ()
    return actors if all(names_office(actor.role) for actor in actors) else ()
