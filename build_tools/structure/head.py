"""The head of a document: letterhead, number, place and date, type, title, preamble.

The parts are found by their shape, wherever a converter put them: a PDF that printed its two columns one after the
other gives the same result as the page read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from build_tools.data.rows import DocumentType
from build_tools.grammar.labels import Label, Style
from build_tools.structure.bodies import begins_body
from build_tools.structure.letterhead import (
    GAZETTE_HEADING,
    is_type_name,
    issuer_names,
    number_of,
    place_and_date_at,
    types_of,
)
from build_tools.structure.lines import Line
from build_tools.structure.titles import PREAMBLE_CUE, SUBJECT, read_subject, read_title

DEPTH = 70  # lines within which the head of a document lies
_SEARCH = 80  # lines after a first number in which the first article of a text may still stand
_ENACTS = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|QUY ĐỊNH|KẾT LUẬN)\s*:?$")


class Head(Struct, frozen=True):
    """Where the parts of the head stand (indices of lines; `None` for a part that is absent).

    `start` is the first line after the head: the body. `number` and `date` are the words of their lines,
    `issued_by` is the body that the type line names (`CHỈ THỊ CỦA BAN BÍ THƯ`).
    """

    start: int = 0
    type_line: int | None = None
    types: tuple[DocumentType, ...] = ()
    letterhead: range = range(0)
    title: range = range(0)
    title_text: str | None = None
    preamble: range = range(0)
    number: str | None = None
    number_line: int | None = None
    place: str | None = None
    date: str | None = None
    date_line: int | None = None
    issuer_lines: tuple[str, ...] = ()
    issued_by: str | None = None


def read_head(lines: Sequence[Line]) -> Head:
    """The head of the document whose lines these are."""
    first_label = _first_unit(lines)
    limit = min(len(lines), DEPTH, first_label if first_label is not None else DEPTH)
    type_line = _type_line(lines[:limit])
    number, number_line = _number(lines, type_line if type_line is not None else min(limit, 12), limit)
    place, date, date_line = _place_and_date(lines, limit if type_line is not None else min(limit, 15))
    if type_line is None:
        return _with_grounds(_untyped(lines, limit, number, number_line, place, date, date_line), lines, first_label)
    types, width = types_of(lines[type_line], capitals=not is_type_name(lines[type_line].text))
    title = read_title(lines, type_line, width, limit)
    letterhead_end = type_line
    last_head_line = max(type_line, number_line or 0, date_line or 0)
    body = max(title.lines.stop, last_head_line + 1)
    start = _body_start(lines, body, first_label)
    return Head(
        start=start,
        type_line=type_line,
        types=types,
        letterhead=range(letterhead_end),
        title=title.lines,
        title_text=title.text,
        issued_by=title.issued_by,
        preamble=range(body, start),
        number=number,
        number_line=number_line,
        place=place,
        date=date,
        date_line=date_line,
        issuer_lines=issuer_names(lines[:letterhead_end]),
    )


def _untyped(
    lines: Sequence[Line],
    limit: int,
    number: str | None,
    number_line: int | None,
    place: str | None,
    date: str | None,
    date_line: int | None,
) -> Head:
    """A head without type line: a dispatch (number, "V/v …", "Kính gửi"), or no head at all."""
    if number is None and date is None:
        return Head()
    last = max(number_line or 0, date_line or 0)
    subject = next((i for i in range(limit) if SUBJECT.match(lines[i].text)), None)
    addressee = next((i for i in range(limit) if lines[i].text.startswith("Kính gửi")), None)
    end = max(last, subject or 0) + 1 if addressee is None else addressee
    title = read_subject(lines, subject, limit) if subject is not None else None
    start = _behind_addressees(lines, end) if addressee is not None else end
    return Head(
        start=start,
        letterhead=range(end),
        preamble=range(end, start),
        title=title.lines if title and title.lines.stop == end else range(0),
        title_text=title.text if title else None,
        number=number,
        number_line=number_line,
        place=place,
        date=date,
        date_line=date_line,
        issuer_lines=issuer_names(lines[: (number_line if number_line is not None else last)]),
    )


def _behind_addressees(lines: Sequence[Line], addressee: int) -> int:
    """The line behind the addressees that stand one below the other, each with a dash; else the line of `Kính gửi`."""
    index = addressee + 1
    while index < len(lines) and any(label.style.is_bullet for label in lines[index].labels):
        index += 1
    return index if index > addressee + 1 else addressee


def _with_grounds(head: Head, lines: Sequence[Line], first_label: int | None) -> Head:
    """A head without type line whose text is enacted all the same: the grounds are its preamble."""
    if head.title or first_label is None or first_label <= head.start:
        return head
    above = range(head.start, first_label)
    if not any(_ENACTS.match(lines[index].text) or lines[index].text.startswith("Căn cứ ") for index in above):
        return head
    title = list(takewhile(lambda i: lines[i].is_capitals and not begins_body(lines[i].text), above))
    words = " ".join(lines[i].text for i in title)
    below = range(above.start + len(title), above.stop)
    title_lines = range(above.start, below.start)
    return replace(head, start=first_label, preamble=below, title=title_lines, title_text=words or None)


def _first_unit(lines: Sequence[Line]) -> int | None:
    """The first line with a label that begins a list: in a text of articles the first of its named units.

    An excerpt may begin with any of them.
    """
    first = excerpt = None
    for index, line in enumerate(lines):
        if line.is_table or (first is not None and index > first + _SEARCH):
            continue
        for label in line.labels:
            named = label.style <= Style.ARTICLE
            if named and label.ordinal[0] <= 1:
                return index
            if named and excerpt is None:
                excerpt = index
            if first is None and not label.style.is_bullet and label.ordinal[0] <= 1 and _sure(label):
                first = index
    return min((place for place in (first, excerpt) if place is not None), default=None)


def _sure(label: Label) -> bool:
    return label.dotted or label.style is Style.ROMAN


def _type_line(lines: Sequence[Line]) -> int | None:
    """The line that names the type: a bare one in capitals, else one with more words, else one in small letters."""
    partial = small = None
    for index, line in enumerate(lines):
        types, width = types_of(line)
        if types and _enacts(lines, index):
            continue
        if types and width == len(line.text):
            return index
        if types and partial is None and not GAZETTE_HEADING.match(line.text):
            partial = index
        if small is None and is_type_name(line.text):
            small = index
    return partial if partial is not None else small


def _enacts(lines: Sequence[Line], index: int) -> bool:
    """Whether it is the word that enacts (`QUYẾT ĐỊNH:` above Điều 1), not the type above a title.

    Its colon may be missing below the grounds.
    """
    below = lines[index + 1] if index + 1 < len(lines) else None
    if not lines[index].text.endswith(":") and not any(PREAMBLE_CUE.match(line.text) for line in lines[:index]):
        return False
    return below is None or any(x.style <= Style.ARTICLE for x in below.labels)


def _number(lines: Sequence[Line], before: int, limit: int) -> tuple[str | None, int | None]:
    """The words after *Số* and the line they begin on."""
    for index in (*range(min(before, len(lines))), *range(before, min(limit, before + 6))):
        if number := number_of(lines, index):
            return number, index
    return None, None


def _place_and_date(lines: Sequence[Line], limit: int) -> tuple[str | None, str | None, int | None]:
    for index in range(limit):
        if found := place_and_date_at(lines, index):
            return *found, index
    return None, None, None


def _body_start(lines: Sequence[Line], body: int, first_label: int | None) -> int:
    """The line after the preamble: the first unit, or, in a text without units, what follows the grounds."""
    if first_label is not None and first_label >= body:
        return first_label
    index = body
    while index < len(lines) and (
        lines[index].is_rule or PREAMBLE_CUE.match(lines[index].text) or _ENACTS.match(lines[index].text)
    ):
        index += 1
    return index
