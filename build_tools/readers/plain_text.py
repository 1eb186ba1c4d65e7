"""Plain text: one source line per line of the file. Joining what a PDF tool broke is the work of `normalise`."""

from __future__ import annotations

from build_tools.model.source import Flow, SourceLine, SourceText
from build_tools.readers.decoding import decode


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
    """Lines end with CRLF, LF or a lone CR, as editors count them."""
    physical = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if "\f" not in text:
        return tuple([SourceLine(number, line) for number, line in enumerate(physical, 1)])
    page = 1
    lines = []
    for number, line in enumerate(physical, 1):
        for index, piece in enumerate(line.split("\f")):
            page += index > 0
            lines.append(SourceLine(number, piece, page))
    return tuple(lines)
