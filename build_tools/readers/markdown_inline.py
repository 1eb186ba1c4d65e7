"""The inline tokens of Markdown: emphasis, breaks, and the HTML tags that people put into Markdown."""

from __future__ import annotations

import re
from typing import Final

from markdown_it.token import Token

from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, MarkKind
from build_tools.readers.html_names import BLOCK_TAGS, KNOWN_TAGS, MARK_TAGS, SKIPPED_TAGS
from build_tools.readers.line_writer import LineWriter
from build_tools.readers.tables import MOST_COLUMNS, Row, Spans

_MARKS: Final = {"em": MarkKind.EMPHASIS, "strong": MarkKind.STRONG}
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_COLUMNS = re.compile(r"\scolspan\s{0,3}=\s{0,3}[\"']?(\d{1,4})", re.IGNORECASE)
_ROWS = re.compile(r"\srowspan\s{0,3}=\s{0,3}[\"']?(\d{1,4})", re.IGNORECASE)
NOTE_MARK = re.compile(r"\(?\d{1,3}\)?|\*{1,3}")


class InlineWriter:
    """Writes inline tokens; remembers over paragraphs whether it stands inside a script or the like."""

    def __init__(self, writer: LineWriter, text: str) -> None:
        self._writer = writer
        lowered = text.lower()
        self._closers = {tag: lowered.count(f"</{tag}") for tag in SKIPPED_TAGS}
        self._skipping = ""
        self._line = 1
        self._table: int | None = None
        self._grid = _Grid(writer)

    def write(self, tokens: list[Token], line: int) -> None:
        """Write the children of one inline token that begins on `line`."""
        self._line = line
        for token in tokens:
            if self._skipping:
                self._skip(token)
            else:
                self._token(token)

    def _skip(self, token: Token) -> None:
        if token.type in {"softbreak", "hardbreak"}:
            self._line += 1
        elif token.type == "html_inline" and token.content.lower().startswith(f"</{self._skipping}"):
            self._closers[self._skipping] -= 1
            self._skipping = ""
        else:
            self._remove(token.content, RemovedReason.ACTIVE_CONTENT)

    def _token(self, token: Token) -> None:
        name, _, edge = token.type.rpartition("_")
        if token.type in {"softbreak", "hardbreak"}:
            self._line += 1
            self._new_line(meant=token.type == "hardbreak")
        elif name in _MARKS:
            (self._writer.open if edge == "open" else self._writer.close)(_MARKS[name])
        elif token.type == "html_inline":
            self._html(token.content)
        elif token.type == "footnote_ref":
            self._writer.open(MarkKind.SUPERSCRIPT)
            self._writer.text(str(token.meta["label"]))
            self._writer.close(MarkKind.SUPERSCRIPT)
        elif token.type == "image":
            self._remove(token.content, RemovedReason.IMAGE)
        else:
            self._writer.text(token.content)

    def _new_line(self, *, meant: bool) -> None:
        self._writer.begin(self._line, None, break_before=meant)

    def _html(self, tag: str) -> None:
        found = _TAG_NAME.match(tag)
        name = found[2].lower() if found else ""
        if not found:  # a comment, a declaration or a processing instruction
            self._remove(tag.strip("<>!?-"), RemovedReason.HIDDEN_TEXT)
        elif name not in KNOWN_TAGS:
            self._writer.text(tag)
        elif name in SKIPPED_TAGS:
            if not found[1] and self._closers[name] > 0:
                self._skipping = name
        elif name in MARK_TAGS:
            (self._writer.close if found[1] else self._writer.open)(MARK_TAGS[name])
        elif name == "br":
            self._new_line(meant=True)
        elif name in {"td", "th"}:
            if not found[1]:
                self._grid.cell(tag)
        elif name in BLOCK_TAGS:
            self._block(name, closes=bool(found[1]))
        self._line += tag.count("\n")

    def _block(self, name: str, *, closes: bool) -> None:
        if name == "table":
            self._table = None if closes else self._writer.next_table()
        if name in {"table", "tr"}:
            self._grid.end_row(whole=name == "table")
        row = name == "tr" and not closes
        kind = BlockKind.TABLE_ROW if row else BlockKind.PARAGRAPH
        self._writer.begin(self._line, kind, table=self._table if row else None)

    def _remove(self, text: str, reason: RemovedReason) -> None:
        self._writer.remove(self._line, text, reason)


class _Grid:
    """The cells of an HTML table, each at its column: a cell may cover more than one, and rows below."""

    def __init__(self, writer: LineWriter) -> None:
        self._writer = writer
        self._spans = Spans()
        self._row: Row = []
        self._tabs = 0

    def cell(self, tag: str) -> None:
        """Begin a cell."""
        self._spans.fill(self._row)
        self._go_to(len(self._row))
        columns = min(_covered(_COLUMNS, tag), MOST_COLUMNS)
        self._spans.open(len(self._row), columns, _covered(_ROWS, tag))
        self._row.extend([] for _ in range(columns))

    def end_row(self, *, whole: bool) -> None:
        """End a row, or the `whole` table."""
        if self._row:
            self._spans.fill(self._row)
            self._go_to(len(self._row) - 1)
            self._spans.next_row()
        if whole:
            self._spans = Spans()
        self._row, self._tabs = [], 0

    def _go_to(self, column: int) -> None:
        self._writer.text("\t" * (column - self._tabs))
        self._tabs = column


def _covered(pattern: re.Pattern[str], tag: str) -> int:
    found = pattern.search(tag)
    return max(int(found[1]), 1) if found else 1
