"""Hand-written pages in the language of the interface, and a word where one has no version in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.publish.library import init_library
from build_tools.publish.mkdocs_run import run_mkdocs

REPOSITORY = Path(__file__).resolve().parents[2]
NOTE = "This page is written in Vietnamese."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """An empty library with a page that only exists in Vietnamese, and a generated one."""
    folder = tmp_path / "library"
    init_library(folder)
    (folder / "docs/lien-he.md").write_text("---\ntitle: Liên hệ\n---\n\n# Liên hệ\n\nSở Tư pháp.\n", encoding="utf-8")
    (folder / "docs/index.md").write_text("---\n# generated; do not edit\n---\n\n# Home\n", encoding="utf-8")
    return folder


def built(library: Path, language: str) -> dict[str, str]:
    out = library / f"site-{language}"
    run_mkdocs(library, library / "docs", out, {"language": language})
    return {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.html")}


def test_an_english_interface_takes_the_english_versions(library: Path) -> None:
    pages = built(library, "en")
    assert "How to search" in pages["tim-kiem.html"]
    assert "Cách tìm" not in pages["tim-kiem.html"]
    assert "The office writes this page" in pages["gioi-thieu.html"]
    assert "Page not found" in pages["404.html"]


def test_a_page_without_a_version_says_in_which_language_it_is(library: Path) -> None:
    pages = built(library, "en")
    assert pages["lien-he.html"].count(NOTE) == 1
    assert "<title>Liên hệ" in pages["lien-he.html"]
    assert NOTE not in pages["index.html"] + pages["tim-kiem.html"]


def test_versions_are_no_pages_of_their_own(library: Path) -> None:
    for language in ("vi", "en"):
        assert sorted(built(library, language)) == ["404.html", "gioi-thieu.html", "index.html", "lien-he.html",
                                                    "tim-kiem.html"]  # fmt: skip


def test_a_vietnamese_interface_stays_as_it_was(library: Path) -> None:
    pages = built(library, "vi")
    assert "Cách tìm" in pages["tim-kiem.html"]
    assert "Trang này viết bằng" not in "".join(pages.values())


@pytest.mark.parametrize("folder", [REPOSITORY / "docs", REPOSITORY / "build_tools/publish/templates/library/docs"])
def test_every_page_that_comes_with_the_package_has_its_english_version_with_the_same_links(folder: Path) -> None:
    for name in ("gioi-thieu", "tim-kiem"):
        vietnamese = (folder / f"{name}.md").read_text(encoding="utf-8")
        english = (folder / f"{name}.en.md").read_text(encoding="utf-8")
        links = re.compile(r"\]\(([^)]+)\)")
        assert sorted(links.findall(english)) == sorted(links.findall(vietnamese))
        assert english.count("\n#") == vietnamese.count("\n#")
