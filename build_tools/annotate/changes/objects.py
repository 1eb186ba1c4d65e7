"""What an order changes: provisions, annexes, parts of provisions, and phrases in quotation marks."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from build_tools.annotate.changes.masking import Masked
from build_tools.annotate.changes.orders import Order
from build_tools.annotate.changes.phrases import ANNEX_WORD, object_words
from build_tools.annotate.changes.words import SWAP, has_phrases
from build_tools.annotate.pinpoints import LEVELS, find_chains
from build_tools.model.change import ChangeKind, ChangePart
from build_tools.model.citation import Pinpoint
from build_tools.model.span import Span

_NUMBER = r"(?:\d{1,3}(?:[./-]\d{1,3})*[a-zđ]?(?:[./-][A-ZĐ]{1,4}\w*)*|[IVXL]+(?:[.-]\d+)?[a-z]?|[A-E]\d?)(?![\wÀ-ỹ])"
_ANNEX = re.compile(
    rf"(?<!\w)(?P<name>{ANNEX_WORD}(?!\w)(?:\s+số(?=\s+[\dIVXA-E]))?)"
    rf"(?P<numbers>\s+{_NUMBER}(?:(?:\s*,\s*|\s*;\s*|\s+và\s+|\s+đến\s+){_NUMBER})*)?"
)
_OF = re.compile(r"\s*,?\s*(?:(?:của|tại|thuộc|trong|kèm theo|ban hành kèm theo)\s+)?$")
_INSIDE = re.compile(r"\s*(?:(?:của|tại|thuộc|trong|kèm theo|ban hành kèm theo)\s+)?")
_STATED_AT = re.compile(r"quy định tại\s+$")
_BEHIND = re.compile(
    r"(?<!\w)(?:(?:vào\s+)?(?:ngay\s+)?(?:phía\s+)?(?:sau|trước)(?:\s+cụm từ|\s+từ)?|vào)\s+(?:các\s+)?$"
)
_ADDED = re.compile(r"được\s+bổ sung\s+(?:thêm\s+)?(?:các\s+)?$")
_RANGE = re.compile(r"\s+đến\s+(?:hết\s+)?(?:các\s+)?$")
_FREE_HEADING = re.compile(r"(?<!\w)(?:tên|tiêu đề)\s+(?:điều|khoản|chương|mục)(?=\s*(?:[,;:.]|và\s|như\s|$))")


class Place(Struct, frozen=True):
    """One provision or annex that an order names, in the document's offsets; the pin-point may lack wider levels."""

    span: Span
    pinpoint: Pinpoint | None
    up_to: Pinpoint | None = None
    annex: str | None = None
    part: ChangePart | None = None


class Objects(Struct, frozen=True):
    """All that one order names. `swapped` are the annexes named after *bằng*."""

    places: tuple[Place, ...]
    after: Place | None = None
    into: Place | None = None
    swapped: tuple[Place, ...] = ()


def read_objects(masked: Masked, order: Order) -> Objects:
    """The places of an order, in order of the text."""
    zone = masked.text[order.zone.start - masked.start : order.zone.end - masked.start]
    swap = SWAP.search(zone) if order.kind is ChangeKind.REPLACE and not has_phrases(masked, order) else None
    found = _places(zone[: swap.start()] if swap else zone, order.zone.start)
    swapped = (
        tuple(p for p in _places(zone[swap.start() :], order.zone.start + swap.start()) if p.annex) if swap else ()
    )
    into = _added_to(zone, order, found)
    if into is not None:
        return Objects(tuple(found[into:]), into=found[into - 1], swapped=swapped)
    behind = next((p for p in found if _word_before(zone, p.span.start - order.zone.start)), None)
    if behind is None:
        return Objects(tuple(found), swapped=swapped)
    word = _word_before(zone, behind.span.start - order.zone.start) or ""
    before = tuple(p for p in found if p.span.start < behind.span.start)
    if re.search("sau|trước", word):
        return Objects(before, after=behind, swapped=swapped)
    return Objects(before, into=behind, swapped=swapped)


def _added_to(zone: str, order: Order, found: list[Place]) -> int | None:
    """`Khoản 3 Điều 6 được bổ sung điểm e`: which of the places is the first that is added to the one before it."""
    if not order.passive or order.kind is not ChangeKind.ADD:
        return None
    places = (index for index, place in enumerate(found) if index)
    return next((i for i in places if _ADDED.search(zone, 0, found[i].span.start - order.zone.start)), None)


def _word_before(zone: str, at: int) -> str | None:
    found = _BEHIND.search(zone[max(0, at - 40) : at])
    return found[0] if found else None


def _places(zone: str, shift: int) -> list[Place]:
    """Provisions, annexes and parts in a stretch of masked text."""
    places = [*_units(zone), *_headings(zone)]
    annexes = _annexes(zone)
    kept: list[Place] = []
    for annex in annexes:
        inside = [
            p for p in places if p.span.end <= annex.span.start and _OF.fullmatch(zone, p.span.end, annex.span.start)
        ]
        if inside:
            places = [replace(p, annex=annex.annex) if _same_run(zone, p, inside[-1]) else p for p in places]
        else:
            kept.append(annex)
    found = _nested(zone, sorted([*places, *kept], key=lambda place: place.span))
    return [
        replace(
            place, span=Span(place.span.start + shift, place.span.end + shift), part=place.part or _part(zone, place)
        )
        for place in found
    ]


def _nested(zone: str, places: list[Place]) -> list[Place]:
    """`Bảng số 01 Chương II Phụ lục 4` is one place; `Biểu phí quy định tại khoản 1 Điều 1` is that clause's."""
    result: list[Place] = []
    for place in places:
        last = result[-1] if result else None
        gap = zone[last.span.end : place.span.start] if last else ""
        if last and last.annex and last.pinpoint is None and place.annex and _INSIDE.fullmatch(gap):
            whole = Span(last.span.start, place.span.end)
            result[-1] = replace(place, span=whole, annex=f"{last.annex} {place.annex}")
        elif last and last.annex and last.pinpoint is None and not place.annex and _STATED_AT.search(gap):
            whole = Span(last.span.start, place.span.end)
            result[-1] = replace(place, span=whole, part=ChangePart.PASSAGE)
        else:
            result.append(place)
    return result


def _same_run(zone: str, place: Place, last: Place) -> bool:
    """Whether a place is the one right before an annex or is joined to it by commas (`khoản 1, 2 Mục II Phụ lục`)."""
    return place is last or (
        place.span.end <= last.span.start
        and bool(re.fullmatch(r"[\s,]*(?:và\s*)?", zone[place.span.end : last.span.start]))
        and place.pinpoint is not None
        and last.pinpoint is not None
        and _narrowest(place.pinpoint) == _narrowest(last.pinpoint)
    )


def _units(zone: str) -> list[Place]:
    """The provisions of all chains, runs (`từ khoản 1 đến khoản 11`) put together; wider levels come from the right."""
    places: list[Place] = []
    for chain in find_chains(zone):
        for target in chain.targets:
            last = places[-1] if places else None
            joined = zone[last.span.end : target.span.start] if last else ""
            if last and last.pinpoint and not last.up_to and _RANGE.fullmatch(joined):
                places[-1] = replace(last, span=Span(last.span.start, target.span.end), up_to=target.pinpoint)
            else:
                places.append(Place(target.span, target.pinpoint))
    places = [replace(p, pinpoint=_plain(p.pinpoint), up_to=_plain(p.up_to)) for p in places]
    for index in range(len(places) - 2, -1, -1):
        places[index] = completed(places[index], places[index + 1])
    return [replace(p, pinpoint=_filled(p.pinpoint, p.up_to)) if p.up_to else p for p in places]


def _plain(pinpoint: Pinpoint | None) -> Pinpoint | None:
    """Articles are numbered through an act, so their number says all (`Điều 5 và Mục V Phụ lục`)."""
    if pinpoint is None or pinpoint.article is None:
        return pinpoint
    return replace(pinpoint, part=None, chapter=None, section=None, subsection=None)


def completed(place: Place, following: Place | None) -> Place:
    """The place with wider levels that are only said with the following one (`khoản 1 và bổ sung khoản 2 Điều 5`)."""
    if place.pinpoint is None or place.pinpoint.article or following is None or following.pinpoint is None:
        return place
    if place.annex != following.annex or LEVELS.index(_narrowest(place.pinpoint)) > LEVELS.index("clause"):
        return place
    rank = max(LEVELS.index(_narrowest(following.pinpoint)), LEVELS.index(_widest(place.pinpoint)))
    wider = {level: getattr(following.pinpoint, level) for level in LEVELS[rank + 1 :]}
    missing = {level: value for level, value in wider.items() if value and getattr(place.pinpoint, level) is None}
    return replace(place, pinpoint=replace(place.pinpoint, **missing))


def within(place: Pinpoint | None, around: Pinpoint | None) -> Pinpoint | None:
    """A pin-point with the levels of the provision it stands in, where it does not name them itself."""
    if around is None or place is None:
        return place or around
    rank = LEVELS.index(_widest(place))
    wider = {level: getattr(around, level) for level in LEVELS[rank + 1 :] if getattr(around, level)}
    return replace(place, **wider)


def _filled(first: Pinpoint | None, last: Pinpoint | None) -> Pinpoint | None:
    """`khoản 1 đến khoản 11 Điều 1`: the first of a run has the article of the last."""
    return within(first, last) if first and last and _narrowest(first) == _narrowest(last) else first


def _narrowest(pinpoint: Pinpoint) -> str:
    return next((level for level in LEVELS if getattr(pinpoint, level)), "part")


def _widest(pinpoint: Pinpoint) -> str:
    return next((level for level in reversed(LEVELS) if getattr(pinpoint, level)), "part")


def _headings(zone: str) -> list[Place]:
    """`tên điều`: the heading of the provision that a container names."""
    return [Place(Span(m.start(), m.end()), None, part=ChangePart.HEADING) for m in _FREE_HEADING.finditer(zone)]


def _annexes(zone: str) -> list[Place]:
    """The annexes, a form with the annex it belongs to; of several numbers each is one."""
    found: list[Place] = []
    for match in _ANNEX.finditer(zone):
        word = match["name"][0].upper() + match["name"][1:]
        numbers = re.finditer(_NUMBER, match["numbers"] or "")
        base = match.start("numbers")
        names = [(f"{word} {n[0]}", Span(base + n.start(), base + n.end())) for n in numbers]
        ones = [Place(span, None, annex=name) for name, span in names] or [
            Place(Span(match.start(), match.end()), None, annex=word)
        ]
        ones[0] = replace(ones[0], span=Span(match.start(), ones[0].span.end))
        if (
            found
            and _OF.fullmatch(zone, found[-1].span.end, match.start())
            and word.split(" số")[0] in {"Phụ lục", "PHỤ LỤC", "Danh mục"}
            and not (found[-1].annex or "").casefold().startswith(word.split(" số")[0].casefold())
            and len(ones) == 1
        ):
            found = _inside(found, ones[0], zone)
        else:
            found += ones
    return found


def _inside(forms: list[Place], annex: Place, zone: str) -> list[Place]:
    """`Mẫu số 01, Mẫu số 02 của Phụ lục III`: forms that are listed before an annex are its own."""
    result = list(forms)
    end = annex.span.start
    for index in range(len(result) - 1, -1, -1):
        gap = zone[result[index].span.end : end]
        if not re.fullmatch(
            r"[\s,]*(?:và\s+)?(?:(?:các\s+)?)|\s*,?\s*(?:của|tại|thuộc|trong|kèm theo|ban hành kèm theo)?\s*", gap
        ):
            break
        end = result[index].span.start
        result[index] = replace(result[index], annex=f"{result[index].annex} {annex.annex}")
    return result


@cache
def _parts() -> tuple[tuple[ChangePart, re.Pattern[str]], ...]:
    more = {ChangePart.PASSAGE: r"(?:\s+[^\s,;.]+){0,24}?", ChangePart.HEADING: "", ChangePart.OPENING: ""}
    return tuple(
        (
            part,
            re.compile(
                rf"(?<!\w){object_words(part)}{more[part]}\s*(?:của\s+|tại\s+|quy định tại\s+)?(?:các\s+)?$",
                re.IGNORECASE,
            ),
        )
        for part in ChangePart
    )


def _part(zone: str, place: Place) -> ChangePart | None:
    """The words right before a provision that name a part of it."""
    before = zone[max(0, place.span.start - 260) : place.span.start]
    found = next((part for part, pattern in _parts() if pattern.search(before)), None)
    listed = _passage_of_list().search(zone[max(0, place.span.start - 600) : place.span.start])
    return found or (ChangePart.PASSAGE if listed else None)


@cache
def _passage_of_list() -> re.Pattern[str]:
    """`quy định về phụ cấp … quy định tại Điều 4, Điều 5 và Điều 6`: a part of each of them."""
    unit = r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều)\s+\w{1,4}"
    return re.compile(
        rf"(?<!\w){object_words(ChangePart.PASSAGE)}(?!\w)[^;.]{{0,400}}?\squy định tại\s+(?:{unit}[\s,]*(?:và\s+)?)*$",
        re.IGNORECASE,
    )
