"""Lists of bearers: `Công an thành phố và đề nghị: Viện kiểm sát nhân dân thành phố, Tòa án nhân dân thành phố`."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_tools.annotate.duties.heads import head_pattern, is_head
from build_tools.annotate.duties.offices import OF_HEADS, PLAIN_GROUPS
from build_tools.annotate.duties.view import View
from build_tools.annotate.duties.wording import verb_pattern
from build_tools.annotate.roles import lookup
from build_tools.model.duty import Actor, Capacity, Mode
from build_tools.model.span import Span

_SEPARATOR = re.compile(r"[,;]|\s(?:và|cùng với|cùng|hoặc)\s|[()]")
_REQUEST = re.compile(r"(?:(?:và|;|,)\s*)?(?:đề nghị|kính đề nghị|trân trọng đề nghị|mời)\s*:?\s*", re.IGNORECASE)
_OFFICE = (
    r"(?:Ủy viên|Chủ tịch|Phó|Bí thư|Trưởng|Chánh|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Chỉ huy|Cục trưởng|Tổ trưởng|"
    r"Công chức|Cán bộ|Chuyên viên|Tỉnh ủy viên|Thành ủy viên|Đảng ủy viên|Thư ký)\b"
)
_BEFORE_NAME = re.compile(
    rf"(?:(?:đồng chí|đ/c|ông|bà)\s*:?\s+(?!{_OFFICE})(?:\w+\s+){{1,4}}\w+\s*[-–,:(]\s*(?={_OFFICE})|"
    r"ông\s*(?:\(bà\)|[,/]\s*bà)|(?:các|chỉ các|những|toàn thể|tất cả|mỗi|từng|mọi|đội ngũ|lực lượng|đồng chí|đ/c|"
    r"đại diện|ông|bà|và|bất kỳ|bất cứ|"
    r"nhất là|đặc biệt là|bao gồm|gồm)\b:?\s*|[:\s*_-])*",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s+(?:\w+\s+){1,4}\w+", re.IGNORECASE)
_SHARED_HEAD = re.compile(r"(?:các\s+)?(?P<head>[^\W\d][^,;:()\n]{1,40}?)\s*:\s*", re.IGNORECASE)
_LEVEL = re.compile(
    r"\s(?P<tail>xã(?!\s+hội)|phường|đặc khu|cấp xã|tỉnh|thành phố|cấp tỉnh|huyện|cấp huyện|khu vực)(?=\s|$)"
)
_PERSONS = frozenset(
    {
        "người",
        "cá nhân",
        "đối tượng",
        "cử tri",
        "đại biểu",
        "học sinh",
        "sinh viên",
        "hộ gia đình",
        "bên",
        "tổ chức",
        "chủ",
    }
    | {"nguyên đơn", "bị đơn", "người dân", "viên chức", "công chức", "thành viên", "nhân viên"}
    | {"trẻ em", "bệnh nhân", "gia đình", "thân nhân", "công dân", "hành khách", "cổ đông", "cha mẹ", "tập thể"}
)
_GROUP_WORDS = {  # words that mean a group only where they are the whole name
    "đơn vị": "co_quan_don_vi_dia_phuong",
    "cơ quan": "co_quan_don_vi_dia_phuong",
    "ngành": "co_quan_don_vi_dia_phuong",
}
_IN_LISTS = frozenset({"tổ chức"})  # a kind of bodies beside others, a verb where it stands first
_NAMED_BODY = re.compile(
    r"(?:tổ chức|hội đồng|tiểu ban|ban|tổ|đoàn|nhóm|trung tâm)\s+(?P<what>\w+\s+\w+)", re.IGNORECASE
)
_OF_A_TRADE = re.compile(
    r"tổ chức\s+(?:hoạt động|giám định|giám sát|đánh giá|nghiên cứu|công đoàn|công nghiệp|khám|phát|xây|vận hành|điều|"
    r"truyền|đào tạo|kiểm)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"tổ chức(?: khác)?\b", re.IGNORECASE)
_MANY = re.compile(r"(?:các|những|mọi|mỗi|từng|tất cả)\s+$", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\s(?:(?<!chứng )(?<!tín )(?<!địa )chỉ|đều|cũng|vẫn)\Z|"
    r"\s(?:trong|đối với|về)(?:\s(?:việc|công tác))?\Z|"  # of what follows
    r"\s?\([^()]*\Z"  # a remark that goes on
)
"""What may stand behind a name and is no part of it."""
_LONGEST_NAME = 160


class _Piece(NamedTuple):
    """One item of a list: its words, the role they begin with, and whether that name alone is asked, not charged."""

    span: Span
    role: str | None
    mode: Mode
    headed: bool = False  # the head noun that it shares with others says which role


def read_bearers(view: View, span: Span, capacity: Capacity, mode: Mode = Mode.ASSIGN) -> tuple[Actor, ...]:
    """The bearers that a list names, in order; empty where the words do not begin with one.

    A name that the table lacks is kept with its words and without a role. `đề nghị` turns the rest into a request.
    """
    pieces: list[_Piece] = []
    head = ""
    for part, mode_here in _by_mode(view.text, span, mode):
        head = ""
        for words in _items(view, part):
            item, head = _with_head(view, words, head)
            if item.start >= item.end:
                continue
            piece = _piece(view, item, head, mode_here)
            if piece is not None:
                pieces.append(piece)
            elif _PERSON.fullmatch(view.words(item)):
                continue  # whose office follows (`ông Nguyễn Văn A, Phó Chủ tịch …`)
            elif pieces:
                pieces[-1] = pieces[-1]._replace(span=Span(pieces[-1].span.start, item.end))
            else:
                return ()
    pieces = _absorbed(view, _with_shared_level(view, pieces))
    return tuple(Actor(piece.role, piece.span, capacity, piece.mode) for piece in pieces)


def begins_with_bearer(view: View, start: int, end: int) -> bool:
    """Whether a bearer's name begins at `start` (articles before it apart)."""
    at = _BEFORE_NAME.match(view.text, start, end).end()  # type: ignore[union-attr]  # matches the empty text
    mention = view.mentions.covering(at)
    return (mention is not None and mention.span.start == at) or _names_head(view, at, end)


def after_head(view: View, start: int, end: int) -> int:
    """Where the words with which a name begins are over: no verb before that place is a predicate."""
    at = _BEFORE_NAME.match(view.text, start, end).end()  # type: ignore[union-attr]  # matches the empty text
    match = head_pattern().match(view.text, at, end)
    if match is None:
        return at
    named = _NAMED_BODY.match(view.text, at, end)
    told = (
        named is not None
        and (is_used_as_name(view, named[0]) or _is_of_a_trade(view, at, end))
        and verb_pattern().match(named[0], named.start("what") - at)
    )
    return named.end() if named is not None and told else match.end()


def is_used_as_name(view: View, words: str) -> bool:
    """Whether the text elsewhere uses the first words of a name as a noun (`thành viên Hội đồng đánh giá`)."""
    named = _NAMED_BODY.match(words)
    return named is not None and " ".join(named[0].lower().split()) in view.named


def is_institution(view: View, words: str) -> bool:
    """Whether a name that the table lacks is that of a body or an office, not of a kind of people.

    `tổ chức` is a body where the text uses it, with the words that tell which, as a noun (`của tổ chức bảo hiểm y tế`).
    """
    match = head_pattern().match(words)
    if match is None:
        return False
    return match[0].lower() not in _PERSONS or (match[0].lower() in _IN_LISTS and is_used_as_name(view, words))


def person_at(view: View, start: int, end: int) -> str:
    """The head of the kind of person that begins at `start`, in small letters; empty where none does."""
    at = _BEFORE_NAME.match(view.text, start, end).end()  # type: ignore[union-attr]  # matches the empty text
    match = head_pattern().match(view.text, at, end)
    head = match[0].lower() if match is not None and _names_head(view, at, end) else ""
    return head if head in _PERSONS else ""


def is_one_of_a_kind(view: View, actor: Actor) -> bool:
    """Whether words mean one body of a kind (`đơn vị vận hành …`), and not all bodies (`các đơn vị`)."""
    if view.words(actor.span).lower() not in _GROUP_WORDS:
        return False
    return _MANY.search(view.text, max(0, actor.span.start - 10), actor.span.start) is None


def _names_head(view: View, start: int, end: int) -> bool:
    """Whether the words at `start` begin a name, as a head of the table or by what else the text tells.

    A word that makes another of the head (`Tổ chức giám sát …`) does not where the text uses both as a noun.
    """
    text = view.text
    if is_head(text, start, end):
        return True
    if _OF_A_TRADE.match(text, start, end) is None:
        return False
    return _is_of_a_trade(view, start, end) or is_used_as_name(view, text[start : min(end, start + _LONGEST_NAME)])


def _is_of_a_trade(view: View, start: int, end: int) -> bool:
    """Whether the words at `start` mean organisations of a trade (`các tổ chức giám định`)."""
    many = _MANY.search(view.text, max(0, start - 10), start) is not None
    return many and _OF_A_TRADE.match(view.text, start, end) is not None


def _by_mode(text: str, span: Span, mode: Mode) -> list[tuple[Span, Mode]]:
    match = _REQUEST.search(text, span.start, span.end)
    if match is None:
        return [(span, mode)]
    before = Span(span.start, match.start())
    rest = (Span(match.end(), span.end), Mode.REQUEST)
    return [(before, mode), rest] if text[before.start : before.end].strip(" :,*") else [rest]


def _items(view: View, span: Span) -> list[Span]:
    """The parts of a list; separators inside a name of the table and inside brackets do not count."""
    found, start, depth = [], span.start, 0
    for match in _SEPARATOR.finditer(view.text, span.start, span.end):
        mark = match[0]
        if mark in "()":
            depth += 1 if mark == "(" else -1
            continue
        mention = view.mentions.covering(match.start())
        if depth > 0 or (
            mention is not None and mention.span.start < match.start() and match.end() <= mention.span.end
        ):
            continue
        found.append(_trimmed(view.text, Span(start, match.start())))
        start = match.end()
    found.append(_trimmed(view.text, Span(start, span.end)))
    return [item for item in found if item.end > item.start]


def _with_head(view: View, item: Span, head: str) -> tuple[Span, str]:
    """The item without a head noun that it shares with the following ones (`các đảng ủy: Công an tỉnh, …`)."""
    match = _SHARED_HEAD.match(view.text, item.start, item.end)
    if match is None or (view.mentions.covering(match.end() - 1) is not None and match.end() == item.end):
        return item, head
    words = _BEFORE_NAME.sub("", match["head"], count=1)
    return _trimmed(view.text, Span(match.end(), item.end)), words


def _piece(view: View, item: Span, head: str, mode: Mode) -> _Piece | None:
    text = view.text
    start = _BEFORE_NAME.match(text, item.start, item.end).end()  # type: ignore[union-attr]  # matches the empty text
    words = text[start : item.end]
    if head and (role := lookup(f"{head} {words}")) is not None:
        return _Piece(Span(start, item.end), role, mode, headed=True)
    mention = view.mentions.covering(start)
    if mention is not None and mention.span.start == start:
        return _Piece(Span(start, item.end), mention.role, mode)
    if head:
        return _Piece(Span(start, item.end), _head_of_many(head), mode)
    if words.lower() in _IN_LISTS:
        return _Piece(Span(start, item.end), None, mode)
    if _names_head(view, start, item.end) and item.end - start <= _LONGEST_NAME:
        broken = lookup(" ".join(words.split())) if "\n" in words else None  # a name over two lines of a cell
        return _Piece(Span(start, item.end), broken or _GROUP_WORDS.get(words.lower()), mode)
    for noun in ("Sở", "Bộ", "Hội", "Phòng"):
        if words[:1].isupper() and (role := lookup(f"{noun} {words}")) is not None:
            return _Piece(Span(start, item.end), role, mode)
    return None


def _head_of_many(head: str) -> str | None:
    """The position that a shared head noun names (`Giám đốc các Sở: …`), for bodies that the table has no head of."""
    role = lookup(head)
    return role if role in OF_HEADS else None


def _with_shared_level(view: View, pieces: list[_Piece]) -> list[_Piece]:
    """`Thường trực HĐND, UBND xã`: the level that ends a list is that of the names before it that say none."""
    tail = ""
    done: list[_Piece] = []
    for piece in reversed(pieces):
        words = view.words(piece.span)
        match = _LEVEL.search(words)
        role = None if match or not tail or piece.headed else lookup(f"{words} {tail}")
        done.append(piece._replace(role=role) if role else piece)
        tail = match["tail"] if match else tail
    done.reverse()
    return done


def _absorbed(view: View, pieces: list[_Piece]) -> list[_Piece]:
    """`Thủ trưởng các sở, ban, ngành, cơ quan, đơn vị`: the groups after a head of bodies are the bodies it heads.

    So are other organisations after a group of bodies (`Các cơ quan, tổ chức khác`) a part of the group.
    """
    kept: list[_Piece] = []
    for piece in pieces:
        headed = kept and kept[-1].role in OF_HEADS and piece.role in PLAIN_GROUPS
        others = kept and kept[-1].role in PLAIN_GROUPS and _is_others(view, piece)
        if (headed or others) and kept[-1].mode is piece.mode:
            kept[-1] = kept[-1]._replace(span=Span(kept[-1].span.start, piece.span.end))
        elif not any(
            piece.role is not None and piece.role == other.role and piece.mode is other.mode for other in kept
        ):
            kept.append(piece)
    return kept


def _is_others(view: View, piece: _Piece) -> bool:
    return piece.role is None and _OTHERS.match(view.words(piece.span)) is not None


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in " \t\n*_-–:.,;":
        start += 1
    while end > start and text[end - 1] in " \t\n*_-–:.,;/":
        end -= 1
    behind = _NO_NAME.search(text, start, end)
    return Span(start, behind.start() if behind else end)
