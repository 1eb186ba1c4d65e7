"""A small library of hand-written pages, and the site that is built of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from build_tools.publish import SiteReport, build_site, init_library

Builder = Callable[..., SiteReport]
DATA = {"du-lieu/van-ban.csv": "id,tên\n1,Quy định\n".encode(), "tim/a.js": b"phobien('a')\n"}
SETTINGS = """
site_name: Thư viện
plugins: []
markdown_extensions: [attr_list]
theme:
  name: material
  font: false
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    init_library(folder)
    (folder / "docs/tim-kiem.md").write_text("# Tìm kiếm\n", encoding="utf-8")  # its own leads to generated pages
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Trang nhà\n\n[Giới thiệu](gioi-thieu.md)\n", encoding="utf-8")
    return folder


@pytest.fixture
def build(workspace: Path) -> Builder:
    def run(
        pages: dict[str, str] | None = None, files: dict[str, bytes] | None = None, **options: object
    ) -> SiteReport:
        for name, text in (pages or {}).items():
            path = workspace / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return build_site(
            workspace, workspace / "docs", DATA if files is None else files, workspace / "site", **options
        )

    return run


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, by path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
