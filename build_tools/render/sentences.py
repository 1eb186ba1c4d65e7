"""The sentence around a passage, so that a citation can be shown with what is said of it."""

from __future__ import annotations

import re

from msgspec import Struct

from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.render.tasks import reading

# A sentence ends at . ; ! ? or : before a space. A full stop after a label (`1.`, `II.`) or an abbreviation ends one
# too early at worst: then less is shown, never something else.
_END = re.compile(r"[.;!?:][”\"’]?\s+")
_LONGEST = 360


class Sentence(Struct, frozen=True):
    """The words before a passage, of the passage and after it. A cut is shown by `…`."""

    before: str
    quoted: str
    after: str

    @property
    def whole(self) -> str:
        """The sentence in one piece."""
        return self.before + self.quoted + self.after


def sentence(document: Document, block: Span, passage: Span) -> Sentence:
    """The sentence of `block` that holds `passage`; one that runs on beyond it is cut at its end."""
    quoted = Span(max(passage.start, block.start), min(passage.end, block.end))
    start, end = block.start, block.end
    if end - start > _LONGEST:
        ends = [start + match.end() for match in _END.finditer(document.text[block.start : block.end])]
        start = max((at for at in ends if at <= quoted.start), default=start)
        end = min((at for at in ends if at >= quoted.end), default=end)
    before = _flat(reading(document, Span(start, quoted.start)))
    after = _flat(reading(document, Span(quoted.end, end)))
    return Sentence(_last(before), _flat(reading(document, quoted)).strip(), _first(after).rstrip())


def _flat(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _last(words: str) -> str:
    if len(words) <= _LONGEST // 2:
        return words.lstrip()
    return "… " + words[-_LONGEST // 2 :].split(" ", 1)[-1]


def _first(words: str) -> str:
    if len(words) <= _LONGEST // 2:
        return words
    return words[: _LONGEST // 2].rsplit(" ", 1)[0] + " …"
