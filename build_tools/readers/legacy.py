"""Texts in encodings from before Unicode: TCVN3 (ABC), VNI and Windows-1258; as bytes, or pasted as Latin letters.

TCVN3 and VNI are fonts that draw Vietnamese letters in the places of Latin ones, so nothing in the file names them.
They are recognised by what they become: of Vietnamese prose, every fourth word is one of a few dozen. The letters are
in `data/legacy_letters.csv`; no kept library has them (Python knows Windows-1258).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

import msgspec
from msgspec import Struct

from build_tools.data.tables import read_table
from build_tools.model.findings import Diagnostic, Removed
from build_tools.model.source import Mark, SourceLine, SourceText
from build_tools.model.span import Span

_FONT_ENCODINGS: Final = ("tcvn3", "vni")
_STANDARD: Final = "tcvn5712"  # the national standard: TCVN3 with the capitals that its fonts lack
_ENOUGH: Final = 0.12  # of the words of real prose are common ones, at least
_FIRST_LINES: Final = 60
_SAMPLE: Final = 40_000  # characters that are judged
_LATIN: Final = re.compile(r"[\u00a1-\u00ff]")
VIETNAMESE: Final = re.compile(r"[ăđĩũơưạ-ỹĂĐĨŨƠƯẠ-Ỹ]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_COMMON_WORDS: Final = frozenset(
    [
        *("và", "của", "các", "có", "cho", "được", "theo", "quy", "định", "về", "người", "trong", "với", "là", "không"),
        *(
            "đến",
            "điều",
            "khoản",
            "ngày",
            "tháng",
            "năm",
            "số",
            "tại",
            "này",
            "một",
            "những",
            "để",
            "từ",
            "khi",
            "phải",
        ),
        *("nhà", "nước", "việc", "thực", "hiện", "hoặc", "tổ", "chức", "cơ", "quan", "đảng", "nhân", "dân", "luật"),
        *("chính", "công", "trách", "nhiệm", "hội", "quyết", "kế", "hoạch", "cộng", "hòa", "việt", "độc", "lập", "ủy"),
    ]
)


_WINDOWS: Final = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


class LegacyLetter(Struct, frozen=True):
    """How an old encoding writes a letter (`legacy_letters.csv`): what a Latin font shows, or a byte (`0x80`)."""

    encoding: str
    written: str
    letter: str


@cache
def _letters(encoding: str) -> dict[str, str]:
    rows = (row for row in read_table("legacy_letters", LegacyLetter) if row.encoding == encoding)
    own = {chr(int(row.written, 16)) if row.written.startswith("0x") else row.written: row.letter for row in rows}
    return _letters("tcvn3") | own if encoding == _STANDARD else own


@cache
def _pattern(encoding: str) -> re.Pattern[str]:
    written = sorted(_letters(encoding), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, written)))


def converted(text: str, encoding: str) -> str:
    """Text that a font of `encoding` ('tcvn3' or 'vni') drew, in Unicode. Line by line; lines keep their ends."""
    letters = _letters(encoding)
    found = _pattern(encoding).sub(lambda match: letters[match[0]], text)
    return _with_capitals(text, found) if encoding == "tcvn3" else found


def font_encoding(font: str) -> str:
    """The encoding that a font's name tells: `.VnTime` is TCVN3, `VNI-Times` is VNI; empty for other fonts."""
    return "tcvn3" if font.startswith(".Vn") else "vni" if font.startswith("VNI-") else ""


def decode_bytes(data: bytes) -> tuple[str, str] | None:
    """The text in bytes that are not UTF-8, and its encoding; `None` where no old encoding gives Vietnamese prose."""
    sample = b"\n".join([line for line in data.split(b"\n") if not line.isascii()])[:_SAMPLE]
    likeness = {name: likeness_of(_decoded(sample, name)) for name in ("windows-1258", *_FONT_ENCODINGS, _STANDARD)}
    encoding = max(likeness, key=lambda name: likeness[name])
    return (_decoded(data, encoding), encoding) if likeness[encoding] >= _ENOUGH else None


def _decoded(data: bytes, encoding: str) -> str:
    if encoding == "windows-1258":
        return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))
    return converted(data.decode("latin-1") if encoding == _STANDARD else _as_latin(data), encoding)


def rescue(source: SourceText) -> SourceText:
    """The same source with text that an old font drew turned into Unicode; untouched where there is none."""
    beginning = "\n".join([line.text for line in source.lines[:_FIRST_LINES]])
    if len(VIETNAMESE.findall(beginning)) * 50 > len(beginning):  # the usual case
        return source
    sample = "\n".join([line.text for line in source.lines if not line.text.isascii()])[:_SAMPLE]
    if len(_LATIN.findall(sample)) * 50 < len(sample) or len(VIETNAMESE.findall(sample)) * 100 > len(sample):
        return source
    likeness = {name: likeness_of(converted(sample, name)) for name in _FONT_ENCODINGS}
    encoding = max(likeness, key=lambda name: likeness[name])
    if likeness[encoding] < _ENOUGH or likeness[encoding] <= likeness_of(sample):
        return source
    return msgspec.structs.replace(
        source,
        encoding=encoding,
        lines=tuple([convert_line(line, encoding) for line in source.lines]),
        removed=tuple([Removed(r.line, converted(r.text, encoding), r.reason) for r in source.removed]),
        diagnostics=(*source.diagnostics, Diagnostic("legacy-encoding", 1, args={"encoding": encoding.upper()})),
    )


def convert_line(line: SourceLine, encoding: str) -> SourceLine:
    """A line that a font of `encoding` drew, in Unicode, with its marks."""
    ends = {place for mark in line.marks for place in (mark.span.start, mark.span.end)}
    moved = {place: len(converted(line.text[:place], encoding)) for place in ends}
    marks = tuple([Mark(Span(moved[m.span.start], moved[m.span.end]), m.kind) for m in line.marks])
    return msgspec.structs.replace(line, text=converted(line.text, encoding), marks=marks)


def likeness_of(text: str) -> float:
    """The share of common Vietnamese words among the words of the beginning."""
    found = _WORD.findall(text[:_SAMPLE].lower())
    return sum(word in _COMMON_WORDS for word in found) / len(found) if found else 0.0


def _as_latin(data: bytes) -> str:
    """Bytes as Windows shows them in a Latin font; places that Windows leaves empty as ISO 8859-1 has them."""
    return data.decode("latin-1").translate(_WINDOWS)


def as_latin_bytes(text: str) -> bytes:
    """The bytes that Windows shows as this text in a Latin font; `UnicodeError` where it has other letters."""
    return text.translate({ord(shown): byte for byte, shown in _WINDOWS.items()}).encode("latin-1")


def _with_capitals(before: str, after: str) -> str:
    """TCVN3 has capitals only in fonts of their own: where all plain letters of a line are capitals, so are all."""
    lines = zip(before.split("\n"), after.split("\n"), strict=True)
    return "\n".join([new.upper() if _is_capital(old) else new for old, new in lines])


def _is_capital(line: str) -> bool:
    plain = [char for char in line if char.isascii() and char.isalpha()]
    old = sum(char in _letters("tcvn3") for char in line)
    return len(plain) >= 2 and old >= 2 and all(char.isupper() for char in plain)
