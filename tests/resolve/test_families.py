"""Families, edges and the bounds of undated documents."""

from __future__ import annotations

import datetime as dt

from build_tools.model.document import Level, Metadata, System, Unit, UnitKind
from build_tools.model.duty import Deadline, DeadlineKind
from build_tools.model.library import Library
from build_tools.model.span import Span
from tests.resolve.build import entry, library, metadata


def titled(text: str, title: str) -> tuple[Unit, ...]:
    end = text.index("\n") if "\n" in text else len(text)
    assert text.startswith(title)
    units = [Unit("ten", UnitKind.TITLE, None, None, None, 1, None, Span(0, end), 1)]
    if end < len(text):
        units.append(Unit("can-cu", UnitKind.PREAMBLE, None, None, None, 1, None, Span(end + 1, len(text)), 2))
    return tuple(units)


def plans() -> Library:
    city = (
        "Tiếp tục thực hiện Quy định số 132-QĐ/TW ngày 27/10/2023 của Bộ Chính trị\n"
        "Thực hiện chỉ đạo của Đảng ủy Ủy ban nhân dân thành phố tại Công văn số 1293-CV/ĐU ngày 17/6/2026 về việc "
        "thực hiện Kế hoạch số 69-KH/TU ngày 12/6/2026 của Ban Thường vụ Thành ủy về tiếp tục "
        "thực hiện Quy định số 132-QĐ/TW"
    )
    about = metadata(
        "Kế hoạch",
        "251/KH-UBND",
        "2026-07-07",
        place="Hải Phòng",
        level=Level.PROVINCE,
        issuer="Ủy ban nhân dân thành phố",
    )
    province = "Thực hiện Quy định số 132-QĐ/TW, ngày 27/10/2023 của Bộ Chính trị"
    other = metadata(
        "Kế hoạch",
        "225-KH/TU",
        "2025-05-12",
        place="Bình Dương",
        level=Level.PROVINCE,
        issuer="Tỉnh ủy Bình Dương",
        system=System.PARTY,
    )
    return library(
        entry("hai-phong/251-kh-ubnd-2026", city, about, titled(city, "Tiếp tục")),
        entry("binh-duong/225-kh-tu-2025", province, other, titled(province, "Thực hiện")),
    )


def test_the_tree_follows_the_chain() -> None:
    (family,) = plans().families
    assert (family.id, family.root) == ("132-qd-tw", "trung-uong/132-qd-tw-2023")
    assert [(member.depth, member.work, member.kind, member.days) for member in family.members] == [
        (0, "trung-uong/132-qd-tw-2023", None, 0),
        (1, "binh-duong/225-kh-tu-2025", "implements", 563),
        (1, "hai-phong/69-kh-tu-2026", "implements", 959),
        (2, "hai-phong/1293-cv-du-2026", "implements", 964),
        (3, "hai-phong/251-kh-ubnd-2026", "directed-by", 984),
    ]


def test_edges_quote_their_passage() -> None:
    found = plans()
    for edge in found.edges:
        text = found.entries[edge.passage.document].document.text
        assert edge.passage.span.of(text).strip()
        assert edge.passage.anchor


def test_a_family_needs_a_document_of_the_library() -> None:
    found = library(entry("x/a", "theo Nghị quyết số 140/NQ-CP thực hiện Nghị quyết số 66-NQ/TW."))
    assert found.edges
    assert not found.families


def test_a_circle_does_no_harm() -> None:
    found = library(
        entry("x/a", "Kế hoạch số 1/KH-BTP về thực hiện Kế hoạch số 2/KH-BTP."),
        entry("x/b", "Kế hoạch số 2/KH-BTP về thực hiện Kế hoạch số 1/KH-BTP."),
    )
    assert len(found.edges) == 2
    assert not found.families


def test_bounds_of_an_undated_document() -> None:
    text = "Thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022. Trước ngày 15/8/2025."
    limit = Deadline("han-1", Span(50, 70), DeadlineKind.DATE, "day", date=dt.date(2025, 8, 15))
    past = Deadline("han-2", Span(50, 70), DeadlineKind.DATE, "day", date=dt.date(2020, 1, 1))
    bounds = library(entry("x/a", text, Metadata(), deadlines=(limit,))).works["x/a"].bounds
    assert bounds is not None
    assert (bounds.after, bounds.before) == (dt.date(2022, 11, 9), dt.date(2025, 8, 15))
    undecided = library(entry("x/a", text, Metadata(), deadlines=(past,))).works["x/a"].bounds
    assert undecided is not None
    assert undecided.before is None
