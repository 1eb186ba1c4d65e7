"""One layer per file: each finds one kind of thing in one document; the tree is read-only."""

from __future__ import annotations

from build_tools.annotate.changes import find_changes
from build_tools.annotate.citations import find_citations
from build_tools.annotate.deadlines import read_limits
from build_tools.annotate.definitions import find_definitions
from build_tools.annotate.described import find_described
from build_tools.annotate.duties import find_duties, find_unknown_bearers
from build_tools.annotate.effects import find_effects
from build_tools.annotate.relations import find_relations
from build_tools.annotate.roles import find_roles
from build_tools.annotate.variants import find_variants
from build_tools.model.document import Layers, Outline
from build_tools.model.source import CleanText

__all__ = ["annotate"]


def annotate(clean: CleanText, outline: Outline) -> Layers:
    """All layers of one document; spans lie in `clean.text`."""
    citations = find_citations(clean, outline)
    mentions = find_roles(clean, outline)
    deadlines, impossible = read_limits(clean, outline)
    duties = find_duties(clean, outline, mentions, deadlines)
    return Layers(
        citations=citations,
        definitions=find_definitions(clean, outline, citations),
        relations=find_relations(clean, outline, citations),
        duties=duties,
        deadlines=deadlines,
        mentions=mentions,
        diagnostics=(
            *find_variants(clean, citations),
            *impossible,
            *find_unknown_bearers(clean, duties),
        ),
        changes=find_changes(clean, outline, citations),
        effects=find_effects(clean, outline),
        described=find_described(clean, outline, citations),
    )
