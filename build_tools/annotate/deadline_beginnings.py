"""With which words each form of time limit can begin: elsewhere in a text it is not tried.

Trying every form at every character is what made long texts slow. A test reads the patterns and names what a row lacks.
"""

from __future__ import annotations

from typing import Final

FIGURE: Final = "0"  # any figure
BEHIND_TAB: Final = "\t"  # whatever stands first in the cell of a table

_LABEL: Final = ("thời", "tiến", "hoàn", "lộ", BEHIND_TAB)
_EVERY: Final = ("hằng", "hàng", "mỗi")
_LATEST: Final = ("chậm", "muộn")
_WHEN: Final = ("trong", "xong", "hết", "cuối", "vào", "đầu", "giữa")

BEGINNINGS: Final[dict[str, tuple[str, ...]]] = {
    "yearly-before-day": ("trước", "định"),
    "yearly-by-day": (*_LATEST, "ngày", "vào", "xong", "đến"),
    "yearly-first-days": (FIGURE, "trong", "thời", "vòng"),
    "yearly-months": (*_LABEL, *_WHEN, "trước", "tháng"),
    "yearly-quarter": (*_LABEL, *_WHEN, "trước", "quý"),
    "yearly-before-day-after": _EVERY,
    "yearly-by-day-after": _EVERY,
    "monthly-before-day": (*_EVERY, "ngày", "trước", "định"),
    "quarterly-day": (*_LABEL, *_LATEST, "trước", "vào", "định"),
    "date-range": (*_LABEL, "kể", "trong", "từ"),
    "date-range-no-year": (*_LABEL, "từ"),
    "month-range": (*_LABEL, "từ"),
    "quarter-range": (*_LABEL, "từ"),
    "within-days-of": ("thời", "trong", "vòng"),
    "within-days": ("không", "ngay", "thời", "trong", "tối", "vòng"),
    "in-effect": ("bảo", "kịp", "sớm", "đảm", "để"),
    "before-date": ("trước",),
    "not-later-than": _LATEST,
    "days-before": (*_LATEST, "báo", "gửi", "nộp", "thông", "trước", "tối", "ít", "đăng"),
    "by-date": ("duy", "hoàn", "hết", "kéo", "kết", "thực", "từ", "xong", "đến"),
    "on-date": (*_LABEL, "ngày", "vào"),
    "date-from": (*_LABEL, "kể", "từ"),
    "several-months": (*_LABEL, *_WHEN),
    "before-month": ("trước",),
    "month-figures": _WHEN,
    "month": (*_LABEL, *_WHEN, "tháng", "đến"),
    "before-quarter": ("trước",),
    "quarter": (*_WHEN, "quý"),
    "half-year": (*_LABEL, "trong"),
    "before-year": ("trước",),
    "year-end": ("cuối", "hết", "trước", "từ", "đến"),
    "within-year": ("hoàn", "trong", "xong"),
    "in-year": ("vào",),
    "line-year": ("năm",),
    "label-year": (*_LABEL, "năm"),
    "label-month-from": _LABEL,
    "label-year-from": _LABEL,
    "label-years": _LABEL,
    "period": (BEHIND_TAB, "giai", "thời"),
    "term": ("trong",),
    "horizon-year": ("đến",),
    "day-no-year": (*_LABEL, *_LATEST, "trước", "xong"),
    "month-day-no-year": (*_LATEST, "trước"),
    "months-no-year": (*_LABEL, "trong", "xong"),
    "month-no-year": (*_LABEL, *_WHEN),
    "quarter-no-year": (*_LABEL, *_WHEN),
    "half-year-no-year": (*_LABEL, "trong"),
    "whole-year-no-year": _LABEL,
    "right-after": ("ngay",),
    "next-month": ("trong", "vào"),
    "standing-yearly": ("thường",),
    "standing": (*_LABEL, "duy", "thường", "thực", "triển", "tổ"),
    "half-yearly-and-yearly": (FIGURE, "sáu", "định"),
    "half-yearly": (FIGURE, "sáu", "định"),
    "quarterly": (*_EVERY, "theo", "định"),
    "monthly": (*_LABEL, *_EVERY, "cuối", "vào", "định"),
    "weekly": (*_LABEL, *_EVERY, "định", "thứ", "chủ"),
    "daily": (*_LABEL, "định", "trước"),
    "yearly": (*_LABEL, *_EVERY, "báo", "công", "cập", "rà", "sơ", "thống", "tổng", "đánh", "định"),
    "every-count": (FIGURE, "định"),
    "times-a-period": (*_EVERY, FIGURE, "tối", "ít", "định"),
    "on-request": (*_LABEL, "khi", "theo", "đột"),
    "extraordinary": ("báo",),
    "standing-adverb": ("thường",),
}
