"""Clauses that charge others than their subject: `Giao A chủ trì …`, `Đề nghị A …`, `Nghiêm cấm cán bộ …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.annotate.roles import Name
from build_tools.model.document import RoleMention
from build_tools.model.duty import Capacity, Modality, Mode
from build_tools.model.span import Span

_ASSIGNS = re.compile(
    r"(?P<verb>giao nhiệm vụ cho|giao trách nhiệm cho|giao|phân công|kính đề nghị|trân trọng đề nghị|đề nghị|yêu cầu)"
    r"(?:\s+cho)?\s*:?\s+",
    re.IGNORECASE,
)
_BANS = re.compile(r"(?:nghiêm cấm|tuyệt đối không cho|cấm)\s+(?:mọi\s+)?", re.IGNORECASE)
_ASKS = re.compile(r"đề nghị", re.IGNORECASE)
_FOR = re.compile(r"Đối với\s+")
_PLACE = r"(?:\s+[A-ZĐÀ-Ỹ]\w*){0,5}"  # behind the name of a body: `Ủy ban nhân dân xã Liên Sơn`
_ISSUER_ASKS = re.compile(rf"{_PLACE}\s*(?:(?:trân trọng|kính) )?(?P<verb>yêu cầu|đề nghị|giao)\s*:?\s+")
CIRCUMSTANTIAL = re.compile(
    r"(?:Trong|Khi|Nếu|Trường hợp|Căn cứ|Trên cơ sở|Sau|Trước|Định kỳ|Hằng|Hàng|Đối với|Ngoài|Để|Theo(?! đó)|Từ|"
    r"Vào|Hết|Mỗi lần|Mỗi khi|Mỗi năm|Về phía|Hằng|"
    r"Quá thời hạn|Quá hạn|(?:Cuối|Đầu) (?:kỳ|năm|tháng|quý|mỗi)|"
    r"Chậm nhất|Muộn nhất|Ít nhất|Tối thiểu|Không quá|Kết thúc|"
    r"Nhận được|Đồng thời|Riêng|Bên cạnh|Nhằm|Với|Qua|Thông qua|Tại|Trên|Đến|Cùng với|Ngay|Quá trình|Do|Vì|Tùy|"
    r"đồng thời|riêng|đối với|trường hợp|ngoài ra|khi|nếu|sau khi|trong đó|định kỳ|hằng năm|hàng năm|trước ngày)\b"
)
_UNDER_AN_ACT = re.compile(
    r"(?:Thực hiện|Triển khai|Tiếp theo|Xét)\s+(?:nội dung |ý kiến |chỉ đạo |các )?(?:chỉ đạo|ý kiến|Công văn|"
    r"Công điện|Kế hoạch|"
    r"Nghị quyết|Quyết định|Luật|Bộ luật|Chỉ thị|Thông tư|Nghị định|Quy định|Kết luận|Đề án|Chương trình|Hướng dẫn|"
    r"Thông báo)"
)
AFTER_CIRCUMSTANCE = re.compile(r"(?:,\s+|\bthì\s+|:\s+)")
_DIFFICULTY = re.compile(
    r"(?:Trong|Khi|Nếu|Quá trình)\b[^.;:]{0,120}?\b(?:vướng mắc|khó khăn|phát sinh)\b[^.;:]{0,60}?\s"
    r"(?=(?:kính )?đề nghị\s)"
)
_TOPIC = re.compile(
    r"(?:[^:;.\n]{8,200}:\s+(?=(?:Giao|giao|Phân công|phân công|Đề nghị|đề nghị)\s)|"
    r"(?:Việc|Công tác|Nội dung|Kinh phí)\s[^.;:\n]{3,160}?,?\s+(?=giao\s+(?:cho\s+)?[A-ZĐỦ]))"
)
"""What is to be done, before a colon behind which somebody is charged with it (`Tổ chức lễ phát động: giao A …`)."""
_FORBIDS = re.compile(r"(?:^|[,;]\s+)(?P<rule>(?:nghiêm cấm|tuyệt đối không|cấm)\s)", re.IGNORECASE)
_TASK_BEGINS = re.compile(r":\s+")
MOST_STARTS = 8


class _Asking(NamedTuple):
    """`X yêu cầu …`: who asks, and the words with which he does."""

    issuer: RoleMention | Name
    words: re.Match[str]


def read_ban(view: View, clause: Span) -> Reading | None:
    """`Nghiêm cấm cán bộ, công chức …`: the ban falls on those whom it names."""
    match = _BANS.match(view.text, clause.start, clause.end)
    if match is None or not begins_with_bearer(view, match.end(), clause.end):
        return None
    stop = predicate_start(view, match.end(), clause.end) or clause.end
    end = min(stop, _first_known_end(view, match.end(), stop))
    actors = tuple(a for a in read_bearers(view, Span(match.end(), end), Capacity.PERFORM) if a.role is not None)
    return Reading(actors, Span(end, clause.end), Modality.PROHIBITION, strong=True) if actors else None


def _first_known_end(view: View, start: int, end: int) -> int:
    known = view.mentions.within(start, end)
    return known[0].span.end if known else end


def read_assignment(view: View, clause: Span) -> Reading | None:
    """`Giao A chủ trì …`, `Đề nghị A …`, `Chính phủ yêu cầu A …`."""
    match = _assigning(view, clause)
    if match is None and (asking := _issuer_asks(view, clause)) is not None:
        match = asking.words
    if match is None or not begins_with_bearer(view, match.end(), clause.end):
        return _asked_of_those_before(view, clause)
    mode = Mode.REQUEST if _ASKS.search(match["verb"]) else Mode.ASSIGN
    stop = _colon(view, Span(match.end(), clause.end)) or predicate_start(view, match.end(), clause.end)
    actors = read_bearers(view, Span(match.end(), stop or clause.end), Capacity.PERFORM, mode)
    if not actors or (match["verb"].lower() == "phân công" and not names_office(actors[0].role, alone=True)):
        return None  # a person whom the bearer of the passage is to name
    return reading_of(view, actors, Span(stop or clause.end, clause.end), strong=True)


def _asked_of_those_before(view: View, clause: Span) -> Reading | None:
    """`Đối với A, X yêu cầu …`: A is charged where no name follows."""
    before = _FOR.match(view.text, clause.start, clause.end)
    asking = _issuer_asks(view, clause) if before is not None else None
    if before is None or asking is None or not begins_with_bearer(view, before.end(), asking.words.start()):
        return None
    actors = read_bearers(view, Span(before.end(), asking.issuer.span.start), Capacity.PERFORM)
    known = tuple(actor for actor in actors if actor.role is not None)
    return reading_of(view, known, Span(asking.words.end(), clause.end), strong=True) if known else None


def asks_others(view: View, clause: Span) -> bool:
    """Whether a clause says that somebody asks, and names with words of the table nobody who is asked."""
    asking = _issuer_asks(view, clause)
    if asking is None or begins_with_bearer(view, asking.words.end(), clause.end):
        return False
    if not names_office(asking.issuer.role, alone=True):
        return False  # whoever applies for something (`… cho doanh nghiệp đề nghị …`)
    asked = view.text[asking.words.end() : clause.end]
    proposes = _ASKS.match(asking.words["verb"]) is not None and begins_with_verb(asked)
    return not proposes  # `A đề nghị khen thưởng B` is what A does


def _colon(view: View, names: Span) -> int | None:
    """Where names end at a colon behind which a task begins (`Yêu cầu A, B: Bố trí …`); None for any other colon."""
    for match in _TASK_BEGINS.finditer(view.text, names.start, names.end):
        if view.mentions.covering(match.start()) is None:
            task = begins_with_verb(view.text[match.end() : names.end])
            return match.end() if task and predicate_start(view, names.start, match.start()) is None else None
    return None


def after_assigning(view: View, clause: Span) -> int:
    """Where a clause goes on after `Giao`, `Yêu cầu` and the like; its beginning where it holds no such words."""
    match = _assigning(view, clause)
    return match.end() if match is not None else clause.start


def _assigning(view: View, clause: Span) -> re.Match[str] | None:
    """`Giao A …` at the beginning, or after a circumstance (`Nếu có vướng mắc, đề nghị A …`)."""
    match = _ASSIGNS.match(view.text, clause.start, clause.end)
    if match is not None:
        return match
    difficulty = _DIFFICULTY.match(view.text, clause.start, clause.end)
    asked = (difficulty.end(),) if difficulty is not None else ()
    given = _TOPIC.match(view.text, clause.start, clause.end)
    if given is not None and not view.is_legal_at(clause.start):
        asked = (*asked, given.end())
    for start in (*asked, *_after_circumstances(view, clause)):
        match = _ASSIGNS.match(view.text, start, clause.end)
        if match is not None and begins_with_bearer(view, match.end(), clause.end):
            return match
    return None


def _issuer_asks(view: View, clause: Span) -> _Asking | None:
    said = view.words(clause)
    if "yêu cầu" not in said and "đề nghị" not in said and "giao" not in said:
        return None
    if view.is_legal_at(clause.start):
        return None  # a right of one body against another, and no charge
    for start in (clause.start, *_after_circumstances(view, clause)):
        issuer = view.mentions.covering(start)
        words = _ISSUER_ASKS.match(view.text, issuer.span.end, clause.end) if issuer is not None else None
        if issuer is not None and words is not None:
            return _Asking(issuer, words)
    return None


def _after_circumstances(view: View, clause: Span) -> Iterator[int]:
    """The places in a clause where, after a circumstance, the sentence itself may begin."""
    here = (view.text, clause.start, clause.end)
    if CIRCUMSTANTIAL.match(*here) or _UNDER_AN_ACT.match(*here):
        found = AFTER_CIRCUMSTANCE.finditer(view.text, clause.start, clause.end)
        yield from (match.end() for match in islice(found, MOST_STARTS))


def forbidden_part(view: View, clause: Span) -> Span | None:
    """The part of a clause that forbids without naming a bearer (`…; nghiêm cấm việc …`)."""
    words = view.words(clause)
    match = _FORBIDS.search(words)
    return Span(clause.start + match.start("rule"), clause.end) if match else None
