"""The forms of time limits, most telling first; each has the id of its row in `data/deadline_phrases.csv`."""

from __future__ import annotations

import re
from typing import NamedTuple

_D = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_DAY = rf"(?:ngày\s+)?(?P<date>{_D})"
_DAY_MONTH = r"(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
_MONTH = r"(?P<month>\d{1,2})(?:\s*/\s*|\s+năm\s+)(?P<year>\d{4})(?![\d/])"
_YEAR = r"(?P<year>\d{4})(?!\s*[-–]\s*\d)"
_YEARS = r"(?P<first>\d{4})\s*[-–]\s*(?P<last>\d{4})"
_PART = r"(?:IV|I{1,3}|\d{1,2})"
_EVERY = r"(?:hằng|hàng|mỗi)"
_EVERY_YEAR = rf"{_EVERY}\s+năm"
_COUNT = r"(?P<count>\d{1,3})(?:\s*\([^()\n]{2,20}\))?"
_LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:vào|đến|trong))?(?:\s+hết)?"
_LABEL = (  # the label of a line, or the beginning of a table's cell
    r"(?:(?:thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo))*"
    r"|tiến\s+độ(?:\s+\w+\s+\w+)?|hoàn\s+thành|lộ\s+trình(?:\s+thực\s+hiện)?)\s*:\s*|(?<=\t))"
)
_TO = r"\s*,?\s*(?:đến(?:\s+(?:hết|trước))?|-|–)\s*"
_CLOCK = r"(?:\d{1,2}\s*(?:giờ|h)\s*\d{0,2}(?:\s*phút)?\s*,?\s*)?"
_WHEN = r"(?:trong|xong|hết|cuối|vào|đầu|giữa)"
_REST = r"\b[^,;.\n]{0,60}"
_BEGINS = r"(?:(?<=\n)|(?<=\n[-+*]\s)|(?<=\n[-+*])|^)"
_STEADY = r"(?:thực\s+hiện|duy\s+trì|triển\s+khai|tiến\s+hành|tổ\s+chức)\s+thường\s+xuyên"


class Form(NamedTuple):
    """A form of time limit; `named` where it may sit inside the name of a document, in which it is no limit."""

    id: str
    pattern: re.Pattern[str]
    named: bool = False


def _form(id_: str, *alternatives: str, named: bool = False) -> Form:
    return Form(id_, re.compile(rf"\b(?:{'|'.join(alternatives)})", re.IGNORECASE), named)


FORMS: tuple[Form, ...] = (
    _form("yearly-before-day", rf"(?:định kỳ\s+)?trước\s+(?:ngày\s+)?{_DAY_MONTH}\s*,?\s*{_EVERY_YEAR}"),
    _form(
        "yearly-by-day",
        rf"(?:{_LATEST}\s+|(?:vào|đến|xong)\s+)?(?:vào\s+)?ngày\s+{_DAY_MONTH}\s*,?\s*{_EVERY_YEAR}",
    ),
    _form(
        "yearly-before-day-after",
        rf"{_EVERY_YEAR}\s*,?\s*trước\s+ngày\s+{_DAY_MONTH}(?!\s*(?:/\d|năm))(?!\d)",
    ),
    _form(
        "monthly-before-day",
        rf"(?:định kỳ\s+)?(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s*,?\s*(?:của\s+)?{_EVERY}\s+tháng",
    ),
    _form(
        "date-range", rf"(?:kể\s+)?từ\s+{_CLOCK}(?:ngày\s+)?(?:{_D}|\d{{1,2}}/\d{{1,2}}){_TO}{_CLOCK}(?:ngày\s+)?{_D}"
    ),
    _form(
        "month-range",
        rf"từ\s+tháng\s+(?P<first>\d{{1,2}})(?:(?:/|\s+năm\s+)(?P<begin>\d{{4}}))?{_TO}"
        r"(?:tháng\s+)?(?P<last>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})",
    ),
    _form(
        "within-days-of",
        rf"(?:trong\s+)?(?:thời\s+hạn|vòng)\s+{_COUNT}\s+ngày(?P<working>\s+làm\s+việc)?,?\s+(?:kể\s+)?từ\s+{_DAY}",
    ),
    _form(
        "within-days",
        r"(?:trong\s+)?(?:thời\s+hạn|vòng|thời\s+gian)\s+(?:chậm\s+nhất\s+|không\s+quá\s+|tối\s+đa\s+)?(?:là\s+)?"
        rf"{_COUNT}\s+(?:ngày|tháng|giờ|tuần|năm)(?:\s+làm\s+việc)?"
        rf"(?:,?\s+(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm){_REST})?",
    ),
    _form("before-date", rf"trước\s+{_CLOCK}{_DAY}"),
    _form("not-later-than", rf"{_LATEST}\s+{_CLOCK}{_DAY}"),
    _form(
        "days-before",
        rf"{_LATEST}\s+(?:sau\s+)?{_COUNT}\s+(?:ngày|giờ|tháng)(?:\s+làm\s+việc)?(?:\s+(?:trước|sau|kể\s+từ){_REST})?",
    ),
    _form(
        "by-date",
        rf"(?:đến\s+hết|hết|xong\s+trước|xong|(?:hoàn\s+thành|thực\s+hiện|kéo\s+dài|duy\s+trì)\s+đến)\s+"
        rf"{_CLOCK}ngày\s+(?P<date>{_D})",
    ),
    _form("on-date", rf"{_LABEL}(?:vào\s+)?{_CLOCK}{_DAY}"),
    _form("date-from", rf"{_BEGINS}(?:{_LABEL})?từ\s+ngày\s+(?P<date>{_D})"),
    _form(
        "several-months",
        rf"(?:{_LABEL}|{_WHEN}\s+)(?P<unit>quý|tháng)\s+(?P<first>{_PART})(?:\s*,\s*(?:(?:quý|tháng)\s+)?{_PART}){{0,4}}"
        rf"(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)(?:(?:quý|tháng)\s+)?(?P<last>{_PART})(?:/|,?\s*năm\s+)(?P<year>\d{{4}})(?![\d/])",
    ),
    _form("before-month", rf"trước\s+tháng\s+{_MONTH}"),
    _form("month-figures", rf"{_WHEN}\s+tháng\s+(?P<month>\d{{1,2}})\s*/\s*(?P<year>\d{{4}})(?![\d/])"),
    _form("month", rf"(?:{_WHEN}\s+tháng|hoàn\s+thành\s+tháng|{_LABEL}tháng)\s+{_MONTH}"),
    _form(
        "quarter",
        rf"(?:(?:{_WHEN}|trước)\s+)?quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])\s*(?:/|,?\s*năm\s+)\s*(?P<year>\d{{4}})(?![\d/])",
    ),
    _form("half-year", r"(?:trong\s+)?0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+(?P<year>\d{4})"),
    _form("year-end", rf"(?:đến\s+|trước\s+)?(?:cuối|hết)\s+năm\s+{_YEAR}", named=True),
    _form("within-year", rf"(?:trong|hoàn\s+thành|xong)\s+năm\s+{_YEAR}"),
    _form("label-year", rf"{_LABEL}(?:cả\s+|trong\s+cả\s+)?năm\s+{_YEAR}"),
    _form("period", rf"giai\s+đoạn\s+{_YEARS}", named=True),
    _form("term", rf"trong\s+nhiệm\s+kỳ\s+{_YEARS}", named=True),
    _form("horizon-year", rf"đến\s+năm\s+{_YEAR}", named=True),
    _form("right-after", r"ngay\s+sau\s+khi\b[^,;.\n]{1,60}"),
    _form("standing-yearly", rf"thường\s+xuyên\s*,?\s*(?:và\s+)?{_EVERY_YEAR}"),
    _form(
        "standing",
        _STEADY,
        rf"{_LABEL}(?:thực\s+hiện\s+)?thường\s+xuyên",
        r"(?<=\()(?:thực\s+hiện\s+)?thường\s+xuyên(?=\))",
        r"(?<=\t)thường\s+xuyên(?=[\t\n]|$)",
    ),
    _form(
        "half-yearly-and-yearly",
        rf"(?:định\s+kỳ\s+)?(?:0?6|sáu)\s+tháng\s*(?:,|và|-)\s*(?:(?:{_EVERY}|một|01|1)\s+)?năm\b(?!\s*\d)",
    ),
    _form("half-yearly", r"định\s+kỳ\s+(?:mỗi\s+|\(?0?)?6\s+tháng"),
    _form("quarterly", rf"(?:định\s+kỳ\s+)?(?:{_EVERY}\s+quý|theo\s+quý)\b"),
    _form("monthly", rf"định\s+kỳ\s+(?:vào\s+)?{_EVERY}\s+tháng\b"),
    _form("weekly", rf"định\s+kỳ\s+{_EVERY}\s+tuần\b"),
    _form(
        "yearly",
        rf"định\s+kỳ\s+{_EVERY_YEAR}",
        rf"{_EVERY_YEAR}\s*,(?=\s)",
        rf"(?<=\n){_EVERY_YEAR}\b",
        rf"{_LABEL}{_EVERY_YEAR}",
    ),
    _form("on-request", r"(?:đột\s+xuất\s+)?khi\s+(?:có|được)\s+yêu\s+cầu"),
    _form("extraordinary", r"(?:hoặc|và)\s+(?:báo\s+cáo\s+)?đột\s+xuất\b"),
)
# Every form holds one of these words; passages without any are not searched.
TELLTALE = re.compile(
    r"trước|ngày|tháng|quý|năm|nhiệm\s+kỳ|giai\s+đoạn|thường\s+xuyên|yêu\s+cầu|đột\s+xuất|tuần|ngay\s+sau|thời\s+hạn|chậm\s+nhất",
    re.IGNORECASE,
)
