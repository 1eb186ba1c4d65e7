"""All documents of a library for one edition: what it contains, what it withholds and why, what is wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import msgspec
from msgspec import Struct

from build_tools.errors import DocumentError, PhobienError, StopError
from build_tools.grammar.dates import parse_date
from build_tools.intake.decisions import read_decisions
from build_tools.intake.folders import (
    DECISIONS_FILE,
    Folder,
    extra_files,
    find_folders,
    received_file,
    sha256,
)
from build_tools.intake.matching import read_matching
from build_tools.model.decisions import Decisions, Edition, Known
from build_tools.model.document import Document, Metadata, RestrictionKind
from build_tools.model.findings import Diagnostic
from build_tools.model.library import Entry, Original
from build_tools.model.matching import Matching
from build_tools.model.source import RECOGNISED_FILE
from build_tools.pipeline.analyse import analyse
from build_tools.pipeline.cache import Cache
from build_tools.pipeline.workspace import Workspace

Progress = Callable[[int, int, str], None]


# The diagnostic that a decision about a field answers.
_SAYS_MISSING = {
    "type_name": "no-type",
    "symbol": "no-number",
    "issuer": "no-issuer",
    "place": "no-place",
    "date": "no-date",
    "title": "no-title",
}


class Withheld(Struct, frozen=True):
    """A document that the edition leaves out, and why (a code of the catalogue, with its arguments)."""

    id: str
    code: str
    file: str
    line: int | None = None
    args: dict[str, str] = {}


class Loaded(Struct, frozen=True):
    """The documents of one edition. `errors` concern documents that could not be used, or files beside them."""

    entries: dict[str, Entry]
    originals: dict[str, Original]
    withheld: tuple[Withheld, ...]
    errors: tuple[PhobienError, ...]
    matching: Matching = Matching()


class _Record(Struct, frozen=True):
    entry: Entry
    original: Original
    folder: Folder


def load(
    workspace: Workspace, edition: Edition | None, *, progress: Progress | None = None, cache: Cache | None = None
) -> Loaded:
    """Read every document and keep those of `edition` (None: all of them, for checking).

    Raises StopError where a text bears a secrecy stamp, before anything is written.
    """
    shelf = find_folders(workspace.source_texts)
    errors: list[PhobienError] = list(shelf.errors)
    records: list[_Record] = []
    for number, folder in enumerate(shelf.folders, start=1):
        if progress:
            progress(number, len(shelf.folders), folder.id)
        try:
            records.append(_record(folder, cache, errors))
        except DocumentError as error:
            errors.append(error)
    _stop_on_secrecy(records)
    records = _without_duplicates(records, errors)
    kept: dict[str, Entry] = {}
    withheld: list[Withheld] = []
    for record in records:
        reason = _withheld(record, edition) if edition else None
        if reason:
            withheld.append(reason)
        else:
            kept[record.entry.id] = record.entry
    originals = {record.entry.id: record.original for record in records if record.entry.id in kept}
    if cache:
        cache.keep_only({entry.document.sha256 for entry in kept.values()})
    matching = _matching(workspace, {reason.id for reason in withheld}, errors)
    return Loaded(kept, originals, tuple(withheld), tuple(errors), matching)


def _matching(workspace: Workspace, withheld: set[str], errors: list[PhobienError]) -> Matching:
    """The editor's matching of tasks, without what concerns documents that the edition leaves out."""
    try:
        found = read_matching(workspace.source_texts)
    except DocumentError as error:
        errors.append(error)
        return Matching()
    kept = (d for d in found.decided if not any(one.document in withheld for one in d.judgement.passages))
    return msgspec.structs.replace(found, decided=tuple(kept))


def _record(folder: Folder, cache: Cache | None, errors: list[PhobienError]) -> _Record:
    """One folder read and analysed; a fault of the program itself becomes an error of that document only."""
    decisions_path = folder.path / DECISIONS_FILE
    if not decisions_path.is_file():
        raise DocumentError("no-decisions", file=folder.shown(DECISIONS_FILE), folder=folder.shown(""))
    decisions = read_decisions(decisions_path, file=folder.shown(DECISIONS_FILE))
    path = received_file(folder, decisions.received.file if decisions.received else None)
    data = path.read_bytes()
    digest = sha256(data)
    if decisions.received and decisions.received.sha256 not in (None, digest):
        raise DocumentError("received-changed", file=folder.shown(path.name), expected=decisions.received.sha256 or "")
    beside = _recognised(folder, decisions)
    errors.extend(DocumentError("extra-file", file=folder.shown(p.name)) for p in extra_files(folder, path))
    try:
        make = partial(analyse, path, file=folder.shown(path.name), corrections=decisions.corrections)
        document = cache.get(digest, decisions_path.read_bytes() + beside, make) if cache else make()
    except DocumentError:
        raise
    except Exception as error:
        raise DocumentError("internal-fault", file=folder.shown(path.name), problem=repr(error)) from error
    document = msgspec.structs.replace(document, file=folder.shown(path.name))  # kept under another name, perhaps
    document = _with_decisions(document, decisions, digest)
    restricted = bool(document.metadata.restrictions)
    return _Record(Entry(folder.id, document, decisions, restricted), Original(path.name, data), folder)


def _recognised(folder: Folder, decisions: Decisions) -> bytes:
    """The words kept of a scan, if any; an error where they are not those that were imported."""
    path = folder.path / RECOGNISED_FILE
    kept = path.read_bytes() if path.is_file() else b""
    wanted = decisions.received.recognised if decisions.received else None
    if wanted is not None and wanted != sha256(kept):
        raise DocumentError("recognised-changed", file=folder.shown(RECOGNISED_FILE))
    return kept


def _with_decisions(document: Document, decisions: Decisions, digest: str) -> Document:
    """The document with what the editor surely knows put into its metadata, and what lapsed reported."""
    values: dict[str, object] = {}
    notes: list[Diagnostic] = []
    for name in decisions.metadata.__struct_fields__:
        known: Known | None = getattr(decisions.metadata, name)
        if known is None:
            continue
        value: str | dt.date | None = parse_date(known.value) if name == "date" else known.value
        if value is None:
            notes.append(Diagnostic("known-date-unreadable", args={"value": known.value}))
            continue
        values[name] = value
        notes.append(
            Diagnostic("known-from-editor", args={"field": name, "value": known.value, "reason": known.reason})
        )
    if decisions.review and decisions.review.sha256 != digest:
        notes.append(Diagnostic("review-lapsed", args={"by": decisions.review.by}))
    if not values and not notes:
        return document
    metadata: Metadata = msgspec.structs.replace(document.metadata, **values)
    answered = {_SAYS_MISSING.get(name) for name in values}
    doubts = [d for d in document.diagnostics if d.code not in answered]
    return msgspec.structs.replace(document, metadata=metadata, diagnostics=(*doubts, *notes))


def _stop_on_secrecy(records: list[_Record]) -> None:
    for record in records:
        for mark in record.entry.document.metadata.restrictions:
            if mark.kind is RestrictionKind.SECRECY:
                raise StopError("secrecy-stamp", file=record.entry.document.file, line=mark.line, stamp=mark.surface)


def _without_duplicates(records: list[_Record], errors: list[PhobienError]) -> list[_Record]:
    """The first of several records of one document; the others are reported."""
    seen: dict[str, str] = {}
    kept = []
    for record in records:
        document = record.entry.document
        names = [document.sha256, *([document.metadata.key] if document.metadata.key else [])]
        other = next((seen[name] for name in names if name in seen), None)
        if other is not None:
            errors.append(DocumentError("duplicate-document", file=document.file, other=other))
            continue
        seen.update(dict.fromkeys(names, document.file))
        kept.append(record)
    return kept


def _withheld(record: _Record, edition: Edition) -> Withheld | None:
    """Why `edition` must leave a document out; `None` where it may contain it."""
    if edition is Edition.INTERNAL:
        return None
    entry = record.entry
    decisions_file = record.folder.shown(DECISIONS_FILE)
    marks = entry.document.metadata.restrictions
    if marks and not _cleared(entry):
        lapsed = entry.decisions.clearance is not None
        code = "withheld-clearance-lapsed" if lapsed else "withheld-restricted"
        args = {"mark": marks[0].surface, "sha256": entry.document.sha256, "decisions": decisions_file}
        return Withheld(entry.id, code, entry.document.file, marks[0].line, args)
    if entry.decisions.edition is not Edition.PUBLIC:
        return Withheld(entry.id, "withheld-internal", decisions_file)
    return None


def _cleared(entry: Entry) -> bool:
    """Whether the editor recorded a clearance for this exact text."""
    clearance, received = entry.decisions.clearance, entry.decisions.received
    if clearance is None:
        return False
    return (clearance.sha256 or (received.sha256 if received else None)) == entry.document.sha256
