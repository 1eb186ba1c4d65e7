"""Coverage: the tasks of the plans that put one regulation to work, laid side by side.

Two tasks are the same where their headings or first sentences share enough of what is rare in the family (see
`likeness`), or where the editor says so; the editor can also say that two are not the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from build_tools.model.findings import Diagnostic
from build_tools.model.library import Coverage, CoverageCell, CoverageRow, Entry, Family
from build_tools.model.matching import Matching
from build_tools.resolve.judgements import Judged, Key, judge
from build_tools.resolve.plan_tasks import PlanTask, plan_tasks
from build_tools.resolve.rows import in_rows


def build_coverage(
    entries: Mapping[str, Entry], families: tuple[Family, ...], matching: Matching | None = None
) -> tuple[tuple[Coverage, ...], tuple[tuple[str, Diagnostic], ...]]:
    """The coverage of each family that has a held plan with duties, and what is wrong with the editor's judgements.

    The regulation itself is no plan.
    """
    matching = matching or Matching()
    plans = {family.id: _plans(family, entries) for family in families}
    needed = dict.fromkeys(plan for found in plans.values() for plan in found)
    named = (one.document for decided in matching.decided for one in decided.judgement.passages)
    needed |= dict.fromkeys(document for document in named if document in entries)
    tasks = {plan: tuple(plan_tasks(plan, entries[plan].document)) for plan in needed}
    judged = judge(matching, (task for found in tasks.values() for task in found), entries)
    coverage = []
    for family in families:
        held = tuple(plan for plan in plans[family.id] if tasks[plan])
        if held:
            rows = tuple(_rows([task for plan in held for task in tasks[plan]], judged))
            coverage.append(Coverage(family.id, held, rows))
    return tuple(coverage), tuple((matching.file, told) for told in judged.diagnostics)


def _plans(family: Family, entries: Mapping[str, Entry]) -> list[str]:
    return [member.work for member in family.members if member.work in entries and member.work != family.root]


def _rows(tasks: Sequence[PlanTask], judged: Judged) -> Iterator[CoverageRow]:
    index: dict[Key, int] = {(task.document, task.unit): number for number, task in enumerate(tasks)}
    joined: list[list[int]] = []
    reasons: dict[int, str] = {}
    for keys, reason in judged.joined:
        group = [index[key] for key in keys if key in index]
        if len(group) > 1:
            joined.append(group)
            reasons |= dict.fromkeys(group, reason)
    apart = [(index[one], index[other]) for one, other in judged.apart if one in index and other in index]
    rows, scores = in_rows(tasks, joined, apart)
    for row in rows:
        cells = tuple(_cell(tasks[one], scores.get(one, 1.0), reasons.get(one, "")) for one in row)
        yield CoverageRow(tasks[row[0]].name, cells)


def _cell(task: PlanTask, score: float, judged: str) -> CoverageCell:
    return CoverageCell(
        task.document, task.passage, task.duties, task.label, round(score, 3), unit=task.unit, judged=judged
    )
