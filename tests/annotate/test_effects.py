"""Times of effect: what the text says of its own, and nothing more."""

from __future__ import annotations

import datetime as dt

import pytest

from build_tools.annotate.effects import find_effects
from build_tools.model.change import EffectKind
from tests.annotate.reading import read_text

_HEAD = """BỘ TƯ PHÁP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/2031/TT-BTP
Hà Nội, ngày 10 tháng 3 năm 2031
THÔNG TƯ
Quy định về mẫu hồ sơ
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định về mẫu hồ sơ.
Điều 2. Hiệu lực thi hành
"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thông tư này có hiệu lực thi hành từ ngày 15 tháng 5 năm 2031.", [("on-date", "2031-05-15", "")]),
        ("1. Thông tư này có hiệu lực kể từ ngày 01/6/2031 và thay thế Thông tư số 1/2020/TT-BTP.",
         [("on-date", "2031-06-01", "")]),
        ("Thông tư này có hiệu lực kể từ ngày ký.", [("on-signing", "2031-03-10", "")]),
        ("Thông tư này có hiệu lực thi hành kể từ ngày ký ban hành./.", [("on-signing", "2031-03-10", "")]),
        ("Thông tư này có hiệu lực thi hành sau 45 ngày kể từ ngày ký ban hành.", [("after-days", "2031-04-24", "")]),
        ("Thông tư này có hiệu lực sau 10 (mười) ngày, kể từ ngày ký và thay thế Thông tư số 1/2020/TT-BTP.",
         [("after-days", "2031-03-20", "")]),
        ("Thông tư này có hiệu lực thi hành sau mười lăm (15) ngày kể từ ngày ký.",
         [("after-days", "2031-03-25", "")]),
        ("Thông tư này có hiệu lực thi hành sau mười lăm ngày kể từ ngày ký.", [("after-days", None, "")]),
        ("Thông tư này có hiệu lực sau 10 ngày, kể từ ngày đăng Công báo.", [("other", None, "")]),
        ("Thông tư này có hiệu lực từ ngày 15 tháng 8 năm 2031, trừ quy định tại khoản 2 Điều này.",
         [("on-date", "2031-08-15", "excepts")]),
        ("Khoản 8 Điều 1 của Thông tư này có hiệu lực từ ngày 01 tháng 7 năm 2031.",
         [("on-date", "2031-07-01", "partial")]),
        ("2. Các điều, khoản sau đây có hiệu lực từ ngày 01 tháng 01 năm 2031:",
         [("on-date", "2031-01-01", "partial")]),
        ("Những quy định sau đây của Thông tư này có hiệu lực thi hành kể từ ngày 01/01/2031:",
         [("on-date", "2031-01-01", "partial")]),
        ("Các quy định tại Điều 1 có hiệu lực thi hành từ ngày 01 tháng 01 năm 2031.",
         [("on-date", "2031-01-01", "partial")]),
        ("Các văn bản sau đây có hiệu lực từ ngày 01 tháng 01 năm 2031:", []),
        ("“Các điều, khoản sau đây có hiệu lực từ ngày 01 tháng 01 năm 2031:”", []),
        ("Thông tư này có hiệu lực từ ngày 29 tháng 4 năm 2031 đến hết ngày 01 tháng 3 năm 2032.",
         [("on-date", "2031-04-29", ""), ("until", "2032-03-01", "")]),
        ("Thông tư này có hiệu lực đến hết ngày 31 tháng 12 năm 2031.", [("until", "2031-12-31", "")]),
        # told of others, or of the time before
        ("Hồ sơ nộp trước ngày Thông tư này có hiệu lực thi hành từ ngày 01 tháng 5 năm 2031 thì giữ nguyên.", []),
        ("Thông tư số 1/2020/TT-BTP hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.", []),
        ("Hợp đồng này có hiệu lực từ ngày ký.", []),
        ("“Thông tư này có hiệu lực thi hành từ ngày 15 tháng 5 năm 2031.”", []),
        ("Thông tư này có hiệu lực từ ngày 31 tháng 2 năm 2031.", []),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: list[tuple[str, str | None, str]]) -> None:
    clean, outlined = read_text(_HEAD + sentence)
    found = find_effects(clean, outlined)
    shown = [
        (
            str(one.kind),
            one.date.isoformat() if one.date else None,
            " ".join(word for word, holds in (("partial", one.partial), ("excepts", one.excepts)) if holds),
        )
        for one in found
    ]
    assert shown == expected


def test_a_party_text_without_a_date_says_no_day() -> None:
    clean, outlined = read_text("QUY ĐỊNH\nvề kiểm tra\nĐiều 9. Quy định này có hiệu lực từ ngày ký.\n")
    (effect,) = find_effects(clean, outlined)
    assert (effect.kind, effect.date) == (EffectKind.ON_SIGNING, None)
    assert effect.span.of(clean.text) == "Quy định này có hiệu lực từ ngày ký"


def test_the_quotation_holds_the_day() -> None:
    clean, outlined = read_text(_HEAD + "Thông tư này có hiệu lực thi hành từ ngày 15 tháng 5 năm 2031.")
    (effect,) = find_effects(clean, outlined)
    assert effect.date == dt.date(2031, 5, 15)
    assert effect.span.of(clean.text).endswith("ngày 15 tháng 5 năm 2031")
