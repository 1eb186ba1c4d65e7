"""An issuer that is written once for a list: before it (`các Quyết định của UBND tỉnh: số 1, số 2`) or behind it.

A proposer has issued all the papers that it sent (`theo đề nghị của Sở A tại Tờ trình số 1 và Báo cáo số 2`).
It is shared only among documents whose symbols have the same letters and that nothing but commas, *và* and dates part;
behind a list only where it is a local body: the letters of a symbol name a central one anyway.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from build_tools.annotate.surroundings import read_after, read_before
from build_tools.model.citation import Citation, CitationKind

_NEXT = r"[ \u00a0]*(?:và|cùng|hoặc)?[ \u00a0]*(?:các[ \u00a0])?(?:số[ \u00a0]*:?[ \u00a0]*)?"
_BEHIND_HEAD = re.compile(rf"[ \u00a0]*[,;]?{_NEXT}")
_BEFORE_TAIL = re.compile(rf"[ \u00a0]*,?{_NEXT}")


def with_shared_issuers(text: str, citations: tuple[Citation, ...], headed: set[int]) -> tuple[Citation, ...]:
    """The citations of a list with the issuer that heads or closes it; `headed` are the ends of those that head one."""
    found = list(citations)
    places = [place for place, citation in enumerate(found) if citation.kind is CitationKind.DOCUMENT]
    heads = {place for place in places if found[place].span.end in headed}
    for before, place in pairwise(places):
        if before in heads and _joined(text, found[before], found[place], _BEHIND_HEAD):
            found[place] = _with_issuer(found[place], found[before])
            heads.add(place)
    sent = {place for place in places if found[place].issuer and read_before(text, found[place].span.start)[1]}
    for before, place in pairwise(places):
        if before in sent and _is_of_one_sender(text, found[before], found[place]):
            found[place] = _with_issuer(found[place], found[before])
            sent.add(place)
    for before, place in reversed(list(pairwise(places))):
        if found[place].place and _joined(text, found[before], found[place], _BEFORE_TAIL):
            found[before] = _with_issuer(found[before], found[place])
    return tuple(found)


def _joined(text: str, first: Citation, second: Citation, gap: re.Pattern[str]) -> bool:
    """Whether the two, of one type and one issuer's letters, stand side by side in a list."""
    return _letters(first) == _letters(second) and _beside(text, first, second, gap)


def _beside(text: str, first: Citation, second: Citation, gap: re.Pattern[str] = _BEHIND_HEAD) -> bool:
    if first.span.end > second.span.start:
        return False
    around = read_after(text, first.span.end)
    return around.issuer is None and gap.fullmatch(text, around.end, second.span.start) is not None


def _letters(citation: Citation) -> tuple[str | None, str]:
    return citation.type_name, (citation.symbol or "").rpartition("/")[2]


def _is_of_one_sender(text: str, first: Citation, second: Citation) -> bool:
    """Whether the two stand side by side and their symbols end with the same body (`12/TTr-STC`, `14/BC-STC`)."""
    sender = _letters(first)[1].partition("-")[2]
    return bool(sender) and sender == _letters(second)[1].partition("-")[2] and _beside(text, first, second)


def _with_issuer(citation: Citation, other: Citation) -> Citation:
    return citation if citation.issuer else replace(citation, issuer=other.issuer, place=other.place)
