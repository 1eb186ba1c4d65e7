"""Characters: NFC, Latin letters for their look-alikes, one space for any white space, nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from build_tools.grammar.lookalikes import LETTERS, LOOKALIKES
from build_tools.grammar.lookalikes import runs as lookalike_runs
from build_tools.grammar.words import CONTROL, INVISIBLE, LOOKALIKE, UNSEEN, composed, repaired
from build_tools.model.findings import Diagnostic, Removed, RemovedReason
from build_tools.model.source import BlockKind, Mark, SourceLine, SourceText
from build_tools.model.span import Span
from build_tools.normalise.lines import Line

_ETH = re.compile("[\u00d0\u00f0\u0189]")
_WHITE: Final = "\t-\r\u001c-\u001f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"  # but not the space
# What a line without faults has none of: one search over the whole text says whether any line is to be looked at.
_SUSPECT = re.compile(f"[{INVISIBLE}{CONTROL}{_WHITE}\u00d0\u00f0\u0189\u0300-\u036f{LETTERS}]")

# Marks times characters of one line: beyond that no person wrote it, and its emphasis is not worth the time.
_MOST_WORK: Final = 20_000_000


class Repaired:
    """The repaired text of each line of a source, what of it could not be seen, and what is to be said of it."""

    def __init__(
        self, lines: tuple[SourceLine, ...], texts: list[str], odd: tuple[list[Removed], list[Diagnostic]]
    ) -> None:
        self.texts = texts
        self.removed, self.diagnostics = odd
        self._lines = lines

    def marks(self, lines: list[Line]) -> Iterator[tuple[Line, tuple[Mark, ...]]]:
        """The marks of each line that has some, over its repaired text; none behind what was cut out of it."""
        for line in lines:
            received = self._lines[line.index]
            if received.marks and len(received.marks) * len(received.text) <= _MOST_WORK:
                moved = [_moved(received.text, mark, line.text) for mark in received.marks]
                yield line, tuple([mark for mark in moved if mark.span.start < mark.span.end])


def repair_lines(source: SourceText) -> Repaired:
    """Repair every line. The whole text is looked at once, so that text without faults costs little."""
    raw = [line.text for line in source.lines]
    whole = " ".join(raw)
    if _SUSPECT.search(whole):
        suspects = [line for line in source.lines if _SUSPECT.search(line.text)]
        odd = _unseen(suspects), [*_eths(suspects), *_lookalikes(suspects)]
        texts = [_mended(line) if _SUSPECT.search(line.text) else _even(composed(line.text)) for line in source.lines]
        return Repaired(source.lines, texts, odd)
    if not unicodedata.is_normalized("NFC", whole):
        raw = [composed(text) for text in raw]
    return Repaired(source.lines, [_even(text) for text in raw], ([], []))


def _mended(line: SourceLine) -> str:
    text = repaired(line.text)
    return _spaced(text) if line.opens is BlockKind.TABLE_ROW else " ".join(text.split())


def _even(text: str) -> str:
    """One space for any run of them, none at the ends; for text without other white space."""
    text = text.strip()
    return " ".join(text.split()) if "  " in text else text


def _unseen(lines: list[SourceLine]) -> list[Removed]:
    found = [(line.number, "".join(UNSEEN.findall(line.text))) for line in lines]
    return [Removed(number, unseen, RemovedReason.INVISIBLE_CHARACTER) for number, unseen in found if unseen]


def _eths(lines: list[SourceLine]) -> Iterator[Diagnostic]:
    """How often Ð stands for Đ, said once: a converted text has it in every line."""
    found = [(line.number, count) for line in lines if (count := len(_ETH.findall(line.text)))]
    if found:
        yield Diagnostic("eth-for-d", found[0][0], args={"count": str(sum(count for _, count in found))})


def _lookalikes(lines: list[SourceLine]) -> Iterator[Diagnostic]:
    for line in lines:
        if not LOOKALIKE.search(line.text):
            continue
        for runs, code in zip(lookalike_runs(line.text), ("lookalike-letters", "lookalike-word"), strict=True):
            for run in runs:
                foreign = ", ".join(f"{c} U+{ord(c):04X}" for c in dict.fromkeys(LOOKALIKE.findall(run)))
                args = {"written": run, "latin": run.translate(LOOKALIKES), "letters": foreign}
                yield Diagnostic(code, line.number, args=args)


def _spaced(text: str) -> str:
    """One space for any run of white space; the tabs between the cells of a table row stay."""
    if "\t" not in text:
        return " ".join(text.split())
    cells = "\t".join([" ".join(cell.split()) for cell in text.split("\t")])
    return cells if cells.strip() else ""


def _moved(raw: str, mark: Mark, text: str) -> Mark:
    """The same mark over the repaired text: each end lies after the repair of what stands before it.

    It covers nothing where `text` is not the repaired line up to there.
    """
    start = len(_spaced(repaired(raw[: mark.span.start])))
    inside = _spaced(repaired(raw[: mark.span.end]))
    if start < len(inside) and inside[start].isspace():
        start += 1
    return Mark(Span(start, len(inside) if text.startswith(inside) else start), mark.kind)
