"""Names of annexes: `Mẫu số 01 Phụ lục III`, `PHỤ LỤC`, `Quy chế` (a text enacted with a decision)."""

from __future__ import annotations

import re

_NAME = re.compile(
    r"(phụ lục|mẫu|biểu mẫu|biểu|bảng|danh mục|quy chế|quy định|quy trình|nội quy|điều lệ)"
    r"\s*((?:\d[\w.-]*|[ivxl]+[a-z]?|[a-e])(?!\w))?"
)
ENACTED = ("Quy chế", "Quy định", "Quy trình", "Nội quy", "Điều lệ")
"""Texts with articles of their own that a decision enacts."""


def annex_names(label: str) -> list[str]:
    """`Mẫu số 01 Phụ lục III` → `mẫu 1`, `phụ lục iii`: words and numbers, without *số* and leading zeros."""
    words = " ".join(label.casefold().split()).replace(" số ", " ").removesuffix(" số")
    return [f"{word} {number.lstrip('0').rstrip('.')}".strip() for word, number in _NAME.findall(words)]


def is_whole_annex(name: str) -> bool:
    """Whether a name means one annex or one numbered form, not a table in it or all the forms of one."""
    names = annex_names(name)
    if not names or names[0].startswith("bảng"):
        return False
    return len(names) < 2 or names[0][-1:].isdigit()
