"""The tasks of a plan: its units that hold duties, each with the words by which it is compared with other plans'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from build_tools.grammar.slugs import slug
from build_tools.grammar.task_headings import is_task_heading
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit
from build_tools.model.duty import Duty, Modality
from build_tools.model.library import Passage
from build_tools.model.span import Span

_MOST_SYLLABLES = 60
_LONGEST_NAME = 140
_LEAST = 40
_SENTENCE_END = re.compile(r"[.;:](?=\s|$)")


class PlanTask(Struct, frozen=True):
    """A unit of one document that holds duties. `text` is all of it, on one line, for words that an editor quotes."""

    document: str
    unit: str
    name: str
    shingles: frozenset[str]
    passage: Passage
    label: str
    duties: tuple[str, ...]
    text: str


def plan_tasks(document_id: str, document: Document) -> Iterator[PlanTask]:
    """The tasks of a document in the order of its duties."""
    anchors = Anchors.of(document)
    units = {unit.id: unit for unit in document.units}
    by_unit: dict[str, list[int]] = {}
    for number, duty in enumerate(document.duties):
        if duty.unit is not None:
            by_unit.setdefault(duty.unit, []).append(number)
    for unit_id, numbers in by_unit.items():
        unit = units[unit_id]
        first = document.duties[numbers[0]]
        start = min(document.duties[number].span.start for number in numbers)
        words = _words(document, unit, first, Span(start, max(first.span.end, unit.span.end)))
        yield PlanTask(
            document=document_id,
            unit=unit_id,
            name=_shortened(words),
            shingles=shingles(words),
            passage=Passage(document_id, first.span, anchors.at(first.span)),
            label=unit_label(unit, units),
            duties=tuple(document.duties[number].id for number in numbers),
            text=on_one_line(unit.span.of(document.text)),
        )


def _words(document: Document, unit: Unit, first: Duty, whole: Span) -> str:
    """The words of a task: its heading where that says what is done, else the first sentence.

    A part that a line below assigns as a whole, with items that are tasks themselves, is that line under its heading.
    """
    closing = first.assigned_by
    if unit.heading and closing is not None and first.span.start < closing.start < first.span.end:
        return f"{unit.heading}: {closing.of(document.text)}"
    if unit.heading and first.modality is Modality.DUTY and is_task_heading(document.text, unit):
        return unit.heading
    return _first_sentence(document.text, whole)


def shingles(text: str) -> frozenset[str]:
    """The pairs of neighbouring syllables at the beginning of a text, without accents."""
    syllables = slug(text, 0).split("-")[:_MOST_SYLLABLES]
    return frozenset(f"{one} {other}" for one, other in pairwise(syllables))


def on_one_line(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def unit_label(unit: Unit, units: Mapping[str, Unit]) -> str:
    """A unit as a reader names it: the numbers of the units that hold it, outer first (`II.3`)."""
    numbers: list[str] = []
    each: Unit | None = unit
    while each is not None:
        if each.number and not (numbers and numbers[0].startswith(f"{each.number}.")):
            numbers.insert(0, each.number)
        each = units.get(each.parent) if each.parent else None
    return ".".join(numbers)


def _first_sentence(text: str, span: Span) -> str:
    """The first sentence; a colon ends one only where enough stands before it (`Từ ngày 05/02: Rà soát …`)."""
    end = min(span.end, span.start + 600)
    ends = (match.start() for match in _SENTENCE_END.finditer(text, span.start, end))
    stop = next((at for at in ends if text[at] != ":" or at - span.start >= _LEAST), end)
    return text[span.start : stop]


def _shortened(words: str) -> str:
    words = on_one_line(words).strip(" .;:*_-")
    if len(words) <= _LONGEST_NAME:
        return words
    return words[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
