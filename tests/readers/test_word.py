"""Word: the text as Word shows it, and what is refused."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, MarkKind
from build_tools.normalise import normalise
from build_tools.readers import sniff, word
from build_tools.received import received_words
from tests.properties import tried
from tests.readers.word_files import docx, level, numbered, numbering, paragraph, part

LEGAL = level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)")
PARTY = level(0, "upperRoman", "%1-") + level(1, "decimal", "%1.%2-", more="<w:isLgl/>") + level(2, "bullet", "\uf0b7")


def clean(body: str, parts: dict[str, str] | None = None):
    return normalise(word.read(docx(body, parts), "", "a.docx"))


def lines(body: str, parts: dict[str, str] | None = None) -> list[str]:
    return clean(body, parts).text.split("\n")


def refusal(data: bytes) -> str:
    with pytest.raises(DocumentError) as caught:
        word.read(data, "", "a.docx")
    assert caught.value.file == "a.docx"
    return caught.value.code


def test_automatic_numbers_are_computed():
    body = "".join(numbered("x", 1, depth) for depth in (0, 1, 1, 2, 2, 0, 1, 2))
    assert lines(body, {"word/numbering.xml": numbering(LEGAL)}) == [
        "Điều 1. x", "1. x", "2. x", "a) x", "b) x", "Điều 2. x", "1. x", "a) x",
    ]  # fmt: skip


def test_levels_quote_higher_levels_and_legal_numbering_writes_digits():
    body = "".join(numbered("x", 1, depth) for depth in (0, 1, 1, 2, 0, 1))
    assert lines(body, {"word/numbering.xml": numbering(PARTY)}) == [
        "I- x",
        "1.1- x",
        "1.2- x",
        "• x",
        "II- x",
        "2.1- x",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    [(". Phạm vi", "Điều 1. Phạm vi"), ("", "Điều 1"), ("Phạm vi", "Điều 1 Phạm vi"), (" Phạm vi", "Điều 1 Phạm vi")],
)
def test_a_label_that_nothing_parts_from_its_text(text, written):
    items = level(0, "decimal", "Điều %1", more='<w:suff w:val="nothing"/>')
    assert lines(numbered(text, 1), {"word/numbering.xml": numbering(items)}) == [written]


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        ("vietnameseCounting", ["Phần thứ một", "Phần thứ hai"]),
        ("numberInDash", ["Phần thứ - 1 -", "Phần thứ - 2 -"]),
        ("decimalEnclosedCircle", ["Phần thứ ①", "Phần thứ ②"]),
    ],
)
def test_further_ways_of_writing_numbers(style, labels):
    parts = {"word/numbering.xml": numbering(level(0, style, "Phần thứ %1"))}
    assert lines(numbered("x", 1) * 2, parts) == [f"{label} x" for label in labels]


def test_columns_laid_out_with_tabs_are_parted():
    rows = (
        ("UBND TỈNH HÀ GIANG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 12/KH-STP", "Hà Giang, ngày 05 tháng 3 năm 2026"),
        ("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
        ("- Như trên;", "KT. CHỦ TỊCH"),
        ("- Lưu: VT.", "Nguyễn Văn Bình"),
    )
    body = "".join(f"<w:p><w:r><w:t>{a}</w:t><w:tab/><w:t>{b}</w:t></w:r></w:p>" for a, b in rows)
    assert lines(body) == [column for row in rows for column in row]


@pytest.mark.parametrize(("label", "heading"), [("II.", "MỤC ĐÍCH, YÊU CẦU"), ("-", "Rà soát"), ("1.", "TỔ CHỨC")])
def test_a_tab_behind_a_label_parts_no_columns(label, heading):
    assert lines(f"<w:p><w:r><w:t>{label}</w:t><w:tab/><w:t>{heading}</w:t></w:r></w:p>") == [f"{label} {heading}"]


def test_a_table_of_one_column_is_a_frame_around_paragraphs():
    inside = "".join(map(paragraph, ("Điều 9. Trong khung", "1. Khoản một.", "2. Khoản hai.")))
    found = clean(paragraph("trước") + f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>")
    assert found.text.split("\n") == ["trước", "Điều 9. Trong khung", "1. Khoản một.", "2. Khoản hai."]
    assert {block.kind for block in found.blocks} == {BlockKind.PARAGRAPH}


def test_lists_of_one_definition_count_on_unless_told_to_start_anew():
    extra = (
        '<w:num w:numId="8"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered("a", 1) + numbered("b", 8) + numbered("c", 9) + numbered("d", 9) + numbered("e", 1)
    parts = {"word/numbering.xml": numbering(level(0, "decimal", "%1."), extra=extra)}
    assert lines(body, parts) == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_numbers_come_from_styles_too_and_a_zero_list_has_none():
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>',
    )
    body = (
        paragraph("một", '<w:pStyle w:val="Dieu"/>')
        + paragraph("hai", '<w:pStyle w:val="Con"/>')
        + paragraph("không", '<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    result = clean(body, {"word/numbering.xml": numbering(LEGAL), "word/styles.xml": styles})
    assert result.text.split("\n") == ["Điều 1. một", "Điều 2. hai", "không"]
    assert {block.kind for block in result.blocks} == {BlockKind.HEADING}


def test_a_numbered_cell_without_text_shows_its_number():
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    body = (
        "<w:tbl>"
        + row.format(numbered("", 1), paragraph("a"))
        + row.format(numbered("", 1), paragraph("b"))
        + "</w:tbl>"
    )
    assert lines(body, {"word/numbering.xml": numbering(level(0, "decimal", "%1"))}) == ["1\ta", "2\tb"]


def test_tables_letterheads_merged_cells_and_nested_tables():
    letterhead = (
        f"<w:tbl><w:tr><w:tc>{paragraph('TỈNH ỦY A')}{paragraph('*')}{paragraph('Số 84-KH/TU')}</w:tc>"
        f"<w:tc>{paragraph('ĐẢNG CỘNG SẢN VIỆT NAM')}</w:tc></w:tr></w:tbl>"
    )
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('trong')}</w:tc><w:tc>{paragraph('nữa')}</w:tc></w:tr></w:tbl>"
    data = (
        f"<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>{paragraph('đầu')}</w:tc><w:tc>{paragraph('x')}"
        f"</w:tc></w:tr><w:tr><w:tc>{paragraph('1')}</w:tc><w:tc>{inner}</w:tc><w:tc>{paragraph('z')}</w:tc></w:tr></w:tbl>"
    )
    assert lines(letterhead + data) == [
        "TỈNH ỦY A", "*", "Số 84-KH/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "đầu\t\tx", "1\ttrong nữa\tz",
    ]  # fmt: skip


def test_hidden_text_fields_breaks_and_special_characters():
    body = (
        "<w:p><w:r><w:t>Số 27</w:t><w:noBreakHyphen/><w:t>NQ/TW</w:t><w:tab/><w:t>ngày</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText><w:t>mã</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/><w:t> 27/10</w:t><w:fldChar w:fldCharType="end"/></w:r>'
        "<w:r><w:rPr><w:caps/></w:rPr><w:t> hoa</w:t><w:br/><w:t>KT. CHỦ</w:t></w:r><w:r><w:t> TỊCH</w:t></w:r></w:p>"
    )
    result = clean(body)
    assert result.text.split("\n") == ["Số 27-NQ/TW ngày 27/10 HOA", "KT. CHỦ TỊCH"]
    assert [(item.reason, item.text) for item in result.removed] == [
        (RemovedReason.HIDDEN_TEXT, "ẩn"), (RemovedReason.HIDDEN_TEXT, "mã"),
    ]  # fmt: skip


END = '<w:fldChar w:fldCharType="end"/>'


def test_a_box_in_the_code_of_a_field_is_recorded():
    box = f"<w:pict><w:txbxContent>{paragraph('trong khung')}</w:txbxContent></w:pict>"
    result = clean(f'<w:p><w:r><w:t>Luật</w:t><w:fldChar w:fldCharType="begin"/>{box}{END}</w:r></w:p>')
    assert (result.text, [item.text for item in result.removed]) == ("Luật", ["trong khung"])


def test_a_note_that_nothing_refers_to_is_recorded():
    notes = part("footnotes", f'<w:footnote w:id="2">{paragraph("thừa")}</w:footnote>')
    result = clean(paragraph("Luật"), {"word/footnotes.xml": notes})
    assert (result.text, [(r.reason, r.text) for r in result.removed]) == (
        "Luật",
        [(RemovedReason.HIDDEN_TEXT, "thừa")],
    )


def test_notes_follow_the_text_with_their_numbers():
    reference = '<w:p><w:r><w:t>Luật</w:t></w:r><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    notes = part(
        "footnotes",
        '<w:footnote w:id="0"><w:p/></w:footnote>'
        f'<w:footnote w:id="7">{paragraph("sau")}</w:footnote><w:footnote w:id="3">{paragraph("trước")}</w:footnote>',
    )
    result = clean(reference.format(3) + reference.format(7), {"word/footnotes.xml": notes})
    assert result.text.split("\n") == ["Luật1", "Luật2", "1 trước", "2 sau"]
    assert [block.kind for block in result.blocks][2:] == [BlockKind.FOOTNOTE] * 2
    raised = [mark.span.of(result.text) for mark in result.marks if mark.kind is MarkKind.SUPERSCRIPT]
    assert raised == ["1", "2", "1", "2"]


def test_text_boxes_are_read_once_after_their_paragraph():
    box = f"<wps:txbx><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></v:textbox></w:pict>"
    run = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(f"<w:p><w:r><w:t>Neo</w:t></w:r>{run}</w:p>" + paragraph("Sau")) == ["Neo", "Trong khung", "Sau"]
    assert lines(f"<w:p><w:r>{old}</w:r></w:p>") == ["Trong khung"]


def test_headers_footers_and_drawn_watermarks_are_recorded():
    header = part("hdr", paragraph("Đầu trang") + '<w:p><w:r><w:pict><v:textpath string="MẬT"/></w:pict></w:r></w:p>')
    result = clean(paragraph("Nội dung"), {"word/header1.xml": header, "word/header2.xml": header,
                                           "word/footer1.xml": part("ftr", paragraph("Trang 1"))})  # fmt: skip
    assert result.text == "Nội dung"
    assert {(item.reason.value, item.text) for item in result.removed} == {
        ("running-header", "Đầu trang"), ("watermark", "MẬT"), ("running-footer", "Trang 1"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("font", "written", "meant"),
    [
        (".VnTime", "Céng hoµ x· héi chñ nghÜa", "Cộng hoà xã hội chủ nghĩa"),
        (".VnTimeH", "Céng hoµ", "CỘNG HOÀ"),
        ("VNI-Times", "Coäng hoøa xaõ hoäi", "Cộng hòa xã hội"),
        ("Times New Roman", "café", "café"),
    ],
)
def test_old_fonts_tell_their_encoding(font, written, meant):
    assert lines(paragraph(written, run=f'<w:rFonts w:ascii="{font}"/>')) == [meant]


def test_open_wording_is_refused():
    for tag in ("ins", "del", "moveTo"):
        body = paragraph("a") + f"<w:p><w:{tag}><w:r><w:t>mới</w:t></w:r></w:{tag}></w:p>"
        assert refusal(docx(body)) == "word-tracked-changes"
    comments = {"word/comments.xml": part("comments", f'<w:comment w:id="1">{paragraph("sửa")}</w:comment>')}
    assert refusal(docx('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>', comments)) == "word-comments"


def test_unsafe_and_damaged_packages_are_refused():
    whole = docx(paragraph("a"))
    assert refusal(whole[: len(whole) // 2]) == "file-damaged"
    assert refusal(docx("<w:p>")) == "file-damaged"
    assert refusal(docx(paragraph("a"), {"word/../../x.xml": "<a/>"})) == "package-unsafe"
    assert refusal(docx(paragraph("a"), {"word/media.xml": " " * 50_000_000})) == "package-unsafe"
    entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles xmlns:w="a">&x;</w:styles>'
    assert refusal(docx(paragraph("a"), {"word/styles.xml": entity})) == "package-unsafe"
    assert refusal(docx("<w:sdt>" * 400 + "</w:sdt>" * 400)) == "file-damaged"


def test_a_damaged_member_is_refused():
    data = bytearray(docx(paragraph("một hai ba " * 50), compression=zipfile.ZIP_DEFLATED))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 30] = bytes(30)
    assert refusal(bytes(data)) == "file-damaged"


TEXT = st.sampled_from(["Điều", "1.", "số 15/2020", "&amp;", "", " ", "e\u0302", "TM. ỦY BAN", "và", "a\u200bb"])
BEFORE = st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:tab/>", "<w:br/>", "<w:rPr><w:vanish/></w:rPr>"])
RUN = st.builds(lambda text, before: f"<w:r>{before}<w:t>{text}</w:t></w:r>", TEXT, BEFORE)
PARAGRAPH = st.lists(RUN, max_size=4).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")
TABLE = st.lists(st.lists(PARAGRAPH, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: (
        "<w:tbl>" + "".join(f"<w:tr>{''.join(f'<w:tc>{c}</w:tc>' for c in r)}</w:tr>" for r in rows) + "</w:tbl>"
    )
)


@given(st.lists(st.one_of(PARAGRAPH, TABLE), min_size=1, max_size=6).map("".join))
@tried()
def test_no_word_of_any_word_file_is_lost(body):
    data = docx(paragraph("đầu") + body)
    source = word.read(data, "", "a.docx")
    result = normalise(source)
    assert check_clean(source, result) is None
    found = "".join(sorted("".join([*words(result.text), *(w for item in result.removed for w in words(item.text))])))
    assert found == "".join(sorted("".join(received_words(data, "docx"))))


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    """A part with relations, each kind to its target."""
    items = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def test_parts_are_found_where_the_package_says_they_are():
    """Word on the web and some servers name them otherwise, and some programs write paths as Windows does."""
    parts = {
        "_rels/.rels": relations(officeDocument="word/document2.xml"),
        "word/_rels/document2.xml.rels": relations(numbering="/word/numbering3.xml", styles="styles2.xml"),
        "word/document2.xml": part("document", f"<w:body>{numbered('Phạm vi', 1)}</w:body>"),
        "word/numbering3.xml": numbering(LEGAL),
    }
    whole = docx("", parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as archive, zipfile.ZipFile(buffer, "w") as changed:
        for name in archive.namelist():
            if name != "word/document.xml":
                changed.writestr(name.replace("/", "\\"), archive.read(name))
    data = buffer.getvalue()
    assert sniff(data, "a.docx") == "docx"
    assert normalise(word.read(data, "", "a.docx")).text == "Điều 1. Phạm vi"
    assert received_words(data, "docx") == words("Phạm vi")


def test_a_list_may_be_linked_to_a_style_of_lists():
    styles = part(
        "styles",
        '<w:style w:type="numbering" w:styleId="VanBan"><w:name w:val="Văn bản"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
    )
    linked = '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
    definition = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="VanBan"/></w:abstractNum>'
    body = numbered("a", 1) + numbered("b", 2) + numbered("c", 2, 1)
    parts = {"word/numbering.xml": numbering(LEGAL, extra=definition + linked), "word/styles.xml": styles}
    assert lines(body, parts) == ["Điều 1. a", "Điều 2. b", "1. c"]


def test_a_start_of_its_own_holds_each_time_a_level_begins_anew():
    own = (
        '<w:num w:numId="9"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num>'
    )
    body = "".join(numbered("x", 9, depth) for depth in (0, 1, 1, 0, 1))
    assert lines(body, {"word/numbering.xml": numbering(LEGAL, extra=own)}) == [
        "Điều 1. x", "3. x", "4. x", "Điều 2. x", "3. x",
    ]  # fmt: skip


def test_whole_files_of_other_formats_are_refused():
    assert refusal(docx(paragraph("Điều 1.") + '<w:altChunk w:id="x"/>')) == "word-foreign-parts"


def test_pictures_and_objects_whose_text_cannot_be_read_are_said():
    blip = '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    body = (
        paragraph("Công thức:")
        + '<w:p><w:r><w:object><v:shape><v:imagedata src="a.wmf"/></v:shape></w:object></w:r></w:p>'
        + f"<w:p><w:r><w:drawing>{blip}</w:drawing></w:r>"
        + "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r></w:p>"
    )
    found = [(note.code, note.line, note.args) for note in word.read(docx(body), "", "a.docx").diagnostics]
    assert found == [("word-objects", 2, {"count": "1"}), ("word-pictures", 3, {"count": "2"})]


def test_files_with_programs_in_them_are_refused():
    assert refusal(docx(paragraph("a"), {"word/vbaProject.bin": "x"})) == "file-macros"


def test_words_that_are_struck_out_are_said():
    body = paragraph("a") + paragraph("bỏ", run="<w:strike/>") + paragraph("còn", run='<w:strike w:val="0"/>')
    found = word.read(docx(body), "", "a.docx").diagnostics
    assert [(note.code, note.line, note.args) for note in found] == [("struck-out", 2, {"count": "1"})]
