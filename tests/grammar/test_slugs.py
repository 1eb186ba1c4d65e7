from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.grammar.places import find_place
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
    assert find_place("tỉnh Thanh Hoá") == find_place("Thanh Hóa")
    assert find_place("Hải Phòng") != find_place("Hải Dương")


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


_SLUG = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,3}", fullmatch=True)


@given(
    st.sampled_from(list(System)),
    _SLUG,
    st.one_of(st.just(""), _SLUG),
    st.one_of(st.none(), st.integers(1945, 2100)),
    st.one_of(st.just(""), _SLUG),
    st.one_of(st.just(""), _SLUG),
)
def test_every_key_parses_what_it_prints(
    system: System, type_slug: str, symbol: str, year: int | None, place: str, name: str
) -> None:
    key = WorkKey(system, type_slug, symbol, year, place, name)
    assert WorkKey.parse(str(key)) == key


@pytest.mark.parametrize("printed", ["", "state", "moon:luat", "state:luat:1:x", "a:b:c:d:e:f:g"])
def test_what_is_no_key_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r"key|System|int|unpack"):
        WorkKey.parse(printed)
