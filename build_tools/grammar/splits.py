"""Syllables that a space splits (`ĐIỀ U 5`, `đ iều`, `hiê ̣n`): text layers of some PDF files put one beside an accent.

Where two or three pieces make one syllable, and at least one of them can be no syllable itself, the whole is certain:
Vietnamese has no word that is written with such a piece.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from build_tools.grammar.syllables import is_syllable
from build_tools.model.span import Span

_PIECE: Final = r"(?:[^\W\d_]|[\u0300-\u036f])+"
_RUN = re.compile(rf"(?<![\w./-]){_PIECE}(?: {_PIECE})+(?![\w/-])")
_LONGEST: Final = 7  # letters of a syllable: nghiêng
_MOST_PIECES: Final = 3
# After these, a single letter is the name of a thing, not a piece of a word.
_BEFORE = "điểm khoản mục nhóm loại hạng mẫu biểu bảng lớp phần hình cột ô lô khu tổ nhà phụ lục và hoặc số ký hiệu"
_NAMES: Final = frozenset(_BEFORE.split())


class SplitSyllable(Struct, frozen=True):
    """At `span` a syllable stands with a space in it; `whole` is the syllable."""

    span: Span
    whole: str


def find_splits(text: str) -> Iterator[SplitSyllable]:
    """Every syllable of `text` (NFC) that is certainly split, in order, without overlaps. Linear."""
    for run in _RUN.finditer(text):
        pieces = run[0].split(" ")
        if all(map(is_syllable, pieces)) and "Y" not in pieces and "y" not in pieces:
            continue
        yield from _in_run(pieces, run.start())


def _in_run(pieces: Sequence[str], start: int) -> Iterator[SplitSyllable]:
    index, at = 0, start
    while index < len(pieces):
        count, whole = _joined(pieces, index)
        end = at + sum(map(len, pieces[index : index + count])) + count - 1
        if count > 1:
            yield SplitSyllable(Span(at, end), whole)
        index, at = index + count, end + 1


def _joined(pieces: Sequence[str], index: int) -> tuple[int, str]:
    """How many pieces from `index` on are one syllable, and that syllable; one where nothing is split."""
    for count in range(min(_MOST_PIECES, len(pieces) - index), 1, -1):
        group = pieces[index : index + count]
        whole = unicodedata.normalize("NFC", "".join(group))
        if len(whole) <= _LONGEST and _is_one_case(whole) and is_syllable(whole) and _is_certain(pieces, index, count):
            return count, whole
    return 1, ""


def _is_certain(pieces: Sequence[str], index: int, count: int) -> bool:
    """Whether the pieces cannot be words of their own."""
    group = pieces[index : index + count]
    before = pieces[index - 1].lower() if index else ""
    if len(group[0]) == 1 and before in _NAMES:
        return False
    if count == 2 and group[1] in ("Y", "y") and group[0].lower() in ("ủ", "u\u0309"):
        return pieces[index + 2 : index + 3] in (["BAN"], ["ban"], ["Ban"])
    return group[0] in ("đ", "Đ") or any(not _is_variable(piece) and not is_syllable(piece) for piece in group)


def _is_variable(piece: str) -> bool:
    """A bare letter proves nothing: `tiêu chí n`, `i và n`."""
    return len(piece) == 1 and piece.isascii()


def _is_one_case(whole: str) -> bool:
    return whole.islower() or whole.isupper() or (whole[0].isupper() and whole[1:].islower())
