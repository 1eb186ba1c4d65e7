"""The lines within a text that say who must act: one box after the passage that charges somebody."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from build_tools.i18n import N_
from build_tools.model.duty import Duty, Modality
from build_tools.render import words
from build_tools.render.context import Context
from build_tools.render.tasks import Bearer, shown_bearers

_TEMPLATE = "who.html.j2"
LABELS: Mapping[Modality, str] = {
    Modality.DUTY: N_("Who acts"),
    Modality.PROHIBITION: N_("Who must not"),
    Modality.POWER: N_("Who may"),
    Modality.LIABILITY: N_("Who answers for it"),
    Modality.EXEMPTION: N_("Who is exempt or answers for less"),
}


class WhoLine(Struct, frozen=True):
    """One line of a box: what is laid on whom, and until when (in words)."""

    modality: Modality
    bearers: tuple[Bearer, ...]
    time: str


def who_line(ctx: Context, work: str, duty: Duty) -> WhoLine:
    """The bearers and the time of a duty."""
    document = ctx.document(work)
    limit = ctx.deadline(work, duty.deadline)
    time = words.deadline(limit, " ".join(limit.span.of(document.text).split())) if limit else ""
    return WhoLine(duty.modality, shown_bearers(document, duty), time)


def who_boxes(ctx: Context, work: str, page: str) -> dict[int, str]:
    """HTML to put after the blocks of a document, by the index of the block.

    A box stands where the passage ends, or the closing line that assigns it, whichever comes later. A duty whose
    bearers are all unknown to the table of roles has none: the sentence says it itself. Duties that lay the same on
    the same bearers share a line.
    """
    anchors = ctx.anchors(work)
    lines: dict[int, list[WhoLine]] = {}
    for duty in ctx.document(work).duties:
        if not any(actor.role for actor in duty.actors):
            continue
        end = max(duty.span.end, duty.assigned_by.end if duty.assigned_by else 0)
        line = who_line(ctx, work, duty)
        box = lines.setdefault(anchors.block_at(max(end - 1, 0)), [])
        if line not in box:
            box.append(line)
    return {
        index: str(ctx.fragment(page, _TEMPLATE, lines=box, labels=LABELS, words=words)).strip()
        for index, box in lines.items()
    }
