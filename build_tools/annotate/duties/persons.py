"""Persons that no table knows and what they do in plain words (`Người yêu cầu công chứng nộp hồ sơ …`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, person_at
from build_tools.annotate.duties.predicates import STRONG, is_predicate
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.starts import subject_starts
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import opener_pattern, verb_pattern
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_TOLD_BY_VERB = frozenset({"người", "cá nhân", "tổ chức", "bên", "chủ", "đối tượng"})
"""Heads whose next words say which one is meant (`Người tham gia đấu giá`): a verb right there is no predicate."""
_STEPS = frozenset({"nộp", "gửi", "lập", "trả", "khai", "ký", "đóng", "đọc", "ghi", "điền", "thu"})
_NOUN_BEFORE = re.compile(
    r"(?:giấy|quyết định|báo cáo|phiếu|đơn|hồ sơ|việc|công tác|dịch vụ|hoạt động|cơ quan|hội|lực lượng|ngành|lĩnh vực|"
    r"bộ phận|đơn vị|phòng|ban|đoàn|các|những|và|hoặc)\s+\Z",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(r"[;:“”\"()]|\s(?:là|thì|gồm|bao gồm|như|sau đây|sau)\b|\d+\.|\w\s\w+\s.*\sđược\s")
_NO_TASK = re.compile(r"\s(?:là|thì|gồm|bao gồm)\s|:\s*\Z")
_OWED = re.compile(r"(?:trách nhiệm|số tiền|khoản|mức|nghĩa vụ|số thuế)\s+phải\b")
_ORGANISED = re.compile(r",|\s(?:và|,)\s")
_ADVERBS = re.compile(r"(?:\s(?:tự|đều|chỉ|sẽ|cùng|cũng|vẫn|còn|tiếp tục|trực tiếp))+\Z")
_WIDEST = 200
_LEAST = 3  # words of a predicate


def read_person(view: View, clause: Span) -> Reading | None:
    """What a person does who stands as the subject of a whole sentence; None where no such one does."""
    for start in subject_starts(view, clause):
        head = person_at(view, start, clause.end)
        stop = _predicate(view, start, clause.end, head) if head else None
        if stop is None or view.mentions.within(start, stop) or not _is_name(view.text[start:stop]):
            continue
        words = view.text[stop : clause.end]
        if len(words.split()) < _LEAST or _NO_TASK.search(words) or STRONG.search(_OWED.sub("", words)):
            continue
        named = Span(start, start + len(_ADVERBS.sub("", view.text[start:stop].rstrip())))
        reading = reading_of(view, (Actor(None, named, Capacity.PERFORM),), Span(stop, clause.end), strong=False)
        return reading._replace(strong=False, person=True)
    return None


def _is_name(words: str) -> bool:
    """Whether words before a plain verb name a person, and say nothing else."""
    return _NO_SUBJECT.search(words) is None and STRONG.search(words) is None


def _predicate(view: View, start: int, end: int, head: str) -> int | None:
    """Where what the person does begins."""
    after = after_head(view, start, end)
    verb = _ORGANISED.match(view.text, after, end) or verb_pattern().match(view.text, after + 1, end)
    bare = view.text[start:after].lower().endswith("tổ chức")
    if bare and verb is not None and verb[0].lower() != "quy định":
        return None  # somebody is to organise something
    for match in opener_pattern().finditer(view.text, after, min(end, start + _WIDEST)):
        told = head in _TOLD_BY_VERB and view.text[after : match.start()].strip() == ""
        step = " " in match[0] or match[0] in _STEPS
        if told or not step or _NOUN_BEFORE.search(view.text, after, match.start()):
            continue
        if is_predicate(view, start, match.start(), end):
            return match.start()
    return None
