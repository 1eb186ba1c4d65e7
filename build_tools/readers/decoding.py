"""From bytes to text: byte order marks, UTF-8, UTF-16."""

from __future__ import annotations

import codecs
from typing import Final

from msgspec import Struct

from build_tools.errors import DocumentError
from build_tools.model.findings import Diagnostic
from build_tools.readers.legacy import decode_bytes

_MARKS: Final = (  # the longer mark first: UTF-32 LE begins like UTF-16 LE
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_CUT_OFF: Final = frozenset(("unexpected end of data", "truncated data"))


class Decoded(Struct, frozen=True):
    """Text, the name of the encoding it was in, and what there is to say about that."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(data: bytes, file: str) -> Decoded:
    """The text in `data`; `DocumentError` (with the line) for bytes that are no text in a known encoding."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], encoding, file), encoding)
    if b"\0" in data:
        encoding = _utf16_without_mark(data)
        if not encoding:
            raise DocumentError("nul-bytes", file=file, line=data.count(b"\n", 0, data.index(b"\0")) + 1)
        return Decoded(_strict(data, encoding, file), encoding)
    return _without_mark(data, file)


def _without_mark(data: bytes, file: str) -> Decoded:
    """UTF-8; failing that, one of the encodings of old Vietnamese texts."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        old = decode_bytes(data)
    if old is None:
        return Decoded(_strict(data, "utf-8", file), "utf-8")
    text, encoding = old
    return Decoded(text, encoding, (Diagnostic("legacy-encoding", 1, args={"encoding": encoding.upper()}),))


def marked_encoding(data: bytes) -> str:
    """The encoding that a byte order mark names; empty without one."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def guess_text(data: bytes) -> str:
    """The beginning of a text, readable enough to recognise its format; never fails."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "ignore")
    return data.decode(_utf16_without_mark(data) or "utf-8", "ignore")


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        readable = data[: error.start].decode(encoding, "ignore")
        line = readable.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        if error.start and error.end == len(data) and error.reason in _CUT_OFF:
            raise DocumentError("text-cut-off", file=file, line=line) from None
        raise DocumentError("invalid-encoding", file=file, line=line, encoding=encoding.upper()) from None


def _utf16_without_mark(data: bytes) -> str:
    """Vietnamese prose in UTF-16 has a zero in every second byte for its spaces and plain letters."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > max(3, len(sample) // 6) and even * 20 < odd:
        return "utf-16-le"
    if even > max(3, len(sample) // 6) and odd * 20 < even:
        return "utf-16-be"
    return ""
