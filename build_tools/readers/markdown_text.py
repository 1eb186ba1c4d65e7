"""Markdown, through markdown-it-py's tokens.

What would lose or change words is switched off: link reference definitions and code (their text stays text), underlined
headings (a drawn line under a title stays a drawn line), raw HTML blocks (their tags are seen one by one). List markers
and the numbers of lists come through exactly as written.
"""

from __future__ import annotations

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.source import BlockKind, Flow, MarkKind, SourceLine, SourceText
from build_tools.readers import plain_text
from build_tools.readers.decoding import decode
from build_tools.readers.line_writer import LineWriter
from build_tools.readers.markdown_inline import NOTE_MARK, InlineWriter
from build_tools.readers.tables import Cell, Row, write_table

MAX_NESTING: Final = 100  # levels of blocks; a list is two of them
_OFF: Final = ["code", "fence", "lheading", "reference", "html_block", "backticks"]


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """The blocks of a Markdown file; one nested too deeply to be meant is read as plain text, and reported."""
    decoded = decode(data, file)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    diagnostics = decoded.diagnostics
    flow = Flow.BLOCKS
    removed: tuple[Removed, ...] = ()
    parsed = parse(text)
    if parsed is None:
        flow, lines = Flow.LINES, plain_text.split_lines(text)
        diagnostics = (*diagnostics, Diagnostic("markdown-too-deep", 1))
    else:
        lines, removed = parsed
    return SourceText(file, sha256, "markdown", decoded.encoding, flow, lines, removed, diagnostics)


def parse(text: str) -> tuple[tuple[SourceLine, ...], tuple[Removed, ...]] | None:
    """The lines of a Markdown text and what was left out; `None` where it is nested too deeply."""
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table").disable(_OFF)
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)
    try:
        tokens = markdown.parse(text)
    except RecursionError:
        return None
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        return None
    walk = _Walk(markdown, text)
    walk.run(tokens)
    return walk.writer.finish(), tuple(walk.writer.removed)


class _Walk:
    """One pass over the block tokens."""

    def __init__(self, markdown: MarkdownIt, text: str) -> None:
        self.writer = LineWriter()
        self._markdown = markdown
        self._source = text.split("\n")
        self._inline = InlineWriter(self.writer, text)
        self._markers: list[str] = []  # of list items that have no text yet
        self._footnote = ""
        self._kind = BlockKind.PARAGRAPH
        self._item_line = 1

    def run(self, tokens: list[Token]) -> None:
        in_table = False
        for token in tokens:
            if token.type == "table_open":
                in_table = True
                self._table(token)
            elif token.type == "table_close":
                in_table = False
            elif not in_table:
                self._block(token)

    def _block(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 1
        match token.type:
            case "heading_open":
                self._kind = BlockKind.HEADING
            case "paragraph_open":
                self._kind = BlockKind.PARAGRAPH
            case "list_item_open":
                self._markers.append(f"{token.info}{token.markup}")
                self._item_line = line
            case "list_item_close" if self._markers:  # an empty item is its marker
                self._begin(self._item_line)
            case "footnote_reference_open":
                self._footnote = str(token.meta["label"])
                self._item_line = line
            case "footnote_reference_close" if self._footnote:  # an empty note is its mark
                self._begin(self._item_line)
            case "hr":
                self._begin(line, BlockKind.RULE)
                self.writer.text(token.markup)
            case "inline":
                self._begin(line, BlockKind.FOOTNOTE if _opens_with_note_mark(token) else None)
                self._inline.write(token.children or [], line)
                self.writer.close_all()

    def _begin(self, line: int, kind: BlockKind | None = None) -> None:
        """Begin a block, with the list markers and the footnote mark that wait for one."""
        kind = kind or (BlockKind.LIST_ITEM if self._markers else self._kind)
        if self._footnote:
            kind = BlockKind.FOOTNOTE
        self.writer.begin(line, kind)
        if self._markers:
            self.writer.text(" ".join(self._markers) + " ")
            self._markers = []
        if self._footnote:
            self.writer.open(MarkKind.SUPERSCRIPT)
            self.writer.text(self._footnote)
            self.writer.close(MarkKind.SUPERSCRIPT)
            self.writer.text(" ")
            self._footnote = ""

    def _table(self, token: Token) -> None:
        """Rows from the source lines: the tokens of a row drop cells that its header does not have."""
        assert token.map is not None
        first = token.map[0] + 1
        if self._markers or self._footnote:
            self._begin(first)
        rows: list[Row] = []
        for number in range(token.map[0], token.map[1]):
            row = self._source[number].lstrip(" >").strip()
            if number == first or not row:  # the line of dashes is markup
                continue
            cells = escapedSplit(row.removeprefix("|"))
            if not cells[-1].strip():
                cells.pop()
            rows.append([self._cell(cell.strip(), number + 1) for cell in cells])
        write_table(self.writer, rows, first, self.writer.next_table())

    def _cell(self, cell: str, line: int) -> Cell:
        """The lines of a cell; `<br>` parts them."""
        writer = LineWriter()
        writer.begin(line, None)
        for inline in self._markdown.parseInline(cell, {}):
            InlineWriter(writer, cell).write(inline.children or [], line)
        lines = list(writer.finish())
        self.writer.removed.extend(writer.removed)
        return lines


def _opens_with_note_mark(token: Token) -> bool:
    """Whether a paragraph begins with a raised number: the note of a page, set where the page ended."""
    first = [child for child in token.children or [] if child.content or child.type != "text"][:3]
    if [child.type for child in first] != ["html_inline", "text", "html_inline"]:
        return False
    return first[0].content.lower() == "<sup>" and NOTE_MARK.fullmatch(first[1].content.strip()) is not None
