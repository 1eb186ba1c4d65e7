"""Puts the tasks of several plans into rows: one row, one task.

Plan by plan, in the order given: each task joins the row that it is most like, the best pairs first, one task of a plan
to a row. A row is compared by a few of its different wordings, so that the work grows with the number of tasks, not
with its square. What the editor joined stands in one row from the beginning; what he parted is never joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from build_tools.resolve.likeness import Likeness
from build_tools.resolve.plan_tasks import PlanTask

THRESHOLD = 0.42
"""The least likeness at which two tasks are one: nothing wrong is joined on the plans at hand; what is missed stands in
two rows.
"""
MOST_WORDINGS = 6
"""Different wordings by which a row is known."""

_Pair = tuple[float, int, int, int]  # score, task, row, the task of the row that it is like


class Rows:
    """The rows, filled once; tasks are named by their index."""

    def __init__(self, tasks: Sequence[PlanTask], apart: Iterable[tuple[int, int]] = ()) -> None:
        self._tasks = tasks
        self._likeness = Likeness(task.shingles for task in tasks)
        self._apart: dict[int, set[int]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)
        self.members: list[list[int]] = []
        self.scores: dict[int, float] = {}
        self._known: dict[frozenset[str], list[tuple[int, int]]] = defaultdict(list)  # wording: (row, its task)
        self._by_shingle: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._wordings: dict[int, set[frozenset[str]]] = defaultdict(set)

    def fill(self, joined: Iterable[Sequence[int]]) -> None:
        """Put every task into a row; `joined` are groups of tasks that the editor declares to be one."""
        placed: set[int] = set()
        for group in joined:
            self._new(group)
            placed.update(group)
        for _document, indexes in groupby(range(len(self._tasks)), key=lambda index: self._tasks[index].document):
            self._place([index for index in indexes if index not in placed])

    def _place(self, indexes: list[int]) -> None:
        """The tasks of one plan."""
        waiting = dict.fromkeys(indexes)
        for score, task, row, like in sorted(self._pairs(indexes), key=lambda p: (-p[0], p[1], p[2], p[3])):
            if task in waiting and self._may_join(task, row):
                del waiting[task]
                self._join(task, row)
                self.scores[task] = min(score, self.scores.get(task, score))
                self.scores[like] = min(score, self.scores.get(like, score))
        for task in waiting:
            self._new([task])

    def _pairs(self, indexes: list[int]) -> Iterator[_Pair]:
        for task in indexes:
            words = self._tasks[task].shingles
            seen: set[frozenset[str]] = set()
            for shingle in self._likeness.prefix(words, THRESHOLD):
                for wording in self._by_shingle.get(shingle, ()):
                    if wording in seen:
                        continue
                    seen.add(wording)
                    score = self._likeness.score(words, wording)
                    if score >= THRESHOLD:
                        yield from ((score, task, row, like) for row, like in self._known[wording])

    def _may_join(self, task: int, row: int) -> bool:
        document, barred = self._tasks[task].document, self._apart.get(task, set())
        return not any(self._tasks[one].document == document or one in barred for one in self.members[row])

    def _new(self, group: Sequence[int]) -> None:
        self.members.append([])
        for task in group:
            self._join(task, len(self.members) - 1)

    def _join(self, task: int, row: int) -> None:
        self.members[row].append(task)
        words = self._tasks[task].shingles
        if words in self._wordings[row] or len(self._wordings[row]) >= MOST_WORDINGS:
            return
        self._wordings[row].add(words)
        if words not in self._known:
            for shingle in self._likeness.prefix(words, THRESHOLD):
                self._by_shingle[shingle].append(words)
        self._known[words].append((row, task))


def similarity(first: frozenset[str], second: frozenset[str], among: Iterable[frozenset[str]]) -> float:
    """How alike two tasks are, from 0 to 1, among those of a family."""
    return Likeness(among).score(first, second)


def in_rows(
    tasks: Sequence[PlanTask], joined: Iterable[Sequence[int]] = (), apart: Iterable[tuple[int, int]] = ()
) -> tuple[list[list[int]], Mapping[int, float]]:
    """The rows as indexes of tasks, in the order of their first task, and the score by which each task joined."""
    rows = Rows(tasks, apart)
    rows.fill(joined)
    return sorted((sorted(row) for row in rows.members), key=min), rows.scores
