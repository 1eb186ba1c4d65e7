"""One pass over the elements of a page, writing lines. It never recurses into depth: only nested tables nest calls."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from build_tools.grammar.numerals import ordered_marker
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind
from build_tools.readers.html_content import Content, font_of, is_footnote
from build_tools.readers.html_names import BLOCK_TAGS, HEADING_TAGS, MARK_TAGS
from build_tools.readers.legacy import converted, font_encoding
from build_tools.readers.line_writer import LineWriter
from build_tools.readers.tables import MOST_COLUMNS, Row, Spans, write_table

_DEEPEST_TABLE: Final = 12  # nested deeper, a table is read as paragraphs
_ROW_GROUPS: Final = frozenset(("thead", "tbody", "tfoot", "colgroup", "tr"))
_CELLS: Final = frozenset(("td", "th"))
_SPACES = re.compile(r"[ \t\f]+")  # one, as browsers show them; what must be wide is written otherwise


class Walk:
    """Writes the text of an element to `writer`, block by block."""

    def __init__(self, content: Content, depth: int = 0, line: int = 1) -> None:
        self.writer = LineWriter()
        self._content = content
        self._depth = depth
        self._line = line
        self._numbers: list[int] = []  # the next number of each open list
        self._footnotes: list[etree._Element] = []
        self._fonts: list[tuple[etree._Element, str]] = []  # the open elements that set one, and its old encoding
        self._pre = 0

    def page(self, root: etree._Element) -> None:
        """Write a whole page except its head. Careless pages have text behind their body, and behind `</html>`."""
        self._parts(root)
        for more in root.itersiblings(etree.Element):
            if self._content.main is None:
                self._parts(more)
            else:
                self._line = line_of(more, self._line)
                self._remove_all(more, RemovedReason.SITE_CHROME)

    def _parts(self, root: etree._Element) -> None:
        self.add(root.text or "", root)
        for part in root:
            if isinstance(part.tag, str) and part.tag != "head":
                self.run(part)
            self.add(part.tail or "", root)

    def run(self, root: etree._Element) -> None:
        """Write everything in `root`, not what follows it."""
        walker = etree.iterwalk(root, events=("start", "end", "comment"))
        skipped: etree._Element | None = None
        for event, element in walker:
            if event == "comment":
                self._tail(element, root)
            elif event == "start":
                if element is not root and self._leave_out(element):
                    skipped = element
                    walker.skip_subtree()
                else:
                    self._start(element)
            else:
                if element is skipped:
                    skipped = None
                elif element is not root or isinstance(element.tag, str):
                    self._end(element)
                if element is not root:
                    self._tail(element, root)

    def _leave_out(self, element: etree._Element) -> bool:
        """Whether the element is done with: removed and recorded, or a table, written here."""
        self._line = line_of(element, self._line)
        reason = self._content.unwanted(element)
        is_table = element.tag == "table" and not self._content.outside(element)
        if reason is None and is_table and self._depth < _DEEPEST_TABLE:
            self._table(element)
            return True
        if reason is None:
            return False
        if reason is RemovedReason.IMAGE:
            self.writer.remove(self._line, element.get("alt", ""), reason)
            return True
        self._remove_all(element, reason)
        return True

    def _remove_all(self, element: etree._Element, reason: RemovedReason) -> None:
        for piece in element.iter():
            if isinstance(piece.tag, str):
                self.writer.remove(line_of(piece, self._line), piece.text or "", reason)
            if piece is not element:
                self.writer.remove(line_of(piece, self._line), piece.tail or "", reason)

    def _start(self, element: etree._Element) -> None:
        tag = str(element.tag)
        self._line = line_of(element, self._line)
        if is_footnote(tag, element):
            self._footnotes.append(element)
        self._set_font(element)
        if tag == "br":
            self.writer.begin(self._line, None, break_before=True)
        elif tag in MARK_TAGS:
            self.writer.open(MARK_TAGS[tag])
        elif tag in {"ol", "ul"}:
            self._numbers.append(_number(element.get("start"), 1))
        elif tag == "hr":
            self._block(BlockKind.RULE)
        elif tag in BLOCK_TAGS:
            self._block(self._kind(tag))
            self._pre += tag == "pre"
            if tag == "li":
                self._marker(element)
        self._text(element.text or "", element)

    def _end(self, element: etree._Element) -> None:
        tag = str(element.tag)
        if tag in MARK_TAGS:
            self.writer.close(MARK_TAGS[tag])
        elif tag in {"ol", "ul"} and self._numbers:
            self._numbers.pop()
        elif tag in BLOCK_TAGS:
            self._pre -= tag == "pre"
            self._block(BlockKind.PARAGRAPH)
        if self._footnotes and self._footnotes[-1] is element:
            self._footnotes.pop()
        self._end_font(element)

    def _set_font(self, element: etree._Element) -> None:
        font = font_of(element)
        if font is not None:
            self._fonts.append((element, font_encoding(font)))

    def _end_font(self, element: etree._Element) -> None:
        if self._fonts and self._fonts[-1][0] is element:
            self._fonts.pop()

    def _tail(self, element: etree._Element, root: etree._Element) -> None:
        if element is not root:
            parent = element.getparent()
            self._text(element.tail or "", root if parent is None else parent)

    def _kind(self, tag: str) -> BlockKind:
        if self._footnotes:
            return BlockKind.FOOTNOTE
        if tag in HEADING_TAGS:
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if tag == "li" else BlockKind.PARAGRAPH

    def _block(self, kind: BlockKind) -> None:
        if self.writer.waiting(BlockKind.LIST_ITEM):  # <li><p>: the paragraph is the item
            return
        self.writer.begin(self._line, kind)

    def _marker(self, item: etree._Element) -> None:
        """The number that a browser shows before an item; a dash for its dots."""
        parent = item.getparent()
        if parent is not None and parent.tag == "ol":
            number = _number(item.get("value"), self._numbers[-1] if self._numbers else 1)
            if self._numbers:
                self._numbers[-1] = number + 1
            self.writer.prefix(ordered_marker(number, parent.get("type", "1")) + ". ")
        else:
            self.writer.prefix("- ")

    def _text(self, text: str, parent: etree._Element) -> None:
        """Text of a page; a line end in it is a space, and a step to the next line of the file."""
        if not text:
            return
        if self._fonts and self._fonts[-1][1]:
            text = converted(text, self._fonts[-1][1])
        if self._content.outside(parent):
            self.writer.remove(self._line, text, RemovedReason.SITE_CHROME)
            self._line += text.count("\n")
            return
        for index, piece in enumerate(text.split("\n")):
            if index:
                self._line += 1
                self.writer.next_line(self._line, break_before=self._pre > 0)
            self.writer.text(piece.replace("\t", " ") if self._pre else _SPACES.sub(" ", piece))

    def _table(self, table: etree._Element) -> None:
        number, line = self.writer.next_table(), self._line
        rows: list[Row] = []
        self._set_font(table)
        stray = Walk(self._content, self._depth + 1, line)
        self._gather(table, rows, stray, Spans())
        self._end_font(table)
        for item in stray.writer.finish():
            self.writer.copy(item, opens=item.opens or BlockKind.PARAGRAPH)
        self.writer.removed.extend(stray.writer.removed)
        write_table(self.writer, [row for row in rows if any(row)], line, number)
        self._block(BlockKind.PARAGRAPH)

    def _gather(self, parent: etree._Element, rows: list[Row], stray: Walk, spans: Spans) -> None:
        """The rows of a table; what careless markup left between its cells, and its caption, go to `stray`."""
        in_row = parent.tag == "tr"
        if in_row:
            rows.append([])
        stray.add(parent.text or "", parent)
        for element in parent:
            if not isinstance(element.tag, str) or stray.left_out(element):
                pass
            elif element.tag in _ROW_GROUPS:
                self._gather(element, rows, stray, spans)
            elif element.tag in _CELLS:
                if not in_row and not rows:
                    rows.append([])
                spans.fill(rows[-1])
                cells = self._cells(element)
                spans.open(len(rows[-1]), len(cells), _number(element.get("rowspan"), 1))
                rows[-1].extend(cells)
            else:
                stray.run(element)
            stray.add(element.tail or "", parent)
        if in_row:
            spans.fill(rows[-1])
            spans.next_row()

    def _cells(self, cell: etree._Element) -> Row:
        """The cell, and an empty one for each further column that it covers."""
        walk = Walk(self._content, self._depth + 1, line_of(cell, self._line))
        walk._fonts = list(self._fonts)
        walk.run(cell)
        lines = list(walk.writer.finish())
        self.writer.removed.extend(walk.writer.removed)
        return [lines, *([] for _ in range(min(_number(cell.get("colspan"), 1), MOST_COLUMNS) - 1))]

    def add(self, text: str, parent: etree._Element) -> None:
        """Text that stands directly in a table."""
        if text.strip():
            self._line = max(self._line, line_of(parent, self._line))
            self.writer.begin(self._line, BlockKind.PARAGRAPH)
            self._text(text, parent)

    def left_out(self, element: etree._Element) -> bool:
        """Whether the element was removed and recorded."""
        return self._content.unwanted(element) is not None and self._leave_out(element)


def line_of(element: etree._Element, default: int) -> int:
    """The line on which the element begins; `default` where the parser does not know."""
    line: object = element.sourceline
    return line if isinstance(line, int) else default


def _number(value: str | None, default: int) -> int:
    try:
        return int(value) if value else default
    except ValueError:
        return default
