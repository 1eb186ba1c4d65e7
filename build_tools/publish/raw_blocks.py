"""Takes finished blocks of HTML out of a page before Python-Markdown parses them tag by tag, three times over.

A Python-Markdown extension. A block that stands between blank lines, begins with one of `BLOCKS` at the start of a
line, ends with the closing tag of it and asks for no Markdown inside is passed through as it is, which is what
Markdown would do with it too; only the time is another (the generated pages consist mostly of such blocks).

A run of `<input>` lines is passed through as well. Markdown alone would put it into a paragraph; a style sheet reaches
from a checked button to what it filters only where the two are siblings.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

BLOCKS = (
    "article",
    "aside",
    "details",
    "div",
    "dl",
    "figure",
    "footer",
    "form",
    "header",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "table",
    "ul",
)
# Each begins with `<`, for which `re` looks fast, and asks afterwards whether a block begins there.
_START = re.compile(rf"<(?:(?<=\A<)|(?<=\n\n<))({'|'.join(BLOCKS)})\b")
_INPUTS = re.compile(r"<(?:(?<=\A<)|(?<=\n\n<))input\b[^<>]*>(?:\n|\Z)(?:<input\b[^<>]*>(?:\n|\Z))*(?=\n|\Z)")
_TAGS = {name: re.compile(rf"<(/?){name}\b[^>]*>") for name in BLOCKS}
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_BEFORE_THE_PARSERS = 25  # MkDocs and md_in_html parse HTML at 21 and 20


class RawBlocks(Extension):  # type: ignore[misc]
    """Registers the shortcut."""

    def extendMarkdown(self, md: Markdown) -> None:  # the name is Python-Markdown's
        """Called by Python-Markdown."""
        md.block_level_elements.append("input")
        md.preprocessors.register(_Stash(md), "phobien_raw_blocks", _BEFORE_THE_PARSERS)


class _Stash(Preprocessor):  # type: ignore[misc]
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if _FENCE.search(text):  # what stands in a code block is to be shown, not to be passed through
            return lines
        text = _INPUTS.sub(lambda inputs: self.md.htmlStash.store(inputs[0].rstrip()) + "\n", text)
        pieces: list[str] = []
        place = 0
        while (start := _START.search(text, place)) is not None:
            end = _end(text, start)
            if end is None:
                pieces.append(text[place : start.end()])
                place = start.end()
            else:
                pieces += (text[place : start.start()], self.md.htmlStash.store(text[start.start() : end]))
                place = end
        return "".join([*pieces, text[place:]]).split("\n")


def _end(text: str, start: re.Match[str]) -> int | None:
    """Where the block ends that opens at `start`; None where it is not one to pass through."""
    depth = 0
    for tag in _TAGS[start[1]].finditer(text, start.start()):
        depth += -1 if tag[1] else 1
        if "markdown=" in tag[0]:
            return None
        if depth == 0:
            whole = text[start.start() : tag.end()]
            return None if "markdown=" in whole or text[tag.end() : tag.end() + 2].strip() else tag.end()
    return None
