"""The tail of a document: recipients and signature, in either order, and where the annexes begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from build_tools.data.tables import signer_positions
from build_tools.grammar.letters import compile_letters
from build_tools.model.document import Signer
from build_tools.structure.bodies import beginnings
from build_tools.structure.lines import Line

_RECIPIENTS = re.compile(r"\W{0,3}Nơi nhận\s*:?\s*\W{0,3}$|\W{0,3}Nơi nhận\s*:", re.IGNORECASE)
_AUTHORITY = compile_letters(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TUN)\s?[./]?\s*(?:(?=[{Lu}])|$)")
_LETTERS_OF_AUTHORITY = re.compile(r"[TKMLUQN/]{2,3}\s?[./]?$")
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|BS|NGƯT|TTND)"
_NAME = compile_letters(rf"(?:{_RANK}\.?,?\s+)*(?:[{{Lu}}][{{Ll}}’']*\s+){{1,5}}[{{Lu}}][{{Ll}}’']*$")
_SIGNED_MARK = re.compile(r"\(?\s*(?:đã ký|đã kí|ký tên.*)\s*\)?$", re.IGNORECASE)
_ONE_LINE = compile_letters(
    r"(?P<capitals>.{6,120}?)\s+(?:\([Đđ]ã ký\)\s+)?(?P<name>[{Lu}][{Ll}]+(?:\s+[{Lu}][{Ll}]*){1,4})$"
)
_ITEM = re.compile(r"\s*[-–+•]\s*")
_FILE = re.compile(r"\s*\w{1,20}:?\\\S")  # the path under which the office keeps the file
_LONGEST = 90
_WORDS_OF_POSITION = 8


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
    after = recipients.stop if recipients else None
    signature = _signature(lines, after, stop) if after is not None else range(0)
    if not signature:
        signature = _signature_before(lines, start, recipients.start if recipients else stop)
    signers = [signer for part in _each(lines, signature) if (signer := _signer(lines, part))]
    return Tail(recipients, signature, _items(lines, recipients), next(iter(signers), None), tuple(signers[1:]))


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
    while index < stop and not begins_signature(lines[index]):
        text = lines[index].text
        if lines[index].is_capitals and len(text) > 12 and not _ITEM.match(text):
            break
        if not _ITEM.match(text) and (len(text) > _LONGEST or _ended(lines, index, first)):
            break
        index += 1
    return range(first, index)


def _ended(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether the line before closed the list: an item "Lưu: …" that ends, with a name below."""
    before = lines[index - 1].text
    return index - 1 > first and bool(re.match(r"\s*[-–]?\s*Lưu", before)) and bool(_NAME.match(lines[index].text))


@cache
def _positions() -> re.Pattern[str]:
    return beginnings(row.beginning for row in signer_positions())


def begins_signature(line: Line) -> bool:
    """Whether a line in capitals names the authority or the position of the signer."""
    text = line.text.strip("* ")
    if not text or len(text) > _LONGEST or not text.replace("T/m", "T/M").isupper():
        return False
    return bool(_AUTHORITY.match(text) or _positions().match(text))


def _signature(lines: Sequence[Line], first: int, stop: int) -> range:
    """The signature that begins at `first`."""
    if first >= stop or not begins_signature(lines[first]):
        return range(0)
    index = first
    while (
        index < stop
        and index < first + 40
        and _belongs(lines[index], after_name=index > first and is_name(lines[index - 1]))
    ):
        index += 1
    return range(first, index)


def _belongs(line: Line, *, after_name: bool) -> bool:
    text = line.text.strip("* ")
    if after_name:
        return begins_signature(line)
    return (
        not text
        or (text.isupper() and len(text) <= _LONGEST)
        or is_name(line)
        or bool(_SIGNED_MARK.match(text))
        or line.is_rule
    )


def _signature_before(lines: Sequence[Line], start: int, stop: int) -> range:
    """The last signature in `start` to `stop`: capitals that name a position, then a person's name.

    In a joint act several stand one after the other; they are taken together.
    """
    for index in range(stop - 1, start - 1, -1):
        if _in_one_line(lines[index].text):
            return range(index, index + 1)
        if not is_name(lines[index]):
            continue
        first = _begin(lines, start, index)
        if first is None:
            if index == stop - 1 and index > start and _is_small_position(lines[index - 1]):
                return range(index - 1 - int(index - 1 > start and _is_authority(lines[index - 2])), stop)
            continue
        while first > start and is_name(lines[first - 1]) and (above := _begin(lines, start, first - 1)) is not None:
            first = above
        return range(first, index + 1)
    return range(0)


def _in_one_line(text: str) -> re.Match[str] | None:
    """A signature that a table or a converter put on one line: authority and position in capitals, then the name."""
    match = _ONE_LINE.match(text) if len(text) <= 2 * _LONGEST and _AUTHORITY.match(text) else None
    return match if match and match["capitals"].isupper() and _NAME.match(match["name"]) else None


def _begin(lines: Sequence[Line], start: int, name: int) -> int | None:
    """Where the signature begins whose name stands on line `name`; `None` if no position stands above it."""
    first = name
    while first > start and first > name - 8 and _above_name(lines[first - 1]):
        first -= 1
    while first < name and not begins_signature(lines[first]):
        first += 1
    return first if first < name else None


def _is_small_position(line: Line) -> bool:
    """Whether a line that is not in capitals names a position (`Chủ tịch Quốc hội`), as older acts write it."""
    text = line.text.strip("* ")
    return text.count(" ") < _WORDS_OF_POSITION and text[-1:].isalpha() and bool(_positions().match(text.upper()))


def _is_authority(line: Line) -> bool:
    return line.text.count(" ") < _WORDS_OF_POSITION and bool(_AUTHORITY.match(line.text))


def _above_name(line: Line) -> bool:
    text = line.text.strip("* ")
    if line.is_rule or not any(map(str.isalnum, text)) or _SIGNED_MARK.match(text):
        return True
    return text.isupper() and len(text) <= _LONGEST


def is_name(line: Line) -> bool:
    """Whether the line is a person's name, with or without a rank before it."""
    text = line.text.strip("* ")
    return len(text) <= 50 and bool(_NAME.match(text))


def _items(lines: Sequence[Line], recipients: range) -> tuple[str, ...]:
    """The recipients as written; a wrapped item, which has no dash, is joined to the one before."""
    items: list[str] = []
    for index in recipients:
        text = _RECIPIENTS.sub("", lines[index].text).strip() if index == recipients.start else lines[index].text
        if not text.strip("* ") or _FILE.match(text):
            continue
        if _ITEM.match(text) or not items:
            items.append(_ITEM.sub("", text, count=1))
        else:
            items[-1] = f"{items[-1]} {text.strip()}"
    return tuple(item.strip().rstrip(";,.").strip() for item in items)


def _each(lines: Sequence[Line], signature: range) -> list[range]:
    """The signatures of a joint act, one for each name with a position or an authority above it."""
    parts, first = [], signature.start
    for index in signature:
        if is_name(lines[index]) and any(begins_signature(lines[i]) for i in range(first, index)):
            parts.append(range(first, index + 1))
            first = index + 1
    return parts or [signature]


def _signer(lines: Sequence[Line], signature: range) -> Signer | None:
    """Name, position (the last line in capitals above the name) and authority (the lines before it)."""
    if not signature:
        return None
    if len(signature) == 1 and (match := _in_one_line(lines[signature.start].text)):
        return _signer_in_one_line(match)
    capitals: list[str] = []
    name = None
    for index in signature:
        text = lines[index].text.strip("* ")
        if is_name(lines[index]):
            name = text
            break
        if (text.isupper() or _is_small_position(lines[index]) or _is_authority(lines[index])) and not lines[
            index
        ].is_rule:
            if capitals and _LETTERS_OF_AUTHORITY.match(capitals[-1]):
                capitals[-1] += f" {text}"  # "TM." and the body on two lines
            else:
                capitals.append(text)
    if name is None and len(capitals) > 1 and _is_capital_name(capitals[-1]):
        name = capitals.pop()
    if not capitals:
        return Signer(name=name) if name else None
    position = capitals[-1] if not _AUTHORITY.match(capitals[-1]) else None
    authority = capitals[:-1] if position else capitals
    if position is None and len(capitals) == 1:
        authority = capitals
    return Signer(name=name, position=position, authority="\n".join(authority) or None)


def _is_capital_name(text: str) -> bool:
    """A name in capitals below a position: two to five words that begin neither a position nor an authority."""
    return 1 <= text.count(" ") <= 4 and not _positions().match(text) and not _AUTHORITY.match(text)


def _signer_in_one_line(match: re.Match[str]) -> Signer:
    """The position is what follows the last title of office; a `PHÓ` before it belongs to it."""
    capitals = match["capitals"].rstrip()
    starts = [m.start() for m in re.finditer(r"(?<=\s)\S", capitals) if _positions().match(capitals, m.start())]
    if not starts:
        return Signer(name=match["name"], authority=capitals)
    cut = starts[-1]
    if len(starts) > 1 and capitals[starts[-2] : cut] == "PHÓ ":
        cut = starts[-2]
    return Signer(name=match["name"], position=capitals[cut:], authority=capitals[:cut].rstrip())
