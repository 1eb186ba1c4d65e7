"""Names of roles for the search."""

from __future__ import annotations

from build_tools.data.tables import role_abbreviations, role_row
from build_tools.i18n import language


def role_name(id_: str) -> str:
    """The name of a role in the current language; its id in words where the table has no row."""
    row = role_row(id_)
    if row is None:
        return id_.replace("_", " ")
    return row.name_en if language() == "en" and row.name_en else row.name_vi


def called(*names: str) -> tuple[str, ...]:
    """Names as people type them: as they are, and with the abbreviations of their parts (`UBND xã`)."""
    found = dict.fromkeys(name for name in names if name)
    for name in list(found):
        for row in role_abbreviations():
            at = name.casefold().find(row.words.casefold())
            if at >= 0:
                found[f"{name[:at]}{row.abbr}{name[at + len(row.words) :]}"] = None
    return tuple(found)
