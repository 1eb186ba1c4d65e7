"""The words that the forms of time limits are made of: patterns of days, months, rhythms, and labels before them."""

from __future__ import annotations

D = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
DAY = rf"(?:ngày\s+)?(?P<date>{D})"
DAY_MONTH = r"(?P<day>\d{1,2})(?:/|\s+tháng\s+)(?P<month>\d{1,2})"
NO_YEAR = r"(?!\s*[/.-]?\s*\d)(?!\s*,?\s*năm\s+\d)"
MONTH = r"(?P<month>\d{1,2})(?:\s*/\s*|,?\s+năm\s+)(?P<year>\d{4})(?![\d/])"
YEAR = r"(?P<year>\d{4})(?!\s*[-–]\s*\d)"
YEARS = r"(?P<first>\d{4})\s*(?:[-–]|đến(?:\s+năm)?)\s*(?P<last>\d{4})"
ROMAN = r"[IVX]{1,4}"
PART = rf"(?:{ROMAN}|\d{{1,2}})\b"
QUARTER = rf"quý\s+(?P<quarter>{PART})"
OF_YEAR = r"\s*(?:[/.-]|,?\s*năm\s+)\s*(?P<year>\d{4})(?![\d/])"
EVERY = r"(?:hằng|hàng|mỗi)"
EVERY_YEAR = rf"{EVERY}\s+năm"
COUNT = r"(?P<count>\d{1,3})(?:\s*\([^()\n]{2,20}\))?"
UNIT = r"(?:ngày|tháng|giờ|tuần)(?:\s+làm\s+việc)?"
LATEST = r"(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:vào|đến|trong|trước))?(?:\s+hết)?"
LABEL = (  # the label of a line, or the beginning of a table's cell
    r"(?:(?:thời\s+(?:gian|hạn|điểm)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tổ\s+chức|triển\s+khai|báo\s+cáo|tiến\s+hành))*"
    r"|tiến\s+độ(?:\s+\w+\s+\w+)?|hoàn\s+thành|lộ\s+trình(?:\s+thực\s+hiện)?)\s*:\s*(?:dự\s+kiến\s+)?|(?<=\t))"
)
TO = r"\s*,?\s*(?:đến(?:\s+(?:hết|trước))?|-|–)\s*"
CLOCK = r"(?:(?:lúc\s+|hồi\s+)?\d{1,2}\s*(?:giờ|h|:)\s*\d{0,2}(?:\s*phút)?[’']?\s*,?\s*)?"
WHEN = r"(?:trong|xong|hết|cuối|vào|đầu|giữa)"
REST = r"\b[^,;.\n]{0,60}"
BEGINS = r"(?:(?<=\n)|(?<=\n[-+*]\s)|(?<=\n[-+*])|^)"
OPENS = r"(?:(?<=\n)|(?<=[.;:]\s)|(?<=^)|(?<=[)-]\s))"  # where a sentence begins
STEADY = r"(?:thực\s+hiện|duy\s+trì|triển\s+khai|tiến\s+hành|tổ\s+chức)\s+thường\s+xuyên"
FIRST_DAY = r"(?P<day1>\d{1,2})(?:(?:/|\.|\s+tháng\s+)(?P<month1>\d{1,2}))?"
NEXT = r"(?:liền\s+)?(?:sau|kế\s+tiếp|tiếp\s+theo|liền\s+kề)"
OF_ANY_YEAR = (
    rf"(?:\s*,?\s*(?:của\s+)?{EVERY_YEAR}|\s+(?:của\s+)?năm\s+(?:{NEXT}|trước|báo\s+cáo|kế\s+hoạch|hiện\s+hành|N\b))"
)
ACTS = (  # verbs before which `hằng năm` says how often
    r"(?:tổ\s+chức|báo\s+cáo|xây\s+dựng|rà\s+soát|tổng\s+kết|sơ\s+kết|đánh\s+giá|lập|ban\s+hành|phối\s+hợp|chủ\s+trì|"
    r"thực\s+hiện|tiến\s+hành|kiểm\s+tra|công\s+bố|công\s+khai|cập\s+nhật|bố\s+trí|tham\s+mưu|triển\s+khai|trình|gửi|"
    r"tổng\s+hợp|thống\s+kê|cung\s+cấp|chuyển|đóng|nộp|thông\s+báo|cấp)"
)
REPORTS = r"(?:báo\s+cáo|thống\s+kê|sơ\s+kết|tổng\s+kết|đánh\s+giá|rà\s+soát|cập\s+nhật|công\s+bố)"
NOT_STEADY = (
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
ASKING = (
    r"(?:(?:các\s+)?(?:cơ\s+quan|tổ\s+chức|cá\s+nhân|đơn\s+vị|người|cấp|đoàn|bên)\b|Bộ\b|Sở\b|Ủy\s+ban|UBND|HĐND|Hội\s+đồng|"
    r"Ban\b|Chính\s+phủ|Thủ\s+tướng|Quốc\s+hội|Tòa|Viện|Chủ\s+tịch|Tỉnh\s+ủy|Thành\s+ủy)"
)
