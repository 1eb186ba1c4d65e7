from __future__ import annotations

import time

import pytest

from build_tools.annotate.deadline_rules import FORMS
from build_tools.annotate.deadlines import READERS, find_deadlines, read_phrase
from build_tools.data.tables import DeadlinePhrase, deadline_phrases
from build_tools.model.duty import Deadline, DeadlineKind
from tests.annotate.reading import read_text

PHRASES = deadline_phrases()


def normalised(limit: Deadline) -> str:
    """A time limit as the table of phrases writes it."""
    if limit.recurrence:
        return f"R/{limit.recurrence}" if limit.kind is DeadlineKind.STANDING else limit.recurrence
    if limit.from_ or limit.to:
        return f"{limit.from_ or ''}/{limit.to or ''}"
    return limit.date.isoformat() if limit.date else ""


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row.id)
def test_each_phrase_is_read_by_its_own_rule(row: DeadlinePhrase) -> None:
    found = read_phrase(row.phrase)
    if row.kind == "none":
        assert found is None
        return
    assert found is not None
    rule, limit = found
    assert (rule, str(limit.kind), normalised(limit)) == (row.id, row.kind, row.normalised)
    assert limit.exclusive == (row.qualifier == "before" and limit.kind in (DeadlineKind.DATE, DeadlineKind.YEARLY))


def test_rules_and_rows_belong_together() -> None:
    ids = [row.id for row in PHRASES]
    assert len(ids) == len(set(ids))
    assert {form.id for form in FORMS} == READERS.keys() == {row.id for row in PHRASES if row.kind != "none"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hoàn thành trước ngày 05/8/2025", "2025-08-05"),
        ("hoàn thành trước 15/7/2026", "2026-07-15"),
        ("trước 17 giờ 00 ngày 01/02/2026", "2026-02-01"),
        ("chậm nhất là ngày 08 tháng 02 năm 2026", "2026-02-08"),
        ("Trước ngày 25-11-2017", "2017-11-25"),
        ("xong trước ngày 31/12/2026", "2026-12-31"),
        ("từ ngày 02/2 đến ngày 03/2/2026", "2026-02-02/2026-02-03"),
        ("từ ngày 17/12/2025 đến 17 giờ 00, ngày 01/02/2026", "2025-12-17/2026-02-01"),
        ("Thời gian thực hiện: Tháng 7/2026", "2026-07-01/2026-07-31"),
        ("Thời gian thực hiện: Quý IV năm 2026", "2026-10-01/2026-12-31"),
        ("trong quý 3 năm 2025", "2025-07-01/2025-09-30"),
        ("hoàn thành trong tháng 02 năm 2028", "2028-02-01/2028-02-29"),
        ("trước ngày 15 tháng 11 hàng năm", "--11-15"),
        ("trong thời hạn 05 ngày kể từ ngày 28/12/2025", "/2026-01-02"),
        ("trong thời hạn 05 ngày làm việc kể từ ngày 28/12/2025", ""),
        ("định kỳ hằng tháng báo cáo", "P1M"),
    ],
)
def test_relatives_of_the_phrases(text: str, expected: str) -> None:
    found = read_phrase(text)
    assert found is not None
    assert normalised(found[1]) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị",
        "thực hiện Chương trình mục tiêu quốc gia giai đoạn 2026 - 2030",
        "bầu cử đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031",
        "Chiến lược công tác dân tộc đến năm 2030",
        "có hiệu lực thi hành kể từ ngày 01/7/2026",
        "hồ sơ đã nộp trước ngày 01/7/2026",
        "hoàn thành trước ngày 30/02/2026",
        "hoàn thành trong tháng 13/2026",
        "trong thời gian tới",
        "định kỳ theo quy định",
    ],
)
def test_no_limit(text: str) -> None:
    assert read_phrase(text) is None


def test_limits_of_a_document() -> None:
    text = (
        "KẾ HOẠCH\nvề công tác năm 2026\nI. NHIỆM VỤ HOÀN THÀNH TRONG NĂM 2026\n"
        "1. Rà soát quy chế trước ngày 10/7/2026.\n2. Duy trì thường xuyên.\nNơi nhận:\n- Lưu VT trước ngày 01/01/2027."
    )
    clean, outlined = read_text(text)
    found = find_deadlines(clean, outlined)
    assert [(limit.id, limit.span.of(clean.text)) for limit in found] == [
        ("han-1", "TRONG NĂM 2026"),
        ("han-2", "trước ngày 10/7/2026"),
        ("han-3", "Duy trì thường xuyên"),
    ]


def test_time_grows_with_the_text() -> None:
    text = "Trước ngày 10/7/2026, các sở, ban, ngành báo cáo; định kỳ hằng năm, trong thời hạn. "

    def seconds(times: int) -> float:
        clean, outlined = read_text(f"KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. {text * times}")
        begin = time.perf_counter()
        find_deadlines(clean, outlined)
        return time.perf_counter() - begin

    short, long = min(seconds(50) for _ in range(3)), min(seconds(500) for _ in range(2))
    assert long < 40 * short + 0.05
