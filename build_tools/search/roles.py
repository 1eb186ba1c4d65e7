"""Names of roles for the search."""

from __future__ import annotations

from functools import cache

from build_tools.data.rows import Role
from build_tools.data.tables import roles
from build_tools.i18n import language


@cache
def _rows() -> dict[str, Role]:
    return {row.id: row for row in roles()}


def role_row(id_: str) -> Role | None:
    """The row of `data/roles.csv`."""
    return _rows().get(id_)


def role_name(id_: str) -> str:
    """The name of a role in the current language; its id in words where the table has no row."""
    row = role_row(id_)
    if row is None:
        return id_.replace("_", " ")
    return row.name_en if language() == "en" and row.name_en else row.name_vi
