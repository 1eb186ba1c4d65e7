"""Passages of a Unicode text that are not Unicode: pasted from a document in an old font, or decoded twice.

A passage is a run of lines without letters that only Vietnamese has, with letters that no Vietnamese word has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

from build_tools.model.findings import Diagnostic
from build_tools.model.source import SourceLine, SourceText
from build_tools.readers.legacy import VIETNAMESE, as_latin_bytes, convert_line, converted, likeness_of

_TWICE: Final = "utf-8-twice"
_ODD = re.compile(  # beside a letter: no Vietnamese word has it
    "(?<=[A-Za-z])[\u00a6-\u00a9\u00ab\u00ac\u00ae\u00b5-\u00b9\u00bb-\u00be\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d1\u00d6-\u00d8"
    "\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6\u00f8\u00fb\u00fc\u00fe]"
)
_TELLING: Final = (
    *"\u00ae\u00b5\u00a9\u00ab\u00ac\u00a8\u00aa\u00f1\u00f6\u00f8\u00e4\u00ef",
    "\u00e1\u00ba",
    "\u00e1\u00bb",
)
"""Every sentence of such a passage has one of these; found faster than a pattern."""
_DECODED_TWICE = re.compile(
    "\u00c3[\u0080-\u00bf\u2018-\u2122]|\u00e1[\u00ba\u00bb]|\u00c4[\u0080-\u00bf\u2018-\u2122]"
)
_FEWEST_ODD: Final = 3  # in a passage
_ENOUGH: Final = 0.2  # of its words are common ones, once it is converted
_FEWEST_WORDS: Final = 4


def mend_passages(source: SourceText) -> SourceText:
    """The same source with such passages in Unicode, and said; untouched where it has none."""
    whole = "\n".join([line.text for line in source.lines])
    if not any(sign in whole for sign in _TELLING) or not (_DECODED_TWICE.search(whole) or _ODD.search(whole)):
        return source
    lines = list(source.lines)
    said: list[Diagnostic] = []
    for start, end in _passages(lines):
        encoding = _encoding(lines[start:end])
        if encoding:
            lines[start:end] = [_mended(line, encoding) for line in lines[start:end]]
            args = {"encoding": "UTF-8 × 2" if encoding == _TWICE else encoding.upper(), "count": str(end - start)}
            said.append(Diagnostic("legacy-passage", lines[start].number, args=args))
    if not said:
        return source
    return msgspec.structs.replace(source, lines=tuple(lines), diagnostics=(*source.diagnostics, *said))


def _passages(lines: list[SourceLine]) -> Iterator[tuple[int, int]]:
    """Where runs of lines without a Vietnamese letter begin and end; lines without words at their ends do not count."""
    start: int | None = None
    end = 0
    for index, line in enumerate(lines):
        if VIETNAMESE.search(line.text):
            if start is not None:
                yield start, end
            start = None
        elif not line.text.isascii():
            start, end = index if start is None else start, index + 1
    if start is not None:
        yield start, end


def _encoding(lines: list[SourceLine]) -> str:
    """What a passage is written in; empty where no conversion makes Vietnamese of it."""
    text = "\n".join([line.text for line in lines])
    if _DECODED_TWICE.search(text):
        once = "\n".join([_decoded_once(line.text) or "" for line in lines])
        return _TWICE if VIETNAMESE.search(once) else ""
    if len(_ODD.findall(text)) < _FEWEST_ODD or len(text.split()) < _FEWEST_WORDS:
        return ""
    likeness = {name: likeness_of(converted(text, name)) for name in ("tcvn3", "vni")}
    best = max(likeness, key=lambda name: likeness[name])
    return best if likeness[best] >= _ENOUGH and likeness[best] > likeness_of(text) else ""


def _mended(line: SourceLine, encoding: str) -> SourceLine:
    if encoding != _TWICE:
        return convert_line(line, encoding)
    once = _decoded_once(line.text)
    return line if once is None else msgspec.structs.replace(line, text=once, marks=())


def _decoded_once(text: str) -> str | None:
    """The text whose UTF-8 bytes were taken for Latin letters; `None` where it is not such a text."""
    try:
        return as_latin_bytes(text).decode("utf-8")
    except UnicodeError:
        return None
