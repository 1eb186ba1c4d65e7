"""One pass over the body of a Word file (or a cell, a note, a header), writing lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, MarkKind, SourceLine
from build_tools.readers.legacy import converted, font_encoding
from build_tools.readers.line_writer import LineWriter
from build_tools.readers.signs import PRIVATE, drawn, is_of_signs, sign
from build_tools.readers.tables import Row, write_table
from build_tools.readers.word_drawings import boxes, descriptions, drawn_texts, has_picture
from build_tools.readers.word_fields import Fields
from build_tools.readers.word_maths import is_maths, write_formula
from build_tools.readers.word_numbering import Label, Numbering
from build_tools.readers.word_package import Package, attribute, child, is_on, local
from build_tools.readers.word_styles import Styles, font_of

_WRAPPERS: Final = frozenset(
    ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple", "dir", "bdo", "txbxContent")
)
_SCRIPTS: Final = {"superscript": MarkKind.SUPERSCRIPT, "subscript": MarkKind.SUBSCRIPT}
_TAB: Final = " " * 4  # as wide as what parts two columns of a plain text


class Context:
    """What all parts of one document share: styles, numbering, and the notes referred to so far."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        package: Package | None = None,
        unended: frozenset[etree._Element] = frozenset(),
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.package = package
        self.unended = unended  # marks that begin a field without an end
        self.notes: list[tuple[str, str, str]] = []  # kind, id, label
        self.line = 0
        self.tables = 0
        self.pictures: list[int] = []  # the lines at which they stand
        self.objects: list[int] = []
        self.struck: list[int] = []  # the lines of runs that are struck out


class Walk:
    """Writes blocks to `writer`. A Word file has no lines: the lines that are written are counted."""

    def __init__(self, context: Context, writer: LineWriter, *, in_cell: bool = False) -> None:
        self.context = context
        self.writer = writer
        self._in_cell = in_cell
        self._boxes: list[etree._Element] = []
        self._drawn: list[str] = []
        self._fields = Fields(context.unended)

    def begin(self, kind: BlockKind | None, *, break_before: bool = False) -> None:
        """Begin a block, or (`kind` None) a line of the block at hand."""
        self.context.line += 1
        self.writer.begin(self.context.line, kind, break_before=break_before)

    def blocks(self, parent: etree._Element) -> None:
        """Every paragraph and table in `parent`, wrappers looked into."""
        for element in parent:
            name = local(element)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._table(element)
            elif name in _WRAPPERS:
                self.blocks(element)
            elif is_maths(element):
                self.begin(BlockKind.PARAGRAPH)
                write_formula(element, self.writer)

    def _paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "pPr")
        style = attribute(child(properties, "pStyle"), "val") or self.context.styles.default
        label = Label() if self._is_unseen(paragraph, properties, style) else self._label(properties, style)
        kind = BlockKind.LIST_ITEM if label.text else BlockKind.PARAGRAPH
        if self.context.styles.is_heading(style) or child(properties, "outlineLvl") is not None:
            kind = BlockKind.HEADING
        if self.context.styles.is_note(style):
            kind = BlockKind.FOOTNOTE
        self.begin(kind)
        if label.text:
            self.writer.text(label.text + ("" if not label.apart and _begins_with_a_mark(paragraph) else " "))
        self._runs(paragraph, style)
        self.writer.close_all()
        found, self._boxes = self._boxes, []
        drawn, self._drawn = self._drawn, []
        for box in found:
            self.blocks(box)
        for text in drawn:
            self.begin(BlockKind.PARAGRAPH, break_before=True)
            self.writer.text(text)

    def _is_unseen(self, paragraph: etree._Element, properties: etree._Element | None, style: str) -> bool:
        """Whether a paragraph is hidden with its end: Word does not count it in a list."""
        if not is_on(child(properties, "rPr"), "vanish"):
            return False
        runs = [child(item, "rPr") for item in paragraph.iter() if local(item) == "r"]
        keys = [attribute(child(run, "rStyle"), "val") for run in runs]
        return all(self._switch(run, "vanish", "hidden", key, style) for run, key in zip(runs, keys, strict=True))

    def _label(self, properties: etree._Element | None, style: str) -> Label:
        """The number that Word computes for the paragraph."""
        own = child(properties, "numPr")
        num_id = attribute(child(own, "numId"), "val")
        level = attribute(child(own, "ilvl"), "val")
        inherited = self.context.styles.numbering(style)
        if num_id is None and inherited is not None:
            num_id, style_level, owner = inherited
            if level is None:
                by_style = self.context.numbering.level_of_style(num_id, owner)
                level = str(by_style if style_level is None else style_level)
        if num_id is None or num_id == "0":
            return Label()
        return self.context.numbering.label(num_id, int(level) if level and level.isdigit() else 0)

    def _runs(self, parent: etree._Element, style: str) -> None:
        for element in parent:
            name = local(element)
            if name == "r":
                self._run(element, style)
            elif name in _WRAPPERS:
                self._runs(element, style)
            elif is_maths(element):
                write_formula(element, self.writer)

    def _run(self, run: etree._Element, style: str) -> None:
        properties = child(run, "rPr")
        run_style = attribute(child(properties, "rStyle"), "val")
        hidden, caps = (self._switch(properties, name, key, run_style, style) for name, key in _SWITCHES)
        marks = self._marks(properties, run_style)
        font = font_of(properties) or self.context.styles.font(run_style, style)
        encoding = font_encoding(font)
        caps = caps or (encoding == "tcvn3" and font.endswith("H"))
        for mark in marks:
            self.writer.open(mark)
        for element in run:
            text = self._piece(element)
            if encoding and text:
                text = converted(text, encoding)
            elif text and local(element) == "t" and (is_of_signs(font) or PRIVATE.search(text)):
                text = drawn(text, font)
            if text and hidden:
                self.writer.remove(self.context.line, text, RemovedReason.HIDDEN_TEXT)
            elif text:
                self.writer.text(text.upper() if caps else text)
                if text.strip() and (is_on(properties, "strike") or is_on(properties, "dstrike")):
                    self.context.struck.append(self.context.line)
        for mark in marks:
            self.writer.close(mark)

    def _switch(
        self, properties: etree._Element | None, name: str, key: str, run_style: str | None, style: str
    ) -> bool:
        own = is_on(properties, name)
        if own is not None:
            return own
        return self.context.styles.switch(run_style, key) or self.context.styles.switch(style, key)

    def _marks(self, properties: etree._Element | None, run_style: str | None) -> list[MarkKind]:
        found = []
        for name, key, mark in (("b", "bold", MarkKind.STRONG), ("i", "italic", MarkKind.EMPHASIS)):
            own = is_on(properties, name)
            if self.context.styles.switch(run_style, key) if own is None else own:
                found.append(mark)
        if is_on(properties, "u"):
            found.append(MarkKind.UNDERLINE)
        script = _SCRIPTS.get(attribute(child(properties, "vertAlign"), "val") or "")
        return [*found, script] if script else found

    def _piece(self, element: etree._Element) -> str:
        """The text of one part of a run; breaks, notes and boxes are dealt with here."""
        name = local(element)
        if name == "fldChar":
            self._fields.mark(element)
        if self._fields.in_code:
            code = "".join(item.text or "" for item in element.iter() if local(item) == "t")
            self.writer.remove(self.context.line, code, RemovedReason.HIDDEN_TEXT)
            return ""
        match name:
            case "t":
                return element.text or ""
            case "tab" | "ptab":
                return _TAB
            case "noBreakHyphen":
                return "-"
            case "sym":
                return sign(attribute(element, "char") or "", attribute(element, "font") or "")
            case "ruby":
                texts = [item.text or "" for item in element.iter() if local(item) == "t"]
                return " ".join(texts[::-1])  # the words, then what is printed small above them
            case "br" | "cr":
                self._break()
            case "footnoteReference" | "endnoteReference":
                self._note(element, name.removesuffix("Reference"))
            case "drawing" | "pict" | "object":
                self._picture(element)
            case "":
                self._alternatives(element)
        return ""

    def _break(self) -> None:
        if self._in_cell:
            self.writer.text(" ")
        else:
            self.begin(None, break_before=True)

    def _note(self, element: etree._Element, kind: str) -> None:
        label = str(sum(other == kind for other, _, _ in self.context.notes) + 1)
        self.context.notes.append((kind, attribute(element, "id") or "", label))
        if (attribute(element, "customMarkFollows") or "0") not in {"1", "true", "on"}:
            self.writer.open(MarkKind.SUPERSCRIPT)
            self.writer.text(label)
            self.writer.close(MarkKind.SUPERSCRIPT)

    def _picture(self, element: etree._Element) -> None:
        """A drawing: its text comes after the paragraph, its description is recorded."""
        found = list(boxes(element))
        self._boxes.extend(found)
        if found:
            return
        self._drawn += drawn_texts(element, self.context.package)
        if has_picture(element):
            (self.context.objects if local(element) == "object" else self.context.pictures).append(self.context.line)
        for text in descriptions(element):
            self.writer.remove(self.context.line, text, RemovedReason.IMAGE)

    def _alternatives(self, element: etree._Element) -> None:
        """`mc:AlternateContent` holds the same drawing twice, for new programs and for old ones: one is enough."""
        for branch in element:
            if any(True for _ in boxes(branch)):
                self._boxes.extend(boxes(branch))
                return
        for branch in element:
            if has_picture(branch) or drawn_texts(branch, self.context.package):
                self._picture(branch)
                return

    def _table(self, table: etree._Element) -> None:
        self.context.tables += 1
        number = self.context.tables
        write_table(self.writer, [row for row in self._rows(table) if any(row)], self.context.line + 1, number)

    def _rows(self, table: etree._Element) -> Iterator[Row]:
        for row in _inside(table, "tr"):
            cells: Row = []
            for cell in _inside(row, "tc"):
                properties = child(cell, "tcPr")
                cells.append(self._cell(cell))
                span = attribute(child(properties, "gridSpan"), "val") or "1"
                cells.extend([] for _ in range(min(int(span) if span.isdigit() else 1, 64) - 1))
            yield cells

    def _cell(self, cell: etree._Element) -> list[SourceLine]:
        inner = Walk(self.context, LineWriter())
        inner.blocks(cell)
        lines = list(inner.writer.finish())
        self.writer.removed.extend(inner.writer.removed)
        return lines


_SWITCHES: Final = (("vanish", "hidden"), ("caps", "caps"))


def _begins_with_a_mark(paragraph: etree._Element) -> bool:
    """Whether the text of a paragraph begins with neither a letter nor a digit."""
    text = next((item.text for item in paragraph.iter() if local(item) == "t" and item.text), "")
    return not text[0].isalnum() if text else False


def _inside(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """Children of that name, wrappers looked into."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            yield from _inside(element, name)
