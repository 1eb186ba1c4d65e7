"""Tasks in rows: the filter loses nothing, and the work does not grow with the square of the tasks."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from build_tools.model.library import Passage
from build_tools.model.span import Span
from build_tools.resolve import rows
from build_tools.resolve.likeness import Likeness
from build_tools.resolve.plan_tasks import PlanTask, shingles

WORDS = "rà soát quy chế làm việc kiểm tra giám sát ứng dụng công nghệ phối hợp đào tạo công khai minh bạch".split()  # noqa: SIM905


def texts(count: int) -> list[str]:
    """Seven wordings, each varied."""
    chance = random.Random(7)  # noqa: S311
    bases = [chance.choices(WORDS, k=9) for _ in range(7)]
    return [
        " ".join(word if chance.random() > 0.15 else chance.choice(WORDS) for word in bases[number % 7])
        for number in range(count)
    ]


def task(document: str, number: int, words: str) -> PlanTask:
    passage = Passage(document, Span(0, 1), "a")
    return PlanTask(document, str(number), words, shingles(words), passage, str(number), ("d",), words)


def test_the_filter_passes_everything_that_is_alike_enough() -> None:
    made = [shingles(text) for text in texts(120)]
    likeness = Likeness(made)
    alike = [(a, b) for a, b in combinations(made, 2) if likeness.score(a, b) >= rows.THRESHOLD]
    assert alike
    for one, other in alike:
        assert set(likeness.prefix(one, rows.THRESHOLD)) & set(likeness.prefix(other, rows.THRESHOLD))


def test_a_row_holds_one_task_of_a_plan_and_every_task_stands_once() -> None:
    tasks = [task(f"p{number // 6}", number, words) for number, words in enumerate(texts(60))]
    found, scores = rows.in_rows(tasks)
    assert sorted(one for row in found for one in row) == list(range(60))
    for row in found:
        documents = [tasks[one].document for one in row]
        assert len(documents) == len(set(documents))
        assert all(scores[one] >= rows.THRESHOLD for one in row if len(row) > 1)


def test_a_thousand_plans_that_copy_each_other_are_compared_a_few_times_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0
    score = Likeness.score

    def counting(self: Likeness, one: frozenset[str], other: frozenset[str]) -> float:
        nonlocal compared
        compared += 1
        return score(self, one, other)

    monkeypatch.setattr(Likeness, "score", counting)
    templates = texts(7)
    chance = random.Random(3)  # noqa: S311

    def comparisons(plans: int) -> int:
        nonlocal compared
        compared = 0
        made = [
            task(f"p{plan}", number, f"{words} {chance.choice(WORDS)}")
            for plan in range(plans)
            for number, words in enumerate(templates)
        ]
        rows.in_rows(made)
        return compared

    assert comparisons(1000) < 12 * comparisons(100)
