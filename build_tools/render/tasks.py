"""A duty as a reader meets it: one line taken from the text, its time, its bearers, the place where it stands.

Everything here is looked up, nothing inferred: the line is the unit's heading or the beginning of the passage, the
time is what `annotate` normalised, the bearers are the roles that the text names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit
from build_tools.model.duty import Capacity, Deadline, Duty, Explicit, Modality
from build_tools.model.library import Entry
from build_tools.model.span import Span
from build_tools.render import names

LINE_LENGTH = 150
"""Longest one-line summary, in code points; about two lines on a phone."""
_SHORTEST = 40
_CLAUSE_END = re.compile(r"[.;:!?](?=\s|$)")
_BULLET = re.compile(r"^[-–—+*•]+\s*")
_STOPS = " \t\n.;:,–-"


class Task(Struct, frozen=True):
    """One duty of one held document, ready to be shown.

    `document` is the work id, `anchor` the place on its page, `line` the one-line summary, `quote` the passage and
    `assigned` the passage that names the bearers (both in the corrected reading, bullets kept), `where` the unit as
    a reader names it (empty outside units).
    """

    document: str
    duty: Duty
    line: str
    quote: str
    assigned: str | None
    deadline: Deadline | None
    anchor: str
    where: str


class DocumentTasks(Struct, frozen=True):
    """All tasks of one document, in the order of the text."""

    entry: Entry
    tasks: tuple[Task, ...]

    def by_id(self) -> dict[str, Task]:
        """The tasks by the id of their duty."""
        return {task.duty.id: task for task in self.tasks}


def document_tasks(entry: Entry, anchors: Anchors, units: Mapping[str, Unit]) -> DocumentTasks:
    """The duties of a held document as tasks; `anchors` and `units` are its own."""
    document = entry.document
    deadlines = {deadline.id: deadline for deadline in document.deadlines}
    shared = Counter(duty.unit for duty in document.duties)
    tasks = []
    for duty in document.duties:
        unit = units.get(duty.unit or "")
        tasks.append(
            Task(
                document=entry.id,
                duty=duty,
                line=_line(document, duty, unit, alone=shared[duty.unit] == 1),
                quote=reading(document, duty.span),
                assigned=reading(document, duty.assigned_by) if duty.assigned_by else None,
                deadline=deadlines.get(duty.deadline or ""),
                anchor=anchors.at(duty.span),
                where=names.unit_name(units, duty.unit),
            )
        )
    return DocumentTasks(entry, tuple(tasks))


def reading(document: Document, span: Span) -> str:
    """The text of `span` as the page reads it: with the editor's corrections, which the page marks."""
    pieces = []
    at = span.start
    for correction in sorted(document.corrections, key=lambda c: c.span):
        if at <= correction.span.start and correction.span.end <= span.end:
            pieces += [document.text[at : correction.span.start], correction.replacement]
            at = correction.span.end
    pieces.append(document.text[at : span.end])
    return "".join(pieces)


def _line(document: Document, duty: Duty, unit: Unit | None, *, alone: bool) -> str:
    """The unit's heading where it names this very task, else the beginning of the passage."""
    heading = unit.heading if unit else None
    if unit and heading and alone and not heading.isupper() and not _names_bearer(duty, unit):
        return heading.strip(_STOPS) if unit.heading_span is None else _heading(document, unit.heading_span)
    text = reading(document, duty.span)
    if unit and unit.label and unit.span.start == duty.span.start:
        text = text.removeprefix(unit.label)
    return opening(text)


def _heading(document: Document, span: Span) -> str:
    return reading(document, span).strip(_STOPS)


def _names_bearer(duty: Duty, unit: Unit) -> bool:
    """Whether the heading of `unit` is the addressee and not the task."""
    if duty.explicit not in (Explicit.HEADING, Explicit.LEAD_IN):
        return False
    named = duty.assigned_by
    return named is None or (unit.heading_span or unit.span).overlaps(named)


def opening(text: str, limit: int = LINE_LENGTH) -> str:
    """The beginning of a passage up to the end of a clause, in at most `limit` code points; … where it was cut."""
    flat = _BULLET.sub("", " ".join(text.split()))
    whole = flat.rstrip(_STOPS)
    ends = [match.start() for match in _CLAUSE_END.finditer(flat, 0, limit) if match.start() >= _SHORTEST]
    if ends and ends[0] < len(whole):
        return f"{flat[: ends[0]].rstrip(_STOPS)} …"
    if len(whole) <= limit:
        return whole
    comma = flat.rfind(", ", _SHORTEST, limit)
    cut = comma if comma > limit // 2 else flat.rfind(" ", 0, limit)
    return f"{flat[: cut if cut > 0 else limit].rstrip(_STOPS)} …"


class Bearer(Struct, frozen=True):
    """A role with the capacities in which one duty charges it, and whether the issuer only asks."""

    role: str
    capacities: tuple[Capacity, ...]
    requested: bool
    surface: str


def bearers(document: Document, duty: Duty) -> tuple[Bearer, ...]:
    """The bearers of a duty, each role once, in the order of the text; a body without a row keeps its own words."""
    found: dict[str, Bearer] = {}
    for actor in duty.actors:
        surface = reading(document, actor.span)
        key = actor.role or surface
        earlier = found.get(key)
        capacities = earlier.capacities if earlier else ()
        if actor.capacity not in capacities:
            capacities = (*capacities, actor.capacity)
        requested = actor.mode == "request" and (earlier is None or earlier.requested)
        found[key] = Bearer(actor.role or "", capacities, requested, earlier.surface if earlier else surface)
    return tuple(found.values())


def is_work(duty: Duty) -> bool:
    """Whether the passage lays down something to be done (not a ban, a power, or what one answers for)."""
    return duty.modality is Modality.DUTY
