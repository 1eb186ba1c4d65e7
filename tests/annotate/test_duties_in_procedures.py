"""Duties in procedures and amending acts: long time phrases, quoted provisions, names that only the text tells."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document
from tests.annotate.test_duties_in_acts import act, charges


def test_a_name_that_the_text_repeats_may_hold_a_comma_and_a_verb() -> None:
    found = charges(
        "1. Trung tâm Đào tạo qua mạng tỉnh lập kế hoạch thu.",
        "2. Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ, Cục Quản lý, hỗ trợ doanh nghiệp có văn bản "
        "lấy ý kiến.",
        "3. Hồ sơ của Trung tâm Đào tạo qua mạng tỉnh, Cục Quản lý, hỗ trợ doanh nghiệp được lưu trữ.",
    )
    assert found == [
        ("duty", ("Trung tâm Đào tạo qua mạng tỉnh",)),
        ("duty", ("Cục Quản lý, hỗ trợ doanh nghiệp",)),
    ]


def test_a_provision_within_quotation_marks_is_read_without_its_label() -> None:
    found = document(
        act(
            "1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:",
            "“2. Trong thời hạn 07 ngày làm việc, Bộ Tài chính có văn bản trả lời.”.",
        )
    )
    [duty] = found.duties
    assert duty.span.of(found.text).startswith("Trong thời hạn 07 ngày")


@pytest.mark.parametrize(
    ("lines", "bearers"),
    [
        (
            ("1. Các tổ chức giám định lập danh sách giám định viên.",),
            ("tổ chức giám định",),
        ),
        (
            ("1. Chi phí của tổ chức hoạt động bản đồ.", "2. Tổ chức hoạt động bản đồ có trách nhiệm lưu mẫu."),
            ("Tổ chức hoạt động bản đồ",),
        ),
        (
            ("1. Trường hợp đổi tên đơn vị sự nghiệp nhưng không đổi nơi, tổ chức tín dụng có văn bản thông báo.",),
            ("tổ chức tín dụng",),
        ),
        (("1. Quá thời hạn này, chủ hàng phải nộp lại hồ sơ.",), ("chủ hàng",)),
    ],
)
def test_who_is_the_subject_of_a_procedure(lines: tuple[str, ...], bearers: tuple[str, ...]) -> None:
    assert charges(*lines) == [("duty", bearers)]


def test_what_somebody_is_charges_nobody() -> None:
    assert charges("1. Giám định viên tư pháp là công chức được Bộ trưởng Bộ Y tế ra quyết định công nhận.") == []


def parts(*lines: str) -> list[tuple[str, list[tuple[str | None, str]]]]:
    """The first words of each duty, and the role and the capacity of each bearer."""
    found = document(act(*lines))
    return [
        (
            " ".join(duty.span.of(found.text).split()[:3]),
            [(actor.role, str(actor.capacity)) for actor in duty.actors],
        )
        for duty in found.duties
    ]


@pytest.mark.parametrize(
    ("predicate", "capacity"),
    [
        ("hướng dẫn, kiểm tra, giám sát việc thực hiện chính sách", "monitor"),
        ("theo dõi, tổng hợp, báo cáo kết quả", "monitor"),
        ("kiểm tra, xử lý vi phạm", "monitor"),
        ("tổng hợp, lập danh sách người được hỗ trợ", "perform"),
        ("kiểm tra, đối chiếu, trả lại giấy tờ", "perform"),
        ("theo dõi, phát hiện kịp thời sâu bệnh", "perform"),
        ("tổng hợp trình Chính phủ dự toán", "perform"),
    ],
)
def test_the_row_of_verbs_tells_the_capacity(predicate: str, capacity: str) -> None:
    [(_words, actors)] = parts(f"1. Sở Nội vụ có trách nhiệm {predicate}.")
    assert actors == [("so_noi_vu", capacity)]


@pytest.mark.parametrize(
    ("line", "actors"),
    [
        (
            "1. Bộ Tài chính phối hợp các bộ, ngành liên quan tổ chức đánh giá kết quả.",
            [("bo_tai_chinh", "coordinate"), ("co_quan_lien_quan", "coordinate")],
        ),
        (
            "1. Bộ Ngoại giao đồng chủ trì với Bộ Tài chính, phối hợp với các cơ quan liên quan thúc đẩy xuất khẩu.",
            [("bo_ngoai_giao", "lead"), ("bo_tai_chinh", "lead"), ("co_quan_lien_quan", "coordinate")],
        ),
        (
            "1. Bộ Tài chính triển khai hoặc phối hợp với Bộ Nội vụ triển khai thực hiện Đề án.",
            [("bo_tai_chinh", "perform"), ("bo_noi_vu", "coordinate")],
        ),
    ],
)
def test_who_acts_beside_the_subject(line: str, actors: list[tuple[str, str]]) -> None:
    assert parts(line) == [(" ".join(line.split()[1:4]), actors)]


def test_one_who_directs_others_to_do_the_items_below() -> None:
    lines = (
        "NGHỊ ĐỊNH",
        "Quy định về thông tin",
        "Điều 2. Trách nhiệm của Ủy ban nhân dân cấp tỉnh",
        "1. Thực hiện quy định tại Luật Việc làm và chỉ đạo Sở Nội vụ thực hiện:",
        "a) Xây dựng kế hoạch thu thập thông tin;",
        "b) Kiểm tra, giám sát việc thu thập thông tin.",
        "2. Chỉ đạo các sở, ban, ngành",
        "a) Cung cấp thông tin;",
        "b) Lưu trữ thông tin.",
    )
    found = document("\n".join(lines))
    assert [[(a.role, str(a.capacity)) for a in duty.actors] for duty in found.duties] == [
        [("ubnd_tinh", "perform")],
        [("ubnd_tinh", "direct"), ("so_noi_vu", "perform")],
        [("ubnd_tinh", "direct"), ("so_noi_vu", "monitor")],
        [("ubnd_tinh", "direct"), ("so_ban_nganh", "perform")],
        [("ubnd_tinh", "direct"), ("so_ban_nganh", "perform")],
    ]


@pytest.mark.parametrize(
    ("line", "modality", "bearers"),
    [
        ("1. Trình tự, thủ tục công nhận do Bộ trưởng Bộ Tư pháp quy định.", "duty", ("Bộ trưởng Bộ Tư pháp",)),
        (
            "1. Căn cứ khả năng của trại; trường hợp đủ điều kiện thì trại giam phối hợp với bệnh viện tổ chức khám.",
            "duty",
            ("trại giam", "bệnh viện"),
        ),
        ("1. Trường hợp chủ hàng là hộ kinh doanh thì gửi kèm theo giấy đăng ký.", "duty", ("chủ hàng",)),
        ("a) Trung tâm điều phối vùng: bố trí không quá 05 người.", "duty", ("Trung tâm điều phối vùng",)),
        ("1. Phạm nhân bị bệnh được chăm sóc, điều trị theo quy định.", "power", ("Phạm nhân bị bệnh",)),
        (
            "1. Trường hợp phát sinh nhiệm vụ, Hội đồng quản lý được chủ động điều chỉnh và chịu trách nhiệm.",
            "power",
            ("Hội đồng quản lý",),
        ),
    ],
)
def test_who_is_charged_in_a_procedure(line: str, modality: str, bearers: tuple[str, ...]) -> None:
    assert charges(line) == [(modality, bearers)]


def test_what_is_laid_down_elsewhere_charges_nobody() -> None:
    assert charges("1. Hồ sơ gồm đơn theo mẫu do Bộ trưởng Bộ Tư pháp quy định.") == []


def test_a_name_that_says_which_it_is_stands_in_the_time_phrase() -> None:
    assert parts(
        "1. Trong thời hạn 05 ngày kể từ ngày nhận được ý kiến của Bộ Y tế, Sở Y tế quy định tại điểm a khoản này, "
        "Bộ Tài chính có văn bản trả lời.",
        "2. Trong thời hạn 07 ngày kể từ ngày nhận hồ sơ thành lập chi nhánh, đơn vị sự nghiệp của tổ chức tín dụng, "
        "Bộ Nội vụ có văn bản trả lời.",
    ) == [
        ("Trong thời hạn", [("bo_tai_chinh", "perform")]),
        ("Trong thời hạn", [("bo_noi_vu", "perform")]),
    ]


def test_a_quoted_provision_has_its_time_limit() -> None:
    found = document(
        act(
            "1. Sửa đổi khoản 2 Điều 7 như sau:",
            "“2. Trong thời hạn 07 ngày làm việc kể từ ngày nhận hồ sơ, Bộ Tài chính có văn bản trả lời.”.",
        )
    )
    [duty] = found.duties
    assert duty.deadline is not None


@pytest.mark.parametrize(
    "line",
    [
        "1. Chủ động thực hiện các biện pháp phòng bệnh cho cây trồng.",
        "1. Thường xuyên theo dõi, phát hiện sớm sâu bệnh.",
        "1. Chỉ sử dụng thuốc hóa học khi các biện pháp khác không có kết quả.",
    ],
)
def test_how_everybody_is_to_act(line: str) -> None:
    assert charges(line) == [("duty", ())]


def test_in_some_case_a_thing_must_be_so() -> None:
    assert charges("1. Bộ Tài chính có văn bản trả lời. Trường hợp không chấp thuận, văn bản phải nêu rõ lý do.") == [
        ("duty", ("Bộ Tài chính",)),
        ("duty", ()),
    ]


def test_principles_are_no_tasks() -> None:
    found = document("LUẬT\nTrồng trọt\nĐiều 3. Nguyên tắc hoạt động\n1. Chủ động thực hiện các biện pháp.")
    assert found.duties == ()


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        (
            "1. Việc lựa chọn sản phẩm do Hội đồng quản lý quỹ (sau đây gọi là Hội đồng quản lý) quyết định hằng năm.",
            ("Hội đồng quản lý quỹ (sau đây gọi là Hội đồng quản lý)",),
        ),
        ("1. Mỗi cơ quan thuế chỉ sử dụng một hệ thống sổ.", ("cơ quan thuế",)),
        ("1. Cuối kỳ, sau khi đã ghi sổ, kế toán trưởng phải đối chiếu số liệu.", ("kế toán trưởng",)),
    ],
)
def test_the_words_of_a_bearer(line: str, bearers: tuple[str, ...]) -> None:
    assert charges(line) == [("duty", bearers)]


def test_a_procedure_below_a_title_of_scope() -> None:
    found = document(
        "NGHỊ ĐỊNH\nQuy định về kế toán\nĐiều 1. Phạm vi điều chỉnh\n"
        "1. Nghị định này áp dụng cho Bộ Tài chính.\n"
        "2. Trường hợp phát sinh bí mật nhà nước, Bộ Công an phối hợp với Bộ Tài chính thực hiện."
    )
    [duty] = found.duties
    assert [actor.role for actor in duty.actors] == ["bo_cong_an", "bo_tai_chinh"]


def test_a_list_that_the_text_repeats_is_no_name() -> None:
    line = "Liên minh Hợp tác xã Việt Nam, Cục Phát triển doanh nghiệp"
    [(_modality, bearers), *_rest] = charges(
        f"1. {line} có trách nhiệm hỗ trợ kế toán.", f"2. {line} và các bên lập kế hoạch."
    )
    assert bearers == ("Liên minh Hợp tác xã Việt Nam", "Cục Phát triển doanh nghiệp")
