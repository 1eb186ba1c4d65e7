"""With which words a pattern can begin, as the parser of `re` sees it."""

from __future__ import annotations

import re
import re._parser as parser
from typing import Any

from build_tools.annotate.deadline_beginnings import BEHIND_TAB, FIGURE

Words = set[tuple[str, bool]]  # the beginning of a match, and whether what follows in the pattern can run on from it


def first_words(pattern: re.Pattern[str]) -> set[str]:
    """The words with which a match can begin: FIGURE for a figure, BEHIND_TAB for what only stands behind a tab."""
    words = {word for word, _open in _sequence(parser.parse(pattern.pattern, pattern.flags))}
    return {FIGURE if word[0].isdecimal() else word for word in words}


def _sequence(items: Any) -> Words:
    words: Words = {("", True)}
    for op, value in items:
        after = _item(str(op), value)
        words = {(word + more, on) for word, open_ in words if open_ for more, on in after} | {
            (word, open_) for word, open_ in words if not open_
        }
    return words


def _item(op: str, value: Any) -> Words:
    if op == "LITERAL":
        return {(chr(value), chr(value).isalnum())}
    if op == "IN":
        return {(FIGURE if "DIGIT" in repr(value) else " ", False)}
    if op == "SUBPATTERN":
        return _sequence(value[3])
    if op == "BRANCH":
        return {word for branch in value[1] for word in _sequence(branch)}
    if op in {"MAX_REPEAT", "MIN_REPEAT"}:
        least, _most, repeated = value
        return _sequence(repeated) | (set() if least else {("", True)})
    if op == "ASSERT" and value[0] < 0 and [str(name) for name, _ in value[1]] == ["LITERAL"]:
        return {(BEHIND_TAB, True)} if value[1][0][1] == ord("\t") else {("", True)}
    assert op in {"AT", "ASSERT", "ASSERT_NOT"}, f"{op}: what a match begins with is not known"
    return {("", True)}
