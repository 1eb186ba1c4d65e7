"""Sentences that name nobody: they fall on the bearer above, on the one before, or are tasks of nobody named."""

from __future__ import annotations

import re

from build_tools.annotate.duties.assignments import asks_others
from build_tools.annotate.duties.brackets import read_bracketed
from build_tools.annotate.duties.drafts import Charge, Draft, Ground, State
from build_tools.annotate.duties.partners import extra_actors, partners
from build_tools.annotate.duties.sections import Section
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import GRANT, begins_with_verb, capacity_of, modality_of
from build_tools.model.duty import Actor, Capacity, Explicit, Modality
from build_tools.model.span import Span

CLOSES_DOCUMENT = re.compile(
    r"Trên đây là\b|(?:Nguồn )?[Kk]inh phí\b|(?:Kế hoạch|Quyết định|Chỉ thị|Văn bản|Hướng dẫn) "
    r"này (?:có hiệu lực|thay thế)"
)
_OPENS = re.compile(r"Phân công(?: nhiệm vụ| trách nhiệm| cụ thể| thực hiện| như sau| sau| các| cho|,)*\s*:\s*$")
_TOLD = re.compile(r"^[^.;(]{0,160}\bđã (?:có|ban hành|tổ chức|hoàn thành)\b")
_MUST = re.compile(r"^(?:Lưu ý:\s+)?Không\s+(?:được\s+)?\w|\b(?:thì|cần)\s+phải\b")
_GIVES = re.compile(r"(?:Giao|Phân công|Đề nghị|Yêu cầu)\b")
_AIMS_AT = re.compile(r"(?:Nâng cao|Tạo|Góp phần|Giúp|Nhằm|Phát huy|Tăng cường|Đẩy mạnh|Cụ thể hóa)\b")
_OBLIGES = re.compile(r"\b(?:phải|cần(?!\s+thiết\b))\s")
_CASE = re.compile(
    rf"(?:(?:Trong )?(?:t|T)rường hợp|Khi|Nếu)\b[^.;:]{{3,300}}?(?:(?:,|\bthì)\s+(?:phải|{GRANT}|không được|tổ chức|"
    r"có thể (?!bị|được|là|có\b)\w+|thực hiện|báo cáo|tiến hành|lập|xử lý|hướng dẫn|thông báo)|\sphải)\b"
)
_THING_IN_CASE = re.compile(
    r"(?:(?:Trong )?(?:t|T)rường hợp|Khi|Nếu)\b[^.;:]{3,300}?,\s+(?:các )?(?:văn bản|quyết định|hồ sơ|biên bản|"
    r"thông báo|việc|kết quả|tài liệu|giấy tờ|nội dung|danh sách)(?:\s[^\s,;:]+){0,12}?\sphải\b"
)
"""In that case a thing must be so: nobody goes on to act."""
_REPORTS_BACK = re.compile(
    r"(?:Trong )?[Qq]uá trình\b[^.;:]{3,300}?(?:,|\bthì)\s+(?:(?:kịp thời|chủ động|đề nghị|cần|đồng thời)\s+)*"
    r"(?:phản ánh|báo cáo|thông tin|gửi|đề xuất|có văn bản|kiến nghị|trao đổi|liên hệ)\b"
)
_ASSURES = re.compile(r"(?:Đảm bảo|Bảo đảm)\b")
_INSPECTION = re.compile(r"(?:nội dung\s+)?(?:kiểm tra|giám sát)\b", re.IGNORECASE)
_RELATIVE = r"(?:đối tượng|trường hợp|số|mức|khoản|thuế|người|nghề|tiền|nơi|bên|phía|thời gian|nghĩa vụ)"
_THING_MUST = re.compile(
    r"[A-ZĐÀ-Ỹ“][^.;:]{3,220}?(?<!\bkhông)(?<!\bbên)(?<!\bphía)\sphải\s+(?:(?:được|có)\s+)?"
    r"(?!là\b|nộp\b|trả\b|đóng\b|chịu\b|thu\b|do\b|từ\b|ít\b|tối\b|đủ\b)\w"
)
"""A thing that must be so or be done: nobody is named (`Nội quy … phải được gửi …`)."""
_SAID_OF_ANOTHER = re.compile(rf"[^.;:]{{0,220}}?\b{_RELATIVE}(?:\s[^\s,.;:]+){{0,4}}\s+phải\b", re.IGNORECASE)
_NO_RULE = re.compile(
    r"(?:Tối đa|Tối thiểu|Ít nhất|Không quá)\s\d|"
    r"(?:Danh mục|Các tình huống|Yêu cầu|Chỉ số|Tỷ lệ|Số|Mức|Dự án|(?:Quyết định|Thông tư|Nghị định|Luật) số)\s|"
    r"[^.;]*?\slà (?:số|tỷ lệ|các|việc|những|sự|một)\s|[^.;]{0,60}\ssau đó\s"
)
"""Definitions, measures and lists of what others must do."""
_VERBS = "sử dụng|thực hiện|tiến hành|áp dụng|cấp|tổ chức|bố trí|theo dõi|kiểm tra|rà soát|cập nhật|xây dựng|phát hiện|"
_FIRMLY = re.compile(
    rf"(?:Chủ động|Thường xuyên|Kịp thời|Nghiêm túc|Chỉ)(?:,? (?:kịp thời|chủ động|thường xuyên))*\s"
    rf"(?:{_VERBS}phòng|thực hành|giám sát|kiểm soát|xử lý|thông báo|thu thập)\b"
)
_LISTS = re.compile(
    r"nguyên tắc|chính sách|nội dung|tiêu chuẩn|điều kiện|tiêu chí|quyền|đối tượng|hình thức", re.IGNORECASE
)
"""Titles of what is listed, and no task."""
_GRANTS = re.compile(rf"\bthì\s+(?:{GRANT}|có thể (?!bị|được|là|có\b)\w+)\b")
_ADDS = re.compile(r"(?:Trường hợp|Đồng thời|Khi|Nếu|(?:Trong q|Q)uá trình|Ngoài ra|Căn cứ|Trên cơ sở|Đặc biệt)\b")


def read_unnamed(state: State, passage: Passage, span: Span, made: list[Draft]) -> None:
    """Add to `made`, what the passage gave so far, the charge of a sentence that names no bearer.

    A sentence that lays down nothing belongs to the one before it.
    """
    words = state.view.words(span)
    if not words.strip() or CLOSES_DOCUMENT.match(words) or _OPENS.match(words):
        return
    before = made[-1] if made else None
    if before is not None and not (_is_task_of_its_own(words) or _is_rule(state, passage, words)):
        if before.modality is not Modality.PROHIBITION:
            before.span = Span(before.span.start, span.end)
        return
    draft = _draft_of(state, passage, span, words, before)
    if draft is not None:
        made.append(draft)


def _is_task_of_its_own(words: str) -> bool:
    """Whether a further sentence of a passage says what is to be done."""
    return begins_with_verb(words) or _MUST.search(words) is not None or _ADDS.match(words) is not None


def _draft_of(state: State, passage: Passage, span: Span, words: str, before: Draft | None) -> Draft | None:
    if before is not None and before.actors and _has_subject(state, before):
        if _goes_on(words):
            return _implied(passage, span, words, before, before.ground)
        return _of_nobody(passage, span, words) if _is_rule(state, passage, words) else None
    charge = state.charge
    if state.silent and (charge is None or not begins_with_verb(words)):
        return None
    if charge is not None and (not charge.verbs_only or begins_with_verb(words) or _MUST.search(words)):
        return _inherited(state, passage, span, charge)
    apart = "(" in words or " - " in words or " – " in words
    bracketed = read_bracketed(state, passage, span) if apart and _can_be_task(state, passage) else None
    if bracketed is not None:
        return bracketed
    extra = extra_actors(state.view, span)
    if extra and begins_with_verb(words):
        return Draft(passage.unit, span, modality_of(words), extra, Explicit.SENTENCE, Ground.CHARGE)
    earlier = _earlier(state, passage) if _REPORTS_BACK.match(words) is None else None
    if earlier is not None and (begins_with_verb(words) or _goes_on_below(state, passage, words)):
        return _implied(passage, span, words, earlier, Ground.IMPLIED)
    return _of_nobody(passage, span, words) if _is_task(state, passage, words) else None


def _of_nobody(passage: Passage, span: Span, words: str) -> Draft:
    return Draft(passage.unit, span, modality_of(words), (), Explicit.NONE, Ground.NOBODY)


def _is_rule(state: State, passage: Passage, words: str) -> bool:
    """Whether a sentence of an act, or of an annex that is a set of rules, says how a thing must be."""
    if not (passage.attached or state.view.is_legal(passage.unit)) or not words.rstrip().endswith((".", ";")):
        return False
    if words.startswith(("Không được ", "Nghiêm cấm ")):
        return True
    if _NO_RULE.match(words) or _SAID_OF_ANOTHER.match(words):
        return False
    return _THING_MUST.match(words) is not None


def _is_firm(state: State, passage: Passage, words: str) -> bool:
    """Whether a whole sentence of an article says by its adverb how everybody is to act (`Chủ động thực hiện …`)."""
    if passage.attached or not words.rstrip().endswith(".") or _FIRMLY.match(words) is None:
        return False
    titles = (unit.heading for unit in state.view.line(passage.unit) if unit.heading)
    return not any(_LISTS.search(title) for title in titles)


def _has_subject(state: State, draft: Draft) -> bool:
    """Whether a sentence has a subject to go on with, and not only bodies that nobody named directs to act."""
    if draft.explicit is Explicit.SENTENCE:
        words = state.view.words(draft.span)
        return draft.ground is Ground.ASSIGNED or _GIVES.match(words) is not None or not begins_with_verb(words)
    return draft.explicit is Explicit.IMPLIED


def _goes_on(words: str) -> bool:
    """Whether a sentence without a subject of its own goes on with that of the one before it."""
    case = _CASE.match(words) is not None and _THING_IN_CASE.match(words) is None
    return begins_with_verb(words) or case or _REPORTS_BACK.match(words) is not None


def _goes_on_below(state: State, passage: Passage, words: str) -> bool:
    """Whether a paragraph without a label goes on with the subject of the one before it."""
    return _goes_on(words) and (_GRANTS.search(words) is not None or state.view.is_legal(passage.unit))


def _implied(passage: Passage, span: Span, words: str, before: Draft, ground: Ground) -> Draft:
    """The charge of a sentence that goes on with the subject of the one before it."""
    leading = before.actors[0].capacity
    capacity = capacity_of(words)
    actors = tuple(Actor(a.role, a.span, capacity, a.mode) for a in before.actors if a.capacity is leading)
    modality = Modality.POWER if _GRANTS.search(words) else modality_of(words)
    return Draft(passage.unit, span, modality, actors, Explicit.IMPLIED, ground, before.span)


def _inherited(state: State, passage: Passage, span: Span, charge: Charge) -> Draft:
    words = state.view.words(span)
    modality = charge.modality or modality_of(words)
    own = charge.actors
    if charge.capacity is None:
        capacity = capacity_of(words) if modality is Modality.DUTY else Capacity.PERFORM
        own = tuple(Actor(a.role, a.span, capacity, a.mode) for a in charge.actors)
    return Draft(
        unit=passage.unit,
        span=span,
        modality=modality,
        actors=(*charge.directing, *own, *partners(state.view, span, own)),
        explicit=charge.explicit,
        ground=Ground.INHERITED,
        assigned_by=charge.assigned_by,
    )


def _earlier(state: State, passage: Passage) -> Draft | None:
    """The draft of the paragraph before, where this one goes on in the same unit without a label of its own."""
    if passage.opens or passage.attached or not state.drafts or passage.unit is None:
        return None
    if state.read and _is_title(state.view.words(state.read[-1].whole)):
        return None
    draft = state.drafts[-1]
    same = draft.unit is not None and draft.unit.id == passage.unit.id
    return draft if same and draft.actors and draft.explicit in (Explicit.SENTENCE, Explicit.IMPLIED) else None


def _is_title(words: str) -> bool:
    """Whether a line is a title (`Bước 3: Khám sức khỏe`): what stands below it goes on with nobody above it."""
    return not words.rstrip(" *_").endswith((".", ";", ":", ",", "/"))


def _is_inspected(state: State, passage: Passage) -> bool:
    """Whether an item says what an inspection looks at (`2. Kiểm tra việc …` / `- Đảm bảo đúng quy trình`)."""
    titles = (unit.heading for unit in state.view.line(passage.unit)[1:3] if unit.heading)
    return any(_INSPECTION.match(title) for title in titles)


def _can_be_task(state: State, passage: Passage) -> bool:
    """Whether the passage stands where a plan has its tasks."""
    if state.section in (Section.AIMS, Section.ACCOUNT, Section.FRAME, Section.TERMS) or passage.attached:
        return False
    return not state.view.is_legal(passage.unit) and not (state.section is Section.PLAIN and passage.unit is None)


def _is_task(state: State, passage: Passage, words: str) -> bool:
    """Whether a sentence without a bearer is a task: one of a plan that begins with a verb, or says what must be."""
    if state.section in (Section.AIMS, Section.ACCOUNT, Section.FRAME, Section.TERMS):
        return False
    if _REPORTS_BACK.match(words):
        return True
    if passage.attached or state.view.is_legal(passage.unit):
        return _is_rule(state, passage, words) or _is_firm(state, passage, words)
    if state.section is Section.PLAIN and passage.unit is None:
        return False
    if _ASSURES.match(words) and _is_inspected(state, passage):
        return False
    if _TOLD.match(words) or (state.section is Section.REQUIREMENTS and _AIMS_AT.match(words)):
        return False
    if begins_with_verb(words) or _MUST.search(words) is not None or asks_others(state.view, passage.span):
        return True
    return _OBLIGES.search(words) is not None
