"""What a section is about, from its heading: tasks, requirements, aims, an account of the past, or the frame."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.document import Unit


class Section(StrEnum):
    """What the passages of a section can be."""

    TASKS = "tasks"  # what is to be done: a sentence without a bearer is a task of nobody named
    REQUIREMENTS = "requirements"  # how: only a sentence with a bearer charges someone
    AIMS = "aims"  # why: only "must" charges someone
    ACCOUNT = "account"  # what has been: nothing charges anybody
    TERMS = "terms"  # what words mean, whom and what an act covers: nothing charges anybody
    COURSE = "course"  # in what order a meeting proceeds: only express words charge
    FRAME = "frame"  # whom it concerns, when, where, with what money: only a sentence with a bearer
    PLAIN = "plain"  # no heading tells


NO_ADDRESSEES = frozenset({Section.FRAME, Section.ACCOUNT, Section.AIMS})
"""Sections in which a bare name of a body addresses nobody."""

# The word that stands first in the heading decides.
_REQUIREMENTS = r"mục đích[\s,;–-]+(?:và\s+)?yêu cầu|yêu cầu|nguyên tắc"
_AIMS = r"mục đích|mục tiêu(?! quốc gia)|quan điểm|chỉ tiêu|trọng tâm|phương châm|tầm nhìn|ý nghĩa"
_ACCOUNT = (
    r"kết quả (?:đạt được|nổi bật|thực hiện)|những kết quả|tình hình|hạn chế|tồn tại|nguyên nhân|sự cần thiết|"
    r"thực trạng|đặc điểm|bối cảnh|ưu điểm|khái quát|căn cứ (?:pháp lý|xây dựng)|dự báo"
)
_TERMS = (
    r"giải thích (?:từ ngữ|thuật ngữ)|phạm vi(?:,? (?:và )?đối tượng)? (?:điều chỉnh|áp dụng)|đối tượng áp dụng|"
    r"đối tượng (?:và|,) phạm vi (?:điều chỉnh|áp dụng)"
)
_COURSE = r"trình tự(?! và thủ tục|, thủ tục)|diễn biến|chương trình (?:hội nghị|họp|làm việc|buổi)"
_FRAME = (
    r"đối tượng|phạm vi|thành phần|thời gian|địa điểm|kinh phí|giải thích từ ngữ|hình thức|hiệu lực|thời hạn|tài liệu|"
    r"hồ sơ|biểu mẫu"
)
_TASKS = (
    r"nhiệm vụ|giải pháp|nội dung|tổ chức thực hiện|phân công|trách nhiệm|biện pháp|công việc|tổ chức triển khai|"
    r"chế độ báo cáo|thông tin, báo cáo|tiến độ"
)
_WORDS: tuple[tuple[Section, str], ...] = (
    (Section.REQUIREMENTS, _REQUIREMENTS),
    (Section.AIMS, _AIMS),
    (Section.ACCOUNT, _ACCOUNT),
    (Section.TERMS, _TERMS),
    (Section.COURSE, _COURSE),
    (Section.FRAME, _FRAME),
    (Section.TASKS, _TASKS),
)
_LOOKS_BACK = re.compile(r"(?:đánh giá|khái quát|dự kiến|xác định)\b", re.IGNORECASE)
_RULES = tuple((section, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for section, words in _WORDS)


def section_of(view: View, unit: Unit | None) -> Section:
    """The kind of section of a unit: told by the nearest heading that tells one."""
    for each in view.line(unit):
        if each.heading and (found := classify(each.heading)) is not None:
            return found
    return Section.TASKS if view.reported else Section.PLAIN


@lru_cache(maxsize=4096)
def classify(heading: str) -> Section | None:
    """What a heading says of its section; None where it says nothing.

    A heading that is a task itself (`Theo dõi tình hình thi hành pháp luật`, `Khắc phục hạn chế`) tells only that.
    """
    words = " ".join(heading.split())
    hits = [
        (match.start(), order, section) for order, (section, rule) in enumerate(_RULES) if (match := rule.search(words))
    ]
    if not hits:
        return None
    start, _order, section = min(hits)
    is_task = start > 0 and section is not Section.TASKS and begins_with_verb(words) and not _LOOKS_BACK.match(words)
    return None if is_task else section


_POWERS = re.compile(r"\s*thẩm quyền\b(?! và (?:trách nhiệm|nghĩa vụ))", re.IGNORECASE)


def states_powers(view: View, unit: Unit | None) -> bool:
    """Whether a passage stands below a title of competences (`Thẩm quyền phê duyệt …`): what it names are powers."""
    return any(_POWERS.match(_title(view, each)) for each in view.line(unit)[1:] if view.is_legal(each))


def _title(view: View, unit: Unit) -> str:
    """The title of a unit, or the words after its label where it has none."""
    start = unit.span.start + len(unit.label or "")
    return unit.heading or view.text[start : start + 40]
