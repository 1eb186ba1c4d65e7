"""Loads the tables of facts. No logic beyond reading a row; a table is read once, when it is first asked for."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from build_tools.data.rows import (
    BearerHead,
    Beginning,
    ChangeObject,
    ChangePhrase,
    DeadlinePhrase,
    DocumentType,
    Issuer,
    Law,
    Place,
    PlanPhrase,
    RelationPhrase,
    RestrictionMark,
    Role,
    RoleAbbreviation,
    RoleGroupWord,
    TaskVerb,
)

_HERE = Path(__file__).parent
T = TypeVar("T", bound=Struct)


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
def _roles_by_id() -> Mapping[str, Role]:
    return {row.id: row for row in roles()}


def role_row(id_: str) -> Role | None:
    """The row of `roles.csv` with this id."""
    return _roles_by_id().get(id_)


@cache
def role_abbreviations() -> tuple[RoleAbbreviation, ...]:
    """All rows of `role_abbreviations.csv`."""
    return read_table("role_abbreviations", RoleAbbreviation)


@cache
def role_group_words() -> tuple[RoleGroupWord, ...]:
    """All rows of `role_group_words.csv`."""
    return read_table("role_group_words", RoleGroupWord)


@cache
def task_verbs() -> tuple[TaskVerb, ...]:
    """All rows of `task_verbs.csv`."""
    return read_table("task_verbs", TaskVerb)


@cache
def bearer_heads() -> tuple[BearerHead, ...]:
    """All rows of `bearer_heads.csv`."""
    return read_table("bearer_heads", BearerHead)


@cache
def deadline_phrases() -> tuple[DeadlinePhrase, ...]:
    """All rows of `deadline_phrases.csv`."""
    return read_table("deadline_phrases", DeadlinePhrase)


@cache
def relation_phrases() -> tuple[RelationPhrase, ...]:
    """All rows of `relation_phrases.csv`."""
    return read_table("relation_phrases", RelationPhrase)


@cache
def laws() -> tuple[Law, ...]:
    """All rows of `laws.csv`."""
    return read_table("laws", Law)


@cache
def restriction_marks() -> tuple[RestrictionMark, ...]:
    """All rows of `restriction_marks.csv`."""
    return read_table("restriction_marks", RestrictionMark)


@cache
def body_beginnings() -> tuple[Beginning, ...]:
    """All rows of `body_beginnings.csv`."""
    return read_table("body_beginnings", Beginning)


@cache
def signer_positions() -> tuple[Beginning, ...]:
    """All rows of `signer_positions.csv`."""
    return read_table("signer_positions", Beginning)


@cache
def column_heads() -> tuple[Beginning, ...]:
    """All rows of `column_heads.csv`."""
    return read_table("column_heads", Beginning)


@cache
def enacted_texts() -> tuple[Beginning, ...]:
    """All rows of `enacted_texts.csv`."""
    return read_table("enacted_texts", Beginning)


@cache
def change_phrases() -> tuple[ChangePhrase, ...]:
    """All rows of `change_phrases.csv`."""
    return read_table("change_phrases", ChangePhrase)


@cache
def change_objects() -> tuple[ChangeObject, ...]:
    """All rows of `change_objects.csv`."""
    return read_table("change_objects", ChangeObject)


@cache
def plan_phrases() -> tuple[PlanPhrase, ...]:
    """All rows of `plan_phrases.csv`."""
    return read_table("plan_phrases", PlanPhrase)
