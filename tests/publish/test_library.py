from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import StopError
from build_tools.model.decisions import Edition
from build_tools.pipeline.build import build
from build_tools.pipeline.workspace import Workspace
from build_tools.publish import init_library, verify

from .conftest import contents

REPOSITORY = Path(__file__).resolve().parents[2]
OWN_SETTINGS = ("site_name:", "  custom_dir:")  # the name is the office's; the theme is the installed package's


def test_a_new_library_has_what_the_commands_need(tmp_path: Path) -> None:
    written = init_library(tmp_path / "thu-vien")

    assert {p.relative_to(tmp_path / "thu-vien").as_posix() for p in written} == set(contents(tmp_path / "thu-vien"))
    assert {"mkdocs.yml", "README.md", ".gitignore", "source_texts/.gitkeep"} <= set(contents(tmp_path / "thu-vien"))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cua-toi.txt").write_text("")

    with pytest.raises(StopError) as stopped:
        init_library(tmp_path)

    assert stopped.value.code == "folder-not-empty"
    assert list(contents(tmp_path)) == ["cua-toi.txt"]


def test_a_new_library_has_the_settings_of_the_first_one(tmp_path: Path) -> None:
    init_library(tmp_path)

    first, new = (
        [
            line
            for line in (root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
            if not line.startswith(OWN_SETTINGS)
        ]
        for root in (REPOSITORY, tmp_path)
    )
    assert new == first


def test_a_new_library_has_the_search_page_of_the_first_one(tmp_path: Path) -> None:
    init_library(tmp_path)

    assert (tmp_path / "docs/tim-kiem.md").read_bytes() == (REPOSITORY / "docs/tim-kiem.md").read_bytes()


def test_a_new_library_can_be_built_at_once(tmp_path: Path) -> None:
    init_library(tmp_path)

    built = build(Workspace(tmp_path), Edition.PUBLIC)

    assert built.diagnostics == ()
    assert (tmp_path / "site/index.html").is_file()
    assert verify(built.package).ok
