"""Two columns on one line: a letterhead, or recipients beside the signature, laid out with spaces."""

from __future__ import annotations

import re

from build_tools.normalise.line_starts import Start, start_of

_WIDE = re.compile(r"\s{4,}")


def split_columns(raw: str, text: str) -> tuple[str, ...]:
    """The line's columns, each a line of its own, in the order received; one part where there is no reason to split.

    A wide gap alone proves nothing (justified text has them): a column must look like part of a letterhead or of a
    signature.
    """
    if "    " not in raw or len(text) > 160:
        return (text,)
    parts = [" ".join(part.split()) for part in _WIDE.split(raw.strip())]
    if len(parts) != 2 or not all(map(_stands_alone, parts)):
        return (text,)
    return tuple(parts) if " ".join(parts) == text else (text,)


def _stands_alone(part: str) -> bool:
    return bool(part) and (part.isupper() or start_of(part) in {Start.ALONE, Start.LEAD, Start.BULLET} or part == "*")
