"""Where a document is named in a text: by symbol, by the name of a law, or as `Kế hoạch này`.

Reads: the clean text and the outline. Writes: `Mention` records, in order and without overlap, from which `citations`
makes citations. Works outward from the symbol: first the type word before it, then date, issuer and subject around it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort

from msgspec.structs import replace

from build_tools.annotate.mention import Mention
from build_tools.annotate.numbered_laws import law_before
from build_tools.annotate.own_names import find_own_names
from build_tools.grammar.laws import find_laws
from build_tools.grammar.symbols import SYMBOL, Symbol, is_type_letters, read
from build_tools.grammar.type_words import agrees, joint_name, type_name, type_word_pattern
from build_tools.model.document import Outline, UnitKind

_BEFORE = 240
_BEFORE_LAW = 520  # an amending law names all that it amends before its number
_NUMBER_WORD = re.compile(
    r"[ \u00a0]*(?::[ \u00a0]*\n?)?[ \u00a0]*(?:số[ \u00a0]*(?:hiệu)?:?[ \u00a0]*)?\n?", re.IGNORECASE
)
_WITH_NUMBER_WORD = re.compile(r"[ \u00a0]+số[ \u00a0]*:?[ \u00a0]*", re.IGNORECASE)
_ISSUED_BETWEEN = re.compile(
    r"[ \u00a0](?:liên tịch |liên bộ |liên ngành |cá biệt |hợp nhất )?"
    r"(?:(?:của|do)[ \u00a0](?P<issuer>[^;.:()\n“”\"]{3,120}?):?[ \u00a0])?"
    r"(?:ban hành[ \u00a0])?(?:ngày [\d/.-]{8,10},?[ \u00a0])?số:?[ \u00a0]*",
    re.IGNORECASE,
)
# `Báo cáo thẩm tra số`: a few small words between a type word in capitals and the number.
_QUALIFIED = re.compile(
    r"(?:[ \u00a0](?!tại |về |theo |của |và |này |số )[a-zà-ỹđ]+){1,3}[ \u00a0]số[ \u00a0]*:?[ \u00a0]*"
)
# `các Nghị quyết số 18, 19-NQ/TW`: the letters stand once, after the last number.
_BARE_NUMBERS = re.compile(
    r"[ \u00a0](?:số[ \u00a0]*)?((?:\d{1,4}[a-zđ]?(?:,[ \u00a0]|[ \u00a0]và[ \u00a0])){1,12})(?:số[ \u00a0]*)?"
)
_NUMBER_BEFORE = re.compile(r"\d[a-zđ]?(?:,|[ \u00a0]và)[ \u00a0](?:số[ \u00a0]*)?$")  # as that list ends
_NUMBER_NEAR = 32  # characters before the symbol in which it does
_BARE_NUMBER = re.compile(r"\d{1,4}[a-zđ]?")
_ONLY_NUMBER = re.compile(r"(?<!\w)số[ \u00a0]*:?[ \u00a0]*$", re.IGNORECASE)
_FORM_BEFORE = re.compile(r"(?:mẫu|biểu|phụ lục|bảng|đơn)(?: số)?[ \u00a0]*:?[ \u00a0]*$", re.IGNORECASE)
_KIND_ALONE = re.compile(r"(?:^|\n)(Luật|Bộ luật|Pháp lệnh)[ \u00a0]?\n$")  # its name goes on below, in a narrow cell
_NOTICE = re.compile(r"(?<!\w)Thông báo[ \u00a0]$")
_LIST_JOIN = re.compile(
    r"(?:,?[ \u00a0]ngày[ \u00a0](?:[\d/.-]{8,10}|\d+[ \u00a0]tháng[ \u00a0]\d+[ \u00a0]năm[ \u00a0]\d{4}))?"
    r"[ \u00a0]*(?:,|;|và|hoặc|, và|,? cùng)[ \u00a0]*(?:số[ \u00a0]*:?[ \u00a0]*)?"
)
_REVISED = re.compile(r"[ \u00a0]\(sửa đổi(?:, bổ sung)?\)")


def find_mentions(text: str, outline: Outline) -> list[Mention]:
    """Every naming of a document in `text`, in order."""
    fixed = _FixedParts(outline)
    found = _by_symbol(text, fixed)
    taken = [(mention.start, mention.end) for mention in found]
    for law in find_laws(text):
        if not _overlaps(taken, law.start, law.end) and not fixed.is_own_name(law.start):
            revised = _REVISED.match(text, law.end)
            end = revised.end() if revised else law.end
            found.append(Mention(law.start, end, type_name=law.kind, law=law))
            insort(taken, (law.start, end))
    found = [_completed(mention, found) for mention in found]
    found += _own_names(text, outline, taken, sorted(found, key=lambda mention: mention.start))
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _own_names(text: str, outline: Outline, taken: list[tuple[int, int]], named: list[Mention]) -> list[Mention]:
    """`Nghị định này`; and `Luật này` in a decree, for the law that its line named last."""
    starts = [mention.start for mention in named]
    found = []
    for own in find_own_names(text, outline):
        if _overlaps(taken, own.start, own.end):
            continue
        if not own.other:
            found.append(Mention(own.start, own.end, type_name=own.name, own=True))
            continue
        line = text.rfind("\n", 0, own.start) + 1
        before = named[bisect_left(starts, line) : bisect_left(starts, own.start)]
        meant = next((mention for mention in reversed(before) if mention.type_name == own.name), None)
        if meant is not None:
            found.append(replace(meant, start=own.start, end=own.end, listed=False, issuer=None))
    return found


def _completed(mention: Mention, mentions: list[Mention]) -> Mention:
    """`102/2025/NQLT` for the one document of the text whose symbol goes on `-UBTVQH15-CP-…`."""
    short = mention.symbol
    if short is None or short.abbr or not is_type_letters(short.issuer):
        return mention
    whole = {
        other.symbol.canonical: other.symbol
        for other in mentions
        if other.symbol and other.symbol.canonical.startswith((f"{short.canonical}-", f"{short.canonical}/"))
    }
    if len(whole) != 1:
        return mention
    symbol = replace(next(iter(whole.values())), written=short.written, variant=True)
    return replace(mention, symbol=symbol, type_name=mention.type_name or symbol.type_name)


class _FixedParts:
    """The parts of a document that name itself: a symbol in the letterhead is no citation."""

    def __init__(self, outline: Outline) -> None:
        self._heads = [unit.span for unit in outline.units if unit.kind is UnitKind.LETTERHEAD]
        self._titles = [unit.span for unit in outline.units if unit.kind is UnitKind.TITLE]
        self._symbol = outline.metadata.symbol

    def is_letterhead(self, offset: int) -> bool:
        """Whether the words stand in the letterhead."""
        return any(span.start <= offset < span.end for span in self._heads)

    def is_own_number(self, text: str, mention: Mention) -> bool:
        """`Số: 111/VBHN-VPQH` on a line of its own: the number line, wherever the layout put it."""
        starts_line = mention.start == 0 or text[mention.start - 1] == "\n"
        own = mention.symbol is not None and mention.symbol.canonical == self._symbol
        return own and starts_line and text[mention.start : mention.start + 2].lower() == "số"

    def is_own_name(self, offset: int) -> bool:
        """Whether a law named here is the document itself: its title begins with it, or the letterhead holds it."""
        return self.is_letterhead(offset) or any(span.start == offset for span in self._titles)


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    place = bisect_right(taken, (start, start)) - 1
    return any(a < end and start < b for a, b in taken[max(0, place) : place + 2])


def _by_symbol(text: str, fixed: _FixedParts) -> list[Mention]:
    found: list[Mention] = []
    floor = 0
    for match in SYMBOL.finditer(text):
        if fixed.is_letterhead(match.start()) or _in_address(text, match.start()):
            continue
        before = _numbers_before(text, floor, match)
        if before:
            found += before
            floor = before[-1].end
        mention = _read_symbol(text, match, floor, found[-1] if found else None)
        if mention is not None and not fixed.is_own_number(text, mention):
            found.append(mention)
            floor = mention.end
    return found


def _in_address(text: str, at: int) -> bool:
    """Whether the line above breaks off in an address of the web (`…?ItemID=46822&Keyword=`)."""
    return text[at - 1 : at] == "\n" and text[at - 2 : at - 1] in {"=", "&", "%"}


def _read_symbol(text: str, match: re.Match[str], floor: int, last: Mention | None) -> Mention | None:
    """The mention around one symbol; None where nothing shows that it is a document's."""
    at = match.start()
    block = max(floor, at - _BEFORE_LAW, _line_start(text, max(0, at - _BEFORE_LAW), at))
    floor = max(block, at - _BEFORE)
    head = law_before(text, block, at) or _type_before(text, floor, at, match)
    if head is not None:
        found = read(match, type_name=head.type_name, prose_place=None)
        return replace(head, end=found.span.end, symbol=found.symbol)
    found = read(match)
    if last is not None and last.symbol and _continues(text, last, at, found.symbol):
        listed = read(match, type_name=last.type_name).symbol
        start = _number_word(text, last.end, at)
        return Mention(start, found.span.end, listed, last.type_name, listed=True)
    if not found.certain or _FORM_BEFORE.search(text, floor, at):
        return None
    start = _letters_before(text, _number_word(text, floor, at), found.symbol.abbr)
    return Mention(start, found.span.end, found.symbol, found.symbol.type_name)


def _letters_before(text: str, start: int, abbr: str) -> int:
    """Where the type's own letters before a number begin (`QĐ 2167/QĐ-UBND`), or `start`."""
    at = start - len(abbr) - 1
    if at < 0 or not abbr or not text.startswith((f"{abbr} ", f"{abbr}\u00a0"), at) or text[at - 1 : at].isalnum():
        return start
    return at


def _line_start(text: str, low: int, at: int) -> int:
    """Where the line begins that holds the words before a symbol at `at`; the line before where it breaks off there.

    A line that ends with `Nghị định số`, or with a type word behind other words, goes on with the number; a type word
    alone on its line is a cell of a table.
    """
    start = text.rfind("\n", low, at) + 1
    if start and start != at and (kind := _KIND_ALONE.search(text, max(low, start - 12), start)):
        return kind.start(1)
    if not start or text[start:at].strip().casefold() not in ("", "số"):
        return start
    before = text.rfind("\n", low, start - 1) + 1
    words = list(type_word_pattern().finditer(text, before, start - 1))
    broken_off = text.endswith(" số", before, start - 1) or (
        bool(words) and text[words[-1].end() : start - 1].strip() in ("", ":") and words[-1].start() > before
    )
    return before if broken_off else start


def _numbers_before(text: str, floor: int, match: re.Match[str]) -> list[Mention]:
    """The mentions of a list of numbers that share the letters of the symbol after them."""
    at = match.start()
    if not _NUMBER_BEFORE.search(text, max(floor, at - _NUMBER_NEAR), at):
        return []
    floor = max(floor, at - _BEFORE, text.rfind("\n", max(0, at - _BEFORE), at) + 1)
    words = list(type_word_pattern().finditer(text, floor, at)) if text[at - 2 : at - 1] in {",", "à", "ố"} else []
    numbers = _BARE_NUMBERS.fullmatch(text, words[-1].end(), at) if words else None
    name = type_name(words[-1][0]) if words else None
    last = read(match, type_name=name).symbol
    if not numbers or not name or not last.abbr or last.year or not agrees(name, last.abbr):
        return []
    found: list[Mention] = []
    for number in _BARE_NUMBER.finditer(text, numbers.start(1), numbers.end(1)):
        canonical = number[0] + last.canonical.removeprefix(last.number)
        symbol = replace(last, canonical=canonical, number=number[0], written=number[0], variant=True)
        start = number.start() if found else words[-1].start()
        found.append(Mention(start, number.end(), symbol, name, listed=bool(found)))
    return found


def _number_word(text: str, floor: int, at: int) -> int:
    """Where `số` before the symbol begins, or the symbol itself."""
    word = _ONLY_NUMBER.search(text, max(floor, at - 8), at)
    return word.start() if word else at


def _continues(text: str, last: Mention, at: int, symbol: Symbol) -> bool:
    """Whether the symbol at `at` continues the list that `last` is in: `số 19-NQ/TW, số 20-NQ/TW`."""
    same_form = last.symbol is not None and last.symbol.abbr == symbol.abbr and last.symbol.system == symbol.system
    return same_form and _LIST_JOIN.fullmatch(text, last.end, at) is not None


def _type_before(text: str, floor: int, at: int, match: re.Match[str]) -> Mention | None:
    """The nearest type word that the symbol can belong to."""
    for word in reversed(list(type_word_pattern().finditer(text, floor, at))):
        name = type_name(word[0])
        forms = (_NUMBER_WORD, _ISSUED_BETWEEN, _QUALIFIED) if word[0][0].isupper() else (_NUMBER_WORD,)
        if word[0] == "thư":
            continue  # `hộp thư 12/TB`
        between = next((found for form in forms if (found := form.fullmatch(text, word.end(), at))), None)
        if between is None:
            continue
        symbol = read(match, type_name=name).symbol
        name = joint_name(name, symbol.abbr) if name else None
        said = word[0][0].isupper() and _WITH_NUMBER_WORD.fullmatch(text, word.end(), at) is not None
        notice = _notice_of(text, word.start(), symbol) if name and not agrees(name, symbol.abbr) else None
        if notice is not None:
            return Mention(notice, at, type_name="Thông báo")
        if name and (said or agrees(name, symbol.abbr)):  # `Thông tư số 06/2024/NĐ-CP`: one of the two is a slip
            return Mention(word.start(), at, type_name=name, issuer=between.groupdict().get("issuer"))
    return None


def _notice_of(text: str, at: int, symbol: Symbol) -> int | None:
    """Where `Thông báo` begins that tells of the conclusion named at `at` (`Thông báo Kết luận số 120-TB/TU`)."""
    match = _NOTICE.search(text, max(0, at - 10), at) if symbol.abbr == "TB" else None
    return match.start() if match else None
