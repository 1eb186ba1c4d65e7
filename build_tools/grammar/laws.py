"""Laws, codes and ordinances by name: `Luật Hòa giải, đối thoại tại Tòa án`, `Luật THADS`, `Bộ Luật Tố tụng hình sự`.

Names in the table are read whole, in any case and with either place of the tone mark. Others are read by grammar: a
capital, then words up to a mark or a word that cannot belong to a name.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from build_tools.data.tables import laws, split_list

HEAD = re.compile(  # Bộ luật, Luật, Pháp lệnh, Hiến pháp, Điều lệ Đảng, BL…: by first letter, then by the second
    r"[BbLPHĐ](?:ộ(?<=[Bb]ộ)\s[Ll]uật|Ộ(?<=BỘ)\sLUẬT|u(?<=Lu)ật|U(?<=LU)ẬT|h(?<=Ph)áp\slệnh|H(?<=PH)ÁP\sLỆNH|"
    r"i(?<=Hi)ến\spháp|I(?<=HI)ẾN\sPHÁP|i(?<=Đi)ều\slệ\sĐảng|L(?<=BL)(?:TTHS|TTDS|HS|DS|LĐ))(?!\w)"
)
_WINDOW = 220
_WORD_WINDOW = 24  # characters in which the first word of a name ends
_AMENDING = re.compile(
    r"\s[Ss]ửa\sđổi,?(?:\svà)?\s[Bb]ổ\ssung(?:\s[^.;\n()]{1,120}?)?\s(?:của\s)?(?:các\s)?(?=Luật|[Bb]ộ\s[Ll]uật|Pháp\slệnh)"
)
_WORD = re.compile(r"[ \u00a0]([^\W\d_]+(?:-[^\W\d_]+)*)")
_STOP = frozenset(
    re.findall(
        r"\w+",
        """
        về quy định được đã số ngày năm theo có là thì để trong tại bằng của nhằm đối và hoặc khi phải không bị
        sẽ nếu do vào từ trên cũng cho các những đang sửa hiện nêu này đó trước sau như với mà còn gồm bao
        thông ban hay mới cũ dưới ở đến tới bởi qua điều khoản mục nói
        """,
    )
)
_NO_LAW_BEFORE = re.compile(
    r"(?:đại học|khoa|công ty|văn phòng|viện|ngành|trường|báo|tạp chí|cử nhân|thạc sĩ|tiến sĩ|nhà xuất bản|hội|đoàn|"
    r"pháp|dự án|môn|chuyên ngành|đề nghị xây dựng|dự thảo)\s$",
    re.IGNORECASE,
)


_NEXT_AMENDED = re.compile(r"(,|[ \u00a0]và)[ \u00a0](?=Luật|[Bb]ộ[ \u00a0][Ll]uật|Pháp[ \u00a0]lệnh)")
_FIRST_WORD = re.compile(r"[^\W_]*")
_RULES = re.compile(r"(?:pháp|kỷ|dự thảo|dự án)\s$", re.IGNORECASE)  # pháp luật, kỷ luật; what is yet to be made
_ABOUT = ("về ", "về\u00a0", "về\n")
_TREATY = re.compile(r"(?:Công ước|Hiệp ước|Hiệp định|Nghị định thư|Hội nghị)[ \u00a0][^,;.()\n]{0,80}$")
_TREATY_WINDOW = 110


class LawName(Struct, frozen=True):
    """A law's name found in a text: `full` is the table's spelling where `known`, else the words as written."""

    start: int
    end: int
    kind: str
    full: str
    known: bool
    amending: bool = False


# The tone mark of oa, oe and uy stands on either letter; both are written.
_OLD_NEW = [
    (old, new)
    for old, new in zip(
        ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
        ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
        strict=True,
    )
]
_TONE = re.compile("(?:" + "|".join(old for old, _ in _OLD_NEW) + r")(?!\w)")
_TONE_MAP = dict(_OLD_NEW)


def fold(text: str) -> str:
    """Small letters, one place for tone marks, plain spaces; as long as `text`."""
    lowered = text.lower().replace("\u00a0", " ").replace("\n", " ")
    return _TONE.sub(lambda match: _TONE_MAP[match[0]], lowered)


def _first_word(folded: str) -> str:
    match = _FIRST_WORD.match(folded)
    return match[0] if match else ""


def _councils_abbreviated(folded: str) -> str:
    """`tổ chức hđnd và ubnd` for the name that spells the bodies out."""
    return folded.replace("hội đồng nhân dân", "hđnd").replace("ủy ban nhân dân", "ubnd")


@cache
def _known() -> dict[str, list[tuple[str, str]]]:
    """Folded names without their first word(s), by their first word: (folded, full), longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in laws():
        kind, rest = split_kind(row.name)
        for tail in (rest, *split_list(row.aliases)):
            for written in dict.fromkeys((fold(tail), _councils_abbreviated(fold(tail)))):
                found.setdefault(kind.lower(), []).append((written, row.name))
    return {kind: sorted(names, key=lambda pair: -len(pair[0])) for kind, names in found.items()}


@cache
def _by_first_word() -> dict[tuple[str, str], list[tuple[str, str]]]:
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for kind, names in _known().items():
        for folded, full in names:
            found.setdefault((kind, _first_word(folded)), []).append((folded, full))
    return found


def split_kind(name: str) -> tuple[str, str]:
    """`Bộ luật`, `Dân sự` for `Bộ luật Dân sự`."""
    for kind in ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp", "Điều lệ Đảng"):
        if name.startswith(kind):
            return kind, name.removeprefix(kind).strip()
    return "Luật", name


def find_laws(text: str) -> list[LawName]:
    """The laws that `text` names, in order, without overlap; a draft is none, nor a treaty `về Luật Biển`."""
    found: list[LawName] = []
    for match in HEAD.finditer(text):
        if found and match.start() < found[-1].end:
            continue
        if match.start() and (text[match.start() - 1].isalnum() or _is_no_law(text, match.start())):
            continue
        name = law_at(text, match)
        if name is not None:
            found.append(name)
    return found


def _is_no_law(text: str, at: int) -> bool:
    """Whether the words before `at` make something else of the law named there."""
    if _RULES.search(text, max(0, at - 8), at):
        return True
    about = text.endswith(_ABOUT, 0, at)
    return about and _TREATY.search(text, max(0, at - _TREATY_WINDOW), at) is not None


def law_at(text: str, head: re.Match[str], depth: int = 0) -> LawName | None:
    """The law whose kind stands at `head`; an amending law can amend an amending law, and no more."""
    kind = " ".join(head[0].split())
    if kind.startswith("BL"):
        return _abbreviated(head)
    kind = kind[0].upper() + kind[1:].lower() if not kind.startswith("Điều lệ") else kind
    if kind in ("Hiến pháp", "Điều lệ đảng", "Điều lệ Đảng"):
        return _fixed(text, head, kind)
    amending = _AMENDING.match(text, head.end(), head.end() + 190)
    if amending and depth < 2:
        inner = HEAD.match(text, amending.end())
        law = law_at(text, inner, depth + 1) if inner else None
        if law is not None:
            first = text[head.start() : amending.end()]
            end, more = _more_amended(text, law.end)
            full = f"{first.replace(chr(10), ' ')}{law.full}{more}"
            return LawName(head.start(), end, kind, full, law.known, amending=True)
    return _from_table(text, head, kind) or _from_grammar(text, head, kind)


def _more_amended(text: str, end: int) -> tuple[int, str]:
    """`… của Luật A, Luật B và Luật C` is one amending law; a list without *và* at its end may be several laws."""
    at = end
    while (gap := _NEXT_AMENDED.match(text, at)) is not None:
        head = HEAD.match(text, gap.end())
        law = law_at(text, head, depth=2) if head else None
        if law is None or law.amending or text.startswith(" (sửa đổi", law.end):
            return end, ""
        at = law.end
        if gap[1] != ",":
            return at, text[end:at]
    return end, ""


def _abbreviated(head: re.Match[str]) -> LawName | None:
    """`BLTTHS`: a code by its initials."""
    for row in laws():
        if row.name.startswith("Bộ luật ") and f"BL{row.aliases}" == head[0]:
            return LawName(head.start(), head.end(), "Bộ luật", row.name, known=True)
    return None


_LONGER = re.compile(r"\s(?:nước\sCộng\shòa\sxã\shội\schủ\snghĩa\sViệt\sNam|Cộng\ssản\sViệt\sNam)")
_NAMED_AS_TEXT = re.compile(r"(?:\d[a-zđ]?,?\s(?:của\s)?|(?:Chương|Mục|Phần)\s[IVXL]+,?\s(?:của\s)?|[Cc]ăn\scứ\s)$")


def _fixed(text: str, head: re.Match[str], kind: str) -> LawName | None:
    """The Constitution and the Party Charter: `tuân theo Hiến pháp và pháp luật` is no citation of a text."""
    longer = _LONGER.match(text, head.end())
    dated = re.compile(r",?\s(?:năm\s)?(?:19|20)\d\d").match(text, head.end())
    if not longer and not dated and not _NAMED_AS_TEXT.search(text, max(0, head.start() - 18), head.start()):
        return None
    return LawName(head.start(), longer.end() if longer else head.end(), kind, kind, known=True)


def _from_table(text: str, head: re.Match[str], kind: str) -> LawName | None:
    start = head.end() + 1
    names = _by_first_word().get((kind.lower(), _first_word(fold(text[start : start + _WORD_WINDOW]))))
    if not names:
        return None
    folded = fold(re.sub(r"\s", " ", text[start : start + _WINDOW]))
    for name, full in names:
        if folded.startswith(name) and not folded[len(name) : len(name) + 1].isalnum():
            return LawName(head.start(), start + len(name), kind, full, known=True)
    return None


def _from_grammar(text: str, head: re.Match[str], kind: str) -> LawName | None:
    if not text[head.end() + 1 : head.end() + 2].isupper() or head[0].isupper():
        return None
    if _NO_LAW_BEFORE.search(text, max(0, head.start() - 24), head.start()):
        return None
    end = head.end()
    for count in range(14):
        match = _WORD.match(text, end)
        if match is None:
            break
        word = match[1]
        shouted = word.isupper() and len(word) > 5
        if count and (word.lower() in _STOP or shouted):
            break
        end = match.end()
    name = text[head.end() + 1 : end]
    return LawName(head.start(), end, kind, f"{kind} {name}", known=False) if len(name) > 2 else None
