"""What the rules write while they read on: drafts of duties, and the charges that hold for the passages below."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from build_tools.annotate.duties.sections import Section
from build_tools.annotate.duties.view import Passage, View
from build_tools.model.document import Unit
from build_tools.model.duty import Actor, Capacity, Deadline, DeadlineKind, Explicit, Modality
from build_tools.model.span import Span

_ENDS = re.compile(r"Trên đây là\b")  # the closing words belong to no section
_FARTHEST = 2000  # how far the beginning of a paragraph is looked for


class Ground(IntEnum):
    """On what ground a draft stands: a closing or label line replaces what stands on a weaker one."""

    NOBODY = 0  # a task of nobody named
    IMPLIED = 1  # the bearer of the passage before
    SUBJECT = 2  # a sentence that only says who does it
    INHERITED = 3  # a heading or a lead-in above
    CHARGE = 4  # a sentence that charges expressly
    ASSIGNED = 5  # a closing or label line


@dataclass
class Draft:
    """A duty in the making; `fallback` is the time limit of the heading above, for one without its own."""

    unit: Unit | None
    span: Span
    modality: Modality
    actors: tuple[Actor, ...]
    explicit: Explicit
    ground: Ground
    assigned_by: Span | None = None
    deadline: Deadline | None = None
    fallback: Deadline | None = None


@dataclass
class Charge:
    """What a heading or a lead-in lays on the passages up to `end`. `capacity` None: each passage tells its own."""

    actors: tuple[Actor, ...]
    explicit: Explicit
    assigned_by: Span
    end: int
    capacity: Capacity | None = None
    modality: Modality | None = None
    verbs_only: bool = False  # only passages that begin as tasks do
    silent: bool = False  # what follows are names, cases or contents, and no tasks
    directing: tuple[Actor, ...] = ()  # those who only direct the actors to do it


@dataclass
class LabelRun:
    """Label lines that follow each other below one task, and the drafts they made."""

    scope: Unit | None
    tasks: list[Passage]
    made: list[Draft] = field(default_factory=list)


class TableGroup(NamedTuple):
    """What the title of a group of rows says of them: whose tasks they are, and until when."""

    table: int | None
    actors: tuple[Actor, ...]
    title: Span
    limit: Deadline | None


@dataclass
class State:
    """Where the reading stands."""

    view: View
    drafts: list[Draft] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    limits: list[tuple[Deadline, int]] = field(default_factory=list)  # from headings, with the end of their scope
    phases: list[tuple[Deadline, int]] = field(default_factory=list)  # those of them that hold up to the next phase
    read: list[Passage] = field(default_factory=list)  # body passages so far, headings included
    run: LabelRun | None = None
    closing_level: int | None = None  # the level of the units that lines of time with a star close
    spent: int = 0  # passages before this index belong to an earlier run of label lines
    section: Section = Section.PLAIN
    columns: tuple[int | None, dict[int, str | Capacity]] | None = None  # the table being read, and its columns
    head_above: tuple[int | None, dict[int, str | Capacity]] | None = None  # the first line of its head
    cells_above: tuple[int | None, list[Span]] | None = None  # the last row of that table
    group: TableGroup | None = None  # of the rows that are read
    skip: int = -1  # passages up to this number were read together with an earlier one

    def enter(self, passage: Passage, section: Section) -> None:
        """Leave the scopes that ended before this passage."""
        start = passage.whole.start
        self.section = section
        self.charges = [charge for charge in self.charges if start < charge.end]
        self.limits = [limit for limit in self.limits if start < limit[1]]

    @property
    def charge(self) -> Charge | None:
        """The innermost charge that holds here."""
        return next((charge for charge in reversed(self.charges) if not charge.silent), None)

    @property
    def silent(self) -> bool:
        """Whether what stands here is listed: names, cases or contents."""
        return bool(self.charges) and self.charges[-1].silent

    def add(self, drafts: list[Draft]) -> None:
        """Keep drafts, each with the time limit of its own words or else of the headings above."""
        for draft in drafts:
            own = draft.deadline or most_telling(self.view.deadlines_within(draft.span))
            draft.fallback = None if self._closes(draft.span) else self.inherited_limit()
            draft.deadline = None if own and draft.fallback and is_adverb(own) else own
        self.drafts += drafts

    def _closes(self, span: Span) -> bool:
        """Whether a passage stands in the closing paragraph."""
        text = self.view.text
        return _ENDS.match(text, text.rfind("\n", max(0, span.start - _FARTHEST), span.start) + 1) is not None

    def since(self, start: int) -> list[Draft]:
        """The drafts whose passages lie behind `start`, in order."""
        first = len(self.drafts)
        while first and self.drafts[first - 1].span.end > start:
            first -= 1
        return self.drafts[first:]

    def drafts_from(self, unit: Unit | None) -> list[Draft]:
        """The drafts that lie in a unit."""
        return [draft for draft in self.since(unit.span.start) if unit.span.contains(draft.span)] if unit else []

    def take_from(self, start: int) -> list[Draft]:
        """The drafts behind `start`, taken out."""
        found = self.since(start)
        del self.drafts[len(self.drafts) - len(found) :]
        return found

    def inherited_limit(self) -> Deadline | None:
        """The time limit of the innermost heading that gives one."""
        return self.limits[-1][0] if self.limits else None


def is_adverb(limit: Deadline | None) -> bool:
    """Whether a limit is only the adverb of a task (`thường xuyên kiểm tra`): a time given apart is stronger."""
    return limit is not None and limit.rule == "standing-adverb"


_ORDER = {
    DeadlineKind.DATE: 0,
    DeadlineKind.WITHIN: 1,
    DeadlineKind.PERIOD: 2,
    DeadlineKind.YEARLY: 3,
    DeadlineKind.STANDING: 4,
    DeadlineKind.ON_REQUEST: 5,
}


def most_telling(limits: list[Deadline]) -> Deadline | None:
    """The limit that a reader needs first: a day before a period before a rhythm, a yearly day before a bare rhythm."""
    dated = [limit for limit in limits if limit.kind is not DeadlineKind.WITHIN or limit.date]
    monthly = any((limit.recurrence or "").startswith("---") for limit in limits)
    return min(
        dated or limits, key=lambda d: (_ORDER[d.kind], _is_bare_rhythm(d, monthly=monthly), d.span), default=None
    )


def _is_bare_rhythm(limit: Deadline, *, monthly: bool) -> bool:
    """Whether a limit is only `hằng năm`, or `hằng tháng` beside a day of each month: the other one tells more."""
    return limit.recurrence == "P1Y" or (monthly and limit.recurrence == "P1M")
