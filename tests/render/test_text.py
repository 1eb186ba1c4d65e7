"""The text on a document's page: every character of the source, in order, each block with its anchor."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from build_tools.model.anchors import Anchors
from build_tools.model.document import Correction, Document, Metadata
from build_tools.model.source import Block, BlockKind, Mark, MarkKind
from build_tools.model.span import Span
from build_tools.render.inline import HtmlWriter, Layers, Link, MarkdownWriter, inline
from build_tools.render.text import TextOptions, body, body_html, document_text, toc_label
from tests.properties import tried
from tests.render.readback import source_text, squeezed, to_html
from tests.render.sample import INTERNAL, PLAN, Edition, internal_decision, party_plan, plan, sample_library
from tests.render.test_markdown import ANY_TEXT

_KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.RULE, BlockKind.FOOTNOTE]
)


@st.composite
def spans(draw: st.DrawFn, length: int) -> list[Span]:
    """Spans within a text, in order, which do not overlap."""
    cuts = draw(st.lists(st.integers(0, length), max_size=8, unique=True).map(sorted))
    return [Span(start, end) for start, end in list(pairwise(cuts))[::2]]


@st.composite
def documents(draw: st.DrawFn) -> tuple[Document, tuple[Link, ...]]:
    """A document of any blocks, with citations, corrections and emphasis that overlap in any way."""
    paragraphs = draw(st.lists(ANY_TEXT.map(lambda text: text.replace("\n", " ")), min_size=1, max_size=5))
    blocks, text = [], ""
    for words in paragraphs:
        text += "\n" if blocks else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), draw(_KINDS), 1))
        text += words
    corrections = [Correction(span, span.of(text), "SỬA", "lý do") for span in draw(spans(len(text)))]
    marks = [Mark(span, kind) for kind in MarkKind for span in draw(spans(len(text)))]
    links = [
        Link(span, "pb-cite", 'tên "[x]" {y} `z` *', draw(st.sampled_from(["a.md#dieu-3", None])))
        for span in draw(spans(len(text)))
    ]
    document = msgspec.structs.replace(
        party_plan(),
        text=text,
        blocks=tuple(blocks),
        units=(),
        marks=tuple(marks),
        corrections=tuple(corrections),
        metadata=Metadata(),
    )
    return document, tuple(links)


@tried(200)
@given(documents())
def test_every_character_stands_on_the_page_in_order(found: tuple[Document, tuple[Link, ...]]) -> None:
    document, links = found
    layers = Layers(links, document.corrections, document.marks)
    text = document_text(document, Anchors.of(document), TextOptions(layers, layers, {}))
    page = to_html(body(text))
    assert source_text(page) == squeezed(document.text)


@tried(150)
@given(documents())
def test_html_and_markdown_say_the_same(found: tuple[Document, tuple[Link, ...]]) -> None:
    document, links = found
    layers, whole = Layers(links, document.corrections, document.marks), Span(0, len(document.text))
    as_html = inline(document.text, whole, layers, HtmlWriter())
    as_markdown = to_html(f"x{inline(document.text, whole, layers, MarkdownWriter())}")
    assert f"x{source_text(as_html)}" == source_text(as_markdown)


@pytest.mark.parametrize("document", [plan(), party_plan(), internal_decision()], ids=["plan", "party", "internal"])
def test_the_sample_documents_stand_whole_on_their_pages(document: Document) -> None:
    library = sample_library(Edition.INTERNAL)
    entry = next(entry for entry in library.entries.values() if entry.document.sha256 == document.sha256)
    assert source_text(body_html(entry)) == squeezed(document.text)


@pytest.mark.parametrize("work", [PLAN, INTERNAL])
def test_every_block_has_its_anchor_once(work: str) -> None:
    entry = sample_library(Edition.INTERNAL).entries[work]
    anchors = Anchors.of(entry.document)
    ids = [str(id_) for id_ in html.fromstring(body_html(entry)).xpath("//@id")]
    expected = [anchors.name(index) for index in range(len(entry.document.blocks))]
    assert [id_ for id_ in ids if id_ in set(expected)] == expected
    assert len(ids) == len(set(ids))


def test_an_exclamation_mark_before_a_link_makes_no_picture() -> None:
    text = "Nghiêm cấm!Luật Mẫu"
    layers = Layers((Link(Span(11, 19), "pb-cite", "Luật Mẫu", "luat.md"),))
    assert source_text(to_html(inline(text, Span(0, 19), layers, MarkdownWriter()))) == squeezed(text)


def test_labels_are_not_turned_into_lists() -> None:
    page = body_html(sample_library().entries[PLAN])
    assert not re.search(r"<(?:ol|ul|li|hr|blockquote|pre|code)\b", page)


def test_headings_follow_the_outline() -> None:
    tree = html.fromstring(body_html(sample_library().entries[PLAN]))
    found = [(element.tag, element.get("id")) for element in tree.xpath("//h3 | //h4 | //h5")]
    assert found == [
        ("h3", "i"),
        ("h4", "i.1"),
        ("h4", "i.2"),
        ("h3", "ii"),
        ("h4", "ii.1"),
        ("h4", "ii.2"),
        ("h3", "iii"),
    ]


def test_a_correction_shows_what_was_received_and_what_is_read() -> None:
    tree = html.fromstring(body_html(sample_library().entries[PLAN]))
    (fix,) = tree.xpath("//span[@class='pb-fix']")
    assert [(element.tag, element.text) for element in fix] == [("del", "tổ tụng"), ("ins", "tố tụng")]
    assert "lỗi nhận dạng chữ" in fix.get("title")


def test_table_rows_become_one_table_with_a_header() -> None:
    tree = html.fromstring(body_html(sample_library().entries[PLAN]))
    (table,) = tree.xpath("//table")
    assert [cell.text for cell in table.xpath(".//th[@scope='col']")] == ["TT", "Nhiệm vụ", "Cơ quan"]
    assert [cell.text_content() for cell in table.xpath(".//tbody/tr[1]/td")] == [
        "1",
        "Rà soát | thống kê đơn thư",
        "Thanh tra tỉnh",
    ]
    assert table.xpath(".//tr/@id") == ["iii--2", "iii--3", "iii--4"]


def test_emphasis_of_the_source_is_kept() -> None:
    page = body_html(sample_library().entries[PLAN])
    assert "<strong>Phân công thực hiện:</strong>" in page
    assert "<sup>1</sup>" in page


def test_a_unit_that_begins_within_a_block_has_an_anchor_too() -> None:
    document = internal_decision()
    outer = document.units[1]
    inner = msgspec.structs.replace(document.units[2], span=outer.span)
    crowded = msgspec.structs.replace(document, units=(document.units[0], outer, inner, *document.units[3:]))
    layers = Layers()
    text = document_text(crowded, Anchors.of(crowded), TextOptions(layers, layers, {}))
    ids = [str(id_) for id_ in html.fromstring(to_html(body(text))).xpath("//@id")]
    assert {unit.id for unit in crowded.units} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_long_heading_is_cut_after_a_word() -> None:
    document = msgspec.structs.replace(plan(), text="từ " * 60, corrections=())
    label = toc_label(document, Span(0, 180))
    assert label.endswith("từ …")
    assert len(label) <= 90
