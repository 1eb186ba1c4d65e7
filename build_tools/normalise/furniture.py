"""Page furniture: what belongs to the page, not to the text. Each kind has a finder; all run over the same lines."""

from __future__ import annotations

from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import Flow, SourceText
from build_tools.normalise.page_numbers import find_page_numbers
from build_tools.normalise.running_headers import find_running_headers
from build_tools.normalise.stamps import find_stamps
from build_tools.normalise.watermarks import find_watermarks

Found = dict[int, RemovedReason]  # index of a line → why it goes


def find_furniture(source: SourceText, texts: list[str]) -> tuple[Found, list[Removed]]:
    """Which lines are furniture, and the record of them. `texts` are the repaired lines."""
    found: Found = {}
    find_stamps(texts, found)
    find_watermarks(texts, found)
    find_running_headers(texts, found)
    if source.flow is Flow.LINES and source.format != "pdf":  # the reader of PDF sees where a page ends
        find_page_numbers(texts, found)
    return found, [Removed(source.lines[index].number, texts[index], found[index]) for index in sorted(found)]
