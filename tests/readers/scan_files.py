"""Makes scans for tests: the pages of a PDF as black and white pictures; and a stand-in for the recogniser."""

from __future__ import annotations

import math
import zlib
from pathlib import Path

import pypdfium2

from tests.readers.pdf_files import assemble

FIXTURES = Path(__file__).parent / "fixtures"
SCAN = FIXTURES / "scan.pdf"
"""A plan of a made-up commune on two pages, drawn by a browser and made a picture by `scanned(…, dpi=150)`."""


def scanned(data: bytes, dpi: int = 150, over: str = "", askew: float = 0.0) -> bytes:
    """The same pages as pictures; `over` is drawn over each, such as a text object in font F1 (Helvetica).

    `askew`: degrees by which they lay askew on the scanner, to the left.
    """
    document = pypdfium2.PdfDocument(data)
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    objects: list[str | bytes] = ["<< /Type /Catalog /Pages 2 0 R >>", "", font]
    kids = []
    for page in document:
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        kids.append(len(objects) + 1)
        objects += [_page(len(objects)), _picture(bitmap), _drawing(over, askew)]
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return assemble(objects)


def _page(before: int) -> str:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {before + 3} 0 R "
        f"/Resources << /Font << /F1 3 0 R >> /XObject << /I {before + 2} 0 R >> >> >>"
    )


def _picture(bitmap: pypdfium2.PdfBitmap) -> bytes:
    pixels, width = bytes(bitmap.buffer), bitmap.width
    rows = []
    for y in range(bitmap.height):
        row = pixels[y * bitmap.stride : y * bitmap.stride + width]
        bits = "".join("1" if value > 160 else "0" for value in row).ljust(-(-width // 8) * 8, "1")
        rows.append(int(bits, 2).to_bytes(len(bits) // 8, "big"))
    packed = zlib.compress(b"".join(rows), 9)
    head = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {bitmap.height} /ColorSpace /DeviceGray "
        f"/BitsPerComponent 1 /Filter /FlateDecode /Length {len(packed)} >>\nstream\n"
    )
    return head.encode() + packed + b"\nendstream"


def _drawing(over: str, askew: float) -> str:
    cos, sin = math.cos(math.radians(askew)), math.sin(math.radians(askew))
    left, low = 297.5 - (595 * cos - 842 * sin) / 2, 421 - (595 * sin + 842 * cos) / 2
    content = f"q {595 * cos:f} {595 * sin:f} {-842 * sin:f} {842 * cos:f} {left:f} {low:f} cm /I Do Q\n{over}"
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


TABLE_HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def table(*lines: tuple[int, int, str], confidence: float = 95.0) -> str:
    """What Tesseract would say of lines (x and y in pixels of 300 dpi from the upper left); `word|41` sets its own."""
    rows = [TABLE_HEAD]
    for number, (x, y, text) in enumerate(lines, 1):
        rows.append(f"4\t1\t1\t1\t{number}\t0\t{x}\t{y}\t2000\t60\t-1\t")
        left = x
        for word in text.split():
            letters, _, own = word.partition("|")
            width = len(letters) * 25
            rows.append(f"5\t1\t1\t1\t{number}\t1\t{left}\t{y}\t{width}\t60\t{own or confidence}\t{letters}")
            left += width + 20
    return "\n".join(rows) + "\n"
