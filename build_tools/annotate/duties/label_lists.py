"""The lists of a label line: whom each label names, and in which capacity."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import State
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.patterns import LABEL, TIME_LABEL, label_capacity, says_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import Passage
from build_tools.annotate.duties.wording import capacity_of
from build_tools.model.duty import Actor
from build_tools.model.span import Span

_NEXT_PART = re.compile(r"[.;]\s+")
_SEMICOLON = re.compile(r";\s+")
_MOST_SENTENCES = 8


def read_labels(state: State, span: Span) -> tuple[Actor, ...]:
    """The bearers of a line of labels, each in the capacity that its label names."""
    return tuple(actor for part in _parts(state.view.text, span) for actor in _read_list(state, part))


def _parts(text: str, span: Span) -> list[Span]:
    """A label line, cut before each further label (`Chủ trì: A. Phối hợp: B. Thời gian: …`)."""
    starts = [
        match.end()
        for match in _NEXT_PART.finditer(text, span.start, span.end)
        if LABEL.match(text, match.end(), span.end) or TIME_LABEL.match(text, match.end(), span.end)
    ]
    return [Span(start, end) for start, end in pairwise([span.start, *starts, span.end])]


def _read_list(state: State, part: Span) -> tuple[Actor, ...]:
    """The bearers that one label names, each in the capacity of the label or of the words after the list."""
    view = state.view
    match = LABEL.match(view.text, part.start, part.end)
    if match is None:
        return ()
    end = _list_end(state, match.end(), part.end)
    words = view.text[end : part.end]
    capacity = label_capacity(words if says_capacity(words) else match["label"])
    actors = (*read_bearers(view, Span(match.end(), end), capacity), *extra_actors(view, Span(end, part.end)))
    return (*actors, *read_further(state, Span(end, part.end))) if actors else ()


def read_further(state: State, rest: Span) -> tuple[Actor, ...]:
    """Those of a line with a sentence for each (`A rà soát văn bản của mình; B rà soát văn bản của địa phương`)."""
    found: list[Actor] = []
    for mark in islice(_SEMICOLON.finditer(state.view.text, rest.start, rest.end), _MOST_SENTENCES):
        stop = predicate_start(state.view, mark.end(), rest.end)
        if stop is not None and begins_with_bearer(state.view, mark.end(), stop):
            capacity = capacity_of(state.view.text[stop : rest.end])
            found += read_bearers(state.view, Span(mark.end(), stop), capacity)
    return tuple(found)


def _list_end(state: State, start: int, end: int) -> int:
    stop = predicate_start(state.view, start, end)
    return stop if stop is not None else end


def whole_line(state: State, passage: Passage) -> Passage:
    """The line with the block after it, where it breaks off at a colon (`các đảng ủy:`)."""
    view = state.view
    following = next(view.following(passage), None)
    if not view.words(passage.span).rstrip().endswith(":") or following is None or following.opens:
        return passage
    state.skip = following.number
    return passage._replace(
        span=Span(passage.span.start, following.span.end), whole=Span(passage.whole.start, following.whole.end)
    )
