"""Changes as fixtures write them: one line that a lawyer can read and edit.

    dieu-1.khoan-1 | amend | 27/2018/TT-BLĐTBXH | điểm b khoản 1 Điều 2 | “b) Trung tâm giáo … nghề nghiệp);” |

Unit of the order, what it does, the act (`?` for none), the place, the words (old → new), and the doubt if any.
"""

from __future__ import annotations

from collections.abc import Sequence

from build_tools.model.change import Change
from build_tools.model.citation import Citation, Pinpoint
from build_tools.model.span import Span

_LEVELS = (
    ("item", "tiết"),
    ("point", "điểm"),
    ("clause", "khoản"),
    ("article", "Điều"),
    ("subsection", "Tiểu mục"),
    ("section", "Mục"),
    ("chapter", "Chương"),
    ("part", "Phần"),
)


def shown_changes(changes: Sequence[Change], citations: Sequence[Citation], text: str) -> list[str]:
    """One line for each change."""
    return [shown_change(change, citations, text) for change in changes]


def shown_change(change: Change, citations: Sequence[Citation], text: str) -> str:
    """One line; see the module's first lines."""
    act = citations[change.citation] if change.citation is not None else None
    fields = (
        change.unit or "-",
        str(change.kind),
        (act.symbol or act.name or "?") if act else "?",
        _place(change),
        _words(change, text),
        str(change.doubt or ""),
    )
    return " | ".join(fields).strip()


def _place(change: Change) -> str:
    parts = [f"({change.part})" if change.part else "", pinpoint_words(change.pinpoint)]
    parts += [f"đến {pinpoint_words(change.up_to)}" if change.up_to else "", change.annex or ""]
    parts += [f"sau {pinpoint_words(change.after)}" if change.after else ""]
    return " ".join(part for part in parts if part) or "-"


def _words(change: Change, text: str) -> str:
    old = f"{_cut(change.old, text)} →" if change.old else ""
    beside = f"{'trước' if change.ahead else 'sau'} {_cut(change.anchor, text)}:" if change.anchor else ""
    return " ".join(part for part in (old, beside, _cut(change.wording, text) if change.wording else "") if part)


def pinpoint_words(pinpoint: Pinpoint | None) -> str:
    """`khoản 2 Điều 5`."""
    if pinpoint is None:
        return ""
    return " ".join(f"{word} {getattr(pinpoint, level)}" for level, word in _LEVELS if getattr(pinpoint, level))


def _cut(span: Span, text: str) -> str:
    words = span.of(text).split()
    return " ".join(words) if len(words) <= 7 else f"{' '.join(words[:4])} … {' '.join(words[-2:])}"
