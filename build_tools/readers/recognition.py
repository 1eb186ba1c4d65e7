"""Words that character recognition saw on the pages of a scan, with their places; and the file that keeps them.

What was recognised is kept beside the received file: a build on another machine, or with another version of the
recogniser, reads the same words, and an editor's corrections go on to fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final
from unicodedata import category

from msgspec import Struct

from build_tools.grammar.letters import compile_letters
from build_tools.readers.pdf_segments import Segment

FORM: Final = "phobien-recognised/1"
DOUBTFUL: Final = 60  # per cent of confidence: below, a person should look at the word
_COLUMNS: Final = ("page", "line", "left", "bottom", "right", "top", "confidence", "text")
_WIDE_GAP: Final = 1.9  # times the height of the line: wider, and it parts columns, not words
_GAP: Final = 1.1  # the same before words with which a right column begins
_RIGHT_COLUMN = re.compile(r"CỘNG\W{0,2} H|ĐẢNG CỘNG|Độc lập|(?:TM|KT|TL|TUQ|Q)\.|[^,.;]{2,30}, ngày\b")
_SOLID: Final = frozenset(("Lu", "Ll", "Lo", "Nd"))  # Unicode's letters and digits, without accents that stand alone
_MARKS: Final = frozenset("-–—•*+.,;:!?…/()%“”‘’\"'&§□☐")  # signs that documents use
_ODD_CAPITAL = compile_letters(r"[{Ll}][{Lu}]")


class Word(Struct, frozen=True):
    """One word: its line on the page, and its place in points from the lower left corner (the height of its line)."""

    line: int
    left: float
    bottom: float
    right: float
    top: float
    confidence: int  # per cent
    text: str


class Recognised(Struct, frozen=True):
    """The words of those pages (from 0) of the file `sha256` that are pictures; `by` names program and language."""

    sha256: str
    by: str
    pages: Mapping[int, tuple[Word, ...]]


def write(recognised: Recognised) -> str:
    """The text of the file that keeps it: a head of three lines, then one line per word, its fields parted by tabs."""
    head = [f"# {FORM}", f"# {recognised.sha256}", f"# {recognised.by}", "\t".join(_COLUMNS)]
    rows = [_row(page, word) for page, words in sorted(recognised.pages.items()) for word in words or (None,)]
    return "\n".join([*head, *rows]) + "\n"


def _row(page: int, word: Word | None) -> str:
    """One word; a page on which nothing was seen is one row without a word."""
    if word is None:
        return f"{page + 1}\t0\t0\t0\t0\t0\t0\t"
    places = "\t".join(f"{place:.1f}" for place in (word.left, word.bottom, word.right, word.top))
    return f"{page + 1}\t{word.line}\t{places}\t{word.confidence}\t{word.text}"


def parse(text: str, sha256: str) -> Recognised | None:
    """What such a file holds; `None` where it is damaged or was made of another file than `sha256`."""
    head, rows = text.split("\n")[:4], text.split("\n")[4:]
    if len(head) < 4 or head[0] != f"# {FORM}" or head[1] != f"# {sha256}" or head[3] != "\t".join(_COLUMNS):
        return None
    pages: dict[int, list[Word]] = {}
    try:
        for row in filter(None, rows):
            page, line, left, bottom, right, top, confidence, word = row.split("\t")
            words = pages.setdefault(int(page) - 1, [])
            if word:
                place = (float(left), float(bottom), float(right), float(top))
                words.append(Word(int(line), *place, int(confidence), word))
    except ValueError:
        return None
    return Recognised(sha256, head[2].removeprefix("# "), {page: tuple(words) for page, words in pages.items()})


def is_speck(word: Word) -> bool:
    """Whether a word is dirt rather than writing: unsure, and neither letters, digits nor marks that documents use."""
    return word.confidence < DOUBTFUL and not any(c in _MARKS or category(c) in _SOLID for c in word.text)


def without_specks(words: Iterable[Word]) -> tuple[list[Word], list[Word]]:
    """The words of a page, and its specks: also the marks of lines in which nothing but unsure marks was seen."""
    kept: list[Word] = []
    specks: list[Word] = []
    for _, group in groupby(words, key=lambda word: word.line):
        line = tuple(group)
        dirty = all(map(_is_unsure_mark, line))
        for word in line:
            (specks if dirty or is_speck(word) else kept).append(word)
    return kept, specks


def _is_unsure_mark(word: Word) -> bool:
    return word.confidence < DOUBTFUL and not any(map(str.isalnum, word.text))


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The segments of a page without specks: the words of each line, parted where a wide gap parts columns."""
    found: list[Segment] = []
    for _, group in groupby(without_specks(words)[0], key=lambda word: word.line):
        line = tuple(group)
        for index, word in enumerate(line):
            if not index or _parted(line, index):
                found.append(Segment(word.text, word.left, word.right, word.bottom, word.top, _doubt(word)))
                continue
            found[-1].text += f" {word.text}"
            found[-1].right = word.right
            found[-1].doubtful += _doubt(word)
    return found


def _parted(line: Sequence[Word], index: int) -> bool:
    """Whether the gap before a word parts columns."""
    word, before = line[index], line[index - 1]
    if index > 1 and _is_unsure_mark(before):
        before = line[index - 2]  # dirt in the gap does not close it
    gap = (word.left - before.right) / max(1.0, word.top - word.bottom)
    if gap > _WIDE_GAP:
        return True
    return gap > _GAP and _RIGHT_COLUMN.match(" ".join(other.text for other in line[index:])) is not None


def _doubt(word: Word) -> tuple[str, ...]:
    """The word as it is shown to who looks doubtful words over: unsure, or with a capital in its middle."""
    if word.confidence >= DOUBTFUL and not _ODD_CAPITAL.search(word.text):
        return ()
    return (f"{word.text} ({word.confidence} %)",)


def mean_confidence(recognised: Recognised) -> int:
    """Per cent, over all words; 0 where there is none."""
    every = [word.confidence for words in recognised.pages.values() for word in words]
    return round(sum(every) / len(every)) if every else 0
