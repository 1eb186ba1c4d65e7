"""Several bearers in one sentence: heads that they share, commas between their tasks, words apart, brackets."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document, document_of_rows


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


@pytest.mark.parametrize(
    ("task", "bearers"),
    [
        ("1. Rà soát hộ nghèo (do Ủy ban nhân dân xã thực hiện).", "ubnd_xa"),
        ("1. Tổ chức hội nghị (giao Sở Tư pháp chủ trì, phối hợp với Sở Nội vụ).", None),
        ("1. Tổ chức hội nghị (Sở Tư pháp chủ trì, Sở Nội vụ phối hợp), hoàn thành trước ngày 30/6/2026.", None),
        ("1. Bố trí kinh phí (giao Phòng Kinh tế tham mưu).", "phong_kinh_te_xa:advise"),
        ("1. Công tác tuyên truyền (Công an xã phụ trách).", "cong_an_xa"),
        ("1. Biên soạn tài liệu (Sở Tư pháp biên soạn, Sở Tài chính bảo đảm kinh phí).", "so_tu_phap so_tai_chinh"),
        ("1. Tổ chức lễ phát động - Sở Tư pháp chủ trì.", "so_tu_phap:lead"),
        ("1. Tổ chức lễ phát động: giao Sở Tư pháp chủ trì.", "so_tu_phap:lead"),
        ("1. Công tác bảo đảm an ninh: do Công an xã phụ trách.", "cong_an_xa"),
        ("1. Việc sơ kết, tổng kết giao Công an xã tổng hợp, báo cáo.", "cong_an_xa:monitor"),
        ("1. Sở Nội vụ rà soát biên chế (Sở Tài chính phối hợp).", "so_noi_vu so_tai_chinh:coordinate"),
    ],
)
def test_bearers_behind_the_task(task: str, bearers: str | None) -> None:
    assert [found for _words, found in duties(plan(task))] == [bearers or "so_tu_phap:lead so_noi_vu:coordinate"]


@pytest.mark.parametrize(
    "task",
    [
        "1. Tổ chức hội nghị triển khai (Sở Tư pháp).",
        "1. Gửi báo cáo về Ủy ban nhân dân tỉnh (qua Sở Tư pháp tổng hợp).",
        "1. Rà soát quy chế (Sở Tư pháp đã ban hành năm 2025).",
    ],
)
def test_what_brackets_only_explain_charges_nobody(task: str) -> None:
    assert [found for _words, found in duties(plan(task))] == [""]


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        ("1. Quy trình đấu thầu được thống nhất giữa Bên cho vay và Bên vay và được nêu tại hợp đồng.", "- -"),
        ("1. Thông tin được trao đổi giữa Sở Tư pháp và Công an tỉnh hằng quý.", "so_tu_phap cong_an_tinh"),
        ("1. Kết quả kiểm tra được Sở Tư pháp thông báo trong thời hạn 05 ngày.", "so_tu_phap"),
        ("1. Dịch vụ này chỉ được thực hiện bởi doanh nghiệp có giấy phép.", "doanh_nghiep"),
        ("1. Trường hợp dự án nằm trên hai địa bàn thì việc ưu đãi do Chính phủ quy định.", "chinh_phu"),
    ],
)
def test_who_acts_in_a_passive(clause: str, bearers: str) -> None:
    assert [found for _words, found in duties(act(clause))] == [bearers]


@pytest.mark.parametrize(
    "clause",
    [
        "1. Đề án được Sở Tư pháp phê duyệt là căn cứ để thực hiện.",
        "1. Hồ sơ được Sở Tư pháp tiếp nhận thì được xử lý trong ngày.",
        "1. Loại hình đơn vị căn cứ vào chức năng của đơn vị được cấp có thẩm quyền phê duyệt.",
        "1. Việc bổ sung danh mục được thực hiện theo tiêu chuẩn do cơ quan có thẩm quyền quy định.",
    ],
)
def test_by_whom_a_thing_was_made_is_no_duty(clause: str) -> None:
    assert duties(act(clause)) == []


def test_what_an_office_does_not_do_is_forbidden_to_it() -> None:
    found = document(act("1. Sở Y tế không cấp giấy phép cho cơ sở chưa đủ điều kiện."))
    assert [(str(duty.modality), duty.actors[0].role) for duty in found.duties] == [("prohibition", "so_y_te")]


def test_a_case_in_which_an_office_does_nothing_forbids_nothing() -> None:
    clause = "1. Ủy ban nhân dân xã không giải quyết trong thời hạn thì công dân có quyền khiếu nại."
    assert duties(act(clause)) == [("Ủy ban nhân", "nguoi_dan")]


def test_to_submit_something_to_somebody_is_a_task() -> None:
    assert duties(act("1. Sở Tư pháp trình Chủ tịch Ủy ban nhân dân tỉnh thu hồi giấy phép.")) == [
        ("Sở Tư pháp", "so_tu_phap")
    ]


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        ("1. Đơn vị được giao tổ chức đào tạo xây dựng kế hoạch và triển khai thực hiện.", "-"),
        ("1. Cơ quan được giao nhiệm vụ tổ chức biên soạn giáo trình lập kế hoạch thẩm định.", "-"),
        ("1. Cơ quan, tổ chức, đơn vị có người được giới thiệu ứng cử cung cấp tiểu sử tóm tắt.", None),
        ("1. Tổ chức, cá nhân được cấp chứng thư số khi tham gia hệ thống phải đăng ký sử dụng.", "to_chuc_ca_nhan"),
        ("1. Cơ sở trợ giúp xã hội căn cứ vào tình hình thực tế để bố trí người trực.", "-"),
        ("1. Trạm Y tế xã là cơ quan có thẩm quyền cấp giấy xác nhận.", "tram_y_te"),
    ],
)
def test_what_tells_which_body_is_meant_holds_no_predicate(clause: str, bearers: str | None) -> None:
    assert [found for _words, found in duties(act(clause))] == [bearers or "co_quan_don_vi_dia_phuong"]


@pytest.mark.parametrize(
    "clause",
    [
        "1. Đơn vị được giao nhiệm vụ biên soạn được Bộ Nội vụ lựa chọn theo các tiêu chí tại Điều 5.",
        "1. Cơ quan quản lý dữ liệu là cơ quan có thẩm quyền được giao quản lý dữ liệu tại các địa phương.",
        "1. Tiêu chí hoàn thành công việc do Bộ được giao trực tiếp quản lý thực hiện.",
    ],
)
def test_what_only_tells_of_a_body_is_no_duty(clause: str) -> None:
    assert duties(act(clause)) == []


def test_a_case_may_go_on_with_what_the_one_before_may_do() -> None:
    lines = "1. Giám đốc Sở Y tế ký hợp đồng. Trường hợp không trực tiếp ký thì có thể ủy quyền cho Phó Giám đốc."
    found = document(act(lines))
    assert [(str(duty.modality), str(duty.explicit)) for duty in found.duties] == [
        ("duty", "sentence"),
        ("power", "implied"),
    ]


def rows(*lines: str) -> list[str]:
    """Bearers and first words of the duties of a table."""
    found = document_of_rows("KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. Bảng phân công kèm theo.", lines)
    return [
        " ".join(f"{actor.role}:{actor.capacity}" for actor in duty.actors) + f" | {duty.span.of(found.text)}"
        for duty in found.duties
    ]


def test_a_cell_of_those_who_lead_covers_the_rows_below_it() -> None:
    assert rows(
        "TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn",
        "1\tRà soát văn bản\tSở Tư pháp\tCông an tỉnh\tQuý II/2026",
        "\tTổng hợp kết quả\t\t\tQuý III/2026",
        "2\tTổ chức hội nghị\t\tSở Nội vụ\tQuý IV/2026",
        "3\tSơ kết\t\t\tQuý IV/2026",
    ) == [
        "so_tu_phap:lead cong_an_tinh:coordinate | Rà soát văn bản",
        "so_tu_phap:lead | Tổng hợp kết quả",
        "so_tu_phap:lead so_noi_vu:coordinate | Tổ chức hội nghị",
    ]


def test_bodies_may_stand_before_their_tasks() -> None:
    assert rows(
        "STT\tĐơn vị\tNhiệm vụ chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành",
        "1\tSở Nội vụ\tHướng dẫn vị trí việc làm\tCông an tỉnh\tQuý I/2026",
        "\t\tRà soát biên chế\tSở Tài chính\tQuý II/2026",
        "2\tSở Xây dựng\tThẩm định dự án\t\tQuý II/2026",
    ) == [
        "so_noi_vu:lead cong_an_tinh:coordinate | Hướng dẫn vị trí việc làm",
        "so_noi_vu:lead so_tai_chinh:coordinate | Rà soát biên chế",
        "so_xay_dung:lead | Thẩm định dự án",
    ]


GROUPS = """
Phụ lục
PHÂN CÔNG NHIỆM VỤ
TT
Nội dung công việc Cơ quan chủ trì
Cơ quan phối hợp
Cấp trình
Thời hạn hoàn thành
I
Công tác giáo dục, tuyên truyền
1
Tuyên truyền chủ trương sắp xếp bộ máy
Sở Tư pháp
Sở Nội vụ
Cấp có thẩm quyền
Thường xuyên
II
Hoàn thiện thể chế
1
Rà soát quy định về tổ chức bộ máy của tỉnh và cấp xã Các sở, ban, ngành
Sở Tư pháp
Cấp có thẩm quyền
Quý II/2026
2.1 Theo dõi việc sắp xếp bộ máy
Sở Nội vụ
Cấp có thẩm quyền
Quý III/2026
2.2 Thực hiện các nhiệm vụ trọng tâm sau:
(1) Hướng dẫn sắp xếp trường học.
(2) Xây dựng dự thảo Đề án.
Sở Y tế
Sở Tài chính
Quý III/2026
"""


def test_a_table_without_columns_may_count_in_groups_and_parts() -> None:
    found = document(plan("1. Thực hiện theo Phụ lục.") + GROUPS)
    limits = {limit.id: str(limit.date or limit.kind) for limit in found.deadlines}
    assert [
        " ".join(f"{actor.role}:{actor.capacity}" for actor in duty.actors)
        + f" | {limits[duty.deadline or '']} | {duty.span.of(found.text)}"
        for duty in found.duties
        if duty.actors
    ] == [
        "so_tu_phap:lead so_noi_vu:coordinate | standing | Tuyên truyền chủ trương sắp xếp bộ máy",
        "so_ban_nganh:lead so_tu_phap:coordinate | 2026-06-30 | Rà soát quy định về tổ chức bộ máy của tỉnh và cấp xã",
        "so_noi_vu:lead | 2026-09-30 | Theo dõi việc sắp xếp bộ máy",
        "so_y_te:lead so_tai_chinh:coordinate | 2026-09-30 | Hướng dẫn sắp xếp trường học.",
        "so_y_te:lead so_tai_chinh:coordinate | 2026-09-30 | Xây dựng dự thảo Đề án.",
    ]


def test_what_the_one_above_is_granted_is_no_task_of_those_who_lead_a_meeting() -> None:
    text = "QUYẾT ĐỊNH\nKiện toàn Ban Chỉ đạo\nĐiều 1. Quyền hạn của Ban Chỉ đạo\n1. Được mời dự các cuộc họp do"
    assert duties(f"{text} Chủ tịch Ủy ban nhân dân tỉnh chủ trì.") == [("Được mời dự", "ban_chi_dao")]


def test_the_title_of_a_group_of_rows_tells_whose_they_are() -> None:
    assert rows(
        "TT\tNhiệm vụ\tSản phẩm\tThời gian hoàn thành",
        "I\tSỞ NỘI VỤ\t\t",
        "1\tRà soát biên chế\tBáo cáo\tQuý II/2026",
        "2\tTổ chức tập huấn\tHội nghị\tQuý III/2026",
        "II\tSở Tư pháp\t\t",
        "1\tThẩm định văn bản\tBáo cáo\tThường xuyên",
        "III\tCông tác khác\t\t",
        "1\tTuyên truyền\tBản tin\tThường xuyên",
    ) == [
        "so_noi_vu:perform | Rà soát biên chế",
        "so_noi_vu:perform | Tổ chức tập huấn",
        "so_tu_phap:perform | Thẩm định văn bản",
    ]


def test_the_title_of_a_group_of_rows_tells_when_they_are_due() -> None:
    found = document_of_rows(
        "KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. Bảng phân công kèm theo.",
        (
            "TT\tNội dung công việc\tCơ quan chủ trì",
            "I\tNhiệm vụ hoàn thành trước ngày 30/6/2026\t",
            "1\tRà soát văn bản\tSở Tư pháp",
            "II\tNhiệm vụ trong năm 2026\t",
            "2\tTổ chức hội nghị\tSở Nội vụ",
        ),
    )
    limits = {limit.id: str(limit.date) for limit in found.deadlines}
    assert [limits[duty.deadline or ""] for duty in found.duties] == ["2026-06-30", "2026-12-31"]


@pytest.mark.parametrize(
    ("title", "capacity"),
    [
        ("1. Thu thập thông tin, báo cáo ở cấp xã Ủy ban nhân dân xã chỉ đạo Ban quản lý cấp xã:", "ubnd_xa:direct"),
        ("1. Tuyên truyền chủ trương của Đảng Sở Tư pháp có trách nhiệm:", "so_tu_phap"),
    ],
)
def test_a_lead_in_may_be_glued_to_a_title(title: str, capacity: str) -> None:
    items = ("- Rà soát thông tin.", "- Cập nhật dữ liệu.")
    assert duties(plan(title, *items)) == [("Rà soát thông", capacity), ("Cập nhật dữ", capacity)]


def test_a_name_that_belongs_to_a_title_begins_no_lead_in() -> None:
    lines = ("1. Hướng dẫn nghiệp vụ cho Sở Nội vụ tổ chức thực hiện:", "- Rà soát thông tin.")
    assert duties(plan(*lines)) == [("Rà soát thông", "")]


def test_who_is_asked_to_lead_below_has_partners_too() -> None:
    lines = (
        "1. Đề nghị Mặt trận Tổ quốc phường chủ trì phối hợp với các tổ chức chính trị - xã hội:",
        "- Phát động thi đua.",
    )
    assert [found.split(":", 1)[1] for _words, found in duties(plan(*lines))] == ["lead doan_the:coordinate"]


def test_a_partner_may_follow_without_with() -> None:
    assert duties(plan("1. Giao Công an phường chủ trì, phối hợp UBND phường rà soát cơ sở.")) == [
        ("Giao Công an", "cong_an_xa:lead ubnd_xa:coordinate")
    ]


def test_a_short_verb_and_its_object_begin_a_predicate() -> None:
    found = document(act("1. Tổng cục Dạy nghề cấp giấy chứng nhận cho trường cao đẳng."))
    assert [actor.span.of(found.text) for duty in found.duties for actor in duty.actors] == ["Tổng cục Dạy nghề"]


@pytest.mark.parametrize(
    ("clause", "bearers"),
    [
        ("1. Cơ quan điều tra, Viện kiểm sát cấp trên có trách nhiệm hướng dẫn nghiệp vụ.", "co_quan_dieu_tra vksnd"),
        ("1. Ban quản lý cấp xã báo cáo tình hình thực hiện chương trình.", "-"),
    ],
)
def test_the_level_of_a_body_is_no_verb(clause: str, bearers: str) -> None:
    found = document(act(clause))
    assert [found for _words, found in duties(act(clause))] == [bearers]
    assert found.duties[0].actors[-1].span.of(found.text).endswith(("cấp trên", "cấp xã"))


def test_who_applies_for_something_does_not_take_the_task_from_its_bearer() -> None:
    task = "1. Trường hợp hồ sơ đạt yêu cầu, cán bộ tiếp nhận phải thông báo cho tổ chức, doanh nghiệp đề nghị biết."
    assert [found for _words, found in duties(plan(task))] == ["-"]


def test_who_set_up_a_body_is_not_the_one_who_acts() -> None:
    assert duties(
        act("1. Trường hợp hồ sơ hợp lệ thì Sở Tư pháp, công ty do Thủ tướng Chính phủ quyết định thành lập tiếp nhận.")
    ) == [("Trường hợp hồ", "so_tu_phap -")]


def test_one_kind_of_bodies_is_named_by_its_plural() -> None:
    assert duties(plan("1. Các sở rà soát văn bản.", "2. Các sở giáo dục và đào tạo rà soát trường học.")) == [
        ("Các sở rà", "so_ban_nganh"),
        ("Các sở giáo", "so_giao_duc_dao_tao"),
    ]


def test_a_numbered_sentence_closes_nothing() -> None:
    assert duties(plan("1. Rà soát hồ sơ.", "2. Công an tỉnh, Sở Nội vụ phối hợp thực hiện.")) == [
        ("Rà soát hồ", ""),
        ("Công an tỉnh,", "cong_an_tinh:coordinate so_noi_vu:coordinate"),
    ]
    assert duties(plan("1. Rà soát hồ sơ.", "* Công an tỉnh, Sở Nội vụ phối hợp thực hiện.")) == [
        ("Rà soát hồ", "cong_an_tinh:coordinate so_noi_vu:coordinate"),
    ]
