"""The index holds what the passages say, no more and no less, in the same bytes each time."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.search import SearchPassage, build_index
from build_tools.search import index as index_module
from build_tools.search.digits import decode
from build_tools.search.postings import GAP
from build_tools.search.tokens import tokens
from tests.properties import tried
from tests.search.reading import Index

WORDS = st.lists(st.sampled_from(["thi", "hành", "án", "An", "dân", "quyết", "định", "132-QĐ/TW", "hoà", "hòa", "x"]))
TEXT = WORDS.map(" ".join)


@st.composite
def libraries(draw) -> list[SearchPassage]:
    found = []
    for page in range(draw(st.integers(0, 5))):
        url = f"van-ban/{page}.html"
        found.append(SearchPassage(url, draw(TEXT), draw(TEXT), document=f"D{page}", symbol=f"{page}-QĐ/TW", depth=0))
        for number in range(draw(st.integers(0, 6))):
            depth = draw(st.integers(1, 3))
            cites = tuple(draw(st.sets(st.sampled_from(["1-QĐ/TW", "0-QĐ/TW", "trung-uong/luat-x"]))))
            found.append(SearchPassage(f"{url}#d{number}", draw(TEXT), draw(TEXT), cites=cites, depth=depth))
    return found


def expected(passages: list[SearchPassage]) -> dict[tuple[str, str], dict[int, tuple[int, bool, list[int]]]]:
    """The same postings, counted plainly."""
    places: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    headed = set()
    for number, item in enumerate(passages):
        heading = tokens(item.title)
        for place, word in enumerate(heading):
            places[word.fold, word.form][number].append(place)
            headed.add((word.fold, word.form, number))
        for place, word in enumerate(tokens(item.text), start=len(heading) + GAP if heading else 0):
            places[word.fold, word.form][number].append(place)
    return {
        key: {number: (len(row), (*key, number) in headed, row) for number, row in rows.items()}
        for key, rows in places.items()
    }


@tried(60)
@given(libraries())
def test_every_word_is_found_where_it_stands(passages):
    found = Index(build_index(passages)).postings()
    words = {key: rows for key, rows in found.items() if key[0][0] not in "=@"}
    assert words == expected(passages)


@tried(60)
@given(libraries())
def test_citations_lead_to_the_passages_that_cite(passages):
    found = Index(build_index(passages)).postings()
    for key, symbol in (("=1qdtw", "1-QĐ/TW"), ("=trunguongluatx", "trung-uong/luat-x")):
        citing = [number for number, item in enumerate(passages) if symbol in item.cites]
        assert list(found.get((key, key), ())) == citing


@tried(60)
@given(libraries(), st.integers(1, 40), st.integers(1, 40))
def test_small_shards_hold_the_same_in_order(passages, shard_size, text_size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index_module, "SHARD_SIZE", shard_size)
        patch.setattr(index_module, "TEXT_SIZE", text_size)
        small = Index(build_index(passages))
    assert small.postings() == Index(build_index(passages)).postings()
    assert small.texts() == [(item.url, item.title, item.text) for item in passages]
    shards = [list(small.parts["s"][number]) for number in sorted(small.parts["s"])]
    assert small.meta["keys"] == [shard[0] for shard in shards]
    keys = [key for shard in shards for key in shard]
    assert keys == sorted(keys, key=lambda key: key.encode("utf-16-be"))


@tried(60)
@given(libraries())
def test_the_same_passages_give_the_same_bytes(passages):
    assert build_index(iter(passages)) == build_index(passages)


def test_passages_nest_by_depth():
    depths = [0, 1, 2, 2, 1, 3, 3, 2, 0, 1]
    urls = ["a.html"] * 8 + ["b.html"] * 2
    passages = [SearchPassage(f"{u}#{n}", "", "x", depth=d) for n, (u, d) in enumerate(zip(urls, depths, strict=True))]
    assert decode(Index(build_index(passages)).meta["spans"]) == [7, 2, 0, 0, 3, 0, 0, 0, 1, 0]


def test_numbers_lead_to_works():
    passages = [
        SearchPassage("a.html", "A", "", symbol="132-QĐ/TW", type_name="Quy định", depth=0),
        SearchPassage("a.html#1", "A1", "", symbol="132-QĐ/TW", type_name="Quy định"),
        SearchPassage("b.html", "B", "", symbol="132/KH-UBND", type_name="Kế hoạch", depth=0),
        SearchPassage("c.html", "C", "", symbol="05/2025/NQ-CP", depth=0),
    ]
    shard = Index(build_index(passages)).parts["s"][0]
    assert shard["#132"] == ["132 qd tw", "quy dinh", 0, "132 kh ubnd", "ke hoach", 2]
    assert shard["#5"] == ["5 2025 nq cp", "", 3]


def test_the_files_of_one_index_bear_one_stamp():
    one = Index(build_index([SearchPassage("a.html", "A", "x", depth=0)]))
    other = Index(build_index([SearchPassage("a.html", "A", "y", depth=0)]))
    assert len(one.stamps) == len(other.stamps) == 1
    assert one.stamps != other.stamps


def test_an_empty_library_has_an_index_too():
    files = build_index([])
    assert list(files) == ["tim-kiem/meta.js"]
    assert Index(files).meta["keys"] == []


def test_text_cannot_leave_its_string():
    evil = 'a");alert(1);//\u2028</script>\\" x'
    files = build_index([SearchPassage("a.html", evil, evil, document=evil, kind=evil, place=evil, depth=0)])
    assert Index(files).texts() == [("a.html", evil, evil)]
    assert "\u2028" not in b"".join(files.values()).decode()
