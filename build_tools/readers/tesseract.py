"""Character recognition by Tesseract, an optional program: pages of a PDF in, words with confidence out."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

from build_tools.errors import DocumentError
from build_tools.readers.recognition import Word

LANGUAGE: Final = "vie"
MAX_PAGES: Final = 500
SECONDS_PER_PAGE: Final = 120
_DPI: Final = 300
_MOST_PIXELS: Final = 60_000_000  # of one page; larger pages are drawn smaller
_MOST_AT_ONCE: Final = 4  # pages
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
        while batch := list(islice(waiting, at_once)):  # pdfium draws one page at a time; pictures are large
            drawn = [_draw(document, page, Path(folder)) for page in batch]
            found |= dict(zip(batch, pool.map(partial(_words, program, file), drawn), strict=True))
    return found


Drawn = tuple[Path, float, float]  # the picture, points per pixel, the height of the page in points


def _draw(document: Any, number: int, folder: Path) -> Drawn:
    page = document[number]
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
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


def _words(program: str, file: str, drawn: Drawn) -> tuple[Word, ...]:
    path, unit, height = drawn
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
    return tuple(_table(done.stdout.decode("utf-8", "replace"), unit, height))


def _page(path: Path) -> int:
    return int(path.stem) + 1


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
