"""Page furniture: what belongs to the page, not to the text. Each kind has a finder; all run over the same lines."""

from __future__ import annotations

from typing import Final

from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import SourceText
from build_tools.normalise.page_numbers import find_page_numbers
from build_tools.normalise.running_headers import find_repeated_lines, find_running_headers
from build_tools.normalise.stamps import find_stamps
from build_tools.normalise.watermarks import find_watermarks

_WITHOUT_PAGES: Final = frozenset(("text", "markdown"))  # of the others, the reader knows where a page ends
Found = dict[int, RemovedReason]  # index of a line → why it goes


def find_furniture(source: SourceText, texts: list[str]) -> tuple[Found, list[Removed]]:
    """Which lines are furniture, and the record of them. `texts` are the repaired lines."""
    found: Found = {}
    find_stamps(texts, found)
    find_watermarks(texts, found)
    find_running_headers(texts, found)
    if source.format in _WITHOUT_PAGES:
        find_page_numbers(texts, found)
        find_repeated_lines(texts, found)
    return found, [Removed(source.lines[index].number, texts[index], found[index]) for index in sorted(found)]
