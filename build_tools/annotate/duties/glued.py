"""A lead-in that a lost line end glued to a title (`a) Báo cáo ở cấp xã Ủy ban nhân dân xã chỉ đạo Ban quản lý:`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import begins_with_bearer
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import verb_pattern
from build_tools.model.span import Span

_TITLE = re.compile(r"[A-ZĐÀ-Ỹ][^.;:\n]{8,160}\s\Z")
_GOES_ON = re.compile(  # words behind which a name still belongs to what stands before it
    r"(?:,|\b(?:của|cho|với|tại|về|trong|do|đến|bởi|và|hoặc|trình|giữa|thuộc|ở|các|gửi|báo cáo|mời|giúp|tham mưu|"
    r"đề nghị|kiến nghị|yêu cầu|phục vụ|chỉ đạo|phối hợp|hướng dẫn|giao|là|được|bị|theo|từ|trên|khi|nếu|để|cùng|"
    r"đối với|như|đề xuất|lấy ý kiến|thông qua|ban hành|thành lập|kiện toàn|đồng chí|ông|bà))\s\Z"
)


def behind_title(view: View, clause: Span) -> Span | None:
    """The lead-in behind a title without a mark: it begins with an office in capital letters whose verb follows."""
    if begins_with_bearer(view, clause.start, clause.end):
        return None
    for name in view.mentions.within(clause.start, clause.end):
        before = view.text[clause.start : name.span.start]
        if not names_office(name.role, alone=True) or not view.text[name.span.start].isupper():
            continue
        if _TITLE.match(before) is None or _GOES_ON.search(before) is not None or _ends_in_verb(before):
            continue
        stop = predicate_start(view, name.span.end, clause.end)
        if stop is not None and not view.text[name.span.end : stop].strip():
            return Span(name.span.start, clause.end)
    return None


def _ends_in_verb(before: str) -> bool:
    """Whether the words before a name end in a verb, of which the name is the object (`… lãnh đạo Sở Y tế …`)."""
    words = before.split()
    return any(verb_pattern().fullmatch(" ".join(words[-count:])) for count in (1, 2, 3))
