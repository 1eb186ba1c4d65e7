"""What of a library can be found, and under which address."""

from __future__ import annotations

import pytest

from build_tools.i18n import use_language
from build_tools.model.anchors import Anchors
from build_tools.model.decisions import Edition
from build_tools.search import build_index, passages_of
from build_tools.search.tokens import tokens
from tests.render import sample


@pytest.fixture(scope="module")
def passages():
    return list(passages_of(sample.sample_library()))


def words(text: str) -> list[str]:
    return [item.form for item in tokens(text)]


def test_every_word_of_a_document_can_be_found(passages):
    for id_, entry in sample.sample_library().entries.items():
        text = entry.document.text
        for item in sorted(entry.document.corrections, key=lambda item: item.span, reverse=True):
            text = text[: item.span.start] + item.replacement + text[item.span.end :]
        found = {
            word
            for item in passages
            if item.page == f"van-ban/{id_}.html"
            for word in words(f"{item.title} {item.text}")
        }
        assert set(words(text)) <= found


def test_addresses_are_those_of_the_anchors(passages):
    for id_, entry in sample.sample_library().entries.items():
        anchors = Anchors.of(entry.document)
        names = {anchors.name(number) for number in range(len(entry.document.blocks))}
        found = [item.anchor for item in passages if item.page == f"van-ban/{id_}.html"]
        assert found[0] == ""
        assert set(found[1:]) <= names
        assert len(set(found)) == len(found)


def test_passages_of_a_page_come_together_with_the_page_first(passages):
    pages = [item.page for item in passages]
    assert len({page for page, before in zip(pages, [None, *pages], strict=False) if page != before}) == len(set(pages))
    firsts = {item.page: item for item in reversed(passages)}
    assert all(item.depth == 0 and not item.anchor for item in firsts.values())
    assert all(item.depth > 0 for item in passages if item.anchor)


def test_units_are_named_as_one_reads_them(passages):
    titles = {item.anchor: item.title for item in passages if item.page == f"van-ban/{sample.PLAN}.html"}
    assert titles["ii.1"] == "II.1. Xây dựng quy chế tiếp nhận đơn thư"
    assert titles["i.2.gach-1"] == "mục I.2"
    assert titles["noi-nhan"] == "nơi nhận"


def test_passages_know_what_they_cite_and_whom_they_charge(passages):
    by_url = {item.url: item for item in passages}
    preamble = by_url[f"van-ban/{sample.PLAN}.html#can-cu"]
    assert preamble.cites == ("34-KH/TU", "trung-uong/luat-mau-2019")
    task = by_url[f"van-ban/{sample.PLAN}.html#ii.1"]
    assert ("so_tu_phap", "Sở Tư pháp") in task.roles
    assert task.place == "Quảng Trị"
    assert task.kind == "Kế hoạch"


def test_absent_works_guides_and_families_are_pages_too(passages):
    by_url = {item.url: item for item in passages}
    absent = by_url[f"van-ban/{sample.REGULATION}.html"]
    assert not absent.held
    assert absent.symbol == "999-QĐ/TW"
    assert by_url["vai-tro/ubnd-xa.html"].title == "Ủy ban nhân dân xã, phường, đặc khu"
    assert by_url[f"nhom/{sample.FAMILY}.html"].kind == "Nhóm văn bản"


def test_the_public_index_holds_only_the_public_library():
    public = build_index(passages_of(sample.sample_library()))
    internal = build_index(passages_of(sample.sample_library(Edition.INTERNAL)))
    secret = b"van-ban/" + sample.INTERNAL.encode()
    assert any(secret in data for data in internal.values())
    assert not any(secret in data for data in public.values())


def test_words_are_in_the_language_of_the_site():
    with use_language("en"):
        kinds = {item.kind for item in passages_of(sample.sample_library())}
    assert "Role guide" in kinds
