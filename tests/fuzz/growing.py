"""From the bytes of a fuzzer to files: byte by byte, a small change of the input is one of the file.

A byte below 128 stands for itself; one above for a piece of the format, so that no tag must be spelt. An input that
begins with a zero byte is the file itself, whatever it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tests.readers.pdf_files import pdf
from tests.readers.word_files import docx, level, numbering, part

WORDS: Final = (
    "Điều 1. ", "Khoản 2", "a) ", "đ) ", "số 15/2020/NĐ-CP", "27-", "NQ/TW", "Ủy ban nhân dân", "Căn cứ ",
    "Nơi nhận:", "KẾ HOẠCH", "TM. ", "và ", "của", "năm ", "2026. ", "e\u0302\u0301", "\u00ad", "\u200b", "Ð",
    "\u00a0", "\f", "\r\n", "CÔNG BÁO/Số 1/Ngày 1-1-2026\n", "\n12\n",
    "Tài liệu này thuộc sở hữu của A, cấm phát tán\n", "    ", "Người ký: A\n", "Thời gian ký: 01.01.2026 10:00:00\n",
    "-----\n", "“", "”", "\n\n", "\u2028", "\x85", "\x1c", "\U000e0041", "\ufffd", "ﬁ", "Ⅳ", "½", "①", "\u0345",
    "\u0130", "ß", "\u1e9e",
)  # fmt: skip

_MARKDOWN: Final = (
    "# ", "## ", "**", "*", "__", "<sup>", "</sup>", "<br>", "- ", "3. ", "7) ", "> ", "| ", "|---|---|\n", "[^1]",
    "[^1]: ", "[", "](http://a.vn)", "![", "<b>", "</i>", "<script>", "</script>", "<!--", "-->", "<table>",
    "</table>", "<tr>", "<td>", "\\", "&amp;", "&#7873;", "`", "```\n", "  \n", "    ", "\t", "===\n", "~~",
    "<a@b.vn>", "<pre>", "<?x", "<![CDATA[", "<style>", "</style>", "<div>", "]: /x\n",
)  # fmt: skip

_HTML: Final = (
    "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=3>",
    "<ul>", "</ul>", "<ol start=3 type=a>", "</ol>", "<li>", "<li value=9>", "<b>", "</b>", "<sup>", "</sup>", "<br>",
    "<pre>", "</pre>", "<h2>", "</h2>", "<nav>", "</nav>", "<footer>", "<header>", "<script>", "</script>", "<style>",
    "<!-- ", " -->", "<img alt='ảnh'>", "<div style='display:none'>", "<div class='menu'>", "<div id=content>",
    "<main>", "</main>", "<a href=x>", "</a>", "<caption>", "<svg>", "</svg>", "<textarea>", "<select><option>",
    "<title>", "<body>", "<head>", "<meta charset=windows-1258>", "<frameset>", "<noscript>", "<template>",
    "<div style='mso-element:footnote'>", "&amp;", "&#273;", "&nbsp;", "<![if !x]>", "<o:p>", "<?xml", "<hr>",
    "<thead>", "<tbody>", "<form>", "<input>", "</body>", "</html>", "<center>", "<font>", "<p hidden>",
    "<plaintext>", "<math>", "<label>", "<button>", "<col>",
)  # fmt: skip

_NESTED: Final = {  # an element of Word's, its attributes and what it must stand in
    0x01: ("w:p", "", "body"), 0x02: ("w:r", "", "w:p"), 0x03: ("w:tbl", "", "body"), 0x04: ("w:tr", "", "w:tbl"),
    0x05: ("w:tc", "", "w:tr"), 0x06: ("w:hyperlink", "", "w:p"), 0x07: ("w:sdt", "", "body"),
    0x08: ("w:sdtContent", "", "w:sdt"), 0x0B: ("w:txbxContent", "", "w:pict"), 0x0C: ("w:pict", "", "w:r"),
}  # fmt: skip
_IN_RUN: Final = (
    "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>", "<w:cr/>", '<w:sym w:char="F0B7"/>', '<w:footnoteReference w:id="1"/>',
    '<w:footnoteReference w:id="2"/>', '<w:endnoteReference w:id="1"/>', '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>', '<w:fldChar w:fldCharType="end"/>', "<w:instrText>PAGE</w:instrText>",
    "<w:softHyphen/>",
)  # fmt: skip
_RUN_STYLES: Final = ("<w:b/>", "<w:vanish/>", "<w:caps/>", '<w:vertAlign w:val="superscript"/>', '<w:i w:val="0"/>')
_PARAGRAPH_STYLES: Final = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="9"/></w:numPr>', '<w:pStyle w:val="A"/>',
    '<w:outlineLvl w:val="0"/>',
)  # fmt: skip
_BLOCKS: Final = frozenset(("body", "w:tc", "w:sdtContent", "w:txbxContent"))


def _pieces(data: bytes, table: tuple[str, ...]) -> str:
    return "".join([chr(byte) if byte < 128 else table[(byte - 128) % len(table)] for byte in data])


def _plain(*tables: tuple[str, ...]) -> Callable[[bytes], bytes]:
    table = tuple(piece for table in tables for piece in table)

    def grow(data: bytes) -> bytes:
        return data[1:] if data[:1] == b"\0" else _pieces(data, table).encode()

    return grow


def grow_html(data: bytes) -> bytes:
    """A page; an input that begins with 1 is one in an old encoding."""
    if data[:1] == b"\0":
        return data[1:]
    page = "<html><body>" + _pieces(data, (*_HTML, *WORDS))
    return page.encode("cp1258", "xmlcharrefreplace") if data[:1] == b"\1" else page.encode()


def grow_docx(data: bytes) -> bytes:
    """A Word file with a body in which every text stands where Word shows it."""
    if data[:1] == b"\0":
        return data[1:]
    styles = part("styles", '<w:style w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="A"/></w:style>')
    notes = '<w:footnote w:id="1"><w:p><w:r><w:t>chú thích</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"/>'
    lists = numbering(level(0, "decimal", "Điều %1.") + level(2, "lowerLetter", "%3)"), level(1, "upperRoman", "%2"))
    parts = {"word/styles.xml": styles, "word/footnotes.xml": part("footnotes", notes), "word/numbering.xml": lists}
    return docx(_Body().write(data), parts)


class _Body:
    """Opens what an element must stand in before it, and closes in the end what is open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.open: list[str] = []

    def write(self, data: bytes) -> str:
        for byte in data:
            if byte in _NESTED:
                self._begin(*_NESTED[byte])
            elif byte == 0x0E and self.open:
                self.out.append(f"</{self.open.pop()}>")
            elif byte == 0x0F:
                self._begin("w:p", "", "body")
                self.out.append(f"<w:pPr>{_PARAGRAPH_STYLES[len(self.out) % len(_PARAGRAPH_STYLES)]}</w:pPr>")
            elif byte == 0x10:
                self._begin("w:r", "", "w:p")
                self.out.append(f"<w:rPr>{_RUN_STYLES[len(self.out) % len(_RUN_STYLES)]}</w:rPr>")
            elif 0x11 <= byte < 0x11 + len(_IN_RUN):
                self._into("w:r")
                self.out.append(_IN_RUN[byte - 0x11])
            elif byte >= 0x20:
                self._into("w:r")
                text = _pieces(bytes([byte]), WORDS)
                kept = "".join(char for char in text if char >= " " and char not in "<>&")
                self.out.append(f"<w:t>{kept}</w:t>")
        self.out += [f"</{name}>" for name in reversed(self.open)]
        return "".join(self.out)

    def _begin(self, name: str, attributes: str, inside: str) -> None:
        self._into(inside)
        self.open.append(name)
        self.out.append(f"<{name}{attributes}>")

    def _into(self, wanted: str) -> None:
        here = self.open[-1] if self.open else "body"
        if wanted == "body":
            while here not in _BLOCKS:
                self.out.append(f"</{self.open.pop()}>")
                here = self.open[-1] if self.open else "body"
            return
        if here == wanted or (wanted == "w:p" and here == "w:hyperlink"):
            return
        while wanted in self.open and self.open[-1] not in _BLOCKS and self.open[-1] != wanted:
            self.out.append(f"</{self.open.pop()}>")
        if not self.open or self.open[-1] != wanted:
            row = next(row for row in _NESTED.values() if row[0] == wanted)
            self._begin(*row)


def grow_pdf(data: bytes) -> bytes:
    """A PDF: 1 begins a page, 2 a line at the place that the next two bytes name, 3 draws a rule there."""
    if data[:1] == b"\0":
        return data[1:]
    pages: list[list[tuple[float, float, str]]] = [[]]
    drawn: list[str] = []
    x, y, index = 60.0, 780.0, 0
    while index < len(data):
        byte, index = data[index], index + 1
        if byte == 1:
            pages.append([])
            x, y = 60.0, 780.0
        elif byte in {2, 3} and index + 1 < len(data):
            x, y, index = data[index] * 2.3, data[index + 1] * 3.3, index + 2
            if byte == 3:
                drawn.append(f"{x} {y} m {x + 300} {y} l S" if index % 2 else f"{x} {y} m {x} {y - 90} l S")
        elif byte == 10:
            x, y = 60.0, y - 18
        else:
            text = "".join(char for char in _pieces(bytes([byte]), WORDS) if " " <= char <= "\uffff")
            pages[-1].append((x, y, text))
            x += 6.0 * len(text)
    return pdf(pages, drawn="\n".join(drawn))


_DECISIONS: Final = (
    "edition: ", "public\n", "internal\n", "metadata:\n", "  place: ", "{value: ", "reason: ", "}", "corrections:\n",
    "  - ", "find: ", "replace: ", "count: ", "by: ", "on: ", "2026-01-01", "2026-02-30", "sha256: ", "clearance: ",
    "basis: ", "received:\n  file: ", "review: ", "&a ", "*a", "!!int ", "!!python/name:os.system ", "!!timestamp ",
    "!!set ", "? ", "<<: ", "- ", "|\n  ", ">\n  ", '"', "\\x", "---\n", "...\n", "%YAML 1.1\n", "~", ".inf", "0x",
    "1e9", "\ufeff", "\x85", "\ud7ff", "null", "true", "[", "]", "{", ", ",
)  # fmt: skip
_ENCODED: Final[list[bytes]] = [
    *(
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xff\xfe\0\0",
        b"\0\0\xfe\xff",
        b"<meta charset=",
        b"'>",
        b"<p>",
    ),
    *(b"windows-1258", b"utf-8", b"hex", b"utf-16", b"koi8-r", b"iso-8859-1", b"x-user", b"\0", b"\0\0", b"\r\n"),
    *(text.encode(name) for text in ("Điều ", "Căn cứ ", "và của các ") for name in ("utf-8", "utf-16-le", "utf-32")),
    *(b"C\xe9ng ho\xb5 x\xb7 h\xe9i ", b"Co\xe4ng ho\xf8a ", b"Ng\xfd\xf5i ", b"quy \xae\xb8nh ", b"\xed\xa0\x80"),
    *(bytes([byte]) for byte in range(128, 256, 2)),
]


def grow_encoded(data: bytes) -> bytes:
    """Bytes that may be text in one of many encodings."""
    if data[:1] == b"\0":
        return data[1:]
    return b"".join([bytes([byte]) if byte < 128 else _ENCODED[(byte - 128) % len(_ENCODED)] for byte in data])


GROWERS: Final[dict[str, Callable[[bytes], bytes]]] = {
    "text": _plain(WORDS),
    "markdown": _plain(_MARKDOWN, WORDS),
    "html": grow_html,
    "docx": grow_docx,
    "pdf": grow_pdf,
    "decoding": grow_encoded,
    "decisions": _plain(_DECISIONS),
}
