"""What a reader gets out of a received file, before anything is repaired."""

from __future__ import annotations

from bisect import bisect_right
from enum import StrEnum

from msgspec import Struct

from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.span import Span

RECOGNISED_FILE = "recognised.tsv"
"""Keeps, in a document's folder, the words that character recognition saw in a received scan."""


class Flow(StrEnum):
    """Whether a line end of the received file is layout or meaning."""

    LINES = "lines"  # plain text: a paragraph is spread over lines and must be joined
    BLOCKS = "blocks"  # Markdown, Word, HTML: the format says where a block begins


class BlockKind(StrEnum):
    """What the format itself says of a block. It is evidence, never law: levels come from labels."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_ROW = "table-row"  # cells parted by a tab
    FOOTNOTE = "footnote"
    RULE = "rule"  # a drawn line such as -----


class MarkKind(StrEnum):
    """Emphasis that the source carries and the page keeps."""

    STRONG = "strong"
    EMPHASIS = "em"
    UNDERLINE = "u"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"


class Mark(Struct, frozen=True, gc=False):
    """Emphasis over a span (of a line's text in `SourceLine`, of the clean text in `CleanText`)."""

    span: Span
    kind: MarkKind


class SourceLine(Struct, frozen=True, gc=False):
    """One line of text with markup taken off.

    `number` is the 1-based line of the received file (for PDF and Word: of the text the reader extracted), `page` the
    1-based page where the format has pages. `opens` names the block that begins here; `None` continues the block
    before (only in `Flow.BLOCKS`). `break_before` marks a line break that the author meant (two spaces in Markdown,
    `<br>`). `table` numbers the table that a TABLE_ROW belongs to.
    """

    number: int
    text: str
    page: int | None = None
    opens: BlockKind | None = None
    break_before: bool = False
    marks: tuple[Mark, ...] = ()
    table: int | None = None


class SourceText(Struct, frozen=True):
    """The text of one received file, line by line.

    `sha256` is of the received bytes. `removed` lists what the reader itself left out (scripts, menus, hidden text)
    with its reason; page furniture is taken out later, by `normalise`.
    """

    file: str
    sha256: str
    format: str
    encoding: str
    flow: Flow
    lines: tuple[SourceLine, ...]
    removed: tuple[Removed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


class Block(Struct, frozen=True, gc=False):
    """One paragraph, heading or table row of the clean text; blocks are parted by a single line feed."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH
    table: int | None = None


class Origin(Struct, frozen=True, gc=False):
    """From `offset` on (until the next origin) the clean text stands on this line (and page) of the received file."""

    offset: int
    line: int
    page: int | None = None


class CleanText(Struct, frozen=True):
    r"""The readable text of a document: NFC, paragraphs joined, page furniture out and recorded.

    `text` is the blocks joined by "\\n"; `origins` is sorted by offset and never empty unless the text is.
    """

    text: str
    blocks: tuple[Block, ...]
    origins: tuple[Origin, ...]
    marks: tuple[Mark, ...] = ()
    removed: tuple[Removed, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def line_at(self, offset: int) -> int:
        """The line of the received file on which the code point at `offset` stands; 1 for an empty text."""
        index = bisect_right(self.origins, offset, key=lambda origin: origin.offset) - 1
        return self.origins[max(0, index)].line if self.origins else 1
