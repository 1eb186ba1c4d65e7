"""Where does a block begin? Rules in one table, tried in order; the first that has an opinion decides."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from build_tools.model.source import BlockKind
from build_tools.normalise.layout import Layout, measure
from build_tools.normalise.line_starts import Start
from build_tools.normalise.lines import Line

BREAK, JOIN = True, False
Group = list[Line]
Rule = Callable[[Group, Line, Layout], bool | None]

_CUT = re.compile(r"[A-ZĐ0-9][-/]$")
_CUT_NEXT = re.compile(r"[A-ZĐ0-9]{2}")
_STROKE = re.compile(r"/(?:[A-ZĐ]|(?:19|20)\d\d)")
_SYMBOL = re.compile(r"\d[-/A-ZĐa-z\d]{0,18}$")
_EXAMPLES: Final = ("Ví dụ", "Ghi chú")
_EXAMPLE = re.compile(r"(?:Ví dụ|Ghi chú)(?: \d{1,2})?(?: \([^()]{1,80}\))?\s?:")
_COLUMN_HEADS: Final = frozenset(("TT", "STT", "Số TT", "Stt"))  # often printed again behind a page break
_LONGEST_HEAD: Final = 5
_CONNECTING: Final = ("VÀ ", "CỦA ", "VỀ ", "TRONG ", "VỚI ", "CHO ", "THEO ", "TẠI ", "ĐỐI VỚI ", "HOẶC ", "CÓ ")
_OF_ARTICLE = re.compile(  # `tại khoản 1 ⏎ Điều 6.`: what stands before can only be a unit of the article below
    r"(?<!\w)(?:khoản|điểm)\s(?:\d{1,3}[a-zđ]?|[a-zđ]\d?)(?:(?:,|\svà|\shoặc)\s(?:\d{1,3}[a-zđ]?|[a-zđ]\d?))*$"
)
_OPENERS: Final = frozenset("“‘(")
_SIGNATURE: Final = ("TM", "KT", "TL", "TUQ", "T/M", "K/T", "T/L", "Q.")
_COMPOUNDS: Final = (  # names with a dash that a line end may cut
    ("lao động", "thương"), ("kinh tế", "xã hội"), ("kinh tế", "kỹ"), ("kinh tế", "hạ"), ("kinh tế", "ngân"),
    ("chính trị", "xã hội"), ("chính trị", "hành"), ("văn hóa", "thông"), ("văn hóa", "xã hội"), ("văn hóa", "thể"),
    ("văn hoá", "thông"), ("văn hoá", "xã hội"), ("tài chính", "kế"), ("phát thanh", "truyền"), ("độc lập", "tự do"),
    ("tự do", "hạnh"), ("khoa học", "công"), ("khoa học", "kỹ"), ("dân số", "kế"), ("nghề nghiệp", "việc"),
)  # fmt: skip
_GUARDS: Final = (  # words after which a number at the start of a line is not a label
    "điều", "khoản", "điểm", "mục", "chương", "phần", "phụ lục", "số", "năm", "tháng", "ngày", "quý", "mẫu", "biểu",
    "từ", "đến", "và", "hoặc", "của", "tại", "khóa", "là", "bằng", "hơn", "dưới", "trên", "bảng", "lục", "hạng", "loại",
)  # fmt: skip


def _runs_on(group: Group, line: Line, layout: Layout) -> bool | None:
    """The usual case, first because it is: a sentence goes on in lower case on the next line."""
    if not line.lower or line.gap > layout.gap or line.opens is not None:
        return None
    before = group[-1]
    if before.finished or before.caps or before.start is Start.ALONE:
        return None
    return None if _ends_with_page(group, line) else JOIN


def _by_format(group: Group, line: Line, _layout: Layout) -> bool | None:
    """What the format says: rows and notes are blocks, and a line that the page sets in begins a paragraph."""
    return BREAK if line.opens is not None or _ends_with_page(group, line) else None


def _ends_with_page(group: Group, line: Line) -> bool:
    """Whether a row is complete, or a note that does not run over the page."""
    first = group[0].opens
    if first is None or first is BlockKind.PARAGRAPH:
        return False
    return first is BlockKind.TABLE_ROW or line.page_break


def _opened(group: Group, _line: Line, _layout: Layout) -> bool | None:
    """A quotation mark that stands alone opens what follows."""
    return JOIN if group[-1].text in _OPENERS else None


def _example(group: Group, line: Line, _layout: Layout) -> bool | None:
    """`Ví dụ:` and `Ghi chú:` behind a full stop begin a paragraph, however long the line before them was."""
    return BREAK if line.text.startswith(_EXAMPLES) and group[-1].end == "." and _EXAMPLE.match(line.text) else None


def _cut_symbol(group: Group, line: Line, _layout: Layout) -> bool | None:
    """A symbol cut behind its hyphen or stroke (01/2022/TTLT-VKSNDTC- ⏎ TANDTC-BCA), or before it (27-QĐ ⏎ /TW)."""
    before = group[-1].text
    if before[-1] in "-/":
        return JOIN if _CUT.search(before) and _CUT_NEXT.match(line.text) else None
    if line.text[0] != "/":
        return None
    return JOIN if _STROKE.match(line.text) and _SYMBOL.search(before, max(0, len(before) - 20)) else None


def _numbers(group: Group, line: Line, _layout: Layout) -> bool | None:
    """The number of a table row shares no block, unless the text before it asks for one; nor does its column's head."""
    before = group[-1]
    if len(line.text) <= _LONGEST_HEAD:
        if line.text.isdecimal() and len(line.text) <= 3 and not before.reads_on:
            return BREAK
        if line.text in _COLUMN_HEADS:
            return JOIN if line.text == "TT" and before.text == "Số" else BREAK
    if len(group) > 1 or len(before.text) > _LONGEST_HEAD:
        return None
    if before.text in _COLUMN_HEADS:
        return BREAK
    return BREAK if before.text.isdecimal() and len(before.text) <= 4 and not line.lower else None


def _alone(group: Group, line: Line, _layout: Layout) -> bool | None:
    """The national name, a symbol line, a date line, a drawn line share no block."""
    if line.start is Start.ALONE or group[-1].start is Start.ALONE:
        return BREAK
    return None


def _bullet(group: Group, line: Line, layout: Layout) -> bool | None:
    """A bullet, unless it is the dash of a compound name cut at the line end (Lao động ⏎ - Thương binh và Xã hội)."""
    if line.start is not Start.BULLET:
        return None
    before = group[-1]
    if before.finished or before.caps or line.gap > layout.gap or line.text[0] not in "-–" or before.text[-1] == ",":
        return BREAK
    if line.text[2:3].islower() and layout.wraps(before, line):
        return JOIN
    return JOIN if _is_compound(before, line) else BREAK


def _is_compound(before: Line, line: Line) -> bool:
    head, tail = before.text[-10:].lower(), line.text[2:12].lower()
    return any(head.endswith(first) and tail.startswith(second) for first, second in _COMPOUNDS)


def _label(group: Group, line: Line, layout: Layout) -> bool | None:
    """The label of a unit, unless it is a number that the sentence before asks for (năm ⏎ 2026. Từ ngày …)."""
    if line.start is not Start.LABEL:
        return None
    before = group[-1]
    if before.finished or line.gap > layout.gap:
        return BREAK
    if line.text.startswith("Điều ") and _OF_ARTICLE.search(before.text, max(0, len(before.text) - 60)):
        return JOIN
    tail = before.text[-12:].lower()
    asks = tail.endswith(_GUARDS) or before.text[-1] in "-–/("
    return JOIN if asks and not before.caps and layout.wraps(before, line) else BREAK


def _lead(group: Group, line: Line, layout: Layout) -> bool | None:
    """A line that opens a part of its own: legal basis, recipients, addressee, authority of the signature."""
    if line.start is not Start.LEAD:
        return None
    before = group[-1]
    if line.caps or before.finished or before.caps or line.gap > layout.gap or before.text[-1] == ",":
        return BREAK
    return JOIN if layout.wraps(before, line) else BREAK


def _capitals(group: Group, line: Line, layout: Layout) -> bool | None:
    """A heading in capitals and a line that is not in capitals do not share a block."""
    before = group[-1]
    if line.caps and before.caps:
        return _both_capitals(group, line, layout)
    if line.caps == before.caps:
        return None
    if before.caps:
        in_sentence = not group[0].caps or before.end in "(,"
        return None if in_sentence else BREAK
    if before.finished or line.gap > layout.gap or group[0].start is Start.LEAD:
        return BREAK
    return JOIN if before.reads_on or layout.wraps(before, line) else BREAK


def _both_capitals(group: Group, line: Line, layout: Layout) -> bool | None:
    before = group[-1]
    if line.gap > layout.gap or before.finished or before.text.startswith(_SIGNATURE):
        return BREAK
    if before.reads_on or group[0].start is Start.LABEL or line.text.startswith(_CONNECTING):
        return JOIN
    if not group[0].caps:
        return None
    return JOIN if len(before.text) >= layout.width * 0.55 else BREAK


def _after_recipients(group: Group, _line: Line, _layout: Layout) -> bool | None:
    """`Nơi nhận:` stands alone; so does the addressee's line when it is finished."""
    return BREAK if group[-1].start is Start.LEAD and group[-1].end == ":" else None


def _separate(group: Group, line: Line, layout: Layout) -> bool | None:
    """An empty line parts blocks where the layout does not put one after every line."""
    if line.gap <= layout.gap or line.page_break:
        return None
    before = group[-1]
    if line.lower and not before.finished and (layout.gap > 0 or before.reads_on):
        return JOIN
    return BREAK


def _lower_case(group: Group, line: Line, layout: Layout) -> bool | None:
    """A line that begins in lower case continues, unless the line before it is finished and short."""
    if not line.lower:
        return None
    before = group[-1]
    if not before.finished or layout.wraps(before, line):
        return JOIN
    return JOIN if layout.wrapped and before.end in ";:" else BREAK


def _unfinished(group: Group, line: Line, layout: Layout) -> bool | None:
    """After a comma or a joining word the sentence goes on, and behind a clause with the article that holds it."""
    before = group[-1]
    if not layout.wrapped:
        return None
    if line.text.startswith("Điều ") and _OF_ARTICLE.search(before.text, max(0, len(before.text) - 60)):
        return JOIN
    return JOIN if before.reads_on else None


def _title(group: Group, line: Line, _layout: Layout) -> bool | None:
    """The lines of a title are centred, so their length says nothing: they run to the next empty line."""
    return JOIN if group[0].opens is BlockKind.HEADING and line.gap == 0 else None


def _width(group: Group, line: Line, layout: Layout) -> bool | None:
    """A line that had no room for the next word goes on; one that had room ended on purpose."""
    before = group[-1]
    return JOIN if layout.wraps(before, line) else BREAK


ANY: Final = frozenset(Start)
PLAIN: Final = frozenset({Start.PLAIN})

RULES: Final[tuple[tuple[Rule, frozenset[Start]], ...]] = (  # the rule, and the beginnings of lines it speaks of
    (_runs_on, PLAIN),
    (_opened, ANY),
    (_by_format, ANY),
    (_numbers, ANY),
    (_cut_symbol, ANY),
    (_alone, ANY),
    (_bullet, frozenset({Start.BULLET})),
    (_label, frozenset({Start.LABEL})),
    (_lead, frozenset({Start.LEAD})),
    (_after_recipients, ANY),
    (_capitals, ANY),
    (_example, PLAIN),
    (_separate, ANY),
    (_lower_case, ANY),
    (_unfinished, ANY),
    (_title, ANY),
    (_width, ANY),
)
_RULES_FOR: Final = tuple([tuple([rule for rule, starts in RULES if start in starts]) for start in Start])


def group_lines(lines: list[Line]) -> list[Group]:
    """The lines of plain text, one group for each block."""
    layout = measure(lines)
    groups: list[Group] = []
    for line in lines:
        if groups and _decide(groups[-1], line, layout) is JOIN:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _decide(group: Group, line: Line, layout: Layout) -> bool:
    for rule in _RULES_FOR[line.start]:
        opinion = rule(group, line, layout)
        if opinion is not None:
            return opinion
    return BREAK


def group_blocks(lines: list[Line], *, soft_breaks_count: bool) -> list[Group]:
    """The lines of a format that marks its blocks; repairs what a page break or a careless line end did to them.

    `soft_breaks_count`: a plain line end inside a block may part two (Markdown); in HTML it is never more than a space.
    """
    groups: list[Group] = []
    for line in lines:
        if groups and _continues(groups[-1], line, soft_breaks_count):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(group: Group, line: Line, soft_breaks_count: bool) -> bool:  # noqa: FBT001
    before, first = group[-1], group[0]
    if line.opens is None and not line.break_before and not soft_breaks_count:
        return True
    if line.opens is not None:  # the format says: a new block
        cut = line.opens is BlockKind.PARAGRAPH and first.opens in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, None}
        cut = cut and not line.break_before
        return cut and line.start is Start.PLAIN and line.lower and not before.finished and not first.caps
    if line.start is Start.ALONE or before.start is Start.ALONE:
        return False
    if line.start is not Start.PLAIN:
        return before.reads_on and not before.caps and before.text[-1] != ","
    if line.caps or before.caps:
        return line.caps and before.caps and before.reads_on
    if not line.break_before:
        return True
    emphasised = first.opens is BlockKind.HEADING or (bool(before.marks) and bool(line.marks))
    return line.lower or before.reads_on or (emphasised and not before.finished)
