"""Words in quotation marks that an order puts in, takes out or exchanges."""

from __future__ import annotations

import re

from msgspec import Struct

from build_tools.annotate.changes.masking import Masked
from build_tools.annotate.changes.orders import Order
from build_tools.annotate.changes.phrases import object_words
from build_tools.model.change import ChangePart
from build_tools.model.span import Span

SWAP = re.compile(r"(?<!\w)(?:bằng|thành)(?!\w)")
_AHEAD = re.compile(r"trước")
_EVERYWHERE = re.compile(r"(?:trong|tại)\s+(?:toàn bộ|tất cả|các điều, khoản)(?!\w)")


class Phrases(Struct, frozen=True):
    """One exchange of words: what goes, what comes, and beside which words it comes."""

    old: Span | None
    new: Span | None
    anchor: Span | None = None
    ahead: bool = False


def has_phrases(masked: Masked, order: Order) -> bool:
    """Whether the order concerns words in quotation marks."""
    zone = masked.text[order.zone.start - masked.start : order.zone.end - masked.start]
    return bool(re.match(rf"\s*(?:các\s+)?{object_words('words')}\s*[“\"«]", zone, re.IGNORECASE))


def is_everywhere(masked: Masked, order: Order) -> bool:
    """Whether words are to be changed wherever they stand in the act."""
    zone = masked.text[order.zone.start - masked.start : order.zone.end - masked.start]
    return bool(_EVERYWHERE.search(zone))


def is_passage(masked: Masked, order: Order) -> bool:
    """Whether the order begins with words for a part of an act that is described, not numbered."""
    zone = masked.text[order.zone.start - masked.start : order.zone.end - masked.start]
    return bool(re.match(rf"\s*(?:các\s+)?{object_words(ChangePart.PASSAGE)}(?!\w)", zone, re.IGNORECASE))


def read_phrases(masked: Masked, order: Order, *, adds: bool, removes: bool) -> tuple[Phrases, ...]:
    """The exchanges of words; empty where it is not said clearly which words stand for which."""
    quoted = [q for q in masked.quoted if order.zone.start <= q.start and q.end <= order.zone.end]
    inner = [Span(q.start + 1, q.end - 1) for q in quoted]
    gaps = [
        masked.text[(quoted[i - 1].end if i else order.zone.start) - masked.start : q.start - masked.start]
        for i, q in enumerate(quoted)
    ]
    if removes:
        return tuple(Phrases(span, None) for span in inner)
    if adds:
        return _added(inner, gaps)
    groups: list[tuple[list[Span], list[Span]]] = []
    for span, gap in zip(inner, gaps, strict=True):
        comes = bool(SWAP.search(gap))
        if not groups or (not comes and groups[-1][1]):
            groups.append(([], []))
        groups[-1][1 if comes or groups[-1][1] else 0].append(span)
    if any(not olds or len(news) != 1 for olds, news in groups):
        return ()
    return tuple(Phrases(old, news[0]) for olds, news in groups for old in olds)


def _added(inner: list[Span], gaps: list[str]) -> tuple[Phrases, ...]:
    if len(inner) == 1:
        return (Phrases(None, inner[0]),)
    if len(inner) == 2 and re.search("sau|trước", gaps[1]):
        return (Phrases(None, inner[0], anchor=inner[1], ahead=bool(_AHEAD.search(gaps[1]))),)
    return ()
