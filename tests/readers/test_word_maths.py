"""Formulas of Word as one line of text: nothing lost, and no two numbers run together."""

from __future__ import annotations

import pytest

from build_tools.model.source import MarkKind
from build_tools.normalise import normalise
from build_tools.readers import word
from tests.readers.word_files import docx, paragraph

OLD = "http://schemas.openxmlformats.org/officeDocument/2006/math"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/math"


def t(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def fraction(above: str, below: str) -> str:
    return f"<m:f><m:num>{above}</m:num><m:den>{below}</m:den></m:f>"


SUM = (
    f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{t("i=1")}</m:sub><m:sup>{t("n")}</m:sup>'
    f"<m:e>{t('Li')}</m:e></m:nary>"
)


def clean(formula: str, namespace: str = OLD, element: str = "oMath"):
    body = f'<w:p><w:r><w:t>M = </w:t></w:r><m:{element} xmlns:m="{namespace}">{formula}</m:{element}></w:p>'
    return normalise(word.read(docx(body), "", "a.docx"))


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        (fraction(t("1"), t("2")), "1/2"),
        (fraction(t("Tổng số ngày"), t("26")), "(Tổng số ngày)/26"),
        (fraction(t("A"), fraction(t("B"), t("C"))), "A/(B/C)"),
        (f"<m:rad><m:deg/><m:e>{t('a+b')}</m:e></m:rad>", "√(a+b)"),
        (f"<m:d><m:e>{t('x')}</m:e><m:e>{t('y')}</m:e></m:d>", "(x|y)"),
        (f'<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e>{t("x")}</m:e></m:d>', "[x"),
        (SUM, "∑i=1 n Li"),
        (f"<m:func><m:fName>{t('max')}</m:fName><m:e>{t('x')}</m:e></m:func>", "max x"),
        (f"<m:m><m:mr><m:e>{t('1')}</m:e><m:e>{t('2')}</m:e></m:mr><m:mr><m:e>{t('3')}</m:e></m:mr></m:m>", "1 2; 3"),
        (f"<m:eqArr><m:e>{t('a=1')}</m:e><m:e>{t('b=2')}</m:e></m:eqArr>", "a=1; b=2"),
    ],
)  # fmt: skip
def test_a_formula_is_written_on_one_line(formula, written):
    assert clean(formula).text == f"M = {written}"


def test_raised_and_lowered_letters_are_marked():
    result = clean(f"<m:sSubSup><m:e>{t('L')}</m:e><m:sub>{t('i')}</m:sub><m:sup>{t('2')}</m:sup></m:sSubSup>")
    assert result.text == "M = Li2"
    assert [(m.span.of(result.text), m.kind) for m in result.marks] == [
        ("i", MarkKind.SUBSCRIPT), ("2", MarkKind.SUPERSCRIPT),
    ]  # fmt: skip


def test_formulas_of_the_strict_form_are_read():
    assert clean(t("K = 5"), STRICT).text == "M = K = 5"


def test_a_formula_between_paragraphs_is_a_paragraph():
    body = f'{paragraph("a")}<m:oMathPara xmlns:m="{OLD}"><m:oMath>{t("K = 5")}</m:oMath></m:oMathPara>{paragraph("b")}'
    assert normalise(word.read(docx(body), "", "a.docx")).text.split("\n") == ["a", "K = 5", "b"]
