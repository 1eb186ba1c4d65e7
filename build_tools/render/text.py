"""The text of a document as Markdown: every word of it, in order, each block with its anchor.

What stands between the words and is not of the source (permanent links, boxes that say who acts) carries the attribute
`data-gen`, so that anybody can take it away again and compare.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

import markdown
from msgspec import Struct

from build_tools.i18n import _
from build_tools.model.ancestry import ancestors
from build_tools.model.anchors import Anchors
from build_tools.model.document import Correction, Document, Unit, UnitKind
from build_tools.model.library import Entry
from build_tools.model.source import Block, BlockKind, Mark
from build_tools.model.span import Span
from build_tools.render import names
from build_tools.render.inline import HtmlWriter, Layers, Link, MarkdownWriter, inline
from build_tools.render.markdown import EXTENSIONS, escape_start
from build_tools.render.tasks import reading

F = TypeVar("F", Link, Correction, Mark)
# Kinds whose label and heading stand as a heading of the page. The page's own headings are of levels 1 and 2.
_WITH_HEADING = frozenset(
    {
        UnitKind.PART,
        UnitKind.CHAPTER,
        UnitKind.SECTION,
        UnitKind.SUBSECTION,
        UnitKind.ARTICLE,
        UnitKind.HEADING,
        UnitKind.ANNEX,
    }
)
_FIRST_LEVEL, _LAST_LEVEL = 3, 6
# Kinds that are indented below what they belong to.
_INDENTED = frozenset({UnitKind.BULLET, UnitKind.POINT, UnitKind.ITEM})
_TOC_LABEL_LENGTH = 90
_GEN = 'data-gen="1"'


class TextOptions(Struct, frozen=True):
    """What is written around the words.

    `layers` lie over the text, with links for Markdown in `layers` and for HTML in `table_layers`. `after` holds HTML
    to put after a block, by its index. `permalinks` puts a link to itself at every unit, `anchors` an `id` on every
    block (as attribute lists, which plain Markdown does not know).
    """

    layers: Layers
    table_layers: Layers
    after: Mapping[int, str]
    permalinks: bool = True
    anchors: bool = True


def document_text(document: Document, anchors: Anchors, options: TextOptions) -> str:
    """The whole text as Markdown blocks, parted by empty lines."""
    return "\n\n".join(_Text(document, anchors, options).parts())


def body(text: str) -> str:
    """A text inside the element that bounds it on its page."""
    return f'<div class="pb-text" lang="vi" markdown="1">\n\n{text}\n\n</div>'


def body_html(entry: Entry) -> str:
    """The text as the site's Markdown turns it into HTML, without links and boxes: to be compared with the source."""
    document = entry.document
    layers = Layers((), document.corrections, document.marks)
    text = document_text(document, Anchors.of(document), TextOptions(layers, layers, {}))
    return str(markdown.markdown(body(text), extensions=list(EXTENSIONS)))


def toc_label(document: Document, span: Span) -> str:
    """A heading as the table of contents shows it: one line, corrected, cut after a word."""
    return names.shortened(" ".join(reading(document, span).split()), _TOC_LABEL_LENGTH)


class _Text:
    """One document on its way to Markdown."""

    def __init__(self, document: Document, anchors: Anchors, options: TextOptions) -> None:
        self._document = document
        self._anchors = anchors
        self._options = options
        self._units = {unit.id: unit for unit in document.units}
        self._extra = _units_without_anchor(document, anchors)
        self._local = _by_block(document, anchors, options.layers)
        self._local_table = _by_block(document, anchors, options.table_layers)

    def parts(self) -> Iterator[str]:
        """The blocks, with what follows them."""
        for table, numbered in groupby(enumerate(self._document.blocks), key=lambda item: _table(item[1])):
            rows = list(numbered)
            if table is None:
                for index, block in rows:
                    yield self._block(index, block)
                    yield from self._after(index)
            else:
                yield self._table(rows)
                for index, _unused in rows:
                    yield from self._after(index)

    def _after(self, index: int) -> Iterator[str]:
        if index in self._options.after:
            yield self._options.after[index]

    def _block(self, index: int, block: Block) -> str:
        owner, anchor = self._anchors.owner(index), self._anchors.name(index)
        if not block.span.of(self._document.text).strip():
            return f'<p id="{html.escape(anchor)}"></p>' if self._options.anchors else ""
        begun = owner if owner is not None and owner.id == anchor else None
        words = escape_start(inline(self._document.text, block.span, self._local[index], MarkdownWriter()))
        level = self._heading_level(begun, block)
        hashes = f"{'#' * level} " if level else ""
        if not self._options.anchors:
            return hashes + words
        words = self._targets(index) + words + (self._permalink(begun) if begun else "")
        if level and begun:
            whole = Span(block.span.start, max(block.span.end, begun.heading_span.end if begun.heading_span else 0))
            label = html.escape(toc_label(self._document, whole)).translate(_ATTRIBUTE)
            return f'{hashes}{words} {{ #{anchor} data-toc-label="{label}" }}'
        return f"{words}\n{{ #{anchor}{self._classes(owner, block)} }}"

    def _heading_level(self, begun: Unit | None, block: Block) -> int:
        """The level of a block that is the heading of the unit that begins with it; 0 for running text."""
        if begun is None or not _is_heading(begun, block, self._document.text):
            return 0
        return min(_FIRST_LEVEL + _heading_depth(begun, self._units), _LAST_LEVEL)

    def _targets(self, index: int) -> str:
        """Anchors of units that begin in this block and do not give it their name."""
        return "".join(f'<span id="{html.escape(unit)}" {_GEN}></span>' for unit in self._extra.get(index, ()))

    def _permalink(self, unit: Unit) -> str:
        if not self._options.permalinks:
            return ""
        name = names.unit_name(self._units, unit.id)
        title = html.escape(_("Link to {place}", place=name) if name else _("Link to this passage")).translate(
            _ATTRIBUTE
        )
        return f'<a class="pb-link" href="#{html.escape(unit.id)}" {_GEN} aria-label="{title}">¶</a>'

    def _classes(self, owner: Unit | None, block: Block) -> str:
        classes = [f".pb-{block.kind.value}"] if block.kind is not BlockKind.PARAGRAPH else []
        if owner is not None:
            classes.append(f".pb-u-{owner.kind.value}")
            depth = _indent(owner, self._units)
            classes += [f".pb-in-{min(depth, 4)}"] if depth else []
            classes += [".pb-quoted"] if owner.quoted else []
            classes += [".pb-heading-more"] if owner.heading_span and owner.heading_span.contains(block.span) else []
        return "".join(f" {name}" for name in classes)

    def _table(self, rows: list[tuple[int, Block]]) -> str:
        """A table in HTML, the first row as its header where every cell of it has words."""
        text = self._document.text
        first = rows[0][1].span.of(text).split("\t")
        has_head = len(rows) > 1 and len(first) > 1 and all(cell.strip() for cell in first)
        written = [self._row(index, block, head=has_head and not number) for number, (index, block) in enumerate(rows)]
        head = f"<thead>{written.pop(0)}</thead>" if has_head else ""
        body = f"<tbody>{''.join(written)}</tbody>"
        label = html.escape(_("Table of the document"))
        return (
            f'<div class="pb-table" role="region" tabindex="0" aria-label="{label}"><table>{head}{body}</table></div>'
        )

    def _row(self, index: int, block: Block, *, head: bool) -> str:
        cells, at = [], block.span.start
        for words in block.span.of(self._document.text).split("\t"):
            span = Span(at, at + len(words))
            at = span.end + 1
            written = inline(self._document.text, span, self._local_table[index], HtmlWriter())
            cells.append(f'<th scope="col">{written}</th>' if head else f"<td>{written}</td>")
        cells[0] = cells[0].replace(">", f">{self._targets(index)}", 1)
        return f'<tr id="{html.escape(self._anchors.name(index))}">{"".join(cells)}</tr>'


_ATTRIBUTE = str.maketrans({char: f"&#{ord(char)};" for char in "\\`*_[]{}!|~\n"})


def _table(block: Block) -> int | None:
    return (block.table or 0) if block.kind is BlockKind.TABLE_ROW else None


def _is_heading(unit: Unit, block: Block, text: str) -> bool:
    """Whether a unit's first block is its label and heading and nothing else."""
    if unit.kind not in _WITH_HEADING or unit.heading_span is None:
        return False
    return not text[unit.heading_span.end : block.span.end].strip(" .:;\t\n")


def _heading_depth(unit: Unit, units: Mapping[str, Unit]) -> int:
    """How many units with headings a unit stands in."""
    return sum(1 for outer in ancestors(unit, units) if outer.kind in _WITH_HEADING)


def _indent(unit: Unit, units: Mapping[str, Unit]) -> int:
    """How many indented units a unit is or stands in."""
    return sum(1 for one in (unit, *ancestors(unit, units)) if one.kind in _INDENTED)


def _units_without_anchor(document: Document, anchors: Anchors) -> dict[int, list[str]]:
    """Units that begin in a block of another name (two labels on one line, a label in mid-paragraph)."""
    named = {anchors.name(index) for index in range(len(document.blocks))}
    missing: dict[int, list[str]] = {}
    for unit in document.units:
        if unit.id not in named and document.blocks:
            missing.setdefault(anchors.block_at(unit.span.start), []).append(unit.id)
    return missing


def _by_block(document: Document, anchors: Anchors, layers: Layers) -> list[Layers]:
    """The layers dealt out to the blocks they touch, so that each block looks at its own only."""
    links: list[list[Link]] = [[] for _unused in document.blocks]
    fixes: list[list[Correction]] = [[] for _unused in document.blocks]
    marks: list[list[Mark]] = [[] for _unused in document.blocks]
    _deal(layers.links, links, anchors)
    _deal(layers.corrections, fixes, anchors)
    _deal(layers.marks, marks, anchors)
    return [Layers(*three) for three in zip(links, fixes, marks, strict=True)]


def _deal(found: Sequence[F], dealt: list[list[F]], anchors: Anchors) -> None:
    for one in found:
        first, last = anchors.block_at(one.span.start), anchors.block_at(max(one.span.start, one.span.end - 1))
        for index in range(first, last + 1):
            dealt[index].append(one)
