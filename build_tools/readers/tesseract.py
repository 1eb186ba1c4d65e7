"""Character recognition by Tesseract, an optional program: pages of a PDF in, words with confidence out."""

from __future__ import annotations

import math
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

from build_tools.errors import DocumentError
from build_tools.readers.recognition import Word

LANGUAGE: Final = "vie"
MAX_PAGES: Final = 500
SECONDS_PER_PAGE: Final = 120
_DPI: Final = 300
_MOST_PIXELS: Final = 60_000_000  # of one page; larger pages are drawn smaller
_MOST_AT_ONCE: Final = 4  # pages
_SKEWED: Final = 0.005  # how much a line sinks per length: 0.3 degrees; less does no harm
_NO_WORSE: Final = 0.9  # of what was read askew
_MOST_SKEWED: Final = 0.15
_LONG_LINE: Final = 6  # words
_ENOUGH_LINES: Final = 5
_LINE, _WORD = "4", "5"  # levels of Tesseract's table
_PLACES: Final = ("C:/Program Files/Tesseract-OCR/tesseract.exe", "C:/Program Files (x86)/Tesseract-OCR/tesseract.exe")


def find_program() -> str | None:
    """Tesseract's command, if it is installed and knows Vietnamese."""
    found = shutil.which("tesseract") or next((place for place in _PLACES if Path(place).is_file()), None)
    return found if found and LANGUAGE in _ask(found, "--list-langs").split() else None


def version(program: str) -> str:
    """Name and version, such as `tesseract 5.3.0`."""
    return " ".join(_ask(program, "--version").split()[:2])


def recognise(program: str, document: Any, pages: Iterable[int], file: str) -> dict[int, tuple[Word, ...]]:
    """The words of these pages (from 0) of an open PDF.

    Raises DocumentError where Tesseract fails or takes too long for a page. Sets no limit of memory: that is done by
    the child process in which it is called.
    """
    at_once = min(_MOST_AT_ONCE, os.cpu_count() or 1)
    found: dict[int, tuple[Word, ...]] = {}
    waiting = iter(pages)
    with tempfile.TemporaryDirectory(prefix="phobien-") as folder, ThreadPoolExecutor(at_once) as pool:
        ask = partial(_table_of, program, file)
        while batch := list(islice(waiting, at_once)):  # pdfium draws one page at a time; pictures are large
            drawn = [_draw(document, page, Path(folder)) for page in batch]
            for page, picture, table in zip(batch, drawn, pool.map(ask, drawn), strict=True):
                found[page] = _words(table, picture)
                slope = skew(table)
                if abs(slope) >= _SKEWED:
                    straight = _draw(document, page, Path(folder), -math.atan(slope))
                    again = _words(ask(straight), straight)
                    if _sureness(again) >= _sureness(found[page]) * _NO_WORSE:  # columns part better on a straight page
                        found[page] = again
    return found


def _sureness(words: Sequence[Word]) -> float:
    """How much of a page was read, and how surely."""
    return sum(word.confidence * len(word.text) for word in words)


Drawn = tuple[Path, float, float]  # the picture, points per pixel, the height of the page in points


def _draw(document: Any, number: int, folder: Path, turn: float = 0.0) -> Drawn:
    """The picture of a page; `turn` (radians, clockwise) sets a page straight that was laid askew on the scanner."""
    page = document[number]
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = _turned(page, scale, turn) if turn else page.render(scale=scale, grayscale=True)
    rows = memoryview(bitmap.buffer)
    path = folder / f"{number}.pgm"
    with path.open("wb") as picture:
        picture.write(f"P5 {bitmap.width} {bitmap.height} 255\n".encode())
        for row in range(bitmap.height):
            start = row * bitmap.stride
            picture.write(rows[start : start + bitmap.width])
    bitmap.close()
    page.close()
    return path, 1 / scale, height


def _turned(page: Any, scale: float, turn: float) -> Any:
    """The page turned about its middle."""
    width, height = (size * scale for size in page.get_size())
    bitmap = pypdfium2.PdfBitmap.new_native(math.ceil(width), math.ceil(height), pdfium.FPDFBitmap_Gray)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, bitmap.width, bitmap.height)
    cos, sin = math.cos(turn), math.sin(turn)
    left = (width - cos * width + sin * height) / 2
    top = (height - sin * width - cos * height) / 2
    matrix = pdfium.FS_MATRIX(scale * cos, scale * sin, -scale * sin, scale * cos, left, top)
    whole = pdfium.FS_RECTF(0, 0, bitmap.width, bitmap.height)
    flags = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
    pdfium.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, whole, flags)
    return bitmap


def skew(table: str) -> float:
    """How askew the lines of Tesseract's table run: how much they sink (rise: below 0) on their way right, per length.

    The middle of the slopes of the longer lines; 0 where there are too few, or where nobody lays a page so askew.
    """
    lines: list[list[tuple[float, float]]] = []
    for fields in (row.split("\t") for row in table.splitlines()[1:]):
        if len(fields) == 12 and fields[0] == _LINE:
            lines.append([])
        elif len(fields) == 12 and fields[0] == _WORD and lines and fields[11].strip():
            left, above, width, high = map(int, fields[6:10])
            lines[-1].append((left + width / 2, above + high))
    slopes = sorted(_slope(line) for line in lines if len(line) >= _LONG_LINE)
    middle = slopes[len(slopes) // 2] if len(slopes) >= _ENOUGH_LINES else 0.0
    return middle if abs(middle) <= _MOST_SKEWED else 0.0


def _slope(points: Sequence[tuple[float, float]]) -> float:
    """Of the straight line nearest to the points."""
    middle = sum(x for x, _ in points) / len(points)
    spread = sum((x - middle) ** 2 for x, _ in points)
    return sum((x - middle) * y for x, y in points) / spread if spread else 0.0


def _table_of(program: str, file: str, drawn: Drawn) -> str:
    """What Tesseract says of a picture: a line for each block, line and word on it."""
    path, unit, _height = drawn
    command = [program, str(path), "stdout", "-l", LANGUAGE, "--psm", "1", "--dpi", str(round(72 / unit)), "tsv"]
    try:
        done = subprocess.run(  # noqa: S603 - a known program, arguments as a list
            command,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS_PER_PAGE,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        raise DocumentError("reader-too-slow", file=file, seconds=SECONDS_PER_PAGE) from None
    except OSError as error:
        raise DocumentError("recognition-failed", file=file, page=_page(path), reason=str(error.strerror)) from None
    finally:
        path.unlink(missing_ok=True)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = said[-1] if said else f"status {done.returncode}"
        raise DocumentError("recognition-failed", file=file, page=_page(path), reason=reason)
    return done.stdout.decode("utf-8", "replace")


def _page(path: Path) -> int:
    return int(path.stem) + 1


def _words(text: str, drawn: Drawn) -> tuple[Word, ...]:
    return tuple(_table(text, *drawn[1:]))


def _table(text: str, unit: float, height: float) -> Iterator[Word]:
    """The words of Tesseract's table. Each takes the height of its line, as letters of one size do in a text layer."""
    line = 0
    bottom = top = 0.0
    for row in text.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != 12:
            continue
        left, above, width, high = (int(value) * unit for value in fields[6:10])
        if fields[0] == _LINE:
            line, bottom, top = line + 1, height - above - high, height - above
        elif fields[0] == _WORD and fields[11].strip():
            yield Word(line, left, bottom, left + width, top, round(float(fields[10])), fields[11].strip())


def _ask(program: str, option: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - a known program
            [program, option], capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=SECONDS_PER_PAGE
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")
