"""Spans map back: what a unit or a citation says stands on the line, and the page, of the file that it names."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.annotate import annotate
from build_tools.grammar.words import words
from build_tools.model.document import Document
from build_tools.model.source import CleanText, SourceText
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.pipeline.analyse import analyse
from build_tools.readers import read
from build_tools.structure import outline
from tests.fidelity.test_fidelity import REAL
from tests.normalise.cases import source
from tests.properties import tried
from tests.readers.pdf_files import pdf


def on_first_line(clean: CleanText | Document, span: Span) -> tuple[int, int | None, list[str]]:
    """The line and the page on which a span begins, and its words that stand on that line."""
    offsets = [origin.offset for origin in clean.origins] + [len(clean.text)]
    index = max(i for i, offset in enumerate(offsets[:-1]) if offset <= span.start)
    origin = clean.origins[index]
    return origin.line, origin.page, words(clean.text[span.start : min(span.end, offsets[index + 1])])


def holds(line: list[str], part: list[str]) -> bool:
    """Whether `part` stands in `line` in one piece; a span may end before the number of a note (`nghiệp1`)."""
    return "".join(part) in "".join(line)


def in_order(part: list[str], line: list[str]) -> bool:
    """The same for a line out of which something was cut: the words of `part` stand in it in their order."""
    rest = iter(line)
    return all(word in rest for word in part)


def every_part_stands_on_its_line(source: SourceText, clean: CleanText | Document, spans: list[Span]) -> None:
    cut = {item.line for item in clean.removed}
    lines: dict[tuple[int, int | None], list[str]] = {}
    for item in source.lines:
        lines.setdefault((item.number, item.page), []).extend(words(item.text))
    for span in spans:
        line, page, part = on_first_line(clean, span)
        stands = holds(lines[line, page], part) or (line in cut and in_order(part, lines[line, page]))
        assert stands, (line, page, part)


@pytest.mark.corpus
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:50])
def test_units_and_citations_of_a_real_document_lead_to_their_lines(path: Path, analysed):
    document = analysed(path)
    received = read(path, file=path.name)
    spans = [*(unit.span for unit in document.units), *(citation.span for citation in document.citations)]
    every_part_stands_on_its_line(received, document, spans)
    clean = normalise(received)
    assert [unit.line for unit in document.units] == [clean.line_at(unit.span.start) for unit in document.units]
    if received.format == "text":
        raw = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for span in spans:
            line, _, part = on_first_line(document, span)
            assert holds(words(raw[line - 1]), part), (line, part)


@pytest.mark.corpus
@pytest.mark.parametrize("path", [p for p in REAL if p.suffix == ".pdf"], ids=lambda path: path.name[:50])
def test_what_a_pdf_says_stands_on_the_page_that_is_named(path: Path):
    pages = [
        Counter(words(page.get_textpage().get_text_range().replace("\x02", "-")))
        for page in pypdfium2.PdfDocument(path)
    ]
    clean = normalise(read(path, file=path.name))
    ends = [*(origin.offset for origin in clean.origins), len(clean.text)]
    for origin, (start, end) in zip(clean.origins, pairwise(ends), strict=True):
        assert origin.page is not None
        assert not Counter(words(clean.text[start:end])) - pages[origin.page - 1]


PIECES = st.sampled_from(
    [
        *(
            "Điều 1. Phạm vi",
            "Điều 2.",
            "1.",
            "a)",
            "đ)",
            "- ",
            "Khoản 1 Điều 5",
            "Quy định số 132-QĐ/TW",
            "27-",
            "NQ/TW",
        ),
        *(
            "Luật số 15/2020/QH14",
            "ngày 27/10/2023",
            "CÔNG BÁO/Số 1/Ngày 1-1-2026",
            "12",
            "Nơi nhận:",
            "KẾ HOẠCH",
            "\u00ad",
        ),
        *(
            "điểm a khoản 2 Điều 3",
            "của Chính phủ",
            "và",
            "I. MỤC ĐÍCH",
            "Ð",
            "e\u0302\u0301",
            "    ",
            "\f",
            "“",
            "”",
            ";",
        ),
    ]
)
TEXTS = st.lists(st.lists(PIECES, max_size=5).map(" ".join), max_size=20).map("\n".join)


@given(TEXTS)
@tried()
def test_units_and_citations_of_any_text_lead_to_their_lines(text):
    received = source(text)
    clean = normalise(received)
    found = outline(clean)
    spans = [*(unit.span for unit in found.units), *(c.span for c in annotate(clean, found).citations)]
    every_part_stands_on_its_line(received, clean, spans)


def test_a_citation_on_the_third_page_of_a_pdf_names_that_page(tmp_path):
    page = [(60.0, 780.0 - 18 * n, f"Điều {n}. Căn cứ Quy định số 13{n}-QĐ/TW của Bộ Chính trị") for n in range(1, 9)]
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([page[:3], page[3:6], page[6:]]))
    document = analyse(path, file="a.pdf")
    pages = [on_first_line(document, citation.span)[1] for citation in document.citations]
    assert pages == [1, 1, 1, 2, 2, 2, 3, 3]
