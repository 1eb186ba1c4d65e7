"""Two bearers in one sentence, parted by a comma alone: `Giao A dự thảo quy chế, B thẩm định kinh phí`.

The sentence is cut before the second where its first part says whole what the first is to do, and no list goes on
there: the words before the comma name nobody.
"""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import begins_with_bearer
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.partners import HELPS
from build_tools.annotate.duties.subjects import read_clause
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import verb_pattern
from build_tools.model.span import Span

_CAPITAL = re.compile(r",\s+(?:(?:giao|còn|các)\s+){0,2}(?:[A-Z]|Đ|Ủ)")
_JOINT = re.compile(r",\s+(?:(?:giao|còn)\s+)?(?:các\s+)?\Z")
_BEFORE = 16
_ANSWERS = re.compile(  # what those do to whom something goes (`báo cáo kết quả để A xem xét`)
    r"(?:xem xét|quyết định|phê duyệt|cho ý kiến|giải quyết|xử lý|ban hành|chỉ đạo|phân công|giao|cấp(?! phát)|"
    r"chấp thuận|đã|đang|được|bị|khi|nếu|quy định|công bố|thông qua|có thẩm quyền|quản lý|ký)\b"
)
_OPEN = re.compile(
    r"\b(?:của|với|cùng|cho|giữa|do|được|bị|mà|khi|nếu|để|theo|về|qua|từ|gồm|như|tại|và|hoặc|thuộc|đối với|trong đó|"
    r"nhất là|là)\s+[^,;]{0,12}\Z"
)
_WORD = re.compile(r"[^\W\d]+")
_LONGEST_NAME, _MOST_WORDS = 80, 9
_LEAST = 3  # words that the first part says of its bearer
_MOST = 6  # names behind commas that are tried


def parted(view: View, clause: Span) -> list[Span]:
    """The clause, cut where a comma alone parts what two bearers are to do."""
    if _CAPITAL.search(view.text, clause.start, clause.end) is None:
        return [clause]
    found, start = [], clause.start
    for at in _joints(view, clause):
        if at > start and _is_whole(view, Span(start, at)):
            found.append(Span(start, at))
            start = at
    return [*found, Span(start, clause.end)]


def _joints(view: View, clause: Span) -> list[int]:
    """Where, right behind a comma, an office begins whose task follows at once."""
    found: list[int] = []
    for name in view.mentions.within(clause.start, clause.end)[1:]:
        before = _JOINT.search(view.text, max(clause.start, name.span.start - _BEFORE), name.span.start)
        if before is None or len(found) == _MOST or not names_office(name.role, alone=True):
            continue
        said = view.text[name.span.end : clause.end].lstrip()
        if not (_ANSWERS.match(said) or HELPS.match(said)) and verb_pattern().match(said) is not None:
            found.append(before.end() - len(before[0].lstrip(", ")))
    return found


def _is_whole(view: View, part: Span) -> bool:
    """Whether a part charges somebody with something of its own, and breaks off nowhere."""
    if _OPEN.search(view.text, part.start, part.end) is not None:
        return False
    reading = read_clause(view, part)
    if reading is None or reading.passive or reading.person:
        return False
    words = view.words(reading.predicate)
    last = reading.actors[-1].span
    if len(words.split()) < _LEAST or last.end >= part.end - 2:
        return False
    return not _ends_in_name(view, Span(max(reading.predicate.start, last.end), part.end))


def _ends_in_name(view: View, said: Span) -> bool:
    """Whether the last words before the comma can be a name, to which the next one would belong (`của A, B`)."""
    end = said.start + len(view.words(said).rstrip(" ,"))
    words = list(_WORD.finditer(view.text, max(said.start, end - _LONGEST_NAME), end))
    return any(begins_with_bearer(view, word.start(), end) for word in words[-_MOST_WORDS:])
