"""Reads a text as the program does, and fixtures that a lawyer can edit.

A fixture holds a made-up document and, below a line of `=`, one line for each duty that must be found in it:

    unit | modality | explicit | role:capacity role:capacity? | deadline | how the passage begins

A role with `?` is asked, not charged; `-` stands for a bearer that the table of roles lacks; a deadline is its day, its
recurrence or its kind.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from build_tools.annotate.deadlines import find_deadlines
from build_tools.annotate.duties import find_duties
from build_tools.annotate.roles import find_roles
from build_tools.model.document import Document, Outline
from build_tools.model.duty import Deadline, Duty, Mode
from build_tools.model.source import BlockKind, CleanText, Flow, SourceLine, SourceText
from build_tools.normalise import normalise
from build_tools.structure import outline

FIXTURES = Path(__file__).parent / "fixtures"
_BEGINNING = 24


class Fixture(NamedTuple):
    """A document and the duties that it lays down, one line each."""

    name: str
    text: str
    expected: tuple[str, ...]


def source_of(text: str, rows: tuple[str, ...] = (), *, file: str = "van-ban.txt") -> SourceText:
    """A received text of which each line is a paragraph, with the rows of a table (cells parted by tabs) at its end."""
    paragraphs = [line.strip() for line in text.splitlines() if line.strip()]
    lines = (
        *(SourceLine(n, line, opens=BlockKind.PARAGRAPH) for n, line in enumerate(paragraphs, start=1)),
        *(SourceLine(len(paragraphs) + n, row, opens=BlockKind.TABLE_ROW, table=1) for n, row in enumerate(rows, 1)),
    )
    digest = hashlib.sha256(text.encode()).hexdigest()
    return SourceText(file, digest, "text", "utf-8", Flow.BLOCKS, lines)


def read_text(text: str, rows: tuple[str, ...] = ()) -> tuple[CleanText, Outline]:
    """The same, normalised and outlined."""
    clean = normalise(source_of(text, rows))
    return clean, outline(clean)


def plan(*lines: str) -> str:
    """A small plan around the lines of its part II."""
    return "\n".join(
        ("KẾ HOẠCH", "Thực hiện công tác tư pháp", "I. MỤC ĐÍCH", "Nâng cao nhận thức.", "II. NHIỆM VỤ", *lines)
    )


def document(text: str) -> Document:
    """The document with its roles, duties and time limits."""
    return document_of_rows(text, ())


def document_of_rows(text: str, rows: tuple[str, ...]) -> Document:
    """The same with a table at its end."""
    clean, outlined = read_text(text, rows)
    mentions = find_roles(clean, outlined)
    deadlines = find_deadlines(clean, outlined)
    return Document(
        file="van-ban.txt",
        sha256="",
        format="text",
        text=clean.text,
        blocks=clean.blocks,
        marks=clean.marks,
        origins=clean.origins,
        metadata=outlined.metadata,
        reported=outlined.reported,
        units=outlined.units,
        citations=(),
        definitions=(),
        relations=(),
        duties=find_duties(clean, outlined, mentions, deadlines),
        deadlines=deadlines,
        mentions=mentions,
        corrections=(),
        removed=(),
        diagnostics=(),
    )


def fixtures(folder: str) -> list[Fixture]:
    """The fixtures of a folder, by name."""
    found = []
    for path in sorted((FIXTURES / folder).glob("*.txt")):
        text, _mark, expected = path.read_text(encoding="utf-8").partition("\n=====\n")
        lines = tuple(line.strip() for line in expected.splitlines() if line.strip() and not line.startswith("#"))
        found.append(Fixture(path.stem, text, lines))
    return found


def duty_line(duty: Duty, found: Document) -> str:
    """A duty as a fixture writes it."""
    *fields, words = duty_fields(duty, found.text, found.deadlines, words=12)
    return " | ".join((*fields, words[:_BEGINNING].strip())).replace("|  |", "| |")


def duty_fields(duty: Duty, text: str, deadlines: tuple[Deadline, ...], *, words: int) -> tuple[str, ...]:
    """Unit, modality, explicit, bearers, deadline and the first words of a duty."""
    limits = {limit.id: limit for limit in deadlines}
    actors = " ".join(
        f"{actor.role or '-'}:{actor.capacity}{'?' if actor.mode is Mode.REQUEST else ''}" for actor in duty.actors
    )
    limit = limit_word(limits[duty.deadline]) if duty.deadline else ""
    begins = " ".join(duty.span.of(text).split()[:words])
    return duty.unit or "", str(duty.modality), str(duty.explicit), actors, limit, begins


def limit_word(limit: Deadline) -> str:
    """A time limit as a fixture writes it."""
    if limit.date:
        return limit.date.isoformat()
    if limit.from_ or limit.to:
        return f"{limit.from_ or ''}/{limit.to or ''}"
    return limit.recurrence or str(limit.kind)
