"""The forms of time limits, most telling first; each has the id of its row in `data/deadline_phrases.csv`."""

from __future__ import annotations

import re
from typing import NamedTuple

_D = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_DAY = rf"(?:ngày\s+)?(?P<date>{_D})"
_DAY_MONTH = r"(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
_NO_YEAR = r"(?!\s*[/.-]?\s*\d)(?!\s*,?\s*năm\s+\d)"
_MONTH = r"(?P<month>\d{1,2})(?:\s*/\s*|,?\s+năm\s+)(?P<year>\d{4})(?![\d/])"
_YEAR = r"(?P<year>\d{4})(?!\s*[-–]\s*\d)"
_YEARS = r"(?P<first>\d{4})\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>\d{4})"
_ROMAN = r"[IVX]{1,4}"
_PART = rf"(?:{_ROMAN}|\d{{1,2}})\b"
_QUARTER = rf"quý\s+(?P<quarter>{_PART})"
_OF_YEAR = r"\s*(?:[/.]|,?\s*năm\s+)\s*(?P<year>\d{4})(?![\d/])"
_EVERY = r"(?:hằng|hàng|mỗi)"
_EVERY_YEAR = rf"{_EVERY}\s+năm"
_COUNT = r"(?P<count>\d{1,3})(?:\s*\([^()\n]{2,20}\))?"
_UNIT = r"(?:ngày|tháng|giờ|tuần)(?:\s+làm\s+việc)?"
_LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:vào|đến|trong|trước))?(?:\s+hết)?"
_LABEL = (  # the label of a line, or the beginning of a table's cell
    r"(?:(?:thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo|tiến\s+hành))*"
    r"|tiến\s+độ(?:\s+\w+\s+\w+)?|hoàn\s+thành|lộ\s+trình(?:\s+thực\s+hiện)?)\s*:\s*|(?<=\t))"
)
_TO = r"\s*,?\s*(?:đến(?:\s+(?:hết|trước))?|-|–)\s*"
_CLOCK = r"(?:(?:lúc\s+|hồi\s+)?\d{1,2}\s*(?:giờ|h|:)\s*\d{0,2}(?:\s*phút)?\s*,?\s*)?"
_WHEN = r"(?:trong|xong|hết|cuối|vào|đầu|giữa)"
_REST = r"\b[^,;.\n]{0,60}"
_BEGINS = r"(?:(?<=\n)|(?<=\n[-+*]\s)|(?<=\n[-+*])|^)"
_OPENS = r"(?:(?<=\n)|(?<=[.;:]\s)|(?<=^)|(?<=[)-]\s))"  # where a sentence begins
_STEADY = r"(?:thực\s+hiện|duy\s+trì|triển\s+khai|tiến\s+hành|tổ\s+chức)\s+thường\s+xuyên"
_FIRST_DAY = r"(?P<day1>\d{1,2})(?:(?:/|\.|\s+tháng\s+)(?P<month1>\d{1,2}))?"
_NEXT = r"(?:liền\s+)?(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)"
_OF_ANY_YEAR = rf"(?:\s*,?\s*(?:của\s+)?{_EVERY_YEAR}|\s+(?:của\s+)?năm\s+(?:{_NEXT}|trước|báo\s+cáo|kế\s+hoạch|N\b))"
_ACTS = (  # verbs before which `hằng năm` says how often
    r"(?:tổ\s+chức|báo\s+cáo|xây\s+dựng|rà\s+soát|tổng\s+kết|sơ\s+kết|đánh\s+giá|lập|ban\s+hành|phối\s+hợp|chủ\s+trì|"
    r"thực\s+hiện|tiến\s+hành|kiểm\s+tra|công\s+bố|công\s+khai|cập\s+nhật|bố\s+trí|tham\s+mưu|triển\s+khai|trình|gửi|"
    r"tổng\s+hợp|thống\s+kê|cung\s+cấp|chuyển|đóng|nộp|thông\s+báo|cấp)"
)
_REPORTS = r"(?:báo\s+cáo|thống\s+kê|sơ\s+kết|tổng\s+kết|đánh\s+giá|rà\s+soát|cập\s+nhật|công\s+bố)"
_NOT_STEADY = (
    "".join(  # words after which `thường xuyên` is a kind of thing: `chi thường xuyên`, `giáo dục thường xuyên`
        rf"(?<!\b{word}\s)"
        for word in (
            "nhiệm vụ",
            "chi",
            "phí",
            "sách",
            "toán",
            "nguồn",
            "không",
            "tạo",
            "dục",
            "trú",
            "viên",
            "vốn",
            "sản",
            "phụ cấp",
        )
    )
)
_ASKING = (
    r"(?:(?:các\s+)?(?:cơ\s+quan|tổ\s+chức|cá\s+nhân|đơn\s+vị|người|cấp|đoàn|bên)\b|Bộ\b|Sở\b|Ủy\s+ban|UBND|HĐND|Hội\s+đồng|"
    r"Ban\b|Chính\s+phủ|Thủ\s+tướng|Quốc\s+hội|Tòa|Viện|Chủ\s+tịch|Tỉnh\s+ủy|Thành\s+ủy)"
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
        rf"(?:định kỳ\s+)?trước\s+(?:ngày\s+)?{_DAY_MONTH}{_OF_ANY_YEAR}",
    ),
    _form(
        "yearly-by-day",
        rf"(?:{_LATEST}\s+|(?:vào|đến|xong)\s+)?(?:vào\s+)?ngày\s+{_DAY_MONTH}{_OF_ANY_YEAR}",
    ),
    _form("yearly-before-day-after", rf"{_EVERY_YEAR}\s*[,(]?\s*trước\s+ngày\s+{_DAY_MONTH}{_NO_YEAR}"),
    _form("yearly-by-day-after", rf"{_EVERY_YEAR}\s*[,(]?\s*(?:{_LATEST}|vào)\s+ngày\s+{_DAY_MONTH}{_NO_YEAR}"),
    _form(
        "monthly-before-day",
        rf"(?:định kỳ\s+)?(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s*,?\s*(?:của\s+)?{_EVERY}\s+tháng",
        rf"(?:trước\s+)?ngày\s+(?P<day>\d{{1,2}})\s+(?:của\s+)?tháng\s+{_NEXT}",
        rf"{_EVERY}\s+tháng\s*[,(]?\s*(?:trước|{_LATEST}|vào)\s+ngày\s+(?P<day>\d{{1,2}})(?!\d|\s*/|\s+tháng)",
    ),
    _form(
        "quarterly-day",
        rf"(?:{_LATEST}|trước|vào)\s+(?:ngày\s+)?(?:\d{{1,2}}\s+)?(?:của\s+)?tháng\s+(?:đầu|cuối|thứ\s+\w+)\s+(?:của\s+)?"
        rf"(?:{_EVERY}\s+)?quý\b(?:\s+{_NEXT})?",
    ),
    _form(
        "date-range",
        rf"(?:(?:kể\s+)?từ|trong\s+các|{_LABEL}(?:từ|các)?)\s*{_CLOCK}(?:ngày\s+)?(?:(?P<date1>{_D})|{_FIRST_DAY})"
        rf"{_TO}{_CLOCK}{_DAY}",
        rf"{_LABEL}(?:\d{{1,2}}\s+ngày\s*\(\s*)?(?:ngày\s+)?(?P<date1>(?!))?{_FIRST_DAY}(?:\s+và(?:\s+ngày)?\s+|{_TO}){_DAY}",
    ),
    _form(
        "date-range-no-year",
        rf"(?:từ|{_LABEL}(?:từ)?)\s*{_CLOCK}(?:ngày\s+){_FIRST_DAY}{_TO}{_CLOCK}(?:ngày\s+)?{_DAY_MONTH}{_NO_YEAR}",
    ),
    _form(
        "month-range",
        rf"(?:từ|{_LABEL})\s*tháng\s+(?P<first>\d{{1,2}})(?:(?:/|\s+năm\s+)(?P<begin>\d{{4}}))?{_TO}"
        r"(?:tháng\s+)?(?P<last>\d{1,2})(?:/|\s+năm\s+)(?P<year>\d{4})",
    ),
    _form(
        "quarter-range",
        rf"(?:từ\s+|{_LABEL}(?:từ\s+)?)quý\s+(?P<first>{_PART}){_OF_YEAR.replace('year', 'begin')}(?:{_TO}|\s+và\s+)"
        rf"(?:quý\s+)?(?P<last>{_PART}){_OF_YEAR}",
    ),
    _form(
        "within-days-of",
        rf"(?:trong\s+)?(?:thời\s+hạn|vòng)\s+{_COUNT}\s+ngày(?P<working>\s+làm\s+việc)?,?\s+(?:kể\s+)?từ\s+{_DAY}",
    ),
    _form(
        "within-days",
        r"(?:trong\s+)?(?:thời\s+hạn|vòng|thời\s+gian)\s+(?:chậm\s+nhất\s+|không\s+quá\s+|tối\s+đa\s+)?(?:là\s+)?"
        rf"{_COUNT}\s+(?:ngày|tháng|giờ|tuần|năm)\b(?:\s+làm\s+việc)?(?!,?\s+(?:tính\s+đến|trước\s+đó|liên\s+tục))"
        rf"(?:,?\s+(?:(?:kể\s+)?từ|sau)\s+(?:ngày|khi|thời\s+điểm){_REST})?",
        rf"(?:trong|không\s+quá|tối\s+đa)\s+{_COUNT}\s+{_UNIT},?\s+(?:(?:kể\s+)?từ|sau)\s+(?:ngày|khi|thời\s+điểm){_REST}",
    ),
    _form(
        "in-effect",
        rf"(?:bảo\s+đảm|đảm\s+bảo|để|kịp|sớm)\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?(?:từ|trước|vào)\s+{_DAY}",
    ),
    _form("before-date", rf"trước\s+{_CLOCK}{_DAY}"),
    _form("not-later-than", rf"{_LATEST}\s+{_CLOCK}{_DAY}"),
    _form(
        "days-before",
        rf"{_LATEST}\s+(?:sau\s+)?{_COUNT}\s+{_UNIT}(?:\s+(?:trước|sau|kể\s+từ){_REST})?",
        rf"(?:ít\s+nhất|tối\s+thiểu)\s+(?:là\s+)?{_COUNT}\s+{_UNIT}\s+trước\s+(?:ngày|khi|thời\s+điểm){_REST}",
        rf"trước\s+(?:ít\s+nhất|tối\s+thiểu)\s+{_COUNT}\s+{_UNIT}",
        rf"trước\s+ngày\s+(?!\d)[^,;.\n\d]{{3,40}}\s+(?:ít\s+nhất\s+)?{_COUNT}\s+{_UNIT}",
    ),
    _form(
        "by-date",
        rf"(?:đến\s+hết|hết|xong\s+trước|xong|từ\s+nay\s+đến(?:\s+hết)?|"
        rf"(?:hoàn\s+thành|xong)(?:\s+xong)?(?:\s+trong)?(?=\s+ngày)|"
        rf"(?:hoàn\s+thành|thực\s+hiện|kéo\s+dài|duy\s+trì|kết\s+thúc)\s+(?:vào|đến))\s+{_CLOCK}(?:ngày\s+)?(?P<date>{_D})",
    ),
    _form(
        "on-date",
        rf"(?:{_LABEL}(?:vào\s+)?|vào\s+)(?:(?:buổi\s+)?(?:sáng|chiều|tối)\s*,?\s*)?{_CLOCK}{_DAY}",
        rf"{_BEGINS}ngày\s+(?P<date>{_D})(?=\s*:)",
    ),
    _form("date-from", rf"{_BEGINS}(?:{_LABEL})?từ\s+ngày\s+(?P<date>{_D})"),
    _form(
        "several-months",
        rf"(?:{_LABEL}|{_WHEN}\s+)(?P<unit>quý|tháng)\s+(?P<first>{_PART})(?:\s*,\s*(?:(?:quý|tháng)\s+)?{_PART}){{0,4}}"
        rf"(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)(?:(?:quý|tháng)\s+)?(?P<last>{_PART}){_OF_YEAR}",
    ),
    _form("before-month", rf"trước\s+tháng\s+{_MONTH}"),
    _form("month-figures", rf"{_WHEN}\s+tháng\s+(?P<month>\d{{1,2}})\s*/\s*(?P<year>\d{{4}})(?![\d/])"),
    _form(
        "month",
        rf"(?:{_WHEN}\s+tháng|hoàn\s+thành\s+tháng|đến\s+tháng|{_LABEL}(?:tuần\s+(?:thứ\s+)?\w+,?\s+)?tháng)\s+{_MONTH}",
        rf"(?<=\t){_MONTH}",
        rf"(?<=\()tháng\s+{_MONTH}(?=\))",
        rf"(?<=;\s)tháng\s+{_MONTH}(?=\))",
        rf"{_LABEL}(?P<month>\d{{1,2}})/(?P<year>\d{{4}})(?![\d/])",
    ),
    _form("before-quarter", rf"trước\s+{_QUARTER}{_OF_YEAR}"),
    _form("quarter", rf"(?:{_WHEN}\s+)?{_QUARTER}{_OF_YEAR}"),
    _form(
        "half-year", rf"(?:trong|hoàn\s+thành|{_LABEL})\s*0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm\s+(?P<year>\d{{4}})"
    ),
    _form("before-year", rf"trước\s+năm\s+{_YEAR}"),
    _form("year-end", rf"(?:đến\s+|trước\s+|từ\s+nay\s+đến\s+)?(?:cuối|hết)\s+năm\s+{_YEAR}", named=True),
    _form("within-year", rf"(?:trong|hoàn\s+thành|xong)\s+(?:(?:suốt|cả)\s+)?năm\s+{_YEAR}"),
    _form("label-year", rf"{_LABEL}(?:cả\s+|trong\s+cả\s+)?năm\s+{_YEAR}", rf"(?<=\t){_YEAR}(?=\s*(?:[\t\n]|$))"),
    _form("label-years", rf"{_LABEL}(?:từ\s+)?(?:năm\s+)?{_YEARS}"),
    _form("period", rf"(?:giai\s+đoạn|thời\s+kỳ)\s+{_YEARS}", rf"(?<=\t){_YEARS}(?=\s*(?:[\t\n]|$))", named=True),
    _form("term", rf"trong\s+nhiệm\s+kỳ\s+{_YEARS}", named=True),
    _form("horizon-year", rf"đến\s+năm\s+{_YEAR}", named=True),
    _form(
        "day-no-year",
        rf"(?:trước|xong|{_LATEST}|{_LABEL}(?:vào\s+)?)\s*{_CLOCK}ngày\s+{_DAY_MONTH}{_NO_YEAR}(?!\s+của\s+năm)",
        rf"(?:trước|{_LATEST}|{_LABEL}(?:trước\s+)?)\s*(?=\d{{2}}/|\d/\d{{2}}){_DAY_MONTH}{_NO_YEAR}(?!\s*%|\s+(?:số|tổng))",
    ),
    _form(
        "months-no-year",
        rf"(?:{_LABEL}|trong\s+|hoàn\s+thành\s+|xong\s+)(?P<unit>quý|tháng)\s+(?P<first>{_PART})"
        rf"(?:\s*,\s*(?:(?:quý|tháng)\s+)?{_PART}){{0,4}}"
        rf"(?:\s*[,–-]\s*|\s+(?:và|đến)\s+)(?:(?:quý|tháng)\s+)?(?P<last>{_PART}){_NO_YEAR}",
    ),
    _form(
        "month-no-year", rf"(?:{_WHEN}\s+tháng|hoàn\s+thành\s+tháng|{_LABEL}tháng)\s+(?P<month>\d{{1,2}})\b{_NO_YEAR}"
    ),
    _form("quarter-no-year", rf"(?:{_WHEN}\s+|{_LABEL}){_QUARTER}{_NO_YEAR}"),
    _form("half-year-no-year", rf"(?:trong|hoàn\s+thành|{_LABEL})\s*0?6\s+tháng\s+(?P<half>đầu|cuối)\s+năm(?!\s+\d)"),
    _form("whole-year-no-year", rf"{_LABEL}(?:trong\s+)?cả\s+năm(?!\s+\d)"),
    _form("right-after", r"ngay\s+sau\s+khi\b[^,;.\n]{1,60}"),
    _form("next-month", rf"(?:vào|trong)\s+(?:tháng|quý)\s+(?:{_NEXT})(?:{_REST})?"),
    _form("standing-yearly", rf"thường\s+xuyên\s*,?\s*(?:và\s+)?{_EVERY_YEAR}"),
    _form(
        "standing",
        _STEADY,
        rf"{_LABEL}(?:thực\s+hiện\s+)?thường\s+xuyên",
        r"(?<=\()(?:thực\s+hiện\s+)?thường\s+xuyên(?=\))",
        r"(?:(?<=\t)|(?<=\n))thường\s+xuyên(?=[\t\n]|$)",
    ),
    _form(
        "half-yearly-and-yearly",
        rf"(?:định\s+kỳ\s+)?(?:0?6|sáu)\s+tháng\s*(?:,|và|-)\s*(?:(?:{_EVERY}|một|01|1)\s+)?năm\b(?!\s*\d)",
    ),
    _form("half-yearly", r"định\s+kỳ\s+(?:mỗi\s+|\(?0?)?6\s+tháng", r"(?:0?6|sáu)\s+tháng\s*(?:/|một|01|1)\s*lần"),
    _form("quarterly", rf"(?:định\s+kỳ\s+)?(?:{_EVERY}\s+quý|theo\s+quý)\b", r"định\s+kỳ\s+0?3\s+tháng"),
    _form(
        "monthly",
        rf"định\s+kỳ\s+(?:vào\s+)?{_EVERY}\s+tháng\b",
        rf"{_EVERY}\s+tháng(?=\s*,|\s+(?:{_ACTS}|trên|cho)\b)",
        rf"{_LABEL}{_EVERY}\s+tháng",
    ),
    _form(
        "weekly",
        rf"định\s+kỳ\s+{_EVERY}\s+tuần\b",
        rf"(?:thứ\s+\w+|chủ\s+nhật)\s+{_EVERY}\s+tuần",
        rf"{_EVERY}\s+tuần(?=\s*,|\s+{_ACTS}\b)",
        rf"{_LABEL}{_EVERY}\s+tuần",
    ),
    _form(
        "daily",
        rf"(?:định\s+kỳ|trước\s+\d{{1,2}}\s*(?:giờ|h)\s*\d{{0,2}}(?:\s*phút)?[’']?)\s+{_EVERY}\s+ngày\b",
        rf"{_LABEL}{_EVERY}\s+ngày\b",
    ),
    _form(
        "yearly",
        rf"định\s+kỳ\s+(?:{_EVERY_YEAR}|(?:0?1|một)\s+năm)",
        rf"(?:{_OPENS}|(?<=,\s)|(?<=;\s)){_EVERY_YEAR}\s*,(?=\s)",
        rf"(?<=\n){_EVERY_YEAR}\b",
        rf"{_LABEL}{_EVERY_YEAR}",
        rf"{_EVERY_YEAR}(?=\s+(?:{_ACTS}|do)\b)",
        rf"{_REPORTS}\s+(?:định\s+kỳ\s+)?{_EVERY_YEAR}",
    ),
    _form(
        "every-count",
        rf"(?:định\s+kỳ\s+)(?:{_EVERY}\s+)?{_COUNT}\s+(?P<unit>tháng|năm|tuần|ngày)\b(?!\s+(?:đầu|cuối|làm|trước|sau))",
        rf"{_COUNT}\s+(?P<unit>tháng|năm|tuần|ngày)\s+(?:một|0?1)\s+lần",
    ),
    _form(
        "on-request",
        r"(?:đột\s+xuất\s+)?khi\s+(?:có|được)\s+yêu\s+cầu",
        r"đột\s+xuất\s+theo\s+yêu\s+cầu\b",
        rf"{_OPENS}theo\s+yêu\s+cầu\s+của\s+{_ASKING}",
        rf"{_LABEL}theo\s+(?:yêu\s+cầu|chỉ\s+đạo)\b",
    ),
    _form(
        "extraordinary",
        r"báo\s+cáo\b[^.;:\n]{0,200}?(?:hoặc|và)\s+(?:báo\s+cáo\s+)?đột\s+xuất\b(?![^.;\n]{0,60}\btheo\s+quy\s+định)",
    ),
    _form("standing-adverb", rf"{_NOT_STEADY}thường\s+xuyên(?!\s+(?:hơn|của|bao\s+gồm|và\s+chi|phải|có)\b)"),
)
# Every form holds one of these words; passages without any are not searched. A table's cell may hold figures alone.
TELLTALE = re.compile(  # on small letters; by first letter, which the search can look for
    r"t(?:rước|háng|hời\s+(?:kỳ|hạn|gian)|hường\s+xuyên|uần|iến\s+độ|ừ(?<!\wtừ)\s+\d)|n(?:gày|ăm|gay\s+sau|hiệm\s+kỳ)|"
    r"quý|g(?:iai\s+đoạn|iờ)|yêu\s+cầu|đ(?:ột\s+xuất|ến(?<!\wđến)\s+\d)|h(?:oàn\s+thành\s*:|ết(?<!\whết)\s+\d)|"
    r"chậm\s+nhất|xong(?<!\wxong)\b|vào(?<!\wvào)\s+\d|\t(?=\s*\d)"
)
