"""The title of a document: below the line of its type, or, in a dispatch, behind `V/v`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.structure.bodies import begins_body
from build_tools.structure.letterhead import MOTTO, is_number_line, place_and_date_of
from build_tools.structure.lines import Line

LONGEST_TITLE = 900
_LINES = 14  # lines over which a title may run
_SUBJECT_LINES = 6  # and the subject of a dispatch
_NARROW = 70  # characters: the column in which a subject stands
PREAMBLE_CUE = re.compile(
    r"(?:[-–+]\s*)?(?:Căn cứ|Thực hiện|Thi hành|Triển khai|Theo đề nghị|Xét|Trên cơ sở|Sau khi|Tiếp tục thực hiện|Để |"
    r"Nhằm|Kính gửi|Được sự|Theo |Trong |Qua |Ngày |Năm )"
)
SUBJECT = re.compile(r"V/v(?:\s*:)?\s*|Về việc:\s*", re.IGNORECASE)
_JOINT = ("LIÊN TỊCH", "LIÊN NGÀNH")  # behind the type of what several bodies issue together
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành )?kèm theo", re.IGNORECASE)
_ASKS = re.compile(r"(?:[,–-]|(?<!\w)(?:CỦA|VÀ|DO|TẠI|CHO|VỚI|THUỘC|TRONG|GIỮA|VỀ|CÁC|VIỆC|THEO|ĐỐI VỚI|ỦY|UỶ))$")


class Title(Struct, frozen=True):
    """Its lines, the type line among them; its words without the type; the body that `CỦA …` names below the type."""

    lines: range
    text: str | None
    issued_by: str | None = None


def read_title(lines: Sequence[Line], type_line: int, width: int, limit: int) -> Title:
    """The title below (and behind) the line whose first `width` characters name the type."""
    words: list[str] = []
    issued_by = None
    if (rest := lines[type_line].text[width:].strip()) and rest not in _JOINT:
        words, issued_by = ([], rest[4:]) if _names_issuer(rest) else ([rest], None)
    end, length = type_line + 1, 0
    for index in range(type_line + 1, min(limit, type_line + _LINES, len(lines))):
        line = lines[index]
        if line.is_rule or (not words and _despaced(line.text) == _despaced(lines[type_line].text)):
            if words:
                break
            end = index + 1
            continue
        if not _continues(lines, index, words) or length > LONGEST_TITLE:
            break
        if not words and line.is_capitals and line.text.startswith("CỦA "):
            issued_by = line.text[4:]  # "CHỈ THỊ / CỦA BAN THƯỜNG VỤ …" names the issuer, not the subject
        else:
            words.append(line.text)
        length += len(line.text)
        end = index + 1
    if not words and issued_by and lines[type_line].text.endswith(issued_by):
        words = [f"CỦA {issued_by}"]  # nothing else says what it is about
    title = re.sub(r"\s+", " ", " ".join(words)).strip(" *|")
    return Title(range(type_line, end), title or None, issued_by)


def _despaced(words: str) -> str:
    return "".join(words.split())


def _names_issuer(words: str) -> bool:
    return words.startswith("CỦA ") and begins_body(words[4:]) and " VỀ " not in words and len(words) <= _NARROW


def _continues(lines: Sequence[Line], index: int, words: Sequence[str]) -> bool:
    line = lines[index]
    text = line.text
    if line.is_table or _ATTACHED.match(text) or MOTTO.match(text) or place_and_date_of(text) or not text.strip("| "):
        return False
    if not words:
        return not is_number_line(text)
    if PREAMBLE_CUE.match(text) or text.endswith((".", ";", ":", "./.")):
        return False
    return not (text.isupper() and begins_body(text)) or bool(_ASKS.search(words[-1]))


def read_subject(lines: Sequence[Line], first: int, limit: int) -> Title:
    """The subject of a dispatch: from `V/v` to the line of another part of the head."""
    end = first + 1
    while end < min(limit, first + _SUBJECT_LINES, len(lines)) and _in_subject(lines, first, end):
        end += 1
    words = re.sub(r"\s+", " ", " ".join(lines[index].text for index in range(first, end)))
    return Title(range(first, end), SUBJECT.sub("", words, count=1).strip(" |") or None)


def _in_subject(lines: Sequence[Line], first: int, index: int) -> bool:
    line = lines[index]
    text = line.text
    if line.is_rule or line.is_table or MOTTO.match(text) or is_number_line(text) or not text.strip("| "):
        return False
    if PREAMBLE_CUE.match(text) or place_and_date_of(text) or (text.isupper() and begins_body(text)):
        return False
    return text[:1].islower() or text.startswith(":") or _closed_below(lines, first, index)


def _closed_below(lines: Sequence[Line], first: int, index: int) -> bool:
    """Whether the subject, one line of which begins with a capital letter, is followed by the date or the addressee."""
    if len(lines[index].text) > _NARROW or lines[index - 1].text.endswith((".", ";")):
        return False
    for below in lines[index + 1 : first + _SUBJECT_LINES + 1]:
        if below.text.startswith("Kính gửi") or place_and_date_of(below.text) or not below.text.strip("| "):
            return True
        if below.is_rule or len(below.text) > _NARROW:
            return False
    return False
