"""Marks that forbid to hand a text on: stamps of secrecy, and sentences of ownership. The patterns are data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from build_tools.data.tables import restriction_marks
from build_tools.model.document import Restriction, RestrictionKind
from build_tools.structure.lines import Text

_LONGEST = 300  # characters; a longer paragraph is no mark
_STAMP_FRAME = " \t*[]()|_-–—.:"


@cache
def _marks() -> tuple[tuple[RestrictionKind, bool, re.Pattern[str]], ...]:
    """Kind, whether the mark must be the whole line, and pattern; stamps of secrecy are capitals only."""
    return tuple(
        (
            RestrictionKind(row.kind),
            row.whole_line == "yes",
            re.compile(row.pattern, 0 if row.pattern.isupper() else re.IGNORECASE),
        )
        for row in restriction_marks()
    )


@cache
def _any_mark() -> re.Pattern[str]:
    """A quick look: only lines that hold one of the patterns are read closely."""
    return re.compile("|".join(f"(?:{row.pattern})" for row in restriction_marks()), re.IGNORECASE)


def find_restrictions(text: Text) -> tuple[Restriction, ...]:
    """The marks in the text and in what was taken out of it, each wording once, with the line where it stands first."""
    found: dict[tuple[RestrictionKind, str], Restriction] = {}
    for number, words in _passages(text):
        if not _any_mark().match(words.strip(_STAMP_FRAME)):
            continue
        for kind, whole, pattern in _marks():
            match = pattern.fullmatch(words.strip(_STAMP_FRAME)) if whole else pattern.match(words.strip())
            if match:
                found.setdefault((kind, match.group()), Restriction(kind, words.strip(), number))
                break
    return tuple(sorted(found.values(), key=lambda item: item.line))


def _passages(text: Text) -> Iterator[tuple[int, str]]:
    for item in text.clean.removed:
        yield item.line, item.text
    for line in text.lines:
        if len(line.text) <= _LONGEST:
            yield line.number, line.text
