"""The passages of one held document: the text of each unit, without the units inside it, as its page shows it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from build_tools.grammar.splits import find_splits
from build_tools.i18n import _
from build_tools.model.anchors import Anchors
from build_tools.model.citation import CitationKind
from build_tools.model.document import Document, Unit
from build_tools.model.library import Work
from build_tools.model.source import MarkKind
from build_tools.model.span import Span
from build_tools.search.passage import SearchPassage
from build_tools.search.roles import role_name
from build_tools.search.units import chain_of, spoken, unit_path

LONGEST = 900
"""Characters after which the blocks of one unit begin a new passage; a single block is never cut."""

_HAIR_SPACE = "\u200a"


class _Part(Struct):
    """Consecutive blocks of one unit (or of none)."""

    first: int
    last: int
    owner: Unit | None
    continued: bool


class _Notes(Struct):
    """What the layers found, by block."""

    cites: dict[int, dict[str, None]]
    roles: dict[int, dict[str, None]]


def work_title(work: Work) -> str:
    """`Kế hoạch 251/KH-UBND: Tiếp tục thực hiện …`, as far as it is known."""
    kind, title = work.type_name or "", work.title or ""
    if work.symbol:
        name = f"{kind} {work.symbol}".strip()
        return f"{name}: {title}" if title else name
    if title and kind and not title.casefold().startswith(kind.casefold()):
        return f"{kind}: {title}"
    return title or _("{type} (number not known)", type=kind or _("Document"))


def document_passages(
    head: SearchPassage, document: Document, guides: Container[str], symbols: Mapping[str, str]
) -> Iterator[SearchPassage]:
    """`head`, then the passages of its text in order.

    `guides` are the roles that have a page, the only ones to filter by. `symbols` are the works' symbols by work id.
    """
    yield head
    anchors = Anchors.of(document)
    units = {unit.id: unit for unit in document.units}
    notes = _notes(document, anchors, guides, symbols)
    names = {id_: role_name(id_) for found in notes.roles.values() for id_ in found}
    for part in _parts(document, anchors):
        blocks = range(part.first, part.last + 1)
        chain = chain_of(units, part.owner)
        heading, text = _words(document, part, chain)
        if not heading and not text:
            continue
        yield replace(
            head,
            url=f"{head.url}#{anchors.name(part.first)}",
            title=heading,
            text=text,
            roles=tuple((id_, names[id_]) for id_ in _gather(notes.roles, blocks)),
            cites=_gather(notes.cites, blocks),
            depth=len(chain) + part.continued if chain else 1,
        )


def _parts(document: Document, anchors: Anchors) -> Iterator[_Part]:
    part: _Part | None = None
    size = 0
    for index, block in enumerate(document.blocks):
        owner = anchors.owner(index)
        same = part is not None and part.owner is owner
        if part is not None and same and size + block.span.end - block.span.start <= LONGEST:
            part.last = index
        else:
            if part is not None:
                yield part
            part = _Part(index, index, owner, continued=same and owner is not None)
            size = 0
        size += block.span.end - block.span.start
    if part is not None:
        yield part


def _notes(document: Document, anchors: Anchors, guides: Container[str], symbols: Mapping[str, str]) -> _Notes:
    notes = _Notes({}, {})
    for citation in document.citations:
        cited = symbols.get(citation.target or "") or citation.symbol or citation.target
        if cited and citation.kind is not CitationKind.INTERNAL:
            notes.cites.setdefault(anchors.block_at(citation.span.start), {})[cited] = None
    named = [(mention.role, mention.span) for mention in document.mentions]
    named += [(actor.role, actor.span) for duty in document.duties for actor in duty.actors if actor.role]
    for role, span in named:
        if role in guides:
            notes.roles.setdefault(anchors.block_at(span.start), {})[role] = None
    for duty in document.duties:
        block = anchors.block_at(duty.span.start)
        for actor in duty.actors:
            if actor.role and actor.role in guides:
                notes.roles.setdefault(block, {})[actor.role] = None
    return notes


def _gather(found: Mapping[int, dict[str, None]], blocks: range) -> tuple[str, ...]:
    """What was found in these blocks, sorted."""
    return tuple(sorted({item for block in blocks for item in found.get(block, ())}))


def _words(document: Document, part: _Part, chain: list[Unit]) -> tuple[str, str]:
    """The heading of a passage (the unit's name and its own heading) and its text without that heading."""
    span = Span(document.blocks[part.first].span.start, document.blocks[part.last].span.end)
    name, unit = unit_path(chain), part.owner
    if unit is None or part.continued:
        return spoken(name), _shown(document, span)
    begin = span.start
    heading = ""
    if unit.heading_span and span.contains(unit.heading_span):
        heading = _shown(document, unit.heading_span)
        begin = unit.heading_span.end
    elif unit.label and name and unit.number and document.text.startswith(unit.label, span.start):
        begin = span.start + len(unit.label)
    text = _shown(document, Span(begin, span.end)).lstrip(" .:–-\n")
    if not heading:
        return spoken(name), text
    return ". ".join(words for words in (name, heading) if words), text


def _shown(document: Document, span: Span) -> str:
    """The words of `span` with the editor's corrections made and note marks set apart from the words before them.

    Split syllables are made whole: who searches for `điều` finds `ĐIỀ U`.
    """
    changes = [(item.span, item.replacement) for item in document.corrections if span.contains(item.span)]
    for split in find_splits(span.of(document.text)):
        whole = Span(span.start + split.span.start, span.start + split.span.end)
        if not any(whole.overlaps(changed) for changed, _words in changes):
            changes.append((whole, split.whole))
    for mark in _superscripts(document, span):
        if not any(mark.overlaps(changed) for changed, _words in changes):
            changes.append((mark, _HAIR_SPACE + mark.of(document.text)))
    out: list[str] = []
    at = span.start
    for changed, words in sorted(changes):
        out += (document.text[at : changed.start], words)
        at = changed.end
    out.append(document.text[at : span.end])
    return "".join(out).strip()


def _superscripts(document: Document, span: Span) -> list[Span]:
    first = bisect_left(document.marks, span.start, key=lambda mark: mark.span.start)
    found: list[Span] = []
    for mark in document.marks[first:]:
        if mark.span.start >= span.end:
            break
        if mark.kind is MarkKind.SUPERSCRIPT and span.contains(mark.span):
            found.append(mark.span)
    return found
