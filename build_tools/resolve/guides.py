"""Role guides: for each role that the library names, what is laid on it, on the groups it belongs to, or said of it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache

from build_tools.data.rows import Role
from build_tools.data.tables import role_row, split_list
from build_tools.model.anchors import Anchors
from build_tools.model.document import Document, Level, RoleMention
from build_tools.model.duty import Duty
from build_tools.model.library import Assignment, Entry, Family, Guide, Passage, Work
from build_tools.model.span import Span

_RANK = {Level.CENTRAL: 0, Level.PROVINCE: 1, Level.DISTRICT: 2, Level.COMMUNE: 3}
_BODIES = ("body", "group")
_HEADS = "thu_truong"
_OF_THE_CENTRE = re.compile(r"ngang [Bb]ộ|thuộc Chính phủ|[Bb]ộ, ngành|[Tt]rung ương")
"""Words of a group that make it one of central bodies (`Thủ trưởng cơ quan ngang bộ` are no heads of a department)."""


def build_guides(
    entries: Mapping[str, Entry], works: Mapping[str, Work], families: tuple[Family, ...]
) -> dict[str, Guide]:
    """A guide for every role that a document of the library names or charges, by role id.

    `own` are the duties that name the role, `wider` those that name a group it belongs to (with the group in `via`),
    `mentions` the passages that name it outside its duties. A group reaches only roles at or below the level of the
    body that issued the document, and only roles that existed on its day. Who holds a title in a body (an enforcement
    officer) is not charged with what the body is charged with.
    """
    del works, families  # guides are filtered by place and family when they are shown
    library = [_Held(id_, entry.document) for id_, entry in sorted(entries.items())]
    named = sorted({role for held in library for role in held.named})
    return {role: _guide(role, library) for role in named}


class _Held:
    """One document, its duties by the roles that they charge, its mentions by the roles that they name."""

    def __init__(self, id_: str, document: Document) -> None:
        self.id = id_
        self.document = document
        self.anchors = Anchors.of(document)
        self.by_role: dict[str, list[tuple[Duty, int]]] = {}
        for duty in document.duties:
            for number, actor in enumerate(duty.actors):
                if actor.role is not None:
                    self.by_role.setdefault(actor.role, []).append((duty, number))
        self.mentions: dict[str, list[RoleMention]] = {}
        for mention in document.mentions:
            self.mentions.setdefault(mention.role, []).append(mention)
        self.named = {*self.by_role, *self.mentions}

    def passage(self, span: Span) -> Passage:
        return Passage(self.id, span, self.anchors.at(span))

    def reaches(self, role: Role | None) -> bool:
        """Whether the groups that this document addresses can include a role."""
        if role is None:
            return False
        day = self.document.metadata.date
        if day is not None and not _valid(role, day):
            return False
        level = self.document.metadata.level
        if level not in _RANK or role.level not in _RANK:
            return True
        return _RANK[Level(role.level)] >= _RANK[level]

    def may_mean(self, group: Span, role: str) -> bool:
        """Whether the words of a group can mean a role: those of central bodies mean no other body."""
        row = role_row(role)
        central = row is not None and row.level in ("central", "any")
        return central or not _OF_THE_CENTRE.search(group.of(self.document.text))

    def heads_reach(self, role: str) -> bool:
        """Whether the heads whom the document calls `Thủ trưởng` can be those of a role's body.

        Central documents mean the heads of central bodies by it, and of units of their own ministry.
        """
        row = role_row(role)
        return self.document.metadata.level is not Level.CENTRAL or row is None or row.level in ("central", "any")

    def headings_of(self, passages: list[Span]) -> list[Span]:
        """The headings of the units in which passages stand."""
        units = [(unit.span, unit.heading_span) for unit in self.document.units]
        return [heading for unit, heading in units if heading and any(unit.contains(span) for span in passages)]


def _guide(role: str, library: Iterable[_Held]) -> Guide:
    own: list[Assignment] = []
    wider: list[Assignment] = []
    mentions: list[Passage] = []
    for held in library:
        mine = held.by_role.get(role, [])
        own += [Assignment(held.id, duty.id, number, None, held.passage(duty.span)) for duty, number in mine]
        if held.reaches(role_row(role)):
            wider += _through_groups(role, held, {duty.id for duty, _number in mine})
        mentions += _mentions(role, held, mine)
    nearest = {group: number for number, group in enumerate(groups_of(role))}
    wider.sort(key=lambda assignment: nearest[assignment.via or ""])
    return Guide(role, tuple(own), tuple(wider), tuple(mentions))


def _through_groups(role: str, held: _Held, known: set[str]) -> list[Assignment]:
    """The duties of the groups that a role belongs to, the nearest group first; each duty once."""
    found = []
    for group in groups_of(role):
        if group == _HEADS and not held.heads_reach(role):
            continue
        for duty, number in held.by_role.get(group, []):
            if duty.id not in known and held.may_mean(duty.actors[number].span, role):
                known.add(duty.id)
                found.append(Assignment(held.id, duty.id, number, group, held.passage(duty.span)))
    return found


def _mentions(role: str, held: _Held, mine: list[tuple[Duty, int]]) -> list[Passage]:
    """The paragraphs that name a role, apart from those of its own duties and of who bears them; each once."""
    covered = [span for duty, _number in mine for span in (duty.span, duty.assigned_by) if span is not None]
    covered += [duty.actors[number].span for duty, number in mine]
    covered += held.headings_of([duty.span for duty, _number in mine])
    blocks = held.document.blocks
    seen: set[int] = set()
    found = []
    for mention in held.mentions.get(role, ()):
        if any(span.overlaps(mention.span) for span in covered):
            continue
        index = held.anchors.block_at(mention.span.start)
        if index not in seen and index < len(blocks):
            seen.add(index)
            found.append(held.passage(blocks[index].span))
    return found


@cache
def groups_of(role: str) -> tuple[str, ...]:
    """The groups to which a role belongs, the nearest first; of a title only groups of persons."""
    found: list[str] = []
    waiting = [role]
    for each in waiting:  # grows while it is read
        row = role_row(each)
        parents = split_list(row.parents) if row else ()
        if row and row.kind == "title":
            parents = tuple(parent for parent in parents if not _is_body(parent))
        new = [parent for parent in parents if parent not in found and parent != role]
        found += new
        waiting += new
    return tuple(found)


def _is_body(role: str) -> bool:
    row = role_row(role)
    return row is not None and row.kind in _BODIES


def _valid(role: Role, day: dt.date) -> bool:
    begins = dt.date.fromisoformat(role.valid_from) if role.valid_from else dt.date.min
    ends = dt.date.fromisoformat(role.valid_until) if role.valid_until else dt.date.max
    return begins <= day <= ends
