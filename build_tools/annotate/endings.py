"""Acts that an act puts out of force by a sentence about them: `A hết hiệu lực kể từ ngày Thông tư này có hiệu lực`."""

from __future__ import annotations

import re

from build_tools.annotate.cues import cues
from build_tools.model.citation import RelationKind
from build_tools.model.span import Span

_EFFECT = re.compile(
    r"[^;\n]{0,120}?[ \u00a0](?:từ|kể từ)[ \u00a0]ngày[ \u00a0][^;.\n]{0,40}này[ \u00a0](?:có|bắt đầu)"
)
_TAKES_EFFECT = re.compile(r"này[ \u00a0](?:có|bắt đầu)")  # as that clause ends
_REACH = 480  # characters from a citation to its end: 240 to the cue, the cue, 190 of the clause
_EFFECT_FIRST = re.compile(  # `Kể từ ngày Quyết định này có hiệu lực, Quyết định số … hết hiệu lực`
    r"[Tt]ừ[ \u00a0]ngày[ \u00a0][^;.,\n]{0,40}này[ \u00a0](?:có|bắt đầu)[ \u00a0][^;.,\n]{0,30},[ \u00a0]?"
    r"(?:các[ \u00a0])?$"
)


_NEXT_ORDER = re.compile(
    r"(?:[;,]|[ \u00a0]và)[ \u00a0](?:đồng thời[ \u00a0])?(?P<cue>bãi bỏ|hủy bỏ|huỷ bỏ|thay thế(?:[ \u00a0]cho)?)"
    r"(?:[ \u00a0](?:các|toàn bộ))*[ \u00a0]$"
)


def next_order(text: str, end: int, start: int) -> tuple[RelationKind, Span] | None:
    """`… thay thế A; bãi bỏ B`: what is ordered of the act that begins at `start`, behind one that ends at `end`."""
    match = _NEXT_ORDER.search(text, max(end, start - 40), start)
    if match is None:
        return None
    kind = RelationKind.REPLACES if match["cue"].startswith("thay") else RelationKind.REPEALS
    return kind, Span(*match.span("cue"))


def ended(text: str, start: int, end: int) -> tuple[RelationKind, Span] | None:
    """What the sentence says of the act that it names from `start`, date and issuer up to `end`, and the words for it.

    Only where the end is tied to the day on which this act takes effect: elsewhere it is told of.
    """
    first = _EFFECT_FIRST.search(text, max(0, start - 120), start)
    if not first and not _TAKES_EFFECT.search(text, end, min(len(text), end + _REACH)):
        return None
    for cue in cues("after", chained=False):
        match = cue.words.search(text, end, min(len(text), end + 240))
        if not match or re.search(r"[;\n]|\.\s", text[end : match.start()]):
            continue
        if first or _EFFECT.match(text, match.end()):
            return cue.kind, Span(match.start(), match.end())
    return None
