"""The encoding of an HTML page: what its bytes are counts more than what it says of itself."""

from __future__ import annotations

import codecs
import re
from typing import Final

from build_tools.model.findings import Diagnostic
from build_tools.readers.decoding import Decoded, decode, marked_encoding

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD: Final = 4096  # bytes in which the HTML standard looks for a declaration (it says 1024; Word needs more)
_STRANGE = re.compile("[\udc80-\udcff]")  # bytes that are no UTF-8, as `surrogateescape` shows them
_LETTERS = re.compile("[^\x00-\x7f\udc80-\udcff]")
_MORE: Final = 2  # times as many letters in UTF-8 as others: then it is UTF-8
_AS_BROWSERS_DO: Final = {"iso8859-1": "cp1252", "ascii": "cp1252"}
_OF_PAGES: Final = re.compile(
    r"utf-8|cp(?:125\d|874|866|949)|iso8859-\d{1,2}|koi8-[ru]|gb\w{3,6}|big5\w{0,6}|euc_\w{2}|shift_jis"
)


def decode_html(data: bytes, file: str) -> Decoded:
    """The page as text: by its byte order mark, else as UTF-8 where it is valid UTF-8, else as it declares."""
    if marked_encoding(data) or b"\0" in data:
        return decode(data, file)
    found = _DECLARED.search(data[:_HEAD])
    declared = _known(found[1].decode("ascii")) if found else ""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        mixed = _mixed(data)
        if mixed is not None:
            return mixed
        if not declared or declared == "utf-8":
            return decode(data, file)
        return Decoded(data.decode(declared, "replace"), declared)
    if declared not in {"", "utf-8"} and not text.isascii():
        note = Diagnostic("html-encoding-wrong", 1, args={"declared": declared, "found": "utf-8"})
        return Decoded(text, "utf-8", (note,))
    return Decoded(text, "utf-8")


def _known(name: str) -> str:
    """Python's name of an encoding that a page can be in; empty for others (`hex`, `utf-7`, what is spelt wrongly)."""
    try:
        plain = codecs.lookup(name).name
    except LookupError:
        return ""
    return _AS_BROWSERS_DO.get(plain, plain) if _OF_PAGES.fullmatch(plain) else ""


def as_declared(data: bytes, encoding: str) -> bytes:
    """The page in UTF-8 where what carried it names another encoding that it is in; else as it is."""
    known = _known(encoding)
    if not known or known == "utf-8":
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(known, "replace").encode("utf-8")
    return data


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 into which somebody put text in Windows-1258 (a head, a foot, a pasted part); `None` for other bytes."""
    text = data.decode("utf-8", "surrogateescape")
    strange = len(_STRANGE.findall(text))
    if len(_LETTERS.findall(text)) < strange * _MORE:
        return None
    first = _STRANGE.search(text)
    line = text.count("\n", 0, first.start()) + 1 if first else 1
    note = Diagnostic("html-encoding-mixed", line, args={"count": str(strange)})
    runs = re.compile(f"{_STRANGE.pattern}+")
    whole = runs.sub(lambda run: run[0].encode("utf-8", "surrogateescape").decode("cp1258", "replace"), text)
    return Decoded(whole, "utf-8", (note,))
