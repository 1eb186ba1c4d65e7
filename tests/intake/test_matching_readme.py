"""The example of the READMEs fits the first library: it is read, and every entry is applied."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.model.decisions import Edition
from build_tools.pipeline.load import load
from build_tools.pipeline.workspace import Workspace
from build_tools.resolve import resolve

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("readme", ["README.md", "README.vi.md"])
def test_the_example_can_be_used(readme: str, library: Path) -> None:
    example = next(
        block
        for block in re.findall(r"```yaml\n(.*?)```", (ROOT / readme).read_text("utf-8"), re.DOTALL)
        if "same:" in block
    )
    (library / "source_texts" / "doi-chieu.yml").write_text(example, encoding="utf-8")
    loaded = load(Workspace(library), Edition.PUBLIC)
    found = resolve(loaded.entries, Edition.PUBLIC, loaded.matching)
    assert [one for _file, one in found.diagnostics if one.code.startswith("matching")] == []
    assert len(loaded.matching.decided) == 2
    judged = [{cell.document: cell.unit for cell in row.cells if cell.judged} for c in found.coverage for row in c.rows]
    joined = {"hai-phong/251-kh-ubnd-2026": "ii.6", "binh-duong/225-kh-tu-2025": "ii.5"}
    assert [one for one in judged if one] == [joined]
    assert not any({"ii.2", "ii.3"} <= {cell.unit for cell in row.cells} for c in found.coverage for row in c.rows)


def test_a_bad_entry_is_one_sentence_with_its_line_and_stops_nothing(library: Path, run) -> None:  # type: ignore[no-untyped-def]
    (library / "source_texts" / "doi-chieu.yml").write_text("same:\n  - passage: []\n    reason: x\n", encoding="utf-8")
    code, out, err = run("check", cwd=library)
    told = [line for line in (out + err).splitlines() if "doi-chieu.yml" in line]
    assert code == 1
    assert len(told) == 1
    assert "dòng 2" in told[0]
    assert "passages" in told[0]


def test_what_concerns_a_withheld_document_is_no_news_for_the_public_edition(library: Path) -> None:
    internal = next(library.glob("source_texts/lao-cai/*")).name
    entry = f"""different:
  - passages:
      - {{document: lao-cai/{internal}, words: không có trong văn bản}}
      - {{document: hai-phong/251-kh-ubnd-2026, unit: ii.3}}
    reason: thử
"""
    (library / "source_texts" / "doi-chieu.yml").write_text(entry, encoding="utf-8")
    assert load(Workspace(library), Edition.PUBLIC).matching.decided == ()
    loaded = load(Workspace(library), Edition.INTERNAL)
    found = resolve(loaded.entries, Edition.INTERNAL, loaded.matching)
    assert [(file, one.line) for file, one in found.diagnostics if one.code == "matching-words-gone"] == [
        ("source_texts/doi-chieu.yml", 2)
    ]
