"""What follows a label: a title, a sentence, or a title run into the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from build_tools.grammar.labels import Style, readings
from build_tools.model.span import Span
from build_tools.structure.lines import Line

LONGEST_TITLE = 80  # words; titles of tasks in plans run to sixty and more
LONGEST_LABEL_LINE = 9  # words before the colon of a bullet such as "- Thời gian thực hiện: …"
_SENTENCE_END = re.compile(r"[.;,…][”\"»)]*$")
_ABBREVIATED_END = re.compile(r"(?:\.\.\.|v\.v\.*|…)$")
_INNER_SENTENCE = re.compile(r"[a-zà-ỹđ0-9)”]\. [A-ZÀ-ỸĐ]")
_RUN_IN = re.compile(r":\s+(?=[A-ZÀ-ỸĐ“\"(])")
_LEAD_IN = re.compile(
    r"(?:như sau|sau đây|sau|dưới đây|bao gồm|gồm có|gồm|là|có trách nhiệm|có nhiệm vụ|các điều kiện|cụ thể|trong đó|rằng)$",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r"(?<=[A-Za-zÀ-ỹĐđ)”])\d{1,3}$")
_NAMED = (Style.PART, Style.CHAPTER, Style.SECTION, Style.SUBSECTION)


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
    if first.is_table or readings(first.text) or _SENTENCE_END.search(first.text):
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


def of_article(line: Line, offset: int, *, alone: bool) -> Heading:
    """The title of an Điều. `alone` says that the article has no other text: then a sentence is no title."""
    start, words = _rest(line, offset)
    if not words or re.search(r"[.;][/”\"]*$", words):
        return NO_HEADING
    if alone and words.endswith(":"):
        return NO_HEADING
    return _heading(start, words.rstrip(": "))


def of_plan_unit(line: Line, offset: int, *, bullet: bool) -> Heading:
    """The title of a numbered unit or bullet of a plan, whole or run into the sentence."""
    start, words = _rest(line, offset)
    if not words:
        return NO_HEADING
    if run_in := _run_in(words, bullet=bullet):
        return Heading(_clean(run_in), Span(start, start + len(run_in)), is_title=not bullet)
    if bullet or _is_sentence(words) or (words.endswith(":") and _LEAD_IN.search(words.rstrip(": "))):
        return NO_HEADING
    return _heading(start, words.rstrip(": "))


def _is_sentence(words: str) -> bool:
    ended = _SENTENCE_END.search(words) and not _ABBREVIATED_END.search(words)
    return bool(ended or _INNER_SENTENCE.search(words) or words.count(" ") >= LONGEST_TITLE)


def _run_in(words: str, *, bullet: bool) -> str | None:
    """The title before a colon that the sentence follows on the same line."""
    match = _RUN_IN.search(words) or (re.search(r":$", words) if bullet else None)
    if not match:
        return None
    title = words[: match.start()]
    longest = LONGEST_LABEL_LINE if bullet else LONGEST_TITLE
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
