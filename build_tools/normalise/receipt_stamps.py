"""The stamp of the office that received a paper: `CÔNG VĂN ĐẾN Số: … Ngày: … Chuyển: …` (Decree 30/2020, Annex IV).

It is put on the first page. Forms that only show the stamp have no date in it and stay.
"""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.findings import RemovedReason
from build_tools.model.span import Span
from build_tools.normalise.stamps import Cut

_FIRST_PAGE: Final = 60  # lines with text
_MOST_LINES: Final = 6  # of one stamp, empty ones not counted

_BLANK = r"[.…_]{2,40}"
_DATE = (
    r"[Nn]gày\s?:?\s?(?:\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}"
    r"|\d{1,2} tháng \d{1,2} năm \d{4})"
)
_FIELD = (
    rf"(?:{_DATE}|Số\s?:?\s?(?:\d{{1,6}}|{_BLANK})|Giờ\s?:?\s?(?:\d{{1,2}}(?:\s?(?:[h:]|giờ)\s?(?:\d{{2}})?)?|{_BLANK}))"
    r"(?![\w/-])"
)
_PASSED_ON = r"(?:Chuyển|Lưu hồ sơ số|Số và ký hiệu HS)\s?:.{0,80}"
_NAME = r"(?:(?:CÔNG VĂN|VĂN BẢN) )?ĐẾN"
_OPENS = re.compile(_NAME)
_FIELDS = re.compile(rf"{_FIELD}(?:[\s;,]{{1,3}}{_FIELD}){{0,3}}|{_PASSED_ON}")
_DATED = re.compile(_DATE)
_INSIDE = re.compile(rf"(?:^|(?<=\s)){_NAME}\s(?P<fields>{_FIELD}(?:[\s;,]{{1,3}}{_FIELD}){{1,3}})")


def cut_receipt_stamps(texts: list[str], found: dict[int, RemovedReason]) -> list[Cut]:
    """The stamps on one line with text: what to cut out. Those on lines of their own go into `found`."""
    cuts: list[Cut] = []
    first_page = [index for index, text in enumerate(texts) if text][:_FIRST_PAGE]
    for place, index in enumerate(first_page):
        if "ĐẾN" not in texts[index] or index in found:
            continue
        inside = _INSIDE.search(texts[index])
        if inside and _DATED.search(inside["fields"]):
            cuts.append(Cut(index, Span(inside.start(), inside.end())))
        elif _OPENS.fullmatch(texts[index]):
            found.update(dict.fromkeys(_stamp(texts, first_page[place:]), RemovedReason.RECEIPT_STAMP))
    return cuts


def _stamp(texts: list[str], lines: list[int]) -> list[int]:
    """The lines of a stamp that begins with the first of these; none where it bears no date."""
    end = 1
    while end < min(len(lines), _MOST_LINES) and _FIELDS.fullmatch(texts[lines[end]]):
        end += 1
    return lines[:end] if any(_DATED.search(texts[index]) for index in lines[1:end]) else []
