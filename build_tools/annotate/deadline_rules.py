"""The forms of time limits, most telling first; each has the id of its row in `data/deadline_phrases.csv`."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_tools.annotate.deadline_words import (
    ACTS,
    ASKING,
    BEGINS,
    CLOCK,
    COUNT,
    DAY,
    DAY_MONTH,
    EVERY,
    EVERY_YEAR,
    FIRST_DAY,
    LABEL,
    LATEST,
    MONTH,
    NEXT,
    NO_YEAR,
    NOT_STEADY,
    OF_ANY_YEAR,
    OF_YEAR,
    OPENS,
    PART,
    QUARTER,
    REPORTS,
    REST,
    STEADY,
    TO,
    UNIT,
    WHEN,
    YEAR,
    YEARS,
    D,
)


class Form(NamedTuple):
    """A form of time limit; `named` where it may sit inside the name of a document, in which it is no limit."""

    id: str
    patterns: tuple[re.Pattern[str], ...]
    named: bool = False


def _form(id_: str, *alternatives: str, named: bool = False) -> Form:
    return Form(id_, tuple(re.compile(rf"\b(?:{each})", re.IGNORECASE) for each in alternatives), named)


FORMS: tuple[Form, ...] = (
    _form(
        "yearly-before-day",
        rf"(?:định kỳ\s+)?trước\s+(?:ngày\s+)?{DAY_MONTH}{OF_ANY_YEAR}",
    ),
    _form(
        "yearly-by-day",
        rf"(?:{LATEST}\s+|(?:vào|đến|xong)\s+)?(?:vào\s+)?ngày\s+{DAY_MONTH}{OF_ANY_YEAR}",
    ),
    _form(
        "yearly-first-days",
        rf"(?:trong\s+)?(?:(?:thời\s+hạn|vòng)\s+)?{COUNT}\s+ngày\s+đầu\s+(?:của\s+)?tháng\s+(?P<month>\d{{1,2}}){OF_ANY_YEAR}",
    ),
    _form(
        "yearly-months",
        rf"(?:(?P<before>trước\s+)|{LABEL}|{WHEN}\s+)?tháng\s+(?P<first>\d{{1,2}})(?P<others>(?:\s*(?:,|và)\s*(?:tháng\s+)?\d{{1,2}}){{0,4}}){OF_ANY_YEAR}",
    ),
    _form("yearly-quarter", rf"(?:(?P<before>trước\s+)|{LABEL}|{WHEN}\s+)?{QUARTER}{OF_ANY_YEAR}"),
    _form("yearly-before-day-after", rf"{EVERY_YEAR}\s*[,(]?\s*trước\s+ngày\s+{DAY_MONTH}{NO_YEAR}"),
    _form("yearly-by-day-after", rf"{EVERY_YEAR}\s*[,(]?\s*(?:{LATEST}|vào)\s+ngày\s+{DAY_MONTH}{NO_YEAR}"),
    _form(
        "monthly-before-day",
        rf"(?:định kỳ\s+)?(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s*,?\s*(?:của\s+)?{EVERY}\s+tháng",
        rf"(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?tháng\s+{NEXT}",
        rf"{EVERY}\s+tháng\s*[,(]?\s*(?:trước|{LATEST}|vào)\s+ngày\s+(?P<day>\d{{1,2}})(?!\d|\s*/|\s+tháng)",
    ),
    _form(
        "quarterly-day",
        rf"(?:(?:{LATEST}|trước|vào|định\s+kỳ(?:\s+vào)?)\s+|{LABEL})(?:ngày\s+)?(?:\d{{1,2}}\s+)?(?:của\s+)?"
        r"tháng\s+(?:đầu(?:\s+tiên)?|cuối(?:\s+cùng)?|thứ\s+\w+)\s+(?:của\s+)?"
        rf"(?:{EVERY}\s+)?quý\b(?:\s+{NEXT})?",
    ),
    _form(
        "date-range",
        rf"(?:(?:kể\s+)?từ|trong\s+các|{LABEL}(?:từ|các)?)\s*{CLOCK}(?:ngày\s+)?(?:(?P<date1>{D})|{FIRST_DAY})"
        rf"{TO}{CLOCK}{DAY}",
        rf"{LABEL}(?:\d{{1,2}}\s+ngày\s*\(\s*)?(?:ngày\s+)?(?P<date1>(?!))?{FIRST_DAY}(?:\s+và(?:\s+ngày)?\s+|{TO}){DAY}",
    ),
    _form(
        "date-range-no-year",
        rf"(?:từ|{LABEL}(?:từ)?)\s*{CLOCK}(?:ngày\s+){FIRST_DAY}{TO}{CLOCK}(?:ngày\s+)?{DAY_MONTH}{NO_YEAR}",
    ),
    _form(
        "month-range",
        rf"(?:từ|{LABEL})\s*tháng\s+(?P<first>\d{{1,2}})(?:(?:/|\s+năm\s+)(?P<begin>\d{{4}}))?{TO}"
        r"(?:tháng\s+)?(?P<last>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})",
    ),
    _form(
        "quarter-range",
        rf"(?:từ\s+|{LABEL}(?:từ\s+)?)quý\s+(?P<first>{PART}){OF_YEAR.replace('year', 'begin')}(?:{TO}|\s+và\s+)"
        rf"(?:quý\s+)?(?P<last>{PART}){OF_YEAR}",
    ),
    _form(
        "within-days-of",
        rf"(?:trong\s+)?(?:thời\s+hạn|vòng)\s+{COUNT}\s+ngày(?P<working>\s+làm\s+việc)?,?\s+(?:kể\s+)?từ\s+{DAY}",
    ),
    _form(
        "within-days",
        r"ngay\s+trong\s+(?:cùng\s+)?(?:(?:ngày|buổi)(?:\s+làm\s+việc)?|giờ\s+làm\s+việc)\b(?!\s+\d)",
        r"trong\s+(?:cùng\s+)?ngày\s+làm\s+việc\b(?!\s+(?:\d|bình))",
        r"(?:trong\s+)?(?:thời\s+hạn|vòng|thời\s+gian)\s+(?:chậm\s+nhất\s+|không\s+quá\s+|tối\s+đa\s+)?(?:là\s+)?"
        rf"{COUNT}\s+(?:ngày|tháng|giờ|tuần|năm)\b(?:\s+làm\s+việc)?(?!,?\s+(?:tính\s+đến|trước\s+đó|liên\s+tục))"
        rf"(?:,?\s+(?:(?:kể\s+)?từ|sau)\s+(?:ngày|khi|thời\s+điểm){REST})?",
        rf"(?:trong|không\s+quá|tối\s+đa)\s+{COUNT}\s+{UNIT},?\s+(?:(?:kể\s+)?từ|sau)\s+(?:ngày|khi|thời\s+điểm){REST}",
    ),
    _form(
        "in-effect",
        rf"(?:bảo\s+đảm|đảm\s+bảo|để|kịp|sớm)\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?(?:từ|trước|vào)\s+{DAY}",
    ),
    _form("before-date", rf"trước\s+{CLOCK}{DAY}"),
    _form("not-later-than", rf"{LATEST}\s+{CLOCK}{DAY}"),
    _form(
        "days-before",
        rf"{LATEST}\s+(?:sau\s+|phạm\s+vi\s+|vòng\s+|thời\s+hạn\s+)?{COUNT}\s+{UNIT}(?:\s+(?:trước|sau|kể\s+từ){REST})?",
        rf"(?:ít\s+nhất|tối\s+thiểu)\s+(?:là\s+)?{COUNT}\s+{UNIT}\s+trước\s+(?:ngày|khi|thời\s+điểm){REST}",
        rf"trước\s+(?:ít\s+nhất|tối\s+thiểu)\s+{COUNT}\s+{UNIT}",
        rf"trước\s+(?:ngày|khi|thời\s+điểm)\s+(?:(?!không\s+quá|tối\s+đa|là\b|từ\b|sau\b|được\b|đã\b|đủ\b|vượt\b|quá\b)[^,;.:\n\d]){{3,80}}\s"
        rf"(?:ít\s+nhất\s+|tối\s+thiểu\s+)?{COUNT}\s+{UNIT}",
        rf"(?:báo|gửi|nộp|đăng\s+ký|báo\s+cáo|thông\s+tin)\s+trước\s+{COUNT}\s+{UNIT}(?!\s+(?:hằng|hàng|mỗi|ngày|\d))",
        rf"trước\s+{COUNT}\s+{UNIT}\s+(?:so\s+với|kể\s+từ|tính\s+đến)\s+(?:ngày|khi|thời\s+điểm){REST}",
    ),
    _form(
        "by-date",
        rf"(?:đến\s+hết|hết|xong\s+trước|xong|từ\s+nay\s+đến(?:\s+hết)?|"
        rf"(?:hoàn\s+thành|xong)(?:\s+xong)?(?:\s+trong)?(?=\s+ngày)|"
        rf"(?:hoàn\s+thành|thực\s+hiện|kéo\s+dài|duy\s+trì|kết\s+thúc)\s+(?:vào|đến))\s+{CLOCK}(?:ngày\s+)?(?P<date>{D})",
    ),
    _form(
        "on-date",
        rf"(?:{LABEL}(?:vào\s+)?|vào\s+)(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*)?{CLOCK}{DAY}",
        rf"{BEGINS}ngày\s+(?P<date>{D})(?=\s*:)",
    ),
    _form("date-from", rf"{BEGINS}(?:{LABEL})?(?:kể\s+)?từ\s+{CLOCK}ngày\s+(?P<date>{D})"),
    _form(
        "several-months",
        rf"(?:{LABEL}|{WHEN}\s+)(?P<unit>quý|tháng)\s+(?P<first>{PART})(?:\s*,\s*(?:(?:quý|tháng)\s+)?{PART}){{0,4}}"
        rf"(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)(?:(?:quý|tháng)\s+)?(?P<last>{PART}){OF_YEAR}",
    ),
    _form("before-month", rf"trước\s+tháng\s+{MONTH}"),
    _form("month-figures", rf"{WHEN}\s+tháng\s+(?P<month>\d{{1,2}})\s*/\s*(?P<year>\d{{4}})(?![\d/])"),
    _form(
        "month",
        rf"(?:{WHEN}\s+tháng|hoàn\s+thành\s+tháng|đến\s+tháng|{LABEL}(?:tuần\s+(?:thứ\s+)?\w+,?\s+)?tháng)\s+{MONTH}",
        rf"(?<=\t){MONTH}",
        rf"(?:(?<=\n)|(?<=^))tháng\s+{MONTH}(?=\s*$)",
        rf"(?<=\()tháng\s+{MONTH}(?=\))",
        rf"(?<=;\s)tháng\s+{MONTH}(?=\))",
        rf"{LABEL}(?P<month>\d{{1,2}})/(?P<year>\d{{4}})(?![\d/])",
    ),
    _form("before-quarter", rf"trước\s+{QUARTER}{OF_YEAR}"),
    _form("quarter", rf"(?:{WHEN}\s+)?{QUARTER}{OF_YEAR}"),
    _form("half-year", rf"(?:trong|hoàn\s+thành|{LABEL})\s*0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+(?P<year>\d{{4}})"),
    _form("before-year", rf"trước\s+năm\s+{YEAR}"),
    _form("year-end", rf"(?:đến\s+|trước\s+|từ\s+nay\s+đến\s+)?(?:cuối|hết)\s+năm\s+{YEAR}", named=True),
    _form(
        "within-year",
        rf"(?:trong|xong|hoàn\s+thành(?:\s+cơ\s+bản)?(?:\s+vào)?)\s+(?:(?:suốt|cả)\s+)?năm\s+{YEAR}",
    ),
    _form("in-year", rf"vào\s+(?:(?:đầu|giữa|cuối)\s+)?năm\s+{YEAR}"),
    _form("line-year", rf"{BEGINS}năm\s+{YEAR}\s*[,:]"),
    _form(
        "label-year",
        rf"{LABEL}(?:cả\s+|trong\s+cả\s+)?năm\s+{YEAR}(?!\s*(?:,|và)\s*(?:năm\s+)?\d{{4}})",
        rf"(?:(?<=\n)|(?<=^))năm\s+{YEAR}(?=\s*(?:\(|$))",
        rf"(?<=\t){YEAR}(?=\s*(?:[\t\n]|$))",
    ),
    _form("label-month-from", rf"{LABEL}(?:kể\s+)?từ\s+tháng\s+{MONTH}"),
    _form("label-year-from", rf"{LABEL}(?:kể\s+)?từ\s+năm\s+{YEAR}(?!\s*(?:[-–]|đến)\s*(?:năm\s+)?\d)"),
    _form(
        "label-years",
        rf"{LABEL}(?:từ\s+)?(?:năm\s+)?{YEARS}",
        rf"{LABEL}(?:trong\s+)?(?:(?:các|\d{{1,2}})\s+)?năm\s+(?P<first>\d{{4}})(?:\s*,\s*\d{{4}})*\s*(?:,|và|[-–])\s*(?:năm\s+)?"
        r"(?P<last>\d{4})(?![\d/])",
    ),
    _form("period", rf"(?:giai\s+đoạn|thời\s+kỳ)\s+{YEARS}", rf"(?<=\t){YEARS}(?=\s*(?:[\t\n]|$))", named=True),
    _form("term", rf"trong\s+nhiệm\s+kỳ\s+{YEARS}", named=True),
    _form("horizon-year", rf"đến\s+năm\s+{YEAR}", rf"{OPENS}đến\s+(?:hết\s+)?{YEAR}(?=,)", named=True),
    _form(
        "day-no-year",
        rf"(?:trước|xong|{LATEST}|{LABEL}(?:vào\s+)?)\s*{CLOCK}ngày\s+{DAY_MONTH}{NO_YEAR}(?!\s+của\s+năm)",
        rf"(?:trước|{LATEST}|{LABEL}(?:trước\s+)?)\s*(?=\d{{2}}/|\d/\d{{2}}){DAY_MONTH}{NO_YEAR}(?!\s*%|\s+(?:số|tổng))",
    ),
    _form("month-day-no-year", rf"(?:trước|{LATEST})\s+ngày\s+(?P<day>\d{{1,2}})(?!\s*[\d/.-]|\s+(?:tháng|ngày)\b)"),
    _form(
        "months-no-year",
        rf"(?:{LABEL}|trong\s+|hoàn\s+thành\s+|xong\s+)(?P<unit>quý|tháng)\s+(?P<first>{PART})"
        rf"(?:\s*,\s*(?:(?:quý|tháng)\s+)?{PART}){{0,4}}"
        rf"(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)(?:(?:quý|tháng)\s+)?(?P<last>{PART}){NO_YEAR}",
    ),
    _form("month-no-year", rf"(?:{WHEN}\s+tháng|hoàn\s+thành\s+tháng|{LABEL}tháng)\s+(?P<month>\d{{1,2}})\b{NO_YEAR}"),
    _form("quarter-no-year", rf"(?:{WHEN}\s+|{LABEL}){QUARTER}{NO_YEAR}"),
    _form("half-year-no-year", rf"(?:trong|hoàn\s+thành|{LABEL})\s*0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?!\s+\d)"),
    _form("whole-year-no-year", rf"{LABEL}(?:trong\s+)?cả\s+năm(?!\s+\d)"),
    _form(
        "right-after",
        r"ngay\s+sau\s+khi\b[^,;.\n]{1,60}",
        rf"{OPENS}ngay\s+khi\b[^,;.\n]{{1,60}}",
    ),
    _form("next-month", rf"(?:vào|trong)\s+(?:tháng|quý)\s+(?:{NEXT})(?:{REST})?"),
    _form("standing-yearly", rf"thường\s+xuyên\s*,?\s*(?:và\s+)?{EVERY_YEAR}"),
    _form(
        "standing",
        STEADY,
        rf"{LABEL}(?:thực\s+hiện\s+)?thường\s+xuyên",
        r"(?<=\()(?:thực\s+hiện\s+)?thường\s+xuyên(?=\))",
        r"(?:(?<=\t)|(?<=\n))thường\s+xuyên(?=[\t\n]|$)",
    ),
    _form(
        "half-yearly-and-yearly",
        rf"(?:định\s+kỳ\s+)?(?:0?6|sáu)\s+tháng\s*(?:,|và|-)\s*(?:(?:{EVERY}|một|01|1)\s+)?năm\b(?!\s*\d)",
    ),
    _form("half-yearly", r"định\s+kỳ\s+(?:mỗi\s+|\(?0?)?6\s+tháng", r"(?:0?6|sáu)\s+tháng\s*(?:/|một|01|1)\s*lần"),
    _form("quarterly", rf"(?:định\s+kỳ\s+)?(?:{EVERY}\s+quý|theo\s+quý)\b", r"định\s+kỳ\s+0?3\s+tháng"),
    _form(
        "monthly",
        rf"định\s+kỳ\s+(?:vào\s+)?{EVERY}\s+tháng\b",
        r"(?:vào\s+)?cuối\s+mỗi\s+tháng\b",
        rf"{EVERY}\s+tháng(?=\s*,|\s+(?:{ACTS}|trên|cho)\b)",
        rf"{LABEL}{EVERY}\s+tháng",
    ),
    _form(
        "weekly",
        rf"định\s+kỳ\s+{EVERY}\s+tuần\b",
        rf"(?:thứ\s+\w+|chủ\s+nhật)\s+{EVERY}\s+tuần",
        rf"{EVERY}\s+tuần(?=\s*,|\s+{ACTS}\b)",
        rf"{LABEL}{EVERY}\s+tuần",
    ),
    _form(
        "daily",
        rf"(?:định\s+kỳ|trước\s+\d{{1,2}}\s*(?:giờ|h)\s*\d{{0,2}}(?:\s*phút)?[’']?)\s+{EVERY}\s+ngày\b",
        rf"{LABEL}{EVERY}\s+ngày\b",
    ),
    _form(
        "yearly",
        rf"định\s+kỳ\s+(?:{EVERY_YEAR}|(?:0?1|một)\s+năm)",
        rf"(?:{OPENS}|(?<=,\s)|(?<=;\s)){EVERY_YEAR}\s*,(?=\s)",
        rf"(?<=\n){EVERY_YEAR}\b",
        rf"{LABEL}{EVERY_YEAR}",
        rf"{EVERY_YEAR}(?=\s+(?:{ACTS}|do)\b)",
        rf"{REPORTS}\s+(?:định\s+kỳ\s+)?{EVERY_YEAR}",
        rf"định\s+kỳ\s*(?:,|hoặc|và)\s*{EVERY_YEAR}",
    ),
    _form(
        "times-a-period",
        rf"(?:ít\s+nhất\s+|tối\s+thiểu\s+|định\s+kỳ\s+)?{COUNT}\s+(?:lần|kỳ|cuộc|đợt|buổi|phiên)\s*(?:/|trong|một)\s*"
        r"(?:(?:một|0?1)\s+)?(?P<unit>năm|quý|tháng|tuần)\b(?!\s*\d)",
        rf"{EVERY}\s+(?P<unit>năm|quý|tháng|tuần)\s+(?:(?:họp|tổ\s+chức|tiến\s+hành|thực\s+hiện)\s+)?(?:ít\s+nhất\s+|tối\s+thiểu\s+)?"
        r"(?P<count>\d{1,2}|một|hai)\s+(?:lần|kỳ|cuộc|đợt|buổi|phiên)\b",
    ),
    _form(
        "every-count",
        rf"(?:định\s+kỳ\s+)(?:{EVERY}\s+)?{COUNT}\s+(?P<unit>tháng|năm|tuần|ngày)\b(?!\s+(?:đầu|cuối|làm|trước|sau))",
        rf"{COUNT}\s+(?P<unit>tháng|năm|tuần|ngày)\s+(?:một|0?1)\s+lần",
    ),
    _form(
        "on-request",
        r"(?:đột\s+xuất\s+)?khi\s+(?:có|được)\s+yêu\s+cầu",
        r"đột\s+xuất\s+(?:theo\s+(?:yêu\s+cầu|chỉ\s+đạo)|khi\s+có\s+(?:chỉ\s+đạo|đề\s+nghị))\b",
        rf"theo\s+yêu\s+cầu\s+của\s+{ASKING}",
        rf"{LABEL}theo\s+(?:yêu\s+cầu|chỉ\s+đạo)\b",
    ),
    _form(
        "extraordinary",
        r"báo\s+cáo\b[^.;:\n]{0,200}?(?:hoặc|và)\s+(?:báo\s+cáo\s+)?đột\s+xuất\b(?![^.;\n]{0,60}\btheo\s+quy\s+định)",
    ),
    _form("standing-adverb", rf"{NOT_STEADY}thường\s+xuyên(?!\s+(?:hơn|của|bao\s+gồm|và\s+chi|phải|có)\b)"),
)
# Every form holds one of these words; passages without any are not searched. A table's cell may hold figures alone.
TELLTALE = re.compile(  # on small letters; by first letter, which the search can look for
    r"t(?:rước|háng|hời\s+(?:kỳ|hạn|gian)|hường\s+xuyên|uần|iến\s+độ|ừ(?<!\wtừ)\s+\d)|n(?:gày|ăm|gay\s+(?:sau|khi|trong)|hiệm\s+kỳ)|"
    r"quý|g(?:iai\s+đoạn|iờ)|yêu\s+cầu|đ(?:ột\s+xuất|ến(?<!\wđến)\s+\d)|h(?:oàn\s+thành\s*:|ết(?<!\whết)\s+\d)|"
    r"chậm\s+nhất|xong(?<!\wxong)\b|vào(?<!\wvào)\s+\d|\t(?=\s*\d)"
)
