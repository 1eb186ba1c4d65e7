"""A duty as a reader meets it: one line taken from the text, its time, its bearers, the place where it stands.

Everything here is looked up, nothing inferred: the line is the unit's heading or the beginning of the passage, the
time is what `annotate` normalised, the bearers are the roles that the text names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from build_tools.grammar.task_headings import is_task_heading
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit
from build_tools.model.duty import Capacity, Deadline, Duty, Explicit, Modality
from build_tools.model.library import Entry
from build_tools.model.span import Span
from build_tools.render import names
from build_tools.render.openings import LINE_LENGTH, SHORTEST, STOPS, opening

_LONGEST_HEADING = 180
_FARTHEST_BEARER = 260
"""A bearer named later than this, in code points, stands behind what the line says anyway."""
_CONNECTED = re.compile(r"(?:[\s,;:]|[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|và|cùng|[Cc]ác)*")
"""What may stand before and between the bearers with which a passage begins."""

_TELLS_WHICH = re.compile(
    r"(?:được (?:phân|giao|giới thiệu|chọn|cử|lấy|mời)|phân bổ|nơi|có(?! (?:trách nhiệm|quyền|nghĩa vụ|nhiệm vụ|thể)\b)"
    r"|thuộc|trực thuộc|của|tại|trên địa bàn|là|khác|và|cấp (?:tổ chức|mình|trên|dưới|tỉnh|huyện|xã))\b|\("
)
"""Words that still tell which bearer is meant: without them the line would begin in the middle."""
_PASSIVE = re.compile(r"\b(?:được|bị)\s\Z")
_TOLD = {
    Modality.PROHIBITION: re.compile(r"không|cấm", re.IGNORECASE),
    Modality.LIABILITY: re.compile(r"trách nhiệm|bị ", re.IGNORECASE),
    Modality.EXEMPTION: re.compile(r"miễn|giảm|không phải|loại trừ", re.IGNORECASE),
}
"""Words by which a line shows that it is no task."""


class Task(Struct, frozen=True):
    """One duty of one held document, ready to be shown.

    `document` is the work id, `anchor` the place on its page, `line` the one-line summary, `quote` the passage and
    `assigned` the passage that names the bearers (both in the corrected reading, bullets kept), `where` the unit as
    a reader names it (empty outside units). `named` are the roles with which the passage begins, `unnamed` is the line
    without them (None where it would say too little).
    """

    document: str
    duty: Duty
    line: str
    quote: str
    assigned: str | None
    deadline: Deadline | None
    anchor: str
    where: str
    named: frozenset[str] = frozenset()
    unnamed: str | None = None

    def line_for(self, *roles: str | None) -> str:
        """The line for a reader of some `roles`: without the bearers with which it begins, if he is one of them.

        For anybody else they stay, else the line would say that he does what another does.
        """
        return self.unnamed if self.unnamed and self.named.intersection(filter(None, roles)) else self.line


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
    titled = _titled(document, units)
    tasks = []
    for duty in document.duties:
        unit = units.get(duty.unit or "")
        whole = _of_whole_part(document, duty, unit)
        named, unnamed = (frozenset[str](), None) if duty.id in titled else _without_bearers(document, duty, unit)
        tasks.append(
            Task(
                document=entry.id,
                duty=duty,
                line=whole or _line(document, duty, unit, titled=duty.id in titled),
                quote=reading(document, duty.span),
                assigned=reading(document, duty.assigned_by) if duty.assigned_by else None,
                deadline=deadlines.get(duty.deadline or ""),
                anchor=anchors.at(duty.span),
                where=names.unit_name(units, duty.unit),
                named=frozenset() if whole else named,
                unnamed=None if whole else unnamed,
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


def _line(document: Document, duty: Duty, unit: Unit | None, *, titled: bool) -> str:
    """The unit's heading where it names this very task (`titled`), else the beginning of the passage."""
    if titled and unit and unit.heading:
        heading = reading(document, unit.heading_span) if unit.heading_span else unit.heading
        return heading.strip(STOPS) if len(heading) <= _LONGEST_HEADING else opening(heading)
    start = _behind_label(document, duty, unit)
    line = _opening(document, duty, start)
    return f"… {line}" if goes_on(document.text, start) else f"{_lead_in(document, duty, line)}{line}"


def _of_whole_part(document: Document, duty: Duty, unit: Unit | None) -> str:
    """The line of a task that is a whole part of the text: whom it is about, and the line that closes and assigns it.

    What the part lays on those it is about is theirs (`Đối với đoàn thanh tra: Thủ trưởng … triển khai thực hiện`).
    """
    closing = duty.assigned_by
    if closing is None or unit is None or not unit.heading or not (duty.span.start < closing.start < duty.span.end):
        return ""
    return f"{opening(unit.heading)}: {opening(reading(document, closing))}"


def _lead_in(document: Document, duty: Duty, line: str) -> str:
    """What stands before a list, where an item without it reads like a task (`Nghiêm cấm các hành vi: Can thiệp …`)."""
    lead, told = duty.assigned_by, _TOLD.get(duty.modality)
    if lead is None or told is None or told.search(line) or not lead.of(document.text).rstrip().endswith(":"):
        return ""
    named = [actor.span.end for actor in duty.actors if lead.contains(actor.span)]
    words = " ".join(reading(document, Span(max(named, default=lead.start), lead.end)).split())
    return f"{'… ' if named else ''}{words} " if len(words) <= LINE_LENGTH and told.search(words) else ""


def goes_on(text: str, start: int) -> bool:
    """Whether a passage begins within a sentence: in a small letter, after words or a comma on the same line."""
    before = text[max(0, start - 4) : start].rstrip(" ")
    return text[start : start + 1].islower() and (before[-1:].isalnum() or before[-1:] in tuple(",;”)"))


def _behind_label(document: Document, duty: Duty, unit: Unit | None) -> int:
    start = duty.span.start
    labelled = unit and unit.label and unit.span.start == start and document.text.startswith(unit.label, start)
    return start + len(unit.label) if labelled and unit and unit.label else start


def _without_bearers(document: Document, duty: Duty, unit: Unit | None) -> tuple[frozenset[str], str | None]:
    """The roles with which a passage begins, and the line that goes on behind them, if it says enough."""
    start = _behind_label(document, duty, unit)
    behind, named = _behind_bearers(document, duty, start)
    if duty.span.end - behind < SHORTEST or behind <= start or _within_brackets(document.text, start, behind):
        return frozenset(), None
    if _within_name(document.text, behind):
        return frozenset(), None
    return named, f"… {_opening(document, duty, behind)}"


def _opening(document: Document, duty: Duty, start: int) -> str:
    """The beginning of the passage from `start` on, at least beyond those whom it charges: only then it says what."""
    named = [actor.span.end for actor in duty.actors if start <= actor.span.start and duty.span.contains(actor.span)]
    ends = [len(" ".join(document.text[start:end].split())) for end in named]
    least = max((end for end in ends if end <= _FARTHEST_BEARER), default=0)
    return opening(reading(document, Span(start, duty.span.end)), least=least)


def _within_name(text: str, at: int) -> bool:
    """Whether a line from `at` on would begin in the middle of a name, or behind half of a predicate."""
    if _TELLS_WHICH.match(text, at) or _PASSIVE.search(text, max(0, at - 8), at):
        return True
    return text[at].isupper() and ":" not in text[max(0, at - 3) : at]


def _within_brackets(text: str, start: int, at: int) -> bool:
    """Whether a bracket that opens before `at` is still open there: a line cannot begin in the middle of a remark."""
    return text.count("(", start, at) > text.count(")", start, at)


def _behind_bearers(document: Document, duty: Duty, start: int) -> tuple[int, frozenset[str]]:
    """Where the passage goes on after the bearers with which it begins, and their roles."""
    at = start
    named = set()
    known = sorted((actor.span, actor.role) for actor in duty.actors if actor.role and duty.span.contains(actor.span))
    for span, role in known:
        if span.start >= at and not _CONNECTED.fullmatch(document.text[at : span.start]):
            break
        named.add(role)
        at = max(at, span.end)
    while at > start and at < duty.span.end and document.text[at] in " ,;:":
        at += 1
    return at, frozenset(named)


def _titled(document: Document, units: Mapping[str, Unit]) -> set[str]:
    """The duties that the heading of their unit names: alone in it, or the one that a line of its own assigns."""
    by_unit: dict[str, list[Duty]] = {}
    for duty in document.duties:
        unit = units.get(duty.unit or "")
        if duty.modality is Modality.DUTY and unit and unit.heading and is_task_heading(document.text, unit):
            by_unit.setdefault(unit.id, []).append(duty)
    found: set[str] = set()
    for unit_id, inside in by_unit.items():
        assigned = [duty for duty in inside if _assigned_below(duty)] if len(inside) > 1 else inside
        if len(assigned) == 1 and not _names_bearer(assigned[0], units[unit_id]):
            found.add(assigned[0].id)
    return found


def _assigned_below(duty: Duty) -> bool:
    """Whether a line below the passage assigns it: the sentence before it assigns something else as well."""
    return duty.assigned_by is not None and duty.assigned_by.start >= duty.span.end


def _names_bearer(duty: Duty, unit: Unit) -> bool:
    """Whether the heading of `unit` is the addressee and not the task."""
    if duty.explicit not in (Explicit.HEADING, Explicit.LEAD_IN):
        return False
    named = duty.assigned_by
    return named is None or (unit.heading_span or unit.span).overlaps(named)


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


def shown_bearers(document: Document, duty: Duty) -> tuple[Bearer, ...]:
    """The bearers as pages name them: of bans, powers and liability one has no part such as carrying them out."""
    found = bearers(document, duty)
    return found if is_work(duty) else tuple(msgspec.structs.replace(one, capacities=()) for one in found)


def is_work(duty: Duty) -> bool:
    """Whether the passage lays down something to be done (not a ban, a power, or what one answers for)."""
    return duty.modality is Modality.DUTY
