"""Digital-signature stamps that a signing tool prints over a page: `Người ký: … Cơ quan: … Thời gian ký: …`.

They may share their first line, or their only one, with text that stands there.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct

from build_tools.model.findings import RemovedReason
from build_tools.model.span import Span
from build_tools.normalise.line_starts import Start, start_of

MAX_LINES: Final = 9  # lines of one stamp, empty ones not counted
_LONGEST: Final = 200  # characters of one of its lines
_SHORT: Final = 50  # characters of a line of it that is neither a field nor in capitals
_NAME_LINES: Final = 3  # lines over which the name of the signer may run

_FIRST: Final = frozenset("NnKkĐđSsDd")
_MACHINES = r"Ký bởi|Ký số bởi|Ký điện tử bởi|Được ký bởi|Signed by|Digitally signed by"
_OPENS = re.compile(rf"(?:Người ký|{_MACHINES})\s?:?\s*\S", re.IGNORECASE)
_SIGNED = re.compile(
    rf"(?:(?P<machine>{_MACHINES})|Người ký)\s?:\s*[^\W_].*", re.IGNORECASE
)  # by somebody, not by dots
_INSIDE = re.compile(  # the same words in the middle of a line; there the colon is needed
    rf"(?<=\s)(?:Người ký|{_MACHINES})\s?:\s*\S"
)
_CLOSES = re.compile(
    r"(?:Thời gian ký|Ngày ký|Giờ ký|Signing time|Date)\s?:?\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[\sT]*\d{1,2}[:.]\d{2}",
    re.IGNORECASE,
)
_FIELD = re.compile(  # how the further lines of a stamp begin
    r"(?:E-?mail|Cơ quan|Đơn vị|Tổ chức|Chức vụ|Thời gian ký|Ngày ký|Giờ ký|Lý do|Địa điểm|Reason|Location|Date)\s?:",
    re.IGNORECASE,
)
_FILLED = re.compile(r":\s*[^\W_]")  # behind the colon stands a word, not dots to write on
_ZONE = re.compile(r"(?:[:.]\d{2})?(?:\s?[+-]\d{2}[:'’]?\d{2}['’]?)?")  # seconds and time zone behind the minutes


class Cut(Struct, frozen=True):
    """A part of a line that is no text of the document."""

    index: int
    span: Span


def cut_stamps(texts: list[str], found: dict[int, RemovedReason]) -> list[Cut]:
    """The stamps that share a line with text: what to cut out of that line. Their further lines go into `found`."""
    cuts: list[Cut] = []
    for index, text in enumerate(texts):
        signed = ("ký" in text or "Ký" in text or "igned by" in text) and index not in found
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
    """The lines of every stamp: from the line that names the signer to the one with the time.

    Without the time, to its last field; a line of its own where only that is left and no person writes so.
    """
    for index, text in enumerate(texts):
        if text[:1] in _FIRST and len(text) < _LONGEST and index not in found and _OPENS.match(text):
            lines = _to_the_time(texts, index) or _to_the_fields(texts, index) or _alone(texts, index)
            found.update(dict.fromkeys(lines, RemovedReason.SIGNATURE_STAMP))


def _to_the_time(texts: list[str], start: int) -> list[int]:
    lines: list[int] = []
    for index in range(start, len(texts)):
        if not texts[index]:
            continue
        lines.append(index)
        if len(lines) > MAX_LINES or (index > start and not _belongs(texts[index])):
            break
        if _CLOSES.search(texts[index]):
            return lines
    return []


def _belongs(text: str) -> bool:
    """Whether a line can stand inside a stamp: a field, a name in capitals, an address, a few words; no sentence."""
    if len(text) >= _LONGEST:
        return False
    return bool(_FIELD.match(text)) or text.isupper() or "@" in text or "=" in text or _is_short(text)


def _is_short(text: str) -> bool:
    return len(text) <= _SHORT and not text[0].islower() and start_of(text) is Start.PLAIN


def _to_the_fields(texts: list[str], start: int) -> list[int]:
    """The signer, whose name in capitals may run over lines, and the filled fields behind it; none without a field."""
    if not _SIGNED.fullmatch(texts[start]):
        return []
    lines = [start]
    fields = 0
    for index in range(start + 1, len(texts)):
        text = texts[index]
        if not text:
            continue
        field = bool(_FIELD.match(text) and _FILLED.search(text))
        if not field and (fields or not text.isupper() or len(lines) >= _NAME_LINES):
            break
        lines.append(index)
        fields += field
    return lines if fields else []


def _alone(texts: list[str], index: int) -> list[int]:
    """The one line, where it is in the words of a machine or parts a sentence."""
    signed = _SIGNED.fullmatch(texts[index])
    if signed is None:
        return []
    before = next((text for text in reversed(texts[max(0, index - 3) : index]) if text), "")
    after = next((text for text in texts[index + 1 : index + 9] if text), "")
    parts = before[-1:].isalpha() and before[-1:].islower() and after[:1].islower()
    return [index] if signed["machine"] or parts else []
