"""Annotations made by reading: where they lie, which stretch of a document each covers, and how they are scored.

Each file of `benchmarks/by_hand/<kind>/` annotates one stretch of a document of the corpus beside the repository:

    document: nghi-dinh-so-133-2026-nd-cp-469331.txt
    from: the first words of the stretch
    to: its last words

    one row for each thing, its fields parted by `|`

Without `from:` the stretch begins with the document, without `to:` it ends with it. Lines that begin with `#` are
remarks. The rows were written by people who read the text and saw nothing of what the program finds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from benchmarks._corpus import CORPUS
from build_tools.model.document import Outline
from build_tools.model.source import CleanText
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.readers import read
from build_tools.structure import outline

ANNOTATED = Path(__file__).parent / "by_hand"


Found = TypeVar("Found")


class Stretch(NamedTuple):
    """One annotated stretch: its rows as written, and the document as the program reads it."""

    name: str
    rows: tuple[str, ...]
    clean: CleanText
    outline: Outline
    span: Span

    @property
    def text(self) -> str:
        """The text of the whole document, in which all offsets lie."""
        return self.clean.text


def once_a_document(find: Callable[[CleanText, Outline], Found]) -> Callable[[CleanText, Outline], Found]:
    """`find`, done once for the stretches of one document, which follow each other."""
    last: list[tuple[CleanText, Found]] = []

    def found(clean: CleanText, outlined: Outline) -> Found:
        if not last or last[0][0] is not clean:
            last[:] = [(clean, find(clean, outlined))]
        return last[0][1]

    return found


def stretches(kind: str, names: list[str] | None = None) -> Iterator[Stretch]:
    """The annotated stretches of a kind (`citations`, `outline`, `duties`), of all documents or those named in part."""
    for path in sorted((ANNOTATED / kind).glob("*.txt")):
        if not names or any(name in path.stem for name in names):
            yield _stretch(path)


def _stretch(path: Path) -> Stretch:
    head, _blank, body = path.read_text(encoding="utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    clean, outlined = _document(fields["document"])
    start = _find(clean.text, fields["from"], 0, path)[0].start if "from" in fields else 0
    end = _find(clean.text, fields["to"], start, path)[0].end if "to" in fields else len(clean.text)
    if "from" in fields:  # forms repeat whole pages: the last such beginning before the end
        start = max(span.start for span in _find(clean.text, fields["from"], 0, path) if span.start < end)
    rows = tuple(line for line in body.splitlines() if line.strip() and not line.startswith("#"))
    return Stretch(path.stem, rows, clean, outlined, Span(start, end))


def _find(text: str, words: str, start: int, path: Path) -> list[Span]:
    """Where the words stand from `start` on, whatever the white space between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = [Span(*match.span()) for match in re.compile(pattern).finditer(text, start)]
    if not found:
        raise SystemExit(f"{path}: these words are not in the document: {words}")
    return found


@lru_cache(maxsize=2)
def _document(name: str) -> tuple[CleanText, Outline]:
    sources = list(CORPUS.glob(f"*/{name}"))
    if not sources:
        raise SystemExit(f"{CORPUS} holds no {name}: the annotations cannot be compared without it")
    clean = normalise(read(sources[0], file=name))
    return clean, outline(clean)
