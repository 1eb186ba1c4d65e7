"""Which passage contains which word, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from build_tools.search.digits import encode
from build_tools.search.passage import SearchPassage
from build_tools.search.tokens import compact, token, words

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
        step = passage - self.last - 1 << 1
        self.last = passage
        self.count += 1
        if len(places) <= 1 and not heading:
            self.passages.append(encode(step))
        else:
            self.passages.append(encode(step | 1) + encode(len(places) << 1 | heading))
        before = 0
        for place in places:
            self.positions.append(encode(place - before))
            before = place


class Postings:
    """The postings of all passages, added in the order of their numbers."""

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, _Row]] = {}
        self._by_word: dict[str, _Row] = {}

    def add(self, number: int, passage: SearchPassage) -> int:
        """Add one passage and return how many words it has."""
        heading = self._rows_of(passage.title)
        text = self._rows_of(passage.text)
        where: dict[_Row, list[int]] = {}
        for place, row in enumerate(heading):
            where.setdefault(row, []).append(place)
        headed = len(where)
        for place, row in enumerate(text, start=len(heading) + GAP if heading else 0):
            if row in where:
                where[row].append(place)
            else:
                where[row] = [place]
        for order, (row, places) in enumerate(where.items()):
            row.add(number, places, heading=order < headed)
        for key in {f"={compact(cited) or cited}" for cited in passage.cites}:
            self._row(key, key).add(number)
        for key in {f"@{role}" for role, _name in passage.roles}:
            self._row(key, key).add(number)
        return len(heading) + len(text)

    def _rows_of(self, text: str) -> list[_Row]:
        """The rows of the words of `text` in order. Each is taken apart once, when first met as written."""
        known, found = self._by_word, words(text)
        for word in found:
            if word not in known:
                item = token(word)
                known[word] = self._row(item.fold, item.form)
        return [known[word] for word in found]

    def _row(self, fold: str, form: str) -> _Row:
        return self._rows.setdefault(fold, {}).setdefault(form, _Row())

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
