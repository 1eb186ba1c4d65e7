"""What the templates of guides and checklists ask about a task: its words, links and marks, bound to one page."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from build_tools.i18n import _, short_date
from build_tools.model.decisions import Edition
from build_tools.model.document import Document
from build_tools.model.library import Passage
from build_tools.model.span import Span
from build_tools.render import facets, links, names, words
from build_tools.render.context import Context
from build_tools.render.guide_items import Item
from build_tools.render.inline import HtmlWriter, Layers, inline
from build_tools.render.openings import bullet_length, opening
from build_tools.render.sentences import sentence
from build_tools.render.tasks import Task, goes_on, is_work

_LONGEST_NAME, _LONGEST_TIME = 44, 70
_AROUND = 220
"""How much of its paragraph is shown on each side of a role that is only named, in code points."""


class Views:
    """Answers for one page."""

    def __init__(self, ctx: Context, page: str) -> None:
        self._ctx = ctx
        self._page = page

    def day(self, task: Task) -> dt.date | None:
        """The day of a dated deadline."""
        return words.last_day(task.deadline)

    def on(self, day: str) -> str:
        """A day in figures as people write it."""
        return short_date(dt.date.fromisoformat(day))

    def due(self, task: Task) -> str:
        """The last day that counts, for the mark against the reader's own date."""
        day = words.counting_day(task.deadline)
        return day.isoformat() if day else ""

    def when(self, task: Task) -> str:
        """The deadline in words, those of the text where it names no day."""
        limit = task.deadline
        surface = limit.span.of(self._ctx.document(task.document).text) if limit else ""
        return words.deadline(limit, opening(surface, _LONGEST_TIME, _LONGEST_TIME))

    def place(self, task: Task) -> str:
        """The place for which the document speaks."""
        return facets.place_label(self._ctx.work(task.document))

    def capacities(self, item: Item) -> str:
        """The part that the role has in a task; of bans, powers and liability one has none."""
        return words.capacities(item.capacities) if is_work(item.task.duty) else ""

    def modality(self, task: Task) -> str:
        """What the passage lays on its bearer: a task, a prohibition and so on."""
        return _(words.MODALITY[task.duty.modality])

    def source(self, task: Task) -> str:
        """`Kế hoạch 251/KH-UBND, mục II.1`."""
        return ", ".join(filter(None, (self.label(task.document), task.where)))

    def label(self, work: str) -> str:
        """A document's name, short enough for a line of a phone or a column of the checklist."""
        return names.shortened(names.work_label(self._ctx.work(work)), _LONGEST_NAME)

    def href(self, task: Task) -> str:
        """The passage on the page of its document."""
        return links.href(self._page, links.work_page(task.document), task.anchor)

    def quote(self, task: Task) -> Markup:
        """The passage with the editor's corrections marked."""
        return self._html(task.document, task.duty.span)

    def before(self, task: Task) -> str:
        """What the text says in the same sentence before the passage, where that begins within one."""
        document, span = self._ctx.document(task.document), task.duty.span
        if not document.blocks or not goes_on(document.text, span.start):
            return ""
        block = document.blocks[self._ctx.anchors(task.document).block_at(span.start)].span
        return sentence(document, block, Span(span.start, min(span.end, block.end))).before

    def assigned(self, item: Item) -> Markup:
        """The passage that names this very bearer: of several lines that assign a task, the one of its part."""
        task = item.task
        given = task.duty.assigned_by
        if not item.named or any(given and given.contains(span) for span in item.named):
            return self._html(task.document, given) if given else Markup()
        span = item.named[0]
        if task.duty.span.contains(span):
            return Markup()
        document = self._ctx.document(task.document)
        block = document.blocks[self._ctx.anchors(task.document).block_at(span.start)].span
        return self._html(task.document, _without_bullet(document.text, block))

    def internal(self, task: Task) -> bool:
        """Whether the task comes from a document that is not public."""
        return self.is_internal(task.document)

    def is_internal(self, work: str) -> bool:
        """Whether a document is not public."""
        entry = self._ctx.library.entries.get(work)
        return entry is not None and (entry.restricted or entry.decisions.edition is Edition.INTERNAL)

    def attributes(self, item: Item) -> Markup:
        """What the filters ask of an item."""
        return facets.attributes(self.values(item))

    def union(self, items: tuple[Item, ...]) -> Markup:
        """The filters' values of a whole group: it disappears with its last item."""
        merged: dict[str, list[str]] = {}
        for item in items:
            for name, values in self.values(item).items():
                merged.setdefault(name, []).extend(values)
        return facets.attributes(merged)

    def of_document(self, work: str) -> Markup:
        """What the filters ask of a document named in the head."""
        values = {"place": (facets.place_value(self._ctx.work(work)),), "family": self._ctx.families_of.get(work, ())}
        return facets.attributes(values)

    def values(self, item: Item) -> dict[str, tuple[str, ...]]:
        """Place, families and capacities of an item as the filters name them."""
        work = self._ctx.work(item.task.document)
        return {
            "place": (facets.place_value(work),),
            "family": tuple(self._ctx.families_of.get(work.id, ())),
            "part": tuple(item.capacities) if is_work(item.task.duty) else (),
        }

    def around(self, passage: Passage, role: str) -> Markup:
        """The words around the first place of a passage (or of its paragraph) that names the role; its names marked."""
        document = self._ctx.document(passage.document)
        block = document.blocks[self._ctx.anchors(passage.document).block_at(passage.span.start)].span
        whole = Span(min(block.start, passage.span.start), max(block.end, passage.span.end))
        own = _charging(document, role, whole)
        named = [m.span for m in document.mentions if m.role == role and passage.span.contains(m.span)]
        named = [span for span in named if not any(duty.overlaps(span) for duty in own)] or named
        first = named[0] if named else passage.span
        begin = max((duty.end for duty in own if duty.end <= first.start), default=whole.start)
        begin = _skip(document.text, begin, first.start)
        start = _word_start(document.text, max(begin, first.start - _AROUND), begin)
        end = _word_end(document.text, min(whole.end, first.end + _AROUND), whole.end)
        pieces = [Markup("… ") if start > whole.start else Markup()]
        at = start
        for span in named:
            if at <= span.start and span.end <= end:
                pieces += [self._html(passage.document, Span(at, span.start)), self._marked(passage.document, span)]
                at = span.end
        pieces.append(self._html(passage.document, Span(at, end)))
        return Markup().join([*pieces, Markup(" …") if end < whole.end else Markup()])

    def _marked(self, work: str, span: Span) -> Markup:
        return Markup("<mark>{}</mark>").format(self._html(work, span))

    def _html(self, work: str, span: Span) -> Markup:
        document = self._ctx.document(work)
        text = inline(document.text, span, Layers((), document.corrections, ()), HtmlWriter())
        return Markup(text.replace("\n", "<br>"))  # noqa: S704 - escaped by the writer


def _charging(document: Document, role: str, whole: Span) -> list[Span]:
    """The passages within a paragraph that charge a role: its guide shows them among the tasks."""
    mine = [duty for duty in document.duties if any(actor.role == role for actor in duty.actors)]
    spans = [span for duty in mine for span in (duty.span, duty.assigned_by) if span]
    return [span for span in spans if whole.contains(span) and span != whole]


def _without_bullet(text: str, block: Span) -> Span:
    """A paragraph without the mark of a list before it."""
    return Span(block.start + bullet_length(text[block.start : block.end]), block.end)


def _skip(text: str, at: int, last: int) -> int:
    """Past the blanks and stops between two sentences."""
    while at < last and text[at] in " \t\n.;,":
        at += 1
    return at


def _word_start(text: str, at: int, first: int) -> int:
    """The beginning of the next word, so that none is cut."""
    if at <= first:
        return first
    space = text.find(" ", at)
    return space + 1 if space >= 0 else at


def _word_end(text: str, at: int, last: int) -> int:
    if at >= last:
        return last
    space = text.rfind(" ", 0, at)
    return space if space >= 0 else at


def edition_note(ctx: Context, documents: tuple[str, ...]) -> str:
    """`Căn cứ: 2 văn bản · bản xử lý tự động; 1 bản đã đối chiếu với bản gốc`."""
    reviewed = sum(1 for id_ in documents if _reviewed(ctx, id_))
    if reviewed == len(documents):
        return _("Based on {count} documents, all compared with the original", count=len(documents))
    if not reviewed:
        return _(
            "Based on {count} documents, processed automatically and not compared with the original",
            count=len(documents),
        )
    return _(
        "Based on {count} documents, processed automatically; {reviewed} compared with the original",
        count=len(documents),
        reviewed=reviewed,
    )


def _reviewed(ctx: Context, work: str) -> bool:
    entry = ctx.library.entries[work]
    review = entry.decisions.review
    return review is not None and review.sha256 == entry.document.sha256
