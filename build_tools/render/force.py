"""The force of a work in words: since when, until when, by whom amended or ended; or that nothing is known."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from build_tools.i18n import _, long_date
from build_tools.model.change import EffectKind
from build_tools.model.force import Act, Force, Statement
from build_tools.model.passage import Passage
from build_tools.render.context import Context


class ForceLine(Struct, frozen=True):
    """One statement: `words` end where the names of `acts` follow; `proof` is the passage that says it.

    `day` is the day that a reader's own calendar is compared with; `later` and `past` are said before and after it.
    """

    words: str
    proof: Passage | None = None
    acts: tuple[Act, ...] = ()
    day: dt.date | None = None
    later: str = ""
    past: str = ""


def force_of(ctx: Context, work: str) -> Force:
    """What is known; an empty record where nothing is."""
    return ctx.library.forces.get(work) or Force()


def force_lines(ctx: Context, work: str) -> list[ForceLine]:
    """The statements on a work's force, in order; one that says that nothing is known where that is so."""
    force = force_of(ctx, work)
    lines = [_statement(one) for one in force.statements]
    for words, acts in (
        (_("replaced by"), [act for act in force.replaced_by if not act.part]),
        (_("repealed by"), [act for act in force.repealed_by if not act.part]),
        (_("repealed in part by"), [act for act in (*force.repealed_by, *force.replaced_by) if act.part]),
        (_("amended by"), list(force.amended_by)),
    ):
        if acts:
            lines.append(ForceLine(words, acts=tuple(acts)))
    if not force.statements:
        held = work in ctx.library.entries
        unknown = (
            _("from when it has effect: the text does not say") if held else _("from when it has effect: not known")
        )
        lines.insert(0, ForceLine(unknown))
    if not (force.replaced_by or force.repealed_by or force.amended_by):
        lines.append(ForceLine(_("the library holds nothing that changes or ends it")))
    return lines


def act_date(act: Act) -> str:
    """From when another act does what it does."""
    return _("from {day}", day=long_date(act.date)) if act.date else _("from when: not sure")


def _statement(one: Statement) -> ForceLine:
    day = long_date(one.date) if one.date else ""
    if one.kind is EffectKind.UNTIL:
        words, later, past = _("has effect until {day}", day=day), "", _("this day has passed")
    elif one.kind is EffectKind.ON_DATE or (one.kind is EffectKind.ON_SIGNING and one.date):
        words, later, past = _("has effect from {day}", day=day), _("not yet"), ""
    elif one.kind is EffectKind.ON_SIGNING:
        words, later, past = _("has effect from the day of signing, which the text does not say"), "", ""
    elif one.kind is EffectKind.AFTER_DAYS and one.date:
        words, later, past = _("has effect from {day}, counted from the day of signing", day=day), _("not yet"), ""
    elif one.kind is EffectKind.AFTER_DAYS:
        words, later, past = _("has effect some days after signing; the text sets no date"), "", ""
    else:
        words, later, past = _("has effect from a day that the text does not name"), "", ""
    if one.partial:
        words = _("in part: {words}", words=words)
    if one.excepts:
        words = _("{words}, with exceptions", words=words)
    return ForceLine(words, one.passage, day=one.date, later=later, past=past)
