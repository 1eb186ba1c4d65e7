"""Lines whose numbers are no labels: rows of tables in plain text, blanks of forms, the notes below a form.

A text taken from a PDF has the cells of its tables one below the other, and the numbers of their rows look like
labels. What tells them apart is what stands around them: short lines without a full stop, bare numbers, dots to be
written on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from build_tools.grammar.labels import Label, Style
from build_tools.structure.lines import Line

_BLANK = re.compile(r"\.{4,}|…{2,}|_{2,}|…\s*$|\.{3}\s*$|…\.|\.…")
_DOTS = re.compile(r"\.{6,}|…{3,}")
_ONLY_BLANK = re.compile(r"[\s.…_:/]*")
_TABLE_HEAD = re.compile(r"(?:S?TT|Stt|Số TT|Số thứ tự)\b|\S.{0,60}\bS?TT$")
_EQUALS = re.compile(r"(?:^|\s)=(?:\s|$)")
_OPERATOR = re.compile(r"[-–+]\s")
_NOTES = re.compile(r"\W{0,3}(?:Ghi chú|GHI CHÚ|Hướng dẫn ghi|Chú thích)\W{0,3}(?:\(\d+\)|$)")
_NEW_SECTION = re.compile(r"(?:HƯỚNG DẪN|PHỤ LỤC|PHẦN|CHƯƠNG)\b")
_CELL = 45  # characters of a cell; a longer line is prose
_AROUND = 8  # telling lines looked at on either side of a label
_FEWEST = 4  # of them that say something about it
_MANY_CELLS, _MOST_CELLS = 0.65, 0.9
_TERM = 100  # characters of a term of a formula
_LONGEST_TABLE = 120  # lines below the last head of a table
_HEAD_NEAR = 60  # lines below the head of a table in which its rows lie


def is_blank(words: str) -> bool:
    """Whether nothing but dots to write on follows a label (`2. ……`)."""
    return bool(words) and bool(_ONLY_BLANK.fullmatch(words))


def table_rows(lines: Sequence[Line], zone: Iterable[int], skipped: Container[int], *, headed: bool) -> frozenset[int]:
    """The lines of a zone that begin with a number and stand among the cells of a table.

    `headed` asks for the head of a table (`STT`) above them as well: in the text of the act itself.
    """
    inside = [i for i in zone if i not in skipped and not lines[i].is_table and lines[i].text]
    heads = [i for i in inside if _is_table_head(lines[i].text)]
    if headed:
        inside = [i for i in inside if _near_head(i, heads)] if heads else []
    labelled: list[int] = []
    telling: list[int] = []  # the lines that are either prose or cells
    cells = [0]
    for index in inside:
        line = lines[index]
        labels = () if _is_bare(line.text) else line.labels
        if labels and not _is_certain(labels[0]):
            labelled.append(index)
        if (cell := _is_cell(line.text)) and labels and not _has_blank(line.text):
            continue
        telling.append(index)
        cells.append(cells[-1] + cell)
    captions = {index - 1 for index in heads}
    found = {i for i in labelled if _among_cells(i, telling, cells, asks_more=_asks_more(lines[i]))} - captions
    if headed:
        return frozenset(i for i in found if _is_cell(lines[i].text) and _below_head(i, heads))
    return frozenset(found | _bullets_in_cells(lines, labelled, heads))


def _is_table_head(text: str) -> bool:
    return ("TT" in text or text.startswith(("Stt", "Số "))) and bool(_TABLE_HEAD.match(text))


def _has_blank(text: str) -> bool:
    """Whether the line has dots or a rule to be written on."""
    return ("…" in text or "..." in text or "__" in text) and bool(_BLANK.search(text))


def _bullets_in_cells(lines: Sequence[Line], labelled: Sequence[int], heads: Sequence[int]) -> set[int]:
    """The bullets below the head of a table, up to the next number: sentences in its cells."""
    found: set[int] = set()
    for place, head in enumerate(heads):
        stop = heads[place + 1] if place + 1 < len(heads) else head + _LONGEST_TABLE
        for index in labelled[bisect_left(labelled, head) : bisect_left(labelled, stop)]:
            if not all(label.style.is_bullet for label in lines[index].labels):
                break
            found.add(index)
    return found


def formula_lines(lines: Sequence[Line], zone: Iterable[int]) -> frozenset[int]:
    """The lines that begin with the minus or plus of a formula: its terms stand one below the other."""
    found: set[int] = set()
    inside = False
    for index in zone:
        text = lines[index].text
        if "=" in text and _EQUALS.search(text):
            inside = True
        elif inside and _OPERATOR.match(text) and _is_term(text):
            found.add(index)
        elif inside and (not _is_term(text) or _is_numbered(lines[index])):
            inside = False
    return frozenset(found)


def _is_term(text: str) -> bool:
    return len(text) <= _TERM and text[-1:] not in ".;:"


def form_lines(lines: Sequence[Line], zone: Sequence[int]) -> frozenset[int]:
    """The lines of a form without labels: its notes, and all of a section that is mostly blanks to be filled in."""
    found: set[int] = set()
    for section in _sections(lines, zone):
        if _NOTES.match(lines[section[0]].text):
            found.update(section)
            continue
        numbered = [i for i in section if _is_numbered(lines[i])]
        blanks = [i for i in section if _has_blank(lines[i].text)]
        filled = {i for i, stop in pairwise([*numbered, section[-1] + 1]) if _is_to_fill_in(lines, range(i, stop))}
        if 2 * len(filled) >= len(numbered):
            found.update(i for i in section if not _is_certain_heading(lines[i]))
        else:
            found.update(i for i in blanks if i not in filled)
    return frozenset(found)


def _is_certain_heading(line: Line) -> bool:
    """Whether a line of a form is the heading of a part of it: A., I., PHẦN I with a title in capitals."""
    return line.is_capitals and " " in line.text and any(label.style <= Style.ROMAN for label in line.labels)


def _is_numbered(line: Line) -> bool:
    return any(not label.style.is_bullet for label in line.labels)


def _is_to_fill_in(lines: Sequence[Line], unit: range) -> bool:
    """Whether a blank stands in the line of a unit, or dots in the lines below it."""
    return _has_blank(lines[unit.start].text) or any(_DOTS.search(lines[i].text) for i in unit)


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


def _is_certain(label: Label) -> bool:
    """Whether a label names its unit and no cell has one like it: Chương, Mục, Điều."""
    return Style.CHAPTER <= label.style <= Style.ARTICLE


def _asks_more(line: Line) -> bool:
    """Whether only very many cells around a label make a row of it: a title in capitals, Phần."""
    return line.is_capitals or line.text.startswith(("Phần", "PHẦN"))


def _is_bare(text: str) -> bool:
    """Whether the line is only a number or a letter, as the first cell of a row is."""
    return len(text) <= 6 and " " not in text.strip()


def _is_cell(text: str) -> bool:
    if _is_bare(text) or _has_blank(text):
        return True
    return len(text) <= _CELL and text[-1] not in ".;:," and not (text.isupper() and text.count(" ") > 2)


def _among_cells(index: int, telling: Sequence[int], cells: Sequence[int], *, asks_more: bool) -> bool:
    """Whether most of the lines around a label are cells."""
    first = max(bisect_left(telling, index) - _AROUND, bisect_left(telling, index - 2 * _AROUND))
    stop = min(bisect_left(telling, index + 1) + _AROUND, bisect_left(telling, index + 2 * _AROUND))
    if stop - first < _FEWEST:
        return False
    return (cells[stop] - cells[first]) / (stop - first) >= (_MOST_CELLS if asks_more else _MANY_CELLS)


def _near_head(index: int, heads: Sequence[int]) -> bool:
    """Whether a line tells something about the rows below a head."""
    place = bisect_left(heads, index + 2 * _AROUND)
    return bool(place) and index - heads[place - 1] <= _HEAD_NEAR + 2 * _AROUND


def _below_head(index: int, heads: Sequence[int]) -> bool:
    place = bisect_left(heads, index)
    return bool(place) and index - heads[place - 1] <= _HEAD_NEAR
