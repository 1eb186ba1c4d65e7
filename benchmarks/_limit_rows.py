"""Time limits and bodies as rows, apart from duties, in order of text.

    limit | trước ngày 15 tháng 5 năm 2026 | 2026-05-15
    role | Thủ tướng Chính phủ | thu_tuong

A limit has its last day, its period, its rhythm or its kind, as in the rows of duties; a role the id of its row in the
table. `maybe` is a name that may be taken for the role or not. Kinds of persons and of enterprises are not annotated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks._by_hand import Stretch
from benchmarks._duty_rows import limit_as_annotated
from benchmarks._scores import Score
from build_tools.annotate.deadlines import find_deadlines
from build_tools.annotate.roles import find_roles
from build_tools.data.tables import roles
from build_tools.model.span import Span

BARS = {"limit": 1.0, "role": 0.95}
_GENERAL = frozenset(role.id for role in roles() if role.kind in ("title", "group")) | {
    "doanh_nghiep", "cong_chuc_vien_chuc", "can_bo_dang_vien", "nhan_dan", "to_chuc_ca_nhan", "truong_hoc",
    "co_quan_don_vi_dia_phuong",
}  # fmt: skip


class Row(NamedTuple):
    """A limit or a role, annotated or found."""

    kind: str
    span: Span
    value: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind} | {self.words} | {self.value}"


def score(stretch: Stretch) -> dict[str, Score]:
    """Limits and roles: right where the words overlap and the value is the same."""
    expected, found = list(_annotated(stretch)), list(_found(stretch))
    scores = {kind: _score(kind, expected, found) for kind in BARS}
    right, missing, wrong = zip(*scores.values(), strict=True)
    return {"limits and roles": Score(sum(right), sum(missing, ()), sum(wrong, ())), **scores}


def passes(scores: dict[str, Score]) -> bool:
    """Whether every bar is reached."""
    return all(min(scores[part].precision, scores[part].recall) >= bar for part, bar in BARS.items())


def _score(kind: str, expected: list[Row], found: list[Row]) -> Score:
    wanted = [row for row in expected if row.kind == kind]
    got = [row for row in found if row.kind == kind]
    right = [row for row in wanted if any(_same(row, other) for other in got)]
    allowed = [row for row in expected if row.kind in (kind, "maybe")]
    wrong = [row for row in got if row.value not in _GENERAL and not any(_same(row, other) for other in allowed)]
    return Score(len(right), tuple(str(row) for row in wanted if row not in right), tuple(map(str, wrong)))


def _same(row: Row, other: Row) -> bool:
    return row.value == other.value and row.span.start < other.span.end and other.span.start < row.span.end


def _annotated(stretch: Stretch) -> Iterator[Row]:
    place = stretch.span.start
    for row in stretch.rows:
        kind, words, value = [part.strip() for part in row.split("|")]
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        found = re.compile(pattern).search(stretch.text, place)
        if found is None or found.end() > stretch.span.end:
            raise SystemExit(f"{stretch.name}: not in the text after the row before it: {words}")
        place = found.end()
        yield Row(kind, Span(*found.span()), value, words)


def _found(stretch: Stretch) -> Iterator[Row]:
    inside, text = stretch.span, stretch.text
    for limit in find_deadlines(stretch.clean, stretch.outline):
        if inside.contains(limit.span):
            yield Row("limit", limit.span, limit_as_annotated(limit), limit.span.of(text))
    for mention in find_roles(stretch.clean, stretch.outline):
        if inside.contains(mention.span):
            yield Row("role", mention.span, mention.role, mention.span.of(text))
