"""Lines that only name annexes: tables of contents, and what a report lists as its own annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from build_tools.structure.annex_titles import LISTED


class Annex(Struct, frozen=True):
    """An annex begins at line `first`; `label` is as written, `title` the range of the lines of its heading."""

    first: int
    label: str
    number: str | None
    heading: str | None
    title: range
    is_form: bool
    slug: str
    marked: bool = True  # by the word Phụ lục or Mẫu; not so a document that the act enacts

    def lies_in(self, other: Annex) -> bool:
        """Whether this annex is a part of `other`: a form of an annex, or `Phụ lục I.1` of `Phụ lục I`."""
        if self.is_form:
            return not other.is_form
        return bool(self.number and other.number and self.number.startswith(f"{other.number}."))


def without_lists(found: list[Annex]) -> list[Annex]:
    """Annexes without those that a table of contents only names.

    They stand close together, and repeat where the annex itself begins (which a part of a long document may lack).
    """
    kept: list[Annex] = []
    names = _names(found)
    last = {name: position for position, name in enumerate(names)}
    dropped: Annex | None = None
    for position, annex in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        before = found[position - 1] if position else None
        close = following is not None and following.first - annex.first <= LISTED
        near_before = before is not None and annex.first - before.first <= LISTED
        repeats = last[names[position]] > position and (close or near_before)
        listed = annex.is_form and near_before and (close or (dropped is before and _succeeds(before, annex)))
        first_of_list = annex.is_form and close and following is not None and following.is_form
        if repeats or listed or first_of_list:
            dropped = annex
        else:
            kept.append(annex)
    return kept


def without_named(found: list[Annex]) -> list[Annex]:
    """Annexes without those that a report lists as its own, one below the other (`Phụ lục 1: Quyết định …`)."""
    named = {
        index for place, (one, two) in enumerate(pairwise(found)) if _lists(one, two) for index in (place, place + 1)
    }
    return [annex for index, annex in enumerate(found) if index not in named]


def _lists(annex: Annex, following: Annex) -> bool:
    if annex.is_form or following.is_form:
        return False
    if not (annex.marked and following.marked and following.heading) or len(annex.title) > 1:
        return False
    return len(following.title) == 1 and following.first == annex.first + 1


def _names(found: Sequence[Annex]) -> list[tuple[int, str]]:
    """What a list calls the annexes: `Mẫu số 1` and `Biểu số 1` are two, and so are the `Mẫu số 1` of two annexes."""
    names: list[tuple[int, str]] = []
    annexes = 0
    for annex in found:
        annexes += not annex.is_form
        names.append((annexes, annex.label.casefold()) if annex.is_form else (0, annex.slug))
    return names


def _succeeds(before: Annex | None, annex: Annex) -> bool:
    """Whether the number of an annex is the next one: the real `Mẫu số 1` below a list begins anew."""
    numbers = [int(digits[-1]) if (digits := re.findall(r"\d+", a.number or "")) else 0 for a in (before, annex) if a]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1
