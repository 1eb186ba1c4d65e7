"""Passives: a matter first, then who is to act (`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`)."""

from __future__ import annotations

import re
from itertools import islice

from build_tools.annotate.duties.assignments import CIRCUMSTANTIAL, MOST_STARTS
from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.offices import names_office
from build_tools.annotate.duties.predicates import STRONG, follows_name, is_name, predicate_start
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import begins_with_verb
from build_tools.model.duty import Capacity, Modality
from build_tools.model.span import Span

_BY = re.compile(r"(?:(?P<by>,?\s+do|\s+được(?=\s+(?:quỹ|ngân sách|nhà nước)\b))|phải được)\s+", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(?:Việc|thì việc|(?<!vụ )(?<!sự )(?<!công )(?<!làm )việc|Công tác|Hoạt động|Kinh phí|Mức|Chi phí)\s"
)
_THING = re.compile(r"[A-ZĐÀ-Ỹ][^.;:]{3,240}\Z")
_TOLD = re.compile(r"\s(?:là|thì|phải|được|bị|gồm|bao gồm|có|không|như sau|trừ khi|thực hiện|để)\s")
"""What is said of a thing otherwise: words of a relative clause apart, `do A ban hành` is then no predicate."""


_DONE = re.compile(r"\s(?:(?:sẽ|phải)\s+)?được\s+(?:các\s+)?")
_RELATED = re.compile(r"\s(?:căn cứ|theo|bằng|với|trong đó|tại)\s")
_VAGUE = "nguoi_co_tham_quyen"  # whoever it may be: mostly told of a thing (`đề án được cấp có thẩm quyền phê duyệt`)
_BETWEEN = re.compile(
    r"\s(?P<only>chỉ\s+)?(?:(?:sẽ|phải)\s+)?được\s+(?P<what>thống nhất|thỏa thuận|trao đổi|ký kết|ký|thực hiện|"
    r"tiến hành|lập|xác nhận|cung cấp)\s+(?P<how>giữa|bởi)\s+(?:các\s+)?"
)
_AND_IS = re.compile(r"\svà (?:chỉ |phải )?được\s")  # what is said of the thing besides
_AFTER_PARTIES = re.compile(r"\svà\s(?=được|phải)|\s(?:được|theo|phải|có|tại|để|trước|sau|trong|bằng|thông qua)\s|[.;]")
_TWO = 2
_RULES = re.compile(
    r"\s(quy định|phụ trách|đảm nhận|đảm nhiệm|chi trả|chịu)(?:\s+(?:cụ thể|riêng|chi tiết))?\s*[.;”\"]*\Z"
)
"""After a thing of which nothing else is said: that it is for somebody to lay down, or to take over."""


def read_passive(view: View, clause: Span) -> Reading | None:
    """`Việc … do A chủ trì`, `Kết luận phải được A phê duyệt`: the one who is to act stands behind the matter."""
    words = view.words(clause)
    if ("do " not in words and "được " not in words) or words[:5] == "Được ":
        return None  # nobody stands behind; or something is granted to the one above
    if words[:3] == "do ":
        return _read_given(view, Span(clause.start + 3, clause.end))
    task = begins_with_verb(words)  # then `do A ban hành` tells of a thing that the task names
    for match in islice(_BY.finditer(view.text, clause.start, clause.end), MOST_STARTS):
        matter = match["by"] is None or _MATTER.search(view.text, clause.start, match.start()) is not None
        thing = not task and match[0].strip(" ,").lower() == "do" and _is_thing(view, clause, match.start())
        if match["by"] and (task or not (matter or thing)):
            continue
        if not begins_with_bearer(view, match.end(), clause.end) or view.mentions.covering(match.start()) is not None:
            continue
        stop = predicate_start(view, after_head(view, match.end(), clause.end), clause.end)
        if stop is None and (thing or _is_bare(view, clause, match.start())):
            rules = _RULES.search(view.text, match.end(), clause.end)
            stop = rules.start(1) if rules is not None else None
        if stop is None or not is_name(view, match.end(), stop) or " thì " in view.text[stop : clause.end]:
            continue
        if " được " in view.text[match.end() : stop]:
            continue
        actors = read_bearers(view, Span(match.end(), stop), Capacity.PERFORM)
        if actors and (matter or _is_last_word(view, Span(stop, clause.end))):
            reading = reading_of(view, actors, Span(stop, clause.end), strong=matter)
            return reading._replace(strong=matter, passive=not matter)
    if task or " được " not in words:
        return None
    return _read_agent(view, clause) or _read_parties(view, clause)


def _read_given(view: View, rest: Span) -> Reading | None:
    """`do A phụ trách.`: what a title said before is for A to do."""
    if not begins_with_bearer(view, rest.start, rest.end):
        return None
    rules = _RULES.search(view.text, rest.start, rest.end)
    stop = rules.start(1) if rules is not None else predicate_start(view, rest.start, rest.end)
    actors = read_bearers(view, Span(rest.start, stop), Capacity.PERFORM) if stop is not None else ()
    return reading_of(view, actors, Span(stop, rest.end), strong=True) if actors and stop is not None else None


def _read_agent(view: View, clause: Span) -> Reading | None:
    """`Phương án được A phê duyệt.`: the one who does it stands between `được` and the verb."""
    for match in islice(_DONE.finditer(view.text, clause.start, clause.end), MOST_STARTS):
        name = view.mentions.covering(match.end())
        if name is None or name.span.start != match.end() or not names_office(name.role):
            continue
        if name.role == _VAGUE or _RELATED.search(view.text, clause.start, match.start()):
            return None
        stop = predicate_start(view, match.end(), clause.end)
        if stop is None or not follows_name(view, match.end(), stop) or not _is_thing(view, clause, match.start()):
            return None
        actors = read_bearers(view, Span(match.end(), stop), Capacity.PERFORM)
        if actors and _is_last_word(view, Span(stop, clause.end)):
            reading = reading_of(view, actors, Span(stop, clause.end), strong=False)
            return reading._replace(strong=False, passive=True)
        return None
    return None


def _read_parties(view: View, clause: Span) -> Reading | None:
    """`Thủ tục được thống nhất giữa A và B …`, `Dịch vụ chỉ được thực hiện bởi A …`: they stand behind the verb."""
    match = _BETWEEN.search(view.text, clause.start, clause.end)
    if match is None or not begins_with_bearer(view, match.end(), clause.end):
        return None
    if not view.words(clause).rstrip().endswith(".") or CIRCUMSTANTIAL.match(view.text, clause.start, clause.end):
        return None
    told = _AFTER_PARTIES.search(view.text, match.end(), clause.end)
    names = Span(match.end(), told.start() if told is not None else clause.end)
    actors = read_bearers(view, names, Capacity.PERFORM)
    if not actors or (match["how"] == "giữa" and len(actors) < _TWO):
        return None
    between = match["how"] == "giữa"
    reading = reading_of(view, actors, Span(match.start("what"), clause.end), strong=between)
    modality = Modality.POWER if match["only"] else Modality.DUTY
    return reading._replace(
        actors=reading.actors[: len(actors)], modality=modality, strong=between, passive=not between
    )


def _is_thing(view: View, clause: Span, end: int) -> bool:
    """Whether the words before `do` are only the name of a thing (`Danh sách người tham gia …`)."""
    words = view.text[clause.start : end]
    if _THING.match(words) is None or CIRCUMSTANTIAL.match(words) or begins_with_bearer(view, clause.start, end):
        return False
    return STRONG.search(words) is None and _TOLD.search(words) is None and not words.endswith(" khác")


def _is_bare(view: View, clause: Span, end: int) -> bool:
    """Whether nothing is said of the last matter before `do` but its name (`thì việc ưu đãi do A quy định`)."""
    matters = list(_MATTER.finditer(view.text, clause.start, end))
    words = view.text[matters[-1].end() : end] if matters else ""
    return bool(matters) and STRONG.search(words) is None and _TOLD.search(words) is None


def _is_last_word(view: View, predicate: Span) -> bool:
    """Whether nothing else is said of the thing behind the verb (`… do A lập theo hộ gia đình.`)."""
    words = view.words(predicate)
    last = words.rstrip().endswith(".")
    words = _AND_IS.split(words, maxsplit=1)[0]
    return last and STRONG.search(words) is None and _TOLD.search(words) is None
