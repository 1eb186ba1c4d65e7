"""Passages that end in a colon and charge, forbid or hold liable for each of the items below them."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.annotate.duties.addressees import read_addressee, read_bare_addressee
from build_tools.annotate.duties.assignments import read_assignment
from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.clauses import clauses
from build_tools.annotate.duties.directing import directed_below, only_directs, only_orders
from build_tools.annotate.duties.drafts import Charge, Draft, State
from build_tools.annotate.duties.empty_words import is_empty
from build_tools.annotate.duties.glued import behind_title
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.readings import Reading
from build_tools.annotate.duties.sentences import read_sentences
from build_tools.annotate.duties.silences import NO_TASKS, silence_of
from build_tools.annotate.duties.subjects import read_clause
from build_tools.annotate.duties.view import Passage, View
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Actor, Capacity, Explicit, Modality
from build_tools.model.span import Span

_AND_DOES = re.compile(r"\bvà (?:phải )?thực hiện\s[^.;]*\Z")  # what the items tell, after a liability or a power
_CASES = re.compile(r"(?:Những|Các) trường hợp\s+(?P<name>[^,.;:()\n]{3,80}?)\s(?=không được\b)")
_BARE_CHARGE = re.compile(
    r"(?:chủ trì|phối hợp|có trách nhiệm|(?:còn\s+)?phải|chịu trách nhiệm|thực hiện|tham mưu|nghiêm cấm|được xem xét|"
    r"không được|"
    r"có quyền|bị\b|ngoài việc)",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:cá nhân|người)(?:\s+(?:đang|đã|này|đó|trên|nêu trên|vi phạm)\b|\s*$)", re.IGNORECASE)
_LONGEST_BARE = 160
_AT_END = re.compile(
    r"\b(?:còn\s+)?(?:phải|có trách nhiệm|chịu trách nhiệm[^:]{0,160}|có quyền|không được|có nhiệm vụ)"
    r"(?:\s+(?:như sau|sau đây|sau|về|các|những|việc|hành vi))*\s*:?\s*$",
    re.IGNORECASE,
)


def read_preamble(state: State, passage: Passage) -> bool:
    """The words before the first unit: True for all of them; their last sentence may charge for the whole body."""
    view = state.view
    if not passage.preamble:
        return False
    following = next(view.following(passage), None)
    last = list(clauses(view.text, passage.span))[-1:] if following is not None and not following.preamble else []
    if last and view.ends_in_colon(last[0]):
        reading = read_assignment(view, last[0])
        if reading is not None:
            end = view.passages[-1].whole.end
            state.charges.append(Charge(reading.actors, Explicit.LEAD_IN, last[0], end, verbs_only=True))
    return True


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
    last = (behind_title(view, parts[-1]) if passage.opens else None) or parts[-1]
    if (silent := silence_of(state, passage, last, end)) is not None:
        read_sentences(state, passage, passage.span)
        state.charges.append(silent)
        return True
    charge = charge_of(state, last, end)
    if charge is None:
        return _container(state, passage, last, end)
    known = len(state.drafts)
    if charge.directing and not only_directs(view.text, last):
        read_sentences(state, passage, passage.span)  # it does something itself, too
    elif len(parts) > 1:
        read_sentences(state, passage, Span(passage.span.start, parts[-2].end))
    state.charges.append(replace(charge, actors=_of_whom_it_spoke(state, charge.actors, state.drafts[known:])))
    return True


def _of_whom_it_spoke(state: State, actors: tuple[Actor, ...], before: list[Draft]) -> tuple[Actor, ...]:
    """The bearers; where they are only `cá nhân đang công tác`, those of the sentence before in the same passage."""
    words = state.view.words(actors[0].span) if len(actors) == 1 and actors[0].role is None else ""
    if not before or not before[-1].actors or not _SOMEBODY.match(words):
        return actors
    return tuple(Actor(a.role, a.span, actors[0].capacity, a.mode) for a in before[-1].actors)


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
    asked = read_assignment(view, clause)
    if asked is not None and asked.actors[0].capacity in (Capacity.LEAD, Capacity.COORDINATE):
        led = _said(state, clause, end, asked)
        if led is not None:
            return led
    found = read_addressee(view, clause) or read_bare_addressee(view, clause)
    if found is not None:
        return Charge(found.actors, Explicit.LEAD_IN, clause, end, modality=found.modality)
    if read_clause(view, clause) is not None:
        return said_by(state, clause, end)
    if (cases := _forbidden_cases(view, clause)) is not None:
        return Charge(cases, Explicit.LEAD_IN, clause, end, Capacity.PERFORM, Modality.PROHIBITION)
    return directed_below(state, clause, end) or _passed_on(state, clause, end)


def _forbidden_cases(view: View, clause: Span) -> tuple[Actor, ...] | None:
    """Whom `Những trường hợp A không được …:` forbids something in each of the cases below."""
    match = _CASES.match(view.text, clause.start, clause.end)
    if match is None or not begins_with_bearer(view, match.start("name"), clause.end):
        return None
    return read_bearers(view, Span(*match.span("name")), Capacity.PERFORM) or None


def said_by(state: State, clause: Span, end: int) -> Charge | None:
    """The charge of a lead-in that is a sentence with a bearer of its own."""
    reading = read_clause(state.view, clause)
    return _said(state, clause, end, reading) if reading is not None else None


def _said(state: State, clause: Span, end: int, reading: Reading) -> Charge | None:
    """The charge of a lead-in with a bearer of its own; None where it is a task whose steps follow."""
    predicate = state.view.words(reading.predicate)
    special = reading.modality if reading.modality is not Modality.DUTY and not _AND_DOES.search(predicate) else None
    if NO_TASKS.search(predicate) and special not in (Modality.EXEMPTION, Modality.PROHIBITION, Modality.LIABILITY):
        return None
    only_names = _only_partners(state, reading.predicate) or _only_directs(state, reading.predicate)
    only_names = only_names or only_orders(state.view, reading.predicate)
    if is_empty(predicate) or _AT_END.search(predicate) or only_names:
        said = reading.actors[0].capacity
        capacity = said if said is not Capacity.PERFORM else None
        return Charge(reading.actors, Explicit.LEAD_IN, clause, end, capacity, special)
    if _ends_in_list(predicate):
        return Charge(
            reading.actors,
            Explicit.LEAD_IN,
            clause,
            end,
            None,
            special,
            verbs_only=not special and state.view.is_legal_at(clause.start),
        )
    return None


def _passed_on(state: State, clause: Span, end: int) -> Charge | None:
    """The charge of a lead-in without a bearer: what it adds to the one above (`Nghiêm cấm các hành vi:`)."""
    outer = state.charge
    words = state.view.words(clause)
    modality = modality_of(words)
    special = modality if modality is not Modality.DUTY else None
    if outer is None and special is None:
        return None
    if not (is_empty(words) or (_BARE_CHARGE.match(words) and len(words) < _LONGEST_BARE) or _AT_END.search(words)):
        return None
    partners = extra_actors(state.view, clause)
    leads = Capacity.LEAD if partners else None
    inherited = outer.actors if outer else ()
    return Charge(
        (*(_in(actor, leads) for actor in inherited), *partners),
        outer.explicit if outer else Explicit.NONE,
        clause,
        end,
        leads or (outer.capacity if outer else None),
        special or (outer.modality if outer else None),
    )


def _only_partners(state: State, predicate: Span) -> bool:
    """`chủ trì, phối hợp với các cơ quan liên quan:`: the predicate names partners and nothing to do."""
    partners = extra_actors(state.view, predicate)
    return bool(partners) and state.view.text[partners[-1].span.end : predicate.end].strip(" :*_") == ""


def _only_directs(state: State, predicate: Span) -> bool:
    """`lãnh đạo B chỉ đạo các cơ quan, đơn vị:`: the predicate says whom the bearer directs, the items what to do."""
    words, at = "", predicate.start
    for name in state.view.mentions.within(predicate.start, predicate.end):
        words, at = f"{words} {state.view.text[at : name.span.start]}", name.span.end
    ends = state.view.text[at : predicate.end].strip(" :*_\n") == ""
    return at > predicate.start and ends and "đạo" in words and is_empty(words)


def _ends_in_list(predicate: str) -> bool:
    return (
        re.search(r"\b(?:như sau|sau đây|sau|gồm|nội dung|nhiệm vụ|việc|yêu cầu|cụ thể)\s*:\s*$", predicate) is not None
    )


def _in(actor: Actor, capacity: Capacity | None) -> Actor:
    return Actor(actor.role, actor.span, capacity, actor.mode) if capacity else actor


def _items_end(state: State, passage: Passage) -> int | None:
    """Where the items of a lead-in end; None where none follow.

    Labelled items: all that stand deeper, up to the next paragraph beside the lead-in. Items without labels: up to
    the first full stop.
    """
    following = state.view.following(passage)
    first = next(following, None)
    if first is None or (first.heading is not None and not _is_inside(state, first, passage)):
        return None
    if not first.opens:
        return _run_end(state, passage)
    if not _is_inside(state, first, passage):
        return None if passage.opens else _siblings_end(state, first)
    end = first.whole.end
    for each in state.view.following(passage):
        if not _is_inside(state, each, passage) or (not each.opens and each.unit is passage.unit):
            break
        end = each.whole.end
    return end


def _siblings_end(state: State, first: Passage) -> int:
    """Where the list ends that `first` begins, for a lead-in that stands before it and in no unit with it."""
    parent = state.view.parent(first.unit)
    return parent.span.end if parent is not None else state.view.passages[-1].whole.end


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
