"""How annexes and forms are labelled: `Phụ lục I`, `PHỤ LỤC SỐ 1A`, `Mẫu số 05A-HSB`, `Biểu mẫu 3`, `Mẫu C02-TS`."""

from __future__ import annotations

import re

WORDS = ("Phụ lục", "PHỤ LỤC", "Phụ Lục", "Mẫu", "MẪU", "Biểu", "BIỂU")
"""How such labels begin."""
MARKED = re.compile(
    r"(?P<word>Phụ lục|PHỤ LỤC|Phụ Lục|(?:Mẫu|MẪU)(?:\s(?:số|SỐ|biểu số|biểu|đơn số|đơn|BIỂU SỐ|BIỂU|ĐƠN))?|"
    r"(?:Biểu|BIỂU)(?:\s(?:mẫu số|mẫu|số|MẪU SỐ|MẪU|SỐ))?)(?:\s+(?:số|SỐ|Số))?"
    r"(?:\s*:?\s*(?P<number>(?:[IVXL]+|\d{1,3}|[A-ZĐ]{1,3}\d{1,3}|[A-ZĐ])[A-Za-zĐđ]?(?:[-./][A-Z\dĐ]{1,8}){0,3})"
    r"(?:(?<=[IVXL])\d{1,3})?)?"
    r"(?!\w)(?P<close>\s*[.:\-–]?)\s*"
)
ATTACHED = re.compile(r"\(?\s*(?:được\s)?(?:(?:ban hành|phê duyệt)\s+)?kèm theo", re.IGNORECASE)
ATTACHED_INSIDE = re.compile(r"(?:^|\()\s*(?:được\s)?(?:(?:ban hành|phê duyệt)\s+)?kèm theo", re.IGNORECASE)
ENACTED_BY = re.compile(r"\(?\s*(?:Ban hành|Kèm) theo\b", re.IGNORECASE)
_GLUED_MARK = re.compile(r"(?P<number>\d{1,3}[a-zA-Z]?)\.(?P<mark>\d{1,3})")


def without_mark(number: str | None, marks: frozenset[str]) -> str | None:
    """The number of a form without the mark of a note on the form itself: `01.3`, note 3 `Mẫu số 1 được sửa đổi …`."""
    match = _GLUED_MARK.fullmatch(number or "")
    return match["number"] if match and match["mark"] in marks else number
