"""What the table of roles says of a role: whether it is an office, and to which wider groups it belongs."""

from __future__ import annotations

from functools import cache

from build_tools.data.rows import Role
from build_tools.data.tables import roles, split_list

OF_HEADS = frozenset({"thu_truong", "nguoi_dung_dau", "lanh_dao_co_quan_don_vi_dia_phuong", "giam_doc_so"})
PLAIN_GROUPS = frozenset({"co_quan_don_vi_dia_phuong", "so_ban_nganh", "co_quan_chuyen_mon_xa"})


def names_office(role: str | None, *, alone: bool = False) -> bool:
    """Whether a role is a body or a position: what laws say of such a one in the present tense is its duty.

    With `alone`, only one body or position, and no group of them (`các cơ quan, đơn vị`).
    """
    return role in (_single_offices() if alone else _offices())


def own_members(words: str, role: str | None) -> str | None:
    """The role that words name beside a body to which it belongs (`các tổ chức thành viên` beside the Front)."""
    start = f"{words.lower()} của "
    around = {role, *_parents().get(role or "", ())}
    fits = (row.id for row in roles() if around & set(split_list(row.parents)) and _is_named(row, start))
    return next(fits, None) if role else None


def _is_named(row: Role, start: str) -> bool:
    names = (row.name_vi, *split_list(row.aliases))
    return any(name.lower().removeprefix("các ").startswith(start) for name in names)


def wider_groups(role: str | None) -> set[str | None]:
    """The groups by which a role is addressed too."""
    return set(_parents().get(role, ())) if role else set()


@cache
def _offices() -> frozenset[str]:
    return frozenset(
        row.id for row in roles() if row.kind in ("body", "position") or (row.kind == "title" and row.level != "any")
    )


@cache
def _single_offices() -> frozenset[str]:
    groups = OF_HEADS | PLAIN_GROUPS
    return frozenset(row.id for row in roles() if row.id in _offices() - groups and row.level != "any")


@cache
def _parents() -> dict[str, tuple[str, ...]]:
    return {row.id: split_list(row.parents) for row in roles()}
