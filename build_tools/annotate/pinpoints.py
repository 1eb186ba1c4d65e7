"""Pin-points: `điểm a, b khoản 1 và khoản 2 Điều 5`, `Điều 4, khoản 2`, `khoản này`.

A chain of unit words is read from its end (the widest unit comes last, Decree 34/2016/NĐ-CP, Article 75); each unit
that has no narrower one directly before it is a target with a span of its own. Party and lay texts also write from
wide to narrow with commas.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from build_tools.model.citation import Pinpoint
from build_tools.model.span import Span


class Target(Struct, frozen=True):
    """One unit that a chain names, with the words that name it alone."""

    span: Span
    pinpoint: Pinpoint


class Chain(Struct, frozen=True):
    """Unit words that belong together. `this` is the level named with *này* at its end (`khoản 2 Điều này`)."""

    span: Span
    targets: tuple[Target, ...]
    this: str | None = None
    widest: str = ""


LEVELS = ("item", "point", "clause", "article", "subsection", "section", "chapter", "part", "annex")  # narrow to wide
_RANKS = {level: rank for rank, level in enumerate(LEVELS)}
_WORDS = {
    "tiết": "item",
    "tiểu điểm": "item",
    "điểm": "point",
    "khoản": "clause",
    "điều": "article",
    "tiểu mục": "subsection",
    "mục": "section",
    "chương": "chapter",
    "phần": "part",
    "phụ lục": "annex",
}
_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[a-zđ]?\d?|[IVXL]{1,6}(?:[a-zđ]|(?:\.\d{1,2}){0,2})|[a-zđ]\d{0,2}|[A-E]|thứ \w{2,4})"
    r"(?![\wÀ-ỹ]|/|\.\d|\.[a-zđ](?!\w))"
)
_MORE = rf"(?:[ \u00a0]?(?:,[ \u00a0]?|(?:;| và| hoặc| đến|, và)[ \u00a0](?:đến )?){_NUMBER})"
TOKEN = (
    re.compile(  # tiết, tiểu điểm, điểm, điều, tiểu mục, khoản, chương, phần, mục: by first letter, then by the second
        r"([TtĐđÐKkMmCcPp](?:i(?:(?<=[Tt]i)(?:ết|ểu điểm|ểu mục)|(?<=[ĐđÐ]i)(?:ểm|ều))|"
        r"h(?:(?<=[Kk]h)oản|(?<=[Cc]h)ương|(?<=[Pp]h)ần)|ụ(?<=[Mm]ụ)c))(?::?[ \u00a0]{1,2}|(?=\d))"
        rf"(?:(này)(?!\w)|(?:từ[ \u00a0])?({_NUMBER}{_MORE}{{0,30}}))"
    )
)
# Annexes number anew in every style: I, IIA, I.10, 4, 01, 2a, A.
_ANNEX_NUMBER = r"(?:(?:[IVXL]{1,6}[A-E]?|\d{1,2}[A-Ea-e]?)(?:\.\d{1,2}){0,2}|[A-E])(?![\wÀ-ỹ]|[/-]\w)"
_MORE_ANNEXES = rf"(?:[ \u00a0]?(?:,[ \u00a0]?|(?:;| và| hoặc| đến|, và)[ \u00a0](?:đến )?){_ANNEX_NUMBER})"
_ANNEX = re.compile(rf"([Pp]hụ [Ll]ục)(?: số)?[ \u00a0]{{1,2}}(?:(này)(?!\w)|({_ANNEX_NUMBER}{_MORE_ANNEXES}{{0,30}}))")
_ONE = {"annex": re.compile(_ANNEX_NUMBER)} | dict.fromkeys(LEVELS[:-1], re.compile(rf"(?<!\w){_NUMBER}"))
_GAP = re.compile(
    r"[ \u00a0]{0,2}(?:,|;|[-–](?=[ \u00a0]))?[ \u00a0]{0,2}"
    r"(?:(?:và|hoặc|của|tại|thuộc|đến|từ|, và)[ \u00a0]{1,2})?(?:vào[ \u00a0](?:sau|trước)[ \u00a0])?"
    r"(?:(?:bổ sung|bãi bỏ)[ \u00a0])?(?:các[ \u00a0])?"
    r"(?:(?:(?:tiết|điểm|khoản|điều)[ \u00a0])?từ[ \u00a0])?"
)
_PLAIN_GAP = re.compile(r"[ \u00a0]{1,2}(?:[-–][ \u00a0])?(?:của |tại |thuộc |vào (?:cuối )?)?(?:các )?")
_COUNTED = re.compile(
    r"[ \u00a0](?:ngày|tháng|năm|quý|tuần|giờ|phút|người|đồng|triệu|tỷ|lần|m|km|ha|%|phần trăm)(?!\w)|%"
)
_SHAPES = {
    "item": re.compile(r"\w{1,3}|\d+(?:\.\d+)*"),
    "point": re.compile(r"[a-zđ]\d{0,2}|\d{1,2}(?:[a-zđ]|(?:\.\d+)*)"),
    "clause": re.compile(r"\d{1,3}[a-zđ]?\d?"),
    "article": re.compile(r"\d{1,3}[a-zđ]?\d?"),
    "subsection": re.compile(r"\d{1,2}(?:\.\d{1,2})*|[IVXL]+"),
    "section": re.compile(r"\d{1,2}(?:\.\d{1,2})*|[IVXL]+(?:\.\d{1,2})*|[A-E]"),
    "chapter": re.compile(r"[IVXL]+[a-zđ]?|\d{1,2}"),
    "part": re.compile(r"[IVXL]+|\d{1,2}|thứ \w+|[A-E]"),
    "annex": re.compile(_ANNEX_NUMBER),
}


class _Token(Struct, frozen=True):
    start: int
    end: int
    level: str
    this: bool
    numbers: tuple[tuple[int, int, str], ...]


def find_chains(text: str, *, annexes: bool = False) -> list[Chain]:
    """The chains in `text`, in order. Whether one refers to a unit of another document is for the caller to see.

    With `annexes` the annex is one more level (`Mục II Phụ lục I`); without, a chain ends before it.
    """
    chains: list[Chain] = []
    run: list[_Token] = []
    found = [*TOKEN.finditer(text), *(_ANNEX.finditer(text) if annexes else ())]
    for match in sorted(found, key=re.Match.start) if annexes else found:
        if match.start() and text[match.start() - 1].isalnum():
            continue
        token = _token(text, match)
        if token is None:
            continue
        if run and (run[-1].this or not _GAP.fullmatch(text, run[-1].end, token.start)):
            chains.append(_chain(text, run))
            run = []
        run.append(token)
    if run:
        chains.append(_chain(text, run))
    return chains


def _token(text: str, match: re.Match[str]) -> _Token | None:
    level = _WORDS[" ".join(match[1].lower().replace("ð", "đ").split())]
    if match[2]:
        return _Token(match.start(), match.end(), level, this=True, numbers=())
    numbers: list[tuple[int, int, str]] = []
    for one in _ONE[level].finditer(text, match.start(3), match.end(3)):
        if not _SHAPES[level].fullmatch(one[0]) or (numbers and _COUNTED.match(text, one.end())):
            break
        numbers.append((one.start(), one.end(), one[0]))
    if not numbers:
        return None
    return _Token(match.start(), numbers[-1][1], level, this=False, numbers=tuple(numbers))


def _chain(text: str, run: list[_Token]) -> Chain:
    """Read a run of unit words from its end; see the module's first lines."""
    wider: dict[str, str] = {}
    targets: list[Target] = []
    index = len(run) - 1
    while index >= 0:
        token = run[index]
        rank = _RANKS[token.level]
        wider = {level: number for level, number in wider.items() if _RANKS[level] > rank}
        first = index
        if not token.this:
            if _has_narrower_before(text, run, index):
                targets += _other_parents(text, run, index, wider)
                wider[token.level] = token.numbers[0][2]
            else:  # a unit of its own: what stands before it is not inside it (`Điều 6 và Phụ lục I`)
                last = index == len(run) - 1  # `Mục 2, Điều 9, Điều 11` is a list, `Điều 4, khoản 2` is not
                first = _first_of_wider(text, run, index) if last else index
                context = wider | {run[at].level: run[at].numbers[0][2] for at in range(first, index)}
                targets += _leaves(text, run, first, index, context)
        index = first - 1
    span = Span(run[0].start, run[-1].end)
    widest = max((token.level for token in run), key=_RANKS.__getitem__)
    this = run[-1].level if run[-1].this else None
    return Chain(span, tuple(sorted(targets, key=lambda target: target.span)), this, widest)


def _has_narrower_before(text: str, run: list[_Token], index: int) -> bool:
    """Whether the token is the parent of the one before it (`khoản 2` + `Điều 5`, joined by a space)."""
    if index == 0:
        return False
    token, before = run[index], run[index - 1]
    if _RANKS[before.level] >= _RANKS[token.level]:
        return False
    joined = text[before.end : token.start]
    if _PLAIN_GAP.fullmatch(joined):
        return True
    if token.level == "annex":  # `Phần VI, Phụ lục I`; but `Điều 5, Phụ lục I` is a list
        return joined.strip() == "," and before.level != "article"
    if before.level == "item" and joined.strip() == ",":  # `tiết a, khoản 2`: no list, as an item is never named alone
        return True
    adjacent = _RANKS[token.level] - _RANKS[before.level] == 1  # `khoản 5, điều 1`, as lay texts write
    return joined.strip() == "," and (adjacent or token.level in {"part", "chapter", "section"})


def _first_of_wider(text: str, run: list[_Token], index: int) -> int:
    """`Điều 4, khoản 2`: where the wider units that stand before the token begin."""
    first = index
    while first and not run[first - 1].this and len(run[first - 1].numbers) == 1:
        before, token = run[first - 1], run[first]
        joined = text[before.end : token.start].strip()
        if _RANKS[before.level] <= _RANKS[token.level] or joined not in {",", ""}:
            break
        first -= 1
    return first


def _leaves(text: str, run: list[_Token], first: int, index: int, context: dict[str, str]) -> list[Target]:
    """The targets of one token: each of its numbers with its own words, the first with the unit word."""
    token = run[index]
    leaves = []
    for place, (start, end, number) in enumerate(token.numbers):
        span = Span(run[first].start if place == 0 else start, end)
        leaves.append(Target(span, Pinpoint(**context, **{token.level: number})))
    last = leaves[-1]
    tail = max(last.span.end, _end_of_parents(text, run, index))
    leaves[-1] = replace(last, span=Span(last.span.start, tail))
    return leaves


def _other_parents(text: str, run: list[_Token], index: int, wider: dict[str, str]) -> list[Target]:
    """The further numbers of a parent: `điểm a các khoản 1 và 2` has two points, `khoản 1 Điều 5, 6` a clause and 6."""
    token, inner = run[index], run[index - 1]
    of_each = len(inner.numbers) == 1 and text.endswith(("các ", "các\u00a0"), inner.end, token.start)
    context = wider | ({inner.level: inner.numbers[0][2]} if of_each else {})
    further = [
        Target(Span(start, end), Pinpoint(**context, **{token.level: number}))
        for start, end, number in token.numbers[1:]
    ]
    if further:
        last = further[-1]
        further[-1] = replace(last, span=Span(last.span.start, _end_of_parents(text, run, index)))
    return further


def _end_of_parents(text: str, run: list[_Token], index: int) -> int:
    """The end of the parents that follow the token directly; they belong to its words."""
    end = run[index].end
    for following in range(index + 1, len(run)):
        if not _has_narrower_before(text, run, following):
            break
        end = run[following].numbers[0][1] if run[following].numbers else run[following].end
        if len(run[following].numbers) > 1:
            break
    return end
