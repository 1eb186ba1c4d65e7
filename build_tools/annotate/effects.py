"""Times of effect: from when, or until when, a document says that it has effect.

`Thông tư này có hiệu lực thi hành từ ngày 15 tháng 02 năm 2022`; `kể từ ngày ký`; `sau 45 ngày kể từ ngày ký`; `từ ngày
… đến hết ngày …`. Only the document's own sentences count, not those of quoted acts, notes and annexes. Of a number of
days after signing the first does not count (Civil Code 91/2015/QH13, Article 147): the national registers of law give
26 February for an act that was signed on 16 February and has effect `sau 10 ngày kể từ ngày ký`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from build_tools.annotate.unit_index import UnitIndex
from build_tools.grammar.dates import DATE, read_date
from build_tools.grammar.type_words import type_word_pattern
from build_tools.model.change import Effect, EffectKind
from build_tools.model.document import Outline, UnitKind
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_FROM = r"(?:kể\s+)?từ\s+"
_EFFECT = re.compile(
    r"(?<=\snày)(?P<listed>[^.;\n]{0,40}?)\s+(?:bắt\s+đầu\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?,?\s+"
    rf"(?:{_FROM}(?P<signing>ngày\s+(?:được\s+)?(?:ký|ban\s+hành)(?:\s*,?\s*ban\s+hành)?)|"
    rf"(?P<days>sau\s+(?:\d+|\w+(?:\s+\w+)?)\s*(?:\([^)]{{1,40}}\)\s*)?ngày,?\s+{_FROM}ngày\s+(?:ký|ban\s+hành|"
    r"thông\s+qua)(?:\s+ban\s+hành)?)|"
    rf"(?P<other>(?:sau\s+\d+\s+ngày,?\s+)?{_FROM}ngày\s+(?:đăng|công\s+bố|thông\s+qua)[^.;\n]{{0,40}})|{_FROM}(?P<on>ngày\s+))"
)
_PARTS = re.compile(  # `Các điều, khoản sau đây có hiệu lực từ ngày …`: provisions that begin at another time
    r"^(?:[ \t]*(?:\d{1,3}[a-zđ]?\.|[a-zđ]\d?\)|[-–+]))?\s*"
    r"(?P<subject>(?:Các|Những)\s+(?:điều|khoản|điểm|quy định|nội dung)"
    r"(?:(?!văn bản)[^.;:“”\n]){0,120}?)\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?,?\s+(?:kể\s+)?từ\s+(?=ngày\s)",
    re.MULTILINE,
)
_UNTIL = re.compile(r"\s+(?:đến|cho đến)\s+(?:hết\s+)?(?:ngày\s+)?")
_ENDS = re.compile(r"(?<=\snày)\s+(?:có\s+hiệu\s+lực|có\s+giá\s+trị|áp\s+dụng)(?:\s+thi\s+hành)?\s+đến\s+(?:hết\s+)?")
_EXCEPT = re.compile(r"[^.;\n]{0,40}?,?\s+trừ\s")
_PART = re.compile(
    r"(?:(?:[Cc]ác|[Nn]hững)\s+)?"
    r"(?:[Đđ]iểm|[Kk]hoản|[Đđ]iều|[Mm]ục|[Cc]hương|[Pp]hụ lục|[Qq]uy định (?:tại|về|sau))(?!\w)"
)
_MOST_DAYS = 400  # no act waits longer; a larger number is a slip
_FOREIGN = (UnitKind.ANNEX, UnitKind.FOOTNOTE)


def find_effects(clean: CleanText, outline: Outline) -> tuple[Effect, ...]:
    """The statements of one document, in order; none of a consolidated text or a report, which tell of other acts."""
    if outline.metadata.type == "VBHN" or outline.reported or "hiệu lực" not in clean.text:
        return ()
    units = UnitIndex(outline.units)
    found = []
    for match in _EFFECT.finditer(clean.text):
        if _is_own(clean.text, match.start(), units, outline.metadata.type_name):
            found += list(_read(clean.text, match, outline.metadata.date))
    found += _of_parts(clean.text, units, {effect.span.start for effect in found})
    for match in _ENDS.finditer(clean.text):
        until = DATE.match(clean.text, match.end())
        if until and read_date(until) and _is_own(clean.text, match.start(), units, outline.metadata.type_name):
            start = _subject(clean.text, match.start())
            found.append(Effect(EffectKind.UNTIL, Span(start, until.end()), read_date(until), partial=False))
    return tuple(sorted(found, key=lambda effect: effect.span))


def _of_parts(text: str, units: UnitIndex, known: set[int]) -> Iterator[Effect]:
    """The statements on named provisions that do not say `của Nghị định này`."""
    for match in _PARTS.finditer(text):
        start = match.start("subject")
        day = DATE.match(text, match.end()) or DATE.match(text, match.end() + len("ngày "))
        foreign = any(unit.quoted or unit.kind in _FOREIGN for unit in units.ancestors(start))
        if start not in known and not foreign and day and read_date(day):
            yield Effect(EffectKind.ON_DATE, Span(start, day.end()), read_date(day), partial=True)


def _is_own(text: str, this: int, units: UnitIndex, type_name: str | None) -> bool:
    """Whether `… này` before the verb is the document itself, in its own words."""
    around = units.ancestors(this)
    if any(unit.quoted or unit.kind in _FOREIGN for unit in around):
        return False
    before = text[max(0, this - 40) : this]
    words = list(type_word_pattern().finditer(before))
    if not words or before[words[-1].end() :].strip() != "này":
        return False
    if type_name and not type_name.casefold().endswith(words[-1][0].casefold()):
        return False
    line = text[text.rfind("\n", 0, this) + 1 : this]
    in_quotation = line.count("“") > line.count("”")
    return not in_quotation and not re.search(r"(?:ngày|khi)\s+$", before[: words[-1].start()])


def _subject(text: str, this: int) -> int:
    """Where the sentence's subject begins: `Khoản 8 Điều 69 của Nghị định này` or `Nghị định này`."""
    floor = max(text.rfind("\n", 0, this), text.rfind(". ", 0, this), text.rfind("; ", 0, this)) + 1
    part = _PART.search(text, floor, this)
    if part and re.search(r"của|tại|kèm theo|\s\w", text[part.end() : this]):
        return part.start()
    words = list(type_word_pattern().finditer(text, max(floor, this - 40), this))
    return words[-1].start() if words else floor


def _days_after(signed: dt.date, days: int) -> dt.date | None:
    return signed + dt.timedelta(days=days) if days <= _MOST_DAYS else None


def _read(text: str, match: re.Match[str], signed: dt.date | None) -> Iterator[Effect]:
    start = _subject(text, match.start())
    partial = bool(_PART.match(text, start))
    end, date, kind = match.end(), None, EffectKind.OTHER
    if match["signing"]:
        kind, date = EffectKind.ON_SIGNING, signed
    elif match["days"]:
        count = re.search(r"\d+", match["days"])
        kind, date = EffectKind.AFTER_DAYS, _days_after(signed, int(count[0])) if count and signed else None
    elif match["on"]:
        day = DATE.match(text, match.start("on")) or DATE.match(text, match.end("on"))
        if not day or read_date(day) is None:
            return
        kind, date, end = EffectKind.ON_DATE, read_date(day), day.end()
    excepts = bool(_EXCEPT.match(text, end))
    yield Effect(kind, Span(start, end), date, partial, excepts)
    until = _UNTIL.match(text, end)
    last = DATE.match(text, until.end()) if until else None
    if last and read_date(last):
        yield Effect(EffectKind.UNTIL, Span(start, last.end()), read_date(last), partial, excepts)
