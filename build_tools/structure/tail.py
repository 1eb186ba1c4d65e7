"""The tail of a document: recipients and signature, in either order, and where the annexes begin."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from msgspec import Struct
from msgspec.structs import replace

from build_tools.model.document import Signer
from build_tools.structure.lines import Line
from build_tools.structure.signers import (
    LONGEST,
    heads_signature,
    in_one_line,
    is_authority,
    is_name,
    is_small_position,
    read_signer,
    stands_in_signature,
)

_RECIPIENTS = re.compile(r"\W{0,3}Nơi nhận\s*:?\s*\W{0,3}$|\W{0,3}Nơi nhận\s*:", re.IGNORECASE)
_ITEM = re.compile(r"\s*[-–+•]\s*")
_KEPT = re.compile(r"\s*[-–]?\s*Lưu")  # the item that closes the list
_FILE = re.compile(r"\s*\w{1,20}:?\\\S")  # the path under which the office keeps the file
_NEXT_ITEM = 3  # lines of a signature that may stand between two recipients, where two columns were read as one


class Tail(Struct, frozen=True):
    """Where the tail stands (ranges of lines, empty where absent) and what it says."""

    recipients: range = range(0)
    signature: range = range(0)
    items: tuple[str, ...] = ()
    signer: Signer | None = None
    co_signers: tuple[Signer, ...] = ()

    @property
    def start(self) -> int | None:
        """The first line of the tail."""
        starts = [part.start for part in (self.recipients, self.signature) if part]
        return min(starts) if starts else None

    @property
    def stop(self) -> int | None:
        """The line behind the tail."""
        stops = [part.stop for part in (self.recipients, self.signature) if part]
        return max(stops) if stops else None


def read_tail(lines: Sequence[Line], start: int, stop: int) -> Tail:
    """The tail of the text that stands in lines `start` to `stop`."""
    recipients = _recipients(lines, start, stop)
    beside = _beside(lines, recipients)
    after = recipients.stop if recipients else None
    if beside:
        signature = _rest_of_signature(lines, recipients.stop, stop)
        signers = [read_signer(lines, [*beside, *signature])]
    else:
        signature = _signature(lines, after, stop) if after is not None else range(0)
        if not signature:
            signature = _signature_before(lines, start, recipients.start if recipients else stop)
        signers = [read_signer(lines, part) for part in _each(lines, signature)]
    found = [signer for signer in signers if signer is not None]
    items = _items(lines, recipients, beside)
    return Tail(recipients, signature, items, next(iter(found), None), tuple(found[1:]))


def with_signature_from(tail: Tail, first: int) -> Tail:
    """The tail with a signature part that begins earlier (an authentication stands above it)."""
    if not tail.signature or not 0 <= tail.signature.start - first < 15:
        return tail
    if tail.recipients and first < tail.recipients.stop <= tail.signature.start:
        first = tail.recipients.stop
    return replace(tail, signature=range(first, tail.signature.stop))


def _recipients(lines: Sequence[Line], start: int, stop: int) -> range:
    first = next((i for i in range(stop - 1, start - 1, -1) if _RECIPIENTS.match(lines[i].text)), None)
    if first is None:
        return range(0)
    index = first + 1
    while index < stop:
        if heads_signature(lines, index):
            item = _next_item(lines, index, stop)
            if item is None:
                break
            index = item
        elif not _ITEM.match(lines[index].text) and _ends_list(lines, index, first):
            break
        index += 1
    return range(first, index)


def _next_item(lines: Sequence[Line], index: int, stop: int) -> int | None:
    """The recipient that stands below the lines of a signature printed beside the list; `None` where the list ended."""
    return next((i for i in range(index + 1, min(stop, index + 1 + _NEXT_ITEM)) if _ITEM.match(lines[i].text)), None)


def _beside(lines: Sequence[Line], recipients: range) -> list[int]:
    """The lines of a signature that stand among the recipients, because two columns were read line by line."""
    found: list[int] = []
    for index in recipients[1:]:
        text = lines[index].text
        goes_on = bool(found) and not _ITEM.match(text) and (text.isupper() or _is_name_beside(lines, index))
        if goes_on or heads_signature(lines, index):
            found.append(index)
    return found


def _is_name_beside(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is the signer's name and not the rest of the recipient above it."""
    return is_name(lines[index]) and lines[index - 1].text.endswith((";", ",", "."))


def _rest_of_signature(lines: Sequence[Line], first: int, stop: int) -> range:
    """What stands below the recipients of a signature that began beside them: up to the name."""
    for index in range(first, min(stop, first + 6)):
        if is_name(lines[index]):
            return range(first, index + 1)
        if not stands_in_signature(lines[index]):
            break
    return range(0)


def _ends_list(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether a line without dash is none of the list: capitals, a long line, a name behind "Lưu: …"."""
    text, before = lines[index].text, lines[index - 1].text
    if (lines[index].is_capitals and len(text) > 12) or len(text) > LONGEST:
        return True
    return index - 1 > first and bool(_KEPT.match(before)) and is_name(lines[index])


def _signature(lines: Sequence[Line], first: int, stop: int) -> range:
    """The signature that begins at `first`."""
    if first >= stop or not heads_signature(lines, first):
        return range(0)
    index = first
    while index < min(stop, first + 40):
        after_name = index > first and is_name(lines[index - 1])
        if not (heads_signature(lines, index) if after_name else _belongs(lines[index])):
            break
        index += 1
    return range(first, index)


def _belongs(line: Line) -> bool:
    return is_name(line) or stands_in_signature(line)


def _signature_before(lines: Sequence[Line], start: int, stop: int) -> range:
    """The last signature in `start` to `stop`: capitals that name a position, then a person's name.

    In a joint act several stand one after the other; they are taken together.
    """
    for index in range(stop - 1, start - 1, -1):
        if in_one_line(lines[index].text):
            return range(index, index + 1)
        if not is_name(lines[index]):
            continue
        first = _begin(lines, start, index)
        if first is None:
            if index == stop - 1 and index > start and is_small_position(lines[index - 1]):
                return range(index - 1 - int(index - 1 > start and is_authority(lines[index - 2])), stop)
            continue
        while first > start and is_name(lines[first - 1]) and (above := _begin(lines, start, first - 1)) is not None:
            first = above
        return range(first, index + 1)
    return range(0)


def _begin(lines: Sequence[Line], start: int, name: int) -> int | None:
    """Where the signature begins whose name stands on line `name`; `None` if no position stands above it."""
    first = name
    while first > start and first > name - 8 and stands_in_signature(lines[first - 1]):
        first -= 1
    while first < name and not heads_signature(lines, first):
        first += 1
    return first if first < name else None


def _items(lines: Sequence[Line], recipients: range, beside: Container[int]) -> tuple[str, ...]:
    """The recipients as written; a wrapped item, which has no dash, is joined to the one before.

    Where no item has a dash, a semicolon ends each. The lines in `beside` belong to the signature.
    """
    items: list[str] = []
    held = [index for index in recipients if index not in beside]
    dashed = any(_ITEM.match(lines[index].text) for index in held)
    for index in held:
        text = _RECIPIENTS.sub("", lines[index].text).strip() if index == recipients.start else lines[index].text
        if not text.strip("* ") or _FILE.match(text):
            continue
        if _ITEM.match(text) or not items or (not dashed and items[-1][-1:] in (";", ".")):
            items.append(_ITEM.sub("", text, count=1))
        else:
            items[-1] = f"{items[-1]} {text.strip()}"
    return tuple(item.strip().rstrip(";,.").strip() for item in items)


def _each(lines: Sequence[Line], signature: range) -> list[range]:
    """The signatures of a joint act, one for each name with a position or an authority above it."""
    parts, first = [], signature.start
    for index in signature:
        if is_name(lines[index]) and any(heads_signature(lines, i) for i in range(first, index)):
            parts.append(range(first, index + 1))
            first = index + 1
    return parts or [signature]
