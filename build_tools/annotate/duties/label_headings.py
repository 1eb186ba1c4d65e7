"""Titles that are labels, with the names below them (`2. Cơ quan chủ trì` / `- Sở Tư pháp.` / `- Công an tỉnh.`)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import State
from build_tools.annotate.duties.label_lists import read_labels
from build_tools.annotate.duties.labels import assign
from build_tools.annotate.duties.patterns import FRAME_LABEL, LABEL, TIME_LABEL, label_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.document import Unit
from build_tools.model.duty import Actor, Capacity

_LONGEST_NAME = 160


def read_label_heading(state: State, passage: Passage) -> bool:
    """A title that asks who, and names alone below it: they are charged with the tasks above the title."""
    capacity = _capacity(state, passage)
    if capacity is None or passage.unit is None:
        return False
    below = list(takewhile(lambda each: _asks_who(state, passage.unit, each), state.view.following(passage)))
    found = list(_read(state, below, capacity))
    actors = tuple(actor for one in found if one is not None for actor in one)
    if None in found or not actors:
        return False
    assign(state, passage, actors)
    state.skip = below[-1].number
    return True


def _asks_who(state: State, title: Unit | None, passage: Passage) -> bool:
    """Whether a passage stands below the title, before a line that says when, where or with what."""
    here = (state.view.text, passage.span.start, passage.span.end)
    inside = title is not None and title.span.contains(passage.whole)
    return inside and not (TIME_LABEL.match(*here) or FRAME_LABEL.match(*here))


def _capacity(state: State, passage: Passage) -> Capacity | None:
    """The capacity of a title that is a label and nothing else."""
    if passage.heading is None or passage.span.end > passage.span.start:
        return None
    words = state.view.words(passage.heading).strip(" *_:")
    return label_capacity(words) if LABEL.fullmatch(f"{words}:") else None


def _read(state: State, below: list[Passage], capacity: Capacity) -> Iterator[tuple[Actor, ...] | None]:
    """The bearers of each passage below a title; `None` for one that is no name."""
    for passage in below:
        words = state.view.words(passage.span)
        further = _capacity(state, passage)
        if further is not None:
            capacity = further
        elif LABEL.match(words):
            yield read_labels(state, passage.span) or None
        elif not (words.startswith("(") and words.rstrip(" .;").endswith(")")):
            yield _names(state, passage, capacity)


def _names(state: State, passage: Passage, capacity: Capacity) -> tuple[Actor, ...] | None:
    """The names that a passage consists of, those that no table holds apart; `None` where it says more."""
    view, span = state.view, passage.span
    if span.end - span.start > _LONGEST_NAME or begins_with_verb(view.words(span)):
        return None
    if not begins_with_bearer(view, span.start, span.end):
        return ()
    return read_bearers(view, span, capacity) if predicate_start(view, span.start, span.end) is None else None
