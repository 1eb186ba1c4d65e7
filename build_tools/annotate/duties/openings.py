"""Lines that open a list of tasks (`Đẩy mạnh cải cách hành chính:`) and are none beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from build_tools.annotate.duties.drafts import Draft, Ground
from build_tools.annotate.duties.view import Passage, View
from build_tools.annotate.duties.wording import begins_with_verb

_ANNOUNCES = re.compile(r"\b(?:gồm|sau|sau đây|dưới đây|như)\s*:?\s*$")
_PAPERS = re.compile(
    r"(?:Báo cáo|Quyết định|Thông báo|Đề nghị|Đề xuất|Công bố|Chứng nhận|Xác nhận|Giao nhận|Thuyết minh)\b"
)
"""Verbs that are as often the name of a paper."""
_LABEL: Final = 12  # characters of a line's end and the label behind it


def without_openings(view: View, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts in their order, without those that only open others below them.

    They name nobody, have no time of their own and end in a colon.
    """
    for draft, following in pairwise((*drafts, None)):
        if draft is not None and not (following is not None and _opens(view, draft, following)):
            yield draft


def _opens(view: View, draft: Draft, following: Draft) -> bool:
    if draft.ground is not Ground.NOBODY or draft.deadline or draft.unit is None or following.unit is None:
        return False
    between = following.span.start - draft.span.end
    below = draft.unit.span.contains(following.span) and 0 <= between <= _LABEL
    return below and following.unit.id != draft.unit.id and view.ends_in_colon(draft.span)


def parts_are_tasks(view: View, passage: Passage) -> bool:
    """Whether a line of a plan that ends in a colon is a task, and so are the parts below it.

    `Ứng dụng công nghệ thông tin: - Rà soát …` opens no list of what the information holds.
    """
    words = view.words(passage.span if passage.span.end > passage.span.start else passage.heading or passage.span)
    if view.is_legal(passage.unit) or _ANNOUNCES.search(words.rstrip(" *_")) or not begins_with_verb(words):
        return False
    first = next((view.words(part.span) for part in view.following(passage)), "")
    return begins_with_verb(first) and _PAPERS.match(first) is None
