"""The one door: recognition, limits, the child process, and a clear refusal for whatever cannot be read."""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from pathlib import Path

import pytest

from build_tools.data.tables import read_table
from build_tools.diagnostics import advice, message
from build_tools.errors import DocumentError
from build_tools.i18n import use_language
from build_tools.model.source import Flow
from build_tools.normalise import normalise
from build_tools.readers import child, read, reading
from build_tools.readers.legacy import LegacyLetter, _letters, converted
from tests.readers.pdf_files import pdf
from tests.readers.word_files import docx, paragraph

PROSE = (
    "Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện Quy định của Đảng về "
    "kiểm soát quyền lực, phòng, chống tham nhũng trong hoạt động thi hành án. Các cơ quan có trách nhiệm phối hợp.\n"
)


def put(folder: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(path, file="kho/a")
    assert caught.value.file == "kho/a"
    for language in ("vi", "en"):
        with use_language(language):
            assert message(caught.value)
            assert advice(caught.value)
    return caught.value


def test_the_source_remembers_what_was_received(tmp_path):
    data = PROSE.encode()
    source = read(put(tmp_path, data), file="kho/a")
    assert (source.file, source.format, source.encoding, source.flow) == ("kho/a", "text", "utf-8", Flow.LINES)
    assert source.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "file-empty"),
        (" \n\t\n", "file-empty"),
        ("\u200b\n \u00a0", "file-empty"),
        (b"\x89PNG\r\n\x1a\n", "format-picture"),
        (b"PK\x03\x04rac", "format-archive"),
        (b"MZ\x90", "format-unsupported"),
        ("[" * 200, "file-empty"),
        ("Điều 1. Phạm vi điều chỉnh ".encode()[:-11], "text-cut-off"),
        (b"rac \xff\xfe\x80\x81 rac", "invalid-encoding"),
        (b"abc\x00\x01", "nul-bytes"),
        (b"%PDF-1.7 cut", "pdf-cut-off"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path, data, code):
    assert refusal(put(tmp_path, data)).code == code


def test_a_missing_file_a_folder_and_a_loop_are_refused(tmp_path):
    assert refusal(tmp_path / "khong-co.txt").code == "file-unreadable"
    assert refusal(tmp_path).code == "file-unreadable"
    if sys.platform != "win32":
        loop = tmp_path / "vong"
        loop.symlink_to(loop)
        assert refusal(loop).code == "file-unreadable"


def test_the_content_counts_not_the_name(tmp_path):
    assert read(put(tmp_path, pdf([[(60, 700, "Căn cứ Luật")]]), "a.txt"), file="a").format == "pdf"
    assert read(put(tmp_path, docx(paragraph("Căn cứ")), "a.pdf"), file="a").format == "docx"


def test_a_relative_path_is_found_by_the_child_too(tmp_path, monkeypatch):
    put(tmp_path, docx(paragraph("Căn cứ")), "a.docx")
    monkeypatch.chdir(tmp_path)
    assert read(Path("a.docx"), file="a").lines[0].text == "Căn cứ"


def test_a_file_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert refusal(put(tmp_path, PROSE)).code == "file-too-large"


def test_one_endless_line_is_read(tmp_path):
    source = read(put(tmp_path, "từ " * 2_000_000), file="a")
    assert len(normalise(source).text) == 3 * 2_000_000 - 1


def test_a_child_that_hangs_or_dies_harms_nobody(tmp_path, monkeypatch):
    path = put(tmp_path, docx(paragraph("a")), "a.docx")
    with pytest.raises(DocumentError) as caught:
        child.read_in_child("docx", path, "a.docx", seconds=0)
    assert caught.value.code == "reader-too-slow"
    monkeypatch.setattr(sys, "executable", "/bin/false")
    if Path("/bin/false").exists():
        with pytest.raises(DocumentError) as caught:
            child.read_in_child("docx", path, "a.docx")
        assert caught.value.code == "reader-died"


def test_a_refusal_comes_through_the_child_with_its_arguments(tmp_path):
    body = "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>"
    error = refusal(put(tmp_path, docx(body), "a.docx"))
    assert (error.code, error.args_by_name) == ("word-tracked-changes", {"count": "1"})


def test_a_locked_word_file_is_said_to_be_locked(tmp_path):
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    assert refusal(put(tmp_path, data, "a.docx")).code == "file-encrypted"


def written_in(text: str, encoding: str) -> str:
    """`text` as a font of the encoding has it; TCVN3 has no capitals beside those of its base letters."""
    letters = {letter: written for written, letter in _letters(encoding).items()}
    return "".join(
        letters.get(char) or letters.get(char.lower()) or char for char in unicodedata.normalize("NFC", text)
    )


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_encodings_are_recognised_in_bytes_and_in_pasted_text(tmp_path, encoding):
    text = written_in(PROSE * 3, encoding)
    expected = PROSE.replace("Ủy", "ủy") if encoding == "tcvn3" else PROSE
    for data in (text.encode("latin-1"), text.encode("utf-8")):
        source = read(put(tmp_path, data), file="a")
        assert source.encoding == encoding
        assert [item.code for item in source.diagnostics] == ["legacy-encoding"]
        assert source.lines[0].text + "\n" == expected


def test_windows_1258_is_recognised(tmp_path):
    def encoded(char: str) -> bytes:
        base, *marks = unicodedata.normalize("NFD", char)
        tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
        whole = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in tones))
        return (whole + "".join(tones)).encode("cp1258")

    source = read(put(tmp_path, b"".join(map(encoded, PROSE))), file="a")
    assert (source.encoding, source.lines[0].text + "\n") == ("windows-1258", PROSE)


def test_other_languages_are_left_alone(tmp_path):
    french = "Considérant que l'arrêté préfectoral a été publié à l'été, les élèves étaient là où çà et là.\n" * 5
    source = read(put(tmp_path, french), file="a")
    assert (source.encoding, source.diagnostics) == ("utf-8", ())
    assert "\n".join(line.text for line in source.lines) == french


def test_capitals_of_tcvn3_follow_the_plain_letters():
    assert converted("CéNG HOµ X· HéI CHñ NGHÜA VIÖT NAM\nCéng hoµ\nSè 5/KH", "tcvn3") == (
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\nCộng hoà\nSố 5/KH"
    )


def test_published_samples_of_old_encodings():
    assert converted("B¶o Th¾ng, M\u00adêng Kh\u00ad¬ng, B¸t X¸t", "tcvn3") == "Bảo Thắng, Mường Khương, Bát Xát"
    assert converted("Xin chaøo caùc baïn", "vni") == "Xin chào các bạn"


def test_the_table_of_old_letters_has_every_vietnamese_letter_once():
    rows = read_table("legacy_letters", LegacyLetter)
    assert len({(row.encoding, row.written) for row in rows}) == len(rows)
    small = {
        unicodedata.normalize("NFC", base + tone)
        for base in "aăâeêioôơuưy"
        for tone in "\u0300\u0301\u0303\u0309\u0323"
    }
    for encoding in ("tcvn3", "vni"):
        letters = {row.letter for row in rows if row.encoding == encoding}
        assert small | set("ăâđêôơư") | set("ĂÂĐÊÔƠƯ") <= letters
