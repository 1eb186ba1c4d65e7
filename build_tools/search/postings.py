"""Which passage contains which word, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.search.digits import encode
from build_tools.search.passage import SearchPassage
from build_tools.search.tokens import Token, compact, tokens

GAP = 8
"""Positions left free between heading and text: no phrase crosses it."""

Shard = dict[str, list[object]]


class _Row:
    """The postings of one form, growing."""

    __slots__ = ("count", "last", "passages", "positions")

    def __init__(self) -> None:
        self.passages: list[str] = []
        self.positions: list[str] = []
        self.last = -1
        self.count = 0

    def add(self, passage: int, places: Sequence[int] = (), *, heading: bool = False) -> None:
        """Add a posting: the step from the passage before, doubled, plus 1 if a second number follows.

        The second number is how often the word occurs, doubled, plus 1 if it stands in the heading. Without it the
        word occurs once, in the text.
        """
        step = passage - self.last - 1
        if len(places) <= 1 and not heading:
            self.passages.append(encode(step << 1))
        else:
            self.passages.append(encode(step << 1 | 1) + encode(len(places) << 1 | heading))
        before = 0
        for place in places:
            self.positions.append(encode(place - before))
            before = place
        self.last = passage
        self.count += 1


class Postings:
    """The postings of all passages, added in the order of their numbers."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, _Row]] = {}

    def add(self, number: int, passage: SearchPassage) -> int:
        """Add one passage and return how many words it has."""
        heading = tokens(passage.title)
        text = tokens(passage.text)
        where: dict[Token, list[int]] = {}
        for place, word in enumerate(heading):
            where.setdefault(word, []).append(place)
        headed = len(where)
        begin = len(heading) + GAP if heading else 0
        for place, word in enumerate(text, start=begin):
            where.setdefault(word, []).append(place)
        for order, (word, places) in enumerate(where.items()):
            self._row(word.fold, word.form).add(number, places, heading=order < headed)
        for key in sorted({f"={compact(cited) or cited}" for cited in passage.cites}):
            self._row(key, key).add(number)
        for key in sorted({f"@{role}" for role, _ in passage.roles}):
            self._row(key, key).add(number)
        return len(heading) + len(text)

    def _row(self, fold: str, form: str) -> _Row:
        forms = self._rows.setdefault(fold, {})
        row = forms.get(form)
        if row is None:
            row = forms[form] = _Row()
        return row

    def shards(self, size: int, extra: dict[str, list[object]]) -> Iterator[tuple[Shard, Shard]]:
        """Postings and positions in the order of their keys, cut after about `size` characters of postings.

        Under each key: a form, how many passages have it, its digits, and so on for the next form. `extra` are keys
        with rows of their own.
        """
        where: Shard = {}
        places: Shard = {}
        filled = 0
        for key in sorted({*self._rows, *extra}, key=_script_order):
            if filled >= size:
                yield where, places
                where, places, filled = {}, {}, 0
            if key in extra:
                where[key] = extra[key]
                filled += 40 * len(extra[key])
                continue
            where[key] = []
            places[key] = []
            for form, row in sorted(self._rows[key].items()):
                passages = "".join(row.passages)
                where[key] += ("" if form == key else form, row.count, passages)
                places[key].append("".join(row.positions))
                filled += len(passages)
        if where:
            yield where, places


def _script_order(key: str) -> bytes:
    """The order in which the browser compares strings: by units of UTF-16."""
    return key.encode("utf-16-be")
