"""The documents together: the result of `resolve`, and all that `render` may look at."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from msgspec import Struct

from build_tools.model.citation import RelationKind
from build_tools.model.decisions import Decisions, Edition
from build_tools.model.document import Document, Level, System
from build_tools.model.findings import Diagnostic
from build_tools.model.force import Force, Reading
from build_tools.model.passage import Passage as Passage  # noqa: PLC0414 - part of a library's vocabulary


class Entry(Struct, frozen=True):
    """A document that the edition contains. `id` is its folder below source_texts/ (`hai-phong/251-kh-ubnd-2026`).

    `restricted` is true where the text bears a restriction mark, so that every page that shows it can say so.
    """

    id: str
    document: Document
    decisions: Decisions
    restricted: bool = False


class Original(Struct, frozen=True):
    """A received file, offered for download: the name it is published under, and its bytes."""

    name: str
    content: bytes


class Reference(Struct, frozen=True):
    """One citation as seen from the cited work."""

    citing: str  # work id of the citing document
    citation: int
    passage: Passage


class DateBounds(Struct, frozen=True):
    """Days between which an undated document must have been issued, each with the passage that proves it.

    It cites an act of `after`, so it is not older; it sets a deadline of `before`, so it is not younger.
    """

    after: dt.date | None = None
    after_proof: Passage | None = None
    before: dt.date | None = None
    before_proof: Passage | None = None


class Work(Struct, frozen=True):
    """A document that exists in the world, held or only cited; every work has a page at `van-ban/<id>`.

    What is known of an absent work comes from the citations alone. `bounds` hold for a held document whose date the
    text does not say.
    """

    id: str
    key: str
    type: str | None
    type_name: str | None
    symbol: str | None
    system: System | None
    issuer: str | None
    issuer_id: str | None
    level: Level | None
    place: str | None
    date: dt.date | None
    year: int | None
    title: str | None
    held: bool
    reported: bool = False
    bounds: DateBounds | None = None
    cited_by: tuple[Reference, ...] = ()


class Edge(Struct, frozen=True):
    """A relation between two works, with the passage that proves it. Direction: `source` <kind> `target`."""

    kind: RelationKind
    source: str
    target: str
    passage: Passage
    reported: bool = False


class FamilyMember(Struct, frozen=True):
    """A work in a family's tree: `parent` is the work it implements, `days` the days since the root was issued."""

    work: str
    parent: str | None
    kind: RelationKind | None
    depth: int
    days: int | None


class Family(Struct, frozen=True):
    """A regulation and everything that puts it to work, in tree order, the root first."""

    id: str  # slug: nhom/<id>
    root: str
    members: tuple[FamilyMember, ...]


class Unnumbered(Struct, frozen=True):
    """A document that puts a family's root to work and that is named by its type and issuer only, without a number."""

    family: str
    type_name: str
    issuer: str
    passage: Passage


class PlanOrder(Struct, frozen=True):
    """A body that a document of a family tells to issue a plan of its own, and the members that such a body issued.

    `role` is an id of `data/roles.csv` (None where the table has no row), `surface` the body as the document names it;
    `requested` where it is only asked. `comparable` is false where the place of the document is not known, so that
    nothing can be said of who issued what. An empty `issued` means that the library holds and knows no such plan; it
    does not mean that there is none.
    """

    family: str
    passage: Passage  # of the duty
    role: str | None
    surface: str
    requested: bool
    reported: bool
    comparable: bool
    issued: tuple[str, ...] = ()


class CoverageCell(Struct, frozen=True):
    """What one document says on a task. `judged` is the editor's reason where a person put it into its row."""

    document: str
    passage: Passage
    duties: tuple[str, ...]  # duty ids of the document
    label: str  # the unit as a reader names it: II.3
    score: float
    unit: str = ""  # the id of that unit
    judged: str = ""


class CoverageRow(Struct, frozen=True):
    """A task that one or more documents of a family contain; documents without a cell lack it.

    A document has a second cell only where the editor says that it parts the task over two passages.
    """

    task: str
    cells: tuple[CoverageCell, ...]


class Coverage(Struct, frozen=True):
    """The tasks of a family's plans side by side."""

    family: str
    documents: tuple[str, ...]
    rows: tuple[CoverageRow, ...]


class EventKind(StrEnum):
    """What a mark on the timeline stands for."""

    ISSUED = "issued"
    DEADLINE = "deadline"
    PERIOD = "period"


class Event(Struct, frozen=True):
    """One mark on the timeline. `date` or the bounds `start`/`end` are set; `work` is the document it belongs to."""

    kind: EventKind
    work: str
    held: bool
    level: Level | None
    place: str | None
    date: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    deadline: str | None = None  # id in the document
    passage: Passage | None = None
    families: tuple[str, ...] = ()


class Assignment(Struct, frozen=True):
    """One duty as seen from a role: `via` is the wider group that was named, None where the role itself was."""

    document: str
    duty: str
    actor: int | None
    via: str | None
    passage: Passage


class Guide(Struct, frozen=True):
    """Everything the library says to one role. `mentions` are passages that name it and charge it with nothing."""

    role: str
    own: tuple[Assignment, ...]
    wider: tuple[Assignment, ...]
    mentions: tuple[Passage, ...]


class Library(Struct, frozen=True):
    """One edition, resolved."""

    edition: Edition
    entries: dict[str, Entry]
    works: dict[str, Work]
    edges: tuple[Edge, ...]
    families: tuple[Family, ...]
    coverage: tuple[Coverage, ...]
    events: tuple[Event, ...]
    guides: dict[str, Guide]
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()  # (work id, diagnostic)
    plan_orders: tuple[PlanOrder, ...] = ()
    unnumbered: tuple[Unnumbered, ...] = ()
    forces: dict[str, Force] = {}
    readings: dict[str, Reading] = {}
