"""The cues of relations, made into patterns from `data/relation_phrases.csv`.

A cue ends where the cited document begins; a few words that only qualify it may stand between (`thực hiện nghiêm`).
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from build_tools.data.rows import RelationPhrase
from build_tools.data.tables import relation_phrases
from build_tools.model.citation import RelationKind
from build_tools.model.span import Span

_BODY = r"[^;:\n]{2,120}?"
_FILL = (
    r"(?:(?: nghiêm túc| nghiêm| tốt| hiệu quả| có hiệu quả| đầy đủ| kịp thời|,| và| các nội dung|"
    r" một số nội dung| một số quy định| nội dung| của| các| cho| đối với| theo| một số điều| toàn bộ)*(?: tại)?)"
)


_PROVISIONS = r"(?:(?: các)? quy định(?= tại))?"  # `Bãi bỏ quy định tại Điều 5 …`


# `Bãi bỏ các Quyết định sau: Quyết định số …`, `Bãi bỏ toàn bộ 02 Quyết định do … ban hành: …`: an order names a list.
_LIST = (
    r"(?: (?:các|những|\d{1,3})(?: \([^()\n]{1,20}\))?"
    r" (?:[Qq]uyết định|[Nn]ghị quyết|[Nn]ghị định|[Cc]hỉ thị|[Tt]hông tư|[Vv]ăn bản)[^;:.\n]{0,120}:)?"
)


# `theo đề nghị của X tại các văn bản: Số 1, số 2`
_PAPERS = r"(?: (?:văn bản|tờ trình|báo cáo|công văn)(?: sau(?: đây)?)?:)?"


class Cue(Struct, frozen=True):
    """One row of the table: `before` matches a text that ends with the cue, right before a citation."""

    kind: RelationKind
    passive: bool
    chained: bool
    scope: str
    before: re.Pattern[str]
    words: re.Pattern[str]


@cache
def cues(scope: str, *, chained: bool) -> tuple[Cue, ...]:
    """The cues of one scope, in the order of the table (the first that fits counts)."""
    return tuple(cue for cue in _all() if cue.scope == scope and cue.chained == chained)


def longest_cue(text: str, start: int, end: int, among: tuple[Cue, ...]) -> tuple[Cue, Span] | None:
    """The cue that ends at `end`, not before `start`; of several the longest, then the first of the table."""
    found: tuple[Cue, Span] | None = None
    for cue in among:
        match = cue.before.search(text, start, end)
        if match and (found is None or match.start("cue") < found[1].start):
            found = (cue, Span(match.start("cue"), match.end("cue")))
    return found


@cache
def _all() -> tuple[Cue, ...]:
    return tuple(_compile(row) for row in relation_phrases())


def _compile(row: RelationPhrase) -> Cue:
    written = sorted((form.strip() for form in row.cue_vi.split(" / ")), key=len, reverse=True)
    by_this = row.direction.startswith("this")
    listed = {"enacting": _LIST, "preamble": _PAPERS, "anywhere": _LIST if by_this else ""}.get(row.scope, "")
    forms = "|".join(re.escape(form).replace(r"\ ", " ").replace("…", _BODY) for form in written)
    return Cue(
        kind=RelationKind(row.relation),
        passive="←" in row.direction,
        chained=not by_this,
        scope=row.scope,
        before=re.compile(
            rf"(?<!\w)(?P<cue>{forms}){_PROVISIONS if row.scope == 'enacting' else ''}{_FILL}{listed}\s*$",
            re.IGNORECASE,
        ),
        words=re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE),
    )
