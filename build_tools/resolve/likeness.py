"""How alike texts are: the weighted share of their common pairs of syllables (Jaccard), rare pairs counting more.

Weights are whole numbers, so that sums do not depend on their order and every machine decides alike.

Texts that reach a threshold can be found without comparing all with all: with the pairs of each text in one order, the
rarest first, two texts as alike as that share a pair among the first ones of both ("prefix filter"; Chaudhuri, Ganti
and Kaushik, "A primitive operator for similarity joins in data cleaning", ICDE 2006).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

_SCALE = 1000


class Likeness:
    """Weights of the pairs of syllables among the texts of a family."""

    def __init__(self, texts: Iterable[frozenset[str]]) -> None:
        listed = list(texts)
        counts = Counter(shingle for each in listed for shingle in each)
        self._weights = {
            shingle: max(1, round(_SCALE * math.log((1 + len(listed)) / count))) for shingle, count in counts.items()
        }

    def weight(self, text: frozenset[str]) -> int:
        """The weight of a whole text; a pair that no text of the family has counts like one of medium rarity."""
        return sum(self._weights.get(shingle, _SCALE) for shingle in text)

    def score(self, one: frozenset[str], other: frozenset[str]) -> float:
        """From 0 to 1."""
        common = self.weight(one & other)
        union = self.weight(one) + self.weight(other) - common
        return common / union if union else 0.0

    def prefix(self, text: frozenset[str], threshold: float) -> Iterator[str]:
        """The pairs of which a text must share one with any text that is alike to it by `threshold`."""
        left = self.weight(text)
        least = left * threshold
        for shingle in sorted(text, key=lambda s: (-self._weights.get(s, _SCALE), s)):
            if left < least:
                return
            yield shingle
            left -= self._weights.get(shingle, _SCALE)
