"""The tracking sheet (.xlsx) of a plan or a family: what offices use to follow up, with empty columns to fill in.

Reproducible: fixed properties and fixed times inside the archive.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from build_tools.i18n import _
from build_tools.model.duty import Capacity, Modality
from build_tools.render import words
from build_tools.render.names import shortened
from build_tools.render.tasks import Bearer, DocumentTasks, Task, bearers

_EPOCH = (1980, 1, 1, 0, 0, 0)
_NO_CLOCK = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - the format wants a naive time
_WIDTHS = (5, 38, 18, 19, 21, 14, 12, 17, 16, 16, 12, 15, 70)
_PRINTED = 12
"""Columns on paper: all but the quotation, the last one, so that A4 across stays readable (about 8 points)."""
_CELL, _HEADING, _LINK, _DATE = "pb cell", "pb heading", "pb link", "pb date"
_HEAD_ROW = 3
_LONGEST_NAME = 60
_DAY = "dd/mm/yyyy"
_LINKED, _DATED, _NOTE, _QUOTED = 8, 7, 12, 13

_PROPERTIES = "docProps/core.xml"
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_SAVED_FIXED = rb"\g<1>1980-01-01T00:00:00Z"

Address = Callable[[Task], str]


class _Row(NamedTuple):
    """What a row says of one task."""

    texts: tuple[str, ...]  # the task, the bearers by their capacity, the time
    due: dt.date | None
    source: str
    link: str
    note: str
    quote: str


def sheet(title: str, documents: Iterable[DocumentTasks], address: Address) -> bytes:
    """A workbook with one row per task of the documents. `address` gives the link to a task's passage."""
    rows = tuple(
        _row(found, task, address(task))
        for found in documents
        for task in found.tasks
        if task.duty.modality in (Modality.DUTY, Modality.LIABILITY)
    )
    remark = _("The empty columns are for the office that follows the work up. The quotation stands in "
               "the last column, which is not printed: check it against the original.")  # fmt: skip
    return _workbook((_("Tracking"), title, remark, *headers()), rows)


@lru_cache(maxsize=64)  # a preview builds again and again, and most plans stay as they are
def _workbook(frame: tuple[str, ...], rows: tuple[_Row, ...]) -> bytes:
    """The workbook of the rows; `frame` is the sheet's name, its title, the remark below it and the columns' titles."""
    name, title, remark, *columns = frame
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = name
    looks = _Looks(book, page)
    _head(page, title, remark, columns)
    for number, row in enumerate(rows, start=1):
        looks.dress(page, _HEAD_ROW + number)
        _fill(page, number, row)
    _layout(page, _HEAD_ROW + len(rows))
    book.properties.created = book.properties.modified = _NO_CLOCK
    book.properties.creator = "phobien"
    book.properties.title = title
    return _stable(book)


def _add_styles(book: Workbook) -> None:
    """The four looks of a cell, shared by all cells: styling each on its own takes longer than all the rest."""
    line = Side(style="thin", color="FF999999")
    frame = Border(left=line, right=line, top=line, bottom=line)
    wrapped = Alignment(wrap_text=True, vertical="top")
    shaded = PatternFill("solid", fgColor="FFE8EEF5")
    link = Font(underline="single", color="FF0B5394")
    book.add_named_style(NamedStyle(_CELL, border=frame, alignment=wrapped))
    book.add_named_style(NamedStyle(_HEADING, font=Font(bold=True), fill=shaded, border=frame, alignment=wrapped))
    book.add_named_style(NamedStyle(_LINK, font=link, border=frame, alignment=wrapped))
    book.add_named_style(NamedStyle(_DATE, border=frame, alignment=wrapped, number_format=_DAY))


class _Looks:
    """The look of each cell of a row, found once: setting a named style cell by cell takes longer than all the rest."""

    def __init__(self, book: Workbook, page: Worksheet) -> None:
        _add_styles(book)
        self._styles = []
        probe = page.cell(_HEAD_ROW, 1)
        for column in range(1, len(_WIDTHS) + 1):
            probe.style = {_LINKED: _LINK, _DATED: _DATE}.get(column, _CELL)
            self._styles.append(copy(probe._style))  # noqa: SLF001 - openpyxl's own way to copy a look

    def dress(self, page: Worksheet, row: int) -> None:
        """Give the cells of a row their looks."""
        for column, style in enumerate(self._styles, start=1):
            page.cell(row, column)._style = copy(style)  # noqa: SLF001


def headers() -> tuple[str, ...]:
    """The column titles, in the current language."""
    return (
        _("No."), _("Task"), _("Leads"), _("Coordinates"), _("Carries out"), _("Time"), _("Last day"), _("Passage"),
        _("Progress"), _("Result"), _("Finished on"), _("Note"), _("Quotation"),
    )  # fmt: skip


def _head(page: Worksheet, title: str, remark: str, columns: Iterable[str]) -> None:
    page.cell(1, 1, title).font = Font(bold=True, size=14)
    _text(page, 2, 1, remark)
    for column, name in enumerate(columns, start=1):
        page.cell(_HEAD_ROW, column, name).style = _HEADING


def _row(found: DocumentTasks, task: Task, link: str) -> _Row:
    document = found.entry.document
    named = bearers(document, task.duty)
    limit = task.deadline
    surface = limit.span.of(document.text) if limit else ""
    note = _("Reported by a news summary") if task.duty.reported else ""
    if task.duty.modality is Modality.LIABILITY:
        note = "; ".join(filter(None, (_(words.MODALITY[task.duty.modality]), note)))
    texts = (
        task.line,
        _names(named, (Capacity.LEAD, Capacity.DIRECT)),
        _names(named, (Capacity.COORDINATE,)),
        _names(named, (Capacity.PERFORM, Capacity.ADVISE, Capacity.MONITOR)),
        words.deadline(limit, surface),
    )
    source = ", ".join(filter(None, (_name(found), task.where)))
    return _Row(texts, words.counting_day(limit), source, link, note, task.quote)


def _fill(page: Worksheet, number: int, row: _Row) -> None:
    place = _HEAD_ROW + number
    page.cell(place, 1, number)
    for column, value in enumerate(row.texts, start=2):
        _text(page, place, column, value)
    if row.due:
        page.cell(place, _DATED).value = row.due
        page.cell(place, _DATED).number_format = _DAY
    _text(page, place, _QUOTED, row.quote)
    _text(page, place, _LINKED, row.source)
    page.cell(place, _LINKED).hyperlink = row.link
    _text(page, place, _NOTE, row.note)


def _name(found: DocumentTasks) -> str:
    """What the column of passages calls the document: its symbol, else its kind and title, else its folder."""
    about = found.entry.document.metadata
    named = " ".join(filter(None, (about.type_name, about.title)))
    return about.symbol or shortened(named, _LONGEST_NAME) or found.entry.id


def _text(page: Worksheet, row: int, column: int, value: str) -> None:
    """Text that stays text: a passage may begin with + or = and is no formula."""
    box = page.cell(row, column)
    box.value = value
    box.data_type = "s"
    if value.startswith(("=", "+", "-", "@")):
        box.quotePrefix = True


def _names(named: tuple[Bearer, ...], wanted: tuple[Capacity, ...]) -> str:
    """The bearers with one of the capacities; each once, the capacity said where the column holds several."""
    lines = []
    for one in named:
        held = tuple(capacity for capacity in one.capacities if capacity in wanted)
        if not held:
            continue
        notes = [words.capacities((capacity,)) for capacity in held if len(wanted) > 1 and capacity not in wanted[:1]]
        notes += [_("requested")] if one.requested else []
        lines.append(f"{role_name(one)} ({', '.join(notes)})" if notes else role_name(one))
    return "; ".join(lines)


def role_name(bearer: Bearer) -> str:
    """The bearer as the text says it, with a capital at the beginning of the cell's line."""
    return bearer.surface[:1].upper() + bearer.surface[1:]


def _layout(page: Worksheet, last: int) -> None:
    for column, width in enumerate(_WIDTHS, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    page.freeze_panes = f"C{_HEAD_ROW + 1}"
    page.auto_filter.ref = f"A{_HEAD_ROW}:{get_column_letter(len(_WIDTHS))}{max(last, _HEAD_ROW)}"
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.print_area = f"A1:{get_column_letter(_PRINTED)}{max(last, _HEAD_ROW)}"
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, header=0.2, footer=0.3)
    page.oddFooter.center.text = "&P / &N"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


class _StableArchive(zipfile.ZipFile):
    """An archive without the clock, which openpyxl stamps on its members and into the properties."""

    def writestr(self, name: Any, data: Any, *_more: Any, **_named: Any) -> None:  # type: ignore[override]
        """Add a member with a fixed time."""
        info = zipfile.ZipInfo(name, _EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        if name == _PROPERTIES:
            data = _SAVED_AT.sub(_SAVED_FIXED, data if isinstance(data, bytes) else data.encode())
        super().writestr(info, data)

    def write(self, filename: Any, arcname: Any = None, *_more: Any, **_named: Any) -> None:
        """Add a file with a fixed time."""
        self.writestr(arcname, Path(filename).read_bytes())


def _stable(book: Workbook) -> bytes:
    """The workbook's bytes: the same on every day."""
    written = io.BytesIO()
    with _StableArchive(written, "w", zipfile.ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return written.getvalue()
