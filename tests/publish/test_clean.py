from __future__ import annotations

from pathlib import Path

from build_tools.publish import clean_generated

from .conftest import contents

MADE = "---\n# generated; do not edit\ntitle: X\n---\n\n# X\n"


def write(docs: Path, name: str, text: str) -> None:
    (docs / name).parent.mkdir(parents=True, exist_ok=True)
    (docs / name).write_text(text, encoding="utf-8")


def test_generated_pages_and_folders_go_and_hand_written_ones_stay(tmp_path: Path) -> None:
    write(tmp_path, "van-ban/hai-phong/251.md", MADE)
    write(tmp_path, "du-lieu/van-ban.csv", "id\n")
    write(tmp_path, "index.md", MADE)
    write(tmp_path, "gioi-thieu.md", "# Giới thiệu\n")
    write(tmp_path, "anh/so-do.svg", "<svg/>")

    removed = clean_generated(tmp_path)

    assert removed == 3
    assert sorted(contents(tmp_path)) == ["anh/so-do.svg", "gioi-thieu.md"]
    assert not (tmp_path / "van-ban").exists()


def test_a_persons_page_in_a_generated_folder_stays(tmp_path: Path) -> None:
    write(tmp_path, "van-ban/ghi-chu.md", "# Của tôi\n\n\nTrang khác thì generated; do not edit\n")
    write(tmp_path, "nhom/cua-toi.md", "# Của tôi\n")

    clean_generated(tmp_path)

    assert (tmp_path / "nhom/cua-toi.md").is_file()


def test_no_docs_folder_is_no_matter(tmp_path: Path) -> None:
    assert clean_generated(tmp_path / "docs") == 0
