"""Page furniture: what belongs to the page, not to the text. Each kind has a finder; all run over the same lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from build_tools.model.findings import Diagnostic, Removed, RemovedReason
from build_tools.model.source import Flow, SourceText
from build_tools.normalise.journal import find_imprint, find_references, pages_without_text, parts_elsewhere
from build_tools.normalise.page_numbers import find_page_numbers
from build_tools.normalise.receipt_stamps import cut_receipt_stamps
from build_tools.normalise.running_headers import cut_running_headers, find_repeated_lines, find_running_headers
from build_tools.normalise.specks import find_specks
from build_tools.normalise.stamps import Cut, cut_stamps, find_stamps
from build_tools.normalise.table_heads import find_repeated_heads
from build_tools.normalise.watermarks import find_copy_marks, find_watermarks

_WITHOUT_PAGES: Final = frozenset(("text", "markdown"))  # of the others, the reader knows where a page ends
Found = dict[int, RemovedReason]  # index of a line → why it goes
Cutter = Callable[[list[str], Found], list[Cut]]


class Furniture(Struct, frozen=True):
    """Which lines are furniture, the record of them, what they say, and the lines behind which the text breaks off."""

    found: Found
    removed: list[Removed]
    said: list[Diagnostic]
    breaks: frozenset[int]


def find_furniture(source: SourceText, texts: list[str]) -> Furniture:
    """The furniture of a source; `texts` are its repaired lines.

    Writes `texts`: where a stamp shares a line with text, only the text is left.
    """
    found: Found = {}
    whole = list(texts)
    find_stamps(texts, found)
    cuts = _cut(source, texts, found, cut_stamps, RemovedReason.SIGNATURE_STAMP) if source.flow is Flow.LINES else []
    cuts += _cut(source, texts, found, cut_receipt_stamps, RemovedReason.RECEIPT_STAMP)
    find_copy_marks(texts, found)
    find_watermarks(texts, found)
    find_running_headers(texts, found)
    cuts += _cut(source, texts, found, cut_running_headers, RemovedReason.RUNNING_HEADER)
    said = parts_elsewhere(source, texts, find_references(texts, found))
    find_imprint(texts, found)
    heads: list[int] = []
    if source.format in _WITHOUT_PAGES:
        find_page_numbers(texts, found)
        find_repeated_lines(texts, found)
        heads = find_repeated_heads(texts, found)
        said += pages_without_text(source, texts, found)
    if source.flow is Flow.LINES:
        find_specks(texts, found)
    lines = [(index, Removed(source.lines[index].number, whole[index], found[index])) for index in found]
    removed = _in_order([cut for cut in cuts if cut[0] not in found] + lines, whole)
    return Furniture(found, removed, said, frozenset(heads))


def _cut(
    source: SourceText, texts: list[str], found: Found, stamps: Cutter, reason: RemovedReason
) -> list[tuple[int, Removed]]:
    """Cut parts out of lines; each with the index of its line, which may go as a whole later."""
    removed = []
    for cut in reversed(stamps(texts, found)):  # of two in one line the later first: it moves nothing
        text = texts[cut.index]
        removed.append((cut.index, Removed(source.lines[cut.index].number, cut.span.of(text), reason)))
        texts[cut.index] = f"{text[: cut.span.start].rstrip()} {text[cut.span.end :].lstrip()}".strip()
    return removed[::-1]


def _in_order(items: list[tuple[int, Removed]], whole: list[str]) -> list[Removed]:
    """What was removed, by line and place in it; `items` has parts of one wording in their order."""
    last: dict[tuple[int, str], int] = {}
    placed = []
    for index, item in items:
        last[index, item.text] = whole[index].find(item.text, last.get((index, item.text), -1) + 1)
        placed.append((index, last[index, item.text], item))
    return [item for _index, _place, item in sorted(placed, key=lambda entry: entry[:2])]
