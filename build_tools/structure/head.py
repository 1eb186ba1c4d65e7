"""The head of a document: letterhead, number, place and date, type, title, preamble.

The parts are found by their shape, wherever a converter put them: a PDF that printed its two columns one after the
other gives the same result as the page read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.data.rows import DocumentType
from build_tools.grammar.labels import Label, Style
from build_tools.structure.letterhead import (
    GAZETTE_HEADING,
    MOTTO,
    begins_body,
    is_number_line,
    is_type_name,
    issuer_names,
    number_of,
    place_and_date_of,
    types_of,
)
from build_tools.structure.lines import Line

DEPTH = 70  # lines within which the head of a document lies
LONGEST_TITLE = 900
_SEARCH = 80  # lines after a first number in which the first article of a text may still stand
_PREAMBLE_CUE = re.compile(
    r"(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Theo đề nghị|Xét|Trên cơ sở|Sau khi|Tiếp tục thực hiện|Để |Nhằm|Kính gửi|"
    r"Được sự|Theo |Trong |Qua |Ngày |Năm )"
)
_ENACTS = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|QUY ĐỊNH|KẾT LUẬN)\s*:?$")
_SUBJECT = re.compile(r"V/v\s*:?\s*", re.IGNORECASE)
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành )?kèm theo", re.IGNORECASE)


class Head(Struct, frozen=True):
    """Where the parts of the head stand (indices of lines; `None` for a part that is absent).

    `start` is the first line after the head: the body. `number` and `date` are the words of their lines.
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


def read_head(lines: Sequence[Line]) -> Head:
    """The head of the document whose lines these are."""
    first_label = _first_unit(lines)
    limit = min(len(lines), DEPTH, first_label if first_label is not None else DEPTH)
    type_line = _type_line(lines[:limit])
    number, number_line = _number(lines, type_line if type_line is not None else min(limit, 12), limit)
    place, date, date_line = _place_and_date(lines, limit if type_line is not None else min(limit, 15))
    if type_line is None:
        return _untyped(lines, limit, number, number_line, place, date, date_line)
    types, width = types_of(lines[type_line], capitals=not is_type_name(lines[type_line].text))
    title, text = _title(lines, type_line, width, limit)
    letterhead_end = type_line
    last_head_line = max(type_line, number_line or 0, date_line or 0)
    body = max(title.stop, last_head_line + 1)
    start = _body_start(lines, body, first_label)
    return Head(
        start=start,
        type_line=type_line,
        types=types,
        letterhead=range(letterhead_end),
        title=title,
        title_text=text,
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
    subject = next((i for i in range(limit) if _SUBJECT.match(lines[i].text)), None)
    addressee = next((i for i in range(limit) if lines[i].text.startswith("Kính gửi")), None)
    end = max(last, subject or 0) + 1 if addressee is None else addressee
    title = range(subject, _subject_end(lines, subject, limit)) if subject is not None else range(0)
    text = _SUBJECT.sub("", " ".join(lines[i].text for i in title), count=1) if title else None
    return Head(
        start=end,
        letterhead=range(end),
        title=title if title.stop == end else range(0),
        title_text=text,
        number=number,
        number_line=number_line,
        place=place,
        date=date,
        date_line=date_line,
        issuer_lines=issuer_names(lines[: (number_line if number_line is not None else last)]),
    )


def _subject_end(lines: Sequence[Line], first: int, limit: int) -> int:
    """The line after a subject (`V/v …`), which may go on over a few lines that begin with a small letter."""
    end = first + 1
    while end < min(limit, first + 5) and lines[end].text[:1].islower():
        end += 1
    return end


def _first_unit(lines: Sequence[Line]) -> int | None:
    """The first line with a label that begins a list: in a text of articles the first of its named units."""
    first = None
    for index, line in enumerate(lines):
        if line.is_table or (first is not None and index > first + _SEARCH):
            continue
        for label in line.labels:
            named = label.style <= Style.ARTICLE
            if named and label.ordinal[0] <= 1:
                return index
            if first is None and not label.style.is_bullet and label.ordinal[0] <= 1 and _sure(label):
                first = index
    return first


def _sure(label: Label) -> bool:
    return label.dotted or label.style is Style.ROMAN


def _type_line(lines: Sequence[Line]) -> int | None:
    """The line that names the type: a bare one in capitals, else one with more words, else one in small letters."""
    partial = small = None
    for index, line in enumerate(lines):
        types, width = types_of(line)
        if types and width == len(line.text):
            return index
        if types and partial is None and not GAZETTE_HEADING.match(line.text):
            partial = index
        if small is None and is_type_name(line.text):
            small = index
    return partial if partial is not None else small


def _number(lines: Sequence[Line], before: int, limit: int) -> tuple[str | None, int | None]:
    """The words after *Số* and the line they begin on."""
    for index in (*range(min(before, len(lines))), *range(before, min(limit, before + 6))):
        if number := number_of(lines, index):
            return number, index
    return None, None


def _place_and_date(lines: Sequence[Line], limit: int) -> tuple[str | None, str | None, int | None]:
    for index in range(limit):
        if found := place_and_date_of(lines[index].text):
            return *found, index
    return None, None, None


def _title(lines: Sequence[Line], type_line: int, width: int, limit: int) -> tuple[range, str | None]:
    """The lines of the title, the type line among them, and the title's words without the type."""
    words = [lines[type_line].text[width:].strip()] if width < len(lines[type_line].text) else []
    end = type_line + 1
    length = 0
    for index in range(type_line + 1, min(limit, type_line + 14, len(lines))):
        line = lines[index]
        if line.is_rule:
            if words:
                break
            end = index + 1
            continue
        if not _continues_title(line, begun=bool(words)) or length > LONGEST_TITLE:
            break
        if words or not (line.is_capitals and line.text.startswith("CỦA ")):
            words.append(line.text)  # "CHỈ THỊ / CỦA BAN THƯỜNG VỤ …" names the issuer, not the subject
        length += len(line.text)
        end = index + 1
    title = re.sub(r"\s+", " ", " ".join(words)).strip(" *")
    return range(type_line, end), title or None


def _continues_title(line: Line, *, begun: bool) -> bool:
    text = line.text
    if line.is_table or _ATTACHED.match(text) or MOTTO.match(text) or place_and_date_of(text):
        return False
    if not begun:
        return not is_number_line(text)
    if _PREAMBLE_CUE.match(text) or text.endswith((".", ";", ":", "./.")):
        return False
    return not (text.isupper() and begins_body(text))


def _body_start(lines: Sequence[Line], body: int, first_label: int | None) -> int:
    """The line after the preamble: the first unit, or, in a text without units, what follows the grounds."""
    if first_label is not None and first_label >= body:
        return first_label
    index = body
    while index < len(lines) and (
        lines[index].is_rule or _PREAMBLE_CUE.match(lines[index].text) or _ENACTS.match(lines[index].text)
    ):
        index += 1
    return index
