"""Reads the fixtures of this folder: a title, the text as received, and what must come of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_tools.model.source import Flow, SourceText
from build_tools.readers.plain_text import split_lines

HERE = Path(__file__).parent / "fixtures"


class Case(NamedTuple):
    received: str
    blocks: list[str]
    removed: list[str]


def cases(name: str) -> Iterator[tuple[str, Case]]:
    """Every case of a fixture file, with its title."""
    lines = iter((HERE / name).read_text(encoding="utf-8").splitlines())
    for line in lines:
        if line.startswith("# "):
            received, expected = _until_stop(lines), _until_stop(lines)
            end = expected.index("--") if "--" in expected else len(expected)
            yield line[2:], Case("\n".join(received), expected[:end], expected[end + 1 :])


def _until_stop(lines: Iterator[str]) -> list[str]:
    found: list[str] = []
    for line in lines:
        if line == ".":
            break
        found.append(line)
    return found


def source(text: str, **changes: object) -> SourceText:
    """A plain text as the reader gives it."""
    fields = {"file": "a.txt", "sha256": "", "format": "text", "encoding": "utf-8", "flow": Flow.LINES} | changes
    return SourceText(lines=split_lines(text), **fields)  # type: ignore[arg-type]
