"""Lines whose numbers are no labels: rows of tables in plain text, blanks of forms, the notes below a form.

A text taken from a PDF has the cells of its tables one below the other, and the numbers of their rows look like
labels. What tells them apart is what stands around them: short lines without a full stop, bare numbers, dots to be
written on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence

from build_tools.grammar.labels import Label, Style, readings
from build_tools.structure.lines import Line

_BLANK = re.compile(r"\.{4,}|…{2,}|_{2,}|…\s*$|\.{3}\s*$|…\.|\.…")
_ONLY_BLANK = re.compile(r"[\s.…_:/]*")
_TABLE_HEAD = re.compile(r"(?:S?TT|Stt|Số TT|Số thứ tự)\b")
_NOTES = re.compile(r"\W{0,3}(?:Ghi chú|GHI CHÚ|Hướng dẫn ghi|Chú thích)\W{0,3}(?:\(\d+\)|$)")
_NEW_SECTION = re.compile(r"(?:HƯỚNG DẪN|PHỤ LỤC|PHẦN|CHƯƠNG)\b")
_CELL = 45  # characters of a cell; a longer line is prose
_AROUND = 8  # telling lines looked at on either side of a label
_FEWEST = 4  # of them that say something about it
_MANY_CELLS, _MOST_CELLS = 0.65, 0.9
_HEAD_NEAR = 60  # lines below the head of a table in which its rows lie


def is_blank(words: str) -> bool:
    """Whether nothing but dots to write on follows a label (`2. ……`)."""
    return bool(words) and bool(_ONLY_BLANK.fullmatch(words))


def table_rows(lines: Sequence[Line], zone: Iterable[int], skipped: Container[int], *, headed: bool) -> frozenset[int]:
    """The lines of a zone that begin with a number and stand among the cells of a table.

    `headed` asks for the head of a table (`STT`) above them as well: in the text of the act itself.
    """
    labelled: list[int] = []
    heads: list[int] = []
    telling: list[int] = []  # the lines that are either prose or cells
    cells = [0]
    for index in zone:
        line = lines[index]
        if index in skipped or line.is_table or not line.text:
            continue
        if _TABLE_HEAD.match(line.text):
            heads.append(index)
        labels = () if _is_bare(line.text) else readings(line.text)
        is_labelled = bool(labels)
        if labels and not _is_certain(labels[0]):
            labelled.append(index)
        if (cell := _is_cell(line.text)) and is_labelled and not _BLANK.search(line.text):
            continue
        telling.append(index)
        cells.append(cells[-1] + cell)
    found = (i for i in labelled if _among_cells(i, telling, cells, asks_more=_asks_more(lines[i])))
    if headed:
        return frozenset(i for i in found if _is_cell(lines[i].text) and _below_head(i, heads))
    return frozenset(found)


def form_lines(lines: Sequence[Line], zone: Sequence[int]) -> frozenset[int]:
    """The lines of a form without labels: its notes, and all of a section that is mostly blanks to be filled in."""
    found: set[int] = set()
    for section in _sections(lines, zone):
        if _NOTES.match(lines[section[0]].text):
            found.update(section)
            continue
        numbered = [i for i in section if any(not label.style.is_bullet for label in readings(lines[i].text))]
        blanks = [i for i in section if _BLANK.search(lines[i].text)]
        filled = set(numbered) & set(blanks)
        if 5 * len(filled) >= 2 * len(numbered):
            found.update(section)
        else:
            found.update(i for i in blanks if i not in filled)
    return frozenset(found)


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
    if _BLANK.search(text) or _is_bare(text):
        return True
    return len(text) <= _CELL and text[-1] not in ".;:," and not (text.isupper() and text.count(" ") > 2)


def _among_cells(index: int, telling: Sequence[int], cells: Sequence[int], *, asks_more: bool) -> bool:
    """Whether most of the lines around a label are cells."""
    first = max(bisect_left(telling, index) - _AROUND, bisect_left(telling, index - 2 * _AROUND))
    stop = min(bisect_left(telling, index + 1) + _AROUND, bisect_left(telling, index + 2 * _AROUND))
    if stop - first < _FEWEST:
        return False
    return (cells[stop] - cells[first]) / (stop - first) >= (_MOST_CELLS if asks_more else _MANY_CELLS)


def _below_head(index: int, heads: Sequence[int]) -> bool:
    place = bisect_left(heads, index)
    return bool(place) and index - heads[place - 1] <= _HEAD_NEAR
