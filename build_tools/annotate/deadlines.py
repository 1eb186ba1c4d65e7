"""Time limits: what must be done by when, and the rule by which it was read.

The rules stand in one ordered table, `RULES`; each has the id of its row in `data/deadline_phrases.csv`. Where two
overlap the earlier rule of the table wins. A date alone is never a limit: the words before it make it one. So the date
of a cited document gives none, and neither does a period inside the name of a document.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from build_tools.grammar.dates import find_dates, parse_date
from build_tools.model.document import Outline, UnitKind
from build_tools.model.duty import Deadline, DeadlineKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_OUTSIDE = frozenset(
    {UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.PREAMBLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE, UnitKind.FOOTNOTE}
)
_D = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_DAY = rf"(?:ngày\s+)?(?P<date>{_D})"
_DM = r"(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4})"
_EVERY_YEAR = r"(?:hằng|hàng|mỗi)\s+năm"
_RHYTHM = r"(?:hằng|hàng|mỗi)"
_NUMBER = r"(?P<count>\d{1,3})(?:\s*\([^()\n]{2,20}\))?"
_LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?(?:\s+hết)?"
_LABEL = (
    r"(?:thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo))*"
    r"|tiến\s+độ(?:\s+\w+\s+\w+)?|hoàn\s+thành|lộ\s+trình(?:\s+thực\s+hiện)?)\s*:\s*"
)
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_NAME_BEFORE = re.compile(
    r"\b(?:Nghị quyết|Kế hoạch|Chương trình|Đề án|Chiến lược|Quyết định|Chỉ thị|Kết luận|Nghị định|Thông tư|Quy định|"
    r"Quy hoạch|Hướng dẫn|Công văn|Quy chế|Dự án|Luật|Phong trào|Tiểu dự án|Hội đồng nhân dân|Quốc hội|bầu cử|"
    r"chương trình mục tiêu|kế hoạch)\b"
)
_CLAUSE_END = re.compile(r"[.;:]\s|\n")
_EFFECT = re.compile(
    r"(?:hiệu lực(?: thi hành)?(?:\s+kể)?|hết hiệu lực|áp dụng(?: kể)?|thi hành(?: kể)?|ban hành|ký kết|nộp hồ sơ)\s*,?\s*$"
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


class Rule(NamedTuple):
    """A form of time limit. `read` gives None for a match that is no limit (31/02, a month 13)."""

    id: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], _Found | None]
    named: bool = False  # may sit inside the name of a document, where it is no limit


def find_deadlines(clean: CleanText, outline: Outline) -> tuple[Deadline, ...]:
    """The time limits of a document in order, with ids `han-1`, `han-2`, …; units are not assigned here."""
    outside = sorted(unit.span for unit in outline.units if unit.kind in _OUTSIDE or unit.quoted)
    starts = [span.start for span in outside]
    taken: list[tuple[Span, str, _Found]] = []
    claimed = _Claims()
    for rule, match, found in _matches(clean.text):
        span = Span(*match.span())
        index = bisect_right(starts, span.start) - 1
        if (index >= 0 and span.start < outside[index].end) or claimed.overlaps(span):
            continue
        claimed.add(span)
        taken.append((span, rule.id, found))
    taken.sort(key=lambda item: item[0])
    return tuple(_deadline(number, *item) for number, item in enumerate(taken, start=1))


def read_phrase(text: str) -> tuple[str, Deadline] | None:
    """The first time limit in a phrase, and its rule: how the table of phrases is tested; None without one."""
    for rule, match, found in _matches(text):
        return rule.id, _deadline(1, Span(*match.span()), rule.id, found)
    return None


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str], _Found]]:
    for rule in RULES:
        for match in rule.pattern.finditer(text):
            found = rule.read(match)
            if found is not None and not _is_something_else(text, match.start(), rule):
                yield rule, match, found


def _is_something_else(text: str, start: int, rule: Rule) -> bool:
    """Whether the words before a match make it the day of an effect, of the past, or a part of a document's name."""
    clause = _CLAUSE_END.split(text[max(0, start - _LOOK_BACK) : start])[-1]
    if _EFFECT.search(clause) or _PAST.search(clause):
        return True
    return rule.named and _NAME_BEFORE.search(clause) is not None


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
    return lambda _match: _Found(kind, recurrence=recurrence)


def _safe_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> dt.date | None:
    return dt.date(year, month, calendar.monthrange(year, month)[1]) if 1 <= month <= 12 else None


def _rule(
    id_: str, pattern: str, read: Callable[[re.Match[str]], _Found | None], *, named: bool = False, flags: int = re.I
) -> Rule:
    return Rule(id_, re.compile(rf"\b{pattern}", flags), read, named)


_STANDING, _YEARLY, _WITHIN, _REQUEST = (
    DeadlineKind.STANDING, DeadlineKind.YEARLY, DeadlineKind.WITHIN, DeadlineKind.ON_REQUEST
)  # fmt: skip
_TO = r"\s*,?\s*(?:đến(?:\s+(?:hết|trước))?|-|–)\s*"
_CLOCK = r"(?:\d{1,2}\s*(?:giờ|h)\s*\d{0,2}(?:\s*phút)?\s*,?\s*)?"
_NOT_MORE = r"(?![\d/])"

RULES: tuple[Rule, ...] = (
    _rule("yearly-before-day", rf"(?:định kỳ\s+)?trước\s+(?:ngày\s+)?{_DM}\s*,?\s*{_EVERY_YEAR}", lambda m: _yearly_day(m, exclusive=True)),
    _rule("yearly-by-day", rf"(?:{_LATEST}\s+|(?:vào|đến|xong)\s+)?(?:vào\s+)?ngày\s+{_DM}\s*,?\s*{_EVERY_YEAR}", lambda m: _yearly_day(m, exclusive=False)),
    _rule("yearly-before-day-after", rf"{_EVERY_YEAR}\s*,?\s*trước\s+ngày\s+{_DM}(?!\s*(?:/\d|năm))(?!\d)", lambda m: _yearly_day(m, exclusive=True)),
    _rule("monthly-before-day", rf"(?:định kỳ\s+)?(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s*,?\s*(?:của\s+)?{_RHYTHM}\s+tháng", _monthly_day),
    _rule("date-range", rf"(?:kể\s+)?từ\s+{_CLOCK}(?:ngày\s+)?(?:{_D}|\d{{1,2}}/\d{{1,2}}){_TO}{_CLOCK}(?:ngày\s+)?{_D}", _range),
    _rule("month-range", rf"từ\s+tháng\s+(?P<first>\d{{1,2}})(?:(?:/|\s+năm\s+)(?P<begin>\d{{4}}))?{_TO}(?:tháng\s+)?(?P<last>\d{{1,2}})(?:/|\s+năm\s+)(?P<year>\d{{4}})", _month_range),
    _rule("within-days-of", rf"(?:trong\s+)?(?:thời\s+hạn|vòng)\s+{_NUMBER}\s+ngày(?P<working>\s+làm\s+việc)?,?\s+(?:kể\s+)?từ\s+{_DAY}", _days_from),
    _rule("within-days", rf"(?:trong\s+)?(?:thời\s+hạn|vòng|thời\s+gian)\s+(?:chậm\s+nhất\s+|không\s+quá\s+|tối\s+đa\s+)?(?:là\s+)?{_NUMBER}\s+(?:ngày|tháng|giờ|tuần|năm)(?:\s+làm\s+việc)?(?:,?\s+(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)\b[^,;.\n]{{0,60}})?", _plain(_WITHIN)),
    _rule("before-date", rf"trước\s+{_CLOCK}{_DAY}", _before),
    _rule("not-later-than", rf"{_LATEST}\s+{_CLOCK}{_DAY}", _date),
    _rule("days-before", rf"{_LATEST}\s+(?:sau\s+)?{_NUMBER}\s+(?:ngày|giờ|tháng)(?:\s+làm\s+việc)?(?:\s+(?:trước|sau|kể\s+từ)\b[^,;.\n]{{0,60}})?", _plain(_WITHIN)),
    _rule("by-date", rf"(?:đến\s+hết|đến|hết|xong\s+trước|xong)\s+{_CLOCK}ngày\s+(?P<date>{_D})", _date),
    _rule("on-date", rf"{_LABEL}(?:vào\s+)?{_CLOCK}{_DAY}", _date),
    _rule("date-from", rf"(?:(?<=\n)|(?<=\n[-+*]\s)|(?<=\n[-+*])|^)(?:{_LABEL})?từ\s+ngày\s+(?P<date>{_D})", _from),
    _rule("before-month", rf"trước\s+tháng\s+{_MONTH}{_NOT_MORE}", _before_month),
    _rule("month-figures", rf"(?:trong|xong|hết|cuối|vào|đầu|giữa)\s+tháng\s+(?P<month>\d{{1,2}})\s*/\s*(?P<year>\d{{4}}){_NOT_MORE}", _month),
    _rule("month", rf"(?:(?:trong|xong|hết|cuối|vào|đầu|giữa)\s+tháng|hoàn\s+thành\s+tháng|{_LABEL}tháng)\s+{_MONTH}{_NOT_MORE}", _month),
    _rule("quarter", rf"(?:(?:trong|xong|hết|cuối|vào|trước|đầu)\s+)?quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])\s*(?:/|,?\s*năm\s+)\s*(?P<year>\d{{4}}){_NOT_MORE}", _quarter),
    _rule("half-year", r"(?:trong\s+)?0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+(?P<year>\d{4})", _half_year),
    _rule("year-end", r"(?:đến\s+|trước\s+)?(?:cuối|hết)\s+năm\s+(?P<year>\d{4})(?!\s*[-–])", _year, named=True),
    _rule("within-year", r"(?:trong|hoàn\s+thành|xong)\s+năm\s+(?P<year>\d{4})(?!\s*[-–]\s*\d)", _year),
    _rule("label-year", rf"{_LABEL}năm\s+(?P<year>\d{{4}})(?!\s*[-–]\s*\d)", _year),
    _rule("period", r"giai\s+đoạn\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})", _years, named=True),
    _rule("term", r"trong\s+nhiệm\s+kỳ\s+(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})", _years, named=True),
    _rule("horizon-year", r"đến\s+năm\s+(?P<year>\d{4})(?!\s*[-–]\s*\d)", _horizon, named=True),
    _rule("right-after", r"ngay\s+sau\s+khi\b[^,;.\n]{1,60}", _plain(_WITHIN)),
    _rule("standing-yearly", rf"thường\s+xuyên\s*,?\s*(?:và\s+)?{_EVERY_YEAR}", _plain(_STANDING, "P1Y")),
    _rule("standing", rf"(?:(?:thực\s+hiện|duy\s+trì|triển\s+khai|tiến\s+hành|tổ\s+chức)\s+thường\s+xuyên|{_LABEL}(?:thực\s+hiện\s+)?thường\s+xuyên|\((?:thực\s+hiện\s+)?thường\s+xuyên\)|(?<=\t)thường\s+xuyên(?=[\t\n]|$))", _plain(_STANDING)),
    _rule("half-yearly-and-yearly", rf"(?:định\s+kỳ\s+)?(?:0?6\s+tháng|sáu\s+tháng)\s*(?:,|và|-)\s*(?:(?:hằng|hàng|một|01|1)\s+)?năm\b(?!\s*\d)", _plain(_YEARLY, "P6M")),
    _rule("half-yearly", r"định\s+kỳ\s+(?:mỗi\s+|\(?0?)?6\s+tháng", _plain(_YEARLY, "P6M")),
    _rule("quarterly", rf"(?:định\s+kỳ\s+)?(?:{_RHYTHM}\s+quý\b|theo\s+quý\b)", _plain(_YEARLY, "P3M")),
    _rule("monthly", rf"định\s+kỳ\s+(?:vào\s+)?{_RHYTHM}\s+tháng\b", _plain(_YEARLY, "P1M")),
    _rule("weekly", rf"định\s+kỳ\s+{_RHYTHM}\s+tuần\b", _plain(_YEARLY, "P1W")),
    _rule("yearly", rf"(?:định\s+kỳ\s+{_EVERY_YEAR}|{_EVERY_YEAR}\s*,(?=\s)|(?<=\n){_EVERY_YEAR}\b|{_LABEL}{_EVERY_YEAR})", _plain(_YEARLY, "P1Y")),
    _rule("on-request", r"(?:đột\s+xuất\s+)?khi\s+(?:có|được)\s+yêu\s+cầu", _plain(_REQUEST)),
    _rule("extraordinary", r"(?:hoặc|và|,)\s+(?:báo\s+cáo\s+)?đột\s+xuất\b", _plain(_REQUEST)),
)  # fmt: skip
"""The forms of time limits, most telling first."""
