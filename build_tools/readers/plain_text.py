"""Plain text: one source line per line of the file. Joining what a PDF tool broke is the work of `normalise`."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.source import Flow, SourceLine, SourceText
from build_tools.readers.decoding import decode

_OTHER_ENDS: Final = ("\f", "\v", "\u0085", "\u2028", "\u2029")
_ENDS = re.compile(f"([{''.join(_OTHER_ENDS)}])")


def read(data: bytes, sha256: str, file: str) -> SourceText:
    """Every line of the file, empty ones too; a form feed begins a page. `DocumentError` for bytes that are no text."""
    decoded = decode(data, file)
    return SourceText(
        file=file,
        sha256=sha256,
        format="text",
        encoding=decoded.encoding,
        flow=Flow.LINES,
        lines=split_lines(decoded.text),
        diagnostics=decoded.diagnostics,
    )


def split_lines(text: str) -> tuple[SourceLine, ...]:
    """Lines end with CRLF, LF or a lone CR, as editors count them.

    Other signs for the end of a line or a paragraph end one too, within a line that is counted.
    """
    physical = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not any(sign in text for sign in _OTHER_ENDS):
        return tuple([SourceLine(number, line) for number, line in enumerate(physical, 1)])
    page = 1 if "\f" in text else None
    lines = []
    for number, line in enumerate(physical, 1):
        for piece in _ENDS.split(line):
            if piece == "\f":
                page = (page or 1) + 1
            elif piece not in _OTHER_ENDS:
                lines.append(SourceLine(number, piece, page))
    return tuple(lines)
