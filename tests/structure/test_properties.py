"""What holds for every text: an outline is always given, its spans nest, its ids are unique; time is linear."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.document import Outline, UnitKind
from build_tools.model.source import Block, BlockKind, CleanText, Origin
from build_tools.model.span import Span
from build_tools.structure import outline
from tests.properties import tried
from tests.work import ends, grows_with

PIECES = st.sampled_from(
    """
KẾ HOẠCH
QUYẾT ĐỊNH
Chương I
Mục 1
Điều 1. Phạm vi
Điều 2.
1. Một
2. Hai
1.1. Con
(1) Việc
a) điểm
đ) điểm
i) điểm
I. PHẦN
II. PHẦN
V. PHẦN
Bước 1: Họp
Bước 2: Họp
A.1. Việc
- a) điểm
KẾ HOẠCH Thực hiện việc này
QUY CHẾ Tiếp công dân
CÔNG AN TỈNH
kiêm
C. PHẦN
- gạch
+ cộng
* sao
“Điều 5. Trích
“2. Trích
hết.”
Phụ lục I
PHỤ LỤC
Mẫu số 1
QUY CHẾ PHỐI HỢP
(Kèm theo Quyết định)
Nơi nhận:
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Nguyễn Văn An
1 Chú thích
TM. CHÍNH PHỦ
Số: 12/KH-UBND
Hà Nội, ngày 1 tháng 2 năm 2025
-----
MẬT
Căn cứ Luật;
2.5.1 Người
XÁC THỰC VĂN BẢN HỢP NHẤT
1.4 Việc
Điều 1. Đã ký1
ỦY BAN NHÂN DÂN TỈNH LÀO CAI
""".strip().splitlines()
)


def as_clean(lines: list[str]) -> CleanText:
    text = "\n".join(lines)
    blocks, origins, offset = [], [], 0
    for number, line in enumerate(lines, start=1):
        blocks.append(Block(Span(offset, offset + len(line)), BlockKind.PARAGRAPH))
        origins.append(Origin(offset, number))
        offset += len(line) + 1
    return CleanText(text, tuple(blocks), tuple(origins))


def check(clean: CleanText, found: Outline) -> None:
    ids = [unit.id for unit in found.units]
    assert len(ids) == len(set(ids))
    by_id = {unit.id: unit for unit in found.units}
    seen: set[str] = set()
    last_end: dict[str | None, int] = {}
    for unit in found.units:
        assert re.fullmatch(r"[a-z0-9.~-]+", unit.id), unit.id
        assert 0 <= unit.span.start <= unit.span.end <= len(clean.text)
        if unit.parent is not None:
            assert unit.parent in seen, "a parent stands before its children"
            assert by_id[unit.parent].span.contains(unit.span), (unit, by_id[unit.parent])
            assert unit.level == by_id[unit.parent].level + 1
        else:
            assert unit.level == 1
        if unit.kind is not UnitKind.FOOTNOTE:
            assert last_end.get(unit.parent, 0) <= unit.span.start, unit
            last_end[unit.parent] = unit.span.end
        if unit.label and unit.kind is not UnitKind.FOOTNOTE:
            words, label = clean.text[unit.span.start :].lstrip('“«"”» '), unit.label.rstrip(".")[:3]
            assert words.startswith(label) or words.lstrip("- ").startswith(label)
        if unit.heading_span is not None:
            assert unit.span.contains(unit.heading_span)
        seen.add(unit.id)


@given(st.lists(PIECES, max_size=40))
@tried(120)
def test_any_order_of_parts(lines: list[str]) -> None:
    clean = as_clean(lines)
    check(clean, outline(clean))


@given(st.lists(st.text(alphabet=st.characters(exclude_characters="\n\r"), max_size=60), max_size=30))
@tried(80)
def test_any_text(lines: list[str]) -> None:
    clean = as_clean([line.replace("\x85", "").replace("\u2028", "") for line in lines])
    check(clean, outline(clean))


def test_empty_text() -> None:
    assert outline(CleanText("", (), ())).units == ()


def test_no_structure_is_still_an_outline() -> None:
    found = outline(as_clean(["Một đoạn văn.", "Một đoạn văn nữa."]))
    assert found.units == ()
    assert {item.code for item in found.diagnostics} >= {"no-type", "no-number"}


HOSTILE = {
    "one number again and again": ["1. Một việc."],
    "numbers that run on": [f"{n % 999 + 1}. Việc." for n in range(999)],
    "quotations that never close": ["“1. Trích"],
    "quotation marks only": ["““““””” “ ”"],
    "articles again and again": ["Điều 1. Tên"],
    "letters": ["i) điểm"],
    "nested styles": ["I. A", "1. B", "a) C", "- D", "+ E", "(1) F"],
    "annexes": ["Phụ lục I"],
    "signatures": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn An"],
    "names": ["Nguyễn Văn An"],
    "recipients": ["Nơi nhận:", "- Lưu: VT."],
    "notes": ["1 Chú thích", "2 Chú thích"],
    "capitals": ["QUY CHẾ PHỐI HỢP"],
    "one long line": ["a " * 5000],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_linear_time(name: str) -> None:
    """Four times the text is four times the work, and the search within a line or over all of it ends."""
    lines = HOSTILE[name]
    count = 6_000 // sum(len(line) + 1 for line in lines) + 1
    small, large = (as_clean(lines * count * times) for times in (1, 4))
    with ends():
        assert grows_with(outline, small, large, times=4)
