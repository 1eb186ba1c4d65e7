"""Where a predicate begins: at a verb right after a name, or at words that charge, empower or release expressly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.relatives import belongs_to_told, is_given_a_paper, is_told, without_told
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import GRANT, GRANT_BESIDE, RELEASE, opener_pattern
from build_tools.model.span import Span

_GRANT = re.compile(rf"(?:{GRANT})\b")
STRONG = re.compile(
    rf"\b(?:{GRANT}|{RELEASE})\b|"
    r"\blà (?:người|cơ quan|cấp|đơn vị) có thẩm quyền "
    r"(?!khác|nêu|quy định (?:tại|ở)|theo|tại|của|trong|tiến hành|được|đã|đang|và|hoặc)(?=\w)|"
    r"\bsẽ (?=thực hiện|tiến hành|tổ chức|xem xét|thông báo|cung cấp|gửi|quyết định|ban hành|hoàn trả)|"
    r"\b(?:(?:còn|sẽ)\s+)?(?:có trách nhiệm|có nghĩa vụ|(?<!người )chịu trách nhiệm|có (?:các |những )?quyền|"
    r"(?:(?<!không )|(?<=àng không ))phải(?! được| là| có (?:từ|đủ|ít|tối|trình))|không được|có quyền|được quyền|"
    r"có vai trò|có nhiệm vụ|cần(?! thiết)|"
    r"nghiêm cấm|(?:(?:thì|còn|sẽ|cũng)\s+)bị (?:xử lý|áp dụng|xem xét)|được xem xét miễn|"
    r"thì (?:sẽ )?tùy (?:theo|từng) [^.;:]{3,80}?\sbị (?:xử lý|xử phạt|truy cứu|áp dụng|xem xét))\b|"
    r"(?<=\bthì )bị (?:xử phạt|phạt|truy cứu|đình chỉ|thu hồi|tước|buộc|xóa tên|loại|hủy|khấu trừ)\b|"
    r"\bcó thể (?!bị|được|gây|là|dẫn|phát sinh|ảnh hưởng|xảy ra|có|làm|không|hiện|bao gồm|gồm|hiểu|khác|liên quan)\w|"
    r"(?<=\bthì )(?:(?:còn|cũng|vẫn|chỉ|sẽ|mới|đều) )*được (?!coi\b|xem là|gọi|xác định|tính\b|hiểu|quy định|thực hiện|"
    r"áp dụng|điều chỉnh|quy đổi|lấy\b|căn cứ|ghi\b|làm tròn|phân|chia|lập\b|"
    r"đưa|lưu|thay|bàn giao|niêm|tiêu hủy|tổ chức|tiến hành|xử lý)\w"
)
"""Words that charge, empower, release or hold liable expressly."""
_BESIDE = re.compile(rf"(?:{GRANT_BESIDE})\b")
_SPARED = re.compile(r"\bđược (?:xem xét,?\s*)?(?:loại trừ|miễn|giảm)[^.;]{0,30} trách nhiệm")
_NOT_A_TASK = re.compile(
    rf"(?!{GRANT}|{GRANT_BESIDE}|được xem xét)"
    r"(?:đã|đang|được|là|gồm|bao gồm|do|thuộc|cùng|như|vẫn|còn được|có hiệu lực)\b|"
    r"phải\s+(?:là|có\s+(?:từ|đủ|ít|tối|trình))\b|bị\s+(?!xử|áp|xem)|"
    r"làm (?:Chủ tịch|Phó|Thư ký|Trưởng|ủy viên|thành viên)\b"
)
_HANGING = re.compile(
    r"(?:\b(?:đến|của|với|về|cho|từ|tại|theo|trong|để|là|như|và|hoặc|(?<!văn )bằng|do|qua|(?<!cấp )trên|khi|nếu|mà|bởi|"
    r"nhằm|nhất|đã|đang|được|từng|chưa|(?<!được )mời|"
    r"(?<!àng )không)|[,;:])\s*$"
)
_NO_TAIL = re.compile(
    r"\b(?:về|đối với|nhằm|để|khi|nếu|với|theo|cho|qua|từ|như|do|vi phạm|được|bị|đã|đang|(?<!àng )không|là|có cơ sở|"
    r"có thể|có điều kiện)\b|[.:;]"
)
_NO_TAIL_OF_TOLD = re.compile(r"\b(?:được|bị|là|thì|mà|do|nếu|khi|để|nhằm|có thể)\b|[.:;]")
_RELATIVE = re.compile(
    r"\s(?:được|đang|đã|có|mà|không|chưa|nếu|nhưng|khi|thuộc|bị|do|là|trực tiếp|quy định|sau đây|đáp ứng|thì|"
    r"(?:ngay )?sau|trong thời gian|trong thời hạn|kể từ)\b"
)
_BRACKETS = re.compile(r"\([^()\n]*\)")
_OWN_NAME = re.compile(  # the rest of a name (`Giám đốc Sở Xây dựng`)
    r"(?:(?<=Sở)|(?<=Cục)|(?<=Vụ))\s+[A-ZĐÀ-Ỹ]\w*(?:\s\w+)?(?:(?:,|\svà)\s[A-ZĐÀ-Ỹ]\w*(?:\s\w+)?){0,2}\Z"
)
_FURTHER = re.compile(r"(?:,|;|\svà)\s+")
_BARE = re.compile(r"(?:\s|chỉ|cũng|vẫn|còn|sẽ|đều|tiếp tục|hằng tháng|hàng tháng|hằng năm|hàng năm)*")
_ASIDE = re.compile(
    r"\s*(?:ngoài|khi|nếu|trong|trước|sau|kể từ|từ|tùy|căn cứ|theo|chậm nhất|định kỳ|ít nhất|cùng với|đồng thời)\b"
)
"""How the circumstances begin that may stand between `thì` and a predicate."""
_APART = re.compile(
    r"(?:trong phạm vi|căn cứ|theo|trên cơ sở)\s(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|phạm vi|trách nhiệm|địa bàn|"
    r"tình hình|điều kiện|lĩnh vực|quản lý)\b[^;:.]{0,160},\s"
)
"""What may stand between a subject and its verb, with a comma on either side (`A, trong phạm vi quyền hạn, …`)."""
_SUM = re.compile(r"\b(?:số|khoản|mức)\s(?!\d)[^,.;:]{0,60}\Z")
_SO_THAT = re.compile(r"\sđể\s(?:một|các|từng|mỗi)\s[^,;]{2,40}\Z")  # what others are to do
_OWED = re.compile(r"\b(?:thuộc trách nhiệm|số tiền|số thuế)\s\Z")
_BREAK = re.compile(r"[;:]\s")
_TIME_ALONE = re.compile(r"(?:trước ngày|hằng năm|hàng năm|định kỳ)\b[^,;:]{0,60}$")
_ALONE = frozenset({"phải", "cần", "khi", "nếu", "giúp"})
_TELLS = re.compile(r"(?:thông báo|báo cáo|gửi|trình|quyết định|ban hành|chủ trì|phối hợp|công bố)\b")
"""What a body does towards others: no relative clause begins so."""
_ALSO_LINKS = frozenset({"thông qua"})  # which mean something else too, but right behind a name
_NEXT_WORDS = 160  # between a relative clause that grants something and the predicate itself
_MOST = 5
_MOST_BEHIND = 8
_NAMED_VERB = 24  # what "được" is followed by where it tells which one is meant
_LONGEST_NAMED = 40
_WIDEST_SUBJECT = 420


def predicate_start(view: View, start: int, end: int, *, capitals: bool = False) -> int | None:
    """Where the first predicate after `start` begins; a verb inside a name of the table is none."""
    end = min(end, start + _WIDEST_SUBJECT)
    brackets = [Span(*match.span()) for match in _BRACKETS.finditer(view.text, start, end)]
    for match in opener_pattern(capitals=capitals).finditer(view.text, start, end):
        inside = any(span.start < match.start() < span.end for span in brackets)
        if inside or view.mentions.covering(match.start()) is not None:
            continue
        plain = (" " in match[0] and match[0] not in _ALSO_LINKS) or match[0] in _ALONE
        beside = view.text[start : match.start()].strip() == "" and " " in match[0]
        if plain or beside or follows_name(view, start, match.start()):
            return match.start()
    return None


def follows_name(view: View, start: int, at: int) -> bool:
    """Whether a known name ends right before `at`: only there is a verb of one syllable surely a verb."""
    words = view.text[start:at].rstrip()
    for name in (words, _OWN_NAME.sub("", words)):
        last = start + len(name) - 1
        if last >= start and view.mentions.covering(last) is not None:
            return True
    before = view.text[max(0, at - _LONGEST_NAMED) : at].lower().split()
    return any(" ".join(before[-count:]) in view.named for count in (3, 4))


def predicates(view: View, start: int, end: int) -> Iterator[int]:
    """Where the predicate of a subject that begins at `start` may begin, the likeliest first.

    A verb right after the name of an office; words that charge expressly, for the verbs before them are of a relative
    clause (`Cơ quan tiếp nhận hồ sơ có trách nhiệm …`); else the first verb.
    """
    first = predicate_start(view, after_head(view, start, end), end)
    if first is not None and _OWED.search(view.text, start, first) and view.text.startswith("phải", first):
        first = None
    spared = _SPARED.search(view.text, start, min(end, start + _WIDEST_SUBJECT))
    if spared is not None and _BREAK.search(view.text, start, spared.start()) is None:
        yield spared.start()
    if first is not None and (_after_office(view, start, first) or _is_granted(view, start, first, end)):
        yield first
    yield from _strong_starts(view, start, end, first)
    if first is not None:
        yield first
        if view.text[start:first].endswith(" và "):  # `Đại diện cơ quan A và đại diện cơ quan B ký …`
            second = predicate_start(view, after_head(view, first, end), end)
            if second is not None and second > first:
                yield second
        yield from _behind_relative(view, start, end, first)


def _behind_relative(view: View, start: int, end: int, first: int) -> Iterator[int]:
    """The verbs behind a relative clause that holds the first one (`Cơ quan có người được B giới thiệu cung cấp …`)."""
    told = is_told(view.text, start, min(end, first + _NAMED_VERB))
    if not told and not is_given_a_paper(view.text, start, first):
        return
    at = first
    for _number in range(_MOST_BEHIND):
        following = predicate_start(view, at + 2, end)
        if following is None or _BREAK.search(view.text, start, following) or " được " in view.text[at:following]:
            return
        at = following
        if not view.text.startswith(",", at - 2) and (told or STRONG.match(view.text, at)):
            yield at


def _is_granted(view: View, start: int, at: int, end: int) -> bool:
    """Whether what begins at `at`, right behind a known name, grants something or comes before a mere grant."""
    if not follows_name(view, start, at) or not names_office(_role_before(view, start, at)):
        return False
    if _BESIDE.match(view.text, at, end):
        return True
    later = (
        STRONG.search(view.text, at, min(end, start + _WIDEST_SUBJECT)) if _TELLS.match(view.text, at, end) else None
    )
    return later is not None and later.start() > at and _GRANT.match(later[0]) is not None


def _role_before(view: View, start: int, at: int) -> str | None:
    last = start + len(view.text[start:at].rstrip()) - 1
    mention = view.mentions.covering(last) if last >= start else None
    return mention.role if mention is not None else None


def _after_office(view: View, start: int, at: int) -> bool:
    last = start + len(view.text[start:at].rstrip()) - 1
    mention = view.mentions.covering(last) if last >= start else None
    return mention is not None and names_office(mention.role, alone=True)


def _strong_starts(view: View, start: int, end: int, first: int | None) -> Iterator[int]:
    matches = STRONG.finditer(view.text, start, min(end, start + _WIDEST_SUBJECT))
    found = [match for match in matches if not _of_a_sum(view.text, start, match)][:_MOST]
    for number, match in enumerate(found):
        if _BREAK.search(view.text, start, match.start()) is not None:
            return
        later = found[number + 1] if number + 1 < len(found) else None
        if later is not None and _is_relative(view.text, match, later):
            continue
        if first is not None and first < match.start() and _SO_THAT.search(view.text, start, match.start()):
            continue
        yield match.start()


def _of_a_sum(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether `phải` belongs to a sum (`số thuế phải nộp`), and not to the subject."""
    return match[0] == "phải" and _SUM.search(text[start : match.start()]) is not None


def _is_relative(text: str, grant: re.Match[str], later: re.Match[str]) -> bool:
    """Whether words that grant something belong to a relative clause (`người được miễn … phải …`)."""
    between = text[grant.end() : later.start()]
    return (
        _GRANT.match(grant[0]) is not None
        and len(between) < _NEXT_WORDS
        and re.search(r"[,;.]|\svà\s*$", between) is None
    )


def is_strong(view: View, at: int, end: int, reach: int = 0) -> bool:
    """Whether express words stand at `at`, or begin within the next `reach` code points."""
    if reach:
        return STRONG.search(view.text, at, min(end, at + reach)) is not None
    if _SPARED.match(view.text, at, end):
        return True
    return STRONG.match(view.text, at, end) is not None or _BESIDE.match(view.text, at, end) is not None


def is_predicate(view: View, start: int, stop: int, end: int) -> bool:
    """Whether what begins at `stop` can be said of the subject that begins at `start`."""
    if (_NOT_A_TASK.match(view.text, stop, end) and not STRONG.match(view.text, stop, end)) or _hangs(
        view, start, stop
    ):
        return False
    plain = STRONG.match(view.text, stop) is None
    if plain and belongs_to_told(view.text, start, stop, end):
        return False
    return _TIME_ALONE.match(view.text, stop, end) is None


def _hangs(view: View, start: int, stop: int) -> bool:
    """Whether the words before a predicate break off; not so a comma or `và` before express words or an aside."""
    words = view.text[start:stop].rstrip()
    express = STRONG.match(view.text, stop)
    if words.endswith((",", " và")) and express is not None and not express[0].startswith("có thể"):
        return False
    aside = words.endswith(",") and _APART.match(view.text, stop) is not None
    if aside and follows_name(view, start, start + len(words) - 1):
        return False
    return _HANGING.search(words) is not None


def is_name(view: View, start: int, stop: int) -> bool:
    """Whether the words before a plain verb can be a name: after the last name of the table only its own tail."""
    if "khuyến khích" in view.text[start:stop]:
        return False  # others are encouraged, and nobody is charged
    known = view.mentions.within(start, stop)
    told = is_told(view.text, start, stop)
    tail = view.text[known[-1].span.end if known and not told else start : stop]
    if told:
        return _NO_TAIL_OF_TOLD.search(without_told(tail)) is None
    return not _NO_TAIL.search(_BRACKETS.sub("", tail))


def name_end(view: View, start: int, stop: int) -> int:
    """Where the names of a subject end: before what is told of them (`Viên chức được điều động …`)."""
    for match in _RELATIVE.finditer(view.text, after_head(view, start, stop), stop):
        if view.mentions.covering(match.start() + 1) is not None:
            continue
        if match[0].strip() != "thuộc" or not _list_goes_on(view, match.end(), stop):
            return match.start()
    return stop


def _list_goes_on(view: View, start: int, stop: int) -> bool:
    """Whether further names follow (`Thủ trưởng đơn vị thuộc Bộ, Giám đốc Công an tỉnh và …`)."""
    marks = islice(_FURTHER.finditer(view.text, start, stop), _MOST)
    return any(begins_with_bearer(view, mark.end(), stop) for mark in marks)


def of_another(text: str, start: int, stop: int) -> bool:
    """Whether a predicate belongs to a subject behind `thì` (`Người A … thì việc đó do B chủ trì`).

    Circumstances there leave it to the first one (`Người A … thì khi nghỉ, ngoài lương còn được …`).
    """
    _before, then, after = text[start:stop].rpartition(" thì ")
    return bool(then) and not all(_BARE.fullmatch(part) or _ASIDE.match(part) for part in after.split(","))
