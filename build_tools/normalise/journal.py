"""What the official gazette prints into a text beside its header: where the text goes on, and who publishes it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from build_tools.model.findings import Diagnostic, RemovedReason
from build_tools.model.source import SourceText
from build_tools.normalise.running_headers import HEADER

_REFERENCE = re.compile(
    r"\((?P<to>Xem tiếp|Tiếp theo)(?: theo)?(?: trên| tại| trong)? Công báo(?: các)?(?: từ)? số [^()]{1,80}\)",
    re.IGNORECASE,
)
_IMPRINT: Final = "VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN"
_LINES_OF_IMPRINT = re.compile(
    r"Địa chỉ\s?:?.{0,80}|Số \d{1,3},? .{0,60}Hà Nội\.?|(?:Điện thoại|Fax|Giá|In tại|Chỉ số)\b.{0,100}"
    r"|[-–]?\s?(?:Nội dung|Phát hành)\s?:.{0,60}|[\d.\s();-]{6,40}|(?:E-?mail|Website)\s?:?.{0,60}|\S{1,40}@\S{1,40}"
    r"|(?:https?://|www\.)\S{1,60}",
    re.IGNORECASE,
)


def find_references(texts: list[str], found: dict[int, RemovedReason]) -> list[int]:
    """The lines `(Xem tiếp Công báo số …)` and `(Tiếp theo Công báo số …)`.

    Returns those that lead to what this file does not hold: where parts were put together, each of the two answers
    the other.
    """
    onward: list[int] = []
    behind: list[int] = []
    for index in [index for index, text in enumerate(texts) if text[:1] == "(" and "ông báo" in text]:
        match = _REFERENCE.fullmatch(texts[index])
        if match is None or index in found:
            continue
        continues = match["to"].lower() == "xem tiếp"
        found[index] = RemovedReason.RUNNING_FOOTER if continues else RemovedReason.RUNNING_HEADER
        if continues:
            onward.append(index)
        elif onward:
            onward.pop()
        else:
            behind.append(index)
    return [*behind[:1], *onward[-1:]]


def parts_elsewhere(source: SourceText, texts: list[str], lines: list[int]) -> list[Diagnostic]:
    """That the file holds only a part of the document, for each line that says where the rest is."""
    return [Diagnostic("part-elsewhere", source.lines[index].number, args={"line": texts[index]}) for index in lines]


def pages_without_text(source: SourceText, texts: list[str], found: dict[int, RemovedReason]) -> list[Diagnostic]:
    """That pages hold nothing but the journal's header: they were pictures, and who made the text did not read them."""
    heads = [i for i in sorted(found) if found[i] is RemovedReason.RUNNING_HEADER and HEADER.fullmatch(texts[i])]
    pages = pairwise([*heads, len(texts)])
    empty = [head for head, end in pages if not any(texts[i] and i not in found for i in range(head + 1, end))]
    if not empty:
        return []
    args = {"empty": str(len(empty)), "pages": str(len(heads))}
    code = "text-mostly-missing" if len(empty) > len(heads) / 2 else "text-page-missing"
    return [Diagnostic(code, source.lines[empty[0]].number, args=args)]


def find_imprint(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """The imprint behind the last page of an issue: who publishes the gazette, with address and telephone."""
    for start, text in enumerate(texts):
        if text != _IMPRINT:
            continue
        for index in range(start, len(texts)):
            if texts[index] and index > start and not _LINES_OF_IMPRINT.fullmatch(texts[index]):
                break
            if texts[index]:
                found[index] = RemovedReason.RUNNING_FOOTER
