"""Events of the timeline in words: when, what, of which document, and what proves it."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup
from msgspec import Struct

from build_tools.grammar.slugs import slug
from build_tools.i18n import _, short_date
from build_tools.model.library import Event, EventKind, Passage
from build_tools.render import facets, names, words
from build_tools.render.context import Context
from build_tools.render.tasks import Task


class Line(Struct, frozen=True):
    """One event as a sentence: when, what, of which document, and the passages that prove it."""

    event: Event
    when: str
    due: str
    what: str
    work: str
    proofs: tuple[tuple[str, Passage], ...]
    values: Markup


class Telling:
    """Puts events into words."""

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._tasks: dict[tuple[str, str], list[Task]] = {}
        for found in ctx.tasks.values():
            for task in found.tasks:
                if task.deadline:
                    self._tasks.setdefault((task.document, task.deadline.id), []).append(task)

    def line(self, event: Event) -> Line:
        """An event as a line of the list."""
        return Line(
            event=event,
            when=self._when(event),
            due=self._due(event),
            what=self._what(event),
            work=event.work,
            proofs=self._proofs(event),
            values=facets.attributes(self.values(event)),
        )

    def tooltip(self, event: Event) -> str:
        """An event in one line, for its mark in the drawing."""
        return f"{self._when(event)}: {names.work_label(self._ctx.work(event.work))}. {self._what(event)}"

    def values(self, event: Event) -> dict[str, tuple[str, ...]]:
        """Family, level, place and type of an event as the filters name them."""
        work = self._ctx.work(event.work)
        return {
            "family": event.families,
            "level": (event.level.value if event.level else "unknown",),
            "place": (facets.place_value(work),),
            "type": (slug(work.type_name or _("Other")),),
        }

    def facets(self, events: list[Event]) -> tuple[facets.Facet, ...]:
        """The filters that offer a choice."""
        works = [self._ctx.work(event.work) for event in events]
        types = {slug(work.type_name or _("Other")): work.type_name or _("Other") for work in works}
        levels = {value.value: _(word) for value, word in words.LEVEL.items()} | {"unknown": _("Level unknown")}
        labels = {
            "family": (_("By"), facets.family_labels(self._ctx, sorted({event.work for event in events}))),
            "level": (_("Level"), levels),
            "place": (_("Place"), facets.place_labels(works)),
            "type": (_("Type"), dict(sorted(types.items()))),
        }
        values = [self.values(event) for event in events]
        return facets.useful(
            facets.facet(name, label, options, [value[name] for value in values])
            for name, (label, options) in labels.items()
        )

    def _when(self, event: Event) -> str:
        if event.kind is EventKind.DEADLINE:
            limit = self._ctx.deadline(event.work, event.deadline) if event.deadline else None
            if limit:
                return words.deadline(limit, limit.span.of(self._ctx.document(event.work).text))
        if event.date:
            return short_date(event.date)
        if event.start and event.end and _whole_year(event.start, event.end):
            return _("year {year}", year=event.start.year)
        if event.start and event.end:
            words_ = _("from {start} to {end}") if event.kind is EventKind.PERIOD else _("between {start} and {end}")
            return words_.format(start=short_date(event.start), end=short_date(event.end))
        if event.start:
            return _("not before {day}", day=short_date(event.start))
        return _("not after {day}", day=short_date(event.end)) if event.end else _("Date not known")

    def _due(self, event: Event) -> str:
        """The last day that counts, for the mark against the reader's own date."""
        if event.kind is not EventKind.DEADLINE or not event.deadline:
            return ""
        day = words.counting_day(self._ctx.deadline(event.work, event.deadline))
        return day.isoformat() if day else ""

    def _what(self, event: Event) -> str:
        work = self._ctx.work(event.work)
        if event.kind is EventKind.ISSUED:
            said = _("{issuer} issued it", issuer=work.issuer) if work.issuer else _("issued")
            if work.reported:
                said = _("news summary of a document")
            if not event.held:
                said = _("{said} (no full text here)", said=said)
            return said if event.date or not event.held else _("{said}; the text states no date", said=said)
        tasks = self._tasks.get((event.work, event.deadline or ""), [])
        if not tasks:
            return _("time limit in the text")
        if len(tasks) == 1:
            return tasks[0].line
        return _("{task} (and {count} more tasks)", task=tasks[0].line, count=len(tasks) - 1)

    def _proofs(self, event: Event) -> tuple[tuple[str, Passage], ...]:
        work = self._ctx.work(event.work)
        if event.kind is EventKind.ISSUED and event.date is None and work.bounds:
            bounds = ((_("not earlier"), work.bounds.after_proof), (_("not later"), work.bounds.before_proof))
            return tuple((label, proof) for label, proof in bounds if proof)
        if event.kind is EventKind.ISSUED and not event.held:
            return tuple((_("cited in"), reference.passage) for reference in work.cited_by[:1])
        return ((_("see the passage"), event.passage),) if event.passage else ()


def _whole_year(start: dt.date, end: dt.date) -> bool:
    return start.year == end.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
