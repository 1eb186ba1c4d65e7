"""What the editor decided on the tasks of plans laid side by side: the content of `source_texts/doi-chieu.yml`."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]


class TaskReference(Struct, frozen=True, forbid_unknown_fields=True):
    """A task of a held document: by the id of its unit, by words that it contains, or by both.

    With both, the words guard the unit: where they no longer stand in it, the text is another one than the editor saw.
    """

    document: Text
    unit: Text | None = None
    words: Text | None = None


class Judgement(Struct, frozen=True, forbid_unknown_fields=True):
    """Passages that are the same task, or that are not, and why."""

    passages: Annotated[tuple[TaskReference, ...], Meta(min_length=2)]
    reason: Text
    by: str | None = None


class MatchingFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    same: tuple[Judgement, ...] = ()
    different: tuple[Judgement, ...] = ()


class Decided(Struct, frozen=True):
    """One judgement and the line of the file on which it begins."""

    judgement: Judgement
    same: bool
    line: int


class Matching(Struct, frozen=True):
    """All judgements of a library and the file they stand in (as messages name it)."""

    file: str = ""
    decided: tuple[Decided, ...] = ()
