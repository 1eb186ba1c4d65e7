from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import StopError
from build_tools.publish import init_library

from .conftest import contents


def test_a_new_library_has_what_the_commands_need(tmp_path: Path) -> None:
    written = init_library(tmp_path / "thu-vien")

    assert {p.relative_to(tmp_path / "thu-vien").as_posix() for p in written} == set(contents(tmp_path / "thu-vien"))
    assert {"mkdocs.yml", "README.md", ".gitignore", "source_texts/README.md"} <= set(contents(tmp_path / "thu-vien"))


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cua-toi.txt").write_text("")

    with pytest.raises(StopError) as stopped:
        init_library(tmp_path)

    assert stopped.value.code == "folder-not-empty"
    assert list(contents(tmp_path)) == ["cua-toi.txt"]
