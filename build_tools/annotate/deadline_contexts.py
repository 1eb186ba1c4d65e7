"""Where words that read like a time limit are none: the day of an effect, of the past, a case, a document's name."""

from __future__ import annotations

import re
from collections.abc import Callable

from build_tools.annotate.deadline_rules import Form

_NAME_BEFORE = re.compile(
    r"\b(?:Nghị quyết|Kế hoạch|Chương trình|Đề án|Chiến lược|Quyết định|Chỉ thị|Kết luận|Nghị định|Thông tư|Quy định|"
    r"Quy hoạch|Hướng dẫn|Công văn|Quy chế|Dự án|Luật|Phong trào|Tiểu dự án|Hội đồng nhân dân|Quốc hội|bầu cử|"
    r"chương trình mục tiêu|kế hoạch)\b"
)
_CLAUSE_END = re.compile(r"[.;:]\s|\n")
_EFFECT = re.compile(
    r"(?:hiệu lực(?: thi hành)?(?:\s+kể)?|hết hiệu lực|áp dụng(?: kể)?|thi hành(?: kể)?|ban hành|ký kết|giao kết|"
    r"được (?:cấp|ký|thành lập|giao)|xảy ra|nộp hồ sơ)\s*,?\s*(?:từ\s+)?$"
)
_TO_BE_ISSUED = re.compile(
    r"\b(?:trình|xây dựng|soạn thảo|tham mưu|hoàn thành|hoàn thiện|khẩn trương|sớm|phải|đề xuất|giao)\b[^.;:\n]{0,200}"
    r"(?:ban hành|thi hành|áp dụng|ký kết)\s*,?\s*$|\b(?:để|kịp)\s+(?:ban hành|ký kết)\s*,?\s*$",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:đã|trở về|tính(?=\s*$|\s+(?:đến|tới|từ|cho|kể|trở|theo|tại|trên)))\b[^.;\n]{0,80}$")
_TOLD = re.compile(r"[,\s]+[^.;:\n]{0,80}?\b(?:đã|ước|đạt)\b")
_EFFECT_PERIOD = re.compile(r"\bhiệu lực\b[^.;:\n]{0,40}\btừ\s+ngày\b[^.;:\n]{0,40}$")  # …, up to which it holds
_STOPS = re.compile(r"\b(?:tạm\s+)?(?:dừng|ngừng)\b[^.;:\n]{0,60}$")
_KIND_BEFORE = re.compile(  # nouns after which `hằng năm` says of what kind they are, and not how often is to be done
    r"\b(?:kế hoạch|dự toán|kinh phí|chương trình|trung hạn(?:\s*(?:và|,))?|năm\s*(?:và|,)|lương|nghỉ|trợ cấp|mức đóng|"
    r"thu nhập|chi|báo cáo)\s*$"
)
_LASTS = re.compile(  # how long a right or a thing lasts
    r"\b(?:bảo lưu|hưởng|miễn|hỗ trợ|có giá trị|lưu giữ|lưu trữ|bảo quản|tính)\b[^.;:\n]{0,80}$"
)
_PRODUCT = re.compile(  # what a period behind these is about: a plan, a budget; not when it is to be made
    r"\b(?:xây dựng|đề xuất|ban hành|lập|trình|phê duyệt|tổng kết|đánh giá|xác định|phân bổ|dự báo|dự thảo)\b"
    r"(?!\s*:)[^.;:\n]{3,160}$",
    re.IGNORECASE,
)
_A_CASE = re.compile(r"[^;:.\n]{0,160}?,?\s+(?:nếu|mà)\b")
_IN_YEARS = re.compile(r"\d\s*(?:\([^)]*\))?\s*năm\b")
_BAN = re.compile(
    r"(?:(?!\b(?:phải|có trách nhiệm|có nghĩa vụ)\b)[^;:.\n])*\bkhông được(?: phép)?\s"
)  # … do something meanwhile
_FROM_NOW = re.compile(r"\s*(?:kể )?từ (?:khi|nay|ngày)\b", re.IGNORECASE)  # a span of time follows, and no name
_PURPOSE = re.compile(r"\b(?:để|nhằm)\s+(?:phục vụ\s+)?(?:báo cáo|cung cấp|giải trình|tra cứu|kiểm tra)\s*$")
_GIVES = re.compile(r"\b(?:cung cấp|xuất trình|chia sẻ)\b(?! dịch vụ)[^.;:\n]*$", re.IGNORECASE)
_ON_FORM = re.compile(r"\s*\((?:theo\s+)?(?:mẫu|biểu)\b", re.IGNORECASE)
_DUE = re.compile(r"\b(?:hoàn thành|sơ kết|tổng kết|kết thúc)\b[^,;:]*$", re.IGNORECASE)
_LOOK_BACK = 300


def is_something_else(text: str, match: re.Match[str], form: Form) -> bool:
    """Whether the words around a match make it the day of an effect, of the past, a case, or a document's name."""
    clause = _CLAUSE_END.split(text[max(0, match.start() - _LOOK_BACK) : match.start()])[-1]
    if _is_past(clause, match, form) or (_EFFECT.search(clause) and not _TO_BE_ISSUED.search(clause)):
        return True
    bare = form.id == "line-year" or form.id.endswith("-no-year")
    if bare and _TOLD.match(text, match.end(), match.end() + _LOOK_BACK):
        return True
    if form.named and _NAME_BEFORE.search(clause) and not _FROM_NOW.match(clause):
        return True
    check = _CHECKS.get(form.id)
    return _EFFECT_PERIOD.search(clause) is not None or (check is not None and check(text, match, clause))


def _is_past(clause: str, match: re.Match[str], form: Form) -> bool:
    """Whether what happened or was counted by then is told; a day of every year and `chậm nhất` are never past."""
    told = not form.id.startswith("yearly-") and not match[0].lower().startswith(("chậm", "muộn"))
    return told and _PAST.search(clause) is not None


def _is_stop(_text: str, _match: re.Match[str], clause: str) -> bool:
    return _STOPS.search(clause) is not None


def _is_duration(text: str, match: re.Match[str], clause: str) -> bool:
    """Whether a right, a ban or a case lasts so long."""
    if ("thời gian" in match[0] and _LASTS.search(clause)) or _BAN.match(text, match.end(), match.end() + _LOOK_BACK):
        return True
    return _IN_YEARS.search(match[0]) is not None and _A_CASE.match(text, match.end()) is not None


def _is_of_product(_text: str, _match: re.Match[str], clause: str) -> bool:
    return "trong" not in clause[-8:] and _PRODUCT.search(clause) is not None


def _is_kind(_text: str, match: re.Match[str], clause: str) -> bool:
    return _KIND_BEFORE.search(clause) is not None and not match[0].lower().startswith(("thứ", "chủ"))


def _is_no_order(_text: str, match: re.Match[str], clause: str) -> bool:
    """Whether a request is what is done for (`để báo cáo khi có yêu cầu`), or the measure of another act."""
    if _PURPOSE.search(clause) or clause.rstrip().endswith("trước"):
        return True
    return match[0].lower().startswith("theo") and clause.strip(" -+*)") != "" and not _GIVES.search(clause)


def _is_name_of_form(text: str, match: re.Match[str], _clause: str) -> bool:
    """Whether a rhythm is part of the name of a form: `Báo cáo giám sát 6 tháng, hằng năm (Mẫu số 01)`."""
    return not match[0].lower().startswith("định kỳ") and _ON_FORM.match(text, match.end()) is not None


def _is_of_nothing_done(_text: str, _match: re.Match[str], clause: str) -> bool:
    return _DUE.search(clause) is None


_CHECKS: dict[str, Callable[[str, re.Match[str], str], bool]] = {
    "days-before": _is_stop,
    "within-days": _is_duration,
    "period": _is_of_product,
    "yearly": _is_kind,
    "monthly": _is_kind,
    "weekly": _is_kind,
    "quarterly": _is_kind,
    "times-a-period": _is_kind,
    "on-request": _is_no_order,
    "in-year": _is_of_nothing_done,
    "half-yearly-and-yearly": _is_name_of_form,
}
"""What else the words of a form can be, by its id; of the text, the match and the clause before it."""
