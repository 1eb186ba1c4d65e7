"""Time limits: what must be done by when, and the rule by which it was read.

The forms stand in one ordered table, `deadline_rules.FORMS`; what each means, in `deadline_readers.READERS`. Where two
matches overlap the earlier form of the table wins. A date alone is never a limit: the words before it make it one. So
the date of a cited document gives none, and neither does a period inside the name of a document. A limit without a
year is read in the year of the plan's title or, for a day not before it, of the document's date; else it has no day.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from build_tools.annotate.deadline_beginnings import BEGINNINGS, BEHIND_TAB, FIGURE
from build_tools.annotate.deadline_contexts import is_something_else
from build_tools.annotate.deadline_found import IMPOSSIBLE, NO_ANCHOR, Anchor, Found
from build_tools.annotate.deadline_phases import Taken, merge_phases
from build_tools.annotate.deadline_readers import READERS
from build_tools.annotate.deadline_rules import FORMS, TELLTALE, Form
from build_tools.model.document import Outline, UnitKind
from build_tools.model.duty import Deadline
from build_tools.model.findings import Diagnostic
from build_tools.model.source import CleanText
from build_tools.model.span import Span

_OUTSIDE = frozenset(
    {UnitKind.LETTERHEAD, UnitKind.TITLE, UnitKind.PREAMBLE, UnitKind.RECIPIENTS, UnitKind.SIGNATURE, UnitKind.FOOTNOTE}
)
_LINE = re.compile(r"[^\n]+")
_CUT = frozenset({"quý", "năm", "tháng"})  # alone in a line: a narrow cell goes on in the next
_WORD = re.compile(r"\w+")
_WORDS_BY_LETTERS: dict[str, list[str]] = {}  # the words of all beginnings by their first two letters
for _word in sorted({word for words in BEGINNINGS.values() for word in words} - {FIGURE, BEHIND_TAB}):
    _WORDS_BY_LETTERS.setdefault(_word[:2], []).append(_word)
_LOOK_BACK = 300
_A_YEAR = dt.timedelta(days=366)
_TITLE_YEAR = re.compile(r"\bnăm\s+(\d{4})(?!\s*[-–]\s*\d)(?!\s+của)")
_DAY_BEFORE = re.compile(r"\btháng\s+\d{1,2},?\s*$")
_NORMATIVE = frozenset({"NĐ", "TT", "TTLT", "VBHN", "L", "NQLT", None})
_RHYTHM = re.compile(
    r"\bđịnh kỳ\b|\b(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|kỳ)\b|\bnăm\s+(?:sau|tiếp theo|liền kề|kế tiếp)\b|"
    r"\bbáo cáo\s+(?:quý|năm|(?:0?6|0?9|sáu)\s+tháng(?!\s+(?:đầu|cuối)\s+năm\s+\d))",
    re.IGNORECASE,
)

_EVERY_MONTH = re.compile(r"\b(?:hằng|hàng|mỗi)\s+tháng\b")


def find_deadlines(clean: CleanText, outline: Outline) -> tuple[Deadline, ...]:
    """The time limits of a document in order, with ids `han-1`, `han-2`, …; units are not assigned here."""
    return read_limits(clean, outline)[0]


def read_limits(clean: CleanText, outline: Outline) -> tuple[tuple[Deadline, ...], tuple[Diagnostic, ...]]:
    """The time limits of a document, and what is to be said of those that are none.

    A diagnostic is given for each that names a day, month or quarter that no calendar has (`trước ngày 31/02/2026`).
    """
    taken = _taken(clean, outline)
    limits = [item for item in taken if item[2] is not IMPOSSIBLE]
    impossible = [span for span, _rule, found in taken if found is IMPOSSIBLE]
    return (
        tuple([_deadline(number, *item) for number, item in enumerate(limits, start=1)]),
        tuple([_impossible(clean, span) for span in impossible]),
    )


def _impossible(clean: CleanText, span: Span) -> Diagnostic:
    return Diagnostic("impossible-deadline", clean.line_at(span.start), span, {"surface": span.of(clean.text)})


def read_phrase(text: str, anchor: Anchor = NO_ANCHOR) -> tuple[str, Deadline] | None:
    """The first time limit in a phrase, and its rule: how the table of phrases is tested; None without one."""
    for span, rule, found in _claimed(text, anchor, ()):
        return (rule, _deadline(1, span, rule, found)) if found is not IMPOSSIBLE else None
    return None


def _taken(clean: CleanText, outline: Outline) -> list[Taken]:
    outside = sorted(unit.span for unit in outline.units if unit.kind in _OUTSIDE)
    signed = outline.metadata.date
    return [item for item in _claimed(clean.text, _anchor(outline), outside) if not _is_long_past(item[2], signed)]


def _is_long_past(found: Found, signed: dt.date | None) -> bool:
    """Whether a day or a period was over a year before the document was signed: it tells of something else."""
    end = found.end or found.date
    return signed is not None and end is not None and end < signed - _A_YEAR


def _claimed(text: str, anchor: Anchor, outside: Sequence[Span]) -> list[Taken]:
    """The limits of a text that lie outside some spans, in order; of two that overlap the one of the earlier form."""
    starts = [span.start for span in outside]
    taken: list[Taken] = []
    claimed = _Claims()
    for form, match, found in _matches(text, anchor):
        span = Span(*match.span())
        index = bisect_right(starts, span.start) - 1
        if (index >= 0 and span.start < outside[index].end) or claimed.overlaps(span):
            continue
        claimed.add(span)
        taken.append((span, form.id, found))
    return merge_phases(text, sorted(taken, key=lambda item: item[0]))


def _anchor(outline: Outline) -> Anchor:
    """The year of the title, where it names one alone, and the date: for plans; a normative text has no year."""
    about = outline.metadata
    if about.type in _NORMATIVE:
        return NO_ANCHOR
    title = about.title or ""
    years = {int(match[1]) for match in _TITLE_YEAR.finditer(title) if not _DAY_BEFORE.search(title, 0, match.start())}
    return Anchor(years.pop() if len(years) == 1 else None, about.date)


def _matches(text: str, anchor: Anchor) -> Iterator[tuple[Form, re.Match[str], Found]]:
    """Every match of every form, form by form, as a search of each line would find them."""
    places = _beginnings(text)
    for form in FORMS:
        begins = sorted({place for word in BEGINNINGS[form.id] for place in places[word]})
        for pattern in form.patterns:
            behind = 0
            for start, end in begins:
                if start < behind or (match := pattern.match(text, start, end)) is None:
                    continue
                behind = match.end()
                found = READERS[form.id](match, _at(text, match, anchor) if form.id.endswith("-no-year") else anchor)
                if found is not None and not is_something_else(text, match, form):
                    yield form, match, found


def _beginnings(text: str) -> dict[str, list[tuple[int, int]]]:
    """Where words stand with which forms begin, each with the end of its line; only in lines with a telling word."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for line in _LINE.finditer(text):
        if not TELLTALE.search(line[0].lower()):
            continue
        end = line.end()
        if line[0].strip().lower() in _CUT and (following := _LINE.match(text, end + 1)) is not None:
            end = following.end()
        for match in _WORD.finditer(text, line.start(), end):
            word, start = match[0].lower(), match.start()
            for beginning in _WORDS_BY_LETTERS.get(word[:2], ()):
                if word.startswith(beginning):
                    places[beginning].append((start, end))
            if word[0].isdecimal():
                places[FIGURE].append((start, end))
            if text[start - 1 : start] == "\t":
                places[BEHIND_TAB].append((start, end))
    return places


def _at(text: str, match: re.Match[str], anchor: Anchor) -> Anchor:
    """The anchor for one limit without a year: with the rhythm of its sentence."""
    low, high = max(0, match.start() - _LOOK_BACK), match.end() + _LOOK_BACK
    before = re.split(r"[.;]\s|\n", text[low : match.start()])[-1]
    sentence = before + re.split(r"[.;]\s|\n", text[match.start() : high])[0]
    return anchor._replace(
        rhythm=_RHYTHM.search(sentence) is not None, monthly=_EVERY_MONTH.search(before.lower()) is not None
    )


class _Claims:
    """The spans that earlier rules took; they never overlap each other."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def overlaps(self, span: Span) -> bool:
        index = bisect_right(self._starts, span.start)
        return (index > 0 and self._ends[index - 1] > span.start) or (
            index < len(self._starts) and self._starts[index] < span.end
        )

    def add(self, span: Span) -> None:
        index = bisect_right(self._starts, span.start)
        self._starts.insert(index, span.start)
        self._ends.insert(index, span.end)


def _deadline(number: int, span: Span, rule: str, found: Found) -> Deadline:
    return Deadline(
        id=f"han-{number}",
        span=span,
        kind=found.kind,
        rule=rule,
        date=found.date,
        from_=found.start,
        to=found.end,
        exclusive=found.exclusive,
        recurrence=found.recurrence,
    )
