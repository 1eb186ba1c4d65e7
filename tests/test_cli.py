"""The command line: help in both languages, exit codes, and every command in the README."""

from __future__ import annotations

import json

import pytest

from build_tools.cli import cli
from tests.conftest import REPOSITORY

COMMANDS = sorted(cli().commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_in_both_languages_and_stands_in_both_readmes(command, run):
    vietnamese, english = (run(command, "--help", lang=lang)[1] for lang in ("vi", "en"))
    assert vietnamese.strip()
    assert vietnamese != english
    for readme in ("README.md", "README.vi.md"):
        assert f"phobien {command}" in (REPOSITORY / readme).read_text(encoding="utf-8")


def test_unknown_commands_and_options_are_usage_errors(run):
    assert run("xuat-ban")[0] == 2
    assert run("build", "--edition", "secret")[0] == 2


def test_check_speaks_text_json_and_sarif(library, run):
    code, out, _ = run("check", cwd=library)
    assert code == 0
    assert "source_texts/hai-phong/251-kh-ubnd-2026/source.md, dòng" in out
    rows = json.loads(run("check", "--format", "json", cwd=library)[1])
    assert {"file", "line", "severity", "code", "message", "advice"} == set(rows[0])
    sarif = json.loads(run("check", "--format", "sarif", cwd=library)[1])
    assert len(sarif["runs"][0]["results"]) == len(rows)
    assert run("check", "--strict", cwd=library)[0] == 1


def test_the_report_of_a_build_says_what_was_withheld_and_where_to_look(library, run):
    code, out, err = run("convert", cwd=library)
    assert (code, err) == (0, "")
    assert "4 văn bản" in out
    assert "source_texts/lao-cai/ke-hoach-thuc-hien-27-nq-tw" in out
    assert "phobien check" in out


def test_inspect_needs_no_library_for_a_file_and_says_what_it_cannot_find(run, tmp_path):
    (tmp_path / "a.txt").write_text("KẾ HOẠCH\nVề việc thử\n", encoding="utf-8")
    assert run("inspect", "a.txt", cwd=tmp_path)[0] == 0
    code, _, err = run("inspect", "b.txt", cwd=tmp_path)
    assert (code, err.startswith("b.txt: ")) == (1, True)
