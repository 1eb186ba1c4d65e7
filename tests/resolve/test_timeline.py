from __future__ import annotations

import datetime as dt

import msgspec

from build_tools.model.library import DateBounds, Event, EventKind
from build_tools.resolve.timeline import build_events
from tests.resolve.plans import COMMUNE, FAMILY, OTHER, PROVINCE, REGULATION, entries, works


def events() -> tuple[Event, ...]:
    return build_events(entries(), works(), (FAMILY,))


def test_documents_stand_on_their_days() -> None:
    issued = [(event.work, event.date, event.held) for event in events() if event.kind is EventKind.ISSUED]
    assert issued == [
        (REGULATION, dt.date(2025, 10, 27), False),
        (PROVINCE, dt.date(2026, 5, 12), True),
        (OTHER, dt.date(2026, 6, 1), True),
    ]


def test_an_undated_document_stands_between_its_bounds() -> None:
    bounds = DateBounds(after=dt.date(2026, 1, 5), before=dt.date(2026, 6, 15))
    library = works() | {COMMUNE: msgspec.structs.replace(works()[COMMUNE], bounds=bounds)}
    (event,) = [
        e for e in build_events(entries(), library, (FAMILY,)) if e.work == COMMUNE and e.kind is EventKind.ISSUED
    ]
    assert (event.date, event.start, event.end) == (None, bounds.after, bounds.before)


def test_a_work_known_by_its_year_covers_the_year() -> None:
    library = works() | {REGULATION: msgspec.structs.replace(works()[REGULATION], date=None, year=2025)}
    (event,) = [e for e in build_events(entries(), library, ()) if e.work == REGULATION]
    assert (event.start, event.end) == (dt.date(2025, 1, 1), dt.date(2025, 12, 31))


def test_time_limits_with_days_are_events() -> None:
    limits = [(e.kind, e.work, e.date, e.start, e.end) for e in events() if e.kind is not EventKind.ISSUED]
    assert limits == [
        (EventKind.PERIOD, COMMUNE, None, dt.date(2026, 6, 1), dt.date(2026, 6, 15)),
        (EventKind.DEADLINE, PROVINCE, dt.date(2026, 7, 10), None, None),
        (EventKind.DEADLINE, OTHER, dt.date(2026, 9, 30), dt.date(2026, 7, 1), dt.date(2026, 9, 30)),
    ]


def test_every_event_knows_its_family_and_its_passage() -> None:
    for event in events():
        assert event.families == (FAMILY.id,)
        assert not event.held or event.passage is not None
