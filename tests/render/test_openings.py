"""The one line that stands for a passage: understood alone, never cut within a bracket or a word."""

from __future__ import annotations

import pytest

from build_tools.render.openings import LINE_LENGTH, LONGEST, opening

SUBJECT = "Người đứng đầu, tập thể lãnh đạo trong các cơ quan, tổ chức có thẩm quyền quản lý bến bãi, kho hàng"


def test_a_short_passage_is_shown_whole_with_all_its_clauses() -> None:
    passage = "- Giao Ban A chủ trì, phối hợp với các cơ quan liên quan theo dõi; định kỳ sơ kết theo quy định."
    assert opening(passage) == passage[2:-1]


def test_a_long_passage_ends_with_its_first_clause() -> None:
    passage = "Rà soát, sửa đổi quy chế tiếp nhận đơn thư của cơ quan; " + "bảo đảm đúng hạn, " * 12
    assert opening(passage) == "Rà soát, sửa đổi quy chế tiếp nhận đơn thư của cơ quan …"


def test_a_line_says_what_is_to_be_done_and_not_only_who() -> None:
    passage = f"{SUBJECT} chỉ đạo tăng cường thanh tra, kiểm tra nội bộ, bằng nhiều hình thức, " + "nhất là ở khâu " * 9
    assert "chỉ đạo tăng cường thanh tra" in opening(passage)
    assert opening(passage).endswith("bằng nhiều hình thức …")


@pytest.mark.parametrize(("left", "right"), ["()", "“”", "[]", '""'])
def test_a_line_does_not_end_within_what_is_enclosed(left: str, right: str) -> None:
    inside = f"{left}gồm: trẻ em; người già, người khuyết tật, người thuộc hộ nghèo{right}"
    passage = (
        f"Nâng cao hiệu quả bảo vệ quyền lợi của các nhóm yếu thế trong các vụ việc {inside} " + "có tranh chấp " * 9
    )
    for longest in range(60, 200, 7):
        line = opening(passage, 60, longest)
        assert line.count(right) == (2 if left == right and left in line else line.count(left))


def test_what_is_enclosed_from_the_beginning_is_not_cut_either() -> None:
    enclosed = f"(kể cả {'rất nhiều người đã nghỉ hưu ' * 12})"
    assert opening(f"{enclosed} vi phạm thì bị xử lý theo quy định.").startswith(enclosed)


def test_a_bracket_that_is_never_closed_hides_nothing() -> None:
    passage = "Báo cáo kết quả (qua Ban Nội chính trước ngày 10/12; " + "kèm theo số liệu, " * 12
    assert opening(passage) == "Báo cáo kết quả (qua Ban Nội chính trước ngày 10/12 …"


def test_a_full_stop_after_an_abbreviation_or_number_ends_no_sentence() -> None:
    passage = (
        "Tổ chức hội nghị lấy ý kiến tại các điểm cầu TP. Hồ Chí Minh và mục 1. nêu trên cho từng " + "nhóm, " * 30
    )
    assert opening(passage).startswith(
        "Tổ chức hội nghị lấy ý kiến tại các điểm cầu TP. Hồ Chí Minh và mục 1. nêu trên"
    )


def test_a_colon_that_leads_in_is_no_end() -> None:
    passage = (
        "Đối với đơn vị sự nghiệp công lập ở cấp xã: Ủy ban nhân dân tỉnh quyết định thành lập, " + "sắp xếp, " * 20
    )
    assert "quyết định thành lập" in opening(passage)


def test_without_a_comma_a_line_ends_before_a_new_part_and_not_within_a_word() -> None:
    passage = "Tập trung kiểm tra việc thực hiện quy trình tiếp nhận hồ sơ của người dân trong hoạt động tố tụng " * 4
    assert opening(passage).endswith(" của người dân …")


def test_a_line_says_the_object_of_verbs_that_a_comma_joins() -> None:
    passage = (
        "Chủ trì, phối hợp với cơ quan báo chí và các cơ quan, đơn vị liên quan trên địa bàn thành phố đẩy mạnh tuyên"
        " truyền, phổ biến Quy định về xử lý đơn thư của người dân trên Trang thông tin điện tử thành phố bằng các hình"
        " thức phù hợp nhằm nâng cao nhận thức"
    )
    assert opening(passage).endswith("đơn thư của người dân trên Trang thông tin điện tử thành phố …")


def test_what_has_no_joints_is_cut_between_syllables() -> None:
    assert opening("Từ " * 100) == " ".join(["Từ"] * (LONGEST // 3)) + " …"
    assert opening("Từ" * 200) == "Từ" * 200


def test_a_line_goes_on_beyond_what_it_must_not_leave_out() -> None:
    case = "Trường hợp cần sửa đổi phạm vi địa bàn hoạt động tại khu vực cửa khẩu đường bộ; cảng biển; sân bay thì "
    passage = f"{case * 2}Bộ A chủ trì, phối hợp với Bộ B trình cấp có thẩm quyền quyết định, " + "công bố, " * 20
    assert "Bộ A chủ trì, phối hợp với Bộ B trình cấp có thẩm quyền quyết định" in opening(passage, least=len(case * 2))


def test_hostile_brackets_are_read_in_one_go() -> None:
    assert opening("(" * 200_000 + " x" * 10).endswith("( …")
    assert len(opening("(" * 200_000)) < 10 * LONGEST


def test_the_limit_of_other_places_is_kept() -> None:
    passage = "thực hiện, " * 60
    for whole in (44, 110, LINE_LENGTH):
        assert len(opening(passage, whole, whole)) <= whole + 2
