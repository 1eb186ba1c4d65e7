"""Fields of Word: what stands between the marks `begin` and `separate` is a code, which nobody sees."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from build_tools.readers.word_package import attribute, local


class Fields:
    """The fields that are open at a place of the text. `unended` are marks that begin a field without an end."""

    def __init__(self, unended: frozenset[etree._Element]) -> None:
        self._unended = unended
        self._open: list[bool] = []  # whether each is still in its code

    def mark(self, element: etree._Element) -> None:
        """Go over a `fldChar` element."""
        kind = attribute(element, "fldCharType")
        if kind == "begin" and element not in self._unended:
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()

    @property
    def in_code(self) -> bool:
        """Whether what stands here is the code of a field."""
        return any(self._open)


def unended_fields(roots: Iterable[etree._Element | None]) -> frozenset[etree._Element]:
    """The marks in these parts that begin a field and that no mark ends: damage, behind which the text goes on."""
    unended: list[etree._Element] = []
    for root in roots:
        begun: list[etree._Element] = []
        for element in root.iter() if root is not None else ():
            if local(element) == "fldChar":
                kind = attribute(element, "fldCharType")
                if kind == "begin":
                    begun.append(element)
                elif kind == "end" and begun:
                    begun.pop()
        unended += begun
    return frozenset(unended)
