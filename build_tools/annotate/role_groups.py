"""Groups of bodies named as a list: `các bộ, ngành, cơ quan và địa phương liên quan`.

No table could hold every such list: they are read by the kinds of their members, the words behind them and the office
before them (`data/role_group_words.csv`). A list that the table of roles holds as a name keeps the role it has there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from build_tools.annotate.role_words import SOME, Word, words_of
from build_tools.data.rows import RoleGroupWord
from build_tools.data.tables import role_group_words, split_list

_JOINT = ","
_MOST = 20  # members of a list
_APART = ("head", "tail", "alone")
_TELLING = ("related", "of-ministry")  # words behind one member alone that make a group of it


class _Part(Struct, frozen=True):
    """A row of the table with its words as they are compared."""

    words: tuple[str, ...]
    kind: str
    place: str
    unless: frozenset[str]


class _List(Struct, frozen=True):
    """A list as far as it is read: the kinds of its members, the words behind them, the office before them."""

    kinds: frozenset[str]
    members: int
    after: int
    tail: str = ""
    head: str = ""


@cache
def first_words() -> frozenset[str]:
    """The words with which a list can begin."""
    return frozenset(
        part.words[0] for place in ("head", "member", "alone") for parts in _parts(place).values() for part in parts
    )


def longest_group(tokens: Sequence[Word], first: int) -> tuple[str, int] | None:
    """The role of the longest list that begins at word `first`, and the index after its last word; None without one."""
    if not tokens[first].opens:
        return None
    for found in sorted(_lists(tokens, first), key=lambda item: -item.after):
        role = _role(found) if tokens[found.after - 1].closes else None
        if role is not None and (found.members > 1 or found.tail in _TELLING or found.head):
            return role, found.after
    return _alone(tokens, first)


def _alone(tokens: Sequence[Word], first: int) -> tuple[str, int] | None:
    """The role of one kind of bodies behind `các` (`các sở`)."""
    part = _at(tokens, first, "alone") if first and tokens[first - 1].folded == SOME else None
    after = first + len(part.words) if part is not None else first
    role = _role(_List(frozenset((part.kind,)), 1, after)) if part is not None and tokens[after - 1].closes else None
    return (role, after) if role is not None else None


def _lists(tokens: Sequence[Word], first: int) -> Iterator[_List]:
    """Every beginning of the list at `first` that may be a whole one."""
    head = _at(tokens, first, "head")
    index = first + len(head.words) if head else first
    kinds: list[str] = []
    while len(kinds) < _MOST and (part := _member(tokens, index, listed=not kinds)) is not None:
        if kinds and (part.kind == "party") > (kinds[0] == "party"):
            return
        apart = _stands_apart(tokens, index, part, kinds)
        index = _behind_some(tokens, index) + len(part.words)
        kinds.append(part.kind)
        tail = _at(tokens, index, "tail")
        if apart and tail is not None and tail.kind == "related":
            return
        found = _List(frozenset(kinds), len(kinds), index, head=head.kind if head else "")
        if part.place != "member" and not (head and part.place == "listed"):
            yield found
        if tail is not None:
            yield _List(found.kinds, found.members, index + len(tail.words), tail.kind, found.head)
        joints = sum(1 for _ in takewhile(lambda word: word.folded == _JOINT, tokens[index : index + 2]))
        if not joints:
            return
        index += joints


def _stands_apart(tokens: Sequence[Word], index: int, part: _Part, kinds: list[str]) -> bool:
    """Whether a last member is a name of its own: `các bộ, ngành, địa phương và các cơ quan` (`liên quan`)."""
    if (
        len(kinds) < 2
        or part.kind not in ("body", "organisation")
        or tokens[index - 1].end - tokens[index - 1].start < 2
    ):
        return False  # not behind `và`
    return not {"local", "central"}.isdisjoint(kinds) or _behind_some(tokens, index) > index


def _member(tokens: Sequence[Word], index: int, *, listed: bool) -> _Part | None:
    """The member at a place; one that is a common word too must have `các` before it, or begin the list."""
    behind = _behind_some(tokens, index)
    part = _at(tokens, behind, "member")
    return part if part is None or part.place != "listed" or listed or behind > index else None


def _behind_some(tokens: Sequence[Word], index: int) -> int:
    return index + 1 if index < len(tokens) and tokens[index].folded == SOME else index


def _at(tokens: Sequence[Word], index: int, place: str) -> _Part | None:
    """The longest part of the table at a place that no following word makes another name."""
    if index >= len(tokens):
        return None
    for part in _parts(place).get(tokens[index].folded, ()):
        end = index + len(part.words)
        if tuple(word.folded for word in tokens[index:end]) == part.words:
            following = tokens[end].folded if end < len(tokens) else ""
            return part if following not in part.unless else None
    return None


@cache
def _parts(place: str) -> dict[str, list[_Part]]:
    """The parts for a place in a list by their first word, the longest first."""
    found: dict[str, list[_Part]] = {}
    for part in sorted((_part(row) for row in role_group_words()), key=lambda part: -len(part.words)):
        if (part.place if part.place in _APART else "member") == place:
            found.setdefault(part.words[0], []).append(part)
    return found


def _part(row: RoleGroupWord) -> _Part:
    words = tuple(word.folded for word in words_of(row.words))
    return _Part(words, row.kind, row.place, frozenset(split_list(row.unless)))


def _role(found: _List) -> str | None:
    """The role of a list: of the office before it, else by what it holds."""
    kinds = found.kinds
    if found.head:
        return found.head if _LED_BY.get(found.head, min(kinds)) in kinds else None
    if "party" in kinds:
        return "cap_uy_to_chuc_dang_co_quan_don_vi" if kinds & {"body", "local"} else None
    if kinds == {"person"}:
        return None
    if found.tail == "related" and not {"ministry", "central"} <= kinds:
        return "to_chuc_ca_nhan" if "person" in kinds and kinds <= _PEOPLE else "co_quan_lien_quan"
    if kinds & {"person", "enterprise"}:
        return "to_chuc_ca_nhan" if "person" in kinds and kinds <= _PEOPLE | {"body"} else None
    if kinds & {"ministry", "central"}:
        return ("bo_nganh_dia_phuong" if "local" in kinds else "bo_nganh_tw") if "department" not in kinds else None
    return _local_role(kinds, found.tail)


def _local_role(kinds: frozenset[str], tail: str) -> str | None:
    """The role of a list without ministries and persons."""
    if "department" in kinds:
        return "so_ban_nganh"
    if "division" in kinds:
        return "co_quan_chuyen_mon_xa" if tail != "of-province" else None
    if tail == "of-ministry":
        return "don_vi_thuoc_bo" if kinds <= {"body", "organisation"} else None
    if kinds & {"board", "mass"}:
        by_level = {"of-province": "so_ban_nganh", "of-commune": "ban_nganh_xa"}
        return by_level.get(tail, "co_quan_don_vi_dia_phuong" if "body" in kinds else None)
    return "co_quan_don_vi_dia_phuong" if kinds & {"body", "local", "level"} else None


_LED_BY = {"giam_doc_so": "department", "truong_phong": "division"}  # what an office leads, where it is not anything
_PEOPLE = frozenset({"person", "organisation", "enterprise"})
