"""Units as rows: `label | title | in parent`, or `label | > first words | in parent` where a unit has no title.

In an annotation a unit stands two spaces further in than its parent; `" ` before a label marks a unit that an amending
act quotes from another act. Parents above the stretch are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks._by_hand import Score, Stretch, compare
from build_tools.model.document import Unit, UnitKind

BAR = 0.99
_WORDS = 5
_PARTS = {
    UnitKind.LETTERHEAD,
    UnitKind.TITLE,
    UnitKind.PREAMBLE,
    UnitKind.FOOTNOTE,
    UnitKind.RECIPIENTS,
    UnitKind.SIGNATURE,
}


def score(stretch: Stretch) -> dict[str, Score]:
    """All units; and the articles alone, of the act itself and quoted ones kept apart."""
    expected, found = list(_annotated(stretch)), list(_found(stretch))
    return {"outline": compare(expected, found), "articles": compare(_articles(expected), _articles(found))}


def passes(scores: dict[str, Score]) -> bool:
    """Whether the outline reaches the bar, and no article of the act itself is taken for a quoted one or reversed."""
    units = scores["outline"]
    return min(units.precision, units.recall) >= BAR and not scores["articles"].wrong and not scores["articles"].missing


def _annotated(stretch: Stretch) -> Iterator[str]:
    above: list[tuple[int, str]] = []
    for row in stretch.rows:
        indent = len(row) - len(row.lstrip())
        label, _bar, title = row.strip().partition(" | ")
        quoted, label = label.startswith('" '), label.removeprefix('" ').strip(" |")
        while above and above[-1][0] >= indent:
            above.pop()
        yield _row(label, title, above[-1][1] if above else "", quoted=quoted)
        above.append((indent, label))


def _found(stretch: Stretch) -> Iterator[str]:
    units = {unit.id: unit for unit in stretch.outline.units}
    for unit in stretch.outline.units:
        if unit.kind in _PARTS or not stretch.span.start <= unit.span.start < stretch.span.end:
            continue
        parent = units.get(unit.parent or "")
        inside = parent is not None and parent.kind not in _PARTS and parent.span.start >= stretch.span.start
        above = parent.label or "" if parent is not None and inside else ""
        yield _row(unit.label or "", _shown(unit, stretch.text), above, quoted=unit.quoted)


def _shown(unit: Unit, text: str) -> str:
    if unit.heading:
        return unit.heading
    return f"> {unit.span.of(text)[:300].strip().removeprefix(unit.label or '')}"


def _row(label: str, title: str, parent: str, *, quoted: bool) -> str:
    words = [bare for word in title.removeprefix(">").split() if (bare := word.strip(".,:;“”\"'()-"))]
    shown = f"> {' '.join(words[:_WORDS])}" if title.startswith(">") else " ".join(words)
    return f"{'“' if quoted else ''}{label.strip('“.: ')} | {shown} | in {parent.strip('“.: ') or '-'}"


def _articles(rows: list[str]) -> list[str]:
    return [row.split(" | ")[0] for row in rows if row.removeprefix("“").startswith("Điều ")]
