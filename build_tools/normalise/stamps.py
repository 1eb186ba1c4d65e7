"""Digital-signature stamps that a signing tool prints over a page: `Người ký: … Cơ quan: … Thời gian ký: …`.

They may share their first line, or their only one, with text that stands there.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from build_tools.model.findings import RemovedReason
from build_tools.model.span import Span

_FIRST: Final = frozenset("NnKkĐđSsDd")
MAX_LINES: Final = 9  # lines of one stamp, empty ones not counted

_OPENS = re.compile(
    r"(?:Người ký|Ký bởi|Ký số bởi|Ký điện tử bởi|Được ký bởi|Signed by|Digitally signed by)\s?:?\s*\S", re.IGNORECASE
)
_CLOSES = re.compile(
    r"(?:Thời gian ký|Ngày ký|Giờ ký|Signing time|Date)\s?:?\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[\sT]*\d{1,2}[:.]\d{2}",
    re.IGNORECASE,
)


_INSIDE = re.compile(  # the same words in the middle of a line; there the colon is needed
    r"(?<=\s)(?:Người ký|Ký bởi|Ký số bởi|Ký điện tử bởi|Được ký bởi|Signed by|Digitally signed by)\s?:\s*\S"
)
_FIELD = re.compile(  # how the further lines of a stamp begin
    r"(?:E-?mail|Cơ quan|Đơn vị|Tổ chức|Chức vụ|Thời gian ký|Ngày ký|Giờ ký|Lý do|Địa điểm|Reason|Location|Date)\s?:",
    re.IGNORECASE,
)
_ZONE = re.compile(r"(?:[:.]\d{2})?(?:\s?[+-]\d{2}:?\d{2})?")  # seconds and time zone behind the minutes


class Cut(Struct, frozen=True):
    """A part of a line that is no text of the document."""

    index: int
    span: Span


def cut_stamps(texts: list[str], found: dict[int, RemovedReason]) -> list[Cut]:
    """The stamps that share a line with text: what to cut out of that line. Their further lines go into `found`."""
    cuts: list[Cut] = []
    for index, text in enumerate(texts):
        signed = ("ký" in text or "igned by" in text) and index not in found
        opens = _INSIDE.search(text) if signed else None
        if opens is None:
            continue
        closes = _CLOSES.search(text, opens.end())
        if closes:
            zone = _ZONE.match(text, closes.end())
            cuts.append(Cut(index, Span(opens.start(), zone.end() if zone else closes.end())))
            continue
        further = _further(texts, index + 1)
        if further:
            cuts.append(Cut(index, Span(opens.start(), len(text))))
            found.update(dict.fromkeys(further, RemovedReason.SIGNATURE_STAMP))
    return cuts


def _further(texts: list[str], start: int) -> list[int]:
    """The lines from `start` on that go on a stamp, to the one with the time; none where it does not come."""
    lines: list[int] = []
    for index in range(start, len(texts)):
        if not texts[index]:
            continue
        if not _FIELD.match(texts[index]) or len(lines) >= MAX_LINES:
            return []
        lines.append(index)
        if _CLOSES.search(texts[index]):
            return lines
    return []


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
