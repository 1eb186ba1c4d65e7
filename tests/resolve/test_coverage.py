from __future__ import annotations

from build_tools.model.library import CoverageRow
from build_tools.resolve.coverage import build_coverage
from build_tools.resolve.plan_tasks import shingles
from build_tools.resolve.rows import similarity
from tests.resolve.plans import FAMILY, OTHER, PROVINCE, entries


def rows() -> tuple[CoverageRow, ...]:
    ((coverage,), told) = build_coverage(entries(), (FAMILY,))
    assert told == ()
    assert coverage.family == FAMILY.id
    return coverage.rows


def test_the_same_task_stands_in_one_row() -> None:
    shared = [row for row in rows() if len(row.cells) > 1]
    assert [[(cell.document, cell.label) for cell in row.cells] for row in shared] == [
        [(PROVINCE, "II.1"), (OTHER, "I.1")]
    ]
    assert all(0.4 < cell.score < 1 for row in shared for cell in row.cells)


def test_every_unit_with_duties_stands_once() -> None:
    library = entries()
    cells = [(cell.document, duty) for row in rows() for cell in row.cells for duty in cell.duties]
    assert len(cells) == len(set(cells))
    assert set(cells) == {
        (id_, duty.id) for id_, entry in library.items() for duty in entry.document.duties if duty.unit is not None
    }


def test_a_task_of_one_plan_alone_has_one_cell() -> None:
    alone = [row.task for row in rows() if len(row.cells) == 1]
    assert any(task.startswith("Tăng cường ứng dụng công nghệ thông tin") for task in alone)
    assert any(task.startswith("Nâng cao chất lượng phối hợp") for task in alone)


def test_similarity_is_the_same_in_any_letters() -> None:
    texts = [
        shingles(text)
        for text in ("Rà soát quy chế làm việc", "RÀ SOÁT QUY CHẾ LÀM VIỆC", "Ứng dụng công nghệ thông tin")
    ]
    assert similarity(texts[0], texts[1], texts) == 1
    assert similarity(texts[0], texts[2], texts) == 0


def test_no_family_no_coverage() -> None:
    assert build_coverage({}, (FAMILY,)) == ((), ())
