"""Old Word, OpenDocument and RTF: the same text as the .docx file that they were made of, and clear refusals."""

from __future__ import annotations

import http.server
import io
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, MarkKind
from build_tools.normalise import normalise
from build_tools.readers import office, read, sniff
from build_tools.readers.sniffing import OLE
from tests.readers import office_files
from tests.readers.office_files import converted, plan
from tests.readers.word_files import paragraph

with_office = pytest.mark.skipif(
    office.find_program() is None, reason="LibreOffice is not installed (Debian: apt install libreoffice-writer-nogui)"
)
RTF = r"""{\rtf1\ansi\ansicpg1252\uc1\deff0{\fonttbl{\f0\froman\fcharset163 Times New Roman;}}
{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\leveljc0\levelfollow0\levelstartat1
{\leveltext\'07\u272\'d0i\u7873?u \'00.;}{\levelnumbers\'06;}}\listid1}}
{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}
{\listoverride\listid1\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}
\pard\plain\f0\fs28 K\u7870? HO\u7840?CH\par
\pard\ls1\ilvl0 Ph\u7841?m vi\par
\pard\ls1\ilvl0 Tr\'e1ch nhi\u7879?m\par
\pard\ls2\ilvl0 Hi\u7879?u l\u7921?c\par}
"""


def refusal(data: bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        office.read(data, "", "a.doc")
    return caught.value


def odt(content: str, manifest: str = "") -> bytes:
    """An OpenDocument text with this body."""
    base, kind = "urn:oasis:names:tc:opendocument:xmlns", "application/vnd.oasis.opendocument.text"
    spaces = " ".join(f'xmlns:{n}="{base}:{v}:1.0"' for n, v in (("office", "office"), ("text", "text")))
    spaces += f' xmlns:draw="{base}:drawing:1.0" xmlns:svg="{base}:svg-compatible:1.0"'
    body = f"<office:body><office:text>{content}</office:text></office:body>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "content.xml",
            f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
            f"{body}</office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{base}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{manifest}</m:file-entry></m:manifest>',
        )
    return buffer.getvalue()


@with_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_numbers_tables_notes_and_headers_come_through_every_old_format(tmp_path, kind):
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(converted(plan(), kind, tmp_path))
    assert sniff(path.read_bytes(), "plan") == kind
    source = read(path, file="plan")
    clean = normalise(source)
    assert (source.format, check_clean(source, clean)) == (kind, None)
    assert clean.text == office_files.PLAN
    assert [b.table for b in clean.blocks if b.kind is BlockKind.TABLE_ROW] == [2, 2]
    assert {m.span.of(clean.text) for m in clean.marks if m.kind is MarkKind.SUPERSCRIPT} == {"1", "2"}
    assert [(item.reason, item.text) for item in clean.removed] == [
        (RemovedReason.RUNNING_HEADER, office_files.HEADER),
        (RemovedReason.RUNNING_FOOTER, "1"),
        (RemovedReason.HIDDEN_TEXT, office_files.HIDDEN),
    ]


@with_office
def test_the_lists_of_an_rtf_file_count_as_word_counts_them():
    clean = normalise(office.read(RTF.encode(), "", "a.rtf"))
    assert clean.text == "KẾ HOẠCH\nĐiều 1. Phạm vi\nĐiều 2. Trách nhiệm\nĐiều 5. Hiệu lực"


@with_office
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_tracked_changes_are_refused_in_old_formats_too(tmp_path, kind):
    body = '<w:p><w:ins w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>'
    data = converted(office_files.package(paragraph("Điều 1.") + body), kind, tmp_path)
    assert refusal(data).code == "word-tracked-changes"


@with_office
def test_a_document_loads_nothing_from_elsewhere_while_it_is_converted(server):
    picture = '<draw:image xlink:href="{}/x.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">{picture}</draw:frame>'
    address, asked = server
    source = office.read(odt(f"<text:p>Căn cứ {frame.format(address)}</text:p>"), "", "a.odt")
    assert [line.text.strip() for line in source.lines] == ["Căn cứ"]
    field = rf'{{\rtf1 Xin chao {{\field{{\*\fldinst INCLUDEPICTURE "{address}/y.png"}}{{\fldrslt }}}}}}'
    office.read(field.encode(), "", "a.rtf")
    assert asked == []


@with_office
def test_what_libreoffice_cannot_open_is_said_in_one_sentence():
    error = refusal(OLE + b"\x00" * 600)
    assert error.code == "libreoffice-failed"
    assert "\n" not in error.args_by_name["reason"]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("script", "reason"), [("kill -9 $$", "status -9"), ("echo hỏng >&2; exit 1", "hỏng")])
def test_a_breakdown_of_libreoffice_is_said_in_one_sentence(tmp_path, monkeypatch, script, reason):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    error = refusal(RTF.encode())
    assert (error.code, error.args_by_name["reason"]) == ("libreoffice-failed", reason)


def test_a_missing_libreoffice_is_said_with_what_to_install(monkeypatch):
    monkeypatch.setattr(office, "find_program", lambda: None)
    for data in (RTF.encode(), OLE + b"x" * 600, odt("")):
        assert refusal(data).code == "libreoffice-missing"


def test_locked_files_are_said_to_be_locked():
    word = OLE + b"\x00" * 504 + b"\xec\xa5\xc1\x00" + b"\x00" * 6 + b"\x00\x03" + b"\x00" * 500
    for data in (word, odt("", "<m:encryption-data/>"), OLE + "EncryptedPackage".encode("utf-16-le")):
        assert refusal(data).code == "file-encrypted"


@pytest.mark.parametrize(
    ("stream", "kind"), [("Workbook", "xls"), ("PowerPoint Document", "ppt"), ("WordDocument", "doc")]
)
def test_compound_files_of_other_programs_are_told_apart(stream, kind):
    assert sniff(OLE + stream.encode("utf-16-le"), "a.doc") == kind


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """A server of this machine, and the paths that were asked of it."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            asked.append(str(self.rfile.readline()))
            self.close_connection = True

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}", asked
        listening.shutdown()


def test_the_time_limit_ends_the_programs_that_a_reader_started(tmp_path):
    """A program that a reader started must not live on when the reader is stopped."""
    from build_tools.readers.process_tree import run

    mark: Path = tmp_path / "mark"
    inner = f"import time, pathlib; time.sleep(2); pathlib.Path({str(mark)!r}).write_text('x')"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    import subprocess
    import time

    with pytest.raises(subprocess.TimeoutExpired):
        run([sys.executable, "-c", outer], seconds=0.5)
    time.sleep(2.5)
    assert not mark.exists()


@pytest.mark.parametrize(
    "data", [OLE + bytes(500) + "_VBA_PROJECT".encode("utf-16-le"), b"PK\x03\x04 Basic/script-lb.xml"]
)
def test_old_files_with_programs_in_them_are_refused(data):
    with pytest.raises(DocumentError) as caught:
        office.read(data, "", "a")
    assert caught.value.code == "file-macros"
