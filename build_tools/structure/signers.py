"""Who signed: the lines of a signature (authority, position, name) and what they say together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data.tables import signer_positions
from build_tools.grammar.letters import compile_letters
from build_tools.model.document import Signer
from build_tools.structure.bodies import beginnings, begins_body
from build_tools.structure.lines import Line

LONGEST = 90  # characters of a line of a signature
_AUTHORITY = compile_letters(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|TUN)\s?[./]?\s*(?:(?=[{Lu}])|$)")
_LETTERS_OF_AUTHORITY = re.compile(r"[TKMLUQN/]{2,3}\s?[./]?$")
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|GS|PGS|TS|ThS|BS|NGƯT|TTND)"
_NAME = compile_letters(rf"(?:{_RANK}\.?,?\s+)*(?:[{{Lu}}][{{Ll}}’']*\s+){{1,5}}[{{Lu}}][{{Ll}}’']*$")
_SIGNED_MARK = re.compile(r"\(?\s*(?:đã ký|đã kí|ký tên.*|chữ ký)\s*\)?$", re.IGNORECASE)
_ALSO = re.compile(r"\(?kiêm(?:\s\w.{0,60})?\)?$", re.IGNORECASE)
_ONE_LINE = compile_letters(
    r"(?P<capitals>.{6,120}?)\s+(?:\([Đđ]ã ký\)\s+)?(?P<name>[{Lu}][{Ll}]+(?:\s+[{Lu}][{Ll}]*){1,4})$"
)
_WORDS_OF_POSITION = 8


@cache
def _positions() -> re.Pattern[str]:
    return beginnings(row.beginning for row in signer_positions())


def begins_signature(line: Line) -> bool:
    """Whether a line in capitals names the authority or the position of the signer."""
    text = line.text.strip("* ")
    if not text or len(text) > LONGEST or not text.replace("T/m", "T/M").isupper():
        return False
    return bool(_AUTHORITY.match(text) or _positions().match(text))


def heads_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether a signature begins on a line: also with the name of the body that signs a joint act with others."""
    if begins_signature(lines[index]):
        return True
    text = lines[index].text.strip("* ")
    below = index + 1 < len(lines) and begins_signature(lines[index + 1])
    return below and len(text) <= LONGEST and text.isupper() and begins_body(text)


def is_name(line: Line) -> bool:
    """Whether the line is a person's name, with or without a rank before it."""
    text = line.text.strip("* ")
    return len(text) <= 50 and bool(_NAME.match(text))


def stands_in_signature(line: Line) -> bool:
    """Whether a line can stand above the name: capitals, `(đã ký)`, `kiêm`, a rule."""
    text = line.text.strip("* ")
    if line.is_rule or not any(map(str.isalnum, text)) or _SIGNED_MARK.match(text) or _ALSO.match(text):
        return True
    return text.isupper() and len(text) <= LONGEST


def is_small_position(line: Line) -> bool:
    """Whether a line that is not in capitals names a position (`Chủ tịch Quốc hội`), as older acts write it."""
    text = line.text.strip("* ")
    return text.count(" ") < _WORDS_OF_POSITION and text[-1:].isalpha() and bool(_positions().match(text.upper()))


def is_authority(line: Line) -> bool:
    """Whether a line, in any letters, begins with `TM.`, `KT.` and the like."""
    return line.text.count(" ") < _WORDS_OF_POSITION and bool(_AUTHORITY.match(line.text))


def in_one_line(text: str) -> re.Match[str] | None:
    """A signature that a table or a converter put on one line: authority and position in capitals, then the name."""
    match = _ONE_LINE.match(text) if len(text) <= 2 * LONGEST and _AUTHORITY.match(text) else None
    return match if match and match["capitals"].isupper() and _NAME.match(match["name"]) else None


def read_signer(lines: Sequence[Line], signature: Sequence[int]) -> Signer | None:
    """Name, position (the last line in capitals above the name) and authority (the lines before it)."""
    if not signature:
        return None
    if len(signature) == 1 and (match := in_one_line(lines[signature[0]].text)):
        return _signer_in_one_line(match)
    capitals: list[str] = []
    name = None
    for index in signature:
        if is_name(lines[index]):
            name = lines[index].text.strip("* ")
            break
        _gather(capitals, lines[index])
    if name is None and len(capitals) > 1 and _is_capital_name(capitals[-1]):
        name = capitals.pop()
    if not capitals:
        return Signer(name=name) if name else None
    position = capitals[-1] if not _AUTHORITY.match(capitals[-1]) else None
    authority = capitals[:-1] if position else capitals
    return Signer(name=name, position=position, authority="\n".join(authority) or None)


def _gather(capitals: list[str], line: Line) -> None:
    """Add a line of authority or position to those above it; `TM.` and `kiêm` go on with the next line."""
    text = line.text.strip("* ")
    if capitals and _ALSO.match(text):
        capitals[-1] += f" {text}"
    elif (text.isupper() or is_small_position(line) or is_authority(line)) and not line.is_rule:
        if capitals and (_LETTERS_OF_AUTHORITY.match(capitals[-1]) or capitals[-1].endswith(" kiêm")):
            capitals[-1] += f" {text}"
        else:
            capitals.append(text)


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
