"""The shapes of label lines: `Trách nhiệm phối hợp:`, `Cơ quan chủ trì:`, `Thời gian thực hiện:`."""

from __future__ import annotations

import re

from build_tools.model.duty import Capacity

# The word of a label that comes first says the capacity; a label without any of them means carrying out.
CAPACITIES: tuple[tuple[Capacity, str], ...] = (
    (Capacity.LEAD, "chủ trì|thường trực|đầu mối"),
    (Capacity.DIRECT, "chỉ đạo|lãnh đạo"),
    (Capacity.ADVISE, "tham mưu|đề xuất|giúp việc"),
    (Capacity.COORDINATE, "phối hợp|tham gia"),
    (Capacity.MONITOR, "theo dõi|tổng hợp|đôn đốc|kiểm tra|giám sát"),
)
_CAPACITY_RULES = tuple((capacity, re.compile(words, re.IGNORECASE)) for capacity, words in CAPACITIES)
_BODIES = r"(?:các\s+)?(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|cá\s+nhân|tổ\s+chức|cấp|người)"
_OPENING = (
    rf"(?:{_BODIES}(?:(?:\s*[,/]\s*|\s+và\s+){_BODIES})*"
    r"|trách\s+nhiệm|phân\s+công(?:\s+nhiệm\s+vụ)?|giao|chủ\s+trì|phối\s+hợp|thực\s+hiện|chỉ\s+đạo|tham\s+mưu|theo\s+dõi)"
)
_WORDS = (
    r"(?:chủ\s+trì|phối\s+hợp|thực\s+hiện|chỉ\s+đạo|lãnh\s+đạo|tham\s+mưu|theo\s+dõi|tổng\s+hợp|đôn\s+đốc|kiểm\s+tra|"
    r"giám\s+sát|tổ\s+chức|triển\s+khai|hướng\s+dẫn|báo\s+cáo|đề\s+xuất|giúp\s+việc|chính|(?:có\s+)?liên\s+quan|nhiệm\s+vụ|"
    r"được\s+giao|(?:chịu\s+)?trách\s+nhiệm|phụ\s+trách|thường\s+trực|đầu\s+mối|xây\s+dựng|soạn\s+thảo|và|hoặc|[,/-])"
)
LABEL = re.compile(rf"(?P<label>{_OPENING}(?:\s*{_WORDS})*)\s*:\s*", re.IGNORECASE)
TIME_LABEL = re.compile(
    r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|(?:hạn\s+)?hoàn\s+thành)(?:\s+\w+){0,4}\s*:|"
    r"(?:thời\s+gian\s+)?(?:hoàn\s+thành|xong)\s+(?:trước|trong|chậm|đến|vào)\b(?![^.;:\n]{0,60}\s(?:việc|công\s+tác)\s)",
    re.IGNORECASE,
)
CONTENT_LABEL = re.compile(r"(?:nội\s+dung|nhiệm\s+vụ|công\s+việc)(?:\s+\w+){0,3}\s*:", re.IGNORECASE)


FRAME_LABEL = re.compile(
    r"(?:địa\s+điểm|thành\s+phần|đối\s+tượng|kinh\s+phí|nguồn\s+(?:lực|kinh\s+phí)|số\s+lượng|hình\s+thức|sản\s+phẩm|kết\s+quả|"
    r"quy\s+mô|phạm\s+vi|phương\s+tiện|ghi\s+chú)(?:\s*,?\s+\w+){0,5}\s*:",
    re.IGNORECASE,
)
"""A line that tells where, for whom or with what: of the task above, and no task itself."""


def is_label(words: str) -> bool:
    """Whether words that stand before a colon are a label, and no title of their own."""
    shape = words.strip(" *_:") + ":"
    return any(rule.fullmatch(shape) for rule in (LABEL, TIME_LABEL, CONTENT_LABEL))


def label_capacity(label: str) -> Capacity:
    """The capacity that a label names first."""
    hits = [
        (match.start(), number) for number, (_c, rule) in enumerate(_CAPACITY_RULES) if (match := rule.search(label))
    ]
    return _CAPACITY_RULES[min(hits)[1]][0] if hits else Capacity.PERFORM


def says_capacity(words: str) -> bool:
    """Whether the words after a list begin by saying in which part its bearers act."""
    return any(rule.match(words) for _capacity, rule in _CAPACITY_RULES)
