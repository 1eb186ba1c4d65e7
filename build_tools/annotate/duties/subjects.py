"""Who a clause charges: its subject, or the one whom it assigns, asks or directs; and what follows as the predicate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, is_institution, read_bearers
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb, capacity_of, modality_of, opener_pattern
from build_tools.model.duty import Actor, Capacity, Modality, Mode
from build_tools.model.span import Span

_ASSIGNS = re.compile(
    r"(?P<verb>giao nhiệm vụ cho|giao trách nhiệm cho|giao|phân công|kính đề nghị|trân trọng đề nghị|đề nghị|yêu cầu)"
    r"(?:\s+cho)?\s*:?\s+",
    re.IGNORECASE,
)
_BANS = re.compile(r"(?:nghiêm cấm|tuyệt đối không cho|cấm)\s+(?:mọi\s+)?", re.IGNORECASE)
_ASKS = re.compile(r"đề nghị", re.IGNORECASE)
_ISSUER_ASKS = re.compile(r"\s*(?P<verb>yêu cầu|đề nghị|giao)\s*:?\s+")
_CIRCUMSTANTIAL = re.compile(
    r"(?:Trong|Khi|Nếu|Trường hợp|Căn cứ|Trên cơ sở|Sau|Trước|Định kỳ|Hằng|Hàng|Đối với|Ngoài|Để|Theo(?! đó)|Từ|"
    r"Chậm nhất|Kết thúc|"
    r"Đồng thời|Riêng|Bên cạnh|Nhằm|Với|Qua|Thông qua|Tại|Trên|Đến|Cùng với|Ngay|Quá trình|Do|Vì|Tùy|"
    r"đồng thời|riêng|đối với|trường hợp|ngoài ra|khi|nếu|sau khi|trong đó|định kỳ|hằng năm|hàng năm|trước ngày)\b"
)
_UNDER_AN_ACT = re.compile(
    r"(?:Thực hiện|Triển khai|Tiếp theo|Xét)\s+(?:nội dung |ý kiến |chỉ đạo |các )?(?:chỉ đạo|ý kiến|Công văn|"
    r"Công điện|Kế hoạch|"
    r"Nghị quyết|Quyết định|Luật|Bộ luật|Chỉ thị|Thông tư|Nghị định|Quy định|Kết luận|Đề án|Chương trình|Hướng dẫn|"
    r"Thông báo)"
)
_AFTER_CIRCUMSTANCE = re.compile(r"(?:,\s+|\bthì\s+|:\s+)")
_STRONG = re.compile(
    r"\b(?:còn\s+)?(?:có trách nhiệm|có nghĩa vụ|chịu trách nhiệm|"
    r"phải(?! được| là| có (?:từ|đủ|ít|tối|trình))|không được|có quyền|được quyền|"
    r"cần(?! thiết)|"
    r"nghiêm cấm|(?:(?:thì|còn|sẽ|cũng)\s+)bị (?:xử lý|áp dụng|xem xét)|được xem xét miễn)\b"
)
_NOT_A_TASK = re.compile(
    r"(?:đã|đang|được|là|gồm|bao gồm|do|thuộc|cùng|như|vẫn|còn được|có hiệu lực)\b|"
    r"phải\s+(?:là|có\s+(?:từ|đủ|ít|tối|trình))\b|bị\s+(?!xử|áp|xem)"
)
_PARTNERS = re.compile(r"\bphối hợp(?:\s+(?:chặt chẽ|thường xuyên|tốt))?\s+(?:với|cùng)\s*:?\s+", re.IGNORECASE)
_LEADS = re.compile(r"\bchủ trì\b", re.IGNORECASE)
_DELEGATES = re.compile(
    r"\b(?<!không )(?<!không được )(?:chỉ đạo|yêu cầu)(?:\s*,\s*(?:hướng dẫn|đôn đốc))?\s+", re.IGNORECASE
)
_FORBIDS = re.compile(r"(?:^|[,;]\s+)(?P<rule>(?:nghiêm cấm|tuyệt đối không|cấm)\s)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()\n]*\)")
_HANGING = re.compile(
    r"(?:\b(?:đến|của|với|về|cho|từ|tại|theo|trong|để|là|như|và|hoặc|bằng|do|qua|trên|khi|nếu|mà|bởi|nhằm|không|nhất)|"
    r"[,;:])\s*$"
)
_NO_TAIL = re.compile(
    r"\b(?:về|đối với|nhằm|để|khi|nếu|với|theo|cho|qua|từ|như|do|vi phạm|được|bị|đã|đang|không|là|có cơ sở|có thể|"
    r"có điều kiện)\b|[.:;]"
)
_COLON = re.compile(r":\s+(?=[A-ZĐ])")
_ENUMERATES = re.compile(r"\b(?:gồm|bao gồm)\b")
_RUN_IN_LABEL = re.compile(r"[^:.;,\n]{2,60}:\s+")
_REACH_BACK = 6  # "thì" before "bị xử lý"
_ALONE = frozenset({"phải", "cần", "khi", "nếu", "giúp"})
_MOST_STARTS = 8
_WIDEST_SUBJECT = 420


class Reading(NamedTuple):
    """What a clause says: `strong` where its words charge expressly, not only by naming who does it."""

    actors: tuple[Actor, ...]
    predicate: Span
    modality: Modality
    strong: bool


def read_clause(view: View, clause: Span) -> Reading | None:
    """The charge of a clause; None where it names no bearer."""
    return _read_ban(view, clause) or _read_assignment(view, clause) or _read_subject(view, clause)


def read_request(view: View, clause: Span) -> Reading | None:
    """The charge of a clause by which the issuer asks others (`Chủ tịch Ủy ban nhân dân tỉnh yêu cầu A, B …`)."""
    return _read_assignment(view, clause)


def forbidden_part(view: View, clause: Span) -> Span | None:
    """The part of a clause that forbids without naming a bearer (`…; nghiêm cấm việc …`)."""
    words = view.words(clause)
    match = _FORBIDS.search(words)
    return Span(clause.start + match.start("rule"), clause.end) if match else None


def predicate_start(view: View, start: int, end: int, *, capitals: bool = False) -> int | None:
    """Where the first predicate after `start` begins; a verb inside a name of the table is none."""
    end = min(end, start + _WIDEST_SUBJECT)
    brackets = [Span(*match.span()) for match in _BRACKETS.finditer(view.text, start, end)]
    for match in opener_pattern(capitals=capitals).finditer(view.text, start, end):
        inside = any(span.start < match.start() < span.end for span in brackets)
        if inside or view.mentions.covering(match.start()) is not None:
            continue
        if " " in match[0] or match[0] in _ALONE or _follows_name(view, start, match.start()):
            return match.start()
    return None


def _follows_name(view: View, start: int, at: int) -> bool:
    """Whether a name of the table ends right before `at`: only there is a verb of one syllable surely a verb."""
    last = start + len(view.text[start:at].rstrip()) - 1
    return last >= start and view.mentions.covering(last) is not None


def extra_actors(view: View, predicate: Span) -> tuple[Actor, ...]:
    """Partners of a leading body, and bodies that the subject directs to act."""
    words = view.words(predicate)
    found: list[Actor] = []
    lead = _LEADS.search(words)
    partners = _PARTNERS.search(words, lead.end()) if lead else None
    if partners is not None:
        found += _list_before_verb(
            view, predicate.start + partners.end(), predicate.end, Capacity.COORDINATE, must=False
        )
    for match in _DELEGATES.finditer(words):
        found += _list_before_verb(view, predicate.start + match.end(), predicate.end, Capacity.PERFORM, must=True)
    return tuple(found)


def _list_before_verb(view: View, start: int, end: int, capacity: Capacity, *, must: bool) -> tuple[Actor, ...]:
    """The bearers from `start` to the next verb; with `must`, only where a verb follows and the names are known."""
    if not begins_with_bearer(view, start, end):
        return ()
    stop = predicate_start(view, start, end)
    if stop is None and must:
        return ()
    colon = _COLON.search(view.text, start, stop or end)
    actors = read_bearers(view, Span(start, colon.start() if colon else stop or end), capacity)
    return tuple(a for a in actors if a.role is not None) if must else actors


def _read_ban(view: View, clause: Span) -> Reading | None:
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


def _read_assignment(view: View, clause: Span) -> Reading | None:
    """`Giao A chủ trì …`, `Đề nghị A …`, `Chính phủ yêu cầu A …`."""
    match = _assigning(view, clause) or _issuer_asks(view, clause)
    if match is None or not begins_with_bearer(view, match.end(), clause.end):
        return None
    mode = Mode.REQUEST if _ASKS.search(match["verb"]) else Mode.ASSIGN
    stop = predicate_start(view, match.end(), clause.end)
    actors = read_bearers(view, Span(match.end(), stop or clause.end), Capacity.PERFORM, mode)
    if not actors or (match["verb"].lower() == "phân công" and actors[0].role is None):
        return None  # a person whom the bearer of the passage is to name
    return _reading(view, actors, Span(stop or clause.end, clause.end), strong=True)


def _assigning(view: View, clause: Span) -> re.Match[str] | None:
    """`Giao A …` at the beginning, or after a circumstance (`Nếu có vướng mắc, đề nghị A …`)."""
    match = _ASSIGNS.match(view.text, clause.start, clause.end)
    if match is not None:
        return match
    for start in _after_circumstances(view, clause):
        match = _ASSIGNS.match(view.text, start, clause.end)
        if match is not None and begins_with_bearer(view, match.end(), clause.end):
            return match
    return None


def _issuer_asks(view: View, clause: Span) -> re.Match[str] | None:
    if view.is_legal_at(clause.start):
        return None  # a right of one body against another, and no charge
    for start in (clause.start, *_after_circumstances(view, clause)):
        before = view.mentions.covering(start)
        match = _ISSUER_ASKS.match(view.text, before.span.end, clause.end) if before is not None else None
        if match is not None:
            return match
    return None


def _after_circumstances(view: View, clause: Span) -> Iterator[int]:
    """The places in a clause where, after a circumstance, the sentence itself may begin."""
    here = (view.text, clause.start, clause.end)
    if _CIRCUMSTANTIAL.match(*here) or _UNDER_AN_ACT.match(*here):
        found = _AFTER_CIRCUMSTANCE.finditer(view.text, clause.start, clause.end)
        yield from (match.end() for match in islice(found, _MOST_STARTS))


def _hangs(view: View, start: int, stop: int) -> bool:
    """Whether the words before a predicate break off; a comma before an express charge is a drafter's habit."""
    words = view.text[start:stop].rstrip()
    if words.endswith(",") and _STRONG.match(view.text, stop) is not None:
        return False
    return _HANGING.search(words) is not None


def _read_subject(view: View, clause: Span) -> Reading | None:
    for start in _subject_starts(view, clause):
        stop = _predicate_of(view, start, clause.end)
        if stop is None or _NOT_A_TASK.match(view.text, stop, clause.end) or _hangs(view, start, stop):
            continue
        strong = _STRONG.match(view.text, stop, clause.end) is not None
        if not strong and not _is_name(view, start, stop):
            continue
        actors = read_bearers(view, Span(start, stop), Capacity.PERFORM)
        if (
            actors
            and not _is_only_a_kind(view, actors[0])
            and (strong or actors[0].role is not None or is_institution(view.words(actors[0].span)))
        ):
            predicate = Span(stop, clause.end)
            strong = strong or _STRONG.search(view.text, stop, min(clause.end, stop + 40)) is not None
            return _reading(view, actors, predicate, strong=strong)
    return None


def _is_only_a_kind(view: View, actor: Actor) -> bool:
    """`Người không được ghi tên …`: a kind of people that the next words define, and nobody who is charged."""
    return actor.role is None and view.words(actor.span).strip().lower() in ("người", "cá nhân")


def _is_name(view: View, start: int, stop: int) -> bool:
    """Whether the words before a plain verb can be a name: after the last name of the table only its own tail."""
    known = view.mentions.within(start, stop)
    tail = view.text[known[-1].span.end if known else start : stop]
    return not _NO_TAIL.search(tail)


def _subject_starts(view: View, clause: Span) -> Iterator[int]:
    """Where the subject may begin: at the beginning, or after a circumstance (`Khi …,`, `Đối với … thì`)."""
    if begins_with_bearer(view, clause.start, clause.end):
        yield clause.start
    label = _RUN_IN_LABEL.match(view.text, clause.start, clause.end)
    if label is not None and begins_with_bearer(view, label.end(), clause.end):
        yield label.end()
    if not _CIRCUMSTANTIAL.match(view.text, clause.start, clause.end) or begins_with_verb(view.words(clause)):
        return
    for number, match in enumerate(_AFTER_CIRCUMSTANCE.finditer(view.text, clause.start, clause.end)):
        if number == _MOST_STARTS or _ENUMERATES.search(view.text, clause.start, match.start()):
            return
        if view.mentions.covering(match.start()) is None and begins_with_bearer(view, match.end(), clause.end):
            yield match.end()


def _predicate_of(view: View, start: int, end: int) -> int | None:
    """Where the predicate begins: at a verb right after a name of the table, else at the words that charge."""
    first = predicate_start(view, after_head(view, start, end), end)
    if first is None:
        return None
    if _follows_name(view, start, first):
        return first
    strong = _STRONG.search(view.text, max(start, first - _REACH_BACK), min(end, start + _WIDEST_SUBJECT))
    return strong.start() if strong and _plain(view, first, strong.start()) else first


def _plain(view: View, start: int, end: int) -> bool:
    """Whether the words between a first verb and the words that charge can belong to the subject's name."""
    return ", " not in view.text[start:end] or end - start < 80


def _reading(view: View, actors: tuple[Actor, ...], predicate: Span, *, strong: bool) -> Reading:
    words = view.words(predicate)
    modality = modality_of(words)
    capacity = capacity_of(words) if modality is Modality.DUTY else Capacity.PERFORM
    charged = tuple(Actor(a.role, a.span, capacity, a.mode) for a in actors)
    extra = tuple(e for e in extra_actors(view, predicate) if all(e.role != a.role or e.role is None for a in charged))
    delegated = any(e.capacity is Capacity.PERFORM for e in extra)
    return Reading((*charged, *extra), predicate, modality, strong=strong or delegated)
