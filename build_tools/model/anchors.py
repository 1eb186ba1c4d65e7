"""Anchors: the `id` of every block of a document's page, so that each passage can be linked to."""

from __future__ import annotations

from bisect import bisect_right

from build_tools.model.document import Document, Unit
from build_tools.model.source import Block
from build_tools.model.span import Span


class Anchors:
    """The anchors of one document.

    The first block of a unit has the unit's id; a later block of the same unit `<id>--2`, `--3`, …; a block that no
    unit covers `doan-1`, `doan-2`, …. Built from `blocks` and `units` alone, so every stage names a passage alike.
    """

    def __init__(self, blocks: tuple[Block, ...], units: tuple[Unit, ...]) -> None:
        self._starts = [block.span.start for block in blocks]
        self._owners = _owners(blocks, units)
        self._names: list[str] = []
        seen: dict[str, int] = {}
        for owner in self._owners:
            key = owner.id if owner else ""
            seen[key] = seen.get(key, 0) + 1
            if owner is None:
                self._names.append(f"doan-{seen[key]}")
            else:
                self._names.append(owner.id if seen[key] == 1 else f"{owner.id}--{seen[key]}")

    @classmethod
    def of(cls, document: Document) -> Anchors:
        """The anchors of a whole document."""
        return cls(document.blocks, document.units)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds the code point at `offset` (the first block for an offset before it)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def owner(self, index: int) -> Unit | None:
        """The innermost unit that holds block `index`."""
        return self._owners[index]

    def name(self, index: int) -> str:
        """The anchor of block `index`."""
        return self._names[index]

    def at(self, span: Span) -> str:
        """The anchor of the block in which `span` begins; empty for a document without blocks."""
        return self._names[self.block_at(span.start)] if self._names else ""


def _owners(blocks: tuple[Block, ...], units: tuple[Unit, ...]) -> list[Unit | None]:
    """The innermost unit of each block. Units come in document order, a parent before its children."""
    owners: list[Unit | None] = []
    open_units: list[Unit] = []
    upcoming = iter(sorted(units, key=lambda u: (u.span.start, -u.span.end)))
    following = next(upcoming, None)
    for block in blocks:
        while following is not None and following.span.start <= block.span.start:
            open_units.append(following)
            following = next(upcoming, None)
        open_units = [unit for unit in open_units if block.span.start < unit.span.end]
        owners.append(open_units[-1] if open_units else None)
    return owners
