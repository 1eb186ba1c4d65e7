"""Reads fixtures that a lawyer can edit.

A title, a line with a full stop, the text, a full stop, what is expected, a full stop. Lines that begin with `#` are
remarks.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from build_tools.model.document import Metadata, Outline
from build_tools.model.source import Block, CleanText, Origin
from build_tools.model.span import Span

FIXTURES = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    title: str
    text: str
    expected: list[str]


def read_cases(name: str) -> list[Case]:
    parts: list[list[str]] = [[]]
    for line in (FIXTURES / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        elif not line.startswith("#"):
            parts[-1].append(line)
    assert len(parts) % 3 == 1, f"{name}: a full stop is missing"
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=False)
    return [Case(" ".join(title).strip(), "\n".join(text), expected) for title, text, expected in triples]


def clean(text: str) -> CleanText:
    """A clean text of one block for each line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    return CleanText(text, tuple(blocks), (Origin(0, 1),))


def bare_outline(**metadata: object) -> Outline:
    return Outline(metadata=Metadata(**metadata), units=())  # type: ignore[arg-type]
