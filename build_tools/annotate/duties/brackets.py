"""A task that ends with its bearers in brackets or behind a dash (`… (do Sở Tư pháp thực hiện)`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Draft, Ground, State
from build_tools.annotate.duties.label_lists import read_labels
from build_tools.annotate.duties.partners import extra_actors
from build_tools.annotate.duties.patterns import LABEL, label_capacity, says_capacity
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import Passage, View
from build_tools.annotate.duties.wording import modality_of
from build_tools.model.duty import Actor, Capacity, Explicit
from build_tools.model.span import Span

_BRACKETS = re.compile(r"\((?P<words>[^()\n]{4,300})\)")
_DASH = re.compile(r"\s[-–]\s(?P<words>[^()\n–]{4,200})\Z")
_REST = re.compile(
    r"[\s.;,/*_]*(?:(?:và\s+)?(?:hoàn thành|xong|thời gian|thời hạn|trước|trong|chậm nhất|từ|đến)\b[^()\n]{0,90})?\Z"
)
"""What may follow the brackets: a time."""
_GIVES = re.compile(r"(?:do|giao(?: nhiệm vụ)?(?: cho)?|phân công(?: cho)?)\s+", re.IGNORECASE)
_TAKES = re.compile(r"\s(?=(?:phụ trách|đảm nhận|chịu trách nhiệm|làm (?:trưởng|đầu mối))\b)")
_CARRIES_OUT = re.compile(
    r"(?:thực hiện|tổ chức|triển khai|phụ trách|đảm nhận|chịu trách nhiệm|làm (?:trưởng|đầu mối)|biên soạn|chuẩn bị|"
    r"bảo đảm|đảm bảo|thẩm định|xây dựng|hoàn thành|cung cấp|hướng dẫn|tổng hợp)\b"
)
_FURTHER = re.compile(r"[,;]\s+")
_MOST = 6


class _Words(NamedTuple):
    """The words that name who acts; `given` where they are said to do so (`do A`, `giao A`)."""

    span: Span
    given: bool


def read_bracketed(state: State, passage: Passage, span: Span) -> Draft | None:
    """A task that ends with its bearers in brackets (`… (Sở Tư pháp chủ trì; hoàn thành trước ngày 30/6/2026).`)."""
    words = _words_apart(state.view, span)
    if words is None:
        return None
    actors = _actors(state, words)
    if not actors:
        return None
    modality = modality_of(state.view.words(span))
    return Draft(passage.unit, span, modality, actors, Explicit.SENTENCE, Ground.ASSIGNED, assigned_by=words.span)


def _words_apart(view: View, span: Span) -> _Words | None:
    """The words in the last brackets, or behind the last dash, with which a sentence ends."""
    found = next(reversed(list(_BRACKETS.finditer(view.text, span.start, span.end))), None)
    if found is None or _REST.match(view.text, found.end(), span.end) is None:
        found = _DASH.search(view.text, span.start, span.start + len(view.words(span).rstrip(" .;/*_\n")))
    if found is None:
        return None
    gives = _GIVES.match(view.text, *found.span("words"))
    start = gives.end() if gives is not None else found.start("words")
    return _Words(Span(start, found.end("words")), gives is not None)


def _actors(state: State, words: _Words) -> tuple[Actor, ...]:
    view, (start, end) = state.view, (words.span.start, words.span.end)
    if LABEL.match(view.text, start, end):
        return read_labels(state, words.span)
    if not begins_with_bearer(view, start, end):
        return ()
    if (names := _before_time(state, words.span)) is not None:
        return names
    takes = _TAKES.search(view.text, start, end)
    stop = predicate_start(view, start, end)
    if takes is not None and (stop is None or takes.end() < stop):
        stop = takes.end()
    if stop is None:
        actors = read_bearers(view, words.span, Capacity.PERFORM) if words.given else ()
        return actors if all(actor.role is not None for actor in actors) else ()
    said = view.text[stop:end]
    if not (words.given or says_capacity(said) or _CARRIES_OUT.match(said)):
        return ()
    actors = read_bearers(view, Span(start, stop), label_capacity(said))
    actors = (*actors, *extra_actors(view, Span(stop, end)))
    return (*actors, *_further(view, Span(stop, end), actors))


def _further(view: View, rest: Span, first: tuple[Actor, ...]) -> Iterator[Actor]:
    """Those who are named with a task of their own behind a mark (`A biên soạn, B in ấn`)."""
    known = {actor.role for actor in first}
    for mark in islice(_FURTHER.finditer(view.text, rest.start, rest.end), _MOST):
        if not begins_with_bearer(view, mark.end(), rest.end):
            continue
        stop = predicate_start(view, after_head(view, mark.end(), rest.end), rest.end)
        if stop is not None:
            actors = read_bearers(view, Span(mark.end(), stop), label_capacity(view.text[stop : rest.end]))
            yield from (actor for actor in actors if actor.role is not None and actor.role not in known)
            known |= {actor.role for actor in actors}


def _before_time(state: State, brackets: Span) -> tuple[Actor, ...] | None:
    """The bearers in brackets that hold nothing else but a time (`(Sở Tư pháp; trước ngày 31/01/2026)`)."""
    view = state.view
    mark = view.text.rfind(";", brackets.start, brackets.end)
    if mark < 0 or not view.deadlines_within(Span(mark, brackets.end)):
        return None
    names = Span(brackets.start, mark)
    if predicate_start(view, after_head(view, names.start, names.end), names.end) is not None:
        return None
    actors = read_bearers(view, names, Capacity.PERFORM)
    return actors if actors and all(actor.role is not None for actor in actors) else None
