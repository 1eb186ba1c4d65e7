"""Lists of documents: whether one that is named goes on with the one before it."""

from __future__ import annotations

import re

_LISTED = re.compile(r"[ \u00a0]*(?:,|;)?[ \u00a0]*(?:và|cùng)?[ \u00a0]*(?:các[ \u00a0])?")
_BRACKET = re.compile(r"[ \u00a0]*\([^()\n]{0,200}\)")
_ABOUT = re.compile(
    r"[ \u00a0]*,?[ \u00a0]*(?:về|quy định|ban hành|hướng dẫn|phê duyệt|thực hiện|triển khai|sửa đổi|bổ sung|điều"
    r" chỉnh)[ \u00a0,][^;.\n()]{0,400}"
)


def goes_on(text: str, at: int, start: int) -> bool:
    """Whether nothing but a bracket and the subject of the earlier document stands from `at`, behind it, to `start`."""
    bracket = _BRACKET.match(text, at)
    at = bracket.end() if bracket else at
    if text[at : at + 1] == ")":  # the short name in brackets repeats the number
        at += 1
    if _LISTED.fullmatch(text, at, start):
        return True
    about = _ABOUT.match(text, at, start)
    if not about or text[about.end() : about.end() + 1] not in (";", "("):
        return False
    bracket = _BRACKET.match(text, about.end())
    return _LISTED.fullmatch(text, bracket.end() if bracket else about.end(), start) is not None
