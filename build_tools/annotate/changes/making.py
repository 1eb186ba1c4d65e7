"""Makes the changes of one paragraph out of its orders."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from build_tools.annotate.changes.acts import Acts
from build_tools.annotate.changes.annexes import own_annex
from build_tools.annotate.changes.masking import Masked
from build_tools.annotate.changes.objects import Objects, Place, completed, read_objects, within
from build_tools.annotate.changes.orders import Order
from build_tools.annotate.changes.wording import Wording
from build_tools.annotate.changes.words import Phrases, has_phrases, is_everywhere, is_passage, read_phrases
from build_tools.grammar.annex_names import is_whole_annex
from build_tools.model.change import Change, ChangeKind, ChangePart, Doubt
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Outline

_OF_WORDS = {
    ChangeKind.AMEND: ChangeKind.REPLACE_WORDS,
    ChangeKind.REPLACE: ChangeKind.REPLACE_WORDS,
    ChangeKind.ADD: ChangeKind.ADD_WORDS,
    ChangeKind.REPEAL: ChangeKind.REMOVE_WORDS,
}
_WITH_WORDING = (ChangeKind.AMEND, ChangeKind.ADD)


class Context(Struct, frozen=True):
    """What a unit orders for the units below it: verb, act, the provision they are parts of, words to exchange.

    `lists` is true where the items below need no verb of their own.
    """

    kind: ChangeKind | None = None
    act: int | None = None
    pinpoint: Pinpoint | None = None
    phrases: tuple[Phrases, ...] = ()
    lists: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph that orders something."""

    unit: str
    masked: Masked
    orders: tuple[Order, ...]
    wording: Wording | None = None


class Maker:
    """Makes changes; looks at one paragraph at a time."""

    def __init__(self, text: str, outline: Outline, acts: Acts) -> None:
        self._text = text
        self._outline = outline
        self._acts = acts

    def make(self, paragraph: Paragraph, around: Context | None) -> tuple[Context, tuple[Change, ...]]:
        """The context for the units below, and the changes of the paragraph itself."""
        around = around or Context()
        read = [(order, read_objects(paragraph.masked, order)) for order in paragraph.orders]
        read = _with_shared_levels(read)
        count = sum(len(objects.places) for _order, objects in read)
        changes: list[Change] = []
        for order, objects in read:
            if has_phrases(paragraph.masked, order):
                changes += self._of_words(paragraph, order, objects, around)
            elif around.phrases and not objects.swapped and len(paragraph.orders) == 1 and around.lists:
                changes += self._exchanges(paragraph, order, objects, around, around.phrases)
            else:
                changes += self._of_units(paragraph, order, objects, around, single=count == 1)
        return self._context(paragraph, *read[-1], around), tuple(changes)

    def _context(self, paragraph: Paragraph, order: Order, objects: Objects, around: Context) -> Context:
        act = self._acts.of_order(paragraph.masked, order, around.act)
        own = objects.places[0].pinpoint if len(objects.places) == 1 else None
        phrases = self._phrases(paragraph, order) if has_phrases(paragraph.masked, order) else ()
        lists = order.kind in (ChangeKind.REPEAL, ChangeKind.REPLACE) or bool(phrases)
        return Context(order.kind, act, within(own, around.pinpoint), phrases, lists)

    def _phrases(self, paragraph: Paragraph, order: Order) -> tuple[Phrases, ...]:
        adds, removes = order.kind is ChangeKind.ADD, order.kind is ChangeKind.REPEAL
        return read_phrases(paragraph.masked, order, adds=adds, removes=removes)

    def _of_words(self, paragraph: Paragraph, order: Order, objects: Objects, around: Context) -> Iterator[Change]:
        phrases = self._phrases(paragraph, order)
        if phrases:
            yield from self._exchanges(paragraph, order, objects, around, phrases)
            return
        for place in objects.places or (Place(order.zone, around.pinpoint),):
            change = self._base(paragraph, order, place, around)
            yield replace(change, kind=_OF_WORDS[order.kind], doubt=change.doubt or Doubt.NO_WORDING)

    def _exchanges(
        self, paragraph: Paragraph, order: Order, objects: Objects, around: Context, phrases: tuple[Phrases, ...]
    ) -> Iterator[Change]:
        """Every exchange of words at every place."""
        places = objects.places
        everywhere = not places and around.pinpoint is None and is_everywhere(paragraph.masked, order)
        if not places and order.announces:
            return
        for place in places or (Place(order.zone, None),):
            base = self._base(paragraph, order, place, around)
            doubt = base.doubt
            if not places and base.pinpoint is None and not everywhere:
                doubt = doubt or Doubt.UNIT_NOT_NAMED
            for one in phrases:
                yield replace(
                    base,
                    kind=_OF_WORDS[order.kind],
                    old=one.old,
                    wording=one.new,
                    anchor=one.anchor,
                    ahead=one.ahead,
                    doubt=doubt,
                )

    def _of_units(
        self, paragraph: Paragraph, order: Order, objects: Objects, around: Context, *, single: bool
    ) -> Iterator[Change]:
        for index, place in enumerate(objects.places):
            if self._acts.is_own(place.span):
                continue
            change = self._base(paragraph, order, place, around)
            if objects.after is not None:
                change = replace(change, after=within(objects.after.pinpoint, around.pinpoint))
            if change.doubt is Doubt.ACT_NOT_NAMED and paragraph.wording is None:
                continue  # a sentence that speaks of changing something, in an act that changes nothing
            if objects.swapped or (order.kind is ChangeKind.REPLACE and place.annex):
                yield self._swapped(change, objects, index)
            elif order.kind in _WITH_WORDING or (order.kind is ChangeKind.REPLACE and order.announces):
                yield _worded(change, paragraph.wording, single=single)
            else:
                yield change
        if (
            not objects.places
            and order.kind is ChangeKind.REPEAL
            and not order.announces
            and is_passage(paragraph.masked, order)
        ):
            place = Place(order.zone, None, part=ChangePart.PASSAGE)
            change = self._base(paragraph, order, place, around)
            if change.citation is not None:
                yield replace(change, doubt=Doubt.UNIT_NOT_NAMED if change.pinpoint is None else change.doubt)
        if not objects.places and paragraph.wording is not None and order.announces:
            place = Place(order.zone, None)
            change = self._base(paragraph, order, place, around)
            change = _worded(change, paragraph.wording, single=True)
            yield replace(change, doubt=change.doubt or (None if change.pinpoint else Doubt.UNIT_NOT_NAMED))

    def _base(self, paragraph: Paragraph, order: Order, place: Place, around: Context) -> Change:
        act = self._acts.at(paragraph.masked, order, place.span, around.act)
        pinpoint = place.pinpoint if place.annex and place.pinpoint is None else within(place.pinpoint, around.pinpoint)
        return Change(
            kind=order.kind,
            unit=paragraph.unit,
            span=order.span,
            citation=act,
            pinpoint=pinpoint,
            up_to=place.up_to and within(place.up_to, around.pinpoint),
            annex=place.annex or self._acts.enacted(act),
            part=place.part,
            doubt=_doubt(act, place),
        )

    def _swapped(self, change: Change, objects: Objects, index: int) -> Change:
        """An annex replaced by one of the amending act's own."""
        names = [place.annex for place in objects.swapped]
        name = names[index] if len(names) == len(objects.places) else names[0] if len(names) == 1 else None
        annex = own_annex(self._outline, name) if name else None
        if annex is None:
            return replace(change, doubt=change.doubt or Doubt.NO_WORDING)
        return replace(change, wording=annex.span, quoted=annex.id)


def _with_shared_levels(read: list[tuple[Order, Objects]]) -> list[tuple[Order, Objects]]:
    """Levels that are only said further on: `Bổ sung khoản 1a vào sau khoản 1; sửa đổi khoản 3 Điều 4`."""
    result: list[tuple[Order, Objects]] = []
    following: Place | None = None
    for order, objects in reversed(read):
        after = completed(objects.after, following) if objects.after else None
        into = objects.into
        places = []
        for place in objects.places:
            inside = within(place.pinpoint, into.pinpoint) if into else place.pinpoint
            placed = replace(place, pinpoint=inside, annex=place.annex or (into.annex if into else None))
            places.append(completed(completed(placed, after), following))
        following = places[0] if places else into or after or following
        result.append((order, replace(objects, places=tuple(places), after=after)))
    return result[::-1]


def _doubt(act: int | None, place: Place) -> Doubt | None:
    if act is None:
        return Doubt.ACT_NOT_NAMED
    if place.annex and (place.pinpoint is not None or not is_whole_annex(place.annex)):
        return Doubt.ANNEX
    return Doubt.PART if place.part is ChangePart.PASSAGE else None


def _worded(change: Change, wording: Wording | None, *, single: bool) -> Change:
    """The change with its new wording: the quoted unit that it means, or, for a single one, all that is quoted."""
    if wording is None:
        return replace(change, doubt=change.doubt or Doubt.NO_WORDING)
    unit = wording.of(change.pinpoint) if change.pinpoint and not change.up_to and not change.annex else None
    if unit is not None and change.part is ChangePart.HEADING:
        return replace(change, wording=unit.heading_span or unit.span, quoted=unit.id)
    if unit is not None:
        return replace(change, wording=unit.span, quoted=unit.id)
    if single:
        clear = not wording.units or change.up_to or change.part or change.annex
        return replace(change, wording=wording.span, doubt=change.doubt or (None if clear else Doubt.NO_WORDING))
    return replace(change, doubt=change.doubt or Doubt.NO_WORDING)
