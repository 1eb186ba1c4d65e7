"""Duties: the passages that charge, forbid, empower or hold liable, and whom.

The body is read passage by passage; the first rule of `RULES` that takes a passage decides. Headings and lead-ins lay
a charge on what follows, label lines and closing lines assign what stands above, sentences charge by themselves. A task
that names nobody stays a task of nobody.
"""

from __future__ import annotations

from collections.abc import Callable

from build_tools.annotate.duties.drafts import Draft, State
from build_tools.annotate.duties.examples import read_example
from build_tools.annotate.duties.flat_tables import find_flat_tables
from build_tools.annotate.duties.headings import read_heading
from build_tools.annotate.duties.label_headings import read_label_heading
from build_tools.annotate.duties.labels import read_closing_line, read_label_line, read_opening_line, stands_beside
from build_tools.annotate.duties.lead_ins import read_lead_in, read_preamble
from build_tools.annotate.duties.openings import without_openings
from build_tools.annotate.duties.run_ins import read_run_in
from build_tools.annotate.duties.sections import section_of
from build_tools.annotate.duties.sentences import read_statement
from build_tools.annotate.duties.tables import read_row
from build_tools.annotate.duties.times import note_time
from build_tools.annotate.duties.unknown import find_unknown_bearers
from build_tools.annotate.duties.view import Passage, View
from build_tools.model.document import Outline, RoleMention
from build_tools.model.duty import Deadline, Duty
from build_tools.model.source import CleanText
from build_tools.model.span import Span

__all__ = ["RULES", "find_duties", "find_unknown_bearers"]

Rule = Callable[[State, Passage], bool]
LINES: tuple[Rule, ...] = (read_label_line, read_label_heading, read_closing_line)
"""Rules for lines that complete the task above them."""
RULES: tuple[Rule, ...] = (
    read_preamble,
    read_example,
    read_row,
    *LINES,
    read_opening_line,
    read_run_in,
    read_heading,
    read_lead_in,
    read_statement,
)
"""The order in which a passage is tried."""


def find_duties(
    clean: CleanText, outline: Outline, mentions: tuple[RoleMention, ...], deadlines: tuple[Deadline, ...]
) -> tuple[Duty, ...]:
    """The duties of a document in the order of their passages; linear in the text."""
    view = View(clean, outline, mentions, deadlines)
    state = State(view)
    tables = list(find_flat_tables(view))
    for passage in view.passages:
        if passage.number <= state.skip or any(table.span.contains(passage.whole) for table in tables):
            continue
        state.enter(passage, section_of(view, passage.unit))
        note_time(state, passage)
        rule = next(rule for rule in RULES if rule(state, passage))
        if rule in LINES:
            state.spent = len(state.read)
        elif not stands_beside(state, passage):
            state.run = None
            state.read.append(passage)
    for table in tables:
        state.add(table.drafts)
    drafts = sorted(state.drafts, key=lambda d: (d.span.start, d.span.end))
    return _numbered(view, list(without_openings(view, drafts)))


def _numbered(view: View, drafts: list[Draft]) -> tuple[Duty, ...]:
    seen: dict[str, int] = {}
    found = []
    for draft in drafts:
        limit = draft.deadline or draft.fallback
        base = f"nv-{draft.unit.id}" if draft.unit else "nv"
        seen[base] = seen.get(base, 0) + 1
        found.append(
            Duty(
                id=base if seen[base] == 1 else f"{base}-{seen[base]}",
                unit=draft.unit.id if draft.unit else None,
                span=_tight(view.text, draft.span),
                modality=draft.modality,
                actors=draft.actors,
                deadline=limit.id if limit else None,
                explicit=draft.explicit,
                assigned_by=draft.assigned_by,
                reported=view.reported,
            )
        )
    return tuple(found)


def _tight(text: str, span: Span) -> Span:
    """The span without the blanks at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
