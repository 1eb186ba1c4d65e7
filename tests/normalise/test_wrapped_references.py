"""References that a line end cuts before the word Điều: the number below is no label."""

from __future__ import annotations

import pytest

from build_tools.model.source import Flow, SourceLine, SourceText
from build_tools.normalise import normalise

BODY = """Điều 2. Thay thế, bãi bỏ cụm từ của Nghị định này cho phù hợp với tổ chức của
cơ quan bảo hiểm xã hội và các đơn vị có liên quan trong cả nước
1. Thay thế cụm từ “khoản 1 và 2, các điểm a và b khoản 3” thành “khoản 1, 2, 3
và 4” và cụm từ “điểm a và b khoản 3” thành “điểm a, b và d khoản 3” tại {before}
{after}
2. Thay thế cụm từ “trang thiết bị y tế” thành “thiết bị y tế” tại khoản 2 Điều 21 của
nghị định này và các văn bản có liên quan đến việc mua sắm.
Điều 3. Điều khoản chuyển tiếp
1. Giấy hẹn khám lại được cấp trước ngày 01 tháng 01 năm 2025 mà còn hiệu lực thì
được tiếp tục sử dụng cho đến khi các loại giấy này hết giá trị sử dụng."""


def blocks(before: str, after: str) -> list[str]:
    text = BODY.format(before=before, after=after)
    lines = tuple(SourceLine(number, line) for number, line in enumerate(text.splitlines(), start=1))
    clean = normalise(SourceText("van-ban.txt", "0" * 64, "text", "utf-8", Flow.LINES, lines))
    return [block.span.of(clean.text) for block in clean.blocks]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("khoản 1", "Điều 6."),
        ("điểm a khoản 2", "Điều 6."),
        ("các khoản 1, 2 và 3", "Điều 6."),
        ("khoản 1a", "Điều 6a."),
        ("điểm đ", "khoản 3 Điều 6."),
    ],
)
def test_the_article_of_a_clause_is_no_heading(before: str, after: str) -> None:
    found = blocks(before, after)
    assert [block.split(".")[0] for block in found] == ["Điều 2", "1", "2", "Điều 3", "1"]
    assert f"{before} {after}".replace("\n", " ") in found[1].replace("\n", " ")
