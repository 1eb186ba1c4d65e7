"""Which of the names of a passage bear its duty, and in which words the bearer ends."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document, plan


def law(*lines: str) -> str:
    """A small act around the lines of its only article."""
    return "\n".join(("NGHỊ ĐỊNH", "Quy định về quản lý quỹ", "Điều 1. Nội dung", *lines))


def bearers(text: str) -> list[str]:
    """The bearers of each duty of a text: `role:capacity`, `-` for one that the table lacks."""
    return [" ".join(sorted(f"{a.role or '-'}:{a.capacity}" for a in duty.actors)) for duty in document(text).duties]


IN_LAWS = {
    "1. Doanh nghiệp, tổ chức, đơn vị sự nghiệp được trích tối đa 20% thu nhập để lập Quỹ.": (
        "-:perform doanh_nghiep:perform don_vi_su_nghiep:perform"
    ),
    "1. Các cơ quan, tổ chức khác ngay sau khi phát hiện vi phạm phải báo ngay cho Công an xã.": (
        "co_quan_don_vi_dia_phuong:perform"
    ),
    "1. Căn cứ mức độ sự cố, đơn vị vận hành, quản lý Nền tảng triển khai các biện pháp cần thiết.": "-:perform",
    "1. Đối với công chức, viên chức thường xuyên phải đi đến khu dân cư để xác minh danh sách người tham gia, mà tự "
    "túc bằng phương tiện cá nhân, thì được hỗ trợ theo phương thức khoán.": "cong_chuc_vien_chuc:perform",
    "1. Trường hợp vì lý do khách quan Giám đốc Sở không tham gia Hội đồng thì ủy quyền bằng văn bản cho Phó Giám đốc "
    "tham gia.": "giam_doc_so:perform",
    "1. Bộ trưởng, Thủ trưởng cơ quan ngang bộ có liên quan trong phạm vi nhiệm vụ, quyền hạn của mình, phối hợp với "
    "Bộ Công an chịu trách nhiệm theo dõi, đôn đốc việc thực hiện Nghị định này.": (
        "bo_cong_an:coordinate bo_truong:monitor thu_truong:monitor"
    ),
    "1. Các cơ sở y tế, khi tiếp nhận người bệnh phải ưu tiên điều trị thương tích, kiểm tra, ghi nhận, bảo "
    "quản các dấu vết trên cơ thể người bị xâm hại đồng thời thông báo và phối hợp với Công an xã theo quy định.": (
        "co_so_kcb:perform"
    ),
    "1. Thủ trưởng đơn vị thuộc Bộ Công an, Giám đốc Công an tỉnh và tổ chức, cá nhân có liên quan phải thi "
    "hành Nghị định này.": "giam_doc_cong_an_tinh:perform thu_truong:perform to_chuc_ca_nhan:perform",
    "1. Đối với cơ sở khám bệnh, chữa bệnh của cơ quan, đơn vị, trường học (trừ cơ quan, đơn vị, trường học được cấp "
    "kinh phí), cơ quan bảo hiểm xã hội ký hợp đồng trực tiếp.": "co_quan_bhxh:perform",
    "1. Ủy ban bầu cử có trách nhiệm phối hợp với cơ quan, tổ chức, đơn vị trực tiếp quản lý người đó hoặc Ủy ban nhân "
    "dân xã nơi người đó cư trú xác minh và trả lời bằng văn bản.": (
        "co_quan_don_vi_dia_phuong:coordinate ubnd_xa:coordinate uy_ban_bau_cu:coordinate"
    ),
}


@pytest.mark.parametrize("sentence", IN_LAWS)
def test_the_bearers_of_a_clause(sentence: str) -> None:
    assert bearers(law(sentence)) == [IN_LAWS[sentence]]


def test_a_person_in_a_lead_in_is_the_one_of_whom_the_sentence_before_speaks() -> None:
    found = bearers(
        plan(
            "1. Cán bộ, công chức, viên chức vi phạm thì bị xử lý theo quy định. Ngoài ra, cá "
            "nhân đang công tác còn bị áp dụng các biện pháp xử lý như sau:",
            "a) Đình chỉ công tác.",
            "b) Không bổ nhiệm lại.",
        )
    )
    assert found == ["cong_chuc_vien_chuc:perform"] * 3


def test_a_right_to_demand_something_is_the_right_of_the_one_above() -> None:
    found = bearers(
        law(
            "1. Người sử dụng lao động có các quyền sau đây:",
            "a) Tuyển dụng lao động;",
            "b) Yêu cầu tổ chức đại diện người lao động thương lượng.",
        )
    )
    assert found == ["nguoi_su_dung_lao_dong:perform"] * 2


def test_those_to_whom_a_paper_is_sent_are_not_charged_with_its_date() -> None:
    found = bearers(
        law(
            "1. Định kỳ hằng quý báo cáo về ký quỹ gửi Ngân hàng Nhà nước chi nhánh, Chủ tịch Ủy ban nhân dân "
            "cấp tỉnh, Sở Tư pháp nơi doanh nghiệp đặt trụ sở chính trước ngày 15 của tháng đầu quý sau."
        )
    )
    assert "so_tu_phap:perform" not in " ".join(found).split()


def test_those_who_gave_a_task_are_not_charged_with_it() -> None:
    found = bearers(
        plan(
            "1. Bộ, ngành có liên quan",
            "Căn cứ nhiệm vụ được Chính phủ, Thủ tướng Chính phủ phân công, phối hợp với Bộ Tư pháp hướng dẫn.",
        )
    )
    assert all("thu_tuong" not in each for each in found)


def test_member_organisations_beside_the_front_are_its_own() -> None:
    found = bearers(plan("1. Ủy ban Mặt trận Tổ quốc Việt Nam xã phối hợp với các tổ chức thành viên tuyên truyền."))
    assert found == ["mttq_xa:coordinate to_chuc_thanh_vien_mttq:coordinate"]


def test_a_general_department_that_is_directed_to_act() -> None:
    found = bearers(
        plan("1. Lãnh đạo, chỉ đạo Tổng cục THADS xây dựng Kế hoạch; yêu cầu các cơ quan THADS xây dựng kế hoạch.")
    )
    assert found == ["co_quan_thads:perform tong_cuc_thads:perform"]


def test_a_body_that_issued_what_a_task_names_is_not_charged_with_the_task() -> None:
    found = bearers(
        law(
            "1. Ủy ban nhân dân cấp xã có trách nhiệm:",
            "a) Kiểm tra việc tổ chức và hoạt động của thôn theo Quy chế hoạt động do Ủy ban nhân dân cấp tỉnh ban "
            "hành;",
        )
    )
    assert found == ["ubnd_xa:monitor"]


def test_a_body_that_watches_over_cases_is_not_charged_with_the_task_about_them() -> None:
    found = bearers(
        plan(
            "1. Đảng ủy Tòa án nhân dân tỉnh",
            "- Tăng cường phối hợp với các cơ quan tố tụng giải quyết các vụ án nghiêm trọng; các vụ việc thuộc diện "
            "theo dõi hoặc do Ban Nội chính Tỉnh ủy đôn đốc, giám sát.",
        )
    )
    assert "ban_noi_chinh_tinh_uy:monitor" not in " ".join(found).split()


def test_what_must_be_completed_is_no_right_of_the_person_it_concerns() -> None:
    found = bearers(
        plan("1. Chậm nhất là ngày 08 tháng 2 năm 2026, việc xác minh đối với người ứng cử phải được hoàn thành.")
    )
    assert found == [""]


def modalities(text: str) -> list[str]:
    """The modality of each duty of a text."""
    return [str(duty.modality) for duty in document(text).duties]


def test_times_for_which_nothing_is_granted_are_nothing_forbidden() -> None:
    text = law(
        "1. Nhà giáo không được tính hưởng phụ cấp trong các thời gian sau đây:",
        "a) Thời gian bị đình chỉ công tác;",
        "b) Thời gian nghỉ không hưởng lương.",
    )
    assert modalities(text) == ["prohibition"]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "1. Cán bộ, công chức, viên chức (kể cả người đã nghỉ hưu) vi phạm Quy định này thì bị xử lý kỷ luật.",
            "Cán bộ, công chức, viên chức",
        ),
        (
            "1. Đảng ủy Hội đồng nhân dân tỉnh phối hợp với các cơ quan chuyên môn trong việc thẩm định văn bản.",
            "cơ quan chuyên môn",
        ),
        (
            "1. Sở Tư pháp phối hợp với Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh đối với việc giám sát thi hành luật.",
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
        ),
    ],
)
def test_a_bearer_ends_where_his_name_ends(sentence: str, words: str) -> None:
    found = document(plan(sentence))
    assert words in [actor.span.of(found.text) for duty in found.duties for actor in duty.actors]
