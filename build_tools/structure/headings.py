"""What follows a label: a title, a sentence, or a title run into the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.grammar.labels import readings
from build_tools.grammar.letters import compile_letters
from build_tools.model.span import Span
from build_tools.structure.lines import Line

LONGEST_TITLE = 80  # words; titles of tasks in plans run to sixty and more
SHORT_TITLE = 6  # words of a title that a small letter may follow, such as "1. Mục đích: để …"
LONGEST_LABEL_LINE = 9  # words before the colon of a bullet such as "- Thời gian thực hiện: …"
_SENTENCE_END = re.compile(r"[.;,…][”\"»)]*$")
_ABBREVIATED_END = re.compile(r"(?:\.\.\.|v\.v\.*|…)$")
_INNER_SENTENCE = compile_letters(r"[{Ll}0-9)”]\. [{Lu}]")
_RUN_IN = compile_letters(r":\s+(?=[{Lu}{Ll}])")
_COLON_END = re.compile(r":$")
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|dưới đây|bao gồm|gồm có|gồm|là|có trách nhiệm|có nhiệm vụ|các điều kiện|cụ thể|trong đó|"
    r"rằng)$",
    re.IGNORECASE,
)
_NOTE_MARK = compile_letters(r"(?<=[{Lu}{Ll})”])\d{1,3}$")
_SUBJECT = re.compile(
    r"(?:Người|Khi|Các|Trường hợp|Trừ|Ngoài|Việc|Cá nhân|Tổ chức|Cơ quan|Đối với|Căn cứ|Trong|Hồ sơ|Hằng|Mẫu|Mức|"
    r"Sau khi|Thời hạn|Doanh nghiệp|"
    r"(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Quy chế|Quy định) này)\s"
)
_ROOM = 6  # characters left at a line's end beyond the next word
_WRAPPED = 55  # characters; a shorter title was not broken by the width of the page


class Heading(Struct, frozen=True):
    """The title of a unit and where it stands; `is_title` is false where the unit goes on as a sentence."""

    text: str | None = None
    span: Span | None = None
    is_title: bool = False


NO_HEADING = Heading()


def of_named_unit(line: Line, offset: int, following: Sequence[Line]) -> Heading:
    """The title of a Phần, Chương, Mục or Tiểu mục: behind the label, or on the lines below it."""
    start, words = _rest(line, offset)
    if words:
        if not words.isupper() or not following:
            return _heading(start, words)
        more = _capital_lines(following)
        end = more[-1].end if more else start + len(words)
        return _heading(start, " ".join([words, *(item.text for item in more)]), end)
    if not following:
        return NO_HEADING
    first = following[0]
    if first.is_table or readings(first.text) or (not first.is_capitals and _SENTENCE_END.search(first.text)):
        return NO_HEADING
    lines = _capital_lines(following) or [first]
    return _heading(first.start, " ".join(item.text for item in lines), lines[-1].end)


def _capital_lines(following: Sequence[Line]) -> list[Line]:
    taken: list[Line] = []
    for line in following[:5]:
        if not line.is_capitals or line.is_rule or line.is_table or readings(line.text):
            break
        taken.append(line)
    return taken


def of_article(line: Line, offset: int, breaks: Sequence[int], width: int, following: Sequence[Line]) -> Heading:
    """The title of an Điều.

    `breaks` are the places where the received file begins a line and `width` the length of its full lines: a title
    may have been joined with its text. `following` are the lines before the article's first unit: a title may go on
    there.
    """
    start, words = _rest(line, offset)
    if not words:
        return _title_below(following)
    if words.startswith("("):
        return NO_HEADING  # a remark such as (được bãi bỏ)
    if re.search(r"[.;][/”\"]*$", words):
        return _joined_title(line, start, breaks, width)
    if words.endswith(":") and (joined := _joined_title(line, start, breaks, width)) is not NO_HEADING:
        return joined
    end = start + len(words)
    if len(line.text) > _WRAPPED and len(following) == 1 and _goes_on(following[0]):
        return _heading(start, f"{words} {following[0].text}", following[0].end)
    return _heading(start, words.rstrip(": "), end)


def _title_below(following: Sequence[Line]) -> Heading:
    if following and not _SENTENCE_END.search(following[0].text) and len(following[0].text) < 200:
        return _heading(following[0].start, following[0].text)
    return NO_HEADING


def _goes_on(line: Line) -> bool:
    """Whether a line between a long title and the first khoản is the rest of the title: it ends without a stop."""
    return not line.is_table and not line.is_rule and len(line.text) < 120 and line.text[-1:] not in ".;:,”"


def _joined_title(line: Line, start: int, breaks: Sequence[int], width: int) -> Heading:
    """A title that was joined with the sentence below it, told by where the received file ended its lines.

    The title's last line bears a footnote mark, or would have had room for the next word, or the sentence begins with
    the title's own words or with a usual subject.
    """
    before = line.start
    for offset in breaks:
        title = line.text[start - line.start : offset - line.start].rstrip()
        rest = line.text[offset - line.start :]
        room = width - (offset - before) - len(rest.split(" ", 1)[0])
        before = offset
        if offset <= start or not rest[:1].isupper() or title[-1:] in ",;:-–" or _INNER_SENTENCE.search(title):
            continue
        repeats = " ".join(rest.split(" ")[:2]).casefold() in title.casefold()
        if _NOTE_MARK.search(title) or room > _ROOM or repeats or _SUBJECT.match(rest):
            return _heading(start, title)
    return NO_HEADING


def of_plan_unit(line: Line, offset: int, following: Sequence[Line], *, bullet: bool) -> Heading:
    """The title of a numbered unit or bullet of a plan, whole or run into the sentence.

    `following` are the lines below it: a title in capitals may go on there.
    """
    start, words = _rest(line, offset)
    if not words:
        return NO_HEADING
    if not bullet and len(words) > 3 and words.isupper():
        more = _capital_lines(following)
        end = more[-1].end if more else start + len(words)
        return _heading(start, " ".join([words, *(item.text for item in more)]), end)
    if run_in := _run_in(words, bullet=bullet):
        return Heading(_clean(run_in), Span(start, start + len(run_in)), is_title=not bullet)
    if bullet or _is_sentence(words) or (words.endswith(":") and _LEAD_IN.search(words.rstrip(": "))):
        return NO_HEADING
    return _heading(start, words.rstrip(": "))


def _is_sentence(words: str) -> bool:
    ended = _SENTENCE_END.search(words) and not _ABBREVIATED_END.search(words)
    return bool(ended or _INNER_SENTENCE.search(words) or words.count(" ") >= LONGEST_TITLE)


def _run_in(words: str, *, bullet: bool) -> str | None:
    """The title before a colon that the sentence follows on the same line; a small letter may follow a short one."""
    match = _RUN_IN.search(words) or (_COLON_END.search(words) if bullet else None)
    if not match:
        return None
    title = words[: match.start()]
    follows_small = match.end() < len(words) and not words[match.end()].isupper()
    longest = SHORT_TITLE if follows_small else LONGEST_LABEL_LINE if bullet else LONGEST_TITLE
    if title.count(" ") >= longest or _INNER_SENTENCE.search(title) or _LEAD_IN.search(title):
        return None
    return None if ";" in title and bullet else title


def _rest(line: Line, offset: int) -> tuple[int, str]:
    words = line.text[offset:]
    return line.start + offset, words.rstrip()


def _heading(start: int, words: str, end: int | None = None) -> Heading:
    return Heading(_clean(words), Span(start, end if end is not None else start + len(words)), is_title=True)


def _clean(words: str) -> str:
    """The title as it is read: white space folded, the digits of a footnote mark left out."""
    return _NOTE_MARK.sub("", re.sub(r"\s+", " ", words).strip())
