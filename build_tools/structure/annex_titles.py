"""The titles of annexes and forms, and what shows that a form begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.grammar.labels import readings
from build_tools.structure.annex_labels import ATTACHED, ATTACHED_INSIDE, ENACTED_BY, MARKED
from build_tools.structure.bodies import begins_body
from build_tools.structure.letterhead import MOTTO
from build_tools.structure.lines import Line

_MARK_AFTER_NUMBER = re.compile(r"(?<=[IVXLa-z])\d{1,3}$")
_TO_FILL_IN = re.compile(r"\.{4,}|…{2,}|_{2,}|Kính gửi")
_LONGEST = 200  # characters of a title
FORM_NEAR = 12  # lines below a form's label in which it shows itself as a form
LISTED = 4  # annex lines that follow one another within so many lines are a list of annexes


def annex_title(lines: Sequence[Line], index: int, rest: str, *, is_form: bool = False) -> tuple[range, str | None]:
    """The lines of an annex's title, "(kèm theo …)" included, and the title's words.

    A form begins with a letterhead of its own or with the body that fills it in, which are no title.
    """
    words = [rest] if rest and not ATTACHED.match(rest) else []
    stop = index + 1
    seen_attached = bool(rest and ATTACHED.match(rest))
    for near in range(index + 1, min(len(lines), index + 9)):
        line = lines[near]
        attached = ATTACHED_INSIDE.search(line.text)
        if MOTTO.match(line.text):
            return range(index, index + 1), folded(words[:1] if rest else [])
        if attached:
            words += [line.text[: attached.start()]] if attached.start() else []
            seen_attached = True
        elif line.is_rule or (is_form and begins_body(line.text) and not "".join(words).isupper()):
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
    return range(index, stop), folded(words)


def opens_form(lines: Sequence[Line], index: int) -> bool:
    """Whether a form follows the line, and not the next cell of a table that only names the form.

    It has a letterhead, blanks, a title in capitals, "(kèm theo …)", or, in a list of forms, a title and the next one.
    """
    for near in range(index + 1, min(len(lines), index + 1 + FORM_NEAR)):
        line = lines[near]
        if MARKED.match(line.text):
            return near <= index + LISTED + 2
        if MOTTO.match(line.text) or ENACTED_BY.search(line.text) or _TO_FILL_IN.search(line.text):
            return True
        if line.is_capitals and line.text.count(" ") >= 2 and not line.is_table:
            return True
    return False


def names_form(lines: Sequence[Line], index: int, title: str) -> bool:
    """Whether words right behind the label of a form are its title: the form follows, or the next one of a list."""
    if title[-1] in ".;:," or len(title) > _LONGEST or MARKED.match(title):
        return False
    remark = title[0] == "(" and title[-1] == ")"
    return (remark or title[0].isupper()) and opens_form(lines, index)


def statistical_title(lines: Sequence[Line], title: range) -> tuple[range, str | None]:
    """The title of a statistical form (`Biểu số`), which stands below the act that prescribes it and the time due."""
    if title.stop >= len(lines) or not ENACTED_BY.match(lines[title.stop].text):
        return title, None
    for first in range(title.stop + 1, min(len(lines), title.stop + FORM_NEAR)):
        if _is_title_line(lines[first]) and lines[first].text.count(" ") >= 2:
            stop = first
            while stop < min(len(lines), first + 4) and _is_title_line(lines[stop]):
                stop += 1
            return range(title.start, stop), folded([lines[i].text for i in range(first, stop)])
    return title, None


def folded(words: list[str]) -> str | None:
    """The words of a title on one line, without the mark of a note; `None` where there are none."""
    heading = re.sub(r"\s+", " ", " ".join(words)).strip()
    return _MARK_AFTER_NUMBER.sub("", heading) or None


def _is_small_title(lines: Sequence[Line], index: int) -> bool:
    """A title that is not in capitals: short, without a stop, with "(kèm theo …)" directly below it."""
    text = lines[index].text
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return len(text) < 200 and text[-1:] not in ".;:" and not readings(text) and bool(ATTACHED.match(below))


def _is_title_line(line: Line) -> bool:
    if line.text in ("TT", "STT") or "…" in line.text or ".." in line.text or line.text.startswith(("[", "TÊN ")):
        return False  # the head of a table, a blank to be filled in
    marked = MARKED.match(line.text)
    if marked and (marked["number"] or marked["word"].casefold() == "phụ lục"):
        return False
    return line.is_capitals and not line.is_table and not line.labels
