"""Several bearers in one sentence: heads that they share, commas between their tasks, words apart, brackets."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document


def plan(*tasks: str) -> str:
    """A small plan around the tasks of its part II."""
    return "\n".join(("KẾ HOẠCH", "Bảo đảm an toàn", "I. MỤC ĐÍCH", "Nâng cao ý thức.", "II. NHIỆM VỤ", *tasks))


def act(*clauses: str) -> str:
    """A small decree around the clauses of one article."""
    return "\n".join(("NGHỊ ĐỊNH", "Quy định về một việc", "Điều 1. Thủ tục thực hiện", *clauses))


def duties(text: str) -> list[tuple[str, str]]:
    """First words and bearers of each duty, with the capacity where it is not to carry out."""
    found = document(text)
    return [
        (
            " ".join(duty.span.of(found.text).split()[:3]),
            " ".join(
                f"{actor.role or '-'}{'' if actor.capacity == 'perform' else f':{actor.capacity}'}"
                for actor in duty.actors
            ),
        )
        for duty in found.duties
    ]


@pytest.mark.parametrize(
    ("task", "bearers"),
    [
        ("1. Các sở: Tài chính, Xây dựng, Y tế tổ chức thực hiện.", "so_tai_chinh so_xay_dung so_y_te"),
        ("1. Các sở: Tài chính, Xây dựng, Y tế theo chức năng, nhiệm vụ triển khai thực hiện.", None),
        ("1. Giao các sở: Tài chính, Xây dựng, Y tế thẩm định dự án.", "so_tai_chinh so_xay_dung so_y_te"),
        ("1. Các Sở: Tài chính, Nội vụ; Ủy ban nhân dân xã rà soát hồ sơ.", "so_tai_chinh so_noi_vu ubnd_xa"),
        ("1. Giám đốc các sở: Y tế, Nội vụ; Chủ tịch Ủy ban nhân dân xã thực hiện.", "giam_doc_so chu_tich_ubnd_xa"),
        (
            "1. Các Bộ: Xây dựng, Quốc phòng, Công an; Ủy ban nhân dân các tỉnh: rà soát công trình.",
            "bo_xay_dung bo_quoc_phong bo_cong_an ubnd_tinh",
        ),
        ("1. Các bộ Xây dựng, Quốc phòng, Công an rà soát công trình.", "bo_xay_dung bo_quoc_phong bo_cong_an"),
        (
            "1. Sở Nội vụ chủ trì, phối hợp với các Sở: Xây dựng, Y tế rà soát biên chế.",
            "so_noi_vu:lead so_xay_dung:coordinate so_y_te:coordinate",
        ),
    ],
)
def test_names_that_share_a_head(task: str, bearers: str | None) -> None:
    assert [found for _words, found in duties(plan(task))] == [bearers or "so_tai_chinh so_xay_dung so_y_te"]


def test_words_that_are_no_names_with_the_head_are_tasks() -> None:
    assert duties(plan("1. Các nội dung: Tuyên truyền, Xây dựng kế hoạch.")) == [("Tuyên truyền, Xây", "")]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (
            "1. Giao Sở Tư pháp xây dựng quy chế, lấy ý kiến, Sở Tài chính thẩm định kinh phí.",
            [("Giao Sở Tư", "so_tu_phap"), ("Sở Tài chính", "so_tai_chinh")],
        ),
        (
            "1. Giao Công an xã bảo đảm an ninh trật tự, Trạm Y tế xã cấp phát thuốc.",
            [("Giao Công an", "cong_an_xa"), ("Trạm Y tế", "tram_y_te")],
        ),
        (
            "1. Công an tỉnh chủ trì, Sở Xây dựng phối hợp tổ chức kiểm tra.",
            [("Công an tỉnh", "cong_an_tinh:lead so_xay_dung:coordinate")],
        ),
        (
            "1. Sở Nội vụ chủ trì tổng hợp, Sở Tư pháp phối hợp.",
            [("Sở Nội vụ", "so_noi_vu:lead so_tu_phap:coordinate")],
        ),
        (
            "1. Sở Nội vụ chủ trì rà soát; Sở Tư pháp phối hợp thực hiện.",
            [("Sở Nội vụ", "so_noi_vu:lead so_tu_phap:coordinate")],
        ),
        (
            "1. Giao Sở Nội vụ chủ trì, các sở, ban, ngành liên quan tham gia rà soát biên chế.",
            [("Giao Sở Nội", "so_noi_vu:lead co_quan_lien_quan:coordinate")],
        ),
    ],
)
def test_two_bearers_and_a_comma(task: str, expected: list[tuple[str, str]]) -> None:
    assert duties(plan(task)) == expected


@pytest.mark.parametrize(
    "task",
    [
        "1. Sở Tư pháp báo cáo kết quả rà soát, Ủy ban nhân dân tỉnh xem xét, quyết định.",
        "1. Sở Tư pháp hướng dẫn nghiệp vụ cho Công an tỉnh, Sở Nội vụ thực hiện kế hoạch.",
        "1. Sở Tư pháp rà soát văn bản của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành từ năm 2020.",
        "1. Sở Tư pháp tuyên truyền cho người dân, Công an xã tổ chức trực.",
    ],
)
def test_a_list_or_an_answer_behind_a_comma_is_no_second_task(task: str) -> None:
    assert [found for _words, found in duties(plan(task))] == ["so_tu_phap"]


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        (
            "1. Bộ Nội vụ và các Bộ, ngành, trong phạm vi nhiệm vụ của mình, hướng dẫn thi hành.",
            "bo_noi_vu bo_nganh_tw",
        ),
        ("1. Ủy ban nhân dân tỉnh, căn cứ tình hình thực tế, quy định mức hỗ trợ.", "ubnd_tinh"),
        ("1. Bộ trưởng Bộ Nội vụ, theo chức năng được giao, hướng dẫn thi hành.", "bo_truong"),
    ],
)
def test_words_apart_between_a_subject_and_its_verb(clause: str, bearers: str) -> None:
    assert [found for _words, found in duties(act(clause))] == [bearers]


@pytest.mark.parametrize(
    "task",
    ["1. Danh sách do Sở Nội vụ quyết định.", "1. Nội dung tuyên truyền do Sở Nội vụ biên soạn."],
)
def test_by_whom_a_thing_of_a_plan_is_done(task: str) -> None:
    assert [found for _words, found in duties(plan(task))] == ["so_noi_vu"]
