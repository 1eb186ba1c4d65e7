"""Importing: a folder, the original byte for byte, a document.yml to fill in; then it is on the site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from build_tools.model.decisions import Edition
from build_tools.model.source import RECOGNISED_FILE
from build_tools.pipeline.build import convert
from build_tools.pipeline.workspace import Workspace
from tests.readers.pdf_files import pdf
from tests.readers.scan_files import SCAN

PLAN = """\
TỈNH ỦY QUẢNG NINH ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 41-KH/TU Quảng Ninh, ngày 9 tháng 8 năm 2025

KẾ HOẠCH
Thực hiện Quy định số 132-QĐ/TW, ngày 27/10/2023 của Bộ Chính trị về kiểm soát quyền lực
-----

Căn cứ Quy định số 132-QĐ/TW, ngày 27/10/2023 của Bộ Chính trị, Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH

- Nâng cao nhận thức của cán bộ, đảng viên.

II. TỔ CHỨC THỰC HIỆN

1. Giao Ban Nội chính Tỉnh ủy chủ trì, phối hợp với Công an tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này, \
báo cáo Ban Thường vụ Tỉnh ủy trước ngày 15/12/2025.

2. Sở Tư pháp có trách nhiệm tuyên truyền, phổ biến Quy định số 132-QĐ/TW.

Nơi nhận:
- Ban Nội chính Tỉnh ủy,
- Lưu VPTU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Văn An
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch 41.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_a_sixth_document_gets_its_page_links_duties_and_place_on_the_timeline(library, plan, run):
    code, out, err = run("add", plan, "--edition", "public", cwd=library)
    assert (code, err) == (0, "")
    assert "41-KH/TU" in out
    assert "Quảng Ninh" in out
    folder = library / "source_texts" / "quang-ninh" / "41-kh-tu-2025"
    assert (folder / "source.txt").read_bytes() == plan.read_bytes()
    decisions = yaml.safe_load((folder / "document.yml").read_text(encoding="utf-8"))
    assert decisions["edition"] == "public"
    assert decisions["received"]["name"] == plan.name

    converted = convert(Workspace(library), Edition.PUBLIC)
    pages = converted.rendered.pages
    page = pages["van-ban/quang-ninh/41-kh-tu-2025.md"]
    assert "../trung-uong/132-qd-tw-2023.md" in page
    assert "quang-ninh/41-kh-tu-2025" in pages["van-ban/trung-uong/132-qd-tw-2023.md"]
    for role in ("ban-noi-chinh-tinh-uy", "so-tu-phap", "cong-an-tinh"):
        assert "quang-ninh/41-kh-tu-2025" in pages[f"vai-tro/{role}.md"]
    assert "quang-ninh/41-kh-tu-2025" in pages["dong-thoi-gian.md"]
    assert "quang-ninh/41-kh-tu-2025" in pages["nhom/132-qd-tw.md"]


def test_internal_unless_told_otherwise(library, plan, run):
    assert run("add", plan, cwd=library)[0] == 0
    (path,) = (library / "source_texts" / "quang-ninh").glob("*/document.yml")
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["edition"] == "internal"


def test_the_same_file_and_the_same_document_are_recognised(library, plan, run, tmp_path):
    assert run("add", plan, cwd=library)[0] == 0
    before = sorted((library / "source_texts").rglob("*"))
    code, out, _ = run("add", plan, cwd=library)
    assert (code, "đã có trong thư viện" in out) == (0, True)
    other = tmp_path / "lan-hai.txt"
    other.write_text(PLAN + "\n", encoding="utf-8")
    code, out, _ = run("add", other, cwd=library)
    assert (code, "thư viện đã có văn bản này" in out) == (0, True)
    assert sorted((library / "source_texts").rglob("*")) == before


def test_bad_files_are_said_and_the_others_imported(library, plan, run, tmp_path):
    folder = tmp_path / "hop-thu"
    folder.mkdir()
    shutil.copy(plan, folder / "a.txt")
    (folder / "b.txt").write_bytes(b"\xff\xfe\x00\x00\x81")
    (folder / "c.txt").write_bytes(b"")
    code, out, err = run("add", folder, cwd=library)
    assert code == 1
    assert "41-KH/TU" in out
    assert [line.split(":")[0].split(",")[0] for line in err.strip().splitlines()] == ["b.txt", "c.txt"]
    assert run("add", tmp_path / "khong-co.txt", cwd=library)[0] == 1


def test_a_link_in_a_folder_is_said_and_not_followed(library, plan, run, tmp_path):
    folder = tmp_path / "nhận"
    (folder / "sau").mkdir(parents=True)
    for name, target in (("lien-ket.txt", plan), ("sau/vong", folder), ("gay.txt", tmp_path / "khong-co")):
        (folder / name).symlink_to(target)
    (folder / "document.yml").write_text("edition: public\n", encoding="utf-8")
    code, _, err = run("add", folder, cwd=library)
    assert code == 1
    assert sorted(line.split(": ")[0].rsplit("/", 1)[-1] for line in err.splitlines()) == [
        "gay.txt", "lien-ket.txt", "vong",
    ]  # fmt: skip
    assert not list((library / "source_texts").glob("*/41-kh-tu*"))
    code, _, err = run("add", folder / "lien-ket.txt", cwd=library)  # named by a person
    assert (code, err) == (0, "")


def test_an_unusable_id_is_refused_and_nothing_is_written(library, plan, run):
    before = sorted((library / "source_texts").rglob("*"))
    for wanted in ("../a/b", "Hải Phòng/x", "a", "hai-phong/251-kh-ubnd-2026", "con/../x", "an-giang/con"):
        assert run("add", plan, "--id", wanted, cwd=library)[0] == 1
    assert sorted((library / "source_texts").rglob("*")) == before


def test_a_scan_is_kept_with_what_was_recognised_and_its_page_says_so(library, tmp_path, run):
    received = tmp_path / "Bản quét.pdf"
    received.write_bytes(SCAN.read_bytes())
    shutil.copy(SCAN.with_name("scan.recognised.tsv"), tmp_path / RECOGNISED_FILE)
    code, out, err = run("add", received, "--edition", "public", cwd=library, lang="en")
    assert (code, err) == (0, "")
    assert "Pages 1-2 are scans, read by machine (tesseract 5.3.0 (vie)); mean confidence 96 %." in out
    assert "VŨ (46 %)" in out
    folder = library / "source_texts" / "chua-ro" / "27-kh-ubnd-2025"
    assert (folder / "source.pdf").read_bytes() == SCAN.read_bytes()
    written = (folder / "document.yml").read_text(encoding="utf-8")
    assert "mean confidence 96 %" in written
    assert (folder / RECOGNISED_FILE).is_file()

    converted = convert(Workspace(library), Edition.PUBLIC)
    assert converted.errors == ()
    assert "96 %" in converted.rendered.pages["van-ban/chua-ro/27-kh-ubnd-2025.md"].split("pb-card")[0]

    (folder / RECOGNISED_FILE).write_bytes((folder / RECOGNISED_FILE).read_bytes().replace("VŨ".encode(), b"VT"))
    errors = convert(Workspace(library), Edition.PUBLIC).errors
    assert [error.code for error in errors] == ["recognised-changed"]


def test_a_secret_paper_is_not_imported(library, plan, run):
    plan.write_text(PLAN.replace("\n\nKẾ HOẠCH", "\nTUYỆT MẬT\n\nKẾ HOẠCH"), encoding="utf-8")
    before = sorted((library / "source_texts").rglob("*"))
    code, out, err = run("add", plan, cwd=library)
    assert (code, out) == (1, "")
    assert "TUYỆT MẬT" in err
    assert sorted((library / "source_texts").rglob("*")) == before


def test_the_account_says_what_was_read_and_removed_and_adds_up_several_files(library, tmp_path, run):
    box = tmp_path / "hop-thu"
    box.mkdir()
    lines = [(60.0, 800.0 - 16 * n, text) for n, text in enumerate(PLAN.split("\n"))]
    pages = [[line for line in lines if line[2]][:30], [(60.0, 780.0, "Phụ lục")]]
    (box / "a.pdf").write_bytes(pdf([[*page, (290.0, 20.0, str(n))] for n, page in enumerate(pages, 1)]))
    (box / "a.txt").write_text(PLAN, encoding="utf-8")
    for name in ("~$a.docx", "Thumbs.db", ".an", "b.png"):
        (box / name).write_bytes(b"\x89PNG")
    code, out, err = run("add", box, box / "a.txt", cwd=library)
    assert code == 1
    assert "Loại tệp: PDF, 2 trang" in out
    assert "(số trang: 2)" in out
    assert out.splitlines()[-1] == "Tổng số tệp: 3. Đã nhập: 1; đã có trong thư viện: 1; không nhập được: 1."
    assert [line.split(":")[0] for line in err.splitlines()] == ["b.png"]


def test_of_many_doubts_the_first_are_shown(library, tmp_path, run):
    path = tmp_path / "a.txt"
    path.write_text("QUYẾT ĐỊNH\n\n" + "\n".join(f"{n}. gia nhập ВТО" for n in range(1, 20)), encoding="utf-8")
    code, out, _ = run("add", path, cwd=library)
    assert code == 0
    assert "Cần xem (dòng 3): “ВТО”" in out
    assert out.count("Cần xem") == 12
    assert "điểm nữa; xem tất cả: phobien check" in out
