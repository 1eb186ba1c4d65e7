"""Words that an order exchanges, in quotation marks: `thay thế cụm từ “khoản 1 và 2” thành “khoản 1, 2, 3 và 4”`.

They are words of the other act, taken out of their sentence: a clause that they name without its article cannot be
followed, nor can `Nghị định này`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.annotate.pinpoints import Chain
from build_tools.model.span import Span

_PHRASE = re.compile(r"(?:cụm từ|từ|chữ|thành|bằng|số)\s+[“\"]([^”\"\n]{1,300})[”\"]")


class Phrases:
    """The exchanged words of one text."""

    def __init__(self, text: str) -> None:
        orders = "cụm từ" in text or "chữ “" in text
        self._spans = [Span(*match.span(1)) for match in _PHRASE.finditer(text)] if orders else []
        self._starts = [span.start for span in self._spans]

    def hold(self, span: Span) -> bool:
        """Whether the words at `span` are among them."""
        place = bisect_right(self._starts, span.start) - 1
        return place >= 0 and self._spans[place].contains(span)

    def loosen(self, chain: Chain) -> bool:
        """Whether the units of a chain stand among them without the article that they belong to."""
        return chain.widest in {"clause", "point", "item"} and self.hold(chain.span)
