"""Tables for spreadsheets and programs: CSV, UTF-8 with a byte order mark (Excel needs it for Vietnamese), RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence

from build_tools.i18n import _
from build_tools.model.force import Act, Force
from build_tools.model.library import Edge, Library, Work
from build_tools.render import words
from build_tools.render.tasks import DocumentTasks, Task, bearers

_FORMULA = ("=", "+", "-", "@", "\t", "\r")

PageAddress = Callable[[str], str]
"""From a work id to the address of its page, as the reader of the table can use it."""


def write_csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file. A text that a spreadsheet would run as a formula gets an apostrophe in front."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def cell(value: object) -> str:
    """A value as text: nothing for None, lines joined, formulas disarmed."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and len(text) > 1 else text


def documents_table(library: Library, address: PageAddress) -> bytes:
    """Every work, held or only cited, in the order of the ids."""
    header = (
        "id", "type", "symbol", "title", "issuer", "level", "place", "date", "held", "reported", "restricted",
        "cited_by", "page", "effect_from", "effect_until", "ended_by", "amended_by",
    )  # fmt: skip
    return write_csv(header, (_document_row(library, work, address) for _id, work in sorted(library.works.items())))


def _document_row(library: Library, work: Work, address: PageAddress) -> tuple[object, ...]:
    entry, force = library.entries.get(work.id), library.forces.get(work.id) or Force()
    return (
        work.id, work.type_name, work.symbol, work.title, work.issuer, work.level, work.place, work.date,
        _yes(work.held), _yes(work.reported), _yes(entry is not None and entry.restricted),
        len({reference.citing for reference in work.cited_by}), address(work.id),
        force.begins, force.until, _works(force.ended_by), _works(force.amended_by),
    )  # fmt: skip


def _works(acts: Iterable[Act]) -> str:
    return " ".join(act.work for act in acts)


def _yes(value: bool) -> str:  # noqa: FBT001
    return "1" if value else "0"


_DUTY_HEADER = (
    "id", "document", "symbol", "place", "unit", "task", "modality", "role", "bearer", "capacity", "mode",
    "deadline", "deadline_date", "explicit", "reported", "quote", "assigned_by", "page",
)  # fmt: skip


_DUTY, _DOCUMENT, _ROLE = (_DUTY_HEADER.index(name) for name in ("id", "document", "role"))

DutyRow = tuple[object, ...]


def duty_rows(tasks: Iterable[DocumentTasks], address: PageAddress) -> list[DutyRow]:
    """Every duty of every held document: a row for each bearer, one row where nobody is named."""
    return [row for found in tasks for task in found.tasks for row in _duty_rows(found, task, address)]


def rows_by_bearer(rows: Iterable[DutyRow]) -> dict[tuple[str, str, str], DutyRow]:
    """The rows of `duty_rows` by document, duty and role."""
    return {(str(row[_DOCUMENT]), str(row[_DUTY]), str(row[_ROLE])): row for row in rows}


def duties_table(rows: Iterable[DutyRow]) -> bytes:
    """The table of some rows of `duty_rows`."""
    return write_csv(_DUTY_HEADER, rows)


def _duty_rows(found: DocumentTasks, task: Task, address: PageAddress) -> list[DutyRow]:
    metadata = found.entry.document.metadata
    duty = task.duty
    head = (duty.id, task.document, metadata.symbol, metadata.place, task.where, task.line, duty.modality)
    limit = task.deadline
    tail = (
        words.deadline(limit, limit.span.of(found.entry.document.text) if limit else ""),
        words.last_day(limit), duty.explicit, _yes(duty.reported), task.quote, task.assigned,
        f"{address(task.document)}#{task.anchor}",
    )  # fmt: skip
    named = bearers(found.entry.document, duty)
    if not named:
        return [(*head, "", "", "", "", *tail)]
    return [
        (*head, one.role, one.surface, ";".join(one.capacities), "request" if one.requested else "assign", *tail)
        for one in named
    ]


def deadlines_table(tasks: Iterable[DocumentTasks], address: PageAddress) -> bytes:
    """Every time limit that a duty bears, by day; those without a day at the end."""
    header = (
        "date",
        "exclusive",
        "kind",
        "recurrence",
        "from",
        "to",
        "words",
        "document",
        "unit",
        "task",
        "bearers",
        "page",
    )
    rows = []
    for found in tasks:
        document = found.entry.document
        for task in found.tasks:
            limit = task.deadline
            if limit is None:
                continue
            names = "; ".join(one.surface for one in bearers(document, task.duty))
            rows.append(
                (
                    words.last_day(limit), _yes(limit.exclusive), limit.kind, limit.recurrence, limit.from_, limit.to,
                    limit.span.of(document.text), task.document, task.where, task.line, names,
                    f"{address(task.document)}#{task.anchor}",
                )
            )  # fmt: skip
    return write_csv(header, sorted(rows, key=lambda row: (row[0] is None, str(row[0]), row[7], row[11])))


def relations_table(library: Library, address: PageAddress) -> bytes:
    """Every relation between two works with the words that prove it."""
    header = ("source", "relation", "target", "words", "proved_by", "reported", "page")
    return write_csv(header, sorted({_relation_row(library, edge, address) for edge in library.edges}))


def _relation_row(library: Library, edge: Edge, address: PageAddress) -> tuple[str, ...]:
    passage = edge.passage
    entry = library.entries.get(passage.document)
    quote = passage.span.of(entry.document.text) if entry else ""
    page = f"{address(passage.document)}#{passage.anchor}"
    return (
        edge.source,
        str(edge.kind),
        edge.target,
        " ".join(quote.split()),
        passage.document,
        _yes(edge.reported),
        page,
    )


def columns_help() -> dict[str, str]:
    """What the less obvious columns mean, in the current language, for the page that offers the files."""
    return {
        "held": _("1 where the library has the full text, 0 where it knows the document from citations only"),
        "reported": _("1 where a news summary tells of it, which lays down nothing itself"),
        "exclusive": _("1 where the text says “before the day”, 0 where the day itself still counts"),
        "explicit": _("where the bearer stands: in the sentence, the heading, the lead-in, implied, or nowhere"),
        "role": _("the role that the text names; in the table of a role also the wider group by which it is meant"),
        "mode": _("assign: charged by the issuer; request: asked, because the body is independent of it"),
    }
