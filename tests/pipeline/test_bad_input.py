"""Whatever lies in `source_texts/`: a bad file is said in one line with what to do, the rest is published, exit 1."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.readers.pdf_files import pdf
from tests.readers.word_files import docx, paragraph
from tests.site.pages import page_words, words

GOOD = (
    "QUYẾT ĐỊNH\nVề việc kiện toàn Ban Chỉ đạo\n\nĐiều 1. Kiện toàn Ban Chỉ đạo.\n\nĐiều 2. Quyết định có hiệu lực.\n"
)
LINE = [(60.0, 700.0, "Căn cứ Luật Tổ chức chính quyền địa phương")]
SCRIPT = "/Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"
ATTACHED = "/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 3 0 R >> >>] >> >>"
KEYS = f"/O <{'00' * 32}> /U <{'00' * 32}>"
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 {KEYS} >> /ID [<{'00' * 16}> <{'00' * 16}>]"
ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:styles xmlns:w="a">&x;</w:styles>'

REFUSED: dict[str, tuple[str, bytes, str]] = {  # folder → name of the file, its bytes, what the message says
    "khong-phai-utf-8": ("source.txt", b"mot\nhai \xff\xfe\x80 ba\n", "dòng 2: "),
    "byte-khong": ("source.txt", b"mot\nhai\nba\x00\x01\n", "dòng 3: "),
    "rong": ("source.txt", b"", "không có chữ nào"),
    "trang": ("source.txt", " \n\t\u200b\n\u00a0".encode(), "không có chữ nào"),
    "qua-lon": ("source.txt", b"a " * 15_500_000, "31 MB"),
    "mot-dong-dai": ("source.txt", ("từ ngữ " * 2_000_000).encode(), "13999999"),
    "pdf-nhieu-trang": ("source.pdf", pdf([LINE]).replace(b"/Count 1 ", b"/Count 100000 "), "PDF"),
    "pdf-khoa": ("source.pdf", pdf([LINE], trailer=LOCK), "mật khẩu"),
    "pdf-ma-lenh": ("source.pdf", pdf([LINE], extra=SCRIPT), "đoạn mã"),
    "pdf-dinh-kem": ("source.pdf", pdf([LINE], extra=ATTACHED), "1 tệp đính kèm"),
    "pdf-cut": ("source.pdf", pdf([LINE])[:500], "PDF"),
    "bom-zip": ("source.docx", docx(paragraph("a"), {"word/media.xml": " " * 50_000_000}), "media.xml"),
    "cha-me": ("source.docx", docx(paragraph("a"), {"word/../../x.xml": "<a/>"}), "x.xml"),
    "thuc-the": ("source.docx", docx(paragraph("a"), {"word/styles.xml": ENTITY}), "styles.xml"),
    "docx-cut": ("source.docx", docx(paragraph("a"))[:300], "zip"),
    "html-qua-sau": ("source.htm", b"<div>" * 5_000 + b"x", "sâu"),
    "anh": ("source.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "png"),
}
DECISIONS: dict[str, tuple[str, str]] = {  # folder → its document.yml, what the message says
    "bi-danh": ("a: &a [x]\n" + "b: &b [*a, *a, *a]\n" * 400, "dòng 2: "),
    "python": ("edition: public\nx: !!python/object/apply:os.system ['touch /tmp/x']\n", "dòng 2: "),
    "hong": ("edition: [public\n", "dòng 2: "),
    "ngay-khong-co": ("edition: public\nreview: {by: a, on: 2026-02-30, sha256: x}\n", "dòng 2: "),
    "khoa-la": ("edition: public\nediton: public\n", "dòng 2: "),
}
PUBLISHED: dict[str, tuple[str, str]] = {  # folder → name of the file, its text: strange, and published as it is
    "dao-chieu": ("source.txt", GOOD + "Số \u202e123\u202c/QĐ \u2066a\u2069\n"),
    "khoa-dau-tep": ("source.txt", "Title: Thử\nAuthor: A\nTemplate: x.html\n\n" + GOOD),
    "rao-dau-tep": ("source.txt", "---\ntitle: Thử\ntemplate: x.html\n---\n\n" + GOOD),
    "ma-lenh-md": (
        "source.md",
        f"""# Văn bản\n\n{GOOD}
<script>alert('x')</script> <b onclick=x() onerror=y()>đậm</b> [bấm](javascript:alert(1)) <img src=x onerror=z()>
![ảnh](http://theo-doi.vn/a.png) [xem](data:text/html,x)
""",
    ),
    "ma-lenh-htm": (
        "source.htm",
        f"""<html><body><p>{GOOD}</p><a href='javascript:alert(1)'>bấm</a><script>alert('x')</script>
<img src='http://theo-doi.vn/a.png' onerror='z()'><iframe src='http://theo-doi.vn'></iframe><svg onload=x()></svg>
</body></html>""",
    ),
    "long-sau": ("source.md", GOOD + "\n" + "- " * 500 + "sâu\n"),
    "ngoac": ("source.txt", GOOD + "[" * 20_000 + "\n"),
    "kieu-mkdocs": (
        "source.txt",
        GOOD + "{{ config }} {% include 'x' %} [TOC] {: .x } --8<-- 'x' ::: a.b $x$ `mã` <TÊN>\n",
    ),
}
BAD_NAMES = ("Quyet-Dinh", "quyết-định", "a b", "a_b", "con", "nul", "com1")


def fill(folder: Path, name: str, data: bytes, decisions: str = "edition: public\n") -> None:
    folder.mkdir(parents=True)
    (folder / name).write_bytes(data)
    (folder / "document.yml").write_text(decisions, encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with one good document, the strange ones and the bad ones."""
    root = tmp_path_factory.mktemp("thu-vien")
    shutil.copytree(REPOSITORY / "docs", root / "docs", ignore=shutil.ignore_patterns("van-ban", "vai-tro", "du-lieu"))
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    place = root / "source_texts" / "an-giang"
    fill(place / "tot", "source.txt", GOOD.encode())
    fill(place / "ten-sai", "source.txt", pdf([LINE]))
    for name, (file, data, _) in REFUSED.items():
        fill(place / name, file, data)
    for name, (decisions, _) in DECISIONS.items():
        fill(place / name, "source.txt", GOOD.encode(), decisions)
    for name, (file, text) in PUBLISHED.items():
        fill(place / name, file, text.replace("2.", f"2. {name}").encode())
    return root


@pytest.fixture(scope="module")
def built(library: Path) -> tuple[int, dict[str, str], Path]:
    """The exit code, the messages by the folder they name, and the site."""
    import contextlib
    import io

    from build_tools.cli import main

    err = io.StringIO()
    with contextlib.chdir(library), contextlib.redirect_stderr(err), contextlib.redirect_stdout(io.StringIO()):
        code = main(["--lang", "vi", "build"])
    said: dict[str, str] = {}
    for line in err.getvalue().splitlines():
        assert line.startswith("source_texts/an-giang/"), line
        said[line.split("/")[2]] = line
    assert len(said) == len(err.getvalue().splitlines()), "more than one line about a file"
    return code, said, library / "site"


def test_the_rest_is_published_and_the_exit_code_says_that_something_is_wrong(built):
    code, said, site = built
    assert code == 1
    assert set(said) == set(REFUSED) | set(DECISIONS)
    pages = {path.stem for path in (site / "van-ban" / "an-giang").glob("*.html")}
    assert pages == {"tot", "ten-sai"} | set(PUBLISHED)


@pytest.mark.parametrize("name", [*REFUSED, *DECISIONS])
def test_a_bad_file_is_said_with_its_name_and_what_to_do(built, name):
    said = built[1][name]
    file, wanted = (REFUSED[name][0], REFUSED[name][2]) if name in REFUSED else ("document.yml", DECISIONS[name][1])
    assert said.startswith(f"source_texts/an-giang/{name}/{file}")
    assert wanted.lower() in said.lower(), said
    assert said.count(". ") >= 1, "a sentence, and what to do"
    assert "Traceback" not in said


@pytest.mark.parametrize("name", [name for name in PUBLISHED if PUBLISHED[name][0] == "source.txt"])
def test_every_word_of_a_strange_text_stands_on_its_page(built, name):
    text = PUBLISHED[name][1].replace("2.", f"2. {name}")
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    assert page_words(built[2] / "van-ban" / "an-giang" / f"{name}.html") == words(seen)


@pytest.mark.parametrize("name", ["ma-lenh-md", "ma-lenh-htm"])
def test_nothing_active_gets_through(built, name):
    from lxml import html

    page = html.fromstring((built[2] / "van-ban" / "an-giang" / f"{name}.html").read_text(encoding="utf-8"))
    (body,) = page.xpath("//*[contains(concat(' ', @class, ' '), ' pb-text ')]")
    assert not body.xpath(".//script | .//iframe | .//img | .//svg[@onload] | .//@onclick | .//@onerror | .//@onload")
    assert not [link for link in body.xpath(".//@href") if link.split(":")[0] in {"javascript", "data"}]
    assert "theo-doi.vn" not in html.tostring(body, encoding="unicode")


def test_deeply_nested_lists_keep_their_words(built):
    assert page_words(built[2] / "van-ban" / "an-giang" / "long-sau.html")[-1] == "sâu"


def test_direction_marks_turn_nothing_on_the_page(built):
    page = (built[2] / "van-ban" / "an-giang" / "dao-chieu.html").read_text(encoding="utf-8")
    marks = "\u202e\u202c\u2066\u2069"
    assert f"<bdi>{marks}</bdi>U+202E U+202C U+2066 U+2069" in page
    assert not set(marks) & set(page.replace(marks, "", 1))


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_folder_that_some_computer_cannot_hold_is_said(tmp_path, run, name):
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    fill(tmp_path / "source_texts" / "an-giang" / "tot", "source.txt", GOOD.encode())
    fill(tmp_path / "source_texts" / "an-giang" / name, "source.txt", GOOD.encode() + b"3")
    code, out, err = run("convert", cwd=tmp_path)
    assert (code, len(err.splitlines())) == (1, 1)
    assert f"source_texts/an-giang/{name}" in err
    assert "1 văn bản" in out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot hold these names")
@pytest.mark.parametrize(
    "names", [("a:b?.txt",), ("cuối .txt ",), ("CON.txt",), ("é.txt",), ("e\u0301.txt",), ("a\nb.txt",)]
)
def test_files_with_names_that_windows_cannot_hold_are_added_under_names_that_it_can(tmp_path, library, run, names):
    root = tmp_path / "kho"
    shutil.copytree(REPOSITORY / "docs", root / "docs", ignore=shutil.ignore_patterns("*"))
    (root / "source_texts").mkdir()
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    for name in names:
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    code, _, err = run("add", *[tmp_path / name for name in names], cwd=root)
    assert (code, err) == (0, "")
    (path,) = (root / "source_texts").glob("*/*/source.*")
    assert path.name == "source.txt"
    assert run("convert", cwd=root)[0] == 0


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the file system takes these names for one")
def test_twins_in_capitals_or_in_another_normal_form_are_told_apart(tmp_path, run):
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    (tmp_path / "source_texts").mkdir()
    inbox = tmp_path / "hop-thu"
    inbox.mkdir()
    for number, name in enumerate(("a.txt", "A.txt", "é.txt", "e\u0301.txt")):
        (inbox / name).write_text(GOOD.replace("kiện toàn", f"kiện toàn {number}"), encoding="utf-8")
    code, _, err = run("add", inbox, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert len(list((tmp_path / "source_texts").glob("*/*/source.txt"))) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_are_not_followed(tmp_path, run):
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    place = tmp_path / "source_texts" / "an-giang"
    fill(place / "tot", "source.txt", GOOD.encode())
    (tmp_path / "ngoai.txt").write_text(GOOD, encoding="utf-8")
    for name, target in (("ra-ngoai", tmp_path / "ngoai.txt"), ("vong", place / "vong" / "source.txt")):
        fill(place / name, "x", b"")
        (place / name / "x").unlink()
        (place / name / "source.txt").symlink_to(target)
    (place / "vong-thu-muc").symlink_to(place)
    code, out, err = run("convert", cwd=tmp_path)
    assert code == 1
    assert [line.split(":")[0] for line in sorted(err.splitlines())] == [
        "source_texts/an-giang/ra-ngoai/source.txt",
        "source_texts/an-giang/vong-thu-muc",
        "source_texts/an-giang/vong/source.txt",
    ]
    assert "1 văn bản" in out
