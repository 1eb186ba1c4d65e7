"""Passives: a matter first, then who is to act (`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`)."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.assignments import CIRCUMSTANTIAL, MOST_STARTS
from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.predicates import STRONG, is_name, predicate_start
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.duty import Capacity
from build_tools.model.span import Span

_BY = re.compile(r"(?:(?P<by>,?\s+do|\s+được(?=\s+(?:quỹ|ngân sách|nhà nước)\b))|phải được)\s+", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:Việc|thì việc|(?<!vụ )(?<!sự )(?<!công )(?<!làm )việc|Công tác|Hoạt động|Kinh phí|Mức|Chi phí)\s"
)
_THING = re.compile(r"[A-ZĐÀ-Ỹ][^.;:]{3,240}\Z")
_TOLD = re.compile(r"\s(?:là|thì|phải|được|bị|gồm|bao gồm|có|không|như sau|trừ khi|thực hiện|để)\s")
"""What is said of a thing otherwise: words of a relative clause apart, `do A ban hành` is then no predicate."""


_RULES = re.compile(r"\s(quy định)\s*[.;”\"]*\Z")
"""After a thing of which nothing else is said: that it is for somebody to lay down."""


def read_passive(view: View, clause: Span) -> Reading | None:
    """`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`: the one who is to act stands behind the matter."""
    task = begins_with_verb(view.words(clause))  # then `do A ban hành` tells of a thing that the task names
    for match in islice(_BY.finditer(view.text, clause.start, clause.end), MOST_STARTS):
        matter = match["by"] is None or _MATTER.search(view.text, clause.start, match.start()) is not None
        thing = not task and match[0].strip(" ,").lower() == "do" and _is_thing(view, clause, match.start())
        if match["by"] and (task or not (matter or thing)):
            continue
        if not begins_with_bearer(view, match.end(), clause.end) or view.mentions.covering(match.start()) is not None:
            continue
        stop = predicate_start(view, after_head(view, match.end(), clause.end), clause.end)
        if stop is None and thing and (rules := _RULES.search(view.text, match.end(), clause.end)) is not None:
            stop = rules.start(1)
        if stop is None or not is_name(view, match.end(), stop) or " thì " in view.text[stop : clause.end]:
            continue
        actors = read_bearers(view, Span(match.end(), stop), Capacity.PERFORM)
        if actors and (matter or _is_last_word(view, Span(stop, clause.end))):
            reading = reading_of(view, actors, Span(stop, clause.end), strong=matter)
            return reading._replace(strong=matter, passive=not matter)
    return None


def _is_thing(view: View, clause: Span, end: int) -> bool:
    """Whether the words before `do` are only the name of a thing (`Danh sách người tham gia …`)."""
    words = view.text[clause.start : end]
    if _THING.match(words) is None or CIRCUMSTANTIAL.match(words) or begins_with_bearer(view, clause.start, end):
        return False
    return STRONG.search(words) is None and _TOLD.search(words) is None and not words.endswith(" khác")


def _is_last_word(view: View, predicate: Span) -> bool:
    """Whether nothing else is said of the thing behind the verb (`… do A lập theo hộ gia đình.`)."""
    words = view.words(predicate)
    return words.rstrip().endswith(".") and STRONG.search(words) is None and _TOLD.search(words) is None
