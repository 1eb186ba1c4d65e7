"""The timeline: documents on the days they were issued, and the time limits that they set."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, UnitKind
from build_tools.model.duty import Deadline, DeadlineKind
from build_tools.model.library import Entry, Event, EventKind, Family, Passage, Work
from build_tools.model.span import Span

_UNDATED = frozenset({DeadlineKind.STANDING, DeadlineKind.ON_REQUEST, DeadlineKind.YEARLY})


def build_events(
    entries: Mapping[str, Entry], works: Mapping[str, Work], families: tuple[Family, ...]
) -> tuple[Event, ...]:
    """All marks, by day.

    A held document stands on its date, or between the bounds that its text proves; an absent one on the date (or in
    the year) that the citations give; a document of which no day is known has no mark. Of the time limits those that a
    duty has, and every fixed day.
    """
    membership: dict[str, tuple[str, ...]] = {}
    for family in families:
        for member in family.members:
            membership[member.work] = (*membership.get(member.work, ()), family.id)
    events: list[Event] = []
    for id_, work in works.items():
        entry = entries.get(id_)
        issued = _issued(work, entry.document if entry else None, membership.get(id_, ()))
        events += [issued] if issued else []
        if entry is not None:
            events += _limits(work, entry.document, membership.get(id_, ()))
    return tuple(sorted(events, key=_order))


def _issued(work: Work, document: Document | None, families: tuple[str, ...]) -> Event | None:
    date, start, end, proof = work.date, None, None, _proof(work, document)
    if date is None and work.bounds is not None:
        start, end = work.bounds.after, work.bounds.before
        proof = work.bounds.after_proof or work.bounds.before_proof or proof
    elif date is None and work.year is not None:
        start, end = dt.date(work.year, 1, 1), dt.date(work.year, 12, 31)
    if date is None and start is None and end is None:
        return None
    return Event(
        kind=EventKind.ISSUED,
        work=work.id,
        held=work.held,
        level=work.level,
        place=work.place,
        date=date,
        start=start,
        end=end,
        passage=proof,
        families=families,
    )


def _proof(work: Work, document: Document | None) -> Passage | None:
    """The passage that gives a document's date: its own head, or the first citation that dates it."""
    if document is None:
        return work.cited_by[0].passage if work.cited_by else None
    heads = [unit.span for unit in document.units if unit.kind in (UnitKind.LETTERHEAD, UnitKind.TITLE)]
    span = heads[0] if heads else document.blocks[0].span if document.blocks else Span(0, 0)
    return Passage(work.id, span, Anchors.of(document).at(span))


def _limits(work: Work, document: Document, families: tuple[str, ...]) -> Iterator[Event]:
    used = {duty.deadline for duty in document.duties}
    anchors = Anchors.of(document)
    for limit in document.deadlines:
        if limit.kind in _UNDATED or not (limit.date or limit.from_ or limit.to):
            continue
        if limit.id in used or limit.kind is DeadlineKind.DATE:
            yield _limit_event(work, limit, Passage(work.id, limit.span, anchors.at(limit.span)), families)


def _limit_event(work: Work, limit: Deadline, passage: Passage, families: tuple[str, ...]) -> Event:
    period = limit.kind is DeadlineKind.PERIOD
    return Event(
        kind=EventKind.PERIOD if period else EventKind.DEADLINE,
        work=work.id,
        held=True,
        level=work.level,
        place=work.place,
        date=None if period else limit.date or limit.to,
        start=limit.from_,
        end=limit.to,
        deadline=limit.id,
        passage=passage,
        families=families,
    )


def _order(event: Event) -> tuple[dt.date, str, str, int]:
    day = event.date or event.start or event.end or dt.date.max
    return day, str(event.kind), event.work, event.passage.span.start if event.passage else 0
