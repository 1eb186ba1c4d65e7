"""Signs that fonts draw in the places of letters, in Word files and PDFs."""

from __future__ import annotations

import pytest

from build_tools.data.tables import read_table
from build_tools.normalise import normalise
from build_tools.readers import pdf as reader
from build_tools.readers import word
from build_tools.readers.signs import SymbolLetter
from tests.readers.pdf_files import pdf
from tests.readers.word_files import docx, level, numbered, numbering, paragraph


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Symbol", "F0B3", "≥"), ("Symbol", "f0a3", "≤"), ("Symbol", "F0B7", "•"), ("Symbol", "B1", "±"),
        ("Wingdings", "F06C", "●"), ("Wingdings", "F0FE", "☑"), ("Wingdings", "F0A7", "▪"),
        ("Tahoma", "F0FC", "✓"), ("Webdings", "F061", "□"), ("Symbol", "so", "□"), ("Symbol", "-7FFFFFFF", "□"),
    ],
)  # fmt: skip
def test_a_sign_that_was_put_in(font, code, sign):
    body = f'<w:p><w:r><w:t>không </w:t><w:sym w:font="{font}" w:char="{code}"/><w:t> 5</w:t></w:r></w:p>'
    assert normalise(word.read(docx(body), "", "a.docx")).text == f"không {sign} 5"


def test_a_run_in_such_a_font():
    body = paragraph("\uf0b3 b", run='<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')
    assert normalise(word.read(docx(body), "", "a.docx")).text == "≥ β"


def test_private_characters_in_another_font_are_what_they_usually_mean():
    body = paragraph("\uf0b7 a \uf0e5")
    assert normalise(word.read(docx(body), "", "a.docx")).text == "• a \uf0e5"


@pytest.mark.parametrize(
    ("font", "sign"), [("ABCDEF+SymbolMT", "≥"), ("Wingdings-Regular", "\uf0b3"), ("Times-Roman", "\uf0b3")]
)
def test_signs_of_a_pdf(font, sign):
    data = pdf([[(60.0, 700.0, "\uf0b3 5 mg")]]).replace(b"/BaseFont /Times-Roman", f"/BaseFont /{font}".encode())
    assert normalise(reader.read(data, "", "a.pdf")).text == f"{sign} 5 mg"


def test_the_bullets_of_a_list_are_drawn_by_their_font():
    items = level(0, "bullet", "\uf0a7", more='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')
    parts = {"word/numbering.xml": numbering(items, level(0, "bullet", "o"))}
    text = normalise(word.read(docx(numbered("Rà soát", 1) + numbered("Báo cáo", 2), parts), "", "a.docx")).text
    assert text == "▪ Rà soát\n○ Báo cáo"


def test_every_row_of_the_table_is_a_code_and_one_sign():
    rows = read_table("symbol_fonts", SymbolLetter)
    assert all(len(row.letter) == 1 and 0x20 < int(row.code, 16) < 0x100 for row in rows)
    assert len({(row.font, row.code) for row in rows}) == len(rows)
