"""Footnotes: where a note stands in the flow of the text, between the sentences of another unit.

A PDF prints the notes of a page below its text. In linear text a note therefore reaches to the end of its page, and a
long one goes on at the foot of the next page, behind that page's own text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.grammar.labels import Label
from build_tools.grammar.letters import compile_letters
from build_tools.model.source import BlockKind
from build_tools.structure.lines import Line

_NOTE = compile_letters(r"(?:\[?(?P<number>\d{1,3})\]?)\s+(?:[-–]\s+)?(?=[{Lu}“\"(])")
_FORMAT_NOTE = re.compile(r"\[?\^?(?P<number>\d{1,3})\]?:?\s*")
_MARK = r"(?<=[^\s\d\[(])\[?{number}\]?(?!\d|[.,]\d)|(?<=\d\.){number}(?=\s|[^\W\d_])"
_EDITORIAL = re.compile(
    r"(?:Điều|Khoản|Điểm|Mục|Chương|Phần|Tên|Cụm từ|Nội dung|Đoạn|Câu|Căn cứ|Phụ lục|Mẫu|Luật|Nghị định|Thông tư|"
    r"Quy định|Gạch)\b"
    r".{0,200}?(?:được (?:sửa đổi|bổ sung|thay|bãi bỏ)|bãi bỏ|có hiệu lực|đã hết hiệu lực|quy định như sau)"
)
_SKIPPED = 3  # notes in turn that may be missing
_MOTTO = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_LONGEST = 120  # lines of one part of a note
_NEAR = 80  # lines before a note in which its mark stands


class Footnote(Struct, frozen=True):
    """One note: its number, how many characters the number takes, and the lines of its parts (one for each page)."""

    number: str
    width: int
    parts: tuple[range, ...]


def find_footnotes(lines: Sequence[Line], pages: Sequence[int]) -> list[Footnote]:
    """The notes in order. `pages` gives the page of each line, the same for all where pages are not known.

    In a plain text a note is a line that begins with the next number in turn, whose mark stands in the text before.
    """
    found: list[Footnote] = []
    expected, since, index = 1, 0, 0
    taken: set[int] = set()
    while index < len(lines):
        note = None
        if _may_begin(lines[index].text) and index not in taken:
            note = _by_format(lines[index], expected) or _by_number(lines, index, since, expected)
        if note is None:
            index += 1
            continue
        following = int(note["number"]) + 1
        parts = [_on_page(lines, index, pages, following)]
        while (part := _continued(lines, parts, pages, following)) is not None:
            parts.append(part)
            taken.update(part)
        found.append(Footnote(note["number"], note.end(), tuple(parts)))
        expected, since = following, index
        index = parts[0].stop
    return found


def _may_begin(text: str) -> bool:
    """A quick look: whether a line begins as the label of a note does."""
    return text[:1].isdigit() or text.startswith(("[", "^"))


def _by_format(line: Line, expected: int) -> re.Match[str] | None:
    """A block that the format or its place on the page calls a note, if its number comes in turn."""
    note = _FORMAT_NOTE.match(line.text) if line.kind is BlockKind.FOOTNOTE else None
    return note if note is not None and not note["number"].startswith("0") and int(note["number"]) >= expected else None


def _by_number(lines: Sequence[Line], index: int, since: int, expected: int) -> re.Match[str] | None:
    note = _NOTE.match(lines[index].text)
    if not note or lines[index].is_table or note["number"].startswith("0"):
        return None
    if not expected <= int(note["number"]) <= expected + (_SKIPPED if expected > 1 else 0):
        return None
    if expected > 1 and _EDITORIAL.match(lines[index].text, note.end()):
        return note
    mark = re.compile(_MARK.format(number=note["number"]))
    nearby = range(max(since, index - _NEAR), index)
    return note if any(mark.search(lines[place].text) for place in nearby) else None


def _on_page(lines: Sequence[Line], first: int, pages: Sequence[int], following: int) -> range:
    """The lines of a note on the page where it begins: to the next note or to the page's end."""
    if pages[first] == pages[-1] == pages[0]:
        return range(first, first + 1)
    index = first + 1
    while index < min(len(lines), first + _LONGEST) and pages[index] == pages[first]:
        note = _NOTE.match(lines[index].text)
        starts_next = note is not None and following <= int(note["number"]) < following + _SKIPPED
        if starts_next or _MOTTO.match(lines[index].text):
            break
        index += 1
    return range(first, index)


def _continued(lines: Sequence[Line], parts: Sequence[range], pages: Sequence[int], following: int) -> range | None:
    """The part of an unfinished note at the foot of the next page.

    It stands there in the zone of notes without a number of its own, or closes the quotation that the note left open,
    or goes on with the note's numbering.
    """
    last = parts[-1].stop - 1
    if last + 1 >= len(lines) or pages[last + 1] == pages[last]:
        return None
    page = _page(lines, last + 1, pages, following)
    marked = next((i for i in page if lines[i].kind is BlockKind.FOOTNOTE and not lines[i].is_capitals), None)
    if marked is not None:
        return range(marked, page.stop)
    if sum(_balance(lines[i].text) for part in parts for i in part) <= 0:
        return _announced(lines, page) if lines[last].text.endswith(":") else None
    closing = _unmatched_closing(lines, page)
    wanted = _last_label(lines, parts)
    for index in range(closing if closing is not None else page.stop - 1, page.start - 1, -1):
        if wanted is not None and any(_succeeds(label, wanted) for label in lines[index].labels):
            return range(index, page.stop)
    return range(closing, page.stop) if closing is not None else None


def _unmatched_closing(lines: Sequence[Line], page: range) -> int | None:
    """The first line that closes a quotation which the page did not open."""
    depth = 0
    for index in page:
        depth += _balance(lines[index].text)
        if depth < 0:
            return index
    return None


def _announced(lines: Sequence[Line], page: range) -> range | None:
    """The last quotation of a page that begins and ends with a line: what a note announced at the end of its page."""
    end = next((i for i in reversed(page) if re.search(r"”[.;]?$", lines[i].text)), None)
    depth = 0
    for index in range(end, page.start - 1, -1) if end is not None else ():
        depth += _balance(lines[index].text)
        if depth == 0 and lines[index].text.startswith("“"):
            return range(index, (end or index) + 1)
    return None


def _page(lines: Sequence[Line], first: int, pages: Sequence[int], following: int) -> range:
    """The lines of a page from `first` on, up to the first note that begins on it."""
    stop = first
    while stop < len(lines) and pages[stop] == pages[first] and not _starts_next(lines[stop], following):
        stop += 1
    return range(first, stop)


def _starts_next(line: Line, following: int) -> bool:
    """Whether the line begins the next note, or one of the next few."""
    note = _NOTE.match(line.text)
    if note is None or not following <= int(note["number"]) < following + _SKIPPED:
        return False
    return line.kind is BlockKind.FOOTNOTE or bool(_EDITORIAL.match(line.text, note.end()))


def _balance(text: str) -> int:
    return text.count("“") - text.count("”")


def _last_label(lines: Sequence[Line], parts: Sequence[range]) -> Label | None:
    for part in reversed(parts):
        for index in reversed(part):
            labels = [label for label in lines[index].labels if not label.style.is_bullet]
            if labels and index != parts[0].start:
                return labels[0]
    return None


def _succeeds(label: Label, before: Label) -> bool:
    return label.style is before.style and label.ordinal == (before.ordinal[0] + 1, 0)
