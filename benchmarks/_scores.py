"""How rows that were found compare with those that were expected."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple


class Score(NamedTuple):
    """How many rows are right, and those that are missing or wrong."""

    right: int
    missing: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / (self.right + len(self.wrong)) if self.right + len(self.wrong) else 1.0

    @property
    def recall(self) -> float:
        """Of what should be found, the share that is found."""
        return self.right / (self.right + len(self.missing)) if self.right + len(self.missing) else 1.0

    @property
    def is_perfect(self) -> bool:
        """Whether nothing is missing or wrong."""
        return not self.missing and not self.wrong

    def __str__(self) -> str:
        return (
            f"{self.right:5} right {len(self.missing):3} missing {len(self.wrong):3} wrong, "
            f"P {self.precision:.4f} R {self.recall:.4f}"
        )


def compare(expected: list[str], found: list[str]) -> Score:
    """Equal rows count as often as they stand; order is not compared."""
    wanted, got = Counter(expected), Counter(found)
    return Score((wanted & got).total(), tuple((wanted - got).elements()), tuple((got - wanted).elements()))


def total(scores: list[Score]) -> Score:
    """All scores as one."""
    return Score(
        sum(score.right for score in scores),
        tuple(row for score in scores for row in score.missing),
        tuple(row for score in scores for row in score.wrong),
    )


def compare_aloud(place: str, expected: list[str], found: list[str]) -> Score:
    """The same comparison, with each difference printed."""
    score = compare(expected, found)
    print("".join(f"  missing in {place}: {row}\n" for row in score.missing), end="")
    print("".join(f"  wrong in {place}: {row}\n" for row in score.wrong), end="")
    return score
