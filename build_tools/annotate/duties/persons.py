"""Persons that no table knows and what they do in plain words (`Người yêu cầu công chứng nộp hồ sơ …`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, person_at, read_bearers
from build_tools.annotate.duties.predicates import STRONG, is_predicate
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.starts import subject_starts
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import opener_pattern, verb_pattern
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_TOLD_BY_VERB = frozenset({"người", "cá nhân", "tổ chức", "bên", "chủ", "đối tượng"})
"""Heads whose next words say which one is meant (`Người tham gia đấu giá`): a verb right there is no predicate."""
_STEPS = frozenset(
    {"nộp", "gửi", "lập", "trả", "khai", "ký", "đóng", "đọc", "ghi", "điền", "thu", "chuyển", "giao", "mang"}
)
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
_MEETING = re.compile(
    r"(?P<name>(?:Hội nghị|Đại hội)(?: cử tri| đại biểu| toàn thể| hiệp thương)?)\s+"
    r"(?=(?:cử(?! tri)|bầu|thông qua|thảo luận|biểu quyết|quyết định|nghe|xem xét|giới thiệu|thống nhất)\s)"
)
_DELEGATED = re.compile(
    r"[^,.;:()]{2,60}?(?P<how>\s+được (?:giao|phân công|ủy quyền|chỉ định|cử|thuê))(?:\s+(?:trách nhiệm|nhiệm vụ))?\s+"
)
_WIDEST = 200
_LEAST = 3  # words of a predicate


def read_person(view: View, clause: Span) -> Reading | None:
    """What a person does who stands as the subject of a whole sentence; None where no such one does."""
    if (meeting := _read_meeting(view, clause)) is not None:
        return meeting
    for start in subject_starts(view, clause):
        delegate = _read_delegate(view, start, clause.end)
        if delegate is not None:
            return delegate
        head = person_at(view, start, clause.end)
        stop = _predicate(view, start, clause.end, head) if head else None
        if stop is None or view.mentions.within(start, stop) or not _is_name(view.text[start:stop]):
            continue
        words = view.text[stop : clause.end]
        own = _OWED.sub("", words).partition(" để ")[0]  # what others are to do in the end is not the person's
        if len(words.split()) < _LEAST or _NO_TASK.search(words) or STRONG.search(own):
            continue
        named = Span(start, start + len(_ADVERBS.sub("", view.text[start:stop].rstrip())))
        reading = reading_of(view, (Actor(None, named, Capacity.PERFORM),), Span(stop, clause.end), strong=False)
        return reading._replace(strong=False, person=True)
    return None


def _read_meeting(view: View, clause: Span) -> Reading | None:
    """`Hội nghị bầu …`: what a meeting itself does; what is done at it (`Hội nghị tổ chức tại …`) is none of that."""
    match = _MEETING.match(view.text, clause.start, clause.end)
    if match is None or not view.words(clause).rstrip().endswith((".", ";")):
        return None
    actor = Actor(None, Span(*match.span("name")), Capacity.PERFORM)
    return reading_of(view, (actor,), Span(match.end(), clause.end), strong=True)


def _read_delegate(view: View, start: int, end: int) -> Reading | None:
    """`Cán bộ được giao xử lý vụ việc lập biên bản`: whoever was charged with one thing does another."""
    match = _DELEGATED.match(view.text, start, end)
    if match is None or not begins_with_bearer(view, start, end) or _NO_TASK.search(view.text, start, end):
        return None
    for verb in opener_pattern().finditer(view.text, match.end(), min(end, start + _WIDEST)):
        step = " " in verb[0] or verb[0] in _STEPS
        if not step or view.text[match.end() : verb.start()].strip() == "" or view.text[verb.start() - 2] == ",":
            continue
        if " được " in view.text[match.end() : verb.start()]:
            return None  # something is done to it
        if view.mentions.covering(verb.start()) is None and is_predicate(view, start, verb.start(), end):
            actors = read_bearers(view, Span(start, match.start("how")), Capacity.PERFORM)
            reading = reading_of(view, actors[:1], Span(verb.start(), end), strong=False) if actors else None
            return reading._replace(strong=False, person=True) if reading is not None else None
    return None


def _is_name(words: str) -> bool:
    """Whether words before a plain verb name a person, and say nothing else."""
    return _NO_SUBJECT.search(words) is None and STRONG.search(words) is None


def _predicate(view: View, start: int, end: int, head: str) -> int | None:
    """Where what the person does begins."""
    after = after_head(view, start, end)
    verb = _ORGANISED.match(view.text, after, end) or verb_pattern().match(view.text, after + 1, end)
    bare = view.text[start:after].lower().endswith("tổ chức")
    if bare and verb is not None and verb[0].lower() not in ("quy định", "làm"):
        return None  # somebody is to organise something
    for match in opener_pattern().finditer(view.text, after, min(end, start + _WIDEST)):
        told = head in _TOLD_BY_VERB and view.text[after : match.start()].strip() == ""
        step = " " in match[0] or match[0] in _STEPS
        if told or not step or _NOUN_BEFORE.search(view.text, after, match.start()):
            continue
        if is_predicate(view, start, match.start(), end):
            return match.start()
    return None
