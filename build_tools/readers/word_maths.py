"""Formulas of Word (OMML) as one line of text: `1/2`, `√(a + b)`, raised and lowered letters as marks.

ECMA-376, part 1, 22.1. Strokes and brackets stand where the drawn formula parts numbers, so that none run together.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from build_tools.model.source import MarkKind
from build_tools.readers.line_writer import LineWriter

_NAMESPACES: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",  # ISO 29500 Strict
)
_ONE = re.compile(r"[\w.,%]*")  # needs no brackets
_SCRIPTS: Final = {
    "sup": MarkKind.SUPERSCRIPT,
    "sub": MarkKind.SUBSCRIPT,
    "deg": MarkKind.SUPERSCRIPT,
    "lim": MarkKind.SUBSCRIPT,
}
_INTEGRAL: Final = "∫"


def is_maths(element: etree._Element) -> bool:
    """Whether the element is a formula or a part of one."""
    return isinstance(element.tag, str) and element.tag.startswith(_NAMESPACES)


def write_formula(element: etree._Element, writer: LineWriter) -> None:
    """Write a formula at the place of the writer."""
    name = _name(element)
    if name == "t":
        writer.text(element.text or "")
    elif name == "f":
        _fraction(element, writer)
    elif name == "rad":
        _script(_part(element, "deg"), writer)
        writer.text("√")
        _in_brackets(_part(element, "e"), writer)
    elif name == "d":
        _delimited(element, writer)
    elif name in {"m", "eqArr"}:
        _rows(element, writer)
    elif name in _SCRIPTS:
        _script(element, writer)
    elif not name.endswith("Pr"):
        if name == "nary":
            writer.text(_value(element, "chr") or _INTEGRAL)
        for item in element:
            if is_maths(item):
                write_formula(item, writer)
            if _name(item) == "fName" or (name == "nary" and _name(item) in {"sub", "sup"}):
                writer.text(" ")


def _fraction(element: etree._Element, writer: LineWriter) -> None:
    _in_brackets(_part(element, "num"), writer)
    writer.text("/")
    _in_brackets(_part(element, "den"), writer)


def _delimited(element: etree._Element, writer: LineWriter) -> None:
    begin, end = _value(element, "begChr"), _value(element, "endChr")
    writer.text("(" if begin is None else begin)
    for index, item in enumerate(item for item in element if _name(item) == "e"):
        writer.text((_value(element, "sepChr") or "|") if index else "")
        write_formula(item, writer)
    writer.text(")" if end is None else end)


def _rows(element: etree._Element, writer: LineWriter) -> None:
    """A matrix or equations below each other: the rows parted by semicolons."""
    cells = [item for item in element if _name(item) in {"mr", "e"}]
    for index, item in enumerate(cells):
        writer.text("; " if index else "")
        for place, cell in enumerate(item if _name(item) == "mr" else [item]):
            writer.text(" " if place else "")
            write_formula(cell, writer)


def _script(element: etree._Element | None, writer: LineWriter) -> None:
    """What stands raised or lowered."""
    if element is None or not _text(element):
        return
    kind = _SCRIPTS[_name(element)]
    writer.open(kind)
    for item in element:
        if is_maths(item):
            write_formula(item, writer)
    writer.close(kind)


def _in_brackets(element: etree._Element | None, writer: LineWriter) -> None:
    if element is None:
        return
    brackets = _ONE.fullmatch(_text(element)) is None or any(_name(item) == "f" for item in element.iter())
    writer.text("(" if brackets else "")
    write_formula(element, writer)
    writer.text(")" if brackets else "")


def _text(element: etree._Element) -> str:
    return "".join(item.text or "" for item in element.iter() if _name(item) == "t").strip()


def _part(element: etree._Element, name: str) -> etree._Element | None:
    return next((item for item in element if _name(item) == name), None)


def _value(element: etree._Element, name: str) -> str | None:
    """What the properties of an element say under a name; empty where they say that there is nothing."""
    for item in element:
        if _name(item).endswith("Pr"):
            said = _part(item, name)
            return None if said is None else next((str(value) for value in said.attrib.values()), "")
    return None


def _name(element: etree._Element) -> str:
    """The name of an element of a formula; empty for others."""
    return str(element.tag).partition("}")[2] if is_maths(element) else ""
