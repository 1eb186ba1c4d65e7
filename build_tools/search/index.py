"""Builds the index: files that a page loads piece by piece with `<script src>`, so that it works on `file://`.

Below `tim-kiem/`:

`meta.js`    how many pages and passages there are, their lengths and nesting, what to filter by, and the first key
             of each shard: all that is loaded for every query
`s/<n>.js`   postings: for each fold, and under it each form, the passages that contain it
`p/<n>.js`   positions, in the order of the postings, without the passage numbers: loaded for several words only
`t/<n>.js`   the words of the passages, for the results that are shown

Shards follow the order of the keys, so that all words with a common beginning lie together. Besides folds there are
four kinds of keys that no word can be: `#132` (works with this number), `=132qdtw` (passages that cite this work),
`@<role>` (passages that concern this role) and `~so tu phap` (pages whose subject has this name).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from build_tools.search.digits import encode_all
from build_tools.search.passage import SearchPassage
from build_tools.search.postings import Postings
from build_tools.search.tokens import tokens

FOLDER = "tim-kiem"
VERSION = 1
SHARD_SIZE = 48_000
"""Characters of postings in a shard: small enough to load at once from a slow disk, large enough to be few files."""
TEXT_SIZE = 32_000
LONGEST_LENGTH = 255


def build_index(passages: Iterable[SearchPassage]) -> dict[str, bytes]:
    """The index files of `passages`, by their path in the site; the same passages give the same bytes.

    Passages of one page must come one after another; a page's first passage stands for the page.
    """
    items = list(passages)
    pages = [list(group) for _, group in groupby(items, key=lambda item: item.page)]
    postings = Postings()
    lengths = [postings.add(number, item) for number, item in enumerate(items)]
    bodies: dict[tuple[str, int], str] = {}
    keys: list[str] = []
    for number, (where, places) in enumerate(postings.shards(SHARD_SIZE, _numbers(items) | _names(items))):
        keys.append(next(iter(where)))
        bodies["s", number] = _literal(where)
        bodies["p", number] = _literal(places)
    firsts: list[int] = []
    for number, (first, body) in enumerate(_texts(pages)):
        firsts.append(first)
        bodies["t", number] = _literal(body)
    bodies["meta", 0] = _literal(_meta(pages, lengths, keys, firsts))
    return _scripts(bodies)


def _scripts(bodies: dict[tuple[str, int], str]) -> dict[str, bytes]:
    """The files: each a call that hands its body to the page, with a stamp that all files of one index share.

    A browser may have kept a file of an earlier index; by the stamp it notices that the two do not belong together.
    """
    digest = sha256()
    for body in bodies.values():
        digest.update(body.encode())
    stamp = digest.hexdigest()[:12]
    return {
        f"{FOLDER}/meta.js" if kind == "meta" else f"{FOLDER}/{kind}/{number}.js": (
            f'phobienSearch.put("{kind}",{number},"{stamp}",{body});\n'.encode()
        )
        for (kind, number), body in bodies.items()
    }


def _meta(pages: list[list[SearchPassage]], lengths: list[int], keys: list[str], texts: list[int]) -> dict[str, object]:
    heads = [page[0] for page in pages]
    kinds = sorted({head.kind for head in heads} - {""})
    places = sorted({head.place for head in heads} - {""})
    families = sorted({head.family for head in heads} - {""})
    roles = sorted({role for page in pages for item in page for role in item.roles}, key=lambda role: role[::-1])
    return {
        "version": VERSION,
        "counts": encode_all(len(page) for page in pages),
        "spans": encode_all(span for page in pages for span in _spans(page)),
        "lengths": encode_all(min(length, LONGEST_LENGTH) for length in lengths),
        "heads": encode_all(len(tokens(head.title)) for head in heads),
        "held": "".join("1" if head.held else "0" for head in heads),
        "kinds": kinds,
        "kind": _indexes(kinds, [head.kind for head in heads]),
        "places": places,
        "place": _indexes(places, [head.place for head in heads]),
        "families": families,
        "family": _indexes(families, [head.family for head in heads]),
        "roles": roles,
        "keys": keys,
        "texts": texts,
    }


def _indexes(names: list[str], values: list[str]) -> str:
    """For each value its place in `names` counted from 1, 0 for none, as digits."""
    index = {name: number for number, name in enumerate(names, start=1)}
    return encode_all(index.get(value, 0) for value in values)


def _spans(page: list[SearchPassage]) -> list[int]:
    """For each passage of a page, how many of those that follow lie inside it."""
    spans = [0] * len(page)
    stack: list[int] = []
    for number, item in enumerate(page):
        while stack and page[stack[-1]].depth >= item.depth:
            top = stack.pop()
            spans[top] = number - top - 1
        stack.append(number)
    for top in stack:
        spans[top] = len(page) - top - 1
    return spans


def _numbers(items: list[SearchPassage]) -> dict[str, list[object]]:
    """The keys `#<number>`: symbol, type word and passage of each page whose work bears that number."""
    rows: dict[str, list[object]] = {}
    seen: set[str] = set()
    for number, item in enumerate(items):
        if not item.symbol or item.page in seen:
            continue
        seen.add(item.page)
        words = [token.fold for token in tokens(item.symbol)]
        if words and words[0][0].isdigit():
            kind = " ".join(token.fold for token in tokens(item.type_name or ""))
            rows.setdefault(f"#{words[0]}", []).extend((" ".join(words), kind, number))
    return rows


def _names(items: list[SearchPassage]) -> dict[str, list[object]]:
    """The keys `~<name>`: the first passage of each page whose subject has that name."""
    rows: dict[str, list[object]] = {}
    for number, item in enumerate(items):
        for name in item.names:
            key = " ".join(token.fold for token in tokens(name))
            row = rows.setdefault(f"~{key}", [])
            if key and number not in row:
                row.append(number)
    return {key: row for key, row in rows.items() if row}


def _texts(pages: list[list[SearchPassage]]) -> Iterator[tuple[int, list[object]]]:
    """Shards of text with the number of their first passage; a page's head is repeated where a page is split."""
    number, first, size = 0, 0, 0
    body: list[object] = []
    for page in pages:
        head = page[0]
        rows: list[str] = []
        body.append([head.page, head.document, head.symbol or "", number, rows])
        for item in page:
            if size >= TEXT_SIZE:
                yield first, [row for row in body if isinstance(row, list) and row[4]]
                first, size, rows = number, 0, []
                body = [[head.page, head.document, head.symbol or "", number, rows]]
            rows += (item.anchor, item.title, item.text)
            size += len(item.title) + len(item.text)
            number += 1
    if body:
        yield first, body


def _literal(body: object) -> str:
    """`body` as a literal of JavaScript."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
