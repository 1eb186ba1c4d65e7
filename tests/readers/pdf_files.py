"""Makes small PDF files for tests: pages of lines at given places, in a font that reads as Unicode."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

# x, y from the lower left corner, text, its size, by how many degrees it is turned against the clock
Line = tuple[float, float, str] | tuple[float, float, str, float] | tuple[float, float, str, float, float]


def pdf(
    pages: Sequence[Sequence[Line]],
    extra: str = "",
    trailer: str = "",
    drawn: str | Sequence[str] = "",
    page: str = "",
    objects: Sequence[str] = (),
) -> bytes:
    """A PDF file; `extra` goes into its catalogue, `trailer` into its trailer, `drawn` onto every page or each.

    `page` goes into the dictionary of every page; `objects` are further objects, numbered from 5.
    """
    in_pages = page
    objects = [f"<< /Type /Catalog /Pages 2 0 R {extra} >>", "", _font(), _to_unicode(pages), *objects]
    kids = []
    for number, page in enumerate(pages):
        content = f"{drawn if isinstance(drawn, str) else drawn[number]}\n{_content(page)}"
        kids.append(len(objects) + 1)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {in_pages} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    return assemble(objects, trailer)


def _codes(text: str) -> str:
    return "".join(f"{ord(char):04x}" for char in text)


def _content(lines: Sequence[Line]) -> str:
    return "\n".join(
        f"BT /F1 {more[0] if more else 12} Tf {_matrix(*more[1:])} {x} {y} Tm <{_codes(text)}> Tj ET"
        for x, y, text, *more in lines
    )


def _matrix(degrees: float = 0.0) -> str:
    across, up = round(cos(radians(degrees)), 5), round(sin(radians(degrees)), 5)
    return f"{across} {up} {-up} {across}"


def _font() -> str:
    return (
        "<< /Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /ToUnicode 4 0 R "
        "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
    )


def _to_unicode(pages: Sequence[Sequence[Line]]) -> str:
    chars = sorted({char for page in pages for line in page for char in line[2]})
    rows = "\n".join(f"<{ord(char):04x}> <{ord(char):04x}>" for char in chars[:100])
    more = "".join(
        f"\n{len(chars[n : n + 100])} beginbfchar\n"
        + "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in chars[n : n + 100])
        + "\nendbfchar"
        for n in range(100, len(chars), 100)
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(chars[:100])} beginbfchar\n{rows}\nendbfchar{more}\nendcmap end end"
    )
    return f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream"


def assemble(objects: list[str] | list[str | bytes], trailer: str = "") -> bytes:
    """A PDF file of these objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        content = body if isinstance(body, bytes) else body.encode("latin-1")
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += "".join(f"{place:010d} 00000 n \n" for place in places).encode()
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
