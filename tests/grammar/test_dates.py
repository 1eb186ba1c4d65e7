from __future__ import annotations

import datetime as dt

import pytest

from build_tools.grammar.dates import DATE, parse_date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27/10/2023", dt.date(2023, 10, 27)),
        ("25-11-2017", dt.date(2017, 11, 25)),
        ("1.7.2025", dt.date(2025, 7, 1)),
        ("ngày 12 tháng 5 năm 2025", dt.date(2025, 5, 12)),
        ("Ngày 07 tháng 7 năm 2026", dt.date(2026, 7, 7)),
        ("NGÀY 27 THÁNG 10 NĂM 2023", dt.date(2023, 10, 27)),
        ("ngày 6/4/2022", dt.date(2022, 4, 6)),
        ("31/02/2025", None),
        ("00/10/2023", None),
        ("12/13/2023", None),
        ("27/10-2023", None),
        ("tháng 5 năm 2025", None),
        ("62/2015/NĐ-CP", None),
    ],
)
def test_date(text: str, day: dt.date | None) -> None:
    assert parse_date(text) == day


def test_dates_in_prose() -> None:
    text = "số 12/05/2025/NĐ-CP, ngày\n27/10/2023 và ngày 30/02/2024; ngày 12 tháng 5 năm 2025."
    assert [(match[0], read_date(match)) for match in DATE.finditer(text)] == [
        ("ngày\n27/10/2023", dt.date(2023, 10, 27)),
        ("ngày 30/02/2024", None),
        ("ngày 12 tháng 5 năm 2025", dt.date(2025, 5, 12)),
    ]
