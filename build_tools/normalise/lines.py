"""A line on its way from the received file into a block, with what can be seen of it alone."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.source import BlockKind, Mark, SourceLine
from build_tools.normalise.line_starts import Start, start_of

# Words after which a sentence, a heading or a title cannot end.
_CONNECTIVES: Final = frozenset(
    [
        *("và", "của", "các", "những", "về", "theo", "tại", "hoặc", "cho", "với", "trong", "số", "do", "bởi", "là"),
        *("từ", "đến", "bằng", "trên", "dưới", "giữa", "một", "mỗi", "mọi", "cùng", "như", "khi", "nếu", "mà", "để"),
        *("ngày", "tháng", "năm", "điều", "khoản", "điểm", "mục", "chương", "luật", "thuộc", "qua", "không", "được"),
        *("có", "bị", "phải", "đã", "sẽ", "đang", "gồm", "hay", "việc", "sự", "cấp", "ban", "bộ", "sở", "tỉnh", "xã"),
    ]
)
_LAST_WORD = re.compile(r"(\w+)$")
_ITEM = re.compile(r"\((?:i{1,3}|i?[vx]|vi{1,3}|xi{0,3})\)\s")  # counts in a paragraph, or begins a line
_UNFINISHED_ENDS: Final = ",(-–/“&+"
_FINISHED_ENDS: Final = ".;:!?…"
_CLOSERS: Final = "”\"’')»] "


class Line:
    """One non-empty line, `index` of the source; `gap` empty lines, or furniture (`page_break`), stood before it."""

    __slots__ = (
        "break_before", "caps", "end", "finished", "gap", "index", "lower", "marks", "number", "opens", "page",
        "page_break", "start", "table", "text", "width",
    )  # fmt: skip

    def __init__(self, index: int, received: SourceLine, text: str, gap: int, *, page_break: bool) -> None:
        self.index = index
        self.number = received.number
        self.page = received.page
        self.opens: BlockKind | None = received.opens
        self.break_before = received.break_before
        self.table = received.table
        self.marks: tuple[Mark, ...] = ()
        self.text = text
        self.gap = gap
        self.page_break = page_break
        self.width = 0  # of a full line here, where it differs from the rest of the text
        first = text[0]
        # Whether it begins in mid-sentence, to judge by its first letter.
        self.lower = first.islower() or (first in "“‘\"'(" and text[1:2].islower() and not _ITEM.match(text))
        self.start: Start = start_of(text)
        end = text[-1]
        if end in _CLOSERS:
            end = text.rstrip(_CLOSERS)[-1:]
        self.end = "" if end == "." and text.endswith("..") else end
        # Whether it ends like a sentence or an item of a list; a row of dots to fill in is no end.
        self.finished = self.end != "" and self.end in _FINISHED_ENDS
        self.caps = not self.lower and text.isupper()

    @property
    def reads_on(self) -> bool:
        """Whether something must follow: the line ends in a comma, an opening bracket or a joining word."""
        if self.text[-1] in _UNFINISHED_ENDS:
            return True
        last = _LAST_WORD.search(self.text[-12:])
        return last is not None and last[1] in _CONNECTIVES

    def first_word_length(self) -> int:
        """The length of the first word, for the question whether it had room on the line before."""
        space = self.text.find(" ")
        return space if space > 0 else len(self.text)
