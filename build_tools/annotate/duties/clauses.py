"""Sentences and their parts: where one charge can end and the next begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.model.span import Span

_END = re.compile(r"[.;!?…](?:[”\"*)_]{0,3})\s+")
_SHORT = re.compile(r"\b(?:[A-ZĐ]|TP|TT|TS|PGS|GS|KT|TM|TL|Th|Tr|tr)$")
_SCOPE = re.compile(
    r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định|Quy định|Quy chế|Chương|Mục|Điều|"
    r"Phụ lục) này (?:quy định|hướng dẫn|áp dụng|sửa đổi|bãi bỏ|thay thế)"
)
"""What an act says of itself."""


def clauses(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a passage, parted also at semicolons; a full stop ends one only before a capital letter."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.end() >= span.end:
            break
        if match[0][0] != ";" and not _begins_sentence(text, match):
            continue
        yield Span(start, match.end() - (len(match[0]) - len(match[0].rstrip())))
        start = match.end()
    if start < span.end:
        yield Span(start, span.end)


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 3].lstrip('“"(*_')
    if not following[:1].isupper():
        return False
    return match[0][0] != "." or not _SHORT.search(text[max(0, match.start() - 4) : match.start()])


def tells_scope(text: str, clause: Span) -> bool:
    """Whether a clause only tells what an act, or a part of it, is about (`Thông tư này quy định …`)."""
    return _SCOPE.match(text, clause.start, clause.end) is not None
