"""Unit numbers after which no document is named, and whose units they are.

Decree 34/2016/NĐ-CP, Article 75 wants the document named each time; drafters leave it out in four places, each read
here by its own sign. What none of the signs explains belongs to the document itself where the words refer to
something (`theo quy định tại Điều 5`), and is no reference where they are a label, a heading or the cell of a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import Enum
from itertools import pairwise

from build_tools.annotate.mention import Mention
from build_tools.annotate.pinpoints import Chain
from build_tools.annotate.surroundings import read_after
from build_tools.annotate.unit_index import UnitIndex
from build_tools.grammar.type_words import type_word_pattern
from build_tools.model.document import Outline, UnitKind


class Whose(Enum):
    """The answers besides a document that is named somewhere else."""

    OWN = "own"
    NOBODY = "nobody"


_LINK = re.compile(
    r"[ \u00a0]{0,2},?[ \u00a0]{1,2}(?:[-–][ \u00a0])?"
    r"(?:(?:của|tại|trong|thuộc|theo)[ \u00a0]{1,2})?(?:các[ \u00a0])?"
)
_ISSUED_WITH = re.compile(
    r"[ \u00a0]{0,2},?[ \u00a0]{1,2}(?:được[ \u00a0])?(?:(?:ban hành|gửi|đính)[ \u00a0])?kèm(?:[ \u00a0]theo)?"
    r"[ \u00a0]{1,2}(?:các[ \u00a0])?"
)
_OTHER_DOCUMENT = re.compile(
    r",?[ \u00a0](?:(?:của|tại|trong|thuộc)[ \u00a0])?(?:các[ \u00a0]|dự thảo[ \u00a0])?"
    r"(?:Hiệp định|Công ước|Hiệp ước|Nghị định thư|Điều lệ|Quy chuẩn|Tiêu chuẩn|Danh mục|Biểu|Mẫu|Phụ lục|văn bản)"
    r"|\s(?:của[ \u00a0])?(?:QCVN|TCVN)(?!\w)"
)
_OF_SOMETHING = re.compile(
    r"(?:\.\d+)?[ \u00a0](?:của|trong)[ \u00a0](?!(?:các )?(?:điều|khoản|điểm|mục|chương|phần)[ \u00a0])"
)
_REFERRING = re.compile(
    r"(?:tại|theo|ở|của|các|và|hoặc|từ|đến|thuộc|trong|nêu|tới|trừ|định|với|như|khoản|điểm|là|cứ|bởi|hiện|dụng|phạm|"
    r"ngoài|:)[ \u00a0]?$"
)
_STATED_AT = re.compile(r"(?:quy định|nêu|nói|ghi)(?: tại| ở| trong)?(?: các)?[ \u00a0]$")
_ORDERED = re.compile(
    r"(?:[Ss]ửa đổi|[Bb]ổ sung|[Bb]ãi bỏ|[Tt]hay thế|[Bb]ỏ|[Tt]hay|tại|vào|của|sau|và|cụm từ|,)[^.\n]{0,40}$"
)
_CHANGED_AFTER = re.compile(
    r"(?:[ \u00a0](?:được|bị)[ \u00a0](?:sửa|bổ sung|thay|bãi bỏ|hủy bỏ|bỏ)|"
    r"[^“”\n.;:]{0,60}[ \u00a0](?:được|bị)[ \u00a0](?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?:, bổ sung)?"
    r"[^“”\n.;:]{0,12} như sau)"
)
_ORDER = re.compile(
    r"(?:(?:Điều|Khoản) \d+[a-zđ]?\.?|\d+[a-zđ]?[.)]|[a-zđ]\d?\))?\s*"
    r"(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Bỏ|Đính chính)(?!\w)"
)
_AMENDS = re.compile(r"sửa đổi|bổ sung|bãi bỏ|thay thế", re.IGNORECASE)
_LISTED_BELOW = re.compile(
    r"(?:điều|khoản|điểm|nội dung|quy định)[^.\n]{0,60}sau(?: đây)?[ \u00a0](?:của|tại)[ \u00a0]$"
)
_DESCRIBED = re.compile(
    r"(?<!\w)(?:quy định|hướng dẫn|về|(?:được|đã) (?:sửa đổi|bổ sung|thay thế)|thi hành|ban hành)(?!\w)"
)
_TOLD = re.compile(r"(?:đã|,|\() ?được (?:sửa đổi|bổ sung|thay thế)(?:, bổ sung)?[^()\n;:]{0,80}$")  # by an earlier act
_NEW_WORDING = re.compile(r":\s{0,2}[“\"]$")
_GOES_ON = re.compile(r"[;,.]|[ \u00a0](?:là|được|và|có|thì|để|phải|không|đã|do|cho|theo)(?!\w)")
_CLOSED = re.compile(r"\)[ \u00a0](?:(?:của|tại|trong)[ \u00a0])?")
_BRACKET = re.compile(r"[ \u00a0]\([^()\n]{1,200}(?=\))")
_BEHIND = re.compile(  # what stands between a document and units of it that follow its name
    r"[ \u00a0]tại[ \u00a0](?:các[ \u00a0])?|[ \u00a0]\((?:tại[ \u00a0])?(?:các[ \u00a0])?|"
    r",?[ \u00a0]\(?trừ[ \u00a0](?:các[ \u00a0])?(?:(?:quy định|nội dung|trường hợp)[ \u00a0]){0,2}"
    r"(?:(?:tại|của)[ \u00a0])?(?:các[ \u00a0])?"
)
_BEHIND_ENDS = re.compile(r"(?:tại|\(|trừ|định|dung|hợp|của|các)[ \u00a0]?$")
_BEHIND_WINDOW = 160
_SENTENCE_END = re.compile(r"\n|\.[ \u00a0]+(?=[A-ZĐ])")


def link_end(text: str, chain: Chain) -> int:
    """Where the document that a chain belongs to would begin: behind `của`, or `ban hành kèm theo` for an annex."""
    issued = _ISSUED_WITH.match(text, chain.span.end) if chain.widest == "annex" else None
    link = issued or _LINK.match(text, chain.span.end)
    return link.end() if link else -1


class BareUnits:
    """Says whose the units of a chain are."""

    def __init__(
        self, text: str, outline: Outline, units: UnitIndex, mentions: list[Mention], chains: list[Chain]
    ) -> None:
        self._text = text
        self._units = units
        self._mentions = [mention for mention in mentions if not mention.own]
        self._starts = [mention.start for mention in self._mentions]
        self._all_starts = [mention.start for mention in mentions]
        self._chains = chains
        self._first_lines: dict[str, tuple[bool, Mention | None]] = {}
        self._has_no_articles = bool(outline.units) and all(unit.kind is not UnitKind.ARTICLE for unit in outline.units)
        self._own_type = outline.metadata.type_name
        titles = [unit.span for unit in outline.units if unit.kind is UnitKind.TITLE]
        self._title_act = self._only_amended(titles[0].start, titles[0].end) if titles else None

    def whose(self, index: int, links: list[Mention | None]) -> Mention | Whose:
        """The document whose units the chain at `index` names. `links` holds the document after each chain."""
        chain = self._chains[index]
        if chain.this:
            return Whose.OWN
        start, end = chain.span.start, chain.span.end
        if self._is_no_reference(start, end):
            return Whose.NOBODY
        if (named := self._named_before(chain)) is not None:
            return named
        amending, act = self._amended_around(start)
        if amending:
            return act if act is not None and self._is_ordered(chain, act) else Whose.NOBODY
        if start == 0 or self._text[start - 1] == "\n" or _is_heading(self._text, start, end):
            return Whose.NOBODY
        shared = self._shared(index, links)
        if shared is not None:
            return Whose.OWN if shared.own else shared
        return self._listed_below(start) or self._own(chain)

    def _is_ordered(self, chain: Chain, act: Mention) -> bool:
        """Whether the words name a unit to be changed of the act, which stands before them or in their line."""
        start, end = chain.span.start, chain.span.end
        if act.start > start and "\n" in self._text[start : act.start]:
            return False
        if _NEW_WORDING.search(self._text, max(0, start - 4), start):
            return False
        told = _CHANGED_AFTER.match(self._text, end)
        return told is not None or _ORDERED.search(self._text, max(0, start - 60), start) is not None

    def _is_no_reference(self, start: int, end: int) -> bool:
        """A label; the words of a quoted act or a note that quotes one; units of a document that we cannot read."""
        other = _names_other(self._text, end) and not self._names_itself(end)
        if self._units.begins_with_label(start) or self._units.is_quoted(start) or other:
            return True
        return self._units.enclosing(start, UnitKind.FOOTNOTE) is not None

    def _names_itself(self, end: int) -> bool:
        """`quy định tại Điều 2 Thông tư là căn cứ`: the document's own type, with neither a number nor a subject."""
        gap = _LINK.match(self._text, end)
        own = self._own_type is not None and gap and self._text.startswith(self._own_type, gap.end())
        return bool(own and gap and _GOES_ON.match(self._text, gap.end() + len(self._own_type or "")))

    def _named_before(self, chain: Chain) -> Mention | None:
        """`quy định của Luật Đất đai tại Điều 62`, `Bộ luật Hình sự (Điều 173)`, `Quyết định số …, trừ Điều 3`."""
        start = chain.span.start
        if chain.widest == "annex" or not _BEHIND_ENDS.search(self._text, max(0, start - 6), start):
            return None
        place = bisect_left(self._starts, start) - 1
        named = self._mentions[place] if place >= 0 else None
        if named is None or not 0 < start - named.end < _BEHIND_WINDOW:
            return None
        gap = _BEHIND.fullmatch(self._text, read_after(self._text, named.end).end, start)
        in_bracket = gap is not None and "(" in gap[0]
        return named if gap and (not in_bracket or self._closes(chain)) else None

    def _closes(self, chain: Chain) -> bool:
        """Whether the bracket holds articles and nothing else."""
        return chain.widest == "article" and self._text[chain.span.end : chain.span.end + 1] == ")"

    def _shared(self, index: int, links: list[Mention | None]) -> Mention | None:
        """`theo Điều 93; … theo Điều 104 và … Điều 118 của Bộ luật Lao động`: the sentence names the document once."""
        at = self._chains[index].span.end
        bracket = _BRACKET.match(self._text, at)  # `Điều 3 (đã được sửa đổi) của Luật Cư trú`
        if (closed := self._behind_bracket(bracket.end() if bracket else at)) is not None:
            return closed
        for following in range(index + 1, len(self._chains)):
            chain, link = self._chains[following], links[following]
            if chain.span.start - at > 240 or _SENTENCE_END.search(self._text, at, chain.span.start) or chain.this:
                return None
            if self._names_any(at, chain.span.start):
                return None  # `theo Điều 13 và quy định khác của Nghị định này; … Điều 7 Thông tư …`
            at = chain.span.end
            if link is not None or (link := self._behind_bracket(at)) is not None:
                return link
        return None

    def _behind_bracket(self, at: int) -> Mention | None:
        """`Chương VI (trừ Điều 93) của Bộ luật Lao động`: the document behind the bracket that ends at `at`."""
        gap = _CLOSED.match(self._text, at)
        place = bisect_left(self._starts, gap.end()) if gap else len(self._starts)
        found = self._mentions[place] if place < len(self._starts) else None
        return found if found and gap and found.start == gap.end() else None

    def _names_any(self, start: int, end: int) -> bool:
        """Whether any document is named there, this one included."""
        return bisect_left(self._all_starts, start) < bisect_left(self._all_starts, end)

    def _listed_below(self, start: int) -> Mention | None:
        """An item below `các điều, khoản sau đây của Bộ luật Lao động:`."""
        for unit in self._units.ancestors(start)[1:]:
            if unit.kind not in (UnitKind.ARTICLE, UnitKind.CLAUSE):
                return None
            for mention in self._between(unit.span.start, start):
                if self._text[mention.end : mention.end + 2] == ":\n":
                    floor = max(unit.span.start, mention.start - 90)
                    if _LISTED_BELOW.search(self._text, floor, mention.start):
                        return mention
        return None

    def _own(self, chain: Chain) -> Whose:
        start, end = chain.span.start, chain.span.end
        if chain.widest in {"clause", "point"}:
            stated = _STATED_AT.search(self._text, max(0, start - 24), start)
            inside = self._units.enclosing(start, UnitKind.ARTICLE)
            cut_off = self._text[end : end + 2] == " (" or chain.widest == "point"
            return Whose.OWN if stated and inside and not cut_off else Whose.NOBODY
        if chain.widest == "article" and self._has_no_articles:
            return Whose.NOBODY  # a plan or an essay: the articles are those of an act that it speaks of
        annex = self._units.enclosing(start, UnitKind.ANNEX)
        if chain.widest == "annex" and annex is None:
            return Whose.OWN
        if annex is not None and chain.widest == "article" and not self._units.holds(annex, UnitKind.ARTICLE):
            return Whose.NOBODY  # a form or a table that speaks of another document's articles
        return Whose.OWN if _REFERRING.search(self._text, max(0, start - 16), start) else Whose.NOBODY

    def _amended_around(self, offset: int) -> tuple[bool, Mention | None]:
        """Whether the passage stands in an amending article, and the one act that it amends where only one is named."""
        amending = False
        for unit in self._units.ancestors(offset):
            if unit.kind not in (UnitKind.ARTICLE, UnitKind.CLAUSE, UnitKind.POINT):
                continue
            if unit.id not in self._first_lines:
                self._first_lines[unit.id] = self._order(unit.span.start)
            ordered, act = self._first_lines[unit.id]
            if ordered and act is not None:
                return True, act
            amending = amending or ordered
        return amending, self._title_act if amending else None

    def _order(self, start: int) -> tuple[bool, Mention | None]:
        """Whether the unit's first line is an order to amend, and the one act it names."""
        if not _ORDER.match(self._text, start):
            return False, None
        line = self._text.find("\n", start)
        return True, self._only_named(start, line if line >= 0 else len(self._text))

    def _only_named(self, start: int, end: int) -> Mention | None:
        """The one act named there; an act that only describes it (`… đã được sửa đổi bởi …`) does not count."""
        named = [item for item in self._between(start, end) if not _TOLD.search(self._text, start, item.start)]
        listed = [
            mention
            for before, mention in pairwise(named)
            if not _DESCRIBED.search(self._text, before.end, mention.start)
        ]
        return named[0] if named and (len(named) == 1 or not listed) else None

    def _between(self, start: int, end: int) -> list[Mention]:
        """The documents named from `start` on, before `end`."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _only_amended(self, start: int, end: int) -> Mention | None:
        return self._only_named(start, end) if _AMENDS.search(self._text, start, end) else None


def _names_other(text: str, end: int) -> bool:
    """Whether a document that we could not read follows: `Điều 5 Quy chế làm việc của …`."""
    if _OTHER_DOCUMENT.match(text, end) or _OF_SOMETHING.match(text, end):
        return True
    gap = _LINK.match(text, end)
    word = type_word_pattern().match(text, gap.end()) if gap else None
    return word is not None and not word[0].islower()


def _is_heading(text: str, start: int, end: int) -> bool:
    """`Điều 5. Phạm vi …` at the beginning of a line is a heading, here or in a table of contents."""
    at_line_start = start == 0 or text[start - 1] == "\n"
    return at_line_start and (text[end : end + 1] in {".", ":", "\n", ""} or text[end + 1 : end + 2].isupper())
