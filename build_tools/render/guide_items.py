"""What a role guide contains, in its order: the tasks of one role in groups, before any wording or layout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from build_tools.i18n import N_
from build_tools.model.duty import Capacity, DeadlineKind, Duty, Modality, Mode
from build_tools.model.library import Assignment, Guide
from build_tools.model.span import Span
from build_tools.render import words
from build_tools.render.tasks import Task

DATED, RECURRING, STANDING, OCCASION, UNTIMED, REQUESTED, BANNED, POWERS, LIABLE, EXEMPT = (
    "co-thoi-han",
    "dinh-ky",
    "thuong-xuyen",
    "khi-phat-sinh",
    "khong-ghi-thoi-han",
    "duoc-de-nghi",
    "khong-duoc-lam",
    "duoc-lam",
    "chiu-trach-nhiem",
    "mien-giam-trach-nhiem",
)
TITLES: Mapping[str, str] = {
    DATED: N_("With a deadline"),
    RECURRING: N_("Recurring"),
    STANDING: N_("Continuously"),
    OCCASION: N_("When the occasion arises"),
    UNTIMED: N_("Without a stated time"),
    REQUESTED: N_("Asked of this body (it is independent of the issuer)"),
    BANNED: N_("Must not"),
    POWERS: N_("May"),
    LIABLE: N_("Answers for"),
    EXEMPT: N_("Exempt from liability, or liable for less"),
}
"""The groups of a guide in their order, by the anchor of their heading."""
WORK = (DATED, RECURRING, STANDING, OCCASION, UNTIMED)

_BY_MODALITY = {
    Modality.PROHIBITION: BANNED,
    Modality.POWER: POWERS,
    Modality.LIABILITY: LIABLE,
    Modality.EXEMPTION: EXEMPT,
}
_BY_KIND = {
    DeadlineKind.YEARLY: RECURRING,
    DeadlineKind.STANDING: STANDING,
    DeadlineKind.ON_REQUEST: OCCASION,
    DeadlineKind.WITHIN: OCCASION,
    DeadlineKind.PERIOD: UNTIMED,
    DeadlineKind.DATE: UNTIMED,
}


PAGE_ITEMS = 100
"""Most items of its own that one page of a guide shows; more go to further pages."""
MOST_OF_GROUP = 40
"""Of a wider group with more tasks, only those with a day are repeated; the group has a guide of its own."""
MOST_PARTNERED = 10
"""Most tasks of others, done together with a wider group, that are repeated."""

TaskOf = Callable[[str, str], Task]
"""From a work id and a duty id to the task."""


class Item(Struct, frozen=True):
    """One task of a role: its part in it, whether it is only asked, and the wider group that was named, if any.

    `line` is the task in one line for this very reader, `named` are the places of the text that name it or its group.
    """

    task: Task
    capacities: tuple[Capacity, ...]
    requested: bool
    via: str | None
    line: str
    named: tuple[Span, ...] = ()

    @property
    def partner(self) -> bool:
        """Whether another body acts, and the role only belongs to a group with which it is to coordinate."""
        if self.via is None or self.capacities != (Capacity.COORDINATE,):
            return False
        duty = self.task.duty
        return all(any(told.contains(span) for told in _told_to_others(duty)) for span in self.named)

    @property
    def day(self) -> dt.date | None:
        """The day that the deadline names."""
        return words.last_day(self.task.deadline)


class Contents(Struct, frozen=True):
    """A whole guide: `own` by group (only groups with items, in order), `wider` by the wider group's role."""

    own: dict[str, tuple[Item, ...]]
    wider: dict[str, tuple[Item, ...]]

    def items(self) -> tuple[Item, ...]:
        """Everything, own first."""
        return tuple(item for part in (self.own, self.wider) for group in part.values() for item in group)

    def work(self) -> int:
        """How many tasks are laid on the role itself."""
        return sum(len(self.own.get(group, ())) for group in WORK)

    def count(self, group: str) -> int:
        """How many items of its own a group has."""
        return len(self.own.get(group, ()))

    def through_groups(self) -> int:
        """How many items charge the role through wider groups."""
        return sum(not item.partner for items in self.wider.values() for item in items)

    def partnered(self) -> int:
        """How many tasks others are to do together with a wider group."""
        return sum(item.partner for items in self.wider.values() for item in items)


def contents(guide: Guide, task: TaskOf) -> Contents:
    """The guide's assignments as items: a duty that names the role twice stands once, with both capacities."""
    own = _merged(guide.role, guide.own, task)
    mine = {(item.task.document, item.task.duty.id) for item in own}
    others = [a for a in guide.wider if (a.document, a.duty) not in mine]
    groups: dict[str, list[Item]] = {}
    for item in own:
        groups.setdefault(group_of(item), []).append(item)
    wider: dict[str, list[Item]] = {}
    for item in _merged(guide.role, others, task):
        wider.setdefault(item.via or "", []).append(item)
    return Contents(
        own={name: _sorted(groups[name]) for name in TITLES if name in groups},
        wider={name: _sorted(items) for name, items in wider.items()},
    )


def _merged(role: str, assignments: Iterable[Assignment], task_of: TaskOf) -> list[Item]:
    found: dict[tuple[str, str], Item] = {}
    for assignment in assignments:
        task = task_of(assignment.document, assignment.duty)
        key = (assignment.document, assignment.duty)
        actor = task.duty.actors[assignment.actor] if assignment.actor is not None else None
        earlier = found.get(key)
        capacities = earlier.capacities if earlier else ()
        if actor and actor.capacity not in capacities:
            capacities = (*capacities, actor.capacity)
        asked = actor is not None and actor.mode is Mode.REQUEST and (earlier is None or earlier.requested)
        via = earlier.via if earlier else assignment.via
        named = (*(earlier.named if earlier else ()), *((actor.span,) if actor else ()))
        found[key] = Item(task, capacities, asked, via, task.line_for(role, via), named)
    return list(found.values())


def _told_to_others(duty: Duty) -> list[Span]:
    """The passages that name somebody who does more than coordinate: the sentence itself, or the lead-in above it."""
    does = [actor.span for actor in duty.actors if actor.capacity is not Capacity.COORDINATE]
    places = [place for place in (duty.span, duty.assigned_by) if place is not None]
    return [place for place in places if place == duty.span or any(place.contains(span) for span in does)]


def group_of(item: Item) -> str:
    """The group of the guide in which an item stands."""
    duty, limit = item.task.duty, item.task.deadline
    if duty.modality in _BY_MODALITY:
        return _BY_MODALITY[duty.modality]
    if item.requested:
        return REQUESTED
    if item.day is not None:
        return DATED
    return _BY_KIND[limit.kind] if limit else UNTIMED


def _sorted(items: list[Item]) -> tuple[Item, ...]:
    """By day, items without one after; then by document, in the order of the text. What others do comes last."""

    def order(item: Item) -> tuple[bool, bool, dt.date, str, Span]:
        return item.partner, item.day is None, item.day or dt.date.min, item.task.document, item.task.duty.span

    return tuple(sorted(items, key=order))


def in_pages(own: Mapping[str, tuple[Item, ...]]) -> list[dict[str, tuple[Item, ...]]]:
    """The groups of a guide parted into pages of at most `PAGE_ITEMS`; one page, maybe empty, at least."""
    pages: list[dict[str, tuple[Item, ...]]] = [{}]
    room = PAGE_ITEMS
    for group, items in own.items():
        rest = items
        while rest:
            if not room:
                pages.append({})
                room = PAGE_ITEMS
            pages[-1][group], rest = rest[:room], rest[room:]
            room -= len(pages[-1][group])
    return pages


def of_group(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What a guide repeats of a wider group: what it is charged with, or of a large group what of that has a day.

    What others are to do together with the group is repeated only where it is little.
    """
    charged = tuple(item for item in items if not item.partner)
    partnered = tuple(item for item in items if item.partner)
    if is_large(items):
        return tuple(item for item in charged if item.day)[:MOST_OF_GROUP]
    return (*charged, *partnered) if len(partnered) <= MOST_PARTNERED else charged


def is_large(items: tuple[Item, ...]) -> bool:
    """Whether a wider group has so many tasks that only those with a day are repeated."""
    return sum(not item.partner for item in items) > MOST_OF_GROUP
