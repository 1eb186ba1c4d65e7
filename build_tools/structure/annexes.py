"""Annexes: `Phụ lục`, `Mẫu số`, and documents that the act enacts (`QUY CHẾ …`, kèm theo …): numbering restarts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_tools.data.tables import enacted_texts
from build_tools.grammar.labels import readings
from build_tools.grammar.ordinals import ascii_number
from build_tools.structure.annex_labels import ATTACHED, ATTACHED_INSIDE, MARKED, WORDS, without_mark
from build_tools.structure.annex_lists import Annex, without_lists, without_named
from build_tools.structure.annex_titles import annex_title, names_form, opens_form, statistical_title
from build_tools.structure.bodies import beginnings
from build_tools.structure.cells import is_table_head
from build_tools.structure.letterhead import MOTTO, type_name, types_of
from build_tools.structure.lines import Line

_NUMBER_BELOW = re.compile(r"[IVXL]{1,5}|\d{1,2}")
_NEAR = 6  # lines between the title of an enacted document and "(kèm theo …)"
_LONGEST_LIST = 60  # lines of a table that lists forms


def find_annexes(lines: Sequence[Line], start: int, marks: frozenset[str] = frozenset()) -> list[Annex]:
    """The annexes that begin at or after line `start`, in order; `marks` are the notes on annexes and forms."""
    found: list[Annex] = []
    index, marked = start, False
    while index < len(lines):
        annex = _marked(lines, index, marks) if lines[index].text.startswith(WORDS) else None
        if annex is None and not marked:
            annex = _enacted(lines, index)
        if annex is not None:
            found.append(annex)
            marked = marked or annex.marked
            index = max(annex.title.stop, index + 1)
        else:
            index += 1
    return without_lists(without_named(found))


def _marked(lines: Sequence[Line], index: int, marks: frozenset[str]) -> Annex | None:
    """The annex or form whose label begins a line."""
    line = lines[index]
    match = MARKED.match(line.text)
    if not match or line.is_table:
        return None
    rest = line.text[match.end() :]
    is_form = match["word"].lower().startswith(("mẫu", "biểu"))
    if is_form and rest.isupper() and index + 1 < len(lines) and MOTTO.match(lines[index + 1].text):
        rest = ""  # the letterhead of the form
    if not (_is_form_label if is_form else _is_annex_label)(lines, index, match, rest):
        return None
    number = without_mark(match["number"], marks)
    label = line.text[: match.start("number") + len(number) if number else 0].rstrip(" .:-–")
    label = label or line.text[: match.end("word")]
    title, heading = annex_title(lines, index, rest, is_form=is_form)
    if is_form and not rest and not opens_form(lines, index):
        return None
    if is_form and heading is None:
        title, heading = statistical_title(lines, title)
    if heading is None and line.text[-1:] in ".;,":
        return None  # the end of a sentence that speaks of an annex
    kind = "mau" if is_form else "phu-luc"
    slug = f"{kind}-{ascii_number(number)}" if number else kind
    return Annex(index, label, number, heading, title, is_form, slug)


def _is_annex_label(lines: Sequence[Line], index: int, match: re.Match[str], rest: str) -> bool:
    """Whether the words are the label of an annex, and not a row of a table or a sentence that speaks of one."""
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    if not rest and not match["number"] and _NUMBER_BELOW.fullmatch(below):
        return False  # a row of a table that lists the annexes
    if rest and not match["close"].strip() and not ATTACHED.match(rest) and not rest.isupper():
        return False
    return _may_be_title(rest)


def _is_form_label(lines: Sequence[Line], index: int, match: re.Match[str], rest: str) -> bool:
    """Whether the words are the label of a form, with or without its title behind it."""
    if not match["number"] or _is_listed(lines, index, match["number"]):
        return False
    if rest and not match["close"].strip() and not names_form(lines, index, rest):
        return False
    return _may_be_title(rest)


def _may_be_title(rest: str) -> bool:
    """Whether words behind a label can be a title, or "kèm theo …"."""
    if not rest or ATTACHED.match(rest):
        return True
    return (rest[0].isalnum() and not rest[0].islower()) or rest[0] in '(“"['


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
    if not line.text[:3].isupper() or line.is_table or len(line.text) < 5:
        return None
    types, _width = types_of(line)
    listed = _enacted_texts().match(line.text) if line.is_capitals else None
    if not types and not listed:
        return None
    words: list[str] = []
    for near in range(index, min(len(lines), index + 1 + _NEAR)):
        text = lines[near].text
        attached = ATTACHED_INSIDE.search(text)
        if attached:
            words.append(text[: attached.start()])
            break
        if readings(text) or text.endswith((".", ";")):
            return None
        if not lines[near].is_rule:
            words.append(text)
    else:
        return None
    name = type_name(types[0]) if types else listed[0] if listed else ""
    heading = re.sub(r"\s+", " ", " ".join(words)).strip()
    return Annex(
        index, name.upper(), None, heading, range(index, near + 1), is_form=False, slug=_slug(name), marked=False
    )


@cache
def _enacted_texts() -> re.Pattern[str]:
    return beginnings(row.beginning for row in enacted_texts())


def _slug(name: str) -> str:
    return ascii_number(name.replace(" ", "-")) or "phu-luc"
