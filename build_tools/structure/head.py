"""The head of a document: letterhead, number, place and date, type, title, preamble.

The parts are found by their shape, wherever a converter put them: a PDF that printed its two columns one after the
other gives the same result as the page read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from build_tools.data.tables import DocumentType, body_beginnings, document_types
from build_tools.grammar.labels import Style, readings
from build_tools.structure.lines import Line

DEPTH = 70  # lines within which the head of a document lies
LONGEST_TITLE = 900
_SEARCH = 80  # lines after a first number in which the first article of a text may still stand
_NUMBER = re.compile(
    r"^\W{0,3}(?:số\s*:?|(?:(?:bộ )?luật|pháp lệnh|nghị quyết|nghị định|thông tư|quyết định) số\s?:)\s*"
    r"(?P<number>\S.*)$",
    re.IGNORECASE,
)
_NUMBER_SHAPE = re.compile(r"^(?P<number>[\d.…_]*\s*[-–/].*|\d+\s+[-–/]?\s*[A-ZĐ]{2}.*|\d{1,5}/\d{4}/.*)$")
_PLACE_AND_DATE = re.compile(
    r"(?P<place>[A-ZĐÀ-Ỹ][^,;:]{1,50}),\s*(?P<date>ngày\s.{0,40}?năm\s*(?:\d{4}|[.…]*|(?=\s|$)))", re.IGNORECASE
)
_MOTTO = re.compile(
    r"(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|ĐẢNG CỘNG SẢN VIỆT NAM)",
    re.IGNORECASE,
)
_PREAMBLE_CUE = re.compile(
    r"(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Theo đề nghị|Xét|Trên cơ sở|Sau khi|Tiếp tục thực hiện|Để |Nhằm|Kính gửi|"
    r"Được sự|Theo |Trong |Qua |Ngày |Năm )"
)
_ENACTS = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|QUY ĐỊNH|KẾT LUẬN)\s*:?$")
_GAZETTE_HEADING = re.compile(r"VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|HỢP NHẤT|KHÁC|PHÁP LUẬT)|PHẦN VĂN BẢN")
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


@cache
def _types_by_name() -> dict[str, tuple[DocumentType, ...]]:
    found: dict[str, tuple[DocumentType, ...]] = {}
    for row in document_types():
        name = type_name(row).upper()
        found[name] = (*found.get(name, ()), row)
    return found


def type_name(row: DocumentType) -> str:
    """The type's own words, without what the table adds to tell rows apart."""
    return row.name_vi.split(" của ")[0].split(" (")[0]


def types_of(line: Line) -> tuple[tuple[DocumentType, ...], int]:
    """The types that a line in capitals names, and how many of its characters the name takes."""
    if line.is_table or not line.text:
        return (), 0
    words = re.sub(r"\s+", " ", line.text.rstrip(": *"))
    words = re.sub(r"(?<=[A-ZĐÀ-Ỹ])\d{1,2}$", "", words)  # the mark of a footnote
    names = _types_by_name()
    if words in names:
        return names[words], len(line.text)
    if words.isupper():
        for length in range(min(words.count(" "), 5), 0, -1):
            start = " ".join(words.split(" ")[:length])
            if start in names:
                return names[start], len(start)
    return (), 0


def read_head(lines: Sequence[Line]) -> Head:
    """The head of the document whose lines these are."""
    first_label = _first_unit(lines)
    limit = min(len(lines), DEPTH, first_label if first_label is not None else DEPTH)
    type_line = _type_line(lines[:limit])
    number, number_line = _number(lines, type_line if type_line is not None else min(limit, 12), limit)
    place, date, date_line = _place_and_date(lines, limit if type_line is not None else min(limit, 15))
    if type_line is None:
        return _untyped(lines, limit, number, number_line, place, date, date_line)
    types, width = types_of(lines[type_line])
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
        for label in readings(line.text):
            named = label.style <= Style.ARTICLE
            if named and label.ordinal[0] <= 1:
                return index
            if first is None and not label.style.is_bullet and label.ordinal[0] <= 1 and label.dotted:
                first = index
    return first


def _type_line(lines: Sequence[Line]) -> int | None:
    """The line that names the type. A type with words after it in the same line counts only where no bare one is."""
    whole = None
    partial = None
    for index, line in enumerate(lines):
        types, width = types_of(line)
        if types and width == len(line.text):
            whole = index if whole is None else whole
        elif types and partial is None and not _GAZETTE_HEADING.match(line.text):
            partial = index
    return whole if whole is not None else partial


def _number(lines: Sequence[Line], before: int, limit: int) -> tuple[str | None, int | None]:
    """The words after *Số* and the line they begin on."""
    for index in (*range(min(before, len(lines))), *range(before, min(limit, before + 6))):
        if number := number_of(lines, index):
            return number, index
    return None, None


def number_of(lines: Sequence[Line], index: int) -> str | None:
    """The words after *Số* on a line that gives the document's number, also where they are wrapped over two lines."""
    text = lines[index].text
    match = _NUMBER.search(text)
    if not match or len(text) > 160 or not _NUMBER_SHAPE.match(match["number"]):
        return None
    number = _PLACE_AND_DATE.sub("", match["number"]).strip()
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    wrapped = number.endswith(("-", "–")) and following and " " not in following.strip()
    return number + following if wrapped else number


def _place_and_date(lines: Sequence[Line], limit: int) -> tuple[str | None, str | None, int | None]:
    for index in range(limit):
        if found := place_and_date_of(lines[index].text):
            return *found, index
    return None, None, None


def place_and_date_of(text: str) -> tuple[str, str] | None:
    """The place and the words of the date of a line such as `Hải Phòng, ngày 07 tháng 7 năm 2026`."""
    match = _PLACE_AND_DATE.search(text) if len(text) <= 200 else None
    return (match["place"].strip(), match["date"].strip()) if match else None


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
        words.append(line.text)
        length += len(line.text)
        end = index + 1
    title = re.sub(r"\s+", " ", " ".join(words)).strip(" *")
    return range(type_line, end), title or None


def _continues_title(line: Line, *, begun: bool) -> bool:
    text = line.text
    if line.is_table or _ATTACHED.match(text) or _MOTTO.match(text) or _PLACE_AND_DATE.match(text):
        return False
    if not begun:
        return not _NUMBER.match(text)
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


_FOOTED = re.compile(r"[*_\-–\s]+$")


def begins_body(text: str) -> bool:
    """Whether a line in capitals begins the name of a body or of its head."""
    return bool(_bodies().match(text))


@cache
def _bodies() -> re.Pattern[str]:
    return beginnings(row.beginning for row in body_beginnings())


def beginnings(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for lines that begin with one of the words; `UỶ`, `TOÀ` and `HOÀ` count as `ỦY`, `TÒA` and `HÒA`."""
    spelled = {spelling for word in words for spelling in (word, _old_tone(word))}
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, spelled), key=len, reverse=True))})(?!\w)")


def _old_tone(word: str) -> str:
    return word.replace("ỦY", "UỶ").replace("TÒA", "TOÀ")


def issuer_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names of bodies in the lines of a letterhead, wrapped names joined, repeated ones once."""
    names: list[str] = []
    for line in lines:
        text = _FOOTED.sub("", _MOTTO.sub("", _PLACE_AND_DATE.sub("", line.text))).strip(" *_")
        if not text.isupper() or _GAZETTE_HEADING.match(text) or _NUMBER.match(text) or types_of(line)[0]:
            continue
        if " " not in text and "-" in text:
            continue  # the rest of a symbol
        if names and (not begins_body(text) or names[-1].endswith(("-", "–", " VÀ"))):
            names[-1] = f"{names[-1]} {text}"
        elif text not in names:
            names.append(text)
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", name) for name in names))
