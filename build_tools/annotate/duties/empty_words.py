"""Words of a lead-in that say nothing of their own: what is to be done stands in the items below it."""

from __future__ import annotations

import re

_EMPTY = frozenset(
    {
        "biện", "bị", "chỉ", "chịu", "chủ", "chức", "các", "còn", "có", "công", "căn", "cấm", "cần", "cụ", "cứ",
        "dung", "dụng", "giao", "giải", "hiện", "hành", "hạn", "hợp", "khai", "không", "làm", "lãnh", "lý", "một",
        "nghiêm", "nghĩa", "nhiệm", "như", "những", "năng", "nội", "pháp", "phạm", "phải", "quyền", "sau", "số",
        "thẩm", "thể", "thực", "triển", "trong", "trung", "trách", "trì", "trước", "trường", "trọng", "tâm", "tập",
        "tốt", "tổ", "vi", "việc", "và", "về", "vụ", "xử", "áp", "đây", "đó", "được", "đạo",
    }
)  # fmt: skip
_WORD = re.compile(r"\w+")


def is_empty(words: str) -> bool:
    """Whether words say nothing of their own (`có trách nhiệm thực hiện các nhiệm vụ sau`)."""
    return all(word in _EMPTY for word in _WORD.findall(words.lower()))
