"""The verbs and objects of orders to change an act, made into patterns from `data/change_*.csv`."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from build_tools.data.tables import change_objects, change_phrases
from build_tools.model.change import ChangeKind, ChangePart

WORDS = "words"
QUOTED = r"[“\"«]"
_UNIT = r"(?:[Tt]iết|[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Tt]iểu mục|[Cc]hương|[Pp]hần)"
ANNEX_WORD = r"(?:[Pp]hụ lục|PHỤ LỤC|[Mm]ẫu(?: số| biểu)?|[Bb]iểu(?: mẫu| phí| số)?|[Bb]ảng|[Dd]anh mục)"
_NUMBER = r"(?:\d{1,3}[a-zđ]?|[IVXL]+[a-z]?|[a-zđ]\d{0,2}|[A-E])(?!\w)"
_FILL = (
    r"(?:\s+(?:các|toàn bộ|những|một số|nội dung|nội dung các|quy định tại|quy định của|nội dung quy định tại|"
    r"nội dung tại|quy định|thêm|mới|lại|tại|của|từ(?=\s+(?:khoản|điểm|[Đđ]iều))))*"
)


class Verb(Struct, frozen=True):
    """A verb found in a text: what it orders and where it stands."""

    kind: ChangeKind
    passive: bool
    start: int
    end: int


@cache
def _kinds(voice: str) -> dict[str, ChangeKind]:
    """Every verb of one voice in lower case."""
    return {
        phrase.strip().casefold(): ChangeKind(row.kind)
        for row in change_phrases()
        if row.voice == voice
        for phrase in row.phrase_vi.split(" / ")
    }


@cache
def _spelled(voice: str) -> str:
    longest_first = sorted(_kinds(voice), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+").replace(",", r"\s*,") for phrase in longest_first)


@cache
def object_words(means: str) -> str:
    """The words of one row kind as a pattern."""
    rows = [row.words_vi for row in change_objects() if row.means == means]
    phrases = sorted((phrase.strip() for row in rows for phrase in row.split(" / ")), key=len, reverse=True)
    spelled = (re.escape(phrase.removesuffix(" …")).replace(r"\ ", r"\s+") for phrase in phrases)
    return f"(?:{'|'.join(spelled)})"


@cache
def object_start() -> re.Pattern[str]:
    """What must follow an active verb: a unit with a number, an annex, a phrase in quotation marks, a named part."""
    parts = "|".join(object_words(part) for part in ChangePart)
    return re.compile(
        rf"{_FILL}\s+(?:{_UNIT}\s+(?:này|{_NUMBER})|{ANNEX_WORD}(?!\w)|(?:các\s+)?{object_words(WORDS)}\s*{QUOTED}|"
        rf"(?:{parts})(?!\w)|(?:văn bản|điều|khoản|điểm|cụm từ|từ|[Ll]uật|[Bb]ộ luật|[Nn]ghị|[Tt]hông tư|[Qq]uyết định|"
        rf"[Qq]uy định|[Qq]uy chế|[Cc]hỉ thị|[Hh]ướng dẫn|một phần|\d+ văn bản)(?!\w))"
    )


@cache
def object_first() -> re.Pattern[str]:
    """An object that opens a sentence, as those of passive verbs and of listed items do."""
    parts = "|".join(object_words(part) for part in ChangePart)
    return re.compile(
        rf"(?:(?:các|toàn bộ|từ)\s+)*(?:(?:khoản|điều|điểm)\s+từ\s+)?(?:{_UNIT}\s+{_NUMBER}|"
        rf"{ANNEX_WORD}\s+(?:số\s+)?{_NUMBER}|phụ lục(?!\w)|(?:các\s+)?{object_words(WORDS)}\s*{QUOTED}|"
        rf"(?:{parts})\s+{_UNIT})",
        re.IGNORECASE,
    )


@cache
def active() -> re.Pattern[str]:
    """Any active verb."""
    return re.compile(rf"(?<!\w)(?:{_spelled('active')})(?!\w)", re.IGNORECASE)


@cache
def passive() -> re.Pattern[str]:
    """Any passive verb that orders something; `đã được sửa đổi`, `được sửa đổi bởi Luật …` tell of the past."""
    return re.compile(
        rf"(?<!\w)(?<!đã )(?:{_spelled('passive')})(?!\w)"
        r"(?=\s*(?:[;:.]|$)|(?<=được bổ sung)\s+(?:thêm\s+)?(?:các\s+)?(?:tiết|điểm|khoản|[Đđ]iều)\s|"
        r",?\s+(?:như sau|như\s|bằng|thành|lại|kể từ|từ ngày|từ khi|thi hành))",
        re.IGNORECASE,
    )


def verb_at(match: re.Match[str], *, is_passive: bool) -> Verb:
    """The verb of a match of `active` or `passive`."""
    spelled = re.sub(r"\s+", " ", match[0]).replace(" ,", ",").casefold()
    kind = _kinds("passive" if is_passive else "active")[spelled]
    return Verb(kind, is_passive, match.start(), match.end())
