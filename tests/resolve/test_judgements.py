"""The editor's corrections of the plans' tasks laid side by side."""

from __future__ import annotations

from build_tools import diagnostics
from build_tools.model.findings import Diagnostic
from build_tools.model.library import CoverageRow
from build_tools.model.matching import Decided, Judgement, Matching, TaskReference
from build_tools.resolve.coverage import build_coverage
from tests.resolve.plans import FAMILY, OTHER, PROVINCE, entries

FILE = "source_texts/doi-chieu.yml"
SELF_CRITICISM = TaskReference(PROVINCE, "ii.1")
SELF_CRITICISM_THERE = TaskReference(OTHER, words="Thực hiện công tác tự phê bình")
TECHNOLOGY = TaskReference(PROVINCE, words="ứng dụng  CÔNG NGHỆ thông tin")
COOPERATION = TaskReference(OTHER, "i.2", "phối hợp giữa các cơ quan")


def decided(line: int, *passages: TaskReference, same: bool) -> Decided:
    return Decided(Judgement(passages, reason="đã đọc lại", by="Ban biên tập"), same, line)


def covered(*judgements: Decided) -> tuple[tuple[CoverageRow, ...], list[Diagnostic]]:
    (coverage,), told = build_coverage(entries(), (FAMILY,), Matching(FILE, judgements))
    assert all(file == FILE for file, _one in told)
    return coverage.rows, [one for _file, one in told]


def shared(rows: tuple[CoverageRow, ...]) -> list[list[tuple[str, str, bool]]]:
    return [[(c.document, c.label, bool(c.judged)) for c in row.cells] for row in rows if len(row.cells) > 1]


def test_what_the_editor_joins_stands_in_one_row_and_says_so() -> None:
    rows, told = covered(decided(3, TECHNOLOGY, COOPERATION, same=True))
    assert told == []
    assert [(PROVINCE, "II.3", True), (OTHER, "I.2", True)] in shared(rows)
    assert [(PROVINCE, "II.1", False), (OTHER, "I.1", False)] in shared(rows)


def test_what_the_editor_parts_stands_in_two_rows() -> None:
    rows, told = covered(decided(3, SELF_CRITICISM, SELF_CRITICISM_THERE, same=False))
    assert (told, shared(rows)) == ([], [])
    assert sum(len(row.cells) for row in rows) == sum(len(row.cells) for row in covered()[0])


def test_two_passages_of_one_plan_can_be_one_task_of_another() -> None:
    rows, told = covered(decided(3, SELF_CRITICISM, TECHNOLOGY, COOPERATION, same=True))
    assert told == []
    assert [(PROVINCE, "II.1", True), (PROVINCE, "II.3", True), (OTHER, "I.2", True)] in shared(rows)


def test_entries_that_share_a_passage_make_one_row() -> None:
    rows, _told = covered(
        decided(3, TECHNOLOGY, COOPERATION, same=True), decided(9, SELF_CRITICISM_THERE, TECHNOLOGY, same=True)
    )
    assert [(PROVINCE, "II.3", True), (OTHER, "I.1", True), (OTHER, "I.2", True)] in shared(rows)


def test_an_entry_that_no_longer_fits_is_left_out_and_reported_with_its_line() -> None:
    unfit = {
        "matching-words-gone": (TaskReference(PROVINCE, "ii.1", "chữ đã đổi"), COOPERATION),
        "matching-no-unit": (TaskReference(PROVINCE, "ix.9"), COOPERATION),
        "matching-no-document": (TaskReference("son-la/12-kh-tu-2062", "ii.1"), COOPERATION),
        "matching-no-passage": (TaskReference(PROVINCE), COOPERATION),
        "matching-several": (TaskReference(PROVINCE, words="đạo"), COOPERATION),
        "matching-one-task": (COOPERATION, TaskReference(OTHER, "i.2")),
    }
    for line, (code, passages) in enumerate(unfit.items(), start=3):
        rows, told = covered(decided(line, *passages, same=True))
        assert [(one.code, one.line) for one in told] == [(code, line)]
        assert shared(rows) == shared(covered()[0])
        assert "{" not in diagnostics.message(told[0]) + diagnostics.advice(told[0])


def test_entries_that_contradict_each_other_are_reported() -> None:
    rows, told = covered(
        decided(3, SELF_CRITICISM, SELF_CRITICISM_THERE, same=True),
        decided(8, SELF_CRITICISM, SELF_CRITICISM_THERE, same=False),
    )
    assert [(one.code, one.line, one.args) for one in told] == [("matching-contradiction", 3, {"other": "8"})]
    assert shared(rows) == []
