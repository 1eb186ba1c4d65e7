"""A plan of a made-up commune as a whole Word file, with everything that a conversion could lose, and its conversions.

The parts that an office program insists on (content types, relationships) are here too, so that LibreOffice opens it.
"""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

from tests.readers.word_files import level, numbered, numbering, paragraph, part

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": 1, "numbering": 2, "footnotes": 3, "header": 4, "footer": 5}
_WIDTH = 4500  # of a column, in twentieths of a point

HEADER = "Dự thảo ngày 05 tháng 3 năm 2025"
HIDDEN = "lời ghi kín"
NOTE = "Sửa đổi theo Nghị quyết số 07/NQ-HĐND."
PLAN = f"""\
ỦY BAN NHÂN DÂN XÃ A
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 15/KH-UBND
Xã A, ngày 05 tháng 3 năm 2025
KẾ HOẠCH
Về việc tiếp công dân năm 2025
Điều 1. Phạm vi
Kế hoạch này áp dụng tại xã.1 Thời hạn là một năm.
1. Mục đích
2. Yêu cầu
a) Kịp thời
b) Đúng quy định
3. Kinh phí
Điều 2. Trách nhiệm
- Rà soát
- Báo cáo
TT\tNội dung\tThời hạn
1\tLập sổ tiếp công dân\tTrước 31/3
Điều 5. Hiệu lực
Kế hoạch có hiệu lực từ ngày ký; mức chi 10 m2
1 {NOTE}"""


def plan() -> bytes:
    """The plan as a .docx file."""
    body = "".join(
        [
            _table(
                ["ỦY BAN NHÂN DÂN XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
                ["Số: 15/KH-UBND", "Xã A, ngày 05 tháng 3 năm 2025"],
            ),
            paragraph("KẾ HOẠCH"),
            paragraph("Về việc tiếp công dân năm 2025"),
            numbered("Phạm vi", 1),
            f"<w:p><w:r><w:t>Kế hoạch này áp dụng tại xã.</w:t></w:r>{_note(2)}</w:p>",
            *(numbered(text, 2) for text in ("Mục đích", "Yêu cầu")),
            *(numbered(text, 2, 1) for text in ("Kịp thời", "Đúng quy định")),
            numbered("Kinh phí", 2),
            numbered("Trách nhiệm", 1),
            *(numbered(text, 3) for text in ("Rà soát", "Báo cáo")),
            _table(["TT", "Nội dung", "Thời hạn"], ["1", "Lập sổ tiếp công dân", "Trước 31/3"]),
            paragraph(HIDDEN, run="<w:vanish/>"),
            numbered("Hiệu lực", 4),
            paragraph("Kế hoạch có hiệu lực từ ngày ký; mức chi 10 m", "", "").replace(
                "</w:p>", '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p>'
            ),
            f'<w:sectPr><w:headerReference w:type="default" r:id="r{_PARTS["header"]}"/>',
            f'<w:footerReference w:type="default" r:id="r{_PARTS["footer"]}"/></w:sectPr>',
        ]
    )
    return package(body)


def converted(data: bytes, target: str, folder: Path) -> bytes:
    """The .docx file turned into `target` by LibreOffice."""
    from build_tools.readers.office import find_program

    (folder / "plan.docx").write_bytes(data)
    profile = (folder / "own-profile").as_uri()
    command = [find_program(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "plan.docx")], check=True, capture_output=True, timeout=120
    )
    return (folder / f"plan.{target}").read_bytes()


def _table(*rows: list[str]) -> str:
    grid = "".join(f'<w:gridCol w:w="{_WIDTH}"/>' for _ in rows[0])
    drawn = "".join(
        "<w:tr>"
        + "".join(f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTH}" w:type="dxa"/></w:tcPr>{paragraph(c)}</w:tc>' for c in row)
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{drawn}</w:tbl>'


def _note(number: int) -> str:
    return (
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        '<w:r><w:t xml:space="preserve"> Thời hạn là một năm.</w:t></w:r>'
    )


def package(body: str) -> bytes:
    """A whole Word file with this body and with the lists 1 to 4, note 2, header and footer of the plan."""
    lists = numbering(
        level(0, "decimal", "Điều %1."),
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"),
        level(0, "bullet", "-"),
        extra=(
            '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
        ),
    )
    notes = "".join(
        f'<w:footnote w:id="{n}" {kind}>{content}</w:footnote>'
        for n, kind, content in (
            (0, 'w:type="separator"', "<w:p><w:r><w:separator/></w:r></w:p>"),
            (1, 'w:type="continuationSeparator"', "<w:p><w:r><w:continuationSeparator/></w:r></w:p>"),
            (2, "", f"<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{NOTE}</w:t></w:r></w:p>"),
        )
    )
    parts = {
        "styles": part(
            "styles", '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        ),
        "numbering": lists,
        "footnotes": part("footnotes", notes),
        "header": part("hdr", paragraph(HEADER)),
        "footer": part("ftr", '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'),
    }
    return _zipped(body, parts)


def _zipped(body: str, parts: dict[str, str]) -> bytes:
    overrides = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_WORD}.{n}+xml"/>' for n in parts)
    links = "".join(f'<Relationship Id="r{_PARTS[n]}" Type="{_R}/{n}" Target="{n}.xml"/>' for n in parts)
    document = part("document", f"<w:body>{body}</w:body>").replace("<w:document ", f'<w:document xmlns:r="{_R}" ')
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r0" Type="{_R}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        "word/document.xml": document,
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
