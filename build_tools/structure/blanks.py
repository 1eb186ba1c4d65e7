"""Lines whose numbers are no labels: terms of a formula, steps in an act, blanks of forms, the notes below a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from build_tools.grammar.labels import Style
from build_tools.structure.lead_ins import leads_in
from build_tools.structure.lines import Line

_BLANK = re.compile(r"\.{4,}|…{2,}|_{2,}|…\s*$|\.{3}\s*$|…\.|\.…")
_DOTS = re.compile(r"\.{6,}|…{3,}")
_ONLY_BLANK = re.compile(r"[\s.…_:/]*")
_EQUALS = re.compile(r"(?:^|\s)=(?:\s|$)")
_WHOLE_EQUATION = re.compile(r"\S.* = \S.* [-–+x×:/] \S")
_OPERATOR = re.compile(r"[-–+]\s")
_NOTES = re.compile(r"\W{0,3}(?:Ghi chú|GHI CHÚ|Hướng dẫn ghi|Chú thích)\W{0,3}(?:\(\d+\)|$)")
_NEW_SECTION = re.compile(r"(?:HƯỚNG DẪN|PHỤ LỤC|PHẦN|CHƯƠNG)\b")
_IMPRINT = re.compile(r"\(Xem tiếp Công báo số|VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN$")
_IMPRINT_LINES = 16  # lines of the imprint at the end of an issue of the gazette
_TERM = 100  # characters of a term of a formula


def is_blank(words: str) -> bool:
    """Whether nothing but dots to write on follows a label (`2. ……`)."""
    return bool(words) and bool(_ONLY_BLANK.fullmatch(words))


def has_blank(text: str) -> bool:
    """Whether the line has dots or a rule to be written on."""
    return ("…" in text or "..." in text or "__" in text) and bool(_BLANK.search(text))


def formula_lines(lines: Sequence[Line], zone: Iterable[int]) -> frozenset[int]:
    """The lines that begin with the minus or plus of a formula: its terms stand one below the other."""
    found: set[int] = set()
    inside = False
    for index in zone:
        text = lines[index].text
        if "=" in text and _EQUALS.search(text):
            inside = not _WHOLE_EQUATION.match(text)
        elif inside and _OPERATOR.match(text) and _is_term(text):
            found.add(index)
        elif inside and (not _is_term(text) or _is_numbered(lines[index])):
            inside = False
    return frozenset(found)


def _is_term(text: str) -> bool:
    return len(text) <= _TERM and text[-1:] not in ".;:"


def step_lines(lines: Sequence[Line], zone: Iterable[int]) -> frozenset[int]:
    """The lines that begin with a step (`Bước 1: …`): units of plans, but no units of an act of articles."""
    found = (i for i in zone if lines[i].text.startswith(("Bước ", "Giai đoạn ")))
    return frozenset(i for i in found if any(label.style is Style.STEP for label in lines[i].labels))


def has_articles(lines: Sequence[Line], zone: Iterable[int]) -> bool:
    """Whether the text is one of articles."""
    found = (i for i in zone if lines[i].text.startswith("Điều "))
    return any(label.style is Style.ARTICLE for i in found for label in lines[i].labels)


def imprint_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines of the official gazette's imprint, which stands below the last document of an issue."""
    for index in range(max(0, len(lines) - _IMPRINT_LINES), len(lines)):
        if _IMPRINT.match(lines[index].text):
            return frozenset(range(index, len(lines)))
    return frozenset()


def form_lines(lines: Sequence[Line], zone: Sequence[int]) -> frozenset[int]:
    """The lines of a form without labels: its notes, and all of a section that is mostly blanks to be filled in."""
    found: set[int] = set()
    for section in _sections(lines, zone):
        if _NOTES.match(lines[section[0]].text):
            found.update(section)
            continue
        numbered = [i for i in section if _is_numbered(lines[i])]
        blanks = [i for i in section if has_blank(lines[i].text)]
        filled = {i for i, stop in pairwise([*numbered, section[-1] + 1]) if _is_to_fill_in(lines, range(i, stop))}
        if 2 * len(filled) >= len(numbered):
            found.update(i for i in section if not (_is_certain_heading(lines[i]) or _heads_fields(lines, i)))
        else:
            found.update(i for i in blanks if i not in filled)
    return frozenset(found)


def _is_certain_heading(line: Line) -> bool:
    """Whether a line of a form is the heading of a part of it: A., I., PHẦN I with a title in capitals."""
    return line.is_capitals and " " in line.text and any(label.style <= Style.ROMAN for label in line.labels)


def _heads_fields(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered line of a form is a title above fields with a dash (`1. Thông tin …`, `- Tên …: ……`)."""
    text, labels = lines[index].text, lines[index].labels
    if not labels or labels[0].style >= Style.LETTER or has_blank(text) or text[-1] in ".;," or leads_in(text):
        return False
    return index + 1 < len(lines) and any(label.style.is_bullet for label in lines[index + 1].labels)


def _is_numbered(line: Line) -> bool:
    return any(not label.style.is_bullet for label in line.labels)


def _is_to_fill_in(lines: Sequence[Line], unit: range) -> bool:
    """Whether a blank stands in the line of a unit, or dots in the lines below it."""
    return has_blank(lines[unit.start].text) or any(_DOTS.search(lines[i].text) for i in unit)


def _sections(lines: Sequence[Line], zone: Sequence[int]) -> list[list[int]]:
    """A form cut where its notes begin and where its instructions do."""
    sections: list[list[int]] = []
    in_notes = False
    for index in zone:
        text = lines[index].text
        notes = bool(_NOTES.match(text))
        ends_notes = in_notes and lines[index].is_capitals and len(text) > 20
        if not sections or notes or ends_notes or (lines[index].is_capitals and _NEW_SECTION.match(text)):
            sections.append([])
            in_notes = notes
        sections[-1].append(index)
    return sections
