"""The consolidated reading of an act and the changes that an act makes, as their pages show them."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup
from msgspec import Struct

from build_tools.i18n import N_, _
from build_tools.model.change import Change, ChangeKind, ChangePart, Doubt
from build_tools.model.document import Unit, UnitKind
from build_tools.model.force import Reading, Step
from build_tools.model.passage import Passage
from build_tools.render import names
from build_tools.render.context import Context
from build_tools.render.word_diff import compare, plain

KINDS: Mapping[ChangeKind, str] = {
    ChangeKind.AMEND: N_("new wording"),
    ChangeKind.ADD: N_("added"),
    ChangeKind.REPEAL: N_("repealed"),
    ChangeKind.REPLACE: N_("replaced"),
    ChangeKind.REPLACE_WORDS: N_("words exchanged"),
    ChangeKind.ADD_WORDS: N_("words put in"),
    ChangeKind.REMOVE_WORDS: N_("words taken out"),
}
PARTS: Mapping[ChangePart, str] = {
    ChangePart.HEADING: N_("heading of {place}"),
    ChangePart.OPENING: N_("opening words of {place}"),
    ChangePart.PASSAGE: N_("a part of {place}"),
}
DOUBTS: Mapping[Doubt, str] = {
    Doubt.ACT_NOT_NAMED: N_("the order does not say clearly which act it changes"),
    Doubt.UNIT_NOT_NAMED: N_("the order does not name the provision"),
    Doubt.ANNEX: N_("it concerns a place inside an annex"),
    Doubt.PART: N_("it describes the passage instead of quoting it"),
    Doubt.NO_WORDING: N_("the new wording could not be found or not be matched with the provision"),
    Doubt.UNIT_NOT_FOUND: N_("the text held here has no such provision"),
    Doubt.UNIT_AMBIGUOUS: N_("the text held here has two such provisions"),
    Doubt.WORDS_NOT_FOUND: N_("the words that it changes do not stand there in the text held here"),
    Doubt.UNIT_EXISTS: N_("the text held here has this provision already"),
}


class StepView(Struct, frozen=True):
    """One step of a reading: where, what, by whom, and both wordings compared."""

    step: Step
    place: str
    anchor: str
    kind: str
    doubt: str
    old: Markup | None
    new: Markup | None
    alike: bool


class ArticleView(Struct, frozen=True):
    """The steps that concern one article (or annex), by its name and heading."""

    name: str
    anchor: str
    steps: tuple[StepView, ...]


class ChangeView(Struct, frozen=True):
    """A change as the amending act's page lists it; `target` is the place of the changed provision, if it is held."""

    change: Change
    place: str
    kind: str
    doubt: str
    order: Passage
    work: str | None
    anchor: str


def reading_of(ctx: Context, work: str) -> Reading | None:
    """The reading of an act that other acts of the edition change."""
    return ctx.library.readings.get(work)


def article_views(ctx: Context, reading: Reading) -> list[ArticleView]:
    """The placed steps by article, in the order of the act."""
    units = ctx.units(reading.work)
    groups: dict[str, list[StepView]] = {}
    for step in reading.steps:
        head = _head(units, step.units[0] if step.units else None)
        groups.setdefault(head.id if head else "", []).append(step_view(ctx, step))
    order = {unit.id: place for place, unit in enumerate(ctx.document(reading.work).units)}
    found = sorted(groups.items(), key=lambda item: order.get(item[0], -1))
    return [ArticleView(_title(units, id_), id_, tuple(steps)) for id_, steps in found]


def step_view(ctx: Context, step: Step) -> StepView:
    """One step; those that were not placed have no wording to compare."""
    change = ctx.document(step.work).changes[step.change]
    both = compare(step.old, step.new) if step.old and step.new else None
    return StepView(
        step=step,
        place=place_words(change),
        anchor=step.units[0] if step.units else "",
        kind=_(KINDS[step.kind]),
        doubt=_(DOUBTS[step.doubt]) if step.doubt else "",
        old=both.old if both else plain(step.old) if step.old else None,
        new=both.new if both else plain(step.new) if step.new else None,
        alike=both is None or both.alike,
    )


def change_views(ctx: Context, work: str) -> dict[str | None, list[ChangeView]]:
    """What an act changes, by the work that it changes (None where none could be told)."""
    found: dict[str | None, list[ChangeView]] = {}
    anchors = ctx.anchors(work)
    for change in ctx.document(work).changes:
        target = change.target if change.target in ctx.library.works else None
        view = ChangeView(
            change,
            place_words(change),
            _(KINDS[change.kind]),
            _(DOUBTS[change.doubt]) if change.doubt else "",
            Passage(work, change.span, anchors.at(change.span)),
            target,
            change.target_unit or "",
        )
        found.setdefault(target, []).append(view)
    return found


def place_words(change: Change) -> str:
    """`khoản 2 Điều 5`, `từ khoản 1 Điều 4 đến khoản 3 Điều 4`, `tên Điều 9`, `Mẫu số 01 Phụ lục III`."""
    place = names.pinpoint_name(change.pinpoint) if change.pinpoint else ""
    if change.up_to:
        place = _("{first} to {last}", first=place, last=names.pinpoint_name(change.up_to))
    place = ", ".join(part for part in (place, change.annex or "") if part)
    if not place:
        return _("the whole act") if change.doubt is None else _("place not named")
    return _(PARTS[change.part], place=place) if change.part else place


def notes(ctx: Context, work: str, page: str) -> dict[int, str]:
    """HTML to put after the last block of every changed unit, by the index of the block."""
    reading = reading_of(ctx, work)
    if reading is None:
        return {}
    units, anchors = ctx.units(work), ctx.anchors(work)
    by_block: dict[int, list[StepView]] = {}
    for step in reading.steps:
        for id_ in step.units[-1:]:
            by_block.setdefault(anchors.block_at(max(units[id_].span.end - 1, 0)), []).append(step_view(ctx, step))
    return {index: str(ctx.fragment(page, "changed.html.j2", steps=steps)).strip() for index, steps in by_block.items()}


def reading_anchor(view: ArticleView) -> str:
    """The anchor of an article's changes in the section of changes."""
    return f"pb-doc-{view.anchor or 'chung'}"


def _head(units: Mapping[str, Unit], unit: str | None) -> Unit | None:
    """The article or annex that a unit is or stands in; else the unit itself."""
    here = units.get(unit or "")
    found = here
    while found is not None and found.kind not in (UnitKind.ARTICLE, UnitKind.ANNEX):
        found = units.get(found.parent or "")
    return found or here


def _title(units: Mapping[str, Unit], unit: str) -> str:
    if unit not in units:
        return _("Throughout the act")
    name = names.unit_name(units, unit)
    heading = units[unit].heading
    return f"{name}. {heading}" if heading else name
