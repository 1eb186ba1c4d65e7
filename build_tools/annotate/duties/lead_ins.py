"""Passages that end in a colon and charge, forbid or hold liable for each of the items below them."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.clauses import clauses
from build_tools.annotate.duties.drafts import Charge, State
from build_tools.annotate.duties.sentences import read_sentences
from build_tools.annotate.duties.subjects import extra_actors, predicate_start, read_clause
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Actor, Capacity, Explicit, Modality
from build_tools.model.span import Span

_FOR = re.compile(r"(?:Đối với|Về phía|Riêng)\s+", re.IGNORECASE)
# Words that say nothing of their own: what is to be done stands in the items.
_EMPTY = re.compile(
    r"(?:(?:còn|có|phải|chịu|cần|trách nhiệm|nhiệm vụ|nghĩa vụ|quyền|hạn|quyền hạn|như|sau|sau đây|đây|các|những|một số|nội dung|"
    r"công việc|việc|thực hiện|tốt|tổ chức|triển khai|tập trung|chỉ đạo|lãnh đạo|chủ trì|trước|về|vụ thể|cụ thể|được|giao|"
    r"trong|đó|theo|dõi|trường|hợp|hành|vi|không|làm|nghiêm|cấm|và|,|bị|áp dụng|biện pháp|xử lý|giải pháp|trọng tâm)\b[\s,]*)*:?\s*$",
    re.IGNORECASE,
)
_BARE_CHARGE = re.compile(
    r"(?:chủ trì|phối hợp|có trách nhiệm|(?:còn\s+)?phải|chịu trách nhiệm|thực hiện|tham mưu|nghiêm cấm|được xem xét|không được|"
    r"có quyền|bị\b|ngoài việc)",
    re.IGNORECASE,
)
_AT_END = re.compile(
    r"\b(?:còn\s+)?(?:phải|có trách nhiệm|chịu trách nhiệm[^:]{0,160}|có quyền|không được|có nhiệm vụ)"
    r"(?:\s+(?:như sau|sau đây|sau|về|các|những|việc|hành vi))*\s*:?\s*$",
    re.IGNORECASE,
)


def read_lead_in(state: State, passage: Passage) -> bool:
    """A passage that ends in a colon before its items; True where it holds nothing but the lead-in."""
    view = state.view
    words = view.words(passage.span).rstrip(" *_\n")
    if not words.endswith(":") and not (passage.heading and _AT_END.search(words)):
        return False
    end = _items_end(state, passage)
    if end is None:
        return False
    parts = list(clauses(view.text, passage.span))
    last = parts[-1]
    charge = charge_of(state, last, end)
    if charge is None:
        return _container(state, passage, last, end)
    if len(parts) > 1:
        read_sentences(state, passage, Span(passage.span.start, parts[-2].end))
    state.charges.append(charge)
    return True


def _container(state: State, passage: Passage, clause: Span, end: int) -> bool:
    """A task of a named bearer whose steps follow: it stands itself, and the steps are the same bearer's."""
    reading = read_clause(state.view, clause)
    if reading is None:
        return False
    read_sentences(state, passage, passage.span)
    state.charges.append(Charge(reading.actors, Explicit.LEAD_IN, clause, end, verbs_only=True))
    return True


def charge_of(state: State, clause: Span, end: int) -> Charge | None:
    """What a lead-in, or a heading that is a sentence, lays on the passages up to `end`; None where it lays nothing."""
    view = state.view
    outer = state.charge
    words = view.words(clause)
    actors, capacity, modality = _named(state, clause)
    modality = modality or modality_of(words)
    special = modality if modality is not Modality.DUTY else None
    if actors:
        return Charge(actors, Explicit.LEAD_IN, clause, end, capacity, special)
    if outer is None and special is None:
        return None
    if not (_EMPTY.match(words) or _BARE_CHARGE.match(words) and _short(words) or _AT_END.search(words)):
        return None
    inherited = outer.actors if outer else ()
    partners = extra_actors(view, clause)
    leads = Capacity.LEAD if partners else None
    return Charge(
        (*(_in(a, leads) for a in inherited), *partners),
        outer.explicit if outer else Explicit.NONE,
        clause,
        end,
        leads or (outer.capacity if outer else None),
        special or (outer.modality if outer else None),
    )


def _named(state: State, clause: Span) -> tuple[tuple[Actor, ...], Capacity | None, Modality | None]:
    """The bearers that a lead-in names itself, the capacity and the modality where it says one."""
    view = state.view
    match = _FOR.match(view.text, clause.start, clause.end)
    start = match.end() if match else clause.start
    reading = read_clause(view, clause)
    if reading is not None:
        predicate = view.words(reading.predicate)
        if _EMPTY.match(predicate) or _AT_END.search(predicate) or _only_partners(state, reading.predicate):
            said = reading.actors[0].capacity
            return reading.actors, said if said is not Capacity.PERFORM else None, reading.modality
        if reading.strong or _ends_in_list(predicate):
            return reading.actors, None, reading.modality
        return (), None, None
    if begins_with_bearer(view, start, clause.end) and predicate_start(view, start, clause.end) is None:
        actors = read_bearers(view, Span(start, clause.end), Capacity.PERFORM)
        topic = match is not None and actors and actors[0].role is None  # what it concerns, and nobody of the table
        return () if topic else actors, None, Modality.DUTY
    return (), None, None


def _only_partners(state: State, predicate: Span) -> bool:
    """`chủ trì, phối hợp với các cơ quan liên quan:`: the predicate names partners and nothing to do."""
    partners = extra_actors(state.view, predicate)
    return bool(partners) and state.view.text[partners[-1].span.end : predicate.end].strip(" :*_") == ""


def _ends_in_list(predicate: str) -> bool:
    return (
        re.search(r"\b(?:như sau|sau đây|sau|gồm|nội dung|nhiệm vụ|việc|yêu cầu|cụ thể)\s*:\s*$", predicate) is not None
    )


def _in(actor: Actor, capacity: Capacity | None) -> Actor:
    return Actor(actor.role, actor.span, capacity, actor.mode) if capacity else actor


def _short(words: str) -> bool:
    return len(words) < 160


def _items_end(state: State, passage: Passage) -> int | None:
    """Where the items of a lead-in end; None where none follow.

    Labelled items: all that stand deeper, up to the next paragraph beside the lead-in. Items without labels: up to
    the first full stop.
    """
    following = state.view.following(passage)
    first = next(following, None)
    if first is None or first.heading is not None and first.unit is not None and not _is_inside(state, first, passage):
        return None
    if not first.opens:
        return _run_end(state, passage)
    if not _is_inside(state, first, passage):
        return None
    end = first.whole.end
    for each in state.view.following(passage):
        if not _is_inside(state, each, passage) or (not each.opens and each.unit is passage.unit):
            break
        end = each.whole.end
    return end


def _is_inside(state: State, item: Passage, passage: Passage) -> bool:
    """Whether `item` belongs to the unit of `passage`, or to none where the passage has none."""
    return passage.unit is None or passage.unit in state.view.line(item.unit)


def _run_end(state: State, passage: Passage) -> int | None:
    end = None
    for each in state.view.following(passage):
        words = state.view.words(each.whole).rstrip()
        if each.opens or each.heading is not None or each.unit is not passage.unit or words.isupper():
            break
        end = each.whole.end
        if words.endswith((".", "./.")):
            break
    return end
