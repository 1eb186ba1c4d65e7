"""Resolve: from single documents to a library. Looks at nothing but the entries that it is given; scans no text."""

from __future__ import annotations

from collections.abc import Mapping

from build_tools.model.decisions import Edition
from build_tools.model.library import Entry, Library
from build_tools.model.matching import Matching
from build_tools.resolve.bounds import build_bounds
from build_tools.resolve.citations import resolve_citations
from build_tools.resolve.coverage import build_coverage
from build_tools.resolve.families import build_families
from build_tools.resolve.forces import build_forces, own_forces
from build_tools.resolve.guides import build_guides
from build_tools.resolve.plan_orders import build_plan_orders
from build_tools.resolve.readings import build_readings
from build_tools.resolve.registry import build_registry
from build_tools.resolve.relations import build_edges
from build_tools.resolve.timeline import build_events
from build_tools.resolve.unnumbered import build_unnumbered
from build_tools.resolve.works import build_works

__all__ = ["resolve"]


def resolve(entries: Mapping[str, Entry], edition: Edition, matching: Matching | None = None) -> Library:
    """The library of these entries, which are exactly those of the edition, with the editor's matching of tasks."""
    registry = build_registry(entries)
    resolved, told = resolve_citations(dict(sorted(entries.items())), registry)
    works = build_works(resolved, registry, build_bounds(resolved))
    edges = build_edges(resolved)
    families = build_families(works, edges)
    coverage, unfit = build_coverage(resolved, families, matching)
    own = own_forces(resolved)
    readings, resolved = build_readings(resolved, own)
    return Library(
        edition=edition,
        entries=resolved,
        works=works,
        edges=edges,
        families=families,
        coverage=coverage,
        events=build_events(resolved, works, families),
        guides=build_guides(resolved, works, families),
        diagnostics=(*told, *unfit),
        plan_orders=build_plan_orders(resolved, works, families),
        unnumbered=build_unnumbered(resolved, works, families),
        forces=build_forces(resolved, edges, own),
        readings=readings,
    )
