"""Specks: a lone bracket or stroke on a line of its own, left by a text box or a machine that read the page."""

from __future__ import annotations

import re
from typing import Final

from build_tools.model.findings import RemovedReason

_SPECKS: Final = frozenset("[]|`\\¬¦")
_PARTNERS: Final = {"[": "]", "]": "["}
_NEAR: Final = 40  # lines within which the other bracket of a formula may stand
_WORDS = re.compile(r"[^\W\d_]{2}.*[^\W\d_]{2}")


def find_specks(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """Such marks between two lines of words; a bracket with its partner, or beside numbers, belongs to a formula."""
    for index, text in [(index, text) for index, text in enumerate(texts) if len(text) == 1 and text in _SPECKS]:
        if index in found:
            continue
        around = texts[max(0, index - _NEAR) : index + _NEAR]
        if _PARTNERS.get(text) not in around and all(map(_WORDS.search, _beside(texts, index))):
            found[index] = RemovedReason.SPECK


def _beside(texts: list[str], index: int) -> tuple[str, str]:
    before = next((text for text in reversed(texts[max(0, index - 6) : index]) if text), "")
    return before, next((text for text in texts[index + 1 : index + 7] if text), "")
