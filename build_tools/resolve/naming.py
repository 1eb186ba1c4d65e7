"""Ids, keys and titles of works."""

from __future__ import annotations

from collections import Counter

from build_tools.grammar.slugs import work_id, work_key
from build_tools.model.document import Level, System
from build_tools.resolve.identity import Identity, Scope, names_central


def absent_id(identity: Identity) -> str:
    """The page id of a work that the library does not hold."""
    central = identity.scope is Scope.CENTRAL or names_central(identity.issuer or "")
    return work_id(
        symbol=identity.symbol or "",
        year=identity.year,
        type_name=identity.type_name,
        name=_dated_name(identity),
        place=identity.place,
        level=Level.CENTRAL if central else identity.level,
    )


def _dated_name(identity: Identity) -> str | None:
    """A law's name, with its year where only that tells the versions apart."""
    if identity.symbol or not identity.name or not identity.year:
        return identity.name
    return f"{identity.name} {identity.year}"


def key_of(identity: Identity) -> str:
    """The printed key of a work; a law known by name has its name, a local document its place."""
    local = identity.place if identity.scope is not Scope.CENTRAL else None
    key = work_key(
        identity.system or System.OTHER,
        identity.type_name,
        identity.symbol,
        year=identity.year,
        place=local,
        name=identity.name,
    )
    return str(key)


def title_of(subjects: tuple[str, ...]) -> str | None:
    """The subject that most citations agree on; of those that begin alike, the shortest whole one.

    Where as many speak for several, the longest of these, and of equally long ones the first.
    """
    times = Counter(" ".join(subject.split()) for subject in subjects)
    votes = {short: sum(count for long, count in times.items() if long.startswith(short)) for short in times}
    return max(votes, key=lambda short: (votes[short], len(short)), default=None)
