"""Digital-signature stamps that a signing tool prints over a page: `Người ký: … Cơ quan: … Thời gian ký: …`."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.findings import RemovedReason

_FIRST: Final = frozenset("NnKkĐđSsDd")
MAX_LINES: Final = 9  # lines of one stamp, empty ones not counted

_OPENS = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Ký điện tử bởi|Được ký bởi|Signed by|Digitally signed by)\s?:?\s*\S", re.IGNORECASE
)
_CLOSES = re.compile(
    r"(?:Thời gian ký|Ngày ký|Giờ ký|Signing time|Date)\s?:?\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[\sT]*\d{1,2}[:.]\d{2}",
    re.IGNORECASE,
)


def find_stamps(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """The lines of every stamp: from the line that names the signer to the one with the time, both needed."""
    for index, text in enumerate(texts):
        if text[:1] in _FIRST and len(text) < 200 and _OPENS.match(text):
            end = _end(texts, index)
            for line in range(index, end + 1):
                if texts[line]:
                    found[line] = RemovedReason.SIGNATURE_STAMP


def _end(texts: list[str], start: int) -> int:
    seen = 0
    for index in range(start, len(texts)):
        if not texts[index]:
            continue
        seen += 1
        if seen > MAX_LINES or len(texts[index]) >= 200:
            break
        if _CLOSES.search(texts[index]):
            return index
    return start - 1
