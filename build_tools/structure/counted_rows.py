"""Tables whose rows are counted (`STT`): from the head of the numbers to the last row, over pages and groups of rows.

The head is printed again on each page, and groups of rows have titles with numbers of their own (`II. Hoàn thiện …`).
The rows are counted through all of it: what stands between two numbers in turn is a cell, however long it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from build_tools.grammar.labels import Style
from build_tools.structure.lines import Line

_ROW = re.compile(r"0?(\d{1,3})\.?")
_LONGEST_ROW = 100  # lines of the cells of one row
_MISSED = 3  # steps from one number to the next that is found


def counted_rows(lines: Sequence[Line], inside: Sequence[int], heads: Collection[int]) -> list[range]:
    """The lines of each table below one of `heads`, up to its last row that has a number of its own on a line."""
    tables: list[range] = []
    starts = frozenset(heads)
    head, end, last, named = -1, -1, 0, 0
    for index in inside:
        if index in starts:
            head = index
            if any(label.style <= Style.DECIMAL for label in lines[index - 1].labels):  # the title of another table
                last = named = 0
        elif head < 0:
            continue
        elif match := _ROW.fullmatch(lines[index].text):
            number = int(match[1])
            if head > end and (number == 1 or (not last and _follows(number, last, named))):
                tables.append(range(head + 1, index + 1))
            elif not tables or (number != 1 and not (_follows(number, last, named) and index - end <= _LONGEST_ROW)):
                continue
            else:
                tables[-1] = range(tables[-1].start, index + 1)
            end, last, named = index, number, number
        elif _is_article(lines[index]):
            head, last, named = -1, 0, 0
        else:
            named = _named_row(lines[index], named)
    return tables


def _is_article(line: Line) -> bool:
    """Whether a line is the head of an article or chapter, which ends every table, and no cell that only cites it."""
    return any(Style.CHAPTER <= label.style <= Style.ARTICLE and label.end < len(line.text) for label in line.labels)


def _follows(number: int, last: int, named: int) -> bool:
    """Whether a number counts on, also where a converter joined the number of a row or two with the line before."""
    return last < number <= max(last, named) + _MISSED


def _named_row(line: Line, before: int) -> int:
    """The number of the last row, if the line is the next one with words behind its number (`10. Xây dựng …`)."""
    return next(
        (before + 1 for label in line.labels if label.style is Style.DECIMAL and label.parts == (before + 1,)), before
    )
