"""Who must, may, may not, or answers for what, and by when."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct, field

from build_tools.model.span import Span


class Modality(StrEnum):
    """What a passage lays on its bearer."""

    DUTY = "duty"
    PROHIBITION = "prohibition"
    POWER = "power"
    LIABILITY = "liability"
    EXEMPTION = "exemption"  # exemption from, or reduction of, liability


class Capacity(StrEnum):
    """In which part the bearer acts."""

    LEAD = "lead"  # chủ trì
    COORDINATE = "coordinate"  # phối hợp
    PERFORM = "perform"  # thực hiện
    DIRECT = "direct"  # chỉ đạo, lãnh đạo
    ADVISE = "advise"  # tham mưu
    MONITOR = "monitor"  # theo dõi, đôn đốc, kiểm tra, tổng hợp


class Mode(StrEnum):
    """Whether the issuer charges a body under it or asks an independent one (`đề nghị`)."""

    ASSIGN = "assign"
    REQUEST = "request"


class Explicit(StrEnum):
    """Where the bearer stands."""

    SENTENCE = "sentence"
    HEADING = "heading"
    LEAD_IN = "lead-in"
    IMPLIED = "implied"
    NONE = "none"  # a task of nobody named


class Actor(Struct, frozen=True):
    """A bearer: `role` is an id of `data/roles.csv` (None where the table has no row), `span` its words."""

    role: str | None
    span: Span
    capacity: Capacity
    mode: Mode = Mode.ASSIGN


class Duty(Struct, frozen=True):
    """A passage that charges, forbids, empowers or holds liable.

    `span` is the passage, verbatim and understandable alone; `assigned_by` the passage that names the bearers where
    that is another one (a closing line, a label line, a heading, a lead-in). `unit` is the innermost labelled unit.
    `reported` marks passages of a news summary, which lays down nothing itself.
    """

    id: str
    unit: str | None
    span: Span
    modality: Modality
    actors: tuple[Actor, ...] = ()
    deadline: str | None = None
    explicit: Explicit = Explicit.NONE
    assigned_by: Span | None = None
    reported: bool = False


class DeadlineKind(StrEnum):
    """The form of a time limit."""

    DATE = "date"
    YEARLY = "yearly"
    STANDING = "standing"
    PERIOD = "period"
    WITHIN = "within"
    ON_REQUEST = "on-request"


class Deadline(Struct, frozen=True):
    """A time limit and the rule that read it.

    `date` is the last day (for YEARLY: of the first year that the text proves, else None, with `recurrence` holding
    `--12-10` or `P1Y`); `start` and `end` bound a period. `exclusive` is true for "trước ngày" (before the day).
    `rule` is the id of a row in `data/deadline_phrases.csv`.
    """

    id: str
    span: Span
    kind: DeadlineKind
    rule: str
    date: dt.date | None = None
    from_: dt.date | None = field(default=None, name="from")
    to: dt.date | None = None
    exclusive: bool = False
    recurrence: str | None = None
