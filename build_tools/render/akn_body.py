"""The text of a document as Akoma Ntoso elements: every block once, in order, as received."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Unit, UnitKind
from build_tools.model.library import Library
from build_tools.model.source import BlockKind
from build_tools.model.span import Span
from build_tools.render.akn_inline import Inline
from build_tools.render.akn_names import ELEMENT, eid_part

_FRONT = {UnitKind.LETTERHEAD: 0, UnitKind.TITLE: 0, UnitKind.PREAMBLE: 1}
_BACK = (UnitKind.RECIPIENTS, UnitKind.SIGNATURE)


class Body:
    """Builds the parts of one document; `kind` is `act` or `doc`."""

    def __init__(self, document: Document, library: Library, kind: str) -> None:
        self._document = document
        self._library = library
        self._body_tag = "body" if kind == "act" else "mainBody"
        self._used: set[str] = set()
        self._counts: dict[tuple[str, str], int] = {}
        self._unit_ids: dict[str, str] = {}
        self._units = {unit.id: unit for unit in document.units}
        self._children: dict[str | None, list[Unit]] = {}
        for unit in document.units:
            self._children.setdefault(unit.parent, []).append(unit)
        anchors = Anchors.of(document)
        self._own: dict[str | None, list[int]] = {}
        for index in range(len(document.blocks)):
            owner = anchors.owner(index)
            self._own.setdefault(owner.id if owner else None, []).append(index)
        self._mods: dict[str, str] = {}  # a quoted unit, and the eId of the `mod` that quotes it
        self._name_units(None, "")
        self._inline = Inline(document, library, self._unit_ids)

    def place_of(self, unit: str | None, quoted: str | None) -> str | None:
        """The eId of the order in `unit`: of the `mod` that quotes the new wording, else of the unit itself."""
        chain = self._units.get(quoted or "")
        while chain is not None and chain.id not in self._mods:
            chain = self._units.get(chain.parent or "")
        return self._mods[chain.id] if chain else self._unit_ids.get(unit or "")

    def eid(self, unit: str | None) -> str | None:
        """The eId of a unit."""
        return self._unit_ids.get(unit or "")

    def cited(self) -> tuple[str, ...]:
        """The ids of the works that the text cites, each once, in order."""
        found = [c.target for c in self._document.citations if c.target in self._library.works]
        return tuple(dict.fromkeys(target for target in found if target))

    def parts(self) -> list[etree._Element]:
        """Preface, preamble, body and conclusions, each only where it has content; the body always."""
        stages: list[list[Unit | int]] = [[], [], [], []]
        current = 0
        for item in self._items(None):
            stage = max(current, self._stage(item, current))
            if not (isinstance(item, Unit) and item.kind is UnitKind.ANNEX):
                stages[stage].append(item)
                current = stage
        result = [self._flat(name, stages[n]) for n, name in enumerate(("preface", "preamble")) if stages[n]]
        body = etree.Element(self._body_tag, eId="body")
        self._fill(body, stages[2], "")
        if not len(body):
            self._prose(self._hcontainer(body, "text", ""), [], "")
        result.append(body)
        if stages[3]:
            result.append(self._flat("conclusions", stages[3]))
        return result

    def annexes(self) -> list[etree._Element]:
        """The main body of each annex."""
        found = []
        for index, unit in enumerate(u for u in self._children.get(None, ()) if u.kind is UnitKind.ANNEX):
            prefix = f"att_{index + 1}"
            body = etree.Element("mainBody", eId=f"{prefix}__body")
            self._fill(body, list(self._items(unit)), prefix)
            found.append(body)
        return found

    def _stage(self, item: Unit | int, current: int) -> int:
        """0 preface, 1 preamble, 2 body, 3 conclusions; a block outside units stays where the text is."""
        if isinstance(item, int):
            return current
        if item.kind in _BACK:
            return 3
        return _FRONT.get(item.kind, 2)

    def _items(self, unit: Unit | None) -> Iterator[Unit | int]:
        """The blocks and units directly inside `unit`, in the order of the text."""
        key = unit.id if unit else None
        starts: list[tuple[int, int, Unit | int]] = [
            (self._document.blocks[index].span.start, 1, index) for index in self._own.get(key, ())
        ]
        starts += [(child.span.start, 0, child) for child in self._children.get(key, ()) if self._all_blocks(child)]
        return (item for _start, _rank, item in sorted(starts, key=lambda entry: entry[:2]))

    def _all_blocks(self, unit: Unit) -> list[int]:
        """Every block of a unit and of what it contains."""
        found = list(self._own.get(unit.id, ()))
        for child in self._children.get(unit.id, ()):
            found += self._all_blocks(child)
        return sorted(found)

    def _name_units(self, parent: Unit | None, prefix: str) -> None:
        """Give every unit its eId before the text is built, because references point forward too."""
        mods = self._mods_in(parent, prefix)
        for child in self._children.get(parent.id if parent else None, ()):
            element = ELEMENT.get(child.kind, "hcontainer")
            around = f"{mods[child.id]}__qstr_1" if child.id in mods else prefix
            if parent is None and child.kind is UnitKind.ANNEX:
                eid = f"att_{self._position('', 'attachment')}"  # an annex is an attachment, not a part of the body
            else:
                eid = self._new_id(around, eid_part(element, child, self._position(around, element)))
            self._unit_ids[child.id] = eid
            self._name_units(child, eid)

    def _mods_in(self, parent: Unit | None, prefix: str) -> dict[str, str]:
        """The eId of the `mod` for each unit of another act quoted here; units without words between share one."""
        found: dict[str, str] = {}
        count, open_ = 0, False
        for item in self._items(parent):
            quotes = self._is_quotation(item)
            if quotes and not open_:
                count += 1
            if quotes and isinstance(item, Unit):
                found[item.id] = f"{prefix}__mod_{count}".removeprefix("__")
            open_ = quotes
        self._mods |= found
        return found

    def _is_quotation(self, item: Unit | int) -> bool:
        """Whether an item is a unit of another act quoted by this one (and not a part of such a unit)."""
        if isinstance(item, int) or not item.quoted or item.kind is UnitKind.ANNEX:
            return False
        parent = self._units.get(item.parent or "")
        return parent is None or not parent.quoted

    def _is_part(self, item: Unit | int) -> bool:
        """Whether an item is a unit of the text itself, not words or a quotation."""
        return isinstance(item, Unit) and not self._is_quotation(item)

    def _position(self, prefix: str, element: str) -> int:
        key = (prefix, element)
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._counts[key]

    def _new_id(self, prefix: str, part: str) -> str:
        """An eId that no other element has; a number that the text repeats is told apart by its occurrence."""
        wanted = eid = f"{prefix}__{part}" if prefix else part
        occurrence = 1
        while eid in self._used:
            occurrence += 1
            eid = f"{wanted}-{occurrence}"
        self._used.add(eid)
        return eid

    def _flat(self, name: str, items: list[Unit | int]) -> etree._Element:
        """A part that holds paragraphs only."""
        part = etree.Element(name, eId=name)
        blocks: list[int] = []
        for item in items:
            blocks += [item] if isinstance(item, int) else self._all_blocks(item)
        self._prose(part, list(blocks), name)
        return part

    def _fill(self, holder: etree._Element, items: list[Unit | int], prefix: str) -> None:
        """Units as they are; runs of blocks between them in a container without a number."""
        for is_part, run in groupby(items, key=self._is_part):
            found = list(run)
            if not is_part:
                self._container(holder, found, prefix)
            else:
                for unit in found:
                    assert isinstance(unit, Unit)
                    self._unit(holder, unit)

    def _hcontainer(self, holder: etree._Element, name: str, prefix: str) -> etree._Element:
        eid = self._new_id(prefix, eid_part("hcontainer", None, self._position(prefix, "hcontainer")))
        container = etree.SubElement(holder, "hcontainer", name=name, eId=eid)
        return etree.SubElement(container, "content", eId=f"{eid}__content")

    def _container(self, holder: etree._Element, items: list[Unit | int], prefix: str) -> None:
        content = self._hcontainer(holder, "text", prefix)
        self._prose(content, items, str(content.get("eId")))

    def _unit(self, holder: etree._Element, unit: Unit) -> None:
        name = ELEMENT.get(unit.kind, "hcontainer")
        eid = self._unit_ids[unit.id]
        element = etree.SubElement(holder, name, eId=eid)
        if name == "hcontainer":
            element.set("name", unit.kind.value)
        items = list(self._items(unit))
        rest = self._head(element, unit, items)
        if not any(self._is_part(item) for item in items):
            content = etree.SubElement(element, "content", eId=f"{eid}__content")
            self._prose(content, items, f"{eid}__content", rest)
            return
        first = next(n for n, item in enumerate(items) if self._is_part(item))
        last = max(n for n, item in enumerate(items) if self._is_part(item))
        if any(rest is None or rest.start < rest.end or n for n, _item in enumerate(items[:first])):
            intro = etree.SubElement(element, "intro", eId=f"{eid}__intro")
            self._prose(intro, items[:first], f"{eid}__intro", rest)
        self._fill(element, items[first : last + 1], eid)
        if items[last + 1 :]:
            wrap = etree.SubElement(element, "wrapUp", eId=f"{eid}__wrapup")
            self._prose(wrap, items[last + 1 :], f"{eid}__wrapup")

    def _head(self, element: etree._Element, unit: Unit, items: list[Unit | int]) -> Span | None:
        """Number and heading out of the unit's first block; what is left of that block, None where it has none."""
        if not items or not isinstance(items[0], int):
            return None
        block = self._document.blocks[items[0]].span
        at = block.start
        if unit.label and unit.span.start == at and self._document.text.startswith(unit.label, at):
            num = etree.SubElement(element, "num")
            self._inline.write(num, Span(at, at + len(unit.label)))
            at += len(unit.label)
        heading = unit.heading_span
        if heading and block.contains(heading) and not self._document.text[at : heading.start].strip():
            self._inline.write(etree.SubElement(element, "heading"), heading)
            at = heading.end
        while at < block.end and self._document.text[at].isspace():
            at += 1
        return Span(at, block.end)

    def _prose(self, holder: etree._Element, items: list[Unit | int], prefix: str, first: Span | None = None) -> None:
        """Paragraphs, each with the units of another act that it quotes (in `mod` and `quotedStructure`)."""
        for quotes, run in groupby(items, key=self._is_quotation):
            found = list(run)
            if not quotes:
                self._paragraphs(holder, [i for i in found if isinstance(i, int)], prefix, first)
            else:
                self._quotation(holder, [unit for unit in found if isinstance(unit, Unit)], prefix)
            first = None
        if not len(holder):
            etree.SubElement(holder, "p", eId=self._new_id(prefix, "p_1"))

    def _quotation(self, holder: etree._Element, units: list[Unit], prefix: str) -> None:
        """The quoted units, inside the paragraph that orders the change."""
        last = holder[-1] if len(holder) else None
        if last is None or last.tag != "p" or last.find("mod") is not None:
            last = etree.SubElement(holder, "p", eId=self._new_id(prefix, f"p_{self._position(prefix, 'p')}"))
        mod = etree.Element("mod", eId=self._mods[units[0].id])
        mod.text, last.text = last.text, None
        for child in list(last):
            mod.append(child)
        last.append(mod)
        structure = etree.SubElement(mod, "quotedStructure", eId=f"{self._mods[units[0].id]}__qstr_1")
        for unit in units:
            self._unit(structure, unit)

    def _paragraphs(self, holder: etree._Element, blocks: list[int], prefix: str, first: Span | None = None) -> None:
        """The blocks as paragraphs, rows of one table together; `first` replaces the span of the first block."""
        all_blocks = self._document.blocks
        for table, run in groupby(
            blocks, key=lambda n: all_blocks[n].table if all_blocks[n].kind is BlockKind.TABLE_ROW else None
        ):
            found = list(run)
            if table is not None:
                self._table(holder, found, prefix)
                continue
            for index in found:
                span = first if first is not None and index == blocks[0] else all_blocks[index].span
                if span.start < span.end or not first:
                    self._paragraph(holder, span, prefix)

    def _paragraph(self, holder: etree._Element, span: Span, prefix: str) -> None:
        eid = self._new_id(prefix, f"p_{self._position(prefix, 'p')}")
        self._inline.write(etree.SubElement(holder, "p", eId=eid), span)

    def _table(self, holder: etree._Element, blocks: list[int], prefix: str) -> None:
        eid = self._new_id(prefix, f"table_{self._position(prefix, 'table')}")
        table = etree.SubElement(holder, "table", eId=eid)
        for index in blocks:
            row = etree.SubElement(table, "tr")
            span = self._document.blocks[index].span
            at = span.start
            for cell in span.of(self._document.text).split("\t"):
                paragraph = etree.SubElement(etree.SubElement(row, "td"), "p")
                self._inline.write(paragraph, Span(at, at + len(cell)))
                at += len(cell) + 1
