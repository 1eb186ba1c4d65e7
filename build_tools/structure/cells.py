"""Lines of tables in plain text: their numbers and bullets are no labels.

A text taken from a PDF has the cells of its tables one below the other, and the numbers of their rows look like
labels. What tells them apart is what stands around them: short lines without a full stop, bare numbers, dots to be
written on, and the heads of the columns above them. In doubt a line below such a head is a cell: a unit that is missed
does less harm than one that is made up.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence
from functools import cache
from itertools import pairwise

from build_tools.data.tables import column_heads
from build_tools.grammar.labels import Label, Style
from build_tools.structure.blanks import has_blank
from build_tools.structure.bodies import beginnings
from build_tools.structure.counted_rows import counted_rows
from build_tools.structure.lines import Line

_NUMBER_HEAD = re.compile(r"(?:S?TT|Stt|Số TT|Số thứ tự)\b|\S.{0,60}\bS?TT$|[^.;:]{3,60}\sS?TT\s+[A-ZĐ][^.;]*$")
_REFERENCE = re.compile(
    r"(?:(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|và|,|\d{1,3}[a-zđ]?|[a-zđ])[\s,;.]*){1,8}"
)  # a cell that only cites: "Khoản 2", "Điều 31;", "52."
_TIME = re.compile(r"(?:\s?[-–]?\s?\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}){1,2}")  # of a programme: 8h30 - 9h00
_NUMBER = re.compile(r"[\d.,%]{1,7}|[IVXL]{1,5}\.?|\d{1,2}\s?[-–]\s?\d{1,2}")
_LONGEST_NUMBER = 7  # characters of such a number
_CELL = 45  # characters of a cell; a longer line is prose
_AROUND = 8  # telling lines looked at on either side of a label
_FEWEST = 4  # of them that say something about it
_MANY_CELLS, _MOST_CELLS = 0.65, 0.9
_LONGEST_TABLE = 120  # lines below the last head of a table
_HEAD_NEAR = 60  # lines below the head of a table in which its rows lie
_HEADS = 8  # lines among which two heads of columns show a table
_LONGEST_ROW = 15  # lines from one row with words behind its number to the next
_TURNED = (Style.PAREN_NUMBER, Style.NUMBER_PAREN)


def table_rows(lines: Sequence[Line], zone: Iterable[int], skipped: Container[int], *, headed: bool) -> frozenset[int]:
    """The lines of a zone that begin with a number or a bullet and stand among the cells of a table.

    `headed` asks for the head of a table (`STT`) above them as well: in the text of the act itself.
    """
    inside = [i for i in zone if i not in skipped and not lines[i].is_table and lines[i].text]
    heads = [i for i in inside if _is_number_head(lines[i].text)]
    if headed:
        inside = [i for i in inside if _near_head(i, heads)] if heads else []
    labelled: list[int] = []
    short: list[int] = []  # the lines that are cells, by themselves
    telling: list[int] = []  # the lines that are either prose or cells
    cells = [0]
    for index in inside:
        line = lines[index]
        labels = () if _is_bare(line.text) else line.labels
        if labels and not _is_certain(labels[0]):
            labelled.append(index)
        if cell := _is_cell(line.text):
            short.append(index)
            if labels and not has_blank(line.text):
                continue
        telling.append(index)
        cells.append(cells[-1] + cell)
    captions = {index - 1 for index in heads} | {index for index in heads if lines[index].labels}
    tables = counted_rows(lines, inside, heads)
    counted = _labels_in(labelled, tables).union(*(_rows_behind(lines, labelled, table) for table in tables))
    counted.update(*(_worded_rows(lines, labelled, head) for head in heads))
    found = {i for i in labelled if _among_cells(i, telling, cells, asks_more=_asks_more(lines[i]))} - captions
    if headed:
        edges = [i for i in labelled if _is_division(lines[i]) and i not in counted]
        rows = {i for i in found if _is_cell(lines[i].text) and _below_head(i, heads, edges)}
        return frozenset(counted | (rows - _behind_tables(lines, labelled, heads)))
    found |= _between_numbers(lines, inside) | {i for i in labelled if i and _TIME.fullmatch(lines[i - 1].text)}
    heads = sorted({*heads, *_column_heads(lines, short)})
    above = {i for i in captions if lines[i].text.endswith(":")}
    return frozenset(found | counted | (_sentences_in_cells(lines, labelled, heads, found | counted) - above))


def _labels_in(labelled: Sequence[int], tables: Iterable[range]) -> set[int]:
    """The lines with a label that stand in one of the tables."""
    return {i for t in tables for i in labelled[bisect_left(labelled, t.start) : bisect_left(labelled, t.stop)]}


def _rows_behind(lines: Sequence[Line], labelled: Sequence[int], table: range) -> set[int]:
    """The last rows of a counted table, whose number and words a converter put on one line (`3. Tuyên truyền …`).

    Cells stand below each of them, and the list above the table does not go on with its number.
    """
    found: set[int] = set()
    number, at = int(lines[table.stop - 1].text.rstrip(".")), table.stop
    above = _number_above(lines, table.start)
    for index in labelled[bisect_left(labelled, at) :]:
        labels = _numbered(lines[index])
        if index - at > _LONGEST_ROW or (labels and labels[0].parts != (number + 1,)):
            break
        if labels and index + 1 < len(lines):
            if above == (number,) or not _is_cell(lines[index + 1].text):
                break
            number, at = number + 1, index
            found.add(index)
    return found


def _worded_rows(lines: Sequence[Line], labelled: Sequence[int], head: int) -> set[int]:
    """The rows of a table each of which has its words behind its number (`1. Tổ chức …`), nothing but cells between."""
    found: set[int] = set()
    at = head
    for index in labelled[bisect_left(labelled, head + 1) :]:
        labels = _numbered(lines[index])
        if index - at > _LONGEST_ROW or not all(
            _is_cell(lines[i].text) or lines[i].labels for i in range(at + 1, index)
        ):
            break
        if labels and (labels[0].parts != (len(found) + 1,) or not _has_cell_below(lines, index)):
            break
        if labels:
            found.add(index)
            at = index
    return found if len(found) > 1 else set()


def _has_cell_below(lines: Sequence[Line], index: int) -> bool:
    return index + 1 < len(lines) and _is_cell(lines[index + 1].text) and not lines[index + 1].labels


def _behind_tables(lines: Sequence[Line], labelled: Sequence[int], heads: Sequence[int]) -> set[int]:
    """The labels behind a table with which the list above it goes on, and prose stands below them."""
    found: set[int] = set()
    for place, head in enumerate(heads):
        above = _number_above(lines, head)
        stop = heads[place + 1] if place + 1 < len(heads) else head + _LONGEST_TABLE
        for index in labelled[bisect_left(labelled, head) : bisect_left(labelled, stop)]:
            labels = _numbered(lines[index])
            prose = index + 1 < len(lines) and not _is_cell(lines[index + 1].text)
            if above and prose and labels and labels[0].parts == (*above[:-1], above[-1] + 1):
                found.add(index)
    return found


def _number_above(lines: Sequence[Line], head: int) -> tuple[int, ...]:
    """The numbers of the last label above a table (`2.`, `2.1.`); nothing where another label stands there."""
    for index in range(head - 1, max(-1, head - _HEAD_NEAR), -1):
        if labels := _numbered(lines[index]):
            return labels[0].parts
    return ()


def _numbered(line: Line) -> tuple[Label, ...]:
    """The readings of a line as a label with a number."""
    return tuple(label for label in line.labels if not label.style.is_bullet and not _is_bare(line.text))


def is_table_head(text: str) -> bool:
    """Whether a line is the head of the column of a table's numbers (`STT`), alone or with other heads."""
    return _is_number_head(text)


def _is_number_head(text: str) -> bool:
    return ("TT" in text or text.startswith(("Stt", "Số "))) and bool(_NUMBER_HEAD.match(text))


@cache
def _columns() -> re.Pattern[str]:
    return beginnings(row.beginning for row in column_heads())


def _column_heads(lines: Sequence[Line], cells: Iterable[int]) -> Iterable[int]:
    """The cells that begin the heads of a table without a column of numbers: two of them close together."""
    named = [i for i in cells if _names_column(lines[i].text)]
    for first, second in pairwise(named):
        between = range(first + 1, second)
        if second - first < _HEADS and all(not lines[i].labels and lines[i].text[-1:] not in ".;:" for i in between):
            yield second


def _names_column(text: str) -> bool:
    """Whether a cell names a column, and is no field of a form (`Họ và tên: ……`)."""
    return ":" not in text and not has_blank(text) and bool(_columns().match(text))


def _between_numbers(lines: Sequence[Line], inside: Sequence[int]) -> set[int]:
    """The labels that stand between two bare numbers: a name of a group of rows, above the number of its first row."""
    found: set[int] = set()
    numbers = [len(lines[i].text) <= _LONGEST_NUMBER and bool(_NUMBER.fullmatch(lines[i].text)) for i in inside]
    for index, before, after in zip(inside[1:], numbers, numbers[2:], strict=False):
        if before and after and (labels := lines[index].labels) and not _is_certain(labels[0]):
            found.add(index)
    return found


def _sentences_in_cells(
    lines: Sequence[Line], labelled: Sequence[int], heads: Sequence[int], rows: Container[int]
) -> set[int]:
    """The bullets below the head of a table, up to the next unit that is not a row: sentences in its cells."""
    found: set[int] = set()
    for place, head in enumerate(heads):
        stop = heads[place + 1] if place + 1 < len(heads) else head + _LONGEST_TABLE
        for index in labelled[bisect_left(labelled, head) : bisect_left(labelled, stop)]:
            if index in rows:
                continue
            if not all(_may_be_in_cell(label) for label in lines[index].labels):
                break
            found.add(index)
    return found


def _may_be_in_cell(label: Label) -> bool:
    """Whether a label does not end a table: a bullet, (1), 1), and a number without a full stop."""
    return label.style.is_bullet or label.style in _TURNED or not label.dotted


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
    if len(text) > _CELL:
        return has_blank(text)
    if _is_bare(text) or has_blank(text):
        return True
    if text[-1] not in ".;:,":
        return not (text.isupper() and text.count(" ") > 2)
    return bool(_REFERENCE.fullmatch(text))


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


def _below_head(index: int, heads: Sequence[int], edges: Sequence[int]) -> bool:
    """Whether the head of a table stands not far above, and no division of the text between."""
    place = bisect_left(heads, index)
    if not place or index - heads[place - 1] > _HEAD_NEAR:
        return False
    edge = bisect_left(edges, index)
    return not edge or edges[edge - 1] < heads[place - 1]


def _is_division(line: Line) -> bool:
    """Whether a line is the title of a division of the text: A., I. in capitals."""
    return line.is_capitals and any(label.style in (Style.UPPER, Style.ROMAN) for label in line.labels)
