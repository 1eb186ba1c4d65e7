"""Documents without number: linked where type, issuer and subject prove one work, otherwise left as text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from build_tools.model.citation import CitationKind
from build_tools.model.document import Metadata
from build_tools.model.library import Entry
from tests.resolve.build import entry, library, metadata

SUBJECT = "tăng cường sự lãnh đạo của Đảng đối với công tác phòng cháy"
PLAN = "x/plan"
HELD = entry(
    "tw/chi-thi",
    "CHỈ THỊ",
    metadata("Chỉ thị", "47-CT/TW", "2025-06-25", issuer="BAN BÍ THƯ", title=SUBJECT.upper()),
)


def described(text: str, *others: Entry, about: Metadata | None = None) -> list[tuple[str, str, str | None]]:
    document = library(entry(PLAN, text, about), *others).entries[PLAN].document
    found = [citation for citation in document.citations if citation.kind is CitationKind.DESCRIBED]
    return [(citation.span.of(document.text), str(citation.status), citation.target) for citation in found]


def test_a_held_document_by_its_title() -> None:
    text = f"Quán triệt Chỉ thị của Ban Bí thư về {SUBJECT}; tổ chức thực hiện."
    assert described(text, HELD) == [("Chỉ thị của Ban Bí thư", "resolved", "tw/chi-thi")]


def test_an_absent_document_by_what_another_says_of_it() -> None:
    other = entry("x/b", f"Căn cứ Chỉ thị số 47-CT/TW ngày 25/6/2025 của Ban Bí thư về {SUBJECT};")
    found = described(f"Quán triệt Chỉ thị của Ban Bí thư về {SUBJECT}.", other)
    assert found == [("Chỉ thị của Ban Bí thư", "absent", "trung-uong/47-ct-tw-2025")]


def test_the_subject_before_the_issuer() -> None:
    about = metadata("Kế hoạch", "12-KH/BCSĐ", "2024-04-26", issuer="BAN CÁN SỰ ĐẢNG BỘ TƯ PHÁP", level=None)
    about = replace(about, title="Thực hiện Quy định số 132-QĐ/TW ngày 27/10/2023")
    plan = entry("tw/ke-hoach", "KẾ HOẠCH", about)
    text = "theo Kế hoạch thực hiện Quy định số 132-QĐ/TW của Ban cán sự đảng Bộ Tư pháp."
    assert described(text, plan) == []  # fewer than six words prove nothing
    longer = "Kế hoạch triển khai thực hiện Quy định số 132-QĐ/TW về thi hành án"
    about = replace(about, title=longer[9:].upper())
    text = f"theo {longer} của Ban cán sự đảng Bộ Tư pháp."
    assert described(text, entry("tw/ke-hoach", "KẾ HOẠCH", about)) == [("Kế hoạch", "resolved", "tw/ke-hoach")]


@pytest.mark.parametrize(
    "text",
    [
        f"Chỉ thị của Bộ Chính trị về {SUBJECT}.",  # another issuer
        f"Nghị quyết của Ban Bí thư về {SUBJECT}.",  # another type
        f"Chỉ thị của Ban Bí thư về {SUBJECT}, chữa cháy.",  # more words
        "Chỉ thị của Ban Bí thư về tăng cường sự lãnh đạo của Đảng.",  # fewer words
        f"Chỉ thị ngày 01/01/2020 của Ban Bí thư về {SUBJECT}.",  # another date
        f"tham mưu ban hành Chỉ thị của Ban Bí thư về {SUBJECT}.",  # yet to be made
        "Chỉ thị của Ban Bí thư.",
        f"Chỉ thị về {SUBJECT}.",
    ],
)
def test_what_proves_nothing(text: str) -> None:
    assert described(text, HELD) == []


def test_a_document_that_is_younger_than_the_citing_one() -> None:
    about = metadata("Kế hoạch", "1-KH/TU", "2024-01-01")
    assert described(f"Thực hiện Chỉ thị của Ban Bí thư về {SUBJECT}.", HELD, about=about) == []


def test_two_works_with_one_subject() -> None:
    older = entry("x/b", f"Căn cứ Chỉ thị số 04-CT/TW ngày 02/6/2015 của Ban Bí thư về {SUBJECT};")
    assert described(f"Thực hiện Chỉ thị của Ban Bí thư về {SUBJECT}.", HELD, older) == []


def test_a_body_of_another_province() -> None:
    about = metadata("Kế hoạch", "9/KH-UBND", "2026-01-01", place="Lào Cai", issuer="ỦY BAN NHÂN DÂN TỈNH LÀO CAI")
    title = "triển khai công tác phòng cháy và chữa cháy rừng"
    about = replace(about, title=title)
    text = f"Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh {{}} {title}."
    assert described(text.format("Hà Giang"), entry("lao-cai/kh", "KẾ HOẠCH", about)) == []
    found = described(text.format("Lào Cai"), entry("lao-cai/kh", "KẾ HOẠCH", about))
    assert [target for _, _, target in found] == ["lao-cai/kh"]


def test_indexes_of_relations_stay() -> None:
    text = f"Quán triệt Chỉ thị của Ban Bí thư về {SUBJECT}; thực hiện Quy định số 132-QĐ/TW của Bộ Chính trị."
    document = library(entry(PLAN, text), HELD).entries[PLAN].document
    assert [str(citation.kind) for citation in document.citations] == ["document", "described"]
