"""Whom a clause charges: its subject, the one who is to act in a passive, the one of whom a condition speaks."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.assignments import (
    MOST_STARTS,
    asks_others,
    read_assignment,
    read_ban,
)
from build_tools.annotate.duties.bearers import (
    after_head,
    begins_with_bearer,
    is_institution,
    is_one_of_a_kind,
    read_bearers,
)
from build_tools.annotate.duties.clauses import tells_scope
from build_tools.annotate.duties.conditions import read_condition
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.partners import partners_before
from build_tools.annotate.duties.passives import read_passive
from build_tools.annotate.duties.persons import read_person
from build_tools.annotate.duties.predicates import (
    follows_name,
    is_name,
    is_predicate,
    is_strong,
    name_end,
    of_another,
    predicate_start,
    predicates,
)
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.relatives import before_told
from build_tools.annotate.duties.sanctions import read_sanction
from build_tools.annotate.duties.starts import CASE, subject_starts
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.duty import Actor, Capacity
from build_tools.model.span import Span

_OF = re.compile(r"(?:Trách nhiệm|Nhiệm vụ|Nghĩa vụ) của\s+")
_HAS_DUTY = re.compile(
    r"(?P<name>[A-ZĐÀ-Ỹ][^.,;:()\n]{3,80}?)\s(?:có trách nhiệm|có nghĩa vụ|có nhiệm vụ|phải có trách nhiệm)\s"
)
_DEFINED = re.compile(r"[:“”\"]|(?<!\w)(?:(?<!được đánh giá )là|bao gồm)(?!\w)")
_INNER = re.compile(
    r",\s+(?P<name>[^,.;:()\n]{3,90}?)(?<!mình)(?<!đang)\s(?=(?:(?P<duty>có trách nhiệm|có nghĩa vụ)|"
    r"không phải (?!là|do|chịu)|phải (?!là|được|có|đạt|từ|đủ)|không được|có quyền|được hưởng|được miễn)\b)"
)
_TOLD_OF = re.compile(r"\s(?:được|đã|đang|mà|có|bị|phải|thì|nếu|nhưng|để|theo)\b")
_SAID_BEFORE = re.compile(r"\s(?:được|là|phải|bằng|do)\s[^,;:]*\Z")  # the sentence before such a comma is whole
_HAS = re.compile(r"\s(?=có trách nhiệm|có nghĩa vụ)")
_NO_BEARER = re.compile(
    r"(?:Trong|Khi|Nếu|Trường hợp|Căn cứ|Đối với|Trên cơ sở|Việc|Trách nhiệm|Nội dung|Những|Đồng thời|Ngoài|Theo|Từ|"
    r"Đây|Sau|Trước|Chậm nhất|Định kỳ|Hằng|Hàng|Để|Do|Vì|Tùy|Tại|Ở|Hành vi|Văn bản|Hồ sơ|Nhiệm vụ|Kinh phí)\b"
)
_DID = re.compile(r"\sđã\s")
_IS = re.compile(r"[^,;:()]{0,40}?\slà\s|.*?\s(?:nhưng|mà)\s")
_BY_ANOTHER = re.compile(r"\s(?P<by>do)\s[^,.;:]{2,60}\Z")  # whose the verb is (`A, B và C do D quyết định`)
_COMMA = re.compile(r",\s")
_TRAILING = re.compile(r"(?:[\s,]|\bthì|\bvà)+$")
_BARE_KINDS = frozenset({"người", "cá nhân", "đối tượng"})
_EACH = re.compile(r"(?:\sthì|[Tt]ừng|[Mm]ỗi|[Mm]ọi)\s\Z")
_REACH_OF_EACH = 6
_LONGEST_TOLD = 90  # code points of a name with what a relative clause tells of it
_NEAR = 40  # code points within which express words make a plain verb's predicate express


def read_clause(view: View, clause: Span) -> Reading | None:
    """The charge of a clause; None where it names no bearer."""
    if tells_scope(view.text, clause):
        return None
    return (
        read_ban(view, clause)
        or read_assignment(view, clause)
        or _read_titled(view, clause)
        or (None if asks_others(view, clause) else _read_subject(view, clause))
        or read_passive(view, clause)
        or read_condition(view, clause)
        or _read_inner(view, clause)
        or read_sanction(view, clause)
        or _read_unknown(view, clause)
        or read_person(view, clause)
    )


def _read_subject(view: View, clause: Span) -> Reading | None:
    for start in subject_starts(view, clause):
        for stop in predicates(view, start, clause.end):
            reading = _read_predicate(view, start, stop, clause.end)
            if reading is not None:
                return reading
    return None


def _read_titled(view: View, clause: Span) -> Reading | None:
    """`Trách nhiệm của A Chủ trì …`: a title that runs on into its sentence, right after the name."""
    of = _OF.match(view.text, clause.start, clause.end)
    if of is None or not begins_with_bearer(view, of.end(), clause.end):
        return None
    stop = predicate_start(view, of.end(), clause.end, capitals=True)
    if stop is None or not follows_name(view, of.end(), stop):
        return None
    actors = read_bearers(view, Span(of.end(), stop), Capacity.PERFORM)
    return reading_of(view, actors, Span(stop, clause.end), strong=True) if actors else None


def _read_predicate(view: View, start: int, stop: int, end: int) -> Reading | None:
    """The charge of a subject and what is said of it; None where it is only told something of it."""
    if not is_predicate(view, start, stop, end) or of_another(view.text, start, stop):
        return None
    strong = is_strong(view, stop, end)
    told = not strong and (_is_told_of(view, start, stop) or _is_done_by(view, start, stop))
    if told or not (strong or is_name(view, start, stop)):
        return None
    actors = _named(view, start, stop, whole=not strong)
    if not actors or _is_only_a_kind(view, actors[0]):
        return None
    if not strong and not (_can_act(view, actors, start, stop) and _may_refrain(view, actors, Span(stop, end))):
        return None
    strong = strong or is_strong(view, stop, end, _NEAR)
    reading = reading_of(view, actors, Span(stop, end), strong=strong)
    return reading._replace(actors=(*reading.actors, *partners_before(view, Span(start, stop))))


def _is_told_of(view: View, start: int, stop: int) -> bool:
    """Whether the words before a plain verb tell what somebody is (`A là viên chức được B …`), or go on with a case."""
    first = view.mentions.within(start, stop)[:1]
    return bool(first) and _IS.match(view.text, first[0].span.end, stop) is not None


def _named(view: View, start: int, stop: int, *, whole: bool) -> tuple[Actor, ...]:
    """The bearers of a subject; what a relative clause tells of the last belongs to its words."""
    end = before_told(view.text, start, stop) if whole else name_end(view, start, stop)
    actors = read_bearers(view, Span(start, end), Capacity.PERFORM)
    if len(actors) > 1 and actors[0].role is not None and _DID.search(view.words(actors[0].span)):
        actors = actors[1:]  # of whom something is told (`… mà A, B đã chỉ ra, C khẩn trương giải quyết`)
    if whole and actors and is_one_of_a_kind(view, actors[-1]):
        last = actors[-1]
        return (*actors[:-1], Actor(None, last.span, last.capacity, last.mode))
    if actors and end < stop and not whole and actors[-1].role is None:
        last = actors[-1]
        tail = _TRAILING.sub("", view.text[last.span.start : stop])
        if len(tail) > _LONGEST_TOLD:
            short = tail[:_LONGEST_TOLD].partition(",")[0]
            name = view.words(last.span)
            cut = short.rpartition(" ")[0] if name.lower() in _BARE_KINDS else name
            tail = short if len(short) < _LONGEST_TOLD else cut
        actors = (
            *actors[:-1],
            Actor(None, Span(last.span.start, last.span.start + len(tail)), last.capacity, last.mode),
        )
    return actors


def _can_act(view: View, actors: tuple[Actor, ...], start: int, stop: int) -> bool:
    """Whether a plain verb says what bearers do: of one that the table lacks, only where nothing else stands there."""
    if any(actor.role is not None for actor in actors):
        return True
    commas = _COMMA.finditer(view.text, start, before_told(view.text, start, stop))
    parted = sum(view.mentions.covering(match.start()) is None for match in commas)
    return is_institution(view, view.words(actors[0].span)) and parted < len(actors)


def _may_refrain(view: View, actors: tuple[Actor, ...], predicate: Span) -> bool:
    """Whether `không` and a plain verb forbid: what an office does not do, and no case (`A không trả lời thì …`)."""
    words = view.words(predicate)
    return not words.startswith("không ") or (" thì " not in words and names_office(actors[0].role))


def _read_inner(view: View, clause: Span) -> Reading | None:
    """`Trích 1% số thu, cơ quan A có trách nhiệm …`: the matter first, then who has the duty."""
    for match in islice(_INNER.finditer(view.text, clause.start, clause.end), MOST_STARTS):
        start = match.start("name")
        if view.mentions.covering(match.start()) is not None:
            continue
        whole = match["duty"] or _is_second_sentence(view, clause, Span(*match.span("name")))
        if whole and begins_with_bearer(view, start, clause.end):
            stop = match.end("name") + 1
            actors = _named(view, start, stop, whole=False)
            if actors:
                return reading_of(view, actors, Span(stop, clause.end), strong=True)
    return _right_before(view, clause)


def _is_second_sentence(view: View, clause: Span, name: Span) -> bool:
    """Whether a bare name behind a comma begins a sentence of its own (`Thời gian đó được tính, A không phải đóng`)."""
    before = view.text[clause.start : name.start].rstrip(" ,")
    return _SAID_BEFORE.search(before) is not None and _TOLD_OF.search(view.words(name)) is None


def _right_before(view: View, clause: Span) -> Reading | None:
    """`Khi tiếp tục thực hiện hợp đồng cơ sở A có trách nhiệm …`: a name of the table right before the charge."""
    match = _HAS.search(view.text, clause.start, clause.end) if CASE.match(view.text, clause.start) else None
    mention = view.mentions.covering(match.start() - 1) if match is not None else None
    if match is None or mention is None:
        return None
    actors = read_bearers(view, mention.span, Capacity.PERFORM)
    return reading_of(view, actors, Span(match.end(), clause.end), strong=True) if actors else None


def _read_unknown(view: View, clause: Span) -> Reading | None:
    """`Hiệp hội Nuôi tôm có trách nhiệm …`: whoever has a duty is a bearer, though no table knows its name."""
    match = _HAS_DUTY.match(view.text, clause.start, clause.end)
    if match is None or _NO_BEARER.match(match["name"]) or begins_with_verb(match["name"]):
        return None
    actor = Actor(None, Span(*match.span("name")), Capacity.PERFORM)
    return reading_of(view, (actor,), Span(match.end("name") + 1, clause.end), strong=True)


def _is_done_by(view: View, start: int, stop: int) -> bool:
    """Whether the verb at `stop` is that of somebody else named behind `do`, who does nothing else before it."""
    match = _BY_ANOTHER.search(view.text, start, stop)
    return match is not None and predicate_start(view, after_head(view, match.end("by") + 1, stop), stop) is None


def _is_only_a_kind(view: View, actor: Actor) -> bool:
    """`Người không được ghi tên …`: a kind of people that the next words define, and nobody who is charged.

    Nor is `Bên phải …`, a side, nor one that is defined (`Trẻ em … là …`); `thì đối tượng phải …` takes up a condition.
    """
    words = view.words(actor.span).strip()
    bare = words.lower() in _BARE_KINDS or words == "Bên"
    resumed = _EACH.search(view.text, max(0, actor.span.start - _REACH_OF_EACH), actor.span.start) is not None
    return actor.role is None and ((bare and not resumed) or _DEFINED.search(words) is not None)
