"""Pages as portals and Word save them: notes, fonts, mixed encodings, open wording."""

from __future__ import annotations

import base64
import quopri

import pytest

from build_tools.errors import DocumentError
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind
from build_tools.normalise import normalise
from build_tools.readers import html_page, mhtml, read, sniff
from tests.readers.test_reading import put, written_in


def page(data: str | bytes):
    return html_page.read(data.encode() if isinstance(data, str) else data, "", "a.html")


def blocks(data: str | bytes) -> list[str]:
    return normalise(page(data)).text.split("\n")


@pytest.mark.parametrize(
    "note",
    [
        '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Theo Luật.</p></div>',
        '<p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Theo Luật.</p>',
        '<p id="fn-1"><sup>[1]</sup> Theo Luật.</p>',
        '<div style="mso-element:footnote" id="ftn1"><p>[1] Theo Luật.</p></div>',
    ],
)
def test_the_notes_of_portals_are_notes(note):
    clean = normalise(page(f'<p>Lưu trữ<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> số.</p>{note}'))
    assert [(b.kind, b.span.of(clean.text)) for b in clean.blocks] == [
        (BlockKind.PARAGRAPH, "Lưu trữ[1] số."), (BlockKind.FOOTNOTE, "[1] Theo Luật."),
    ]  # fmt: skip


def test_what_a_portal_says_of_a_document_is_no_part_of_it():
    info = '<div class="vbInfo"><ul><li>Hiệu lực: Còn hiệu lực</li></ul></div>'
    text = f'<div class="fulltext">{info}<div class="toanvancontent"><p>THÔNG TƯ</p><p>Điều 1. Phạm vi</p></div></div>'
    clean = normalise(page(text))
    assert clean.text.split("\n") == ["THÔNG TƯ", "Điều 1. Phạm vi"]
    assert {item.reason for item in clean.removed} == {RemovedReason.SITE_CHROME}


def test_columns_laid_out_with_spaces_that_stay_are_parted_and_line_ends_part_none():
    gap = "&nbsp; &nbsp; &nbsp; "
    assert blocks(f"<p>UBND TỈNH A{gap}CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p>TM. ỦY BAN\n         CHỦ TỊCH</p>") == [
        "UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TM. ỦY BAN CHỦ TỊCH",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "element"),
    [
        ("tcvn3", '<font face=".VnTime">{}</font>'), ("tcvn3", "<span style='font-family:\".VnTime\"'>{}</span>"),
        ("vni", '<font face="VNI-Times, serif">{}</font>'),
        ("vni", '<table style="font-family: VNI-Times"><tr><td>{}</td></tr></table>'),
    ],
)  # fmt: skip
def test_text_in_an_old_font_is_converted_beside_text_that_is_not(encoding, element):
    old = element.format(written_in("Điều khoản của luật", encoding))
    assert blocks(f"<p>Căn cứ quyết định này.</p><div>{old} được sửa</div>")[1].startswith("Điều khoản của luật")
    assert blocks(f"<p>{old}</p><p>Müller ö ®</p>")[-1] == "Müller ö ®"


def test_a_page_in_utf_8_with_some_windows_text_in_it():
    body = "<meta charset=utf-8><p>Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng</p>\n<p>".encode()
    source = page(body + "Cơ quan chủ quản".encode("cp1258", "ignore") + b"</p>")
    assert normalise(source).text.split("\n")[1].startswith("Cơ quan")
    assert [(note.code, note.line) for note in source.diagnostics] == [("html-encoding-mixed", 2)]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p><ins cite="mailto:A" datetime="2026-01-01">thêm</ins></p>', "word-tracked-changes"),
        ('<p><del datetime="2026-01-01">bớt</del></p>', "word-tracked-changes"),
        ("<p>a</p><div style='mso-element:comment'><p>Nhận xét</p></div>", "word-comments"),
    ],
)
def test_open_wording_is_refused_as_in_word_files(body, code):
    with pytest.raises(DocumentError) as caught:
        page(body)
    assert caught.value.code == code


def test_inserted_text_that_a_page_only_underlines_is_text():
    assert blocks("<p><ins>Điều 1.</ins> Phạm vi</p>") == ["Điều 1. Phạm vi"]


def test_words_that_are_struck_out_are_said():
    source = page(
        "<p>a</p>\n<p><strike>bỏ</strike> <s> </s><span style='text-decoration: line-through'>thôi</span></p>"
    )
    assert [(note.code, note.line, note.args) for note in source.diagnostics] == [("struck-out", 2, {"count": "2"})]


def in_one_file(head: str, body: bytes) -> bytes:
    """A page saved as one file, as browsers and Word write it."""
    start = 'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="x"\n'
    return (
        f"{start}\n--x\nContent-Type: text/html{head}\n\n".encode()
        + body
        + b"\n--x\nContent-Type: image/png\n\nx\n--x--\n"
    )


QUOTED = quopri.encodestring("<p>Điều 1. Phạm vi của luật</p>".encode())
PLAIN = "<p>Điê\u0300u 1. Pha\u0323m vi cu\u0309a luâ\u0323t</p>".encode("cp1258", "replace")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("\nContent-Transfer-Encoding: quoted-printable", QUOTED),
        (
            '; charset="utf-8"\nContent-Transfer-Encoding: base64',
            base64.b64encode("<p>Điều 1. Phạm vi của luật</p>".encode()),
        ),
        ('; charset="windows-1258"', PLAIN),
    ],
)
def test_a_page_saved_as_one_file(tmp_path, head, body):
    data = in_one_file(head, body)
    assert sniff(data, "a.mht") == "mhtml"
    source = read(put(tmp_path, data), file="a.mht")
    assert (source.format, normalise(source).text) == ("mhtml", "Điều 1. Phạm vi của luật")


def test_such_a_file_without_a_page_is_refused():
    with pytest.raises(DocumentError) as caught:
        mhtml.read(in_one_file("", b"").replace(b"text/html", b"text/css"), "", "a.mht")
    assert caught.value.code == "file-damaged"


@pytest.mark.parametrize("start", ["Subject: Kế hoạch\n\nĐiều 1.", "Date: 05/3/2026\nFrom: UBND\n\nĐiều 1."])
def test_a_text_with_heads_like_a_letter_is_text(start):
    assert sniff(start.encode(), "a.txt") == "text"


def test_markup_of_other_vocabularies_is_no_text():
    assert sniff(b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package/>', "a.xml") == "xml"
    assert sniff(b'<?xml version="1.0"?>\n<!DOCTYPE html><html>', "a.xml") == "html"
