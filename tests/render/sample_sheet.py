"""Writes a made-up document paragraph by paragraph, and knows where everything in it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from build_tools.model.document import Unit, UnitKind
from build_tools.model.source import Block, BlockKind, Origin
from build_tools.model.span import Span


@dataclass
class Sheet:
    """Writes a document paragraph by paragraph and remembers where everything stands."""

    blocks: list[Block] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    text: str = ""

    def add(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH, table: int | None = None) -> Sheet:
        """Add one block."""
        if self.blocks:
            self.text += "\n"
        start = len(self.text)
        self.text += words
        self.blocks.append(Block(Span(start, len(self.text)), kind, table))
        return self

    def unit(
        self, id_: str, kind: UnitKind, level: int, label: str | None, heading: str | None, rest: str = ""
    ) -> Sheet:
        """Add the first block of a unit: label, heading and running text."""
        words = " ".join(part for part in (label, heading, rest) if part)
        self.add(words, BlockKind.HEADING if heading and not rest else BlockKind.PARAGRAPH)
        start = self.blocks[-1].span.start
        head = start + len(f"{label} ") if label else start
        self.units.append(
            Unit(
                id=id_,
                kind=kind,
                label=label,
                number=label.rstrip(".)").split()[-1] if label and label not in "-+*" else None,
                heading=heading,
                level=level,
                parent=None,
                span=Span(start, len(self.text)),
                line=len(self.blocks),
                heading_span=Span(head, head + len(heading)) if heading else None,
            )
        )
        return self

    def nested(self) -> tuple[Unit, ...]:
        """The units with their ends and parents: a unit lasts until the next one of its level or higher."""
        done = []
        for index, unit in enumerate(self.units):
            later = [other for other in self.units[index + 1 :] if other.level <= unit.level]
            end = later[0].span.start - 1 if later else len(self.text)
            before = [other for other in self.units[:index] if other.level < unit.level]
            open_ = [other for other in before if other.level == max(o.level for o in before)] if before else []
            parent = next((other.id for other in reversed(self.units[:index]) if other.level < unit.level), None)
            assert parent is None or open_ or before
            done.append(_replace_unit(unit, Span(unit.span.start, end), parent))
        return tuple(done)

    def find(self, words: str, nth: int = 0) -> Span:
        """The span of the `nth` occurrence of `words`."""
        at = -1
        for _unused in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def origins(self) -> tuple[Origin, ...]:
        """Every block stands on a line of its own."""
        return tuple(Origin(block.span.start, line) for line, block in enumerate(self.blocks, start=1))


def _replace_unit(unit: Unit, span: Span, parent: str | None) -> Unit:
    return Unit(
        unit.id,
        unit.kind,
        unit.label,
        unit.number,
        unit.heading,
        unit.level,
        parent,
        span,
        unit.line,
        unit.quoted,
        unit.heading_span,
    )
