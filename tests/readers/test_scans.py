"""Scans: what character recognition saw, how sure it was, what is kept of it, and what is said where there is none."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.source import RECOGNISED_FILE, SourceText
from build_tools.normalise import normalise
from build_tools.readers import pdf as pdf_reader
from build_tools.readers import read, recognition, tesseract
from build_tools.readers.recognition import Recognised, Word, segments_of, without_specks
from build_tools.readers.scan import can_recognise, read_scan
from tests.readers.pdf_files import pdf
from tests.readers.scan_files import SCAN, scanned, table

with_tesseract = pytest.mark.skipif(
    tesseract.find_program() is None,
    reason="Tesseract with Vietnamese is not installed (Debian: apt install tesseract-ocr tesseract-ocr-vie)",
)
posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
PAGE = [(60.0, 700.0 - 18 * n, "Các cơ quan có trách nhiệm thực hiện.") for n in range(10)]


def here(source: SourceText) -> list[tuple[str, dict[str, str]]]:
    return [(item.code, item.args) for item in source.diagnostics]


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts a program in Tesseract's place that says `answer` of every page, or fails with `status`."""

    def put(answer: str, status: int = 0) -> None:
        said = tmp_path / "said.tsv"
        said.write_text(answer, encoding="utf-8")
        program = tmp_path / "tesseract"
        program.write_text(
            f'#!/bin/sh\ncase "$*" in *list-langs*) echo vie;; *version*) echo tesseract 9.9;; '
            f"*) cat '{said}'; echo 'Warning\nhỏng ảnh' >&2; exit {status};; esac\n"
        )
        program.chmod(0o755)
        monkeypatch.setattr(tesseract, "find_program", lambda: str(program))

    return put


def put_scan(folder: Path, data: bytes) -> Path:
    path = folder / "source.pdf"
    path.write_bytes(data)
    return path


def scan(path: Path) -> tuple[SourceText, str]:
    data = path.read_bytes()
    return read_scan(data, hashlib.sha256(data).hexdigest(), path, "a.pdf")


@with_tesseract
def test_a_real_scan_is_read_in_order_and_marked_as_machine_read(tmp_path):
    kept = tmp_path / RECOGNISED_FILE
    source = read(put_scan(tmp_path, SCAN.read_bytes()), file="a.pdf", keep=kept)
    clean = normalise(source)
    assert check_clean(source, clean) is None
    expected = SCAN.with_suffix(".txt").read_text(encoding="utf-8")
    right = sum((Counter(words(clean.text)) & Counter(words(expected))).values())
    assert right >= 0.97 * len(words(expected))
    assert clean.text.index("XÃ TÂN PHÚ") < clean.text.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert clean.text.index("Lưu") < clean.text.index("CHỦ TỊCH") < clean.text.index("Nguyễn Văn An")
    code, args = here(source)[0]
    assert (code, args["pages"], int(args["confidence"]) > 85) == ("machine-read", "1-2", True)
    assert {origin.page for origin in clean.origins} == {1, 2}
    assert kept.read_text(encoding="utf-8").startswith("# phobien-recognised/1\n")


@posix
def test_unsure_words_are_listed_with_their_line_and_page(tmp_path, stand_in):
    stand_in(table((250, 300, "Điều 1. Phạm|41 vi"), (250, 400, "điều tỐ chỉnh|59.7 đúng|60.2")))
    source, kept = scan(put_scan(tmp_path, scanned(pdf([PAGE]))))
    assert [line.text for line in source.lines] == ["Điều 1. Phạm vi", "điều tỐ chỉnh đúng"]
    assert here(source) == [
        ("machine-read", {"pages": "1", "by": "tesseract 9.9 (vie)", "confidence": "80"}),
        ("machine-read-doubtful", {"page": "1", "words": "Phạm (41 %)"}),
        ("machine-read-doubtful", {"page": "1", "words": "tỐ (95 %)"}),
    ]
    assert [item.line for item in source.diagnostics] == [1, 1, 2]
    assert kept.count("\n") == 4 + 8


@posix
def test_what_was_recognised_is_read_again_without_the_recogniser(tmp_path, stand_in, monkeypatch):
    stand_in(table((250, 300, "Điều 1. Phạm|41 vi")))
    path = put_scan(tmp_path, scanned(pdf([PAGE, PAGE])))
    first, kept = scan(path)
    path.with_name(RECOGNISED_FILE).write_text(kept, encoding="utf-8")
    monkeypatch.setattr(tesseract, "find_program", lambda: None)
    assert can_recognise(path)
    assert scan(path) == (first, kept)
    assert read(path, file="a.pdf") == first
    for broken in ("", kept.replace("phobien-recognised/1", "x"), kept.replace("\t41\t", "\tx\t"), kept[:200]):
        path.with_name(RECOGNISED_FILE).write_text(broken, encoding="utf-8")
        with pytest.raises(DocumentError) as caught:
            scan(path)
        assert caught.value.code == "pdf-scan"


def test_what_is_kept_comes_back_as_it_was():
    seen = Recognised("ab", "tesseract 9.9 (vie)", {0: (Word(1, 60.0, 700.5, 90.2, 714.0, 96, "Điều"),), 4: ()})
    assert recognition.parse(recognition.write(seen), "ab") == seen
    assert recognition.parse(recognition.write(seen), "cd") is None


@posix
def test_a_stamp_printed_over_a_scan_does_not_hide_that_the_page_is_a_picture(tmp_path, stand_in, monkeypatch):
    stamp = "BT /F1 8 Tf 60 800 Td (Ky boi: So Tu phap) Tj ET"
    path = put_scan(tmp_path, scanned(pdf([PAGE]), over=stamp))
    monkeypatch.setattr(tesseract, "find_program", lambda: None)
    with pytest.raises(DocumentError) as caught:
        read(path, file="a.pdf")
    assert caught.value.code == "pdf-scan"
    stand_in(table((250, 100, "Ky boi: So Tu phap"), (250, 300, "Điều 1. Phạm vi")))
    assert [line.text for line in scan(path)[0].lines if line.text] == ["Ky boi: So Tu phap", "Điều 1. Phạm vi"]


@posix
def test_a_page_that_is_a_picture_among_pages_of_text_is_read_too(tmp_path, stand_in):
    data = pdf([PAGE, []], drawn="10 10 m 50 50 l S")
    assert ("pdf-page-picture", {"page": "2"}) in here(pdf_reader.read(data, "", "a.pdf"))
    stand_in(table((250, 300, "Phụ lục kèm theo")))
    source, _ = scan(put_scan(tmp_path, data))
    assert [line.text for line in source.lines if line.page == 2] == ["Phụ lục kèm theo"]
    assert len([line for line in source.lines if line.page == 1]) == len(PAGE)
    assert here(source)[0][1]["pages"] == "2"


def test_text_that_was_recognised_elsewhere_is_said_to_be():
    unseen = "BT 3 Tr /F1 12 Tf 60 700 Td (Cac co quan co trach nhiem thuc hien.) Tj ET\n" * 10
    source = pdf_reader.read(scanned(pdf([PAGE, PAGE]), over=unseen), "", "a.pdf")
    assert here(source) == [("machine-read-elsewhere", {"pages": "1-2"})]


@posix
def test_a_breakdown_of_the_recogniser_is_said_in_one_sentence(tmp_path, stand_in, monkeypatch):
    path = put_scan(tmp_path, scanned(pdf([PAGE])))
    stand_in("", status=1)
    with pytest.raises(DocumentError) as caught:
        scan(path)
    assert (caught.value.code, caught.value.args_by_name) == ("recognition-failed", {"page": "1", "reason": "hỏng ảnh"})
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec sleep 9\n")
    monkeypatch.setattr(tesseract, "SECONDS_PER_PAGE", 0.3)
    with pytest.raises(DocumentError) as caught:
        scan(path)
    assert caught.value.code == "reader-too-slow"


@posix
def test_a_scan_on_which_nothing_is_seen_holds_no_text(tmp_path, stand_in):
    stand_in(table())
    source, kept = scan(put_scan(tmp_path, scanned(pdf([PAGE]))))
    assert source.lines == ()
    assert recognition.parse(kept, source.sha256) is not None


def test_without_vietnamese_tesseract_does_not_count(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _: sys.executable)
    monkeypatch.setattr(tesseract, "_ask", lambda *_: "eng\nosd")
    assert tesseract.find_program() is None


def test_columns_are_parted_at_wide_gaps_and_before_the_words_of_a_right_column():
    def line(*parts: tuple[float, str, int]) -> list[Word]:
        return [Word(1, left, 700, left + 8 * len(text), 714, sure, text) for left, text, sure in parts]

    head = line((60, "UBND", 95), (96, "ˆ", 10), (110, "CỘNG", 95), (145, "HÒA", 95))
    assert [segment.text for segment in segments_of(head)] == ["UBND", "CỘNG HÒA"]
    justified = line((60, "trách", 95), (118, "nhiệm", 95))
    assert [segment.text for segment in segments_of(justified)] == ["trách nhiệm"]
    apart = line((60, "Nơi", 95), (200, "Trưởng", 95))
    assert [segment.text for segment in segments_of(apart)] == ["Nơi", "Trưởng"]


@with_tesseract
def test_a_page_that_lay_askew_on_the_scanner_is_set_straight(tmp_path):
    """Its letterhead and its signature part into columns as on a straight page."""
    source = read(put_scan(tmp_path, scanned(SCAN.read_bytes(), dpi=200, askew=1.6)), file="a.pdf")
    clean = normalise(source)
    expected = SCAN.with_suffix(".txt").read_text(encoding="utf-8")
    right = sum((Counter(words(clean.text)) & Counter(words(expected))).values())
    assert right >= 0.95 * len(words(expected))
    assert clean.text.index("XÃ TÂN PHÚ") < clean.text.index("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert clean.text.index("Lưu") < clean.text.index("CHỦ TỊCH") < clean.text.index("Nguyễn Văn An")


def tesseract_rows(sinks: float) -> str:
    """Tesseract's table of six lines of eight words, each line sinking by this much per pixel."""
    rows = ["head"]
    for line in range(6):
        rows.append(f"4\t1\t1\t1\t{line}\t0\t100\t{300 + 60 * line}\t1600\t40\t-1\t")
        for word in range(8):
            x = 100 + 200 * word
            y = round(300 + 60 * line + sinks * x)
            rows.append(f"5\t1\t1\t1\t{line}\t{word}\t{x}\t{y}\t150\t{30 + word % 3}\t95\tchữ")
    return "\n".join(rows)


@pytest.mark.parametrize("sinks", [0.0, 0.02, -0.03])
def test_how_askew_a_page_lies_is_measured_on_its_lines(sinks):
    assert tesseract.skew(tesseract_rows(sinks)) == pytest.approx(sinks, abs=0.002)


def test_a_page_of_few_lines_or_no_page_at_all_is_not_turned():
    assert tesseract.skew("\n".join(tesseract_rows(0.02).split("\n")[:19])) == 0.0
    assert tesseract.skew(tesseract_rows(0.4)) == 0.0
    assert tesseract.skew("") == 0.0


def test_dirt_neither_closes_the_gap_between_columns_nor_makes_a_line():
    left = [Word(1, 60 + 40 * n, 700, 95 + 40 * n, 712, 90, text) for n, text in enumerate(("ỦY", "BAN"))]
    right = [Word(1, 165 + 50 * n, 700, 210 + 50 * n, 712, 90, text) for n, text in enumerate(("CỘNG.", "HÒA", "XÃ"))]
    dirt = [Word(1, 150, 700, 152, 712, 20, "'")]
    alone = [Word(2, 100, 650, 102, 660, 20, ":"), Word(2, 180, 650, 182, 660, 30, ".")]
    assert [segment.text for segment in segments_of([*left, *dirt, *right, *alone])] == ["ỦY BAN '", "CỘNG. HÒA XÃ"]
    assert without_specks([*left, *alone]) == (left, alone)
