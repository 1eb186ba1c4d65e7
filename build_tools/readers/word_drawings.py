"""Drawings of Word: the text boxes, the drawn letters and the diagrams in them, which are text; and the pictures.

A diagram (SmartArt) keeps its words in a part of its own, to which the drawing points (ECMA-376, part 1, 21.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from build_tools.readers.word_package import Package, local

_DRAWING: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}",
    "{http://purl.oclc.org/ooxml/drawingml/main}",
)
_PICTURES: Final = frozenset((*(f"{name}blip" for name in _DRAWING), "{urn:schemas-microsoft-com:vml}imagedata"))
_SHOWN: Final = ("/chart}chart", "/diagram}relIds")


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes in a drawing; of two alternatives the first that has any."""
    if local(element) == "txbxContent":
        yield element
        return
    for item in element:
        if not isinstance(item.tag, str):
            continue
        if item.tag.endswith("}AlternateContent"):
            branch = next((b for b in item if any(True for _ in boxes(b))), None)
            if branch is not None:
                yield from boxes(branch)
        else:
            yield from boxes(item)


def drawn_texts(element: etree._Element, package: Package | None) -> list[str]:
    """The paragraphs of a drawing without boxes: letters drawn along a path, shapes of a canvas, a diagram."""
    found = [words for item in element.iter() if (words := _path(item))]
    found += _paragraphs(element)
    for item in element.iter():
        if isinstance(item.tag, str) and item.tag.endswith("}relIds") and package is not None:
            key = next((str(value) for name, value in item.attrib.items() if str(name).endswith("}dm")), "")
            part = package.target(package.main, key)
            found += _paragraphs(part) if part is not None else []
    return found


def _path(element: etree._Element) -> str:
    """The words of drawn letters (WordArt of VML)."""
    tag = element.tag
    return " ".join(element.get("string", "").split()) if isinstance(tag, str) and tag.endswith("}textpath") else ""


def _paragraphs(root: etree._Element) -> list[str]:
    """The paragraphs of DrawingML in an element that have words."""
    found = []
    for paragraph in (item for item in root.iter() if item.tag in {f"{name}p" for name in _DRAWING}):
        runs = [item.text or "" for item in paragraph.iter() if item.tag in {f"{name}t" for name in _DRAWING}]
        if text := "".join(runs).strip():
            found.append(text)
    return found


def has_picture(element: etree._Element) -> bool:
    """Whether a drawing shows a picture, a chart or a diagram: what is seen of it are not words alone."""
    return any(
        item.tag in _PICTURES or (isinstance(item.tag, str) and item.tag.endswith(_SHOWN)) for item in element.iter()
    )


def watermarks(part: etree._Element) -> list[str]:
    """The words of letters drawn in a header, which is how Word makes watermarks."""
    return [words for item in part.iter() if (words := _path(item))]


def descriptions(element: etree._Element) -> list[str]:
    """What the drawing says of itself to those who cannot see it."""
    tags = (item for item in element.iter() if isinstance(item.tag, str) and item.tag.endswith("}docPr"))
    return [item.get("descr", "") for item in tags]
