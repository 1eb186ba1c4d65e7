"""Which document a citation means: one candidate is an answer, two are a question."""

from __future__ import annotations

from build_tools.model.document import Level, System
from tests.resolve.build import codes, entry, library, metadata, statuses

PARTY = {"system": System.PARTY}
DECREE = metadata("Nghị định", "62/2015/NĐ-CP", "2015-07-18", issuer="CHÍNH PHỦ")
QUY_DINH = metadata("Quy định", "132-QĐ/TW", "2023-10-27", issuer="BỘ CHÍNH TRỊ", **PARTY)


def plan(place: str | None, date: str = "2026-06-12", symbol: str = "69-KH/TU") -> object:
    return metadata("Kế hoạch", symbol, date, place=place, level=Level.PROVINCE, issuer="Tỉnh ủy", **PARTY)


def test_an_empty_library() -> None:
    found = library()
    assert not found.works
    assert not found.edges
    assert not found.families


def test_held_and_absent() -> None:
    found = library(
        entry("trung-uong/62-2015-nd-cp", "Nội dung.", DECREE),
        entry("x/a", "Theo Nghị định số 62/2015/NĐ-CP và Nghị định số 33/2020/NĐ-CP ngày 17/3/2020 của Chính phủ."),
    )
    assert statuses(found, "x/a") == [
        ("resolved", "trung-uong/62-2015-nd-cp"),
        ("absent", "trung-uong/33-2020-nd-cp"),
    ]
    absent = found.works["trung-uong/33-2020-nd-cp"]
    assert (absent.held, absent.issuer, str(absent.date), absent.key) == (
        False,
        "Chính phủ",
        "2020-03-17",
        "state:nghi-dinh:33/2020/NĐ-CP:2020",
    )
    (reference,) = absent.cited_by
    assert (reference.citing, reference.citation) == ("x/a", 1)


def test_adding_the_document_takes_the_page_over() -> None:
    citing = entry("x/a", "Theo Nghị định số 62/2015/NĐ-CP.")
    before = library(citing).works
    after = library(citing, entry("trung-uong/62-2015-nd-cp", "Nội dung.", DECREE)).works
    assert set(before) == set(after)


def test_written_variants_are_one_document() -> None:
    found = library(
        entry("x/a", "Quy định số 131-QĐi/TW, ngày 27/10/2023; Quy định số 131- QĐ/TW; Quy định 131-QĐ-TW; 131-QÐ/TW.")
    )
    assert {target for _, target in statuses(found, "x/a")} == {"trung-uong/131-qd-tw-2023"}


def test_a_quyet_dinh_is_not_the_quy_dinh_of_the_same_number() -> None:
    found = library(
        entry("trung-uong/132-qd-tw-2023", "Nội dung.", QUY_DINH),
        entry("x/a", "Quyết định số 132-QĐ/TW ngày 27/10/2023 của Ban Bí thư."),
    )
    assert statuses(found, "x/a") == [("absent", "trung-uong/132-qd-tw-2023-2")]


def test_numbers_restart_each_term() -> None:
    found = library(
        entry("trung-uong/132-qd-tw-2023", "Nội dung.", QUY_DINH),
        entry("x/a", "Quy định số 132-QĐ/TW ngày 06/02/2018 của Bộ Chính trị; Quy định số 132-QĐ/TW ngày 27/10/2023."),
        entry("x/b", "Quy định số 132-QĐ/TW của Bộ Chính trị."),
    )
    assert statuses(found, "x/a") == [
        ("absent", "trung-uong/132-qd-tw-2018"),
        ("resolved", "trung-uong/132-qd-tw-2023"),
    ]
    assert statuses(found, "x/b") == [("ambiguous", None)]
    assert "cited-date-differs" in codes(found)
    assert "citation-ambiguous" in codes(found)


def test_every_province_has_its_own_numbers() -> None:
    found = library(
        entry("hai-phong/69-kh-tu-2026", "Nội dung.", plan("Hải Phòng")),
        entry("x/a", "Kế hoạch số 69-KH/TU ngày 12/6/2026 của Tỉnh ủy Bình Dương."),
        entry("x/b", "Kế hoạch số 69-KH/TU ngày 12/6/2026."),
        entry("x/c", "Kế hoạch số 69-KH/TU ngày 12/6/2026 của Thành ủy Hải Phòng."),
    )
    assert statuses(found, "x/a") == [("absent", "binh-duong/69-kh-tu-2026")]
    assert statuses(found, "x/b") == [("absent", "chua-ro/69-kh-tu-2026")]
    assert statuses(found, "x/c") == [("resolved", "hai-phong/69-kh-tu-2026")]
    assert "citation-issuer-open" in codes(found)


def test_two_documents_without_a_place_are_not_made_one() -> None:
    found = library(
        entry("x/a", "Kế hoạch số 318-KH/TU của Tỉnh ủy."),
        entry("x/b", "Kế hoạch số 318-KH/TU của Tỉnh ủy."),
    )
    assert statuses(found, "x/a") != statuses(found, "x/b")


def test_what_one_citation_says_holds_for_the_others_of_the_document() -> None:
    found = library(
        entry(
            "x/a",
            "Kế hoạch số 69-KH/TU.\nKế hoạch số 69-KH/TU ngày 12/6/2026 của Tỉnh ủy Bình Dương.\nKế hoạch số 69-KH/TU.",
        )
    )
    assert {target for _, target in statuses(found, "x/a")} == {"binh-duong/69-kh-tu-2026"}


def test_bodies_of_ministries_are_told_apart() -> None:
    found = library(
        entry("x/a", "Kế hoạch số 196-KH/BCSĐ ngày 26/4/2024 của Ban cán sự đảng Bộ Tư pháp."),
        entry("x/b", "Kế hoạch số 196-KH/BCSĐ ngày 02/5/2024 của Ban cán sự đảng Bộ Công an."),
    )
    assert statuses(found, "x/a") == [("absent", "trung-uong/196-kh-bcsd-2024")]
    assert statuses(found, "x/b") == [("absent", "trung-uong/196-kh-bcsd-2024-2")]


def test_a_law_by_name_is_the_numbered_law_of_the_same_document() -> None:
    found = library(entry("x/a", "Luật Dẫn độ số 100/2025/QH15.\nĐiều 5 của Luật Dẫn độ."))
    assert [target for _, target in statuses(found, "x/a")] == ["trung-uong/100-2025-qh15"] * 2


def test_a_name_with_its_year_is_one_law() -> None:
    found = library(
        entry("x/a", "Căn cứ Luật Đấu thầu ngày 23 tháng 6 năm 2023;"),
        entry("x/b", "Căn cứ Luật Đấu thầu số 22/2023/QH15;"),
        entry("x/c", "theo Luật Đấu thầu;"),
    )
    assert statuses(found, "x/a") == statuses(found, "x/b") == [("absent", "trung-uong/22-2023-qh15")]
    assert statuses(found, "x/c") == [("absent", "trung-uong/luat-dau-thau")]


def test_a_law_cannot_be_cited_before_it_was_made() -> None:
    law = metadata("Luật", "100/2025/QH15", "2025-11-26", title="DẪN ĐỘ", issuer="QUỐC HỘI")
    older = metadata("Nghị định", "1/2020/NĐ-CP", "2020-01-01")
    newer = metadata("Nghị định", "1/2026/NĐ-CP", "2026-01-01")
    found = library(
        entry("trung-uong/100-2025-qh15", "Nội dung.", law),
        entry("x/a", "theo Luật Dẫn độ;", older),
        entry("x/b", "theo Luật Dẫn độ;", newer),
    )
    assert statuses(found, "x/a")[0][0] == "absent"
    assert statuses(found, "x/b") == [("resolved", "trung-uong/100-2025-qh15")]


def test_a_wrong_date_beside_a_number_with_its_year_is_told() -> None:
    found = library(
        entry("trung-uong/62-2015-nd-cp", "Nội dung.", DECREE),
        entry("x/a", "Nghị định số 62/2015/NĐ-CP ngày 19/7/2015 của Chính phủ."),
    )
    assert statuses(found, "x/a") == [("resolved", "trung-uong/62-2015-nd-cp")]
    assert codes(found) == ["cited-date-differs"]


def test_another_issuer_is_told() -> None:
    found = library(
        entry("trung-uong/62-2015-nd-cp", "Nội dung.", DECREE),
        entry("x/a", "Nghị định số 62/2015/NĐ-CP ngày 18/7/2015 của Thủ tướng Chính phủ; 62/2015/NĐ-CP."),
        entry("x/b", "Nghị định số 62/2015/NĐ-CP của Quốc hội."),
    )
    assert codes(found) == ["cited-issuer-differs"]


def test_a_document_held_twice_is_told() -> None:
    found = library(entry("x/a", "Một.", DECREE), entry("x/b", "Hai.", DECREE))
    assert codes(found) == ["same-document-twice"]


def test_a_news_item_is_not_the_plan_it_tells_of() -> None:
    news = (
        "Ngày 26/4/2024, Ban cán sự đảng Bộ Tư pháp đã ban hành Kế hoạch số 196-KH/BCSĐ thực hiện Quy định 132-QĐ/TW."
    )
    found = library(entry("trung-uong/tin", news, reported=True))
    assert statuses(found, "trung-uong/tin")[0] == ("absent", "trung-uong/196-kh-bcsd-2024")
    assert found.works["trung-uong/tin"].reported
    (edge,) = found.edges
    assert (edge.source, edge.target, edge.reported) == ("trung-uong/196-kh-bcsd-2024", "trung-uong/132-qd-tw", True)


def test_order_of_entries_does_not_matter() -> None:
    entries = [
        entry("x/b", "Kế hoạch số 318-KH/TU của Tỉnh ủy; Nghị định số 62/2015/NĐ-CP."),
        entry("x/a", "Kế hoạch số 318-KH/TU của Tỉnh ủy; Luật Đấu thầu."),
        entry("trung-uong/62-2015-nd-cp", "Nội dung.", DECREE),
    ]
    assert library(*entries) == library(*reversed(entries))


def test_a_document_that_names_itself() -> None:
    about = metadata(
        "Kế hoạch", "251/KH-UBND", "2026-07-07", place="Hải Phòng", level=Level.PROVINCE, issuer="UBND thành phố"
    )
    found = library(entry("hai-phong/251-kh-ubnd-2026", "Phụ lục\n(Kèm theo Kế hoạch số 251/KH-UBND)", about))
    assert statuses(found, "hai-phong/251-kh-ubnd-2026") == [("resolved", "hai-phong/251-kh-ubnd-2026")]
    assert not found.works["hai-phong/251-kh-ubnd-2026"].cited_by


def test_a_commune_without_its_name_is_any_commune() -> None:
    commune = metadata(
        "Kế hoạch", "12/KH-UBND", "2026-03-02", place="Hải Phòng", level=Level.COMMUNE, issuer="UBND xã An Lão"
    )
    found = library(
        entry("hai-phong/12-kh-ubnd-2026", "Nội dung.", commune),
        entry("x/a", "Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã, thành phố Hải Phòng."),
        entry("x/b", "Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND thành phố Hải Phòng."),
        entry("x/c", "Kế hoạch số 12/KH-UBND ngày 02/3/2026 của UBND xã An Lão thành phố Hải Phòng."),
    )
    assert statuses(found, "x/a")[0][0] == "absent"
    assert statuses(found, "x/b")[0][0] == "absent"
    assert statuses(found, "x/c") == [("resolved", "hai-phong/12-kh-ubnd-2026")]


def test_a_name_alone_does_not_mean_an_older_law_where_a_newer_one_is_known() -> None:
    old = entry("x/old", "", metadata("Luật", "45/2013/QH13", "2013-11-29", title="ĐẤT ĐAI"))
    knows = entry(
        "x/knows", "Căn cứ Luật Đất đai số 31/2024/QH15;", metadata("Nghị định", "1/2025/NĐ-CP", "2025-01-01")
    )
    later = entry("x/later", "theo Luật Đất đai.", metadata("Nghị định", "2/2025/NĐ-CP", "2025-02-01"))
    before = entry("x/before", "theo Luật Đất đai.", metadata("Nghị định", "2/2020/NĐ-CP", "2020-02-01"))
    found = library(old, knows, later, before)
    assert statuses(found, "x/later") == [("ambiguous", None)]
    assert statuses(found, "x/before") == [("resolved", "x/old")]
    assert statuses(library(old, later), "x/later") == [("resolved", "x/old")]


def test_two_held_laws_of_one_name_are_not_guessed() -> None:
    laws = [
        entry("x/old", "", metadata("Luật", "45/2013/QH13", "2013-11-29", title="ĐẤT ĐAI")),
        entry("x/new", "", metadata("Luật", "31/2024/QH15", "2024-01-18", title="ĐẤT ĐAI")),
    ]
    name = entry("x/name", "theo Luật Đất đai.", metadata("Nghị định", "1/2025/NĐ-CP", "2025-01-01"))
    year = entry("x/year", "theo Luật Đất đai năm 2013.", metadata("Nghị định", "2/2025/NĐ-CP", "2025-01-01"))
    found = library(*laws, name, year)
    assert statuses(found, "x/name") == [("ambiguous", None)]
    assert statuses(found, "x/year") == [("resolved", "x/old")]
