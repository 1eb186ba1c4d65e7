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
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from build_tools.annotate.role_groups import first_words, longest_group
from build_tools.annotate.role_words import SOME, Word, words_of
from build_tools.data.tables import roles, split_list
from build_tools.model.document import Outline, RoleMention, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_OUTSIDE = frozenset({UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE})
_FILLERS = frozenset({SOME, "việt", "nam"})
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
_SYLLABLES_BEFORE = {  # with which a word is another word: `nông thôn`, `cán bộ`, `cơ sở`
    "thôn": frozenset({"nông"}),
    "bộ": frozenset(
        ("cán", "toàn", "nội", "đảng", "chi", "tiến", "cục", "đồng", "hộ", "thủy", "đường", "trung", "bắc", "nam")
    ),
    "sở": frozenset({"cơ", "trụ", "công"}),
    "phòng": frozenset({"văn", "quốc", "dự", "đề", "biên", "tiền", "xung", "hải"}),
    "hội": frozenset({"xã", "quốc", "cơ", "hiệp", "đại", "chi"}),
    "ban": frozenset({"ủy", "thông", "tiểu", "phân"}),
    "trưởng": frozenset({"hội", "đội", "nhóm"}),
    "cục": frozenset({"chi", "tổng"}),
    "điện": frozenset({"cục", "vụ", "đoàn", "ngành", "lưới", "ty"}),  # `Cục Điện lực`, `Tập đoàn Điện lực`
    "nhân": frozenset({"báo"}),
    "công": frozenset({"báo", "học"}),  # `Báo Công an nhân dân`, `Trường Đại học Công đoàn`
    "tòa": frozenset({"viện", "chí"}),
    "ngành": frozenset({"chuyên", "liên", "đa", "khối"}),
}
_DEPUTY_BEFORE = re.compile(r"(?<!\w)(?:Phó|Tổng)\s+$", re.IGNORECASE)
_FOREIGN = re.compile(  # behind `Chính phủ`, `Quốc hội`: of another country
    r"\s(?:Liên bang|Vương quốc|Cộng hòa (?!xã hội chủ nghĩa Việt)|CHDCND|Hoa Kỳ|Mỹ|Nhật Bản|Hàn Quốc|Trung Quốc|Lào|"
    r"Cam-?pu-?chia|Thái Lan|Xin-?ga-?po|Ấn Độ|Nga|Pháp|Đức|Anh|Úc|Ô-xtrây-li-a|nước ngoài)\b",
    re.IGNORECASE,
)
_OF_A_COUNTRY = frozenset({"chinh_phu", "quoc_hoi", "bo_ngoai_giao", "bo_tu_phap"})


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
    tokens = words_of(text)
    index = 0
    while index < len(tokens):
        found = None if _is_half_word(text, tokens, index) else _name_at(text, tokens, index)
        if found is None:
            index += 1
            continue
        role, after = found
        if kinds[role] == "position":
            after = _with_body(tree, text, tokens, after)
        after = _with_ministry(text, tokens, after)
        foreign = role in _OF_A_COUNTRY and _FOREIGN.match(text, tokens[after - 1].end) is not None
        if not foreign and not _is_part_of_office(text, tokens[index].start, kinds[role]):
            yield RoleMention(role, Span(tokens[index].start, tokens[after - 1].end))
        index = after


def _with_body(root: _Node, text: str, tokens: list[Word], after: int) -> int:
    """The index after a position's name, with the body that follows it without a mark between them."""
    if after >= len(tokens) or text[tokens[after - 1].end : tokens[after].start] != " ":
        return after
    found = _longest(root, text, tokens, after)
    return found[1] if found is not None and _kinds()[found[0]] == "body" else after


def _with_ministry(text: str, tokens: list[Word], after: int) -> int:
    """The index after a name that ends in `Bộ`, with the rest of the ministry's name: `các đơn vị thuộc Bộ Công an`."""
    if tokens[after - 1].folded != "bộ" or after == len(tokens) or tokens[after].folded == ",":
        return after
    found = _longest(_tree(), text, tokens, after - 1)
    return found[1] if found is not None and _kinds()[found[0]] == "body" else after


def _is_half_word(text: str, tokens: list[Word], index: int) -> bool:
    """Whether a word is only the second syllable of another word: of `cán bộ`, `nông thôn`."""
    before = _SYLLABLES_BEFORE.get(tokens[index].folded) if index else None
    if before is None or tokens[index - 1].folded not in before:
        return False
    return text[tokens[index - 1].end : tokens[index].start].isspace()


def _is_part_of_office(text: str, start: int, kind: str) -> bool:
    """Whether a name stands behind the word for an office of which it is a part: `Phó Giám đốc Sở`."""
    rule = _OFFICE_BEFORE if kind == "body" else _DEPUTY_BEFORE
    return rule.search(text, max(0, start - _LOOK_BACK), start) is not None


def lookup(words: str) -> str | None:
    """The role whose name is the whole of `words`, whatever its capital letters; None where there is none."""
    tokens = words_of(words.strip())
    found = _name_at(words.upper(), [replace(w, start=0) for w in tokens], 0) if tokens else None
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
            for token in words_of(re.sub(r"^[Cc]ác\s", "", name)):
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


def _name_at(text: str, tokens: list[Word], first: int) -> tuple[str, int] | None:
    """The role named at word `first` and the index after its name: the longer of a name of the table and a list."""
    word = tokens[first].folded
    name = _longest(_tree(), text, tokens, first) if word in _tree().following else None
    group = longest_group(tokens, first) if word in first_words() else None
    return group if group is not None and (name is None or group[1] > name[1]) else name


def _longest(root: _Node, text: str, tokens: list[Word], first: int) -> tuple[str, int] | None:
    """The role with the longest name that begins at word `first`, and the index after its last word."""
    if not tokens[first].opens:
        return None
    capital = text[tokens[first].start].isupper()
    best: tuple[str, int] | None = None
    open_paths = [(root, first)]
    while open_paths:
        node, index = open_paths.pop()
        ends = tokens[index - 1].closes and tokens[index - 1].folded != SOME
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
