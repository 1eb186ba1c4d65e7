"""Who issued a document: the letterhead, or, where it has none, what the preamble and the signature say."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.rows import Issuer
from build_tools.data.tables import issuers, split_list
from build_tools.grammar.letters import compile_letters
from build_tools.grammar.places import find_places
from build_tools.grammar.symbols import Symbol
from build_tools.model.document import Level

_ISSUES = re.compile(
    r"(?P<body>(?:Ban Thường vụ |Ban Thường trực |Ban Chấp hành |Thường trực |Đoàn Chủ tịch )?"
    r"(?:(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng|Chi) [uủ][ỷy]|Đảng bộ|Chi bộ|UBND|HĐND|[UỦ][ỷy] ban|Hội đồng|Bộ trưởng|"
    r"Bộ Chính trị|Ban Bí thư|Bộ |Sở |Ban |Chính phủ|Quốc hội|Thủ tướng|Chủ tịch|Văn phòng|Cục |Tổng |Viện |Tòa án|"
    r"Thanh tra|Công an|Hội |Liên đoàn|Đoàn )[^.;:]{0,140}?)\s+"
    r"(?:ban hành|xây dựng|quyết định|yêu cầu|thông báo|hướng dẫn|báo cáo|ra chỉ thị|quyết nghị|triển khai)\s"
)
_PARTS = compile_letters(r"[;,]\s+(?=[{Lu}])")
_WORDS_AFTER = re.compile(r"\s+(?:đã|và|về|cùng)$")
_PREFIXES = re.compile(r"^(?:bộ trưởng|chủ tịch|thứ trưởng|giám đốc|chánh án|viện trưởng|thống đốc|tổng)\s+")


_OF_PROVINCE = re.compile(r"\b(?:tỉnh|thành phố|tp\.?) \w|\bkhu vực [ivx\d]", re.IGNORECASE)


def from_prose(preamble: str) -> str | None:
    """The body that the preamble says to issue the document; the last one named so."""
    found = list(_ISSUES.finditer(preamble))
    if not found:
        return None
    body = _PARTS.split(found[-1]["body"])[-1]
    return _WORDS_AFTER.sub("", re.sub(r"\s+", " ", body)).strip(" ,") or None


@cache
def _by_abbreviation() -> dict[str, Issuer]:
    found: dict[str, Issuer] = {}
    for row in issuers():
        for name in (row.abbr, *split_list(row.aliases)):
            found.setdefault(name.split(" (")[0], row)
    return found


@cache
def _by_name() -> tuple[tuple[str, Issuer], ...]:
    """Names in small letters, the longest first."""
    names = [(part, row) for row in issuers() for part in _names(row)]
    return tuple(sorted(names, key=lambda item: -len(item[0])))


def _names(row: Issuer) -> list[str]:
    bare = re.sub(r"\s*\([^)]*\)", "", row.name_vi)
    return [fold(part) for part in re.split(r"\s*/\s*", bare) if part.strip()]


def fold(name: str) -> str:
    """A body's name for comparison: small letters, one spelling of the tone marks, `UBND` spelled out."""
    text = re.sub(r"\s+", " ", name).strip().casefold()
    for written, kept in (
        ("uỷ", "ủy"),
        ("toà", "tòa"),
        ("ubnd", "ủy ban nhân dân"),
        ("hđnd", "hội đồng nhân dân"),
        ("mttq", "mặt trận tổ quốc"),
    ):
        text = text.replace(written, kept)
    return _PREFIXES.sub("", text)


def by_symbol(symbol: Symbol | None) -> Issuer | None:
    """The row of the issuer's letters in the symbol (`QH15` is QH)."""
    if symbol is None:
        return None
    letters = symbol.issuer.split("-")[0]
    return _by_abbreviation().get(letters) or _by_abbreviation().get(letters.rstrip("0123456789"))


def by_name(name: str | None) -> Issuer | None:
    """The row whose name the body's name begins with (`TỈNH ỦY BÌNH DƯƠNG` is Tỉnh ủy)."""
    if not name:
        return None
    folded = fold(name)
    for part in (folded, re.sub(r"^(?:ban thường vụ|ban chấp hành|ban thường trực|thường trực) ", "", folded)):
        for known, row in _by_name():
            if part == known or (part.startswith(known + " ") and not (row.level == "central" and _is_local(name))):
                return row
    return None


def _is_local(name: str) -> bool:
    """Whether a body's name says that it is one of a province (`CỤC THUẾ TỈNH ĐẮK NÔNG`)."""
    return bool(_OF_PROVINCE.search(name))


def is_known_name(name: str) -> bool:
    """Whether this is, word for word, the name of a row (`ỦY BAN THƯỜNG VỤ QUỐC HỘI`, wrapped in the letterhead)."""
    folded = fold(name)
    return any(folded == known for known, _row in _by_name())


_LEVELS = (
    (re.compile(r"\b(?:(?<!thị )xã(?! hội\b)|phường|đặc khu|thị trấn)\b"), Level.COMMUNE),
    (re.compile(r"\b(?:huyện|quận|thị xã|thị ủy|quận ủy|huyện ủy)\b"), Level.DISTRICT),
    (re.compile(r"\b(?:tỉnh|thành phố|tp|thành ủy|tỉnh ủy)\b"), Level.PROVINCE),
)
_CENTRAL = re.compile(
    r"^(?:bộ |chính phủ|quốc hội|thủ tướng|ủy ban thường vụ quốc hội|ban bí thư|văn phòng quốc hội|văn phòng chính phủ)"
)


def level_of(name: str | None, row: Issuer | None) -> Level | None:
    """The level of the body: from its full name where it says so, else from the row if all such bodies have one."""
    folded = fold(name or "")
    if row is not None and row.level == "central" and not _is_local(folded):
        return Level.CENTRAL
    for pattern, level in _LEVELS:
        if pattern.search(folded):
            return level
    if find_places(name or ""):
        return Level.PROVINCE
    if _CENTRAL.match(folded):
        return Level.CENTRAL
    if row is not None and row.abbr not in ("UBND", "HĐND", "MTTQ", "ĐU", "BCĐ"):
        return Level(row.level)
    return None
