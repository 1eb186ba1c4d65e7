"""What the letters of symbols can mean: types, issuing bodies, drafting units, and the spellings that are folded."""

from __future__ import annotations

from functools import cache

from build_tools.data.tables import document_types, issuers, split_list


@cache
def abbreviations() -> frozenset[str]:
    """Type letters that occur in symbols."""
    return frozenset(row.abbr for row in document_types() if row.abbr) | {"QCPH", "CTPH", "BCTĐ", "Ctr"}


@cache
def issuer_systems() -> dict[str, frozenset[str]]:
    """For each issuer's letters (aliases included) the systems of its rows."""
    found: dict[str, frozenset[str]] = {}
    for row in issuers():
        for name in (row.abbr, *split_list(row.aliases)):
            if name and " " not in name and name != "TƯ":
                found[name] = found.get(name, frozenset()) | {row.system}
    return found


@cache
def units() -> frozenset[str]:
    """Letters that stand for a drafting unit, not for a second issuer."""
    return frozenset(
        name
        for row in issuers()
        if row.name_vi.split()[0] in ("Phòng", "Khối") or row.abbr == "VP"
        for name in (row.abbr, *split_list(row.aliases))
    )


@cache
def without_stroke() -> dict[str, str]:
    """D for Đ: `BCSD` means BCSĐ, where the letters without the stroke mean nothing else."""
    known = abbreviations() | {row.abbr for row in issuers()}
    return {name.replace("Đ", "D"): name for name in known if "Đ" in name and name.replace("Đ", "D") not in known}


@cache
def in_capitals() -> dict[str, str]:
    """The letters that a title in capitals has made all capital: `TTG` for TTg, `QĐI` for QĐi."""
    known = abbreviations() | {row.abbr for row in issuers()}
    return {name.upper(): name for name in known if name.upper() not in known}


@cache
def type_names() -> dict[tuple[str, str], frozenset[str]]:
    """The names that type letters can mean, by system."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in document_types():
        name = row.name_vi.split(" của ")[0].split(" (")[0]
        found[row.system, row.abbr] = found.get((row.system, row.abbr), frozenset()) | {name}
    return found
