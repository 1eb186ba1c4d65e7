"""Lead-ins of lists that hold no tasks: names, papers, cases, contents."""

from __future__ import annotations

import re

from build_tools.annotate.duties.drafts import Charge, State
from build_tools.annotate.duties.openings import parts_are_tasks
from build_tools.annotate.duties.view import Passage, View
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Explicit, Modality
from build_tools.model.span import Span

# Items that are no tasks: cases, conditions, papers.
NO_TASKS = re.compile(
    r"\b(?:trường hợp|điều kiện|tiêu chuẩn|hồ sơ|giấy tờ|tài liệu|thông tin|đối tượng|thành phần|mức|công thức|căn cứ|"
    r"gồm|bao gồm|nội dung chủ yếu|gồm có|nội dung chính|ghi rõ|"
    r"(?:gồm|có|đủ|ghi|về|với)\s+(?:các\s+|những\s+)?nội dung(?: cụ thể)?)\b[^:.;]{0,40}:?\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"Đối với (?:gói|việc|dự án|dịch vụ|hoạt động)\b[^,:]*:?\s*\Z")  # what the items deal with
# What somebody is not granted in the cases below: the cases are nothing that is forbidden to do.
_NOT_GRANTED = re.compile(
    r"không được (?:tính|hưởng)\b[^.;]{0,160}\b(?:thời gian|trường hợp)(?: sau| sau đây)?\s*:?\s*$", re.IGNORECASE
)
_THINGS = re.compile(r"\b(\w+ \w+) (?:sau|sau đây|dưới đây)\s*:?\s*$")
_THOSE = re.compile(r"[^,.;:]{3,80}?(?:,\s[^,.;:]{3,40})?\s(?:sau đây|sau)\s+(?:phải|có|được|không|chịu)\b")


def silence_of(state: State, passage: Passage, clause: Span, end: int) -> Charge | None:
    """The lead-in of a list of names or of contents: what follows is no task."""
    words = state.view.words(clause)
    if _names_things(state.view, passage, words):
        return _silence(clause, end)
    contents = (
        NO_TASKS.search(words) is not None and _ABOUT.match(words) is None and not parts_are_tasks(state.view, passage)
    )
    if _NOT_GRANTED.search(words) or (contents and modality_of(words) is Modality.DUTY):
        return _silence(clause, end)
    return names_below(state, clause, end)


def _names_things(view: View, passage: Passage, words: str) -> bool:
    """Whether the first item is one of the things that the lead-in names (`… công việc sau đây: a) Công việc …`)."""
    named, first = _THINGS.search(words), next(view.following(passage), None)
    return named is not None and first is not None and view.words(first.span).lower().startswith(named[1].lower())


def names_below(state: State, clause: Span, end: int) -> Charge | None:
    """The lead-in of those whom it charges itself (`Các tổ chức sau đây phải …:`)."""
    return _silence(clause, end) if _THOSE.match(state.view.words(clause)) else None


def _silence(clause: Span, end: int) -> Charge:
    return Charge((), Explicit.NONE, clause, end, silent=True)
