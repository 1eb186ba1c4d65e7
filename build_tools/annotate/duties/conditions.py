"""Conditions: the one of whom a case speaks is the subject of what follows (`Trường hợp người A … thì được …`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.predicates import is_strong, name_end, predicate_start
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_IF = re.compile(
    r"(?:Trường hợp|Trong trường hợp|Khi|Nếu|Đối với)\s+(?:đúng\s+)?"
    r"(?:vì (?:một )?lý do (?:khách quan|bất khả kháng|chính đáng|khác)\s+)?"
)
_ITSELF = re.compile(r"(?=(?:Người|Cá nhân|Tổ chức|Đối tượng|Doanh nghiệp|Hộ|Bên|Chủ)\b)")  # `Người A … thì nộp …`
_THEN = re.compile(r"\b(?:thì|có thể)\s+(?:(?:tiếp tục|chỉ|cũng|vẫn|còn|sẽ)\s+)*(?=được|phải|không|bị|có)")
_THEN_ACTS = re.compile(  # what only the one of whom the case speaks can do
    r"\bthì\s+(?=(?:ủy quyền|đóng|nộp|có văn bản|có đơn|làm đơn|gửi|đăng ký|kê khai|khai|lựa chọn|xuất trình|lập hồ sơ|"
    r"bồi thường|hoàn trả|cam kết)\s)"
)
_CASE_BEFORE = re.compile(r"(?:trường hợp|nếu|khi)\s[^;:]*\bthì\s+(?:các\s+)?\Z")
_PAID = re.compile(
    r"được (?:quỹ|ngân sách|nhà nước|cơ quan|cơ sở)\b[^,.;:]{0,60}?\s(?:thanh toán|hỗ trợ|chi trả|bảo đảm|cấp|đóng)\b",
    re.IGNORECASE,
)


def read_condition(view: View, clause: Span) -> Reading | None:
    """`Trường hợp người A … thì được …`: the one of whom the condition speaks is the subject of what follows."""
    condition = _IF.match(view.text, clause.start, clause.end) or _ITSELF.match(view.text, clause.start, clause.end)
    if condition is None or not begins_with_bearer(view, condition.end(), clause.end):
        return None
    then = _THEN.search(view.text, condition.end(), clause.end)
    express = then is not None and (
        is_strong(view, then.end(), clause.end) or _PAID.match(view.text, then.end(), clause.end) is not None
    )
    if not express:
        then = _THEN_ACTS.search(view.text, condition.end(), clause.end)
    if then is None:
        return None
    end = predicate_start(view, after_head(view, condition.end(), clause.end), then.start()) or then.start()
    end = min(end, name_end(view, condition.end(), end))
    actors = read_bearers(view, Span(condition.end(), end), Capacity.PERFORM)
    if not actors:
        return None
    reading = reading_of(view, actors, Span(then.end(), clause.end), strong=True)
    return reading if express else reading._replace(strong=False, person=True)


def follows_case(view: View, clause: Span, actor: Actor) -> bool:
    """Whether a case stands before the bearer of a further clause (`…; trường hợp chưa đủ thì A lập …`)."""
    return _CASE_BEFORE.match(view.text, clause.start, actor.span.start) is not None
