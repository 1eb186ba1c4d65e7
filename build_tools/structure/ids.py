"""Ids of units, built from their labels, so that links survive edits elsewhere in the document."""

from __future__ import annotations

from build_tools.grammar.labels import Label, Style, names_parent
from build_tools.grammar.ordinals import ascii_number
from build_tools.model.document import UnitKind

_NAMED = {
    Style.PART: "phan",
    Style.CHAPTER: "chuong",
    Style.SECTION: "muc",
    Style.SUBSECTION: "tieu-muc",
    Style.ARTICLE: "dieu",
}
_BY_WORD = {"BƯỚC": "buoc", "GIAI": "giai-doan", "MÔ": "mo-dun", "CHUYÊN": "chuyen-de", "BÀI": "bai"}
_BULLETS = {Style.STAR: "sao", Style.DASH: "gach", Style.PLUS: "cong", Style.BULLET: "cham"}
_LEGAL = {UnitKind.CLAUSE: "khoan", UnitKind.POINT: "diem", UnitKind.ITEM: "tiet"}


class Ids:
    """Gives each unit of one document its id; a repeat takes a suffix (`ii.3~2`)."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._bullets: dict[tuple[str, Style], int] = {}

    def unique(self, wanted: str) -> str:
        """`wanted`, or `wanted~2`, `wanted~3` … for repeats."""
        count = self._seen.get(wanted, 0) + 1
        self._seen[wanted] = count
        return wanted if count == 1 else self.unique(f"{wanted}~{count}")

    def bullet(self, parent: str, style: Style) -> str:
        """`<parent>.gach-2`: bullets are counted under their parent, each mark by itself."""
        count = self._bullets.get((parent, style), 0) + 1
        self._bullets[parent, style] = count
        return self.unique(joined(parent, f"{_BULLETS[style]}-{count}"))

    def named(self, base: str, label: Label) -> str:
        """`chuong-ii`, `chuong-ii.muc-1`, `dieu-4`: `base` is empty for an article, which counts through."""
        number = ascii_number(label.number or "")
        first = label.text.split(" ")[0].split("-")[0].upper()
        word = _BY_WORD.get(first) or _NAMED[label.style]
        return self.unique(joined(base, f"{word}-{number}"))

    def legal(self, parent: str, kind: UnitKind, label: Label) -> str:
        """`dieu-4.khoan-2`, `dieu-4.khoan-2.diem-dd`."""
        return self.unique(joined(parent, f"{_LEGAL[kind]}-{ascii_number(label.number or '')}"))

    def plan(self, parent: str, parent_label: Label | None, grandparent: str, label: Label) -> str:
        """`ii.3`, `ii.2.1` (a number that repeats its parent's is not written twice), `iii.3.2-3` for `(3)`."""
        number = ascii_number(label.number or "")
        if label.style in (Style.PAREN_NUMBER, Style.NUMBER_PAREN, Style.LOWER_ROMAN):
            return self.unique(f"{parent}-{number}" if parent else f"so-{number}")
        repeats = parent_label is not None and names_parent(label, parent_label)
        return self.unique(joined(grandparent if repeats else parent, number))


def joined(parent: str, segment: str) -> str:
    """Two parts of an id with a full stop between them; no full stop at the beginning."""
    return f"{parent}.{segment}" if parent else segment
