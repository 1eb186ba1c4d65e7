"""Plain text and Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.errors import DocumentError
from build_tools.fidelity import check_clean
from build_tools.grammar.words import words
from build_tools.model.findings import RemovedReason
from build_tools.model.source import BlockKind, Flow, MarkKind
from build_tools.normalise import normalise
from build_tools.readers import markdown_text, plain_text, sniff
from build_tools.received import received_words
from tests.properties import tried
from tests.work import ends


def markdown(text: str):
    return markdown_text.read(text.encode(), "", "a.md")


def blocks(text: str) -> list[str]:
    clean = normalise(markdown(text))
    return clean.text.split("\n") if clean.text else []


def test_lines_are_counted_as_editors_count_them():
    source = plain_text.read("một\r\nhai\rba\n\fbốn\u2028vẫn bốn\vbốn".encode(), "", "a.txt")
    assert [(line.number, line.text) for line in source.lines] == [
        (1, "một"), (2, "hai"), (3, "ba"), (4, ""), (4, "bốn"), (4, "vẫn bốn"), (4, "bốn"),
    ]  # fmt: skip
    assert [line.page for line in source.lines] == [1, 1, 1, 1, 2, 2, 2]


def test_headings_behind_other_signs_of_a_line_end_are_blocks_of_their_own():
    source = plain_text.read("Điều 1. Phạm vi\u2028Điều 2. Hai\u2029Điều 3. Ba\u0085Điều 4. Bốn".encode(), "", "a.txt")
    assert normalise(source).text.split("\n") == [
        "Điều 1. Phạm vi", "Điều 2. Hai", "Điều 3. Ba", "Điều 4. Bốn",
    ]  # fmt: skip
    assert source.lines[0].page is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_with_and_without_mark(encoding):
    text = "Căn cứ Luật Tổ chức chính quyền địa phương; quy định về việc thực hiện\n" * 5
    source = plain_text.read(text.encode(encoding), "", "a.txt")
    assert "\n".join(line.text for line in source.lines) == text


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"dong mot\ndong hai \xff\xfe\x80 hong\n", "invalid-encoding", 2),
        ("Điều 1\n".encode() + b"\xe1\xba", "text-cut-off", 2),
        (b"mot\nhai\x00ba\n", "nul-bytes", 2),
    ],
)
def test_bytes_that_are_no_text_are_refused_with_their_line(data, code, line):
    with pytest.raises(DocumentError) as caught:
        plain_text.read(data, "", "a.txt")
    assert (caught.value.code, caught.value.line, caught.value.file) == (code, line, "a.txt")


def test_numbers_and_markers_of_lists_survive_as_written():
    assert blocks("3. ba\n5. năm\n\n- gạch\n+ cộng\n* sao\n\n07) bảy\n") == [
        "3. ba", "5. năm", "- gạch", "+ cộng", "* sao", "07) bảy",
    ]  # fmt: skip


def test_nested_items_keep_every_marker():
    assert blocks("- một\n  - hai\n    3. ba\n\n- - bốn\n-\n") == ["- một", "- hai", "3. ba", "- - bốn", "-"]


def test_emphasis_escapes_and_entities_are_resolved():
    assert blocks(r"*\* **Thủ trưởng** &amp; đơn\_vị*") == ["* Thủ trưởng & đơn_vị"]


def test_a_drawn_line_under_a_title_stays_and_makes_no_heading():
    clean = normalise(markdown("KẾ HOẠCH\n-----\nCăn cứ Luật\n=====\n"))
    assert [block.kind for block in clean.blocks][:2] == [BlockKind.PARAGRAPH, BlockKind.RULE]
    assert "-----" in clean.text
    assert "=====" in clean.text


def test_indented_text_is_text():
    assert blocks("Điều 1\n\n        1. Khoản một\n\n\tđoạn lùi vào\n") == ["Điều 1", "1. Khoản một đoạn lùi vào"]


def test_tables_keep_cells_that_their_head_lacks():
    clean = normalise(markdown("| TT | Nội dung |\n|---|:--|\n| 1 | a \\| b | thừa |\n| 2 | **x**<br>y |\n"))
    assert clean.text.split("\n") == ["TT\tNội dung", "1\ta | b\tthừa", "2\tx y"]
    assert {block.kind for block in clean.blocks} == {BlockKind.TABLE_ROW}
    assert {block.table for block in clean.blocks} == {1}


def test_a_letterhead_that_recognition_made_a_table_is_paragraphs():
    text = (
        "| **ỦY BAN NHÂN DÂN**<br>**TỈNH A** | **CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**<br>"
        "Độc lập - Tự do - Hạnh phúc |\n"
        "|---|---|\n| Số: 5/KH-UBND | A, ngày 01 tháng 02 năm 2025 |\n"
    )
    assert blocks(text) == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 5/KH-UBND",
        "A, ngày 01 tháng 02 năm 2025",
    ]


def test_footnotes_stay_where_they_stand():
    clean = normalise(markdown("Theo Luật[^1] này.\n\n[^1]: Số 15/2020.\n\nĐoạn sau.\n\n<sup>2</sup> Chú thích.\n"))
    assert clean.text.split("\n") == ["Theo Luật1 này.", "1 Số 15/2020.", "Đoạn sau.", "2 Chú thích."]
    assert [block.kind for block in clean.blocks] == [
        BlockKind.PARAGRAPH, BlockKind.FOOTNOTE, BlockKind.PARAGRAPH, BlockKind.FOOTNOTE,
    ]  # fmt: skip
    raised = [mark.span.of(clean.text) for mark in clean.marks if mark.kind is MarkKind.SUPERSCRIPT]
    assert raised == ["1", "1", "2"]


def test_a_title_over_several_lines_is_one_block_and_a_signature_is_not():
    text = (
        "**Thực hiện Kế hoạch số 318-KH/TU, ngày  \n06/02/2024 về thực hiện  \nQuy định số 131-QĐ/TW**\n\n"
        "**KT. CHỦ TỊCH**  \n**PHÓ CHỦ TỊCH**  \nNguyễn Văn A\n"
    )
    assert blocks(text) == [
        "Thực hiện Kế hoạch số 318-KH/TU, ngày 06/02/2024 về thực hiện Quy định số 131-QĐ/TW",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Nguyễn Văn A",
    ]


def test_link_definitions_and_code_are_text():
    found = blocks("[1]: http://vd.vn 'x'\n\n```\nmã\n```\n\n`Điều 5`\n")
    assert words("\n".join(found)) == ["1", "http", "vd", "vn", "x", "mã", "Điều", "5"]


def test_active_content_is_left_out_and_recorded():
    source = markdown(
        "Trước <script>alert('a')</script> sau <b onclick=x()>đậm</b>\n\n"
        "[Bấm](https://vd.vn/x) ![ảnh dấu](http://x.vn/a.png)\n\n<script>\n\nvar y\n\n</script>\n\nHết\n"
    )
    clean = normalise(source)
    assert clean.text.split("\n") == ["Trước sau đậm", "Bấm", "Hết"]
    assert {item.reason for item in clean.removed} == {RemovedReason.ACTIVE_CONTENT, RemovedReason.IMAGE}


def test_a_link_that_would_run_something_is_no_link_but_text():
    assert blocks("[bấm](javascript:alert(1)) và [xem](data:text/html,x)") == [
        "[bấm](javascript:alert(1)) và [xem](data:text/html,x)"
    ]


def test_what_only_looks_like_a_tag_is_text():
    assert blocks("Kính gửi: <TEN DON VI> và <Tên cơ quan>, 3 < 5, <script> chưa đóng") == [
        "Kính gửi: <TEN DON VI> và <Tên cơ quan>, 3 < 5, chưa đóng"
    ]


def test_tables_in_html_inside_markdown():
    assert blocks("<table>\n<tr><td>TT</td><td>Việc</td></tr>\n<tr><td>1</td><td>a b</td></tr>\n</table>\n") == [
        "TT\tViệc", "1\ta b",
    ]  # fmt: skip


def test_cells_over_rows_and_columns_of_html_tables_inside_markdown():
    """As programs that recognise the tables of a scan write them."""
    table = (
        '<table><tr><td rowspan="2">TT</td><td colspan=2>Việc</td><td>Hạn</td></tr><tr><td>Chủ trì</td>'
        "<td>Phối hợp</td><td>-</td></tr><tr><td>1</td><td>a</td><td></td><td rowspan='9999'>b</td></tr></table>"
    )
    assert blocks(f"{table}\n\n{table}") == ["TT\tViệc\t\tHạn", "\tChủ trì\tPhối hợp\t-", "1\ta\t\tb"] * 2


@pytest.mark.parametrize(
    "text", ["- " * 500 + "sâu", "> " * 300 + "sâu", "[" * 20_000, "*" * 20_000, "`" * 20_000, "<" * 20_000]
)
def test_hostile_nesting_ends_soon_and_loses_nothing(text):
    with ends():
        source = markdown(text)
        assert check_clean(source, normalise(source)) is None
    assert sorted(words("\n".join(line.text for line in source.lines))) == words(text)


def test_what_is_nested_too_deeply_is_read_as_text_and_said():
    source = markdown("- " * 200 + "sâu")
    assert source.flow is Flow.LINES
    assert [item.code for item in source.diagnostics] == ["markdown-too-deep"]


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        ("# I. MỤC ĐÍCH\n\n## 1. Yêu cầu\n", "a.txt", "markdown"),
        ("Số: **25** /KH\n\n**Nơi nhận:**\n\n**Điều 1**\n", "a.txt", "markdown"),
        ("| a | b |\n|---|---|\n| 1 | 2 |\n", "a.txt", "markdown"),
        ("I. MỤC ĐÍCH\n* Ghi chú\n- một\n-----\n(**) Xem\n", "a.txt", "text"),
        ("Điều 1\n", "a.md", "markdown"),
        ("<!DOCTYPE html><p>a", "a.txt", "html"),
        ("\ufeff<html><body>", "a.pdf", "html"),
        ("%PDF-1.7\n", "a.txt", "pdf"),
        ("{\\rtf1 x}", "a.doc", "rtf"),
        ("a < b", "a.htm", "text"),
    ],
)
def test_the_content_decides_on_the_format(content, name, kind):
    assert sniff(content.encode(), name) == kind


@pytest.mark.parametrize("beginning", ["<!---->", "<!-- x -->\n", "<!--" * 20, "<?xml ?>", " "])
def test_recognising_a_format_takes_no_time(beginning):
    with ends():
        assert sniff((beginning * 25_000 + "x").encode(), "a.txt") in {"text", "xml"}
    assert sniff(b"<!-- a --> <!-- b -->\n<html>", "a.txt") == "html"


INLINE = st.sampled_from(
    [
        *(
            "Điều",
            "1.",
            "**đậm**",
            "*nghiêng*",
            "<sup>1</sup>",
            "<br>",
            "[chữ](http://a.vn)",
            "|",
            "\\*",
            "&nbsp;",
            "`",
        ),
        *("số 15/2020", "<b>", "</i>", "[", "]", "!", "_", "~~", "<", ">", "#", "x:", "http://b.vn", "<c@d.vn>"),
    ]
)
STARTS = st.sampled_from(
    ["", "", "# ", "### ", "- ", "3. ", "  + ", "    ", "> ", "| ", "7) ", "-----", "===", "[^1]: ", "\t"]
)
MARKDOWN = st.lists(
    st.tuples(STARTS, st.lists(INLINE, max_size=6).map(" ".join), st.sampled_from(["\n", "  \n", "\n\n"])), max_size=14
).map(lambda rows: "".join(map("".join, rows)))


@given(MARKDOWN)
@tried()
def test_no_word_of_any_markdown_is_lost(text):
    source = markdown(text)
    assert check_clean(source, normalise(source)) is None
    # Links: the address is markup, except where the brackets turned out to be text.
    lost = [word for word in words(text) if word not in {"http", "a", "vn"} and word not in TAG_NAMES]
    found = words("\n".join([*(line.text for line in source.lines), *(item.text for item in source.removed)]))
    remaining = iter(found)
    assert all(word in remaining for word in lost), (lost, found)


TAG_NAMES = {"sup", "br", "b", "i", "nbsp"}


def test_the_independent_count_of_words_knows_markdown():
    text = "## **I.** a<sup>1</sup>\n\n[b](http://x.vn) &amp; c<br>d\n"
    assert received_words(text.encode(), "markdown") == ["I", "a1", "b", "c", "d"]
