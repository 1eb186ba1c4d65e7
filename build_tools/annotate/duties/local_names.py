"""Names of bodies that the table of roles lacks and that the text repeats (`Cục Quản lý, giám sát doanh nghiệp`).

Where such a name ends only the text tells: what two of its places share before they part is the name. A verb or a
comma inside it then belongs to the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from build_tools.annotate.roles import Name
from build_tools.model.document import RoleMention
from build_tools.model.span import Span

_HEAD = re.compile(
    r"(?<![\w“\"])(?:Cục|Vụ|Chi cục|Tổng cục|Viện|Trung tâm|Văn phòng|Phòng|Ban|Hội đồng|Quỹ|Tổng công ty|Công ty|"
    r"Tập đoàn|Ngân hàng|Hiệp hội|Liên đoàn|Học viện|Trường|Bệnh viện|Cơ quan|Doanh nghiệp)[ ]"
    r"(?=[A-ZĐÀ-Ỹ][^\W\d_]*[ ,])"
)
_ENDS = re.compile(
    r"\s*(?:[.;:,()”\"/]|$|\s(?:và|hoặc|có|phải|được|theo|để|về|tại|gửi|là|do|trình|chịu|không|căn cứ|"
    r"chủ trì|phối hợp)\b)"
)
_BREAK = re.compile(r"[()“”;]|\s(?:để|theo|được|thuộc|chủ trì|phối hợp với|trình|có)\s|,\s(?=[A-ZĐ])|\svà\scác\s")
"""What stands in no name: behind it something else begins."""
_WORD_END = re.compile(r"[^\W\d_](?=[\s,.;:()”\"/]|$)")
_INNER = re.compile(
    r",|\s(?:qua|cho|về|với|theo|trong|tại|để|giám sát|kiểm tra|đánh giá|quản lý|tổ chức|hỗ trợ|hợp tác|"
    r"điều phối|phát triển|xây dựng|đào tạo|bảo đảm|phòng|cấp|đăng ký|giao dịch|thông tin)\b"
)
_LONGEST, _SHORTEST_WORDS, _SAME, _MOST = 120, 4, 14, 12


def with_local_names(text: str, mentions: Iterable[RoleMention]) -> list[RoleMention | Name]:
    """The mentions, and the names that the text repeats; a mention inside such a name, or across it, is left out."""
    known = sorted(mentions, key=lambda m: m.span)
    starts = {mention.span.start for mention in known}
    names = [name for name in _names(text, starts) if not _is_part(name, known)]
    if not names:
        return list(known)
    inside, at = [], 0
    for mention in known:
        while at < len(names) and names[at].span.end <= mention.span.start:
            at += 1
        if at == len(names) or mention.span.end <= names[at].span.start:
            inside.append(mention)
    return sorted((*inside, *names), key=lambda m: m.span)


def _is_part(name: Name, known: list[RoleMention]) -> bool:
    """Whether a name is the end of one that the table has (`Chánh` before `Văn phòng HĐND và UBND xã`)."""
    at = bisect_right(known, name.span.start, key=lambda mention: mention.span.start) - 1
    return at >= 0 and known[at].span.start < name.span.start < known[at].span.end


def _names(text: str, known: set[int]) -> Iterator[Name]:
    places: dict[str, list[int]] = defaultdict(list)
    heads = [
        match.start() for match in _HEAD.finditer(text) if match.start() not in known and text[match.end()].isupper()
    ]
    for start in heads:
        places[text[start : start + _SAME]].append(start)
    last = 0
    for start in heads:
        length = _length(text, start, places[text[start : start + _SAME]])
        if length and start >= last:
            last = start + length
            yield Name(Span(start, last))


def _length(text: str, start: int, places: list[int]) -> int:
    """How long the name at `start` is: the shortest that it shares with another place; 0 where none is sure."""
    lengths = (_shared(text, start, other) for other in islice(reversed(places), _MOST) if other != start)
    return min((length for length in lengths if length), default=0)


def _shared(text: str, start: int, other: int) -> int:
    """The length of the words that two places share before they part, where these are a name; otherwise 0."""
    length = _SAME
    while length < _LONGEST and text[start + length : start + length + 1] == text[other + length : other + length + 1]:
        if text[start + length : start + length + 1] in ("", "\n"):
            break
        length += 1
    words = _BREAK.split(text[start : start + length], maxsplit=1)[0]
    ends = [match.end() for match in _WORD_END.finditer(words)]
    if not ends or length >= _LONGEST:
        return 0
    length = ends[-1]
    whole = _ENDS.match(text, start + length) or _ENDS.match(text, other + length)
    name = text[start : start + length]
    return length if whole and len(name.split()) >= _SHORTEST_WORDS and _INNER.search(name) else 0
