"""What the lines of a letterhead are: the number, the place and date, the names of bodies, the type of document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data.rows import DocumentType
from build_tools.data.tables import document_types
from build_tools.grammar.letters import compile_letters
from build_tools.structure.bodies import begins_body
from build_tools.structure.issuers import is_known_name
from build_tools.structure.lines import Line

_NUMBER = re.compile(
    r"^\W{0,3}(?:số\s*:?|(?:(?:bộ )?luật|pháp lệnh|nghị quyết|nghị định|thông tư|quyết định) số\s?:)\s*"
    r"(?P<number>\S.*)$",
    re.IGNORECASE,
)
_NUMBER_SHAPE = re.compile(r"^(?P<number>[\d.…_]*\s*[-–/].*|\d+\s+[-–/]?\s*[A-ZĐ]{2}.*|\d{1,5}/\d{4}/.*)$")
_PLACE_AND_DATE = compile_letters(
    r"(?<!\S)(?P<place>[{Lu}][^,;:\d]{1,50}|[.…_]{3,40}),\s*(?P<date>[Nn]gày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?=\s*$)|"
    r"[Nn]gày\s.{0,40}?năm\s*(?:\d{4}|[.…]*|(?=\s|$)))"
)
MOTTO = re.compile(  # also where a narrow column cuts it over lines
    r"(?:CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
    r"|ĐOÀN\s+(?:TNCS|THANH\s+NIÊN\s+CỘNG\s+SẢN)\s+HỒ\s+CHÍ\s+MINH(?=\s*(?:\n|$))"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc)",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"[-–+\s]*(?:Căn cứ|Xét|Theo|Thực hiện|Thi hành|Triển khai|Trên cơ sở|Xem xét|(?:Bộ )?[Ll]uật|Pháp lệnh|Nghị định|"
    r"Quyết định|Thông tư)\s"
)
_SENTENCE_GOES_ON = re.compile(r"\s*(?:;|,\s|\s(?:và|của|về|do|tại|được|trên|giữa|quy định|ban hành)\s)")
_NUMBER_WORD = re.compile(r"\W{0,3}số\s*:?$", re.IGNORECASE)
_DATE_GOES_ON = re.compile(r",\s*[Nn]gày(?:\s+\d{1,2}(?:\s+tháng(?:\s+\d{1,2}(?:\s+năm)?)?)?)?$")
_CUT = ("-", "–", " VÀ", "ỦY", "UỶ")  # a name that ends so goes on below
_STAMP = re.compile(r"(?:HỎA TỐC|HOẢ TỐC|(?:THƯỢNG )?KHẨN|DỰ THẢO.{0,12}|BẢN SAO|SAO Y.{0,20}|(?:TUYỆT |TỐI )?MẬT)$")
_NOTE_MARK = compile_letters(r"(?<=[{Lu}])\d{1,2}$")
_CAPITALS = compile_letters(r"(?P<capitals>(?:[{Lu}]{2,}\s){2,5})(?=[{Lu}][{Ll}]+\s)")
_LONGEST_TITLE = 400  # characters of a line that names the type and goes on with the title
_FOOTED = re.compile(r"[*_\-–\s]+$")
GAZETTE_HEADING = re.compile(r"VĂN BẢN (?:QUY PHẠM PHÁP LUẬT|HỢP NHẤT|KHÁC|PHÁP LUẬT)|PHẦN VĂN BẢN")


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


def types_of(line: Line, *, capitals: bool = True) -> tuple[tuple[DocumentType, ...], int]:
    """The types that a line in capitals names, and how many of its characters the name takes.

    Without `capitals` the whole line may be the name in small letters (`Kế hoạch`, as a heading of a Markdown file).
    """
    if line.is_table or not line.text:
        return (), 0
    words = re.sub(r"\s+", " ", line.text.rstrip(": *"))
    words = _NOTE_MARK.sub("", words if capitals else words.upper())  # the mark of a footnote is no part of it
    names = _types_by_name()
    if words in names:
        return names[words], len(line.text)
    if not words.isupper():
        words = _capitals_before_title(words)
    for length in range(min(words.count(" "), 5), 0, -1):
        start = " ".join(words.split(" ")[:length])
        if start in names:
            return names[start], len(start)
    return (), 0


def _capitals_before_title(words: str) -> str:
    """The capitals at the beginning of a line, if a title follows them there: `KẾ HOẠCH Thực hiện Nghị quyết …`."""
    match = _CAPITALS.match(words) if len(words) <= _LONGEST_TITLE and words[-1:] not in ".;:," else None
    return match["capitals"] if match else ""


def is_type_name(text: str) -> bool:
    """Whether a whole line is the name of a type, in small letters."""
    return not text.isupper() and len(text) < 40 and text.upper() in _types_by_name()


def number_of(lines: Sequence[Line], index: int) -> str | None:
    """The words after *Số* on a line that gives the document's number, also where they are wrapped over two lines."""
    text = lines[index].text
    if index and _NUMBER_WORD.match(lines[index - 1].text):
        text = f"Số: {text}"
    match = _NUMBER.search(text)
    if not match or len(text) > 160 or not _NUMBER_SHAPE.match(match["number"]):
        return None
    number = _PLACE_AND_DATE.sub("", match["number"]).strip()
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    wrapped = number.endswith(("-", "–")) and following and " " not in following.strip()
    return number + following if wrapped else number


def is_number_line(text: str) -> bool:
    """Whether a line begins with *Số*."""
    return bool(_NUMBER.match(text))


def place_and_date_of(text: str) -> tuple[str, str] | None:
    """The place and the words of the date of a line such as `Hải Phòng, ngày 07 tháng 7 năm 2026`."""
    match = _PLACE_AND_DATE.search(text) if len(text) <= 200 and not _GROUND.match(text) else None
    if match is None or _SENTENCE_GOES_ON.match(text, match.end()):
        return None
    return match["place"].strip(), match["date"].strip()


def place_and_date_at(lines: Sequence[Line], index: int) -> tuple[str, str] | None:
    """The same for a line of a head, which may end or begin in mid-name or mid-date (`Tam` / `Kỳ, ngày` / `1 …`)."""
    text = lines[index].text
    if index and _DATE_GOES_ON.search(lines[index - 1].text):
        text = f"{lines[index - 1].text} {text}"
    found = place_and_date_of(text)
    before = lines[index - 1].text if index else ""
    if found and text.startswith(found[0]) and re.fullmatch(r"\w{1,7}", before) and before.istitle():
        return f"{before} {found[0]}", found[1]
    return found


def issuer_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names of bodies in the lines of a letterhead, wrapped names joined, repeated ones once."""
    names: list[str] = []
    in_cell = True
    for words in _without_motto(lines):
        text = _FOOTED.sub("", _PLACE_AND_DATE.sub("", words)).strip(" *_|")
        in_cell = in_cell and not (words and not text.strip() and "|" in words)
        if not _may_name(text):
            continue
        if (
            in_cell
            and names
            and (not begins_body(text) or names[-1].endswith(_CUT) or is_known_name(f"{names[-1]} {text}"))
        ):
            names[-1] = f"{names[-1]} {text}"
        elif text not in names and (not names or begins_body(text)):
            names.append(text)
        in_cell = True
    return tuple(dict.fromkeys(re.sub(r"\s+", " ", name) for name in names))


def _without_motto(lines: Sequence[Line]) -> list[str]:
    """The lines that name no type, the motto taken out of them; a bar that parts two cells stays."""
    kept = [line.text for line in lines if not types_of(line)[0] and not _NUMBER.match(line.text)]
    return [part.strip() for part in MOTTO.sub("", "\n".join(kept)).split("\n")]


def _may_name(text: str) -> bool:
    """Whether words in capitals can be a body's name: no number, no stamp, no heading of a gazette."""
    if not text.isupper() or text[0].isdigit() or GAZETTE_HEADING.match(text) or _STAMP.match(text):
        return False
    return not _NUMBER_WORD.match(text) and (" " in text or "-" not in text)  # else the rest of a symbol
