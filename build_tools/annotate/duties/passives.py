"""Passives: a matter first, then who is to act (`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`)."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.assignments import MOST_STARTS
from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.predicates import is_name, predicate_start
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.duty import Capacity
from build_tools.model.span import Span

_BY = re.compile(r"(?:(?P<by>,?\s+do|\s+được(?=\s+(?:quỹ|ngân sách|nhà nước)\b))|phải được)\s+", re.IGNORECASE)
_MATTER = re.compile(r"\b(?:Việc|thì việc|(?<!vụ )(?<!sự )(?<!công )việc|Công tác|Hoạt động|Kinh phí|Mức|Chi phí)\s")


def read_passive(view: View, clause: Span) -> Reading | None:
    """`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`: the one who is to act stands behind the matter."""
    task = begins_with_verb(view.words(clause))  # then `do A ban hành` tells of a thing that the task names
    for match in islice(_BY.finditer(view.text, clause.start, clause.end), MOST_STARTS):
        if match["by"] and (task or _MATTER.search(view.text, clause.start, match.start()) is None):
            continue
        if not begins_with_bearer(view, match.end(), clause.end) or view.mentions.covering(match.start()) is not None:
            continue
        stop = predicate_start(view, after_head(view, match.end(), clause.end), clause.end)
        actors = read_bearers(view, Span(match.end(), stop), Capacity.PERFORM) if stop is not None else ()
        if actors and stop is not None and is_name(view, match.end(), stop):
            return reading_of(view, actors, Span(stop, clause.end), strong=True)
    return None
