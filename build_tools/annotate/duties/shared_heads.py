"""Names that share a head noun: `các Bộ: Xây dựng, Quốc phòng, Công an`, `Giám đốc các sở: Tài chính, Y tế`.

Behind the first name the head is left out, so that no table knows the words alone; with the head they are a role. Each
is a name where it stands, the first of them together with its head: a verb (`Xây dựng`) or a colon there is none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from build_tools.annotate.roles import Name, lookup
from build_tools.model.document import RoleMention
from build_tools.model.span import Span

_NOUN = (
    r"(?i:bộ|sở|ban|phòng|cục|vụ|viện|hội|đoàn|đảng ủy|đảng bộ|công an|văn phòng|trung tâm|chi cục|tòa án|hạt|trạm|quỹ)"
)
_HEAD = re.compile(
    rf"(?<!\w)[Cc]ác\s+(?:(?P<listed>(?:[^\W\d]+[ ]){{0,3}}{_NOUN})[ ]?:[ ]?|(?P<plain>[Bb]ộ|[Ss]ở)[ ](?=[A-ZĐÀ-Ỹ]))"
)
_OFFICE = re.compile(r"(?<!\w)(?P<office>[^\W\d]+[ ][^\W\d]+)[ ]\Z")
_WORDS = re.compile(r"(?:[^\W\d]+|[-–&])(?:,?[ ](?:[^\W\d]+|[-–]))*")
_NEXT = re.compile(r"(?:,|;|[ ]và)[ ](?=[A-ZĐÀ-Ỹ])")
_WORD_END = re.compile(r"(?<=\w)(?=[ ,.;:)]|\Z)")
_LONGEST, _MOST_WORDS, _MOST = 90, 9, 30
_LEAST = 2  # names that share a head


def with_shared_heads(text: str, names: list[RoleMention | Name]) -> list[RoleMention | Name]:
    """The names, and those that share a head; a name that such a one holds or crosses is left out."""
    found = [name for names_here in map(list, _lists(text)) if len(names_here) >= _LEAST for name in names_here]
    if not found:
        return names
    kept = list(_apart(names, found))
    return sorted((*kept, *found), key=lambda name: name.span)


def _apart(names: Iterable[RoleMention | Name], found: list[Name]) -> Iterator[RoleMention | Name]:
    ends = [name.span.end for name in found]
    for name in names:
        at = bisect_left(ends, name.span.start + 1)
        if at == len(found) or name.span.end <= found[at].span.start:
            yield name


def _lists(text: str) -> Iterator[Iterator[Name]]:
    last = 0
    for match in _HEAD.finditer(text):
        if match.start() >= last:
            last = match.end()
            yield _list(text, match)


def _list(text: str, match: re.Match[str]) -> Iterator[Name]:
    """The names of one list, up to the first words that are none with the head before them."""
    head, start = match["listed"] or match["plain"], match.end()
    many = _office(text, match, head) if match["listed"] else None
    opens = match.start(match.lastgroup or 0)
    for _number in range(_MOST):
        end, role = _longest(text, start, head)
        if role is None:
            return
        yield Name(Span(opens, end), many or role)
        following = _NEXT.match(text, end)
        if following is None:
            return
        opens = start = following.end()


def _office(text: str, match: re.Match[str], head: str) -> str | None:
    """The role of those who head the bodies of the list (`Giám đốc các sở: …`)."""
    before = _OFFICE.search(text, max(0, match.start() - _LONGEST), match.start())
    return lookup(f"{before['office']} các {head}") if before is not None else None


def _longest(text: str, start: int, head: str) -> tuple[int, str | None]:
    """Where the longest name ends that the words at `start` are with the head before them, and its role."""
    words = _WORDS.match(text, start, start + _LONGEST)
    ends = [match.end() for match in _WORD_END.finditer(text, start, words.end())][:_MOST_WORDS] if words else []
    for end in reversed(ends):
        role = lookup(f"{head} {text[start:end]}")
        if role is not None:
            return end, role
    return start, None
