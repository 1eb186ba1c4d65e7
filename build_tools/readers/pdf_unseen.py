"""What a page of a PDF carries besides its text: slanting watermarks, and letters outside of what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from build_tools.model.findings import RemovedReason
from build_tools.readers.pdf_segments import Segment
from build_tools.readers.pdf_turning import Direction


def part_unseen(found: Sequence[Segment], page: Any) -> tuple[list[Segment], list[tuple[str, RemovedReason]]]:
    """The segments that are text, and the words of the others with the reason why they are none."""
    left, bottom, right, top = page.get_cropbox()
    seen: list[Segment] = []
    removed: list[tuple[str, RemovedReason]] = []
    for segment in found:
        if segment.runs_to is Direction.SLANTING:
            removed.append((" ".join(segment.text.split()), RemovedReason.WATERMARK))
        elif segment.right <= left or segment.left >= right or segment.top <= bottom or segment.bottom >= top:
            removed.append((" ".join(segment.text.split()), RemovedReason.HIDDEN_TEXT))
        else:
            seen.append(segment)
    return seen, removed
