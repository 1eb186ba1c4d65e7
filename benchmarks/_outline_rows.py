"""Units as rows: `label | title | in parent`, or `label | > first words | in parent` where a unit has no title.

In an annotation a unit stands two spaces further in than its parent; `" ` before a label marks a unit that an amending
act quotes from another act. Parents above the stretch are not compared.

Two things are a matter of convention and count as equal:

- A run-in heading (`- Thời gian: Từ ngày …`) is the title of its unit for the program and text for the annotators. A
  title found equals the annotated text where the unit's own line goes on behind the title and begins with that text.
- The mark of a footnote that stands between a label and its words (`e)10 Doanh nghiệp …`) belongs to neither.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence

from benchmarks._by_hand import Stretch
from benchmarks._scores import Score, compare
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
    expected = list(_annotated(stretch))
    found = list(_found(stretch, frozenset(expected)))
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


def _found(stretch: Stretch, expected: frozenset[str]) -> Iterator[str]:
    units = {unit.id: unit for unit in stretch.outline.units}
    starts = sorted(unit.span.start for unit in stretch.outline.units)
    notes = frozenset(unit.number or "" for unit in stretch.outline.units if unit.kind is UnitKind.FOOTNOTE)
    for unit in stretch.outline.units:
        if unit.kind in _PARTS or not stretch.span.start <= unit.span.start < stretch.span.end:
            continue
        parent = units.get(unit.parent or "")
        inside = parent is not None and parent.kind not in _PARTS and parent.span.start >= stretch.span.start
        above = parent.label or "" if parent is not None and inside else ""
        text = _row(unit.label or "", _own_text(unit, stretch.text, starts, notes), above, quoted=unit.quoted)
        if unit.heading and not (_runs_in(unit, stretch.text) and text in expected):
            yield _row(unit.label or "", unit.heading, above, quoted=unit.quoted)
        else:
            yield text


def _own_text(unit: Unit, text: str, starts: Sequence[int], notes: Container[str]) -> str:
    """The first words behind the label and the mark of a note that may stand there; an annex has no text of its own."""
    place = bisect_right(starts, unit.span.start)
    stop = min(unit.span.end, starts[place] if place < len(starts) else len(text))
    words = text[unit.span.start : stop][:300].lstrip('“«"').removeprefix(unit.label or "").strip()
    if not words or unit.kind is UnitKind.ANNEX:
        return ""
    mark = re.match(r"(\d{1,3})[.\s]\s*", words)
    return f"> {words[mark.end() :] if mark and mark[1] in notes else words}"


def _runs_in(unit: Unit, text: str) -> bool:
    """Whether the line of the unit goes on behind its title."""
    if unit.heading_span is None:
        return False
    return bool(text[unit.heading_span.end :].partition("\n")[0].strip(" .:"))


def _row(label: str, title: str, parent: str, *, quoted: bool) -> str:
    words = [bare for word in title.removeprefix(">").split() if (bare := word.strip(".,:;“”\"'()-"))]
    shown = f"> {' '.join(words[:_WORDS])}" if title.startswith(">") else " ".join(words)
    return f"{'“' if quoted else ''}{label.strip('“.: ')} | {shown} | in {parent.strip('“.: ') or '-'}"


def _articles(rows: list[str]) -> list[str]:
    return [row.split(" | ")[0] for row in rows if row.removeprefix("“").startswith("Điều ")]
