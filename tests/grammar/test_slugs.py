from __future__ import annotations

import pytest

from build_tools.grammar.places import find_place, same_place
from build_tools.grammar.slugs import place_slug, slug, work_id, work_key
from build_tools.model.document import Level, System
from build_tools.model.work import WorkKey


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TỈNH ỦY BÌNH DƯƠNG", "Bình Dương"),
        ("Tỉnh uỷ Hoà Bình", "Hòa Bình"),
        ("UBND thành phố Hải Phòng", "Hải Phòng"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("Ủy ban nhân dân thành phố Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Ủy ban nhân dân thành phố", None),
        ("một cuộc sống thái bình", None),
        ("Hà Nội và Huế", None),
    ],
)
def test_place(text: str, name: str | None) -> None:
    found = find_place(text)
    assert (found.name if found else None) == name


def test_two_spellings_of_a_place_are_one() -> None:
    assert same_place("tỉnh Thanh Hoá", "Thanh Hóa")
    assert not same_place("Hải Phòng", "Hải Dương")


def test_slugs() -> None:
    assert slug("Luật Thi hành án dân sự") == "luat-thi-hanh-an-dan-su"
    assert slug("Điều Đ, ỘÐ") == "dieu-d-od"
    assert place_slug("thành phố Hải Phòng") == "hai-phong"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"symbol": "132-QĐ/TW", "year": 2023, "level": Level.CENTRAL}, "trung-uong/132-qd-tw-2023"),
        ({"symbol": "69-KH/TU", "year": 2026, "place": "Hải Phòng"}, "hai-phong/69-kh-tu-2026"),
        ({"symbol": "62/2015/NĐ-CP", "year": 2015, "level": Level.CENTRAL}, "trung-uong/62-2015-nd-cp"),
        ({"name": "Luật Thi hành án dân sự", "level": Level.CENTRAL}, "trung-uong/luat-thi-hanh-an-dan-su"),
        ({"symbol": "318-KH/TU", "year": 2024, "level": Level.PROVINCE}, "chua-ro/318-kh-tu-2024"),
    ],
)
def test_work_ids(parts: dict[str, object], expected: str) -> None:
    assert work_id(**parts) == expected  # type: ignore[arg-type]


def test_keys_parse_what_they_print() -> None:
    key = work_key(System.PARTY, "Quy định", "132-QĐ/TW", year=2023)
    assert WorkKey.parse(str(key)) == key
    assert key != work_key(System.PARTY, "Quyết định", "132-QĐ/TW", year=2023)
