"""What a library knows of the force of its works, and how changed acts read."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from build_tools.model.change import ChangeKind, Doubt, EffectKind
from build_tools.model.passage import Passage


class Statement(Struct, frozen=True):
    """A statement on the time of effect in a work's own text; `date` is None where no day follows from it."""

    kind: EffectKind
    date: dt.date | None
    passage: Passage
    partial: bool = False
    excepts: bool = False


class Act(Struct, frozen=True):
    """What another work does to this one: `date` is the day from which, where that is sure.

    `part` is true where only provisions are concerned.
    """

    work: str
    passage: Passage
    date: dt.date | None = None
    part: bool = False


class Force(Struct, frozen=True):
    """The force of one work, as far as the library's texts say it; everything empty is *not known*.

    `begins` is the day from which the whole has effect, `until` the last day where the text sets one itself.
    """

    statements: tuple[Statement, ...] = ()
    begins: dt.date | None = None
    until: dt.date | None = None
    replaced_by: tuple[Act, ...] = ()
    repealed_by: tuple[Act, ...] = ()
    amended_by: tuple[Act, ...] = ()

    @property
    def ended_by(self) -> tuple[Act, ...]:
        """Who ends the whole of it."""
        return tuple(act for act in (*self.replaced_by, *self.repealed_by) if not act.part)


class Step(Struct, frozen=True):
    """One change as it meets the text of a held act.

    `change` is its index in the changes of `work`, the amending act; `order` quotes the order. `date` is the day from
    which that act has effect, where it is sure. `units` are the units of the held act that are changed (for an added
    provision the one behind which, or in which, it goes; `adds` says so). `old` and `new` are the wordings as the
    program reads them, `new_passage` where the new one stands. With a `doubt` nothing was placed.
    """

    work: str
    change: int
    kind: ChangeKind
    order: Passage
    date: dt.date | None = None
    units: tuple[str, ...] = ()
    adds: bool = False
    old: str | None = None
    new: str | None = None
    new_passage: Passage | None = None
    changed_before: bool = False
    doubt: Doubt | None = None


class Reading(Struct, frozen=True):
    """How a held act reads with the acts of the library that change it: `steps` in order of time.

    It is the program's reading, never a merged text; `listed` are the changes that could not be placed.
    """

    work: str
    steps: tuple[Step, ...] = ()
    listed: tuple[Step, ...] = ()
