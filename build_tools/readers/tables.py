"""Tables, whatever the format: rows of cells of lines; and the tables that only place a letterhead or a signature."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.source import BlockKind, SourceLine
from build_tools.readers.line_writer import LineWriter

Cell = list[SourceLine]
Row = list[Cell]

MOST_COLUMNS: Final = 50  # that one cell may cover
_MOST_COVERED: Final = 1000  # rows that one cell may cover
_MOST_ROWS: Final = 6
NATION = re.compile(r"CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*-\s*Tự do")
_LETTERHEAD = re.compile(
    rf"{NATION.pattern}|Nơi nhận\s*:|"
    r"^[^\S\n]*(?:TM|KT|TL|TUQ|T/M|K/T|T/L)\.?\s[A-ZĐÀ-Ỹ]{2}",
    re.MULTILINE,
)


def write_table(writer: LineWriter, rows: list[Row], line: int, number: int) -> None:
    """Write a table: as rows of cells, or, where it only places text on the page, cell after cell as paragraphs.

    `line` is where the table begins, `number` counts the document's tables.
    """
    if is_layout(rows):
        for cell in (cell for row in rows for cell in row):
            for position, item in enumerate(cell):
                opens = item.opens if position else item.opens or BlockKind.PARAGRAPH
                writer.copy(item, opens=opens, apart=not position)
        return
    for row in rows:
        first = next((item.number for cell in row for item in cell), line)
        writer.begin(first, BlockKind.TABLE_ROW, table=number)
        for index, cell in enumerate(row):
            if index:
                writer.text("\t")
            for position, item in enumerate(cell):
                if position:
                    writer.text(" ")
                writer.append(item)


def is_layout(rows: list[Row]) -> bool:
    """Whether a table is a frame around text, or holds a letterhead, or recipients beside a signature.

    A frame has one column; the others have few rows, few cells, and their words.
    """
    columns = max(map(len, rows), default=0)
    if columns == 1:
        return True
    if not rows or len(rows) > _MOST_ROWS or columns > 3:
        return False
    return any(_LETTERHEAD.search("\n".join([line.text for line in cell])) for row in rows for cell in row)


class Spans:
    """The columns that a cell of an earlier row covers: an empty cell stands there, for the first row has its words."""

    def __init__(self) -> None:
        self._left: dict[int, int] = {}  # by column, the rows that are still covered
        self._coming: dict[int, int] = {}

    def fill(self, row: Row) -> None:
        """Add an empty cell for each covered column at which the row stands."""
        while self._left.get(len(row), 0) > 0:
            row.append([])

    def open(self, column: int, columns: int, rows: int) -> None:
        """A cell covers its columns in the next rows too."""
        for covered in range(column, column + columns) if rows > 1 else ():
            self._coming[covered] = min(rows, _MOST_COVERED)

    def next_row(self) -> None:
        """Count down what is covered."""
        left = {column: rows - 1 for column, rows in self._left.items() if rows > 1}
        self._left = {**left, **{column: rows - 1 for column, rows in self._coming.items()}}
        self._coming = {}
