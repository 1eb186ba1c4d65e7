"""Annexes: `Phụ lục`, `Mẫu số`, and documents that the act enacts (`QUY CHẾ …`, kèm theo …): numbering restarts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from build_tools.grammar.labels import readings
from build_tools.grammar.ordinals import ascii_number
from build_tools.structure.cells import is_table_head
from build_tools.structure.letterhead import MOTTO, type_name, types_of
from build_tools.structure.lines import Line

_WORDS = ("Phụ lục", "PHỤ LỤC", "Phụ Lục", "Mẫu số", "MẪU SỐ", "Mẫu", "MẪU", "Biểu số", "BIỂU SỐ", "Biểu mẫu số")
_MARKED = re.compile(
    rf"(?P<word>{'|'.join(_WORDS)})(?:\s+số)?"
    r"(?:\s*:?\s*(?P<number>(?:[IVXL]+|\d{1,3}|[A-ZĐ])[A-Za-zĐđ]?(?:[-./][A-Z\dĐ]{1,8}){0,3})(?:(?<=[IVXL])\d{1,3})?)?"
    r"(?!\w)(?P<close>\s*[.:\-–]?)\s*"
)
_ATTACHED = re.compile(r"\(?\s*(?:được\s)?(?:(?:ban hành|phê duyệt)\s+)?kèm theo", re.IGNORECASE)
_ATTACHED_INSIDE = re.compile(r"(?:^|\()\s*(?:được\s)?(?:(?:ban hành|phê duyệt)\s+)?kèm theo", re.IGNORECASE)
_MARK_AFTER_NUMBER = re.compile(r"(?<=[IVXLa-z])\d{1,3}$")
_NUMBER_BELOW = re.compile(r"[IVXL]{1,5}|\d{1,2}")
_ENACTED_BY = re.compile(r"\(?\s*(?:Ban hành|Kèm) theo\b", re.IGNORECASE)
_TO_FILL_IN = re.compile(r"\.{4,}|…{2,}|_{2,}|Kính gửi")
_FORM_NEAR = 12  # lines below a form's label in which it shows itself as a form
_NEAR = 6  # lines between the title of an enacted document and "(kèm theo …)"
_LONGEST_LIST = 60  # lines of a table that lists forms
_LISTED = 4  # annex lines that follow one another within so many lines are a list of annexes


class Annex(Struct, frozen=True):
    """An annex begins at line `first`; `label` is as written, `title` the range of the lines of its heading."""

    first: int
    label: str
    number: str | None
    heading: str | None
    title: range
    is_form: bool
    slug: str
    marked: bool = True  # by the word Phụ lục or Mẫu; not so a document that the act enacts

    def lies_in(self, other: Annex) -> bool:
        """Whether this annex is a part of `other`: a form of an annex, or `Phụ lục I.1` of `Phụ lục I`."""
        if self.is_form:
            return not other.is_form
        return bool(self.number and other.number and self.number.startswith(f"{other.number}."))


def find_annexes(lines: Sequence[Line], start: int) -> list[Annex]:
    """The annexes that begin at or after line `start`, in order."""
    found: list[Annex] = []
    index, marked = start, False
    while index < len(lines):
        annex = _marked(lines, index) if lines[index].text.startswith(_WORDS) else None
        if annex is None and not marked:
            annex = _enacted(lines, index)
        if annex is not None:
            found.append(annex)
            marked = marked or annex.marked
            index = max(annex.title.stop, index + 1)
        else:
            index += 1
    return _without_lists(_without_named(found))


def _marked(lines: Sequence[Line], index: int) -> Annex | None:
    line = lines[index]
    match = _MARKED.match(line.text)
    if not match or line.is_table:
        return None
    rest = line.text[match.end() :]
    word = match["word"].lower()
    is_form = word.startswith(("mẫu", "biểu"))
    if (
        not rest
        and not match["number"]
        and _NUMBER_BELOW.fullmatch(lines[index + 1].text if index + 1 < len(lines) else "")
    ):
        return None  # a row of a table that lists the annexes
    if is_form and not match["number"]:
        return None
    if rest and not match["close"].strip() and not _ATTACHED.match(rest) and not rest.isupper() and not is_form:
        return None
    if is_form and _is_listed(lines, index, match["number"]):
        return None
    if rest and is_form and rest.isupper() and index + 1 < len(lines) and MOTTO.match(lines[index + 1].text):
        rest = ""  # the letterhead of the form
    if rest and is_form and not match["close"].strip():
        return None
    if rest and not rest[0].isalnum() and rest[0] not in '(“"[':
        return None
    if rest and rest[0].islower() and not _ATTACHED.match(rest):
        return None
    number = match["number"]
    label = line.text[: match.end("number" if number else 0)].rstrip(" .:-–")
    title, heading = _heading(lines, index, rest)
    if is_form and not rest and not _opens_form(lines, index):
        return None
    if is_form and heading is None:
        title, heading = _statistical_title(lines, title)
    if heading is None and line.text[-1:] in ".;,":
        return None  # the end of a sentence that speaks of an annex
    kind = "mau" if is_form else "phu-luc"
    slug = f"{kind}-{ascii_number(number)}" if number else kind
    return Annex(index, label, number, heading, title, is_form, slug)


def _is_listed(lines: Sequence[Line], index: int, number: str | None) -> bool:
    """Whether a form is only named in a row of a table: its number stands above it, and the table's head above that."""
    if not index or not number or not number.isdigit() or not lines[index - 1].text.isdigit():
        return False
    if int(lines[index - 1].text) != int(number):
        return False
    return any(is_table_head(line.text) for line in lines[max(0, index - _LONGEST_LIST) : index])


def _enacted(lines: Sequence[Line], index: int) -> Annex | None:
    """A title that begins with a type of document in capitals, with "(kèm theo …)" below it or at its end.

    Forms and reports inside an annex have such titles too: only a document before the first Phụ lục counts.
    """
    line = lines[index]
    if not line.is_capitals or line.is_table or len(line.text) < 5:
        return None
    types, _width = types_of(line)
    if not types:
        return None
    words: list[str] = []
    for near in range(index, min(len(lines), index + 1 + _NEAR)):
        text = lines[near].text
        attached = _ATTACHED_INSIDE.search(text)
        if attached:
            words.append(text[: attached.start()])
            break
        if readings(text) or text.endswith((".", ";")):
            return None
        if not lines[near].is_rule:
            words.append(text)
    else:
        return None
    name = type_name(types[0])
    heading = re.sub(r"\s+", " ", " ".join(words)).strip()
    return Annex(
        index, name.upper(), None, heading, range(index, near + 1), is_form=False, slug=_slug(name), marked=False
    )


def _slug(name: str) -> str:
    return ascii_number(name.replace(" ", "-")) or "phu-luc"


def _heading(lines: Sequence[Line], index: int, rest: str) -> tuple[range, str | None]:
    """The lines of an annex's title, "(kèm theo …)" included, and the title's words.

    A form begins with a letterhead of its own, which is no title.
    """
    words = [rest] if rest and not _ATTACHED.match(rest) else []
    stop = index + 1
    seen_attached = bool(rest and _ATTACHED.match(rest))
    for near in range(index + 1, min(len(lines), index + 9)):
        line = lines[near]
        attached = _ATTACHED_INSIDE.search(line.text)
        if MOTTO.match(line.text):
            return range(index, index + 1), _folded(words[:1] if rest else [])
        if attached:
            words += [line.text[: attached.start()]] if attached.start() else []
            seen_attached = True
        elif line.is_rule:
            pass
        elif seen_attached and words:
            break
        elif not _is_title_line(line):
            if words or not _is_small_title(lines, near):
                break
            words.append(line.text)
        else:
            words.append(line.text)
        stop = near + 1
    return range(index, stop), _folded(words)


def _opens_form(lines: Sequence[Line], index: int) -> bool:
    """Whether a form follows the line, and not the next cell of a table that only names the form.

    It has a letterhead, blanks, a title in capitals, "(kèm theo …)", or, in a list of forms, a title and the next one.
    """
    for near in range(index + 1, min(len(lines), index + 1 + _FORM_NEAR)):
        line = lines[near]
        if _MARKED.match(line.text):
            return near <= index + _LISTED + 2
        if MOTTO.match(line.text) or _ENACTED_BY.search(line.text) or _TO_FILL_IN.search(line.text):
            return True
        if line.is_capitals and line.text.count(" ") >= 2 and not line.is_table:
            return True
    return False


def _statistical_title(lines: Sequence[Line], title: range) -> tuple[range, str | None]:
    """The title of a statistical form (`Biểu số`), which stands below the act that prescribes it and the time due."""
    if title.stop >= len(lines) or not _ENACTED_BY.match(lines[title.stop].text):
        return title, None
    for first in range(title.stop + 1, min(len(lines), title.stop + _FORM_NEAR)):
        if _is_title_line(lines[first]) and lines[first].text.count(" ") >= 2:
            stop = first
            while stop < min(len(lines), first + 4) and _is_title_line(lines[stop]):
                stop += 1
            return range(title.start, stop), _folded([lines[i].text for i in range(first, stop)])
    return title, None


def _folded(words: list[str]) -> str | None:
    heading = re.sub(r"\s+", " ", " ".join(words)).strip()
    return _MARK_AFTER_NUMBER.sub("", heading) or None


def _is_small_title(lines: Sequence[Line], index: int) -> bool:
    """A title that is not in capitals: short, without a stop, with "(kèm theo …)" directly below it."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return len(text) < 200 and text[-1:] not in ".;:" and not readings(text) and bool(_ATTACHED.match(below))


def _is_title_line(line: Line) -> bool:
    if line.text in ("TT", "STT") or "…" in line.text or ".." in line.text or line.text.startswith(("[", "TÊN ")):
        return False  # the head of a table, a blank to be filled in
    marked = _MARKED.match(line.text)
    if marked and (marked["number"] or marked["word"].casefold() == "phụ lục"):
        return False
    return line.is_capitals and not line.is_table and not line.labels


def _without_lists(found: list[Annex]) -> list[Annex]:
    """Annexes without those that a table of contents only names.

    They stand close together, and repeat where the annex itself begins (which a part of a long document may lack).
    """
    kept: list[Annex] = []
    last = {_name(annex): position for position, annex in enumerate(found)}
    dropped: Annex | None = None
    for position, annex in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        before = found[position - 1] if position else None
        close = following is not None and following.first - annex.first <= _LISTED
        near_before = before is not None and annex.first - before.first <= _LISTED
        repeats = last[_name(annex)] > position and (close or near_before)
        listed = annex.is_form and near_before and (close or (dropped is before and _succeeds(before, annex)))
        first_of_list = annex.is_form and close and following is not None and following.is_form
        if repeats or listed or first_of_list:
            dropped = annex
        else:
            kept.append(annex)
    return kept


def _without_named(found: list[Annex]) -> list[Annex]:
    """Annexes without those that a report lists as its own, one below the other (`Phụ lục 1: Quyết định …`)."""
    named = {
        index for place, (one, two) in enumerate(pairwise(found)) if _lists(one, two) for index in (place, place + 1)
    }
    return [annex for index, annex in enumerate(found) if index not in named]


def _lists(annex: Annex, following: Annex) -> bool:
    if annex.is_form or following.is_form:
        return False
    if not (annex.marked and following.marked and following.heading) or len(annex.title) > 1:
        return False
    return len(following.title) == 1 and following.first == annex.first + 1


def _name(annex: Annex) -> str:
    """What a list calls an annex: `Mẫu số 1` and `Biểu số 1` are two."""
    return annex.label.casefold() if annex.is_form else annex.slug


def _succeeds(before: Annex | None, annex: Annex) -> bool:
    """Whether the number of an annex is the next one: the real `Mẫu số 1` below a list begins anew."""
    numbers = [int(digits[-1]) if (digits := re.findall(r"\d+", a.number or "")) else 0 for a in (before, annex) if a]
    return len(numbers) == 2 and numbers[1] == numbers[0] + 1
