"""Whether the words of lines part into those that were kept and those that were removed, each in their order.

Exact: a word that stands both among the kept and among the removed is followed both ways. The ways over one line are
bits of a number, bit `m` for "the first `m` of its removed words were met", so that all are followed at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct

Words = Sequence[str]
Lines = Sequence[tuple[int, list[str]]]

_BLOCK: Final = 64  # words at least that are followed with one set of tables
_MOST_WAYS: Final = 256  # through lines that share a number and do not stand together


class Misfit(Struct, frozen=True):
    """The first words without a place: those expected from `line`, and those kept or removed that stand instead."""

    line: int
    expected: Words
    found: Words


class _Run(Struct, frozen=True):
    """Lines of one number that stand together; `last` where no others follow."""

    number: int
    words: list[str]
    last: bool


class _Way(Struct, frozen=True):
    """How many words are kept so far, and how many removed ones were met of each number whose lines go on later."""

    position: int = 0
    met: tuple[tuple[int, int], ...] = ()


def first_misfit(lines: Lines, kept: Words, removed: dict[int, list[str]]) -> Misfit | None:
    """The first word of the numbered `lines` that is neither next in `kept` nor next in `removed` of its number.

    Also words of `kept` and `removed` that no line holds; `None` where everything has its place.
    """
    ways = {_Way()}
    number = 1
    for run in _runs(lines):
        number = run.number
        outcomes = [_follow(run, way, kept, removed.get(number, [])) for way in sorted(ways, key=_order)]
        ways = {further for outcome in outcomes if not isinstance(outcome, Misfit) for further in outcome}
        if not ways:
            return next(outcome for outcome in outcomes if isinstance(outcome, Misfit))
        ways = set(sorted(ways, key=_order)[:_MOST_WAYS])
    if not any(way.position == len(kept) for way in ways):
        return Misfit(number, [], kept[max(way.position for way in ways) :])
    seen = {number for number, _ in lines}
    return next((Misfit(line, [], rest) for line, rest in sorted(removed.items()) if rest and line not in seen), None)


def _order(way: _Way) -> tuple[int, tuple[tuple[int, int], ...]]:
    return (-way.position, way.met)


def _runs(lines: Lines) -> Iterator[_Run]:
    parts = [(number, list(group)) for number, group in groupby(lines, key=lambda line: line[0])]
    ends = {number: index for index, (number, _) in enumerate(parts)}
    for index, (number, group) in enumerate(parts):
        words = group[0][1] if len(group) == 1 else [word for _, part in group for word in part]
        yield _Run(number, words, last=ends[number] == index)


def _follow(run: _Run, way: _Way, kept: Words, removed: list[str]) -> list[_Way] | Misfit:
    """The ways on behind `run`."""
    met = dict(way.met)
    before = met.pop(run.number, 0)
    gone = removed[before:] if before else removed
    counts, at, least = _counts(run.words, kept, way.position, gone)
    if not counts:
        return Misfit(run.number, run.words[at:], kept[way.position + at - least :])
    if run.last:
        if counts[-1] < len(gone):
            return Misfit(run.number, [], gone[counts[-1] :])
        return [_Way(way.position + len(run.words) - len(gone), tuple(met.items()))]
    return [
        _Way(way.position + len(run.words) - count, tuple(sorted({**met, run.number: before + count}.items())))
        for count in counts
    ]


def _counts(words: list[str], kept: Words, start: int, gone: list[str]) -> tuple[list[int], int, int]:
    """How many of `gone` may have been met over `words`, the others being those of `kept` from `start` on.

    With them the place behind the words, or of the one that no way gets over, and the least that was met before it.
    """
    low, ways, at = 0, 1, 0
    while at < len(words):
        if ways == 1:
            until = _next_of(gone, low, words, at)
            own, expected = kept[start + at - low : start + until - low], words[at:until]
            if own != expected:
                return [], at + _agreeing(own, expected), low
            at = until
        block = words[at : at + max(_BLOCK, ways.bit_length())]
        ways, done = _over(block, kept, start + at - low, gone[low : low + len(block) + ways.bit_length()], ways)
        at += done
        if not ways:
            return [], at, low
        lowest = (ways & -ways).bit_length() - 1
        low, ways = low + lowest, ways >> lowest
    return [low + bit for bit in range(ways.bit_length()) if ways >> bit & 1], at, low


def _next_of(gone: list[str], met: int, words: list[str], at: int) -> int:
    """The place of the next word that may be a removed one."""
    try:
        return words.index(gone[met], at)
    except (IndexError, ValueError):
        return len(words)


def _agreeing(one: Words, other: Words) -> int:
    """How many words both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))


def _over(block: list[str], kept: Words, position: int, gone: Words, ways: int) -> tuple[int, int]:
    """The ways behind `block`, and how many of its words were followed: fewer where no way is left.

    Bit `m` of `ways`: `m` words of `gone` were met, so that the next word kept is `kept[position - m]`.
    """
    first = position - len(gone)
    stays = _places(reversed(kept[max(0, first) : position + len(block)]))
    goes = _places(gone)
    short = max(0, position + len(block) - len(kept))  # words of the block that lie behind all kept ones
    for index, word in enumerate(block):
        same = stays.get(word, 0)
        shift = len(block) - 1 - index - short
        same = same >> shift if shift >= 0 else same << -shift
        ways = (ways & same) | ((ways & goes.get(word, 0)) << 1)
        if not ways:
            return 0, index
    return ways, len(block)


def _places(words: Iterable[str]) -> dict[str, int]:
    """The places of each word, as bits."""
    places: dict[str, int] = {}
    for index, word in enumerate(words):
        places[word] = places.get(word, 0) | 1 << index
    return places
