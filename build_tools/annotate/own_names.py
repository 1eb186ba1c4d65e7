"""The document's own name: `Nghị định này`, `Kế hoạch này`.

Reads: the text and the outline. A form in an annex speaks of itself (`nội dung của Thông báo này`), a regulation that
the document enacts too, but that is part of the document.
"""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from build_tools.annotate.unit_index import UnitIndex
from build_tools.grammar.type_words import last_syllables, type_name, type_word_pattern
from build_tools.model.document import Outline, UnitKind

_THINGS = frozenset(
    ("Dự án", "Hợp đồng", "Biên bản", "Văn bản", "Giấy mời", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư", "Bản sao")
)
# A decree never calls itself a law, nor a plan a resolution: there the words mean the act that was named before.
_ACTS = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Nghị quyết", "Chỉ thị"))
_THIS = re.compile(r"[ \u00a0]này(?!\w)")
_LAST_SYLLABLE = re.compile(r"\w{1,12}$")
_CONSOLIDATED = "VBHN"
_CONSOLIDATED_NAME = "Văn bản hợp nhất"


class OwnName(Struct, frozen=True):
    """The words and the type word's spelling of the table; `other` where they mean an act named before."""

    start: int
    end: int
    name: str | None
    other: bool = False


def find_own_names(text: str, outline: Outline) -> list[OwnName]:
    """The longest type word before each `này`, where it means the document or the regulation that it enacts.

    `hợp đồng này`, `dự án này` speak of other things unless the document is one; small letters are read only for the
    document's own type.
    """
    own = outline.metadata.type_name
    forms = _Forms(outline)
    found: list[OwnName] = []
    for match in _THIS.finditer(text):
        last = _LAST_SYLLABLE.search(text, max(0, match.start() - 12), match.start())
        if last is None or last[0].casefold() not in last_syllables():
            continue
        floor = max(0, match.start() - 32, text.rfind("\n", max(0, match.start() - 32), match.start()) + 1)
        for word in type_word_pattern().finditer(text, floor, match.start()):
            name = type_name(word[0])
            strange = name != own and (name in _THINGS or (own is not None and word[0][0].islower()))
            if word.end() == match.start() and not strange and not forms.speaks_of_itself(word.start(), name):
                other = names_other_act(own, name) and not forms.is_quoted(word.start())
                found.append(OwnName(word.start(), match.end(), name, other=other))
    return found


def names_other_act(own: str | None, name: str | None) -> bool:
    """Whether `Luật này` in a document of the type `own` means an act of another type."""
    if own is None or name is None or own == _CONSOLIDATED_NAME or own.startswith(name):
        return False
    return name in _ACTS


class _Forms:
    """The annexes that are forms or tables: without articles, and of another type than the document."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._own = outline.metadata.type_name
        self._consolidated = outline.metadata.type == _CONSOLIDATED

    @cached_property
    def _units(self) -> UnitIndex:
        return UnitIndex(self._outline.units)

    def is_quoted(self, offset: int) -> bool:
        """Whether the words at `offset` are those of an act that this one amends."""
        return self._units.is_quoted(offset)

    def speaks_of_itself(self, offset: int, name: str | None) -> bool:
        """Whether `Thông báo này` at `offset` means the form that it stands in."""
        if self._own is None or name == self._own or self._consolidated:
            return False
        annexes = [unit for unit in self._units.ancestors(offset) if unit.kind is UnitKind.ANNEX]
        if not annexes or self._units.holds(annexes[-1], UnitKind.ARTICLE):
            return False
        titles = (words.casefold() for unit in annexes for words in (unit.label, unit.heading) if words)
        return not any(title.startswith((name or "").casefold()) for title in titles)
