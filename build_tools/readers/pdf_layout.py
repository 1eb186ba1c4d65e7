"""The lines of a page from its segments: reading order, letterheads in two columns, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from build_tools.model.source import Mark
from build_tools.model.span import Span
from build_tools.readers.pdf_scripts import Run, marks, moved
from build_tools.readers.pdf_segments import Segment
from build_tools.readers.pdf_tables import Table

_NATION = re.compile(r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do|Nơi nhận\s*:")
RECIPIENTS = re.compile(r"Nơi nhận\s*:")
_NEXT_LINE: Final = 2.5  # times the height of a line: what stands further below belongs to no letterhead
LABEL = re.compile(r"[-–—+*•●▪◦]|\(?[\dIVXa-zđ]{1,4}(?:\.\d{1,3}){0,3}[.)]")
_LABEL_GAP: Final = 60.0  # points
_FEWEST_LINES: Final = 6  # of two columns of running text
_SAME_WIDTH: Final = 0.75
_FULL: Final = 0.75  # of the width of a column: a shorter line does not fill it
_RAISED: Final = 0.85  # of its neighbour's height: smaller is raised


class PageLine(Struct):
    """One line of a page, or (with `table`, counted on the page) one row of a table, its cells parted by tabs.

    `gap`: empty space before it; `indented`: begins a paragraph; `note`: begins a note.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    gap: bool = False
    indented: bool = False
    note: bool = False
    table: int | None = None
    doubtful: tuple[str, ...] = ()  # words of which character recognition was not sure
    marks: tuple[Mark, ...] = ()


def page_lines(found: list[Segment], tables: Sequence[Table] = ()) -> list[PageLine]:
    """The lines of one page in reading order; each table stands where the file draws its first cell."""
    inside: dict[int, list[tuple[tuple[int, int], Segment]]] = {}
    around: list[Segment] = []
    for segment in found:
        place = _place(segment, tables)
        if place is None:
            around.append(segment)
        else:
            table, cell = place
            if table not in inside:
                around.append(Segment(f"\t{table}", 0.0, 0.0, 0.0, 0.0))
            inside.setdefault(table, []).append((cell, segment))
    lines: list[PageLine] = []
    for segment in _columns(_rows(around)):
        if segment.text.startswith("\t"):
            table = int(segment.text)
            lines.extend(_table_lines(inside[table], table, len(tables[table].columns) - 1))
        else:
            lines.append(_line([[segment]]))
    return lines


def _place(segment: Segment, tables: Sequence[Table]) -> tuple[int, tuple[int, int]] | None:
    """The table that the segment stands in, with row and column."""
    for index, table in enumerate(tables):
        cell = table.cell(segment.left, segment.right, segment.bottom, segment.top)
        if cell is not None:
            return index, cell
    return None


def _table_lines(placed: list[tuple[tuple[int, int], Segment]], table: int, columns: int) -> list[PageLine]:
    """One line for each row that holds text."""
    lines = []
    for row in sorted({row for (row, _), _ in placed}):
        here = [(column, segment) for (at, column), segment in placed if at == row]
        line = _line([[segment for at, segment in here if at == column] for column in range(columns)])
        line.table = table
        lines.append(line)
    return lines


def _line(cells: list[list[Segment]]) -> PageLine:
    """A line of one cell, or the row of a table."""
    text, found = "", list[Mark]()
    for index, cell in enumerate(cells):
        text += "\t" if index else ""
        words, runs = _flow(cell)
        found += [Mark(Span(m.span.start + len(text), m.span.end + len(text)), m.kind) for m in marks(words, runs)]
        text += words
    every = [segment for cell in cells for segment in cell]
    return PageLine(
        text,
        min(s.left for s in every),
        max(s.right for s in every),
        min(s.bottom for s in every),
        max(s.top for s in every),
        every[0].size,
        doubtful=tuple(word for s in every for word in s.doubtful),
        marks=tuple(found),
    )


def _flow(cell: list[Segment]) -> tuple[str, list[Run]]:
    """The text of segments that follow one another, and the runs in it."""
    text, runs = "", list[Run]()
    for segment in cell:
        text += " " if text else ""
        runs += moved(segment.runs, len(text))
        text += " ".join(segment.text.split())
    return text, runs


def _rows(found: list[Segment]) -> list[list[Segment]]:
    """Segments that follow one another on one line."""
    rows: list[list[Segment]] = []
    for segment in found:
        last = rows[-1][-1] if rows else None
        if last is not None and _side_by_side(last, segment):
            if _is_label(last, segment) and segment.left - last.right < _LABEL_GAP:
                last.extend(segment)
            else:
                rows[-1].append(segment)
        else:
            rows.append([segment])
    return rows


def _side_by_side(first: Segment, second: Segment) -> bool:
    """Whether two segments stand on one line; a raised number is higher than its neighbour, but not above it."""
    if second.left < first.right - 1.0:
        return False
    lower, upper = sorted((first, second), key=lambda segment: segment.height, reverse=True)
    return lower.bottom <= (upper.bottom + upper.top) / 2 <= lower.top


def _is_label(segment: Segment, following: Segment) -> bool:
    """A bullet or a number that a tab parts from its text; a small bare number is the mark of a note."""
    text = segment.text.strip()
    if text.isdecimal():
        return len(text) <= 3 and segment.height < following.height * _RAISED
    return LABEL.fullmatch(text) is not None


def _columns(rows: list[list[Segment]]) -> list[Segment]:
    """Row by row; but where a letterhead (or recipients beside a signature) is drawn row by row, column by column."""
    ordered: list[Segment] = []
    block: list[list[Segment]] = []
    for row in [*rows, []]:
        if len(row) == 2 or (len(row) == 1 and _stands_in_column(block, row[0])):
            block.append(row)
            continue
        ordered.extend(_in_order(block))
        block = []
        ordered.extend(row)
    return ordered


def _in_order(block: list[list[Segment]]) -> list[Segment]:
    """The segments of rows that may be columns: column by column if they are, else row by row."""
    every = [segment for row in block for segment in row]
    gutter = _gutter(block)
    if gutter is None or not (any(_NATION.search(segment.text) for segment in every) or _are_pages(block)):
        return every
    return [s for s in every if s.right <= gutter] + [s for s in every if s.right > gutter]


def _are_pages(block: list[list[Segment]]) -> bool:
    """Whether two columns are running text side by side: as wide as each other, full lines, sentences that go on."""
    sides = [[row[side] for row in block if len(row) == 2] for side in (0, 1)]
    if len(sides[0]) < _FEWEST_LINES:
        return False
    widths = [max(s.right for s in side) - min(s.left for s in side) for side in sides]
    if min(widths) < max(widths) * _SAME_WIDTH:
        return False
    for side, width in zip(sides, widths, strict=True):
        full = sum(segment.right - segment.left >= width * _FULL for segment in side)
        going_on = sum(segment.text[:1].islower() and not LABEL.match(segment.text[:5]) for segment in side)
        if min(full, going_on * 1.5) < len(side) / 2:
            return False
    return True


def _gutter(block: list[list[Segment]]) -> float | None:
    """Where the left of two columns ends, if one empty stripe parts them over all rows."""
    pairs = [row for row in block if len(row) == 2]
    end = max((left.right for left, _ in pairs), default=0.0)
    return end if len(pairs) > 1 and end < min(right.left for _, right in pairs) else None


def _stands_in_column(block: list[list[Segment]], segment: Segment) -> bool:
    """Whether a line that stands alone goes on one of the columns above it.

    Beside recipients that is the name below a signature, however far; in a letterhead only the next line of a column.
    """
    gutter = _gutter(block)
    if gutter is None or (segment.left <= gutter < segment.right):
        return False
    above = [s for row in block for s in row if (s.right <= gutter) == (segment.right <= gutter)]
    if any(RECIPIENTS.search(s.text) for row in block for s in row):
        return True
    nation = any(_NATION.search(s.text) for row in block for s in row)
    return nation and min(s.bottom for s in above) - segment.top < segment.height * (_NEXT_LINE - 1)
