"""Page furniture: what belongs to the page, not to the text. Each kind has a finder; all run over the same lines."""

from __future__ import annotations

from build_tools.model.findings import Diagnostic, RemovedReason
from build_tools.model.source import SourceLine
from build_tools.normalise.page_numbers import find_page_numbers
from build_tools.normalise.running_headers import find_running_headers
from build_tools.normalise.stamps import find_stamps
from build_tools.normalise.watermarks import find_watermarks

Found = dict[int, RemovedReason]  # index of a line → why it goes


def find_furniture(lines: tuple[SourceLine, ...], texts: list[str]) -> tuple[Found, tuple[Diagnostic, ...]]:
    """Which lines are furniture, and what is doubtful about it. `texts` are the repaired lines."""
    found: Found = {}
    found |= find_stamps(texts)
    found |= find_watermarks(texts, found)
    found |= find_running_headers(texts, found)
    found |= find_page_numbers(lines, texts, found)
    return found, ()
