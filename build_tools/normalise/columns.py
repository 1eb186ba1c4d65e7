"""Two columns on one line: a letterhead, or recipients beside the signature, laid out with spaces or tabs."""

from __future__ import annotations

import re

from build_tools.normalise.line_starts import Start, start_of

_WIDE = re.compile(r"\s{4,}")
_LABEL = re.compile(r"(?:[A-ZĐ]{1,5}|\d{1,3})(?:\.\d{1,2})*\s?[.)/–-]?")  # `II.`, whose heading stands behind a tab
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][a-zà-ỹ]{1,6}(?: [A-ZĐÀ-Ỹ][a-zà-ỹ]{0,6}){1,4}")
_ENDS_ITEM: str = ".;,:/"


def split_columns(raw: str, text: str) -> tuple[str, ...]:
    """The line's columns, each a line of its own, in the order received; one part where there is no reason to split.

    A wide gap alone proves nothing (justified text has them): a column must look like part of a letterhead or of a
    signature.
    """
    if ("    " not in raw and "\u00a0" not in raw) or len(text) > 160:
        return (text,)
    parts = [" ".join(part.split()) for part in _WIDE.split(raw.strip())]
    if len(parts) != 2 or not _are_columns(*parts):
        return (text,)
    return tuple(parts) if " ".join(parts) == text else (text,)


def _are_columns(left: str, right: str) -> bool:
    if not left or not _stands_alone(left) or _LABEL.fullmatch(left):
        return False
    return _stands_alone(right) or (_is_recipient(left) and _NAME.fullmatch(right) is not None)


def _is_recipient(text: str) -> bool:
    return start_of(text) is Start.BULLET and text[-1] in _ENDS_ITEM


def _stands_alone(part: str) -> bool:
    return bool(part) and (part.isupper() or start_of(part) in {Start.ALONE, Start.LEAD, Start.BULLET} or part == "*")
