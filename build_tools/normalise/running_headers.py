"""Running headers and footers: lines that a journal or an office prints on every page."""

from __future__ import annotations

import re

from build_tools.model.findings import RemovedReason

_GAZETTE = re.compile(
    r"(?:\d{1,4}\s+)?CÔNG BÁO\s?/\s?Số [\d\s+]{1,40}/\s?Ngày \d{1,2}\s?-\s?\d{1,2}\s?-\s?\d{4}(?:\s+\d{1,4})?"
)


def find_running_headers(texts: list[str], found: dict[int, RemovedReason]) -> None:
    """The head line of the official gazette (with the page number, when it stands on the same line)."""
    for index, text in enumerate(texts):
        if "CÔNG BÁO" in text and index not in found and _GAZETTE.fullmatch(text):
            found[index] = RemovedReason.RUNNING_HEADER
