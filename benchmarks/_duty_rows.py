"""Duties as rows: first words, modality, where the bearer stands, bearers, deadline.

    Chủ trì, phối hợp với các sở | duty | heading | Sở Tư pháp [so_tu_phap] :lead; các sở [-] :coordinate | 2026-03-31

`where` is sentence, implied, heading, lead-in, closing or none. A bearer gives its words, the id of its row in the
table of roles (`-` where there is none) and its capacity, with `?` where it is asked, not charged.

What is the same to a reader counts as the same. A found passage is paired first with the row that begins where it
begins, then with one that begins inside it, or shortly before it. A passage that holds two annotated sentences of the
same bearers and the same modality counts as both; one that begins inside the annotated sentence before it, with the
same modality and no other bearer, is a part of that one and not a wrong find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks._by_hand import Stretch, once_a_document
from benchmarks._scores import Score
from build_tools.annotate.deadlines import find_deadlines
from build_tools.annotate.duties import find_duties
from build_tools.annotate.roles import find_roles
from build_tools.model.document import Outline
from build_tools.model.duty import Deadline, DeadlineKind, Duty, Mode
from build_tools.model.source import CleanText
from build_tools.model.span import Span
from tests.annotate.reading import limit_word

BARS = {
    "bearer in the sentence": 0.95,
    "bearer in a heading or lead-in": 0.90,
    "roles": 0.95,
    "capacity": 0.90,
    "modality": 0.95,
    "deadlines": 1.0,
}
_GROUPS = {"sentence": "bearer in the sentence", "implied": "bearer in the sentence", "none": "nobody named"}
_ABOVE = "bearer in a heading or lead-in"
_BEARER = re.compile(r"\[([\w-]+)\]\s*:\s*([a-z]+)(\??)")
_NEAR = 80  # code points by which a passage may begin later than the annotation says
_EXACT = 3  # code points between two beginnings that are the same but for a mark
_BEFORE = re.compile(r"(?:\n|[.;:)–+*-]\s)\s*\Z")
_END = re.compile(r"[.!?…]\s+(?=[A-ZĐÀ-Ỹ])|\n")


class Charge(NamedTuple):
    """One duty, annotated or found; `bearers` are (role, capacity with `?`)."""

    span: Span
    modality: str
    where: str
    bearers: tuple[tuple[str, str], ...]
    deadline: str
    begins: str

    @property
    def group(self) -> str:
        """Which bar measures it."""
        return _GROUPS.get(self.where, _ABOVE)

    @property
    def roles(self) -> set[str]:
        """The ids of its bearers."""
        return {role for role, _capacity in self.bearers}

    def __str__(self) -> str:
        bearers = " ".join(f"{role}:{capacity}" for role, capacity in self.bearers)
        return f"{self.begins} | {self.modality} | {self.where} | {bearers} | {self.deadline}"


def score(stretch: Stretch) -> dict[str, Score]:
    """Passages by where the bearer stands, then, of the passages found, bearers, capacity, modality and deadline."""
    expected, found = list(_annotated(stretch)), list(_found(stretch))
    pairs = _pairs(expected, found)
    met = {id(charge) for pair in pairs for charge in pair}
    held = {id(row) for row in expected if id(row) not in met and _held(row, pairs)}
    parts = {id(charge) for charge in found if id(charge) not in met and _is_part(charge, expected, stretch.text, met)}
    scores = {
        group: Score(
            sum(row.group == group and id(row) in met | held for row in expected),
            tuple(str(row) for row in expected if row.group == group and id(row) not in met | held),
            tuple(str(charge) for charge in found if charge.group == group and id(charge) not in met | parts),
        )
        for group in (*list(BARS)[:2], "nobody named")
    }
    named = [pair for pair in pairs if pair[0].bearers]
    same = [pair for pair in named if pair[0].roles == pair[1].roles]
    dated = [_with_limit_of_part(pair, found, parts) for pair in pairs if pair[0].deadline or pair[1].deadline]
    scores["roles"] = _agree(named, [a.roles == b.roles for a, b in named])
    scores["capacity"] = _agree(same, [set(a.bearers) == set(b.bearers) for a, b in same])
    scores["modality"] = _agree(pairs, [a.modality == b.modality for a, b in pairs])
    scores["deadlines"] = _agree(dated, [a.deadline == b.deadline for a, b in dated])
    every = _sum(scores)
    return {"duties": every, **scores}


def passes(scores: dict[str, Score]) -> bool:
    """Whether every bar is reached."""
    return all(min(scores[part].precision, scores[part].recall) >= bar for part, bar in BARS.items())


def _sum(scores: dict[str, Score]) -> Score:
    parts = [scores[group] for group in (*list(BARS)[:2], "nobody named")]
    notes = tuple(
        f"differs: {row}" for part in ("roles", "capacity", "modality", "deadlines") for row in scores[part].wrong
    )
    missing = tuple(row for part in parts for row in part.missing)
    return Score(sum(part.right for part in parts), missing, (*(row for part in parts for row in part.wrong), *notes))


def _agree(pairs: list[tuple[Charge, Charge]], agree: list[bool]) -> Score:
    differ = [pair for pair, same in zip(pairs, agree, strict=True) if not same]
    return Score(sum(agree), tuple(str(a) for a, _ in differ), tuple(f"{a}  ⇒ found  {b}" for a, b in differ))


def _annotated(stretch: Stretch) -> Iterator[Charge]:
    place = stretch.span.start
    for row in stretch.rows:
        begins, modality, where, bearers, deadline = [part.strip() for part in f"{row}||||".split("|")[:5]]
        found = _beginning(stretch, begins, place)
        place = found.start + 1
        named = [(role, capacity + asked) for role, capacity, asked in _BEARER.findall(bearers)]
        yield Charge(found, modality, where, tuple(sorted(named)), deadline, begins)


def _beginning(stretch: Stretch, begins: str, place: int) -> Span:
    """Where the passage of a row begins: the next such words that begin a sentence or an item, else the next at all."""
    words = re.compile(r"\s+".join(re.escape(word) for word in begins.split()))
    found = list(words.finditer(stretch.text, place, stretch.span.end))
    if not found:
        raise SystemExit(f"{stretch.name}: not in the text after the row before it: {begins}")
    begun = [match for match in found if _BEFORE.search(stretch.text[max(0, match.start() - 4) : match.start()])]
    return Span(*(begun or found)[0].span())


@once_a_document
def _duties(clean: CleanText, outline: Outline) -> tuple[tuple[Duty, ...], tuple[Deadline, ...]]:
    deadlines = find_deadlines(clean, outline)
    return find_duties(clean, outline, find_roles(clean, outline), deadlines), deadlines


def _found(stretch: Stretch) -> Iterator[Charge]:
    duties, deadlines = _duties(stretch.clean, stretch.outline)
    limits = {limit.id: limit_as_annotated(limit) for limit in deadlines}
    for duty in duties:
        if stretch.span.start <= duty.span.start < stretch.span.end:
            yield _charge(duty, stretch.text, limits)


def limit_as_annotated(limit: Deadline) -> str:
    """A limit as the annotators write it: a rhythm of a standing task is standing, a mere beginning is none."""
    if limit.kind is DeadlineKind.STANDING:
        return str(limit.kind)
    return "" if limit.from_ and not (limit.to or limit.date) else limit_word(limit)


def _charge(duty: Duty, text: str, limits: dict[str, str]) -> Charge:
    bearers = sorted(
        (actor.role or "-", f"{actor.capacity}{'?' if actor.mode is Mode.REQUEST else ''}") for actor in duty.actors
    )
    begins = " ".join(duty.span.of(text).split()[:8])
    limit = limits.get(duty.deadline or "", "")
    return Charge(duty.span, str(duty.modality), str(duty.explicit), tuple(bearers), limit, begins)


def _pairs(expected: list[Charge], found: list[Charge]) -> list[tuple[Charge, Charge]]:
    """Each annotated passage with the found one on the same words; each is used once, exact beginnings first."""
    left = list(found)
    pairs = []
    open_rows = list(expected)
    for alike in (_same_beginning, _same_passage):
        rest = []
        for wanted in open_rows:
            near = [charge for charge in left if alike(wanted, charge)]
            if not near:
                rest.append(wanted)
                continue
            best = min(
                near, key=lambda charge: (abs(charge.span.start - wanted.span.start), charge.roles != wanted.roles)
            )
            left.remove(best)
            pairs.append((wanted, best))
        open_rows = rest
    return pairs


def _held(wanted: Charge, pairs: list[tuple[Charge, Charge]]) -> bool:
    """Whether a passage found for another row holds this one too, with the same bearers and modality."""
    return any(
        charge.span.start <= wanted.span.start < charge.span.end
        and (charge.bearers, charge.modality, charge.group) == (wanted.bearers, wanted.modality, wanted.group)
        for _row, charge in pairs
    )


def _is_part(charge: Charge, expected: list[Charge], text: str, met: set[int]) -> bool:
    """Whether a found passage begins inside the sentence of the nearest row before it and says no more than that."""
    row = max(
        (row for row in expected if row.span.start <= charge.span.start), key=lambda row: row.span.start, default=None
    )
    if row is None or id(row) not in met or (row.modality, row.group) != (charge.modality, charge.group):
        return False
    return charge.roles <= row.roles and _END.search(text, row.span.start, charge.span.start) is None


def _with_limit_of_part(pair: tuple[Charge, Charge], found: list[Charge], parts: set[int]) -> tuple[Charge, Charge]:
    """The pair, with the limit of a further passage of the same sentence where the first of them has none."""
    wanted, charge = pair
    if charge.deadline:
        return pair
    following = found[found.index(charge) + 1 :]
    limit = next((part.deadline for part in following if id(part) in parts and part.deadline == wanted.deadline), "")
    return wanted, charge._replace(deadline=limit)


def _same_beginning(wanted: Charge, charge: Charge) -> bool:
    return abs(wanted.span.start - charge.span.start) <= _EXACT


def _same_passage(wanted: Charge, charge: Charge) -> bool:
    start = wanted.span.start
    return charge.span.start <= start < charge.span.end or start <= charge.span.start < start + _NEAR
