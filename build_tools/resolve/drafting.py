"""The text of one act as later acts change it: patches over its own text, never a new text.

What an earlier change put in is patched further. Only the words that a change names are looked for.
"""

from __future__ import annotations

import re

from build_tools.model.document import Document, Unit
from build_tools.model.span import Span


class Patch:
    """At `span` of the act's text stands `text`. An empty span is an addition behind or in the unit `inside`.

    `work` and `quoted` name the quoted unit of the amending act from which the text comes.
    """

    def __init__(self, span: Span, text: str, inside: Span, work: str, quoted: str | None) -> None:
        self.span, self.text, self.inside = span, text, inside
        self.work, self.quoted = work, quoted

    def within(self, span: Span) -> bool:
        """Whether the patch belongs to the text of `span`."""
        return span.contains(self.inside if self.span.start == self.span.end else self.span)


class Draft:
    """One act's text with its patches."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.patches: list[Patch] = []

    def read(self, span: Span) -> str:
        """The words of `span` as they stand now."""
        return "".join(text for _patch, text in self._pieces(span)).strip()

    def is_changed(self, span: Span) -> bool:
        """Whether anything in `span` was changed."""
        return any(patch.within(span) for patch in self.patches)

    def covering(self, unit: Unit) -> Patch | None:
        """The patch that replaced a unit around `unit` (not `unit` itself)."""
        return next(
            (
                p
                for p in self.patches
                if p.span.start < p.span.end and p.span != unit.span and p.span.contains(unit.span)
            ),
            None,
        )

    def put(self, span: Span, text: str, work: str, quoted: str | None) -> None:
        """Replace the whole of `span`."""
        self.patches = [patch for patch in self.patches if not patch.within(span)]
        self._add(Patch(span, text, span, work, quoted))

    def add(self, behind: Unit, text: str, inside: Span, work: str, quoted: str | None) -> None:
        """Put a provision behind a unit; `inside` is the unit that holds both."""
        self._add(Patch(Span(behind.span.end, behind.span.end), f"\n{text}", inside, work, quoted))

    def exchange(self, span: Span, words: str, make: str, work: str) -> int:
        """Put `make` for every `words` within `span`; how many there were."""
        pattern = words_pattern(words, removed=not make)
        made: list[Patch] = []
        count = 0
        for patch, text in self._pieces(span):
            if isinstance(patch, Patch):
                patch.text, found = pattern.subn(make.replace("\\", r"\\"), text)
                count += found
                continue
            for match in pattern.finditer(text):
                place = Span(patch + match.start(), patch + match.end())
                made.append(Patch(place, make, place, work, None))
        for one in made:
            self._add(one)
        return count + len(made)

    def _add(self, patch: Patch) -> None:
        self.patches.append(patch)
        self.patches.sort(key=lambda one: (one.span.start, one.span.end))

    def _pieces(self, span: Span) -> list[tuple[Patch | int, str]]:
        """The text of `span` in pieces: patches, and stretches of the act's own text with where they begin."""
        pieces: list[tuple[Patch | int, str]] = []
        at = span.start
        for patch in self.patches:
            if not patch.within(span):
                continue
            if at < patch.span.start:
                pieces.append((at, self._text[at : patch.span.start]))
            pieces.append((patch, patch.text))
            at = max(at, patch.span.end)
        if at < span.end:
            pieces.append((at, self._text[at : span.end]))
        return pieces


# Two ways to set the tone mark, of which documents use both: `hoà` and `hòa`, `Uỷ` and `Ủy`.
_SECOND = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_FIRST = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_TONES = [(f(a), f(b)) for a, b in zip(_SECOND, _FIRST, strict=True) for f in (str, str.title, str.upper)]


def _spelled(word: str) -> str:
    """A word as a pattern, whichever way its tone mark is set."""
    for second, first in _TONES:
        if (second in word or first in word) and word[:1].casefold() != "q":
            variants = sorted({word.replace(first, second), word.replace(second, first)})
            return f"(?:{'|'.join(re.escape(variant) for variant in variants)})"
    return re.escape(word)


def words_pattern(words: str, *, removed: bool = False) -> re.Pattern[str]:
    """Words as they stand in a text: whole, whatever the spaces between them; those `removed` with a space before."""
    spelled = r"\s+".join(_spelled(word) for word in words.split())
    start = r"(?<!\w)" if words[:1].isalnum() else ""
    end = r"(?!\w)" if words[-1:].isalnum() else ""
    gap = r"(?:(?<=\S)[ \u00a0]+)?" if removed else ""
    return re.compile(f"{gap}{start}{spelled}{end}")
