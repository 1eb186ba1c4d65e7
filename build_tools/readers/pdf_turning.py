"""Text that does not run from left to right: pages on their side, upright heads of columns, slanting watermarks."""

from __future__ import annotations

from collections import Counter
from enum import IntEnum
from math import pi
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

_SAMPLE: Final = 400  # letters of a page that tell how its text runs
_LETTERS: Final = 400  # more than a stamp has
_SHARE: Final = 0.8  # of them that run to one side: then the page lies on it
_SLANT: Final = 0.2  # radians from the nearest right angle: more, and the text slants


class Direction(IntEnum):
    """Where text runs to, in quarters of a turn against the clock; `SLANTING` to none of them."""

    SLANTING = -1
    RIGHT = 0
    UP = 1
    LEFT = 2
    DOWN = 3


def direction(page_text: Any, index: int) -> Direction:
    """Where the text of a letter runs to."""
    angle = float(pdfium.FPDFText_GetCharAngle(page_text, index))  # clockwise, 0 to 2 pi; -1 for no letter
    if angle <= _SLANT:
        return Direction.RIGHT
    quarters = angle / (pi / 2)
    nearest = round(quarters)
    if abs(quarters - nearest) * (pi / 2) > _SLANT:
        return Direction.SLANTING
    return Direction(-nearest % 4)


def upright(document: Any, number: int) -> tuple[Any, Any]:
    """A page and its text, turned so that most of it runs to the right; the caller closes both."""
    page: Any = document[number]
    text = page.get_textpage()
    run = _most(text)
    if (run is Direction.RIGHT and not page.get_rotation()) or _is_picture(page, text):
        return page, text
    text.close()
    _turn(page, run)
    page.close()
    page = document[number]
    return page, page.get_textpage()


def _most(page_text: Any) -> Direction:
    count = pdfium.FPDFText_CountChars(page_text)
    times: Counter[Direction] = Counter()
    for index in range(0, count, max(1, count // _SAMPLE)):
        if not chr(pdfium.FPDFText_GetUnicode(page_text, index) % 0x110000).isspace():
            times[direction(page_text, index)] += 1
    run, often = times.most_common(1)[0] if times else (Direction.RIGHT, 0)
    return run if run is not Direction.SLANTING and often >= times.total() * _SHARE else Direction.RIGHT


def _is_picture(page: Any, page_text: Any) -> bool:
    """Whether a page is a picture with a stamp over it: then the picture says how it is to be held."""
    if pdfium.FPDFText_CountChars(page_text) >= _LETTERS:
        return False
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _turn(page: pypdfium2.PdfPage, run: Direction) -> None:
    page.set_rotation(0)
    if run is Direction.RIGHT:
        return
    left, bottom, right, top = page.get_mediabox()
    matrix = {
        Direction.UP: (0, -1, 1, 0, -bottom, right),
        Direction.LEFT: (-1, 0, 0, -1, right, top),
        Direction.DOWN: (0, 1, -1, 0, top, -left),
    }[run]
    if not pdfium.FPDFPage_TransFormWithClip(page, pdfium.FS_MATRIX(*matrix), None):
        return
    width, height = right - left, top - bottom
    box = (0, 0, width, height) if run is Direction.LEFT else (0, 0, height, width)
    page.set_mediabox(*box)
    page.set_cropbox(*box)
