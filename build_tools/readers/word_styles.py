"""The styles of a Word file, as far as they decide what a reader sees: numbering, headings, hidden text, capitals."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree
from msgspec import Struct

from build_tools.readers.word_package import attribute, child, is_on, local

_DEEPEST: Final = 20  # styles based on one another; a loop in a damaged file ends here
_HEADING = re.compile(r"heading \d|title|tiêu đề \d", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:foot|end)note text", re.IGNORECASE)


class Style(Struct, frozen=True):
    """What a style says itself; `None` where it says nothing."""

    name: str
    based_on: str | None
    num_id: str | None
    level: int | None
    heading: bool
    hidden: bool | None
    caps: bool | None
    bold: bool | None
    italic: bool | None
    font: str | None


class Styles:
    """Styles by id, with inheritance."""

    def __init__(self, root: etree._Element | None) -> None:
        self._by_id: dict[str, Style] = {}
        self.default = ""
        self._default_font = font_of(child(root, "docDefaults", "rPrDefault", "rPr")) or ""
        for element in root if root is not None else ():
            if local(element) != "style":
                continue
            key = attribute(element, "styleId") or ""
            self._by_id[key] = _style(element)
            if attribute(element, "type") == "paragraph" and attribute(element, "default") in {"1", "true"}:
                self.default = key

    def chain(self, key: str | None) -> list[Style]:
        """The style and those it is based on, nearest first."""
        found: list[Style] = []
        while key is not None and key in self._by_id and len(found) < _DEEPEST:
            found.append(self._by_id[key])
            key = self._by_id[key].based_on
        return found

    def numbering(self, key: str | None) -> tuple[str, int | None, str] | None:
        """The list that a style puts its paragraphs in: its id, the level where said, and the style that says so."""
        while key is not None and key in self._by_id:
            style = self._by_id[key]
            if style.num_id is not None:
                return style.num_id, style.level, key
            key = style.based_on if style.based_on != key else None
        return None

    def list_of(self, key: str) -> str | None:
        """The list (`num`) that a style of lists names; definitions may point to it instead of having levels."""
        style = self._by_id.get(key)
        return style.num_id if style is not None else None

    def is_heading(self, key: str | None) -> bool:
        """Whether Word itself takes the style for a heading."""
        return any(style.heading or _HEADING.fullmatch(style.name) for style in self.chain(key))

    def is_note(self, key: str | None) -> bool:
        """Whether it is the style of notes."""
        return any(_FOOTNOTE.fullmatch(style.name) for style in self.chain(key))

    def font(self, *keys: str | None) -> str:
        """The font that the first of the styles sets, else that of the whole document."""
        named = (style.font for key in keys for style in self.chain(key) if style.font)
        return next(named, self._default_font)

    def switch(self, key: str | None, name: str) -> bool:
        """A switch (`hidden`, `caps`, `bold`, `italic`) as the style and its ancestors set it."""
        values = (getattr(style, name) for style in self.chain(key))
        return next((value for value in values if value is not None), False)


def _style(element: etree._Element) -> Style:
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    level = attribute(child(paragraph, "numPr", "ilvl"), "val")
    outline = attribute(child(paragraph, "outlineLvl"), "val")
    return Style(
        name=attribute(child(element, "name"), "val") or "",
        based_on=attribute(child(element, "basedOn"), "val"),
        num_id=attribute(child(paragraph, "numPr", "numId"), "val"),
        level=int(level) if level and level.isdigit() else None,
        heading=outline is not None and outline != "9",
        hidden=is_on(run, "vanish"),
        caps=is_on(run, "caps"),
        bold=is_on(run, "b"),
        italic=is_on(run, "i"),
        font=font_of(run),
    )


def font_of(properties: etree._Element | None) -> str | None:
    """The font for Latin letters that run properties name."""
    fonts = child(properties, "rFonts")
    return attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
