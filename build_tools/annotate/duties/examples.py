"""Examples by which an act explains a rule (`Ví dụ 2: đồng chí Nguyễn Văn A nghỉ ốm …`): they charge nobody."""

from __future__ import annotations

import re

from build_tools.annotate.duties.drafts import State
from build_tools.annotate.duties.view import Passage

_EXAMPLE = re.compile(r"[\s*_+-]*Ví dụ\b")
_SOMEBODY = re.compile(
    r"(?<!\w)(?:(?:[Đđ]ồng chí|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị)(?:\s[A-ZĐ]?\w+){0,5}?|[Cc]ông ty)\s[A-ZĐ](?![\w/-]|\.\w)"
)
"""One who has a letter for a name."""


def read_example(state: State, passage: Passage) -> bool:
    """True for an example, and for a paragraph that goes on with one."""
    words = state.view.words(passage.span)
    return _EXAMPLE.match(words) is not None or (not passage.opens and _SOMEBODY.search(words) is not None)
