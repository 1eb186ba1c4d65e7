"""Time limits: what must be done by when, and the rule by which it was read.

The forms stand in one ordered table, `deadline_rules.FORMS`; what each means, in `READERS` below. Where two matches
overlap the earlier form of the table wins. A date alone is never a limit: the words before it make it one. So the date
of a cited document gives none, and neither does a period inside the name of a document.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from build_tools.annotate.deadline_rules import FORMS, TELLTALE, Form
from build_tools.grammar.dates import find_dates, parse_date
from build_tools.model.document import Outline, UnitKind
from build_tools.model.duty import Deadline, DeadlineKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_OUTSIDE = frozenset(
    {UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.PREAMBLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE, UnitKind.FOOTNOTE}
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NAME_BEFORE = re.compile(
    r"\b(?:Nghị quyết|Kế hoạch|Chương trình|Đề án|Chiến lược|Quyết định|Chỉ thị|Kết luận|Nghị định|Thông tư|Quy định|"
    r"Quy hoạch|Hướng dẫn|Công văn|Quy chế|Dự án|Luật|Phong trào|Tiểu dự án|Hội đồng nhân dân|Quốc hội|bầu cử|"
    r"chương trình mục tiêu|kế hoạch)\b"
)
_LINE = re.compile(r"[^\n]+")
_CLAUSE_END = re.compile(r"[.;:]\s|\n")
_EFFECT = re.compile(
    r"(?:hiệu lực(?: thi hành)?(?:\s+kể)?|hết hiệu lực|áp dụng(?: kể)?|thi hành(?: kể)?|ban hành|ký kết|"
    r"nộp hồ sơ)\s*,?\s*$"
)
_PAST = re.compile(r"\b(?:đã|trở về)\b[^.;\n]{0,80}$")
_LOOK_BACK = 300


class _Found(NamedTuple):
    """What a rule made of a match, before it has an id."""

    kind: DeadlineKind
    date: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    exclusive: bool = False
    recurrence: str | None = None


def find_deadlines(clean: CleanText, outline: Outline) -> tuple[Deadline, ...]:
    """The time limits of a document in order, with ids `han-1`, `han-2`, …; units are not assigned here."""
    outside = sorted(unit.span for unit in outline.units if unit.kind in _OUTSIDE or unit.quoted)
    starts = [span.start for span in outside]
    taken: list[tuple[Span, str, _Found]] = []
    claimed = _Claims()
    for form, match, found in _matches(clean.text):
        span = Span(*match.span())
        index = bisect_right(starts, span.start) - 1
        if (index >= 0 and span.start < outside[index].end) or claimed.overlaps(span):
            continue
        claimed.add(span)
        taken.append((span, form.id, found))
    taken.sort(key=lambda item: item[0])
    return tuple(_deadline(number, *item) for number, item in enumerate(taken, start=1))


def read_phrase(text: str) -> tuple[str, Deadline] | None:
    """The first time limit in a phrase, and its rule: how the table of phrases is tested; None without one."""
    for form, match, found in _matches(text):
        return form.id, _deadline(1, Span(*match.span()), form.id, found)
    return None


def _matches(text: str) -> Iterator[tuple[Form, re.Match[str], _Found]]:
    """Every match of every form, form by form; only lines that hold a telling word are searched."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text) if TELLTALE.search(match[0])]
    for form in FORMS:
        read = READERS[form.id]
        for start, end in lines:
            for match in form.pattern.finditer(text, start, end):
                found = read(match)
                if found is not None and not _is_something_else(text, match.start(), form):
                    yield form, match, found


def _is_something_else(text: str, start: int, form: Form) -> bool:
    """Whether the words before a match make it the day of an effect, of the past, or a part of a document's name."""
    clause = _CLAUSE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    if _EFFECT.search(clause) or _PAST.search(clause):
        return True
    return form.named and _NAME_BEFORE.search(clause) is not None


class _Claims:
    """The spans that earlier rules took; they never overlap each other."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def overlaps(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start)
        return (index > 0 and self._ends[index - 1] > span.start) or (
            index < len(self._starts) and self._starts[index] < span.end
        )

    def add(self, span: Span) -> None:
        index = bisect_right(self._starts, span.start)
        self._starts.insert(index, span.start)
        self._ends.insert(index, span.end)


def _deadline(number: int, span: Span, rule: str, found: _Found) -> Deadline:
    return Deadline(
        id=f"han-{number}",
        span=span,
        kind=found.kind,
        rule=rule,
        date=found.date,
        from_=found.start,
        to=found.end,
        exclusive=found.exclusive,
        recurrence=found.recurrence,
    )


def _date(match: re.Match[str], *, exclusive: bool = False) -> _Found | None:
    day = parse_date(match["date"])
    return _Found(DeadlineKind.DATE, day, exclusive=exclusive) if day else None


def _before(match: re.Match[str]) -> _Found | None:
    return _date(match, exclusive=True)


def _range(match: re.Match[str]) -> _Found | None:
    days = [day for _span, day in find_dates(match[0])]
    if len(days) == 1 and (short := re.search(r"(\d{1,2})/(\d{1,2})\s*(?:đến|-|–)", match[0])):
        first = _safe_date(days[0].year, int(short[2]), int(short[1]))
        days = [first, *days] if first else days
    if len(days) != 2 or days[0] > days[1]:
        return None
    return _Found(DeadlineKind.PERIOD, start=days[0], end=days[1])


def _month_range(match: re.Match[str]) -> _Found | None:
    first, last, year = int(match["first"]), int(match["last"]), int(match["year"])
    begin = int(match["begin"] or year)
    start, end = _safe_date(begin, first, 1), _month_end(year, last)
    return _Found(DeadlineKind.PERIOD, start=start, end=end) if start and end and start < end else None


def _from(match: re.Match[str]) -> _Found | None:
    day = parse_date(match["date"])
    return _Found(DeadlineKind.PERIOD, start=day) if day else None


def _yearly_before(match: re.Match[str]) -> _Found | None:
    return _yearly_day(match, exclusive=True)


def _yearly_by(match: re.Match[str]) -> _Found | None:
    return _yearly_day(match, exclusive=False)


def _yearly_day(match: re.Match[str], *, exclusive: bool) -> _Found | None:
    if _safe_date(2024, int(match["month"]), int(match["day"])) is None:
        return None
    recurrence = f"--{int(match['month']):02}-{int(match['day']):02}"
    return _Found(DeadlineKind.YEARLY, exclusive=exclusive, recurrence=recurrence)


def _monthly_day(match: re.Match[str]) -> _Found | None:
    day = int(match["day"])
    return _Found(DeadlineKind.YEARLY, exclusive=True, recurrence=f"---{day:02}") if 1 <= day <= 31 else None


def _within(start: dt.date | None, end: dt.date | None) -> _Found | None:
    return _Found(DeadlineKind.WITHIN, end, start, end) if end else None


def _month(match: re.Match[str]) -> _Found | None:
    year, month = int(match["year"]), int(match["month"])
    return _within(_safe_date(year, month, 1), _month_end(year, month))


def _before_month(match: re.Match[str]) -> _Found | None:
    day = _safe_date(int(match["year"]), int(match["month"]), 1)
    return _Found(DeadlineKind.DATE, day, exclusive=True) if day else None


def _quarter(match: re.Match[str]) -> _Found | None:
    year, last = int(match["year"]), _QUARTERS[match["quarter"].upper()] * 3
    return _within(_safe_date(year, last - 2, 1), _month_end(year, last))


def _several_months(match: re.Match[str]) -> _Found | None:
    first, last, year = match["first"].upper(), match["last"].upper(), int(match["year"])
    if match["unit"].lower() == "quý":
        first, last = str(_QUARTERS.get(first, 0) * 3 - 2), str(_QUARTERS.get(last, 0) * 3)
    if not (first.isdigit() and last.isdigit() and 0 < int(first) < int(last) <= 12):
        return None
    return _within(_safe_date(year, int(first), 1), _month_end(year, int(last)))


def _half_year(match: re.Match[str]) -> _Found | None:
    year, last = int(match["year"]), 6 if match["half"] == "đầu" else 12
    return _within(_safe_date(year, last - 5, 1), _month_end(year, last))


def _year(match: re.Match[str]) -> _Found | None:
    year = int(match["year"])
    return _within(dt.date(year, 1, 1), dt.date(year, 12, 31))


def _horizon(match: re.Match[str]) -> _Found | None:
    return _within(None, dt.date(int(match["year"]), 12, 31))


def _years(match: re.Match[str]) -> _Found | None:
    first, last = int(match["first"]), int(match["last"])
    if first >= last:
        return None
    return _Found(DeadlineKind.PERIOD, start=dt.date(first, 1, 1), end=dt.date(last, 12, 31))


def _days_from(match: re.Match[str]) -> _Found | None:
    day = parse_date(match["date"])
    if day is None or match["working"]:
        return _Found(DeadlineKind.WITHIN)
    return _within(None, day + dt.timedelta(days=int(match["count"])))


def _plain(kind: DeadlineKind, recurrence: str | None = None) -> Callable[[re.Match[str]], _Found | None]:
    """A reader for a form without a day of its own."""
    return lambda _match: _Found(kind, recurrence=recurrence)


def _safe_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> dt.date | None:
    return dt.date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


_STANDING, _YEARLY, _WITHIN, _REQUEST = (
    DeadlineKind.STANDING,
    DeadlineKind.YEARLY,
    DeadlineKind.WITHIN,
    DeadlineKind.ON_REQUEST,
)
_Reader = Callable[[re.Match[str]], _Found | None]
READERS: dict[str, _Reader] = {
    "yearly-before-day": _yearly_before,
    "yearly-by-day": _yearly_by,
    "yearly-before-day-after": _yearly_before,
    "monthly-before-day": _monthly_day,
    "date-range": _range,
    "month-range": _month_range,
    "within-days-of": _days_from,
    "within-days": _plain(_WITHIN),
    "before-date": _before,
    "not-later-than": _date,
    "days-before": _plain(_WITHIN),
    "by-date": _date,
    "on-date": _date,
    "date-from": _from,
    "before-month": _before_month,
    "several-months": _several_months,
    "month-figures": _month,
    "month": _month,
    "quarter": _quarter,
    "half-year": _half_year,
    "year-end": _year,
    "within-year": _year,
    "label-year": _year,
    "period": _years,
    "term": _years,
    "horizon-year": _horizon,
    "right-after": _plain(_WITHIN),
    "standing-yearly": _plain(_STANDING, "P1Y"),
    "standing": _plain(_STANDING),
    "half-yearly-and-yearly": _plain(_YEARLY, "P6M"),
    "half-yearly": _plain(_YEARLY, "P6M"),
    "quarterly": _plain(_YEARLY, "P3M"),
    "monthly": _plain(_YEARLY, "P1M"),
    "weekly": _plain(_YEARLY, "P1W"),
    "yearly": _plain(_YEARLY, "P1Y"),
    "on-request": _plain(_REQUEST),
    "extraordinary": _plain(_REQUEST),
}
"""What each form means; a reader gives None for a match that is no limit (31/02, a month 13)."""
