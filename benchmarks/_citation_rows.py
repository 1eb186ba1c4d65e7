"""Citations as rows: words, symbol or name of a law or `internal`, pin-point; date and issuer are compared apart.

khoản 2 Điều 5 Nghị định số 62/2015/NĐ-CP | 62/2015/NĐ-CP | article=5 clause=2 | 2015-07-18 | Chính phủ
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks._by_hand import Score, Stretch, compare
from build_tools.annotate.citations import find_citations
from tests.annotate.shown import shown

PRECISION, RECALL = 0.995, 0.98


def score(stretch: Stretch) -> dict[str, Score]:
    """What is cited and where; and the same with date and issuer."""
    expected = [_fields(row) for row in stretch.rows]
    found = [_fields(row) for row in _found(stretch)]
    return {
        "citations": compare([_row(fields[:3]) for fields in expected], [_row(fields[:3]) for fields in found]),
        "with date, issuer": compare([_row(fields) for fields in expected], [_row(fields) for fields in found]),
    }


def passes(scores: dict[str, Score]) -> bool:
    """Whether surface, symbol and pin-point reach the bars."""
    return scores["citations"].precision >= PRECISION and scores["citations"].recall >= RECALL


def _found(stretch: Stretch) -> Iterator[str]:
    for citation in find_citations(stretch.clean, stretch.outline):
        if stretch.span.start <= citation.span.start < stretch.span.end:
            yield shown(citation, stretch.text)


def _fields(row: str) -> list[str]:
    fields = [" ".join(field.replace("⏎", " ").split()) for field in row.split("|")]
    fields[2:3] = [" ".join(sorted(fields[2].split()))] if len(fields) > 2 else [""]
    return [*fields, "", "", ""][:5]


def _row(fields: list[str]) -> str:
    return " | ".join(fields).rstrip(" |")
