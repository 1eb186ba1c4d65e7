"""Coverage: the tasks of the plans that put one regulation to work, laid side by side.

Two tasks are the same where their headings or first sentences share enough of what is rare in the family: pairs of
syllables without accents, each weighted by how few tasks contain it (what all plans repeat, such as the name of the
regulation, counts for little). The threshold is set so that nothing wrong is matched on the plans at hand; what it
misses stands in two rows.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from msgspec import Struct

from build_tools.grammar.slugs import slug
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit
from build_tools.model.library import Coverage, CoverageCell, CoverageRow, Entry, Family, Passage
from build_tools.model.span import Span

THRESHOLD = 0.42
"""The least weighted share of common pairs of syllables (Jaccard) at which two tasks are one."""
_MOST_SYLLABLES = 60
_LONGEST_NAME = 140
_SENTENCE_END = re.compile(r"[.;:](?=\s|$)")


class _Task(Struct, frozen=True):
    """A unit of one document that holds duties."""

    document: str
    order: int
    name: str
    shingles: frozenset[str]
    passage: Passage
    label: str
    duties: tuple[str, ...]


def build_coverage(entries: Mapping[str, Entry], families: tuple[Family, ...]) -> tuple[Coverage, ...]:
    """The coverage of each family that has at least one held plan with duties; the regulation itself is no plan."""
    found = []
    for family in families:
        plans = [m.work for m in family.members if m.work in entries and m.work != family.root]
        tasks = [task for plan in plans for task in _tasks(plan, entries[plan].document)]
        held = tuple(plan for plan in plans if any(task.document == plan for task in tasks))
        if held:
            found.append(Coverage(family.id, held, tuple(_rows(tasks))))
    return tuple(found)


def similarity(first: str, second: str, among: Iterable[str]) -> float:
    """How alike two tasks are, from 0 to 1, among the texts of a family."""
    weights = _weights([shingles(text) for text in among])
    return _similarity(shingles(first), shingles(second), weights)


def shingles(text: str) -> frozenset[str]:
    """The pairs of neighbouring syllables at the beginning of a text, without accents."""
    syllables = slug(text, 0).split("-")[:_MOST_SYLLABLES]
    return frozenset(f"{one} {other}" for one, other in pairwise(syllables))


def _tasks(document_id: str, document: Document) -> Iterable[_Task]:
    anchors = Anchors.of(document)
    units = {unit.id: unit for unit in document.units}
    by_unit: dict[str, list[int]] = {}
    for number, duty in enumerate(document.duties):
        if duty.unit is not None:
            by_unit.setdefault(duty.unit, []).append(number)
    for order, (unit_id, numbers) in enumerate(by_unit.items()):
        unit = units[unit_id]
        first = document.duties[numbers[0]]
        start = min(document.duties[number].span.start for number in numbers)
        words = unit.heading or _first_sentence(document.text, Span(start, unit.span.end))
        yield _Task(
            document=document_id,
            order=order,
            name=_shortened(words),
            shingles=shingles(words),
            passage=Passage(document_id, first.span, anchors.at(first.span)),
            label=unit_label(unit, units),
            duties=tuple(document.duties[number].id for number in numbers),
        )


def unit_label(unit: Unit, units: Mapping[str, Unit]) -> str:
    """A unit as a reader names it: the numbers of the units that hold it, outer first (`II.3`)."""
    numbers: list[str] = []
    each: Unit | None = unit
    while each is not None:
        if each.number and not (numbers and numbers[0].startswith(f"{each.number}.")):
            numbers.insert(0, each.number)
        each = units.get(each.parent) if each.parent else None
    return ".".join(numbers)


def _rows(tasks: list[_Task]) -> Iterable[CoverageRow]:
    weights = _weights([task.shingles for task in tasks])
    groups: dict[int, list[int]] = {index: [index] for index in range(len(tasks))}
    owner = list(range(len(tasks)))
    scores: dict[int, float] = {}
    for score, one, other in sorted(_pairs(tasks, weights), key=lambda p: (-p[0], p[1], p[2])):
        first, second = owner[one], owner[other]
        documents = {tasks[i].document for i in groups[first]}
        if first == second or any(tasks[i].document in documents for i in groups[second]):
            continue
        scores |= {one: min(score, scores.get(one, score)), other: min(score, scores.get(other, score))}
        groups[first] += groups.pop(second)
        for index in groups[first]:
            owner[index] = first
    for group in sorted(groups.values(), key=min):
        members = sorted(group)
        cells = tuple(
            CoverageCell(t.document, t.passage, t.duties, t.label, round(scores.get(i, 1.0), 3))
            for i, t in ((index, tasks[index]) for index in members)
        )
        yield CoverageRow(tasks[members[0]].name, cells)


def _pairs(tasks: list[_Task], weights: Mapping[str, float]) -> Iterable[tuple[float, int, int]]:
    """The pairs of tasks of different documents that are alike enough; only tasks that share a pair are compared."""
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, task in enumerate(tasks):
        for shingle in task.shingles:
            sharing[shingle].append(index)
    candidates = Counter(
        (one, other)
        for indexes in sharing.values()
        for position, one in enumerate(indexes)
        for other in indexes[position + 1 :]
        if tasks[one].document != tasks[other].document
    )
    for one, other in candidates:
        score = _similarity(tasks[one].shingles, tasks[other].shingles, weights)
        if score >= THRESHOLD:
            yield score, one, other


def _weights(all_shingles: list[frozenset[str]]) -> dict[str, float]:
    counts = Counter(shingle for each in all_shingles for shingle in each)
    return {shingle: math.log((1 + len(all_shingles)) / count) for shingle, count in counts.items()}


def _similarity(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    union = sum(weights.get(shingle, 1.0) for shingle in sorted(one | other))
    return sum(weights.get(shingle, 1.0) for shingle in sorted(one & other)) / union if union else 0.0


def _first_sentence(text: str, span: Span) -> str:
    end = min(span.end, span.start + 600)
    match = _SENTENCE_END.search(text, span.start, end)
    return text[span.start : match.start() if match else end]


def _shortened(words: str) -> str:
    words = " ".join(words.split()).strip(" .;:*_-")
    if len(words) <= _LONGEST_NAME:
        return words
    return words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
