"""Drawings, fields and headers of Word: what of them is text."""

from __future__ import annotations

from build_tools.model.findings import RemovedReason
from build_tools.normalise import normalise
from build_tools.readers import word
from tests.readers.word_files import docx, level, numbered, numbering, paragraph, part

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def clean(body: str, parts: dict[str, str] | None = None):
    return normalise(word.read(docx(body, parts), "", "a.docx"))


def in_run(content: str) -> str:
    return f"<w:p><w:r><w:t>Sơ đồ.</w:t></w:r><w:r>{content}</w:r></w:p>"


def shapes(*texts: str) -> str:
    return "".join(f'<a:p xmlns:a="{A}"><a:r><a:t>{text}</a:t></a:r></a:p>' for text in texts)


def test_the_words_of_a_diagram_come_after_its_paragraph_and_it_is_said():
    drawing = f'<w:drawing><d:relIds xmlns:d="{DIAGRAM}" xmlns:r="{R}" r:dm="rId9"/></w:drawing>'
    related = f'<Relationship Id="rId9" Type="{R}/diagramData" Target="diagrams/data1.xml"/>'
    model = f'<d:dataModel xmlns:d="{DIAGRAM}">{shapes("Trưởng ban", "", "Ủy viên")}</d:dataModel>'
    parts = {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{related}</Relationships>',
        "word/diagrams/data1.xml": model,
    }
    result = clean(in_run(drawing) + paragraph("Sau."), parts)
    assert result.text.split("\n") == ["Sơ đồ.", "Trưởng ban", "Ủy viên", "Sau."]
    assert [note.code for note in result.diagnostics] == ["word-pictures"]


def test_a_diagram_or_a_chart_without_words_is_said():
    lost = f'<d:relIds xmlns:d="{DIAGRAM}" xmlns:r="{R}" r:dm="rId8"/>'
    chart = f'<c:chart xmlns:c="{CHART}"/>'
    result = clean(in_run(f"<w:drawing>{lost}</w:drawing><w:drawing>{chart}</w:drawing>"))
    assert [(note.code, note.args["count"]) for note in result.diagnostics] == [("word-pictures", "2")]


def test_letters_drawn_along_a_path_and_in_shapes_are_text():
    path = '<w:pict><v:shape><v:textpath string="LỄ CÔNG BỐ"/></v:shape></w:pict>'
    shape = (
        f"<mc:AlternateContent><mc:Choice><w:drawing>{shapes('khung vẽ')}</w:drawing></mc:Choice></mc:AlternateContent>"
    )
    assert clean(in_run(path) + in_run(shape)).text.split("\n") == ["Sơ đồ.", "LỄ CÔNG BỐ", "Sơ đồ.", "khung vẽ"]


def test_what_is_printed_small_above_words_comes_behind_them():
    ruby = "<w:ruby><w:rt><w:r><w:t>Hán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t> chữ</w:t></w:r></w:rubyBase></w:ruby>"
    assert clean(in_run(ruby)).text == "Sơ đồ. chữ Hán"


def test_a_field_without_an_end_hides_nothing():
    broken = '<w:fldChar w:fldCharType="begin"/><w:instrText>REF x</w:instrText><w:t> sau đó</w:t>'
    result = clean(in_run(broken) + paragraph("Đoạn cuối."))
    assert (result.text, result.removed) == ("Sơ đồ. sau đó\nĐoạn cuối.", ())


def test_a_hidden_item_of_a_list_is_not_counted():
    hidden = numbered("ẩn", 1).replace("</w:pPr>", "<w:rPr><w:vanish/></w:rPr></w:pPr>")
    hidden = hidden.replace("<w:r><w:rPr></w:rPr>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    parts = {"word/numbering.xml": numbering(level(0, "decimal", "%1."))}
    result = clean(numbered("một", 1) + hidden + numbered("hai", 1), parts)
    assert result.text == "1. một\n2. hai"
    assert [item.reason for item in result.removed] == [RemovedReason.HIDDEN_TEXT]


HEADER = {
    "word/header1.xml": part("hdr", paragraph("Trang 2")),
    "word/header2.xml": part(
        "hdr", "".join(map(paragraph, ("UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 15/KH-UBND")))
    ),
}


def test_a_letterhead_in_the_header_of_the_first_page_is_text():
    result = clean(paragraph("KẾ HOẠCH"), HEADER)
    assert result.text.split("\n") == [
        "UBND XÃ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 15/KH-UBND", "KẾ HOẠCH",
    ]  # fmt: skip
    assert [item.text for item in result.removed] == ["Trang 2"]


def test_a_letterhead_in_the_text_leaves_the_header_what_it_is():
    result = clean(paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + paragraph("KẾ HOẠCH"), HEADER)
    assert result.text.split("\n") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH"]
    assert len(result.removed) == 2
