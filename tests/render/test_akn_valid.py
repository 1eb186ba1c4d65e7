"""Akoma Ntoso: every export is valid against the official schema, quotes what it changes, and invents no date."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from build_tools.model.decisions import Edition
from build_tools.model.library import Library
from build_tools.render.akn import akn
from build_tools.resolve import resolve
from tests.render.sample import sample_library
from tests.resolve.build import entry, library, metadata
from tests.resolve.reading_texts import ACT, FIRST, entry_of, reading_library

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}
SCHEMA = Path(__file__).parent / "akn_schema" / "akomantoso30.xsd"


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """The official schema (see its NOTICE)."""
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


def exports(found: Library) -> dict[str, etree._Element]:
    return {name: etree.fromstring(akn(one, found)) for name, one in found.entries.items()}


def assert_valid(schema: etree.XMLSchema, root: etree._Element) -> None:
    schema.validate(root)
    assert [f"{error.line}: {error.message}" for error in schema.error_log] == []


@pytest.mark.parametrize("edition", list(Edition))
def test_the_sample_library_is_valid(schema: etree.XMLSchema, edition: Edition) -> None:
    for root in exports(sample_library(edition)).values():
        assert_valid(schema, root)


def test_acts_that_change_each_other_are_valid_and_keep_every_word(schema: etree.XMLSchema) -> None:
    found = reading_library()
    for name, root in exports(found).items():
        assert_valid(schema, root)
        for meta in list(root.iter("{*}meta")):
            meta.getparent().remove(meta)
        assert "".join("".join(root.itertext()).split()) == "".join(found.entries[name].document.text.split())


def test_a_quoted_unit_stands_in_the_order_that_quotes_it() -> None:
    root = exports(reading_library())[FIRST]
    (mod,) = root.xpath("//a:clause[@eId='art_1__cl_1']//a:mod", namespaces=NS)
    assert mod.get("eId") == "art_1__cl_1__mod_1"
    (quoted,) = mod.xpath("a:quotedStructure/a:clause", namespaces=NS)
    assert quoted.get("eId") == "art_1__cl_1__mod_1__qstr_1__cl_1"
    assert "".join(mod.itertext()).strip().startswith("Sửa đổi, bổ sung khoản 1 Điều 4 như sau:")


def test_changes_are_active_modifications() -> None:
    root = exports(reading_library())[FIRST]
    first, added = root.xpath("//a:textualMod", namespaces=NS)[:2]
    assert first.get("type") == "substitution"
    assert first.xpath("a:source/@href", namespaces=NS) == ["#art_1__cl_1__mod_1"]
    (target,) = first.xpath("a:destination/@href", namespaces=NS)
    assert target.endswith("/26-2028-tt-btp/!main~art_4__cl_1")
    assert first.xpath("a:new/@href", namespaces=NS) == ["#art_1__cl_1__mod_1__qstr_1__cl_1"]
    assert (added.get("type"), added.xpath("a:destination/@pos", namespaces=NS)) == ("insertion", ["after"])
    assert root.xpath("count(//a:textualMod[@incomplete='true'])", namespaces=NS) == 3
    assert not set(root.xpath("//a:analysis//@href[starts-with(., '#')]", namespaces=NS)) - {
        f"#{eid}" for eid in root.xpath("//@eId")
    }


def test_the_time_of_effect_is_bounded_by_an_event() -> None:
    root = exports(reading_library())[ACT]
    assert root.xpath("//a:eventRef/@date", namespaces=NS) == ["2029-03-01"]
    assert root.xpath("//a:timeInterval/@start", namespaces=NS) == ["#e_effect"]


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        (None, [("1945-09-02", "not-before")]),
        ("26/2028/TT-BTP", [("2028-01-01", "not-before"), ("2028-12-31", "not-after")]),
    ],
)
def test_an_undated_text_has_bounds_and_no_invented_day(
    schema: etree.XMLSchema, symbol: str | None, expected: list[tuple[str, str]]
) -> None:
    found = library(entry("chua-ro/van-ban", "THÔNG TƯ\nVề mẫu hồ sơ\n", metadata("Thông tư", symbol)))  # type: ignore[arg-type]
    root = exports(found)["chua-ro/van-ban"]
    assert_valid(schema, root)
    dates = root.xpath("//a:FRBRWork/a:FRBRdate", namespaces=NS)
    assert [(one.get("date"), one.get("name")) for one in dates] == expected


def test_all_who_signed_a_joint_act_are_named(schema: etree.XMLSchema) -> None:
    text = """THÔNG TƯ LIÊN TỊCH
Quy định việc phối hợp
Điều 1. Hiệu lực
Thông tư này có hiệu lực từ ngày ký.
KT. BỘ TRƯỞNG BỘ TƯ PHÁP
THỨ TRƯỞNG
Trần Văn Bình
KT. CHÁNH ÁN TÒA ÁN NHÂN DÂN TỐI CAO
PHÓ CHÁNH ÁN
Lê Thị Cúc
"""
    name = "trung-uong/01-ttlt-2031"
    root = exports(resolve({name: entry_of(name, text)}, Edition.PUBLIC))[name]
    assert_valid(schema, root)
    assert root.xpath("//a:TLCPerson/@showAs", namespaces=NS) == ["Trần Văn Bình", "Lê Thị Cúc"]
    assert root.xpath("//a:TLCRole/@showAs", namespaces=NS)[-2:] == ["THỨ TRƯỞNG", "PHÓ CHÁNH ÁN"]
