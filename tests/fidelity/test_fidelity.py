"""Fidelity, stated once and held against every real document."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from build_tools.fidelity import check_clean, check_page
from build_tools.grammar.lookalikes import LOOKALIKES
from build_tools.grammar.words import words
from build_tools.model.findings import Removed, RemovedReason
from build_tools.model.source import SourceLine
from build_tools.normalise import normalise
from build_tools.readers import read, sniff
from build_tools.received import received_words
from tests.conftest import CORPUS
from tests.normalise.cases import source
from tests.work import ends

READABLE = {".txt", ".md", ".htm", ".html", ".pdf", ".docx"}
REAL = sorted(p for p in CORPUS.rglob("*") if p.suffix in READABLE) if CORPUS.is_dir() else []


def changed(clean, **changes):
    return msgspec.structs.replace(clean, **changes)


def test_words_are_runs_of_letters_and_digits_after_repair():
    assert words("Ðiê\u0300u 1. 132-QĐ/TW, “tổ\u00ad chức”_a") == ["Điều", "1", "132", "QĐ", "TW", "tổ", "chức", "a"]


def test_letters_of_one_shape_are_one_letter_wherever_they_stand_alone():
    alike = LOOKALIKES | {0x00D0: "Đ", 0x00F0: "đ", 0x0189: "Đ"}
    assert [words(f"b{chr(letter)}b") for letter in alike] == [[f"b{latin}b"] for latin in alike.values()]


def test_a_faithful_text_passes():
    received = source("Điều 1. Phạm vi\nCÔNG BÁO/Số 1/Ngày 1-1-2026\n2\nđiều chỉnh\n")
    assert check_clean(received, normalise(received)) is None


@pytest.mark.parametrize(
    "text",
    [
        "Điều Phạm vi điều chỉnh",
        "Điều 1 1 Phạm vi điều chỉnh",
        "1 Điều Phạm vi điều chỉnh",
        "Điều 2 Phạm vi điều chỉnh",
    ],
)
def test_a_lost_added_moved_or_changed_word_is_found_with_its_line(text):
    received = source("Điều\n1 Phạm vi\nđiều chỉnh\n")
    fault = check_clean(received, changed(normalise(received), text=text))
    assert fault is not None
    assert fault.line in {1, 2}


def test_a_word_removed_without_record_or_recorded_without_removal_is_found():
    received = source("Điều 1\nsố trang\n")
    clean = normalise(received)
    assert check_clean(received, changed(clean, text="Điều 1")) is not None
    extra = (*clean.removed, Removed(1, "thừa", RemovedReason.WATERMARK))
    assert check_clean(received, changed(clean, removed=extra)) is not None


def test_of_two_lines_with_the_same_words_and_number_either_may_be_the_one_removed():
    lines = [SourceLine(1, text) for text in ("“Tài liệu mật", "giữa", "Tài liệu mật")]
    received = changed(source(""), lines=tuple(lines))
    mark = (Removed(1, "Tài liệu mật", RemovedReason.WATERMARK),)
    for text in ("“Tài liệu mật giữa", "giữa Tài liệu mật"):
        assert check_clean(received, changed(normalise(received), text=text, removed=mark)) is None
    assert check_clean(received, changed(normalise(received), text="Tài liệu giữa mật", removed=mark)) is not None
    lines = [SourceLine(number, text) for number, text in ((1, "a"), (1, "b"), (2, "b"), (3, "c"), (1, "b"))]
    mark = (Removed(1, "a", RemovedReason.WATERMARK), Removed(1, "b", RemovedReason.WATERMARK))
    received = changed(source(""), lines=tuple(lines))
    for text, fits in (("b c b", True), ("b b c", True), ("b c", False), ("c b b", False)):
        assert (check_clean(received, changed(normalise(received), text=text, removed=mark)) is None) == fits


def test_of_a_line_out_of_which_two_parts_were_removed_no_word_is_taken_for_another():
    received = source("việc số 1 ngày 8 này đầu trang 1 ngày 1 1.")
    parts = (
        Removed(1, "số 1 ngày 8", RemovedReason.SIGNATURE_STAMP),
        Removed(1, "đầu trang 1 ngày 1", RemovedReason.RUNNING_HEADER),
    )
    clean = normalise(received)
    assert check_clean(received, changed(clean, text="việc này 1.", removed=parts)) is None
    assert check_clean(received, changed(clean, text="việc này.", removed=parts)) is not None
    assert check_clean(received, changed(clean, text="này việc 1.", removed=parts)) is not None
    assert check_clean(received, changed(clean, text="việc này 1.", removed=parts[:1])) is not None


def test_the_check_is_quick_where_thousands_of_parts_are_alike():
    lines = tuple(SourceLine(1, "Tài liệu mật") for _ in range(20_000))
    removed = tuple(Removed(1, "Tài liệu mật", RemovedReason.WATERMARK) for _ in range(10_000))
    received = changed(source(""), lines=lines)
    with ends():
        for copies, fits in ((10_000, True), (9_999, False)):
            clean = changed(normalise(source("")), text="Tài liệu mật " * copies, removed=removed)
            assert (check_clean(received, clean) is None) == fits


def test_a_page_is_compared_without_what_we_generate():
    clean = normalise(source("Điều 1. Việc tổ tụng\nHết\n"))
    page = '<p>Điều <a href="x">1</a>. Việc <del>tổ</del><ins>tố</ins> tụng</p><p data-gen>Mục lục</p><p>Hết</p>'
    assert check_page(clean, page) is None
    fault = check_page(clean, page.replace("Việc", "Việc việc"))
    assert fault is not None
    assert (fault.line, fault.found.split()[0]) == (1, "việc")
    assert check_page(clean, "<p>Điều 1. Việc tổ tụng</p>") is not None


@pytest.mark.corpus
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:50])
def test_no_word_of_a_real_document_is_lost(path: Path):
    received = read(path, file=path.name)
    clean = normalise(received)
    assert check_clean(received, clean) is None
    independent = received_words(path.read_bytes(), sniff(path.read_bytes(), path.name))
    removed = [word for item in clean.removed for word in words(item.text)]
    assert Counter(independent) == Counter(words(clean.text)) + Counter(removed)
    if received.format != "pdf":  # a PDF's own order is that of drawing; reading order is the reader's work
        assert in_order(words(clean.text), independent)


def in_order(part: list[str], whole: list[str]) -> bool:
    remaining = iter(whole)
    return all(word in remaining for word in part)


# Where a text made of a PDF is at fault: the words that only the PDF has, and those that only the text has.
FAULTS_OF_THE_TEXT = {  # the space behind the raised number of a note is lost: `1.4Việc xây dựng …`
    "van-ban-hop-nhat-so-462-vbhn": ({"4": 1, "Việc": 1}, {"4Việc": 1}),
}
HEADS_PRINTED_AGAIN = {  # on the second page of a table: the reader of the PDF takes them for furniture
    "thong-tu-so-16-2022-tt-bldtbxh": "TT Nội dung Thời gian (giờ) Tổng số Trong đó LT TH/Thảo luận",
}
OTHER_ORDER = {  # the head of a table whose cells span rows: the text has them column by column
    "thong-tu-so-16-2022-tt-bldtbxh": ["Thời", "gian", "giờ", "Trong", "đó"],
}


@pytest.mark.corpus
@pytest.mark.parametrize("path", [p for p in REAL if p.suffix == ".pdf"], ids=lambda path: path.name[:50])
def test_a_pdf_and_the_text_made_of_it_agree_word_for_word(path: Path):
    from_pdf = words(normalise(read(path, file=path.name)).text)
    from_text = words(normalise(read(path.with_suffix(".txt"), file=path.name)).text)
    again = next((words(head) for name, head in HEADS_PRINTED_AGAIN.items() if path.name.startswith(name)), [])
    differing = Counter([*from_pdf, *again]) - Counter(from_text), Counter(from_text) - Counter([*from_pdf, *again])
    explained = next((known for name, known in FAULTS_OF_THE_TEXT.items() if path.name.startswith(name)), ({}, {}))
    assert differing == explained
    moved = {word for name, known in OTHER_ORDER.items() if path.name.startswith(name) for word in known}
    moved |= {word for side in explained for word in side} | set(again)
    assert [w for w in from_pdf if w not in moved] == [w for w in from_text if w not in moved]
