"""Citations as rows: words, symbol or name of a law or `internal`, pin-point; date and issuer are compared apart.

khoản 2 Điều 5 Nghị định số 62/2015/NĐ-CP | 62/2015/NĐ-CP | article=5 clause=2 | 2015-07-18 | Chính phủ

Two things are compared as the readers wrote them down. `khoản 2 Điều này` is read as `clause=2`: the program adds the
number of the article that the words stand in, so of a reference with *này* only the levels that the words name are
compared, after the added ones have been seen to be those of the units around. `Điều này` alone, `khoản này`, `Văn bản
này` are no rows: they lead nowhere but to where one is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from benchmarks._by_hand import Stretch, once_a_document
from benchmarks._scores import Score, compare
from build_tools.annotate.citations import find_citations
from build_tools.annotate.pinpoints import LEVELS, Chain, find_chains
from build_tools.annotate.unit_index import UnitIndex
from build_tools.model.citation import Citation, CitationKind
from tests.annotate.shown import shown

PRECISION, RECALL = 0.995, 0.98
_ONLY_THIS = re.compile(r"(?:điều|khoản|điểm|tiết|mục|tiểu mục|chương|phần|phụ lục|văn bản) này", re.IGNORECASE)


def score(stretch: Stretch) -> dict[str, Score]:
    """What is cited and where; the same with date and issuer; and each form of citation apart."""
    expected = _rows(stretch.rows)
    found = _rows(_found(stretch))
    forms = sorted({_form(fields) for fields in (*expected, *found)})
    return {
        "citations": compare([_row(fields[:3]) for fields in expected], [_row(fields[:3]) for fields in found]),
        "with date, issuer": compare([_row(fields) for fields in expected], [_row(fields) for fields in found]),
    } | {form: compare(_of_form(expected, form), _of_form(found, form)) for form in forms}


def _of_form(rows: list[list[str]], form: str) -> list[str]:
    return [_row(fields[:3]) for fields in rows if _form(fields) == form]


def _form(fields: list[str]) -> str:
    """The form of a citation, as its row shows it."""
    words, identity, pinpoint = fields[:3]
    if identity == "internal":
        kind = "annex of its own" if "annex=" in pinpoint else "unit of its own" if pinpoint else "its own name"
        return f"form: {kind}"
    if not any(char.isdigit() for char in identity):
        kind = "law by name"
    elif identity not in words.replace(" ", ""):
        kind = "by a number said elsewhere"
    else:
        kind = "number"
    return f"form: {kind}, with unit" if pinpoint else f"form: {kind}"


def passes(scores: dict[str, Score]) -> bool:
    """Whether surface, symbol and pin-point reach the bars."""
    return scores["citations"].precision >= PRECISION and scores["citations"].recall >= RECALL


def _rows(rows: Iterable[str]) -> list[list[str]]:
    return [fields for fields in map(_fields, rows) if not _ONLY_THIS.fullmatch(fields[0])]


_citations = once_a_document(find_citations)


def _found(stretch: Stretch) -> Iterator[str]:
    named = _Named(stretch)
    for citation in _citations(stretch.clean, stretch.outline):
        if stretch.span.start <= citation.span.start < stretch.span.end:
            yield shown(named.only(citation), stretch.text)


class _Named:
    """Takes from a reference with *này* the numbers that its words do not name."""

    def __init__(self, stretch: Stretch) -> None:
        self._units = UnitIndex(stretch.outline.units)
        self._chains = [chain for chain in find_chains(stretch.text, annexes=True) if chain.this]
        self._starts = [chain.span.start for chain in self._chains]

    def only(self, citation: Citation) -> Citation:
        """The citation with the named levels; a number that is not that of a unit around stays, so that it is seen."""
        chain, pinpoint = self._around(citation), citation.pinpoint
        if citation.kind is not CitationKind.INTERNAL or chain is None or chain.this is None or pinpoint is None:
            return citation
        here = {(str(unit.kind), unit.number) for unit in self._units.ancestors(citation.span.start)}
        wider = LEVELS[LEVELS.index(chain.this) :]
        added = {level: None for level in wider if (level, getattr(pinpoint, level)) in here}
        return replace(citation, pinpoint=replace(pinpoint, **added))

    def _around(self, citation: Citation) -> Chain | None:
        place = bisect_right(self._starts, citation.span.start) - 1
        chain = self._chains[place] if place >= 0 else None
        return chain if chain and citation.span.start < chain.span.end else None


def _fields(row: str) -> list[str]:
    fields = [" ".join(field.replace("⏎", " ").split()) for field in row.split("|")]
    fields[2:3] = [" ".join(sorted(fields[2].split()))] if len(fields) > 2 else [""]
    return [*fields, "", "", ""][:5]


def _row(fields: list[str]) -> str:
    return " | ".join(fields).rstrip(" |")
