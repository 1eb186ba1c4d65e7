"""The lines that may begin with a label, and what stands above each of them: what the nesting is told of a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from build_tools.grammar.labels import Label, Style
from build_tools.grammar.letters import compile_letters
from build_tools.structure.blanks import is_blank
from build_tools.structure.choices import Candidate
from build_tools.structure.headings import is_short_title
from build_tools.structure.lines import Line
from build_tools.structure.quotes import CLOSING, OPENING, STRAIGHT, Quotation

GROUPS = (Style.PART, Style.MODULE, Style.LESSON, Style.CHAPTER, Style.SECTION, Style.SUBSECTION)
"""Units that hold others and have their title on the lines below their label."""

_WITHOUT_STOP = compile_letters(
    r"(?P<article>Điều\s)?(?P<number>[1-9]\d?)\s(?=[{Lu}][{Ll}])"
    r"(?!(?:Bộ luật|Hiến pháp|Luật|Nghị|Pháp lệnh|Quy|Quyết|Thông tư|Điều lệ)\s)"
)


LIST_MARKS = "-–*+•"
_DOUBLED = re.compile(
    r"[-–*+•]\s+(?=(?:[a-zđ]\)|\d{1,2}(?:\.\d{1,2}){0,3}\.|\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,4}\.)\s)"
)


class Above:
    """The candidates so far, and what the lines read so far say about the next one."""

    def __init__(self) -> None:
        self.candidates: list[Candidate] = []
        self._colon = False  # the words before end with a colon
        self._open = False  # … or without a stop
        self._starred = False  # a star with a short title stands before
        self._in_title = False  # the line before is the title of a labelled unit
        self._below_title = False  # the line before is a title without label

    def take(self, line: Line, labels: tuple[Label, ...], offset: int) -> bool:
        """Read a line whose label would stand at `offset`; whether it is a candidate."""
        taken = bool(labels) and not is_blank(line.text[offset + labels[0].end :])
        if taken:
            words = line.text[offset + labels[0].end :]
            self.candidates.append(
                Candidate(labels, self._colon, not words, self._starred, self._below_title, self._open)
            )
            self._starred = labels[0].style is Style.STAR and is_short_title(words)
        self._colon = line.text.endswith(":")
        self._open = line.text[-1:].isalpha()
        self._in_title = _is_in_title(line, labels, after_title=self._in_title)
        stands = _stands_as_title(line, labels) and not self._in_title
        self._below_title = stands or (self._below_title and line.text.startswith("("))
        return taken


def _is_in_title(line: Line, labels: Sequence[Label], *, after_title: bool) -> bool:
    """Whether a line is the title of a labelled unit, or a part of it: capitals, or below `Chương I`."""
    if labels:
        return labels[0].style in GROUPS or line.is_capitals
    return after_title and line.is_capitals


def _stands_as_title(line: Line, labels: Sequence[Label]) -> bool:
    """Whether a line in capitals names a part of the text that has no number (`SỔ NHẬN ĐƠN`)."""
    return not labels and line.is_capitals and line.text.count(" ") >= 2


def number_without_stop(line: str) -> tuple[Label, ...]:
    """`2 Phân tổ chủ yếu`, `Điều 2 Hồ sơ`: a number that may have lost its stop, which only its neighbours can tell."""
    match = _WITHOUT_STOP.match(line)
    if not match:
        return ()
    style = Style.ARTICLE if match["article"] else Style.DECIMAL
    value = int(match["number"])
    parts = () if match["article"] else (value,)
    text = match.group().rstrip()
    return (Label(style, text, match["number"], (value, 0), match.end(), parts, dotted=False),)


def without_references(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of an annex without its articles, if those are references in the cells of a table.

    Articles of an attached regulation count from 1; references come in any order.
    """
    numbers = [c.readings[0].ordinal for c in candidates if c.readings[0].style is Style.ARTICLE]
    in_turn = sum(1 for a, b in pairwise([(0, 0), *numbers]) if a < b <= (a[0] + 2, 0))
    if in_turn * 10 >= len(numbers) * 7:
        return candidates
    kept = [tuple(label for label in c.readings if label.style is not Style.ARTICLE) for c in candidates]
    return [c._replace(readings=labels) for c, labels in zip(candidates, kept, strict=True)]


def with_labels_apart(candidates: list[Candidate]) -> list[Candidate]:
    """The candidates of a text whose converter put every label on a line of its own: then they are no cells."""
    numbered = [c for c in candidates if c.readings[0].style > Style.ARTICLE and not c.readings[0].style.is_bullet]
    if 5 * sum(c.alone for c in numbered) <= 3 * len(numbered):
        return candidates
    return [c._replace(alone=False) for c in candidates]


def label_offset(line: Line, quotation: Quotation | None) -> int:
    """Where a label would begin: behind the mark that opens a quotation, behind the dash of a converter (`- a) …`)."""
    if quotation is None:
        doubled = _DOUBLED.match(line.text) if line.text[:1] in LIST_MARKS and line.text else None
        return doubled.end() if doubled else 0
    marks = OPENING + STRAIGHT + CLOSING
    if line.index == quotation.first and quotation.offset:
        offset = quotation.offset + 1
    else:
        offset = 1 if line.text[:1] in marks and line.text else 0
    return offset + len(line.text[offset:]) - len(line.text[offset:].lstrip())
