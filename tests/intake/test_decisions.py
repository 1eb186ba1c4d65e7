"""document.yml: every fault is one error with its line and a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.errors import DocumentError
from build_tools.intake.decisions import MAX_BYTES, read_decisions
from build_tools.model.decisions import Edition


def read(tmp_path: Path, text: str | bytes):
    path = tmp_path / "document.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_decisions(path, file="source_texts/a/b/document.yml")


def fault(tmp_path: Path, text: str | bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(tmp_path, text)
    assert caught.value.file == "source_texts/a/b/document.yml"
    return caught.value


def test_an_empty_file_decides_nothing_and_is_internal(tmp_path):
    assert read(tmp_path, "").edition is Edition.INTERNAL


def test_a_full_file_is_read(tmp_path):
    text = """\
edition: public
received: {file: source.md, sha256: abc}
metadata:
  place: {value: Hải Phòng, reason: dấu cơ quan trên bản giấy}
corrections:
  - {find: tổ tụng, replace: tố tụng, count: 2, reason: nhận dạng sai}
review: {by: Nguyễn Văn A, on: 2026-07-20, sha256: abc}
clearance: {by: Trần Thị B, on: 2026-07-21, basis: Công văn 12-CV/TU, sha256: abc}
"""
    decisions = read(tmp_path, text)
    assert decisions.edition is Edition.PUBLIC
    assert decisions.metadata.place.value == "Hải Phòng"
    assert decisions.corrections[0].count == 2
    assert decisions.clearance.on.isoformat() == "2026-07-21"


@pytest.mark.parametrize(
    ("text", "line", "key", "suggestion"),
    [
        ("# chú thích\nediton: public\n", 2, "editon", "edition"),
        (
            "edition: public\ncorrections:\n  - find: a\n    replace: b\n    count: 1\n    resaon: x\n",
            6,
            "resaon",
            "reason",
        ),
        ("metadata:\n  palce: {value: a, reason: b}\n", 2, "palce", "place"),
        ("received:\n  file: a\n  sha265: b\n", 3, "sha265", "sha256"),
    ],
)
def test_an_unknown_key_is_an_error_with_line_and_suggestion(tmp_path, text, line, key, suggestion):
    error = fault(tmp_path, text)
    assert error.code == "decisions-unknown-key"
    assert (error.line, error.args_by_name["key"], error.args_by_name["suggestion"]) == (line, key, suggestion)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("edition: [public\n", "decisions-unclosed", 2),
        ('edition: "public\n', "decisions-unclosed", 2),
        ("review:\n\tby: a\n", "decisions-tab", 2),
        ("edition public\nreview:\n", "decisions-broken", 2),
        ("review:\n  by: a\n  on: 2026-01-02\n", "decisions-missing-key", 1),
        ("review: a\n", "decisions-invalid", 1),
        ("edition: secret\n", "decisions-unknown-value", 1),
        ("review:\n  by: a\n  on: 2026-02-30\n  sha256: x\n", "decisions-bad-value", 3),
        ("review:\n  on: 2026-01-01 25:61:00\n", "decisions-bad-value", 2),
        ("edition: !!int x\n", "decisions-bad-value", 1),
        ("edition: !!int ''\n", "decisions-bad-value", 1),
        ("edition: !!bool x\n", "decisions-bad-value", 1),
        ("corrections:\n  - count: " + "9" * 5000, "decisions-bad-value", 2),
        ("edition: !!timestamp x\n", "decisions-bad-value", 1),
        ("edition: public\n# \x07\n", "decisions-bad-character", 2),
        ("edition: public\n---\nedition: internal\n", "decisions-second", 2),
        ("a: &x [1]\nb: *x\n", "decisions-alias", 2),
        ("a: &a [x]\n" + "b: &b [*a, *a, *a]\n" * 400, "decisions-alias", 2),
        ("!!python/object/apply:os.system ['true']\n", "decisions-tag", 1),
        ("- edition\n", "decisions-invalid", 1),
        (b"edition: \xff\n", "decisions-not-utf8", 1),
        ("#" * (MAX_BYTES + 1), "decisions-too-big", None),
        ("edition: " + "[" * 5000, "decisions-too-deep", None),
    ],
)
def test_bad_yaml_is_one_clear_error(tmp_path, text, code, line):
    error = fault(tmp_path, text)
    assert error.code == code
    assert error.line == line
