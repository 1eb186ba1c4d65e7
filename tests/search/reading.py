"""Reads an index back, in Python: for tests only."""

from __future__ import annotations

import json
from collections import defaultdict

from build_tools.search.digits import decode


class Index:
    """The content of index files as plain tables."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.parts: dict[str, dict[int, object]] = defaultdict(dict)
        self.stamps: set[str] = set()
        for data in files.values():
            call = data.decode()
            assert call.startswith("phobienSearch.put(")
            assert call.endswith(");\n")
            kind, number, stamp, body = json.loads(f"[{call[len('phobienSearch.put(') : -3]}]")
            self.parts[kind][number] = body
            self.stamps.add(stamp)
        self.meta = self.parts["meta"][0]

    def postings(self) -> dict[tuple[str, str], dict[int, tuple[int, bool, list[int]]]]:
        """For each fold and form: passage → (times, in the heading, positions)."""
        found: dict[tuple[str, str], dict[int, tuple[int, bool, list[int]]]] = {}
        for number, shard in self.parts["s"].items():
            for key, row in shard.items():
                if key.startswith("#"):
                    continue
                for order in range(len(row) // 3):
                    spelled, count, passages = row[3 * order : 3 * order + 3]
                    places = [] if key[0] in "=@" else decode(self.parts["p"][number][key][order])
                    entry = _passages(decode(passages), places)
                    assert len(entry) == count
                    found[key, spelled or key] = entry
        return found

    def texts(self) -> list[tuple[str, str, str]]:
        """Url, title and text of each passage, in order."""
        rows: list[tuple[str, str, str]] = []
        for number in sorted(self.parts["t"]):
            for page, _document, _symbol, first, words in self.parts["t"][number]:
                assert first == len(rows)
                for at in range(0, len(words), 3):
                    anchor, title, text = words[at : at + 3]
                    rows.append((f"{page}#{anchor}" if anchor else page, title, text))
        return rows


def _passages(numbers: list[int], places: list[int]) -> dict[int, tuple[int, bool, list[int]]]:
    found: dict[int, tuple[int, bool, list[int]]] = {}
    at, passage, step = 0, -1, 0
    while at < len(numbers):
        passage += (numbers[at] >> 1) + 1
        times, heading = 1, False
        if numbers[at] & 1:
            at += 1
            times, heading = numbers[at] >> 1, bool(numbers[at] & 1)
        at += 1
        row, place = [], 0
        for _ in range(times if places else 0):
            place += places[step]
            row.append(place)
            step += 1
        found[passage] = (times, heading, row)
    assert step == len(places)
    return found
