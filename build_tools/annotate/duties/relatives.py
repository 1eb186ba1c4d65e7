"""What tells which body or person is meant, between its name and its task (`Đơn vị được giao tổ chức … lập …`)."""

from __future__ import annotations

import re

_TELLS = re.compile(
    r"\s(?:có (?:người|cán bộ|đại biểu) )?"
    r"được (?:giao|phân công|phân bổ|chỉ định|ủy quyền|lựa chọn|giới thiệu)\b|"
    r"\sdo\s[^,.;:]{2,60}?\s(?:quyết định\s)?(?:thành lập|bổ nhiệm|chỉ định|quản lý|làm chủ sở hữu)\b"
)
_RIGHT_BEHIND = re.compile(rf"(?:{_TELLS.pattern})(?:\s(?:trách nhiệm|nhiệm vụ|quyền|thực hiện|trực tiếp))*\s*\Z")
_GIVEN_A_PAPER = re.compile(r"\sđược cấp\s")
_GRANTED_BEHIND = re.compile(r"[^,.;:]*\sđược\s")


def is_told(text: str, start: int, stop: int) -> bool:
    """Whether such words stand in `[start, stop)`: they may hold a verb, and the predicate stands behind it."""
    return _TELLS.search(text, start, stop) is not None


def is_given_a_paper(text: str, start: int, stop: int) -> bool:
    """Whether somebody is told to hold a paper (`Tổ chức được cấp chứng thư số … phải …`)."""
    return _GIVEN_A_PAPER.search(text, start, stop) is not None


def before_told(text: str, start: int, stop: int) -> int:
    """Where the name ends before such words; `stop` where there are none."""
    told = _TELLS.search(text, start, stop)
    return told.start() if told is not None else stop


def without_told(words: str) -> str:
    """Words behind a name, without the first that tell which one is meant."""
    return _TELLS.sub(" ", words, count=1)


def belongs_to_told(text: str, start: int, stop: int, end: int) -> bool:
    """Whether a verb at `stop` tells of the subject too: right behind such words, or before something granted."""
    if _RIGHT_BEHIND.search(text, start, stop) is not None:
        return True
    return is_told(text, start, stop) and _GRANTED_BEHIND.match(text, stop, end) is not None
