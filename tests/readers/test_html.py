"""HTML: the document, not the site around it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind
from build_tools.normalise import normalise
from build_tools.readers import html_page
from build_tools.received import received_words
from tests.properties import tried
from tests.work import ends


def page(text: str | bytes):
    return html_page.read(text.encode() if isinstance(text, str) else text, "", "a.htm")


def blocks(text: str | bytes) -> list[str]:
    return normalise(page(text)).text.split("\n")


PORTAL = """<!DOCTYPE html><html><head><title>Cổng</title><script>track()</script><style>p{}</style></head><body>
<header>Cổng thông tin <form><input value="x"><button>Tìm</button></form></header>
<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/vb">Văn bản</a></li></ul></nav>
<div class="content-detail">
<p>Điều 1. Phạm vi điều chỉnh của Quyết định này đối với các cơ quan</p>
<p style="display: none">ẩn đi</p>
<ol start="3" type="a"><li>Điểm c</li><li value="5"><p>Điểm e</p></li></ol>
<ul><li>gạch đầu dòng</li></ul>
<p>Hết.<img src="http://x.vn/dau.png" alt="dấu đỏ"></p><script>alert(1)</script>
</div><div class="related-news"><a href="#">Tin khác</a></div><footer>Bản quyền</footer></body></html>"""


def test_a_portal_page_gives_its_document_and_records_the_rest():
    clean = normalise(page(PORTAL))
    assert clean.text.split("\n") == [
        "Điều 1. Phạm vi điều chỉnh của Quyết định này đối với các cơ quan",
        "c. Điểm c",
        "e. Điểm e",
        "- gạch đầu dòng",
        "Hết.",
    ]
    removed = {(item.reason, item.text) for item in clean.removed}
    assert (RemovedReason.HIDDEN_TEXT, "ẩn đi") in removed
    assert (RemovedReason.IMAGE, "dấu đỏ") in removed
    assert (RemovedReason.ACTIVE_CONTENT, "alert(1)") in removed
    assert {"Trang chủ", "Tin khác", "Bản quyền"} <= {text for reason, text in removed if reason == "site-chrome"}


def test_a_page_without_marked_content_keeps_all_that_is_no_menu():
    assert blocks("<body><div><p>Điều 1</p></div><footer>Liên hệ</footer><p>Điều 2</p></body>") == ["Điều 1", "Điều 2"]


def test_a_letterhead_table_becomes_paragraphs_and_a_data_table_rows():
    clean = normalise(
        page(
            "<table><tr><td><p>ỦY BAN NHÂN DÂN</p><p>TỈNH A</p></td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
            "Độc lập - Tự do - Hạnh phúc</td></tr></table>"
            "<table><tr><th>TT</th><th colspan=2>Việc</th></tr><tr><td>1</td><td>a<p>b</p></td><td></td></tr></table>"
        )
    )
    assert clean.text.split("\n") == [
        "ỦY BAN NHÂN DÂN", "TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "TT\tViệc\t", "1\ta b\t",
    ]  # fmt: skip
    assert [block.table for block in clean.blocks][-2:] == [2, 2]


def test_a_cell_over_several_rows_leaves_its_column_empty_below():
    clean = normalise(
        page(
            "<table><tr><th rowspan=2>TT</th><th rowspan=2>Việc</th><th colspan=2>Phân công</th></tr>"
            "<tr><th>Chủ trì</th><th>Phối hợp</th></tr>"
            "<tr><td>1</td><td>a</td><td rowspan=2>Sở X</td><td>Sở Y</td></tr>"
            "<tr><td>2</td><td>b</td><td>Sở Z</td></tr></table>"
        )
    )
    assert clean.text.split("\n") == [
        "TT\tViệc\tPhân công\t", "\t\tChủ trì\tPhối hợp", "1\ta\tSở X\tSở Y", "2\tb\t\tSở Z",
    ]  # fmt: skip


def test_words_of_inline_elements_are_not_torn_apart_and_line_ends_are_spaces():
    assert blocks("<p>132-Q<b>Đ</b>/TW\nngày<sup>1</sup>\n27/10\n5. năm</p>") == ["132-QĐ/TW ngày1 27/10 5. năm"]


def test_footnotes_of_word_pages_and_headings():
    clean = normalise(page("<h2>I. MỤC</h2><p>a</p><div style='mso-element:footnote'><p>[1] Ghi chú</p></div>"))
    assert [block.kind for block in clean.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE]


def test_thousands_of_empty_lines_in_a_page_take_linear_time():
    with ends():
        assert blocks("<p>a</p><table><td>" + "\n" * 400_000 + "b") == ["a", "b"]


def test_text_behind_the_body_is_text():
    assert blocks("<html><body><p>Một</p></body>Hai</html>Ba<p>Bốn</p>") == ["Một", "Hai", "Ba", "Bốn"]
    portal = "<body><main>Điều 1. Phạm vi điều chỉnh</main></body>Bản</html>quyền"
    assert [(item.reason, item.text) for item in page(portal).removed] == [
        (RemovedReason.SITE_CHROME, "Bản"), (RemovedReason.SITE_CHROME, "quyền"),
    ]  # fmt: skip


def test_text_beside_the_cells_of_a_table_knows_its_line():
    source = page("<body>\n\n<p>a\n<table>\n<caption>\nb</caption>\nc\n<tr><td>\nd</table>")
    assert [(line.text.strip(), line.number) for line in source.lines if line.text.strip()] == [
        ("a", 3), ("b", 6), ("c", 7), ("d", 9),
    ]  # fmt: skip


def test_each_block_knows_its_line():
    clean = normalise(page("<body>\n<p>một\nhai</p>\n\n<p>ba</p></body>"))
    assert [(clean.text[o.offset :].split()[0], o.line) for o in clean.origins] == [("một", 2), ("hai", 3), ("ba", 5)]


@pytest.mark.parametrize(
    ("encoding", "declared", "found"),
    [
        ("utf-8", "utf-8", "utf-8"),
        ("utf-8", "windows-1252", "utf-8"),
        ("utf-8", "", "utf-8"),
        ("utf-16", "utf-16", "utf-16-le"),
        ("cp1258", "windows-1258", "cp1258"),
    ],
)
def test_the_bytes_count_more_than_the_declaration(encoding, declared, found):
    meta = f'<meta charset="{declared}">' if declared else ""
    text = f"<html><head>{meta}</head><body><p>Đảng và Nhà nước</p></body></html>"
    source = page(
        text.replace("ả", "a\u0309").replace("ớ", "ơ\u0301").encode(encoding)
        if encoding == "cp1258"
        else text.encode(encoding)
    )
    assert source.encoding == found
    assert normalise(source).text == "Đảng và Nhà nước"
    wrong = declared == "windows-1252"
    assert [item.code for item in source.diagnostics] == (["html-encoding-wrong"] if wrong else [])


@pytest.mark.parametrize(
    "declared", ["hex", "zlib", "utf-7", "utf-16", "undefined", "idna", "unicode_escape", "x" * 30]
)
def test_a_declared_encoding_that_no_page_can_be_in_is_not_believed(declared):
    text = "<meta charset={}><p>Căn cứ Luật Tổ chức chính quyền địa phương, Ủy ban nhân dân tỉnh quy định"
    with pytest.raises(DocumentError) as caught:
        page(b"<meta charset=%s><p>\xff\xfe\x80" % declared.encode())
    assert caught.value.code == "invalid-encoding"
    assert blocks(text.format(declared)) == [text.split("<p>")[1]]


def test_a_latin_page_is_read_as_browsers_read_it():
    source = page(b"<meta charset=iso-8859-1><p>\x93D\xe2n\x94")
    assert (source.encoding, normalise(source).text) == ("cp1252", "“Dân”")


def test_numeric_characters_in_a_windows_page():
    data = b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>\xd0i&#7873;u h\xe0nh</p>"
    assert blocks(data) == ["Điều hành"]


@pytest.mark.parametrize("text", ["<div>" * 2_000 + "sâu", "<table><tr><td>" * 40 + "sâu", "<ol><li>" * 400 + "sâu"])
def test_deep_nesting_loses_no_word(text):
    source = page(text)
    found = words("\n".join([*(line.text for line in source.lines), *(item.text for item in source.removed)]))
    assert "sâu" in found
    assert check_clean(source, normalise(source)) is None


def test_a_page_nested_beyond_all_sense_is_refused_not_cut_off():
    with pytest.raises(DocumentError) as caught:
        page("<div>" * 5_000 + "sâu")
    assert caught.value.code == "html-too-deep"


def test_a_page_without_text_is_refused():
    with pytest.raises(DocumentError) as caught:
        page("<!-- x -->")
    assert caught.value.code == "file-empty"


TAGS = st.sampled_from(
    ["p", "div", "b", "sup", "span", "td", "tr", "table", "li", "ul", "nav", "script", "pre", "h2", "em"]
)
PIECES = st.one_of(
    st.sampled_from(
        ["Điều 1", "số 15/2020", "&amp;", "a\nb", "<br>", "<!-- c -->", "<img alt='ảnh'>", " ", "x<y", "&#273;"]
    ),
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
)


@given(st.lists(PIECES, max_size=25).map("".join))
@tried()
def test_no_word_of_any_page_is_lost(body):
    text = f"<html><body><p>đầu</p>{body}</body></html>"
    source = page(text)
    assert check_clean(source, normalise(source)) is None
    found = Counter(letters("".join([*(line.text for line in source.lines), *(r.text for r in source.removed)])))
    expected = Counter(letters("".join(received_words(text.encode(), "html"))))
    assert not expected - found


def letters(text: str) -> str:
    """Letters only: how an HTML parser repairs nonsense decides on which side of a block a word ends up."""
    return "".join(words(text))


AROUND = """<html><body><form><div id="header"><a href="/">Cổng</a> Đăng nhập</div>
<div class="left"><h3>Cơ quan ban hành</h3>
<ul><li><a href="#">Quốc hội</a></li><li><a href="#">Chính phủ</a></li></ul></div>
<div class="mid"><div class="bar">Hiệu lực: Còn hiệu lực <a href="#">Tải về</a> Lượt xem: 152</div>{document}
<div class="news"><h3>CÁC VĂN BẢN KHÁC</h3><ul><li><a href="#">Thông tư 01/2024/TT-BYT về một việc</a></li></ul></div>
<div class="vote">Đánh giá bài viết: 5/5</div></div></form>
<div class="foot">Bản quyền. Địa chỉ: 60 Trần Phú</div></body></html>"""
PLAN = """<div class="x1"><div class="head"><table><tr><td><b>ỦY BAN NHÂN DÂN</b><br>XÃ HÒA BÌNH</td>
<td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</td></tr></table></div>
<div class="y7"><p>KẾ HOẠCH</p><p>I. MỤC ĐÍCH</p><p>1. Thực hiện <a href="/luat">Luật Tiếp công dân</a>.</p></div>
<div class="z"><p>Nơi nhận:</p><p>TM. ỦY BAN NHÂN DÂN</p><p>Nguyễn Văn B</p></div>{annex}</div>"""
KEPT = [
    *("ỦY BAN NHÂN DÂN", "XÃ HÒA BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
    *("KẾ HOẠCH", "I. MỤC ĐÍCH", "1. Thực hiện Luật Tiếp công dân.", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
    "Nguyễn Văn B",
]


@pytest.mark.parametrize("annex", ["", "<div><p>PHỤ LỤC</p><table><tr><td>Một</td></tr></table></div>"])
def test_a_short_document_on_a_page_that_marks_nothing_is_found_by_its_letterhead_and_end(annex):
    more = ["PHỤ LỤC", "Một"] if annex else []
    assert blocks(AROUND.format(document=PLAN.format(annex=annex))) == KEPT + more


def test_an_annex_in_a_part_of_its_own_belongs_to_the_document():
    document = PLAN.format(annex="") + '<div class="x2"><p>PHỤ LỤC</p><p>Danh mục</p></div>'
    assert {*KEPT, "PHỤ LỤC", "Danh mục"} <= set(blocks(AROUND.format(document=document)))


def test_menus_of_links_do_not_outweigh_the_part_that_the_page_marks():
    menu = "".join(f'<p><a href="#">Thông tư số {n}/2024/TT-BYT của Bộ Y tế</a></p>' for n in range(40))
    text = f'<body><div>{menu}</div><div class="fulltext"><p>Điều 1. Phạm vi điều chỉnh</p></div></body>'
    assert blocks(text) == ["Điều 1. Phạm vi điều chỉnh"]


def test_a_mention_of_the_national_name_in_a_banner_is_no_letterhead():
    text = "<body><div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div><div><p>Điều 1. A</p><p>Điều 2. B</p></div></body>"
    assert blocks(text) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Điều 1. A", "Điều 2. B"]


def test_text_behind_many_ends_of_the_page_is_read_once():
    behind = "".join(f"</html><p>Điều {n}.</p>" for n in range(2, 40))
    assert blocks(f"<html><body><p>Điều 1.</p></body>{behind}") == [f"Điều {n}." for n in range(1, 40)]
    tables = "".join(f"</html><table><tr><td>Điều {n}.</td></tr>" for n in range(2, 40))
    assert blocks(f"<html><body><p>Điều 1.</p></body>{tables}") == [f"Điều {n}." for n in range(1, 40)]
