"""A line on its way from the received file into a block, with what can be seen of it alone."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.source import BlockKind, Mark
from build_tools.normalise.line_starts import Start, start_of

_CONNECTIVES: Final = frozenset(
    # words after which a sentence, a heading or a title cannot end
    "và của các những về theo tại hoặc cho với trong số do bởi là từ đến bằng trên dưới giữa một mỗi mọi cùng như khi "
    "nếu mà để ngày tháng năm điều khoản điểm mục chương luật thuộc qua không được có bị phải đã sẽ đang gồm hay "
    "việc sự cấp ban bộ sở tỉnh xã".split()
)
_LAST_WORD = re.compile(r"(\w+)$")
_UNFINISHED_ENDS: Final = ",(-–/“&+"
_FINISHED_ENDS: Final = ".;:!?…"
_CLOSERS: Final = "”\"’')»] "


class Line:
    """One non-empty line. `gap` is the number of empty lines before it, `page_break` says furniture stood there."""

    __slots__ = (
        "break_before", "caps", "end", "first", "gap", "indent", "kind", "marks", "number", "opens", "page",
        "page_break", "start", "table", "text",
    )  # fmt: skip

    def __init__(self, number: int, page: int | None, text: str) -> None:
        self.number = number
        self.page = page
        self.text = text
        self.gap = 0
        self.indent = 0
        self.page_break = False
        self.opens: BlockKind | None = None
        self.break_before = False
        self.marks: tuple[Mark, ...] = ()
        self.table: int | None = None
        self.first = text[0]
        self.start: Start = start_of(text)
        self.end = text.rstrip(_CLOSERS)[-1:]
        self.caps = text.isupper()

    @property
    def lower(self) -> bool:
        """Whether the line begins in the middle of a sentence, to judge by its first letter."""
        return self.first.islower() or (self.first in "“‘\"'(" and self.text[1:2].islower())

    @property
    def finished(self) -> bool:
        """Whether the line ends like a sentence or an item of a list."""
        return self.end in _FINISHED_ENDS and self.end != ""

    @property
    def reads_on(self) -> bool:
        """Whether something must follow: the line ends in a comma, an opening bracket or a joining word."""
        if self.text[-1] in _UNFINISHED_ENDS:
            return True
        last = _LAST_WORD.search(self.text[-12:])
        return last is not None and last[1] in _CONNECTIVES

    def first_word_length(self) -> int:
        """The length of the first word: would it have had room on the line before?"""
        space = self.text.find(" ")
        return space if space > 0 else len(self.text)
