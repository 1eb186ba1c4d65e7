"""Reads the fixtures: texts in the forms of real documents, and beside each what must be read out of it.

A fixture file holds cases. A case is a title line beginning with `#`, then three parts closed by a line with a single
full stop: the text (one paragraph per line; ` / ` at the end of a line joins it with the next one as the received file
broke it; `=== trang 2` marks where a page begins), what the document says of itself, and its units.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_tools.model.document import Outline
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import Block, BlockKind, CleanText, Origin
from build_tools.model.span import Span

HERE = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    """One case of a fixture file."""

    title: str
    text: list[str]
    metadata: list[str]
    units: list[str]


def cases() -> Iterator[tuple[str, Case]]:
    """Every case with a name for the test report."""
    for path in sorted(HERE.glob("*.txt")):
        for case in read(path):
            yield f"{path.stem}: {case.title}", case


def read(path: Path) -> Iterator[Case]:
    """The cases of one file."""
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("# "):
            parts: list[list[str]] = []
            for _ in range(3):
                part: list[str] = []
                for inner in lines:
                    if inner == ".":
                        break
                    part.append(inner)
                parts.append(part)
            yield Case(line[2:].strip(), *parts)


def clean_text(lines: list[str]) -> CleanText:
    """The clean text that the normaliser would give for these paragraphs."""
    text = ""
    blocks: list[Block] = []
    origins: list[Origin] = []
    removed: list[Removed] = []
    joins = False
    for number, raw in enumerate(lines, start=1):
        if raw.startswith("=== trang"):
            removed.append(Removed(number, raw[4:], RemovedReason.PAGE_NUMBER))
            continue
        line, joined_next = (raw[:-2], True) if raw.endswith(" /") else (raw, False)
        if not line.strip():
            continue
        if joins:
            text += " "
        elif text:
            text += "\n"
        origins.append(Origin(len(text), number))
        start = blocks[-1].span.start if joins else len(text)
        text += line
        kind = BlockKind.TABLE_ROW if "\t" in line else BlockKind.PARAGRAPH
        block = Block(Span(start, len(text)), kind)
        blocks = [*blocks[:-1], block] if joins else [*blocks, block]
        joins = joined_next
    return CleanText(text, tuple(blocks), tuple(origins), removed=tuple(removed))


def unit_lines(outline: Outline) -> list[str]:
    """The units as a fixture writes them: indented by level, `id | kind | label | title`, `trích` for quoted ones."""
    return [
        "  " * (unit.level - 1)
        + " | ".join(
            [unit.id, unit.kind.value, unit.label or "", unit.heading or "", *(["trích"] if unit.quoted else [])]
        )
        for unit in outline.units
    ]


def metadata_lines(outline: Outline) -> list[str]:
    """What the document says of itself, one `name: value` per line; absent values are left out."""
    metadata = outline.metadata
    lines = [
        f"{name}: {value}"
        for name in (
            "type_name",
            "number",
            "symbol",
            "key",
            "issuer",
            "issuer_id",
            "system",
            "level",
            "place",
            "date",
            "title",
        )
        if (value := getattr(metadata, name)) is not None
    ]
    if metadata.signer is not None:
        signer = metadata.signer
        parts = [(signer.authority or "").replace("\n", " / "), signer.position or "", signer.name or ""]
        lines.append(f"signer: {' | '.join(parts)}")
    lines += [f"recipient: {item}" for item in metadata.recipients]
    lines += [f"restriction: {item.kind.value} {item.surface}" for item in metadata.restrictions]
    lines += [f"diagnostic: {item.code}" for item in outline.diagnostics]
    return lines
