"""Words that name a type of document: `Quy định`, `Nghị quyết liên tịch`, `Chương trình hành động`."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.tables import document_types

# Words that stand before a symbol in prose and are no type of their own.
_LOOSE_WORDS = ("Văn bản", "Sắc lệnh", "Quy chế phối hợp", "Bộ Luật", "Thư")


@cache
def type_names() -> dict[str, str]:
    """Every type word, casefolded, with the spelling of the table."""
    names = {name.casefold(): name for name in _LOOSE_WORDS if name != "Bộ Luật"}
    for row in document_types():
        for name in row.name_vi.split(", ") if row.name_vi.startswith("Giấy giới thiệu,") else [row.name_vi]:
            word = name.split(" của ")[0].split(" (")[0]
            names.setdefault(word.casefold(), word[0].upper() + word[1:])
    return names


@cache
def letters_of() -> dict[str, frozenset[str]]:
    """For each type word the letters that stand for it in symbols of either system."""
    found: dict[str, frozenset[str]] = {}
    for row in document_types():
        word = row.name_vi.split(" của ")[0].split(" (")[0]
        found[word] = found.get(word, frozenset()) | ({row.abbr} if row.abbr else frozenset())
    return found


@cache
def letters_for(name: str) -> str | None:
    """The letters of a State document's type word, where it has one form of them (`NĐ` for Nghị định)."""
    rows = (row for row in document_types() if row.system == "state" and row.abbr)
    found = {row.abbr for row in rows if row.name_vi.split(" của ")[0].split(" (")[0] == name}
    return next(iter(found)) if len(found) == 1 else None


@cache
def type_word_pattern() -> re.Pattern[str]:
    """Any type word, in any case, longest first; the end of `Bí thư` is none."""
    words = sorted(type_names(), key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}  # a word of the text is compared with those of its own letter only
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    spelled = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<!\w)(?<!bí )(?:{spelled})(?!\w)", re.IGNORECASE)


@cache
def last_syllables() -> frozenset[str]:
    """The last syllable of each type word, casefolded: a quick look at what stands before `này`."""
    return frozenset(name.split()[-1] for name in type_names())


def type_name(word: str) -> str | None:
    """The table's spelling of a type word (`BỘ LUẬT` → `Bộ luật`); None where it is none."""
    return type_names().get(" ".join(word.casefold().split()))


def agrees(name: str, abbr: str) -> bool:
    """Whether a document of type `name` can have a symbol with these letters (a bare symbol agrees with all)."""
    letters = letters_of().get(name, frozenset())
    if name == "Văn bản" and abbr in _known_letters() - {"CV"}:
        return False
    return not abbr or not letters or abbr in letters or abbr not in _known_letters()


def joint_name(name: str, abbr: str) -> str:
    """`Thông tư liên tịch` where `Thông tư` stands before the letters TTLT."""
    joint = f"{name} liên tịch"
    return joint if abbr in letters_of().get(joint, frozenset()) else name


@cache
def _known_letters() -> frozenset[str]:
    return frozenset(row.abbr for row in document_types() if row.abbr)
