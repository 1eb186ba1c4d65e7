"""Symbols: every row of the table of written forms, and the traps."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.grammar import symbols
from build_tools.grammar.symbols import find, parse
from tests.work import ends

CASES = Path(__file__).parents[1] / "data" / "symbol_cases.csv"


def rows(*expect: str) -> list[dict[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["expect"] in expect]


@pytest.mark.parametrize("row", rows("symbol"), ids=lambda row: row["surface"])
def test_written_form(row: dict[str, str]) -> None:
    surface = row["surface"].removeprefix("số")
    place = "Quảng Nam" if "TƯ" in surface else None
    symbol = parse(surface, type_name=row["type_vi"], prose_place=place)
    assert symbol is not None
    assert symbol.canonical == row["canonical"]
    assert (symbol.system, symbol.number, str(symbol.year or "")) == (row["system"], row["number"], row["year"])
    assert (symbol.abbr, symbol.issuer, symbol.unit) == (row["abbr"], row["issuer"], row["unit"])
    assert symbol.type_name == row["type_vi"]
    assert symbol.written == surface
    assert symbol.variant == (surface != symbol.canonical)


@pytest.mark.parametrize("row", rows("symbol"), ids=lambda row: row["surface"])
def test_written_form_is_found_in_prose(row: dict[str, str]) -> None:
    text = f"theo {row['surface']}, ngày 27/10/2023."
    found = list(find(text))
    assert len(found) == 1
    assert found[0].span.of(text) == row["surface"].removeprefix("số")


@pytest.mark.parametrize("row", rows("list"), ids=lambda row: row["surface"])
def test_lists(row: dict[str, str]) -> None:
    assert "; ".join(match.symbol.canonical for match in find(row["surface"])) == row["canonical"]


@pytest.mark.parametrize("row", rows("none", "self", "internal"), ids=lambda row: row["surface"])
def test_no_symbol(row: dict[str, str]) -> None:
    assert not list(find(row["surface"]))


@pytest.mark.parametrize(
    ("surface", "canonical"),
    [
        ("27-\nNQ/TW", "27-NQ/TW"),  # wrapped
        ("05-HD/BTC", "05-HD/BTC"),  # a Ban Tổ chức; the Bộ Tài chính writes 05/HD-BTC
        ("01-TANDTC-VKSNDTC/TTLT", "01-TANDTC-VKSNDTC/TTLT"),  # the old order, with the type last
        ("45/QĐ-TTG", "45/QĐ-TTg"),  # a title in capitals
        ("131-QĐ/TƯ", "131-QĐ/TW"),
        ("27-NQ/TW1", "27-NQ/TW"),  # a glued note mark
        ("33/2021/QH151", "33/2021/QH15"),
        ("62/2015/NĐ-CP2", "62/2015/NĐ-CP"),
        ("08-QĐi/TW", "08-QĐ/TW"),
        ("12/QyĐ-UBND", "12/QyĐ-UBND"),
        ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN"),
        ("132-QD/TW", "132-QĐ/TW"),
        ("560/NQ-UBTVQH15", "560/NQ-UBTVQH15"),
        ("93-CP", "93-CP"),
        ("14/2000/QĐ-NHNN16", "14/2000/QĐ-NHNN16"),  # the drafting unit, as the State Bank wrote until 2004
        ("14/2016/TT-NHNN1", "14/2016/TT-NHNN"),
    ],
)
def test_more_forms(surface: str, canonical: str) -> None:
    found = list(find(surface))
    assert [match.symbol.canonical for match in found] == [canonical]


@pytest.mark.parametrize("text", ["CÔNG BÁO/Số 237/Ngày 21-04-2026", "24/7", "50/100", "1/2", "2021-2025", "5 - Trang"])
def test_numbers_that_are_no_symbols(text: str) -> None:
    assert not list(find(text))


def test_a_quyet_dinh_and_a_quy_dinh_share_letters() -> None:
    assert parse("217-QĐ/TW").type_name is None  # type: ignore[union-attr]
    assert parse("62/2015/NĐ-CP").type_name == "Nghị định"  # type: ignore[union-attr]


@given(st.text(alphabet="0123456789/-QĐTWNPC. số\n", max_size=60))
def test_canonical_form_is_stable(text: str) -> None:
    for match in find(text):
        assert match.span.of(text) == match.symbol.written
        again = parse(match.symbol.canonical, type_name=match.symbol.type_name)
        assert again is not None
        assert again.canonical == match.symbol.canonical


@pytest.mark.parametrize(
    "hostile", ["1" * 200_000, "1/" * 100_000, "1-QĐ" * 50_000, "1-QĐ/" * 40_000, "1/2015/A&" * 30_000, "A&B" * 60_000]
)
def test_linear(hostile: str) -> None:
    with ends():
        for _ in symbols.SYMBOL.finditer(hostile * 5):
            pass


@given(
    st.integers(1, 99999),
    st.one_of(st.none(), st.integers(1945, 2099)),
    st.sampled_from(["NĐ", "QĐ", "TT", "NQ", "KH", "CT", "TTr", "HD", "BC"]),
    st.sampled_from(["CP", "TTg", "UBND", "HĐND", "BTC", "BTP", "TU", "TW", "BCSĐ", "BTCTW"]),
)
def test_a_canonical_symbol_is_read_as_itself(number: int, year: int | None, abbr: str, issuer: str) -> None:
    party = issuer in {"TU", "TW", "BCSĐ", "BTCTW"}
    middle = f"-{abbr}/" if party else f"/{year}/{abbr}-" if year else f"/{abbr}-"
    symbol = parse(f"{number:02}{middle}{issuer}")
    assert symbol is not None
    assert parse(symbol.canonical) == symbol
    assert (symbol.canonical, symbol.variant) == (symbol.written, False)
