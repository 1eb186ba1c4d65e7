from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import DocumentError
from build_tools.intake.folders import find_folders
from build_tools.intake.matching import read_matching
from build_tools.model.matching import Matching, TaskReference

GOOD = """# the same task, put otherwise
same:
  - passages:
      - {document: hai-phong/1-kh-2026, unit: ii.3, words: nêu gương}
      - {document: gia-lai/7-kh-2026, words: Tự phê bình}
    reason: cùng một việc
    by: Ban biên tập
different:
  - passages:
      - {document: hai-phong/1-kh-2026, unit: ii.4}
      - {document: gia-lai/7-kh-2026, unit: i.1}
    reason: hai việc khác nhau
"""


def read(folder: Path, text: str) -> Matching:
    (folder / "doi-chieu.yml").write_text(text, encoding="utf-8")
    return read_matching(folder)


def test_a_library_without_the_file_has_no_judgements(tmp_path: Path) -> None:
    assert read_matching(tmp_path).decided == ()


def test_judgements_are_read_with_their_lines(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert found.file == "source_texts/doi-chieu.yml"
    assert [(one.same, one.line) for one in found.decided] == [(True, 3), (False, 9)]
    first = found.decided[0].judgement
    assert first.passages[0] == TaskReference("hai-phong/1-kh-2026", "ii.3", "nêu gương")
    assert (first.reason, first.by) == ("cùng một việc", "Ban biên tập")


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("unit: i.1}", "unt: i.1}", 11),
        ("    reason: hai việc khác nhau\n", "", 9),
        ("      - {document: gia-lai/7-kh-2026, unit: i.1}\n", "", 9),
        ("document: gia-lai/7-kh-2026, words", "words", 5),
        ("reason: cùng một việc", "reason: [a]", 6),
        ("different:", "others:", 8),
        ("same:", "same", 3),
    ],
)
def test_a_bad_entry_is_told_with_its_line(tmp_path: Path, before: str, after: str, line: int) -> None:
    assert before in GOOD
    with pytest.raises(DocumentError) as told:
        read(tmp_path, GOOD.replace(before, after))
    assert told.value.file == "source_texts/doi-chieu.yml"
    assert told.value.line == line


def test_the_file_is_no_stray_file(tmp_path: Path) -> None:
    folder = tmp_path / "source_texts"
    folder.mkdir()
    (folder / "doi-chieu.yml").write_text(GOOD, encoding="utf-8")
    assert find_folders(folder).errors == ()
