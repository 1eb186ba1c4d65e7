"""Roles named in a text: bodies, positions and judicial titles of `data/roles.csv`.

The names are laid out in one tree of words. At each word the longest name wins and is passed over, so a name never
matches inside a word or inside a longer name; the time is linear in the text. Spelling does not count where it carries
no meaning: capital letters (unless the row says `case`), the place of the tone mark (`uỷ`, `ủy`), abbreviations of
`data/role_abbreviations.csv`, the words `các` and `Việt Nam` inside a name, and whether a list inside a name is joined
by a comma or by `và`. A position takes the body that follows it into its name (`Bộ trưởng Bộ Công an`); a body's name
behind a position that the table lacks is no mention of the body (`Chủ tịch Hội Nông dân xã`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from build_tools.data.tables import role_abbreviations, roles, split_list
from build_tools.model.document import Outline, RoleMention, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_OUTSIDE = frozenset({UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE})
_TOKEN = re.compile(r"\w+(?:[&-](?=[A-ZĐ])[A-ZĐ]+)*|[,–—-]|[^\w\s]|\n")
_DASHES = frozenset("–—")
_JOINTS = frozenset({"và", "&", "/"})
_SOME = "các"  # belongs to the name that follows it, and to none before it
_FILLERS = frozenset({_SOME, "việt", "nam"})
_LAW_NAME = re.compile(
    r"\b(?:Luật|Bộ luật|Bộ Luật|Pháp lệnh)[^\S\n]+(?=[A-ZĐÂÁĂÊÔƠƯỦ])"
    r"(?:(?!\s(?:ngày|năm|số|của|này|được|đã|theo|thì|có|phải|trên|cho|"
    r"và (?:chỉ đạo|hướng dẫn|giao|phân công|yêu cầu|đề nghị|tổ chức|thực hiện|phối hợp|gửi))\s)[^.,;:()\n“”\"]){1,120}"
)
_ISSUER_OF_CITED = re.compile(
    r"(?:(?:\d{4}|/[\w.-]+|\)|khóa [IVX]+)\s*,?\s+của|"
    r"\b(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kết luận|Quy định|Chương trình hành động|Công điện) của|"
    r"\bCổng [Tt]hông tin điện tử)\s+(?:các\s+)?$"
)
_LOOK_BACK = 40
_OFFICE_BEFORE = re.compile(
    r"(?<!\w)(?:Chủ tịch|Giám đốc|Tổng Giám đốc|Trưởng|Phó|Bí thư|Chánh|Hiệu trưởng|Cục trưởng|Vụ trưởng|"
    r"Chi cục trưởng|Tổng cục trưởng|Đội trưởng|Trạm trưởng|Chánh Văn phòng|Chánh án|Viện trưởng|"
    r"Chỉ huy trưởng|Tư lệnh|Chính ủy)"
    r"\s+(?:các\s+)?$",
    re.IGNORECASE,
)
_WORD_BEFORE = {"thôn": re.compile(r"(?<!\w)nông\s+$", re.IGNORECASE)}  # `nông thôn` is the countryside
_DEPUTY_BEFORE = re.compile(r"(?<!\w)Phó\s+$", re.IGNORECASE)

# Where older spelling puts the tone mark, and where the tables have it.
_OLD_TONE = tuple(
    zip(
        ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"),
        ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"),
        strict=True,
    )
)


class _Word(Struct, frozen=True, gc=False):
    """A folded word of the text. An abbreviation gives several, of which only the ends may bound a name."""

    folded: str
    start: int
    end: int
    opens: bool = True
    closes: bool = True


class _Node:
    """A step in the tree of names; `role` and `case` are set where a name ends."""

    __slots__ = ("case", "following", "role")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.role: str | None = None
        self.case = False


def find_roles(clean: CleanText, outline: Outline) -> tuple[RoleMention, ...]:
    """The roles named in the body of a document, in order.

    Names in the letterhead, the title, the recipients and the signature are no mentions, nor is a name inside a law's
    name (`Luật Luật sư`) or the issuer of a cited document (`ngày 27/10/2023 của Bộ Chính trị`).
    """
    text = clean.text
    outside = sorted(unit.span for unit in outline.units if unit.kind in _OUTSIDE)
    barred = [*outside, *(Span(*match.span()) for match in _LAW_NAME.finditer(text))]
    barred.sort()
    starts = [span.start for span in barred]
    found = []
    for mention in find_names(text):
        index = bisect_right(starts, mention.span.start) - 1
        if index >= 0 and mention.span.start < barred[index].end:
            continue
        if not _ISSUER_OF_CITED.search(text, max(0, mention.span.start - _LOOK_BACK), mention.span.start):
            found.append(mention)
    return tuple(found)


def find_names(text: str) -> Iterator[RoleMention]:
    """Every name of the table in `text`, wherever it stands; longest match, no overlap."""
    tree, kinds = _tree(), _kinds()
    tokens, first_words = _tokens(text), tree.following
    index = 0
    while index < len(tokens):
        found = _longest(tree, text, tokens, index) if tokens[index].folded in first_words else None
        if found is None:
            index += 1
            continue
        role, after = found
        if kinds[role] == "position":
            after = _with_body(tree, text, tokens, after)
        if not _is_part_of_office(text, tokens[index].start, kinds[role]) and not _is_half_word(text, tokens[index]):
            yield RoleMention(role, Span(tokens[index].start, tokens[after - 1].end))
        index = after


def _with_body(root: _Node, text: str, tokens: list[_Word], after: int) -> int:
    """The index after a position's name, with the body that follows it without a mark between them."""
    if after >= len(tokens) or text[tokens[after - 1].end : tokens[after].start] != " ":
        return after
    found = _longest(root, text, tokens, after)
    return found[1] if found is not None and _kinds()[found[0]] == "body" else after


def _is_half_word(text: str, word: _Word) -> bool:
    """Whether a name is only the second syllable of another word."""
    rule = _WORD_BEFORE.get(text[word.start : word.end].lower())
    return rule is not None and rule.search(text, max(0, word.start - _LOOK_BACK), word.start) is not None


def _is_part_of_office(text: str, start: int, kind: str) -> bool:
    """Whether a name stands behind the word for an office of which it is a part: `Phó Giám đốc Sở`."""
    rule = _OFFICE_BEFORE if kind == "body" else _DEPUTY_BEFORE
    return rule.search(text, max(0, start - _LOOK_BACK), start) is not None


def lookup(words: str) -> str | None:
    """The role whose name is the whole of `words`, whatever its capital letters; None where there is none."""
    tokens = _tokens(words.strip())
    found = _longest(_tree(), words.upper(), [replace(w, start=0) for w in tokens], 0) if tokens else None
    return found[0] if found and found[1] == len(tokens) else None


class Name(NamedTuple):
    """A name at a place that the table lacks."""

    span: Span
    role: str | None = None


class Mentions:
    """The mentions of one document, and names that the table lacks, to be asked for by place."""

    def __init__(self, mentions: Iterable[RoleMention | Name]) -> None:
        self._all = sorted(mentions, key=lambda m: m.span)
        self._starts = [m.span.start for m in self._all]

    def within(self, start: int, end: int) -> list[RoleMention | Name]:
        """The mentions that lie wholly in `[start, end)`."""
        chosen = self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [m for m in chosen if m.span.end <= end]

    def covering(self, offset: int) -> RoleMention | Name | None:
        """The mention that holds the code point at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        return self._all[index] if index >= 0 and offset < self._all[index].span.end else None


@cache
def _kinds() -> dict[str, str]:
    return {row.id: row.kind for row in roles()}


@cache
def _tree() -> _Node:
    root = _Node()
    for row in roles():
        for name in _spellings((row.name_vi, *split_list(row.aliases))):
            node = root
            for token in _tokens(re.sub(r"^[Cc]ác\s", "", name)):
                node = node.following.setdefault(token.folded, _Node())
            if node.role is None:
                node.role, node.case = row.id, row.match == "case"
    return root


def _spellings(names: Iterable[str]) -> Iterator[str]:
    """The names, each that ends in `liên quan` with and without `có` before it."""
    for name in names:
        yield name
        if name.endswith(" liên quan"):
            bare = name.removesuffix(" liên quan").removesuffix(" có")
            yield from (f"{bare} liên quan", f"{bare} có liên quan")


@cache
def _abbreviations() -> dict[str, tuple[str, ...]]:
    return {row.abbr: tuple(_TOKEN.findall(row.words)) for row in role_abbreviations()}


def _tokens(text: str) -> list[_Word]:
    abbreviations = _abbreviations()
    tokens: list[_Word] = []
    for match in _TOKEN.finditer(text):
        surface = match[0]
        start, end = match.span()
        if surface in abbreviations:
            words = abbreviations[surface]
            for number, word in enumerate(words, start=1):
                tokens.append(_Word(_fold(word), start, end, number == 1, number == len(words)))
        elif "-" in surface or "&" in surface:
            tokens += _compound(surface, start)
        else:
            tokens.append(_Word(_fold(surface), start, end))
    return tokens


def _compound(surface: str, start: int) -> Iterator[_Word]:
    """The words of `HĐND-UBND`, which is no abbreviation as a whole."""
    abbreviations = _abbreviations()
    for match in re.finditer(r"[^&-]+|[&-]", surface):
        words = abbreviations.get(match[0], (match[0],))
        at, end = start + match.start(), start + match.end()
        for number, word in enumerate(words, start=1):
            yield _Word(_fold(word), at, end, number == 1, number == len(words))


@lru_cache(maxsize=16_384)  # a language has few syllables
def _fold(word: str) -> str:
    word = word.lower()
    if word in _DASHES:
        return "-"
    if word in _JOINTS:
        return ","
    for old, new in _OLD_TONE:
        if word.endswith(old):
            return word[: -len(old)] + new
    return word


def _longest(root: _Node, text: str, tokens: list[_Word], first: int) -> tuple[str, int] | None:
    """The role with the longest name that begins at word `first`, and the index after its last word."""
    if not tokens[first].opens:
        return None
    capital = text[tokens[first].start].isupper()
    best: tuple[str, int] | None = None
    open_paths = [(root, first)]
    while open_paths:
        node, index = open_paths.pop()
        ends = tokens[index - 1].closes and tokens[index - 1].folded != _SOME
        if node.role and ends and (capital or not node.case) and (not best or index > best[1]):
            best = (node.role, index)
        if index == len(tokens):
            continue
        word = tokens[index].folded
        if (following := node.following.get(word)) is not None:
            open_paths.append((following, index + 1))
        if word in _FILLERS and index > first and node is not root:
            open_paths.append((node, index + 1))
    return best
