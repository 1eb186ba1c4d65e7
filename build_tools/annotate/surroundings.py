"""What stands around a symbol: its date, its issuer and its subject, before it or after it.

`Ngày 26/4/2024, Ban cán sự đảng Bộ Tư pháp đã ban hành Kế hoạch số 196-KH/BCSĐ`; `Quy định số 132-QĐ/TW, ngày
27/10/2023 của Bộ Chính trị về kiểm soát quyền lực …`. Nothing is taken across the end of a block.
"""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from build_tools.grammar.dates import DATE, parse_date, read_date
from build_tools.grammar.type_words import type_word_pattern


class Surroundings(Struct, frozen=True):
    """`end` is where the words about the document end: date and issuer included, the subject not."""

    end: int
    date: dt.date | None = None
    year: int | None = None
    issuer: str | None = None
    subject: str | None = None


_S = r"[ \u00a0]"
_DATE_GAP = re.compile(
    rf"{_S}{{0,2}},?{_S}{{0,2}}(?:\(?(?:được )?(?:ban hành|thông qua|ký) )?(?=[Nn]gày|\d)|"
    rf"[ \u00a0,]{{0,3}}\n?(?=(?:ngày|NGÀY){_S})"
)
_YEAR = re.compile(rf"{_S}(?:năm{_S})?((?:19|20)\d\d)(?!\d|[/.-]\d)")
_BY = re.compile(rf"(?:{_S}{{0,2}},?{_S}{{1,2}}|(?<=\d))(?:của|do){_S}{{1,2}}(?=[A-ZĐÂÁÀẢÃẠĂÊÔƠƯỦỦỨỊÝ])")
_BY_IN_CAPITALS = re.compile(r"[ \u00a0,]{0,3}[ \u00a0\n](?:CỦA|DO)[ \u00a0\n]")
# `của Bộ trưởng Bộ Tài chính và Bộ trưởng Bộ Tư pháp`: what stands between the issuers of a joint act.
_JOINED_BODY = re.compile(rf"(?:[,;]|,?{_S}(?:và|cùng|với)|{_S}?[-–]){_S}(?=[A-ZĐỦ])")
_MEETING = re.compile(rf",?{_S}(?:Hội nghị [^,;.()\n]{{0,40}}?)(?=Ban Chấp hành|Bộ Chính trị|Ban Bí thư)")
_BODY_HEADS = frozenset(
    re.findall(
        r"\w+",
        """
        Bộ Ban Ủy UBND HĐND Hội Chính Thủ Quốc Chủ Tỉnh Thành Đảng Thanh Sở Cục Tổng Viện Tòa Toà Trung Văn
        Quân Liên Công Thống Chánh Kiểm Đoàn Ngân Bảo Thường BTV BCH BTP VKSND TAND Bí Huyện Quận Mặt Học
        Trường Hiệu Giám Thi Uỷ Xã Phường Tổ Tiểu Thị Quỹ Tập Phòng Chi Trưởng Phó Hiệp Nhà
        """,
    )
)
_BODY_AFTER_DATE = re.compile(
    rf",?{_S}(?=(?:Ban Chấp hành|Bộ Chính trị|Ban Bí thư|Chính phủ|Quốc hội|Thủ tướng)(?!\w))"
)
_WORD = re.compile(
    r"(?:[ \u00a0]{1,2}|(?<=Bộ trưởng)\n(?=Bộ )|(?<=\w)[ \u00a0]?[-–][ \u00a0]?|(?<=\w)[ \u00a0]?&[ \u00a0]?|"
    r",[ \u00a0](?=Thể thao|Thương binh|Chủ nhiệm))?([^\W_]+)"
)
_WORD_AFTER_LINE = re.compile(r"(?:[ \u00a0]{0,2}[ \u00a0\n]|[ \u00a0]?-[ \u00a0]?)?([^\W\d_]+)")
_STOP = frozenset(
    re.findall(
        r"\w+",
        """
        về đã được trong tại đối để thì là có nhằm ngày theo hoặc cho phải không tới đến trên số ký bãi thay
        kèm khóa khoá sẽ trước sau cùng với khi mà nêu hỏi gồm hết còn ngay nếu từ bằng gửi bao chỉ do và
        """,
    )
)
_HEADS_ALONE = ("Bộ", "Ban", "Sở", "Ủy ban", "Uỷ ban", "Bộ trưởng", "Bộ trưởng Bộ", "Tỉnh")  # the rest was cut off
# Words of two syllables that go on with the sentence; each syllable alone can stand in a name (Ủy ban, Phát triển).
_STOP_PAIR = re.compile(
    r"(?:ban hành|triển khai|thực hiện|quy định|hướng dẫn|sửa đổi|bổ sung|phê duyệt|thông qua|hợp nhất|tiếp tục|"
    r"giao cho|nhiệm kỳ|yêu cầu|đề nghị|công bố|điều chỉnh|tăng cường|thí điểm|như sau|thi hành(?! án))(?!\w)"
)
_UNIT_WORDS = frozenset(("Điểm", "Khoản", "Điều", "Mục", "Chương", "Phần", "Phụ", "Tiểu"))
_PLANNING = re.compile(r"Kế hoạch và Đầu tư|Kế hoạch (?:và|-) Tài chính")


_OF_NAME = r"(?:[^,;.:()\n“”\"]|,(?= (?:Thể thao|Thương binh) ))"
_PAPERS = rf"(?:(?:văn{_S}bản|[Tt]ờ{_S}trình|[Bb]áo{_S}cáo|[Cc]ông{_S}văn)(?:{_S}sau(?:{_S}đây)?)?:{_S})?"
_DAY = rf"[\d/.-]{{8,10}}|\d{{1,2}}{_S}tháng{_S}\d{{1,2}}{_S}năm{_S}\d{{4}}"
_ISSUED_BEFORE = re.compile(
    rf"(?:[Nn]gày{_S}(?P<day>{_DAY}),?{_S})?(?P<issuer>[A-ZĐỦ]{_OF_NAME}{{2,80}}?){_S}(?:đã{_S})?"
    rf"(?:ban hành|có){_S}(?:các{_S})?$"
)
_HEAD = re.compile(r"(?<!\S)[^\W\d_]+")
# Words that begin as the name of a body does and are none.
_NO_BODY = re.compile(
    r"Công (?:tác|bố|khai|nhận)|Chính (?!phủ)|Hội (?:nghị|thảo)|Tổng (?:kết|hợp|số)|Thống (?:nhất|kê)|Thi (?:đua|hành)|"
    r"Thanh (?:toán|lý)|Thường xuyên|Chủ (?:trương|động)|Văn bản|Học tập|Bảo (?:đảm|vệ)|Giám sát|Thành (?:lập|phần)|"
    r"Trường hợp|Ban hành|Kiểm (?:tra|soát)(?!\w| nhà nước)"
)
_TERM = re.compile(rf"{_S}\(?(?:khóa|khoá){_S}[IVXL]+(?:,?{_S}nhiệm{_S}kỳ{_S}\d{{4}}{_S}?[-–]{_S}?\d{{4}})?\)?(?!\w)")
_AT_BEFORE = re.compile(
    rf"(?:của|từ){_S}(?P<issuer>[A-ZĐỦ]{_OF_NAME}{{2,90}}?){_S}(?:\([^()\n]{{1,40}}\){_S})?tại{_S}(?:các{_S})?{_PAPERS}$"
)
_TOLD_BEFORE = re.compile(  # `đã được Bộ Chính trị đề ra tại`
    rf"(?:được|do){_S}(?P<issuer>[A-ZĐỦ]{_OF_NAME}{{2,80}}?){_S}"
    rf"(?:đề{_S}ra|nêu|quy{_S}định|ban{_S}hành|xác{_S}định|phê{_S}duyệt){_S}tại{_S}(?:các{_S})?$"
)
_ENDS_BEFORE = re.compile(rf"(?:ban hành|có|tại){_S}(?:các{_S})?{_PAPERS}$")  # as both of them end
_AFTER_ANOTHER = re.compile(r"^.*\stại\s.*?\d.*\s(?:và|,)\s")  # `của A tại Tờ trình số 1 ngày … và B tại`
_SUBJECT = re.compile(
    rf"(?:{_S}{{0,2}},)?{_S}{{1,2}}(về(?:{_S}việc)?{_S}(?:[“\"][^”\"\n]{{4,400}}[”\"]|[^;.\n()]{{4,400}}))|"
    rf"{_S}{{1,2}}((?:quy{_S}định|hướng{_S}dẫn|sửa{_S}đổi|ban{_S}hành|phê{_S}duyệt|triển{_S}khai|thực{_S}hiện|"
    rf"tiếp{_S}tục|tăng{_S}cường|bãi{_S}bỏ|điều{_S}chỉnh){_S}[^;.\n()]{{4,400}})"
)
_SUBJECT_END = re.compile(
    rf",{_S}(?=[A-ZĐỦ])|{_S}(?:và|,){_S}(?:[Kk]ế hoạch|[Nn]ghị định|[Qq]uyết định|[Tt]hông tư){_S}(?:số|này)|"
    rf"{_S}(?:được{_S}sửa|đã{_S}được|có{_S}hiệu{_S}lực|hết{_S}hiệu|như{_S}sau)|:"
)


def read_after(text: str, end: int, bodies: int = 1) -> Surroundings:
    """Date, issuer and subject after a symbol or a law's name that ends at `end`.

    `bodies` is how many issuers the symbol of a joint act has; they are one `issuer`, as written.
    """
    date, year, at = _date_after(text, end)
    issuer, at = _issuer_after(text, at, bodies, dated=date is not None)
    if issuer is not None:
        term = _TERM.match(text, at)  # `của Bộ Chính trị khóa XII`
        at = term.end() if term else at
        if date is None:
            date, _, at = _date_after(text, at)
    subject = _SUBJECT.match(text, at)
    return Surroundings(at, date, year, issuer, _cut_subject(subject[1] or subject[2]) if subject else None)


def read_before(text: str, start: int) -> tuple[dt.date | None, str | None]:
    """Date and issuer before the type word that begins at `start`."""
    if not _ENDS_BEFORE.search(text, max(0, start - 36), start):
        return None, None
    floor = max(0, start - 160, text.rfind("\n", max(0, start - 160), start) + 1)
    match = _ISSUED_BEFORE.search(text, floor, start)
    issuer = _issuing(match["issuer"]) if match else None
    if match and issuer:
        return (parse_date(match["day"]) if match["day"] else None), issuer
    told = _TOLD_BEFORE.search(text, floor, start)
    issuer = _issuing(told["issuer"]) if told else None
    if issuer:
        return None, issuer
    match = _last(_AT_BEFORE, text, floor, start)
    return None, _body(_AFTER_ANOTHER.sub("", match["issuer"])) if match else None


def _last(pattern: re.Pattern[str], text: str, floor: int, end: int) -> re.Match[str] | None:
    """The match that ends at `end` and begins last, so that the nearest body is taken."""
    found = None
    at = floor
    while (match := pattern.search(text, at, end)) is not None:
        found, at = match, match.start("issuer") + 1
    return found


def _issuing(words: str) -> str | None:
    """The body that the words before `ban hành` end with, whole: `Thủ tướng Chính phủ`, not its last two syllables."""
    for head in _HEAD.finditer(words):
        if head[0] not in _BODY_HEADS or _NO_BODY.match(words, head.start()):
            continue
        end = _end_of_body(words, head.start())
        if end == len(words) or _TERM.fullmatch(words, end):
            return words[head.start() : end]
    return None


def _body(words: str) -> str | None:
    """The words if they begin with the head of a body's name."""
    for at in range(len(words)):
        if (
            (at == 0 or words[at - 1] == " ")
            and words[at:].split()[0:1]
            and words[at:].split(maxsplit=1)[0] in _BODY_HEADS
        ):
            return words[at:]
    return None


def _date_after(text: str, end: int) -> tuple[dt.date | None, int | None, int]:
    gap = _DATE_GAP.match(text, end)
    match = DATE.match(text, gap.end()) if gap else None
    if match and (day := read_date(match)):
        return day, None, match.end()
    year = _YEAR.match(text, end)
    return (None, int(year[1]), year.end()) if year else (None, None, end)


def _issuer_after(text: str, at: int, bodies: int, *, dated: bool) -> tuple[str | None, int]:
    by = _BY.match(text, at) or (dated and (_MEETING.match(text, at) or _BODY_AFTER_DATE.match(text, at)))
    if not by:
        return _issuer_in_capitals(text, at)
    end = _end_of_body(text, by.end())
    if not _is_body(text[by.end() : end]):
        return None, at
    for _ in range(bodies - 1):
        joined = _JOINED_BODY.match(text, end)
        more = _end_of_body(text, joined.end()) if joined else end
        if not joined or not _is_body(text[joined.end() : more]):
            break
        end = more
    return text[by.end() : end].replace("\n", " "), end


def _is_body(name: str) -> bool:
    """Whether the words are the whole name of a body."""
    head = name.split(maxsplit=1)[:1]
    return name not in _HEADS_ALONE and bool(head) and head[0] in _BODY_HEADS


def _issuer_in_capitals(text: str, at: int) -> tuple[str | None, int]:
    """`CỦA BỘ CHÍNH TRỊ` in a title, which may stand on the next line."""
    by = _BY_IN_CAPITALS.match(text, at)
    if not by:
        return None, at
    end = by.end()
    while (match := _WORD_AFTER_LINE.match(text, end)) is not None and match[1].isupper() and end - by.end() < 120:
        word, start = match[1].lower(), match.start(1)
        going_on = text[start : start + 20].lower()
        if end > by.end() and (word in _STOP or _STOP_PAIR.match(going_on) or type_word_pattern().match(text, start)):
            break
        end = match.end()
    name = " ".join(text[by.end() : end].split())
    return (name, end) if _is_body(name.title()) or name.split()[:1] == ["UBND"] else (None, at)


def _end_of_body(text: str, start: int) -> int:
    """Where the name of a body that begins at `start` ends: at a mark or at a word that goes on with the sentence."""
    end = start
    while (match := _WORD.match(text, end)) is not None and end - start < 120:
        word = match[1]
        if word == "và" and end > start:
            following = _WORD.match(text, match.end())
            if not following or not _joins(text[start:end], following[1]) or _begins_anew(text, following):
                break
        elif end > start and _goes_on(text, word, match.start(1)):
            break
        end = match.end()
    return end


def _goes_on(text: str, word: str, at: int) -> bool:
    """Whether the word at `at` is no part of the body's name any more."""
    if word in _STOP or _STOP_PAIR.match(text, at):
        return True
    named = word[0].isupper() and type_word_pattern().match(text, at)
    return bool(named) and not _PLANNING.match(text, at)


def _begins_anew(text: str, following: re.Match[str]) -> bool:
    """Whether the words behind *và* name another document or a unit of one (`và Chỉ thị số`, `và Khoản 2`)."""
    return _goes_on(text, following[1], following.start(1)) or following[1] in _UNIT_WORDS


def _joins(before: str, following: str) -> bool:
    """Whether *và* stands inside a name (`Bộ Giáo dục và Đào tạo`) and not between two bodies."""
    head = before.rsplit("Bộ trưởng ", 1)[-1].removeprefix("Liên ").split(maxsplit=1)[0]
    ministry = head in {"Bộ", "Ban", "Sở", "Uỷ", "Ủy"} or before.startswith("Bộ trưởng ")  # `Bộ trưởng Lao động …`
    if not ministry or not following[0].isupper():
        return False
    return following in {"Xã", "Công", "Giám"} or following not in (*_BODY_HEADS, "Kế", "Quy", "Nghị", "Quyết")


def _cut_subject(words: str) -> str:
    end = _SUBJECT_END.search(words)
    return words[: end.start() if end else None].strip(" ,\u00a0")
