"""Watermarks: what a system prints over the pages: sentences about the paper itself, who opened it and when."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from build_tools.model.findings import RemovedReason

# A sentence whose subject is this paper and whose predicate says who owns it or who may pass it on.
_ABOUT_THE_PAPER = re.compile(
    r"(?:Tài liệu|Văn bản|Bản|Nội dung)(?: \w{1,12}){0,3} (?:này )?"
    r"(?:thuộc|là tài sản|chỉ|không được|được lưu hành|lưu hành)"
)
_FIRST: Final = frozenset("TVBN")
_NEAR: Final = 8  # lines around a page's end
_RESTRICTS = re.compile(r"sở hữu|tài sản|lưu hành|phát tán|sao chụp|sao chép|nghiêm cấm|bị cấm|nội bộ", re.IGNORECASE)


# Whole lines that no document says: a login (and a name) with the time of day, or where a copy was loaded from.
_LOGIN = r"[a-zA-Z][a-zA-Z0-9]*(?:[._@-][a-zA-Z0-9]+)+"
_COPIED: Final = ("Downloaded", "Printed", "Được ", "Bản ", "Tải ", "In ", "LawSoft")
_BY_WHOM = (
    re.compile(
        rf"{_LOGIN}(?:[\s,;|–-]+[^\W\d_]+){{0,8}}[\s,;|–-]+\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}},?[\s-]+\d{{1,2}}:\d{{2}}(?::\d{{2}})?"
    ),
    re.compile(r"(?:Downloaded|Printed) (?:by|from|on)\b.{2,120}"),
    re.compile(
        r"(?:Được |Bản )?(?:[Tt]ải|[Ii]n) (?:(?:xuống|về|ra) )?(?:từ|bởi) \S*(?:@|www\.|\.vn\b|\.com\b).{0,100}"
    ),
    re.compile(r"LawSoft \*.{2,120}"),
)


def find_copy_marks(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """Lines that say who opened, printed or loaded this copy."""
    for index, text in enumerate(texts):
        timed = text[-3:-2] == ":" and text[:1].isascii()
        if len(text) < 160 and (timed or text.startswith(_COPIED)) and any(p.fullmatch(text) for p in _BY_WHOM):
            found[index] = RemovedReason.WATERMARK


def find_watermarks(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """Lines that hold such a sentence and stand in the way of the text: in mid-sentence, or again and again."""
    candidates = [
        index
        for index, text in enumerate(texts)
        if text[:1] in _FIRST
        and index not in found
        and 20 < len(text) < 250
        and _ABOUT_THE_PAPER.match(text)
        and _RESTRICTS.search(text)
    ]
    times = Counter(texts[index] for index in candidates)
    for index in candidates:
        if times[texts[index]] > 1 or _interrupts(texts, index):
            found[index] = RemovedReason.WATERMARK


def _interrupts(texts: list[str], index: int) -> bool:
    """Whether a sentence goes on behind the line; empty lines and page numbers between do not count."""
    before = next((text for text in reversed(texts[max(0, index - _NEAR) : index]) if _is_text(text)), "")
    after = next((text for text in texts[index + 1 : index + 1 + _NEAR] if _is_text(text)), "")
    return bool(before) and before[-1] not in ".;:!?" and after[:1].islower()


def _is_text(text: str) -> bool:
    return bool(text) and not text.isdecimal()
