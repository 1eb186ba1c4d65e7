"""What the nesting is asked and what it answers: the places where labels may stand, and what became of each."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from build_tools.grammar.labels import Label


class Candidate(NamedTuple):
    """A place where a label may stand: its readings, and whether the words before it end with a colon.

    `alone` is a label without words behind it: on a line by itself it is mostly the first cell of a table's row.
    `titled` is a label below a star with a short title (`* Nội dung`), which may hold a numbered list.
    `below_title` is a label below a title in capitals that has no label itself.
    `after_open` is a label below a line that ends without any stop, as a title does.
    """

    readings: tuple[Label, ...]
    after_colon: bool
    alone: bool = False
    titled: bool = False
    below_title: bool = False
    after_open: bool = False


class Choice(Struct, frozen=True, gc=False):
    """What became of a candidate: the reading and the index of the parent candidate (-1 for none)."""

    label: Label
    parent: int


class Trail:
    """The steps of all explanations, linked backwards by their indices."""

    def __init__(self) -> None:
        self.earlier = [-1]
        self.choices: list[Choice | None] = [None]

    def add(self, earlier: int, choice: Choice | None) -> int:
        """Note a step and give its index."""
        self.earlier.append(earlier)
        self.choices.append(choice)
        return len(self.choices) - 1

    def choices_of(self, last: int, count: int) -> list[Choice | None]:
        """The choices of the explanation that ends with step `last`, first to last."""
        found: list[Choice | None] = [None] * count
        for index in range(count - 1, -1, -1):
            found[index] = self.choices[last]
            last = self.earlier[last]
        return found
