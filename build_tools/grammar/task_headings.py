"""Headings that say what is to be done (`Tăng cường kiểm tra, giám sát`), not whom, where, when or on what."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.tables import task_verbs
from build_tools.model.document import Unit

FEWEST_WORDS = 5
"""A shorter heading (`Yêu cầu`, `Tổ chức thực hiện`) says nothing of a task."""
_VERB_WITHIN = 3
_ADDRESSEE = ("Đối với", "Trách nhiệm của")
_RUN_IN = re.compile(r"[^\n]?[ ]?:[ ]*[^\s]")
"""A heading's last letter, a colon, and words on the same line."""


def is_task_heading(text: str, unit: Unit) -> bool:
    """Whether the heading of a unit of `text` can stand for a task: what is done, not a part, an addressee or a day.

    Not one after which the sentence goes on either (`Chủ trì, phối hợp với các Bộ: Xây dựng, …`).
    """
    heading = unit.heading or ""
    if heading.isupper() or len(heading.split()) < FEWEST_WORDS or heading.startswith(_ADDRESSEE):
        return False
    end = unit.heading_span.end if unit.heading_span else unit.span.end
    return _says_what_is_done(heading) and not _RUN_IN.match(text, max(0, end - 1))


def _says_what_is_done(heading: str) -> bool:
    """Whether a verb of tasks stands among the first words (`Tiếp tục nâng cao …`)."""
    words = heading.casefold().replace(",", " ").split()
    starts = (" ".join([*words[at : at + 5], ""]) for at in range(min(len(words), _VERB_WITHIN)))
    return any(start.startswith(_verbs()) for start in starts)


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(f"{row.verb.casefold()} " for row in task_verbs())
