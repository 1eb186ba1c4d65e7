"""Loads the tables of facts. No logic beyond reading a row; a table is read once, when it is first asked for."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

_HERE = Path(__file__).parent
T = TypeVar("T", bound=Struct)


class DocumentType(Struct, frozen=True):
    """A type of document (`doc_types.csv`): abbreviation in symbols, names, system."""

    abbr: str
    name_vi: str
    name_en: str
    system: str
    normative: str
    source: str
    note: str = ""


class Issuer(Struct, frozen=True):
    """An issuing body (`issuers.csv`); `aliases` are other written forms of the abbreviation, parted by `;`."""

    abbr: str
    name_vi: str
    level: str
    system: str
    aliases: str
    source: str
    note: str = ""


class Place(Struct, frozen=True):
    """A province or city (`places.csv`); `until` and `part_of_since_then` record the merger of 1 July 2025."""

    name: str
    kind: str
    until: str
    part_of_since_then: str
    aliases: str
    source: str
    origin: str = ""


class Role(Struct, frozen=True):
    """A body, position or judicial title (`roles.csv`)."""

    id: str
    name_vi: str
    name_en: str
    kind: str
    level: str
    aliases: str
    note: str = ""


class DeadlinePhrase(Struct, frozen=True):
    """A form of time limit (`deadline_phrases.csv`)."""

    phrase: str
    kind: str
    normalised: str
    qualifier: str
    rule: str
    origin: str = ""


class RelationPhrase(Struct, frozen=True):
    """A cue of a relation between documents (`relation_phrases.csv`)."""

    cue_vi: str
    relation: str
    direction: str
    example: str
    note: str
    origin: str = ""


def split_list(field: str) -> tuple[str, ...]:
    """The items of a table field that holds a list parted by `;`."""
    return tuple(item.strip() for item in field.split(";") if item.strip())


def read_table(name: str, row_type: type[T]) -> tuple[T, ...]:
    """The rows of `name`.csv; `msgspec.ValidationError` names the row that does not fit."""
    with (_HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_row(name, number, row, row_type) for number, row in enumerate(csv.DictReader(file), start=2))


def _row(name: str, number: int, row: Mapping[str, str], row_type: type[T]) -> T:
    try:
        return msgspec.convert(row, row_type)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{name}.csv, line {number}: {error}") from None


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All rows of `doc_types.csv`."""
    return read_table("doc_types", DocumentType)


@cache
def issuers() -> tuple[Issuer, ...]:
    """All rows of `issuers.csv`."""
    return read_table("issuers", Issuer)


@cache
def places() -> tuple[Place, ...]:
    """All rows of `places.csv`."""
    return read_table("places", Place)


@cache
def roles() -> tuple[Role, ...]:
    """All rows of `roles.csv`."""
    return read_table("roles", Role)


@cache
def deadline_phrases() -> tuple[DeadlinePhrase, ...]:
    """All rows of `deadline_phrases.csv`."""
    return read_table("deadline_phrases", DeadlinePhrase)


@cache
def relation_phrases() -> tuple[RelationPhrase, ...]:
    """All rows of `relation_phrases.csv`."""
    return read_table("relation_phrases", RelationPhrase)
