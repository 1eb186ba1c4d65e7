"""A small made-up library in the forms of real ones, built with the model's constructors.

Two public plans put one absent regulation to work; the internal edition adds a decision that bears an ownership mark.
The numbers, bodies and places are combined freely: none of these documents exists.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from build_tools.model.anchors import Anchors
from build_tools.model.citation import CitationKind, RelationKind
from build_tools.model.decisions import CorrectionDecision, Decisions, Edition, Received, Review
from build_tools.model.document import Document, Level, System
from build_tools.model.duty import DeadlineKind
from build_tools.model.library import (
    Assignment,
    Coverage,
    CoverageCell,
    CoverageRow,
    DateBounds,
    Edge,
    Entry,
    Event,
    EventKind,
    Family,
    FamilyMember,
    Guide,
    Library,
    Passage,
    Reference,
    Work,
)
from build_tools.model.span import Span
from tests.render.sample_others import internal_decision, party_plan
from tests.render.sample_plan import FAMILY, INTERNAL, LAW, PARTY_PLAN, PLAN, REGULATION, plan

__all__ = [
    "FAMILY",
    "INTERNAL",
    "LAW",
    "PARTY_PLAN",
    "PLAN",
    "REGULATION",
    "Edition",
    "internal_decision",
    "party_plan",
    "plan",
    "sample_library",
]


def sample_library(edition: Edition = Edition.PUBLIC) -> Library:
    """The made-up library: two public plans; the internal edition has a third document."""
    documents = {PLAN: plan(), PARTY_PLAN: party_plan()}
    if edition is Edition.INTERNAL:
        documents[INTERNAL] = internal_decision()
    entries = {id_: _entry(id_, document) for id_, document in documents.items()}
    return Library(
        edition=edition,
        entries=entries,
        works=_works(documents),
        edges=_edges(documents),
        families=(_family(documents),),
        coverage=(_coverage(documents),),
        events=_events(documents),
        guides=_guides(documents),
    )


def _entry(id_: str, document: Document) -> Entry:
    decisions = Decisions(
        received=Received(document.file.rsplit("/", 1)[-1], document.sha256, "van ban nhan duoc.md"),
        edition=Edition.INTERNAL if id_ == INTERNAL else Edition.PUBLIC,
        corrections=tuple(
            CorrectionDecision(c.original, c.replacement, 1, c.reason, c.by) for c in document.corrections
        ),
        review=Review("Biên tập viên mẫu", dt.date(2026, 3, 20), document.sha256) if id_ == PARTY_PLAN else None,
    )
    return Entry(id_, document, decisions, restricted=id_ == INTERNAL)


def _passage(id_: str, document: Document, span: Span) -> Passage:
    return Passage(id_, span, Anchors.of(document).at(span))


def _works(documents: dict[str, Document]) -> dict[str, Work]:
    cited: dict[str, list[Reference]] = {}
    for id_, document in documents.items():
        for index, citation in enumerate(document.citations):
            if citation.target and citation.kind is not CitationKind.INTERNAL:
                reference = Reference(id_, index, _passage(id_, document, citation.span))
                cited.setdefault(citation.target, []).append(reference)
    works = {id_: _held_work(id_, d, tuple(cited.get(id_, ()))) for id_, d in documents.items()}
    works[REGULATION] = Work(
        REGULATION,
        "party:quy-dinh:999-QĐ/TW:2026",
        "QĐ",
        "Quy định",
        "999-QĐ/TW",
        System.PARTY,
        "Bộ Chính trị",
        "TW",
        Level.CENTRAL,
        None,
        dt.date(2026, 1, 5),
        2026,
        "về kiểm soát việc tiếp nhận, xử lý đơn thư",
        held=False,
        cited_by=tuple(cited.get(REGULATION, ())),
    )
    works[LAW] = Work(
        LAW,
        "state:luat::2019::mau",
        None,
        "Luật",
        None,
        System.STATE,
        None,
        None,
        Level.CENTRAL,
        None,
        None,
        2019,
        "Luật Mẫu",
        held=False,
        cited_by=tuple(cited.get(LAW, ())),
    )
    return works


def _held_work(id_: str, document: Document, cited_by: tuple[Reference, ...]) -> Work:
    meta = document.metadata
    bounds = None
    if meta.date is None:
        first = _passage(id_, document, document.citations[0].span)
        bounds = DateBounds(
            dt.date(2026, 1, 5), first, dt.date(2026, 8, 31), _passage(id_, document, document.deadlines[0].span)
        )
    return Work(
        id_,
        meta.key or f"other:khong-ro:{id_}",
        meta.type,
        meta.type_name,
        meta.symbol,
        meta.system,
        meta.issuer,
        meta.issuer_id,
        meta.level,
        meta.place,
        meta.date,
        meta.date.year if meta.date else None,
        meta.title,
        held=True,
        bounds=bounds,
        cited_by=cited_by,
    )


def _edges(documents: dict[str, Document]) -> tuple[Edge, ...]:
    return tuple(
        Edge(r.kind, id_, r.target, _passage(id_, document, document.citations[r.citation].span))
        for id_, document in documents.items()
        for r in document.relations
        if r.target
    )


def _family(documents: dict[str, Document]) -> Family:
    root = dt.date(2026, 1, 5)
    members = [FamilyMember(REGULATION, None, None, 0, 0)]
    for parent, id_ in pairwise((REGULATION, PARTY_PLAN, PLAN)):
        issued = documents[id_].metadata.date
        assert issued
        members.append(FamilyMember(id_, parent, RelationKind.IMPLEMENTS, len(members), (issued - root).days))
    if INTERNAL in documents:
        members.append(FamilyMember(INTERNAL, REGULATION, RelationKind.IMPLEMENTS, 1, None))
    return Family(FAMILY, REGULATION, tuple(members))


def _coverage(documents: dict[str, Document]) -> Coverage:
    plan_duty, party_duty = documents[PLAN].duties[0], documents[PARTY_PLAN].duties[0]
    secrecy = documents[PLAN].duties[1]
    return Coverage(
        FAMILY,
        (PARTY_PLAN, PLAN),
        (
            CoverageRow(
                "Xây dựng quy chế tiếp nhận đơn thư",
                (
                    CoverageCell(
                        PARTY_PLAN,
                        _passage(PARTY_PLAN, documents[PARTY_PLAN], party_duty.span),
                        ("viec-1",),
                        "I.1",
                        1.0,
                    ),
                    CoverageCell(PLAN, _passage(PLAN, documents[PLAN], plan_duty.span), ("viec-1",), "II.1", 0.82),
                ),
            ),
            CoverageRow(
                "Công khai kết quả",
                (CoverageCell(PLAN, _passage(PLAN, documents[PLAN], secrecy.span), ("viec-2", "viec-3"), "II.2", 1.0),),
            ),
        ),
    )


def _absent(work: str, **values: object) -> Event:
    known = {"kind": EventKind.ISSUED, "work": work, "held": False, "level": Level.CENTRAL, "place": None}
    return Event(**(known | values))  # type: ignore[arg-type]


def _events(documents: dict[str, Document]) -> tuple[Event, ...]:
    events = [
        _absent(REGULATION, date=dt.date(2026, 1, 5), families=(FAMILY,)),
        _absent(LAW, start=dt.date(2019, 1, 1), end=dt.date(2019, 12, 31)),
    ]
    for id_, document in documents.items():
        meta = document.metadata
        common = {"held": True, "level": meta.level, "place": meta.place, "families": (FAMILY,)}
        first = _passage(id_, document, document.blocks[0].span)
        if meta.date:
            events.append(Event(EventKind.ISSUED, id_, date=meta.date, passage=first, **common))  # type: ignore[arg-type]
        else:
            bounds = (dt.date(2026, 1, 5), dt.date(2026, 8, 31))
            events.append(
                Event(EventKind.ISSUED, id_, start=bounds[0], end=bounds[1], passage=first, **common)  # type: ignore[arg-type]
            )
        for deadline in document.deadlines:
            period = deadline.kind is DeadlineKind.PERIOD
            events.append(
                Event(
                    EventKind.PERIOD if period else EventKind.DEADLINE,
                    id_,
                    date=deadline.date,
                    start=deadline.from_,
                    end=deadline.to,
                    deadline=deadline.id,
                    passage=_passage(id_, document, deadline.span),
                    **common,  # type: ignore[arg-type]
                )
            )
    return tuple(events)


def _guides(documents: dict[str, Document]) -> dict[str, Guide]:
    own: dict[str, list[Assignment]] = {}
    mentions: dict[str, list[Passage]] = {}
    for id_, document in documents.items():
        for duty in document.duties:
            for index, actor in enumerate(duty.actors):
                if actor.role:
                    assignment = Assignment(id_, duty.id, index, None, _passage(id_, document, duty.span))
                    own.setdefault(actor.role, []).append(assignment)
        for mention in document.mentions:
            mentions.setdefault(mention.role, []).append(_passage(id_, document, mention.span))
    wider = {"tand": tuple(Assignment(a.document, a.duty, a.actor, "tand_tinh", a.passage) for a in own["tand_tinh"])}
    return {
        role: Guide(role, tuple(own.get(role, ())), wider.get(role, ()), tuple(mentions.get(role, ())))
        for role in sorted(own.keys() | wider.keys() | mentions.keys())
    }
