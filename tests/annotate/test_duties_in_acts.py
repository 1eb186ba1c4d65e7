"""Duties in laws, decrees and circulars: bearers that no table knows, bearers behind a case, and rules for nobody."""

from __future__ import annotations

import pytest

from tests.annotate.reading import document


def act(*lines: str) -> str:
    """A small decree around the lines of one article."""
    return "\n".join(("NGHỊ ĐỊNH", "Quy định về bảo đảm chất lượng", "Điều 1. Bảo đảm chất lượng dịch vụ", *lines))


def charges(*lines: str) -> list[tuple[str, tuple[str, ...]]]:
    """Modality and the words of the bearers of each duty."""
    found = document(act(*lines))
    return [(str(duty.modality), tuple(actor.span.of(found.text) for actor in duty.actors)) for duty in found.duties]


@pytest.mark.parametrize(
    ("line", "modality", "bearers"),
    [
        ("1. Khi tạm dừng hợp đồng, hai bên phải thống nhất phương án.", "duty", ("hai bên",)),
        ("1. Trong thời gian chờ, quỹ bảo hiểm y tế thanh toán chi phí.", "duty", ("quỹ bảo hiểm y tế",)),
        ("1. Trước chuyến đi, thuyền trưởng phải lập phương án.", "duty", ("thuyền trưởng",)),
        ("1. Chủ hàng có trách nhiệm bố trí địa điểm cách ly.", "duty", ("Chủ hàng",)),
        ("1. Trường hợp gửi hồ sơ qua thư, sau đó chủ hàng phải gửi bản chính.", "duty", ("chủ hàng",)),
        ("1. Ít nhất 05 ngày trước ngày họp, người sử dụng lao động thông báo về nội dung.", "duty", None),
        ("1. Người nộp thuế được trừ số thuế phải nộp ở nước ngoài.", "power", ("Người nộp thuế",)),
        ("1. Người nào phát hiện, tố giác hành vi gian lận được xem xét khen thưởng.", "power", None),
        ("1. Người đạt từ 50 điểm trở lên được đánh giá là đạt và được xem xét cấp chứng chỉ.", "power", None),
        ("1. Người nào có hành vi cản trở thì bị xử phạt vi phạm hành chính.", "liability", None),
        ("1. Công an xã chịu sự chỉ đạo, kiểm tra của Công an tỉnh.", "duty", ("Công an xã",)),
        ("1. Giáo viên được bồi dưỡng kiến thức, kỹ năng phù hợp với nhiệm vụ.", "power", ("Giáo viên",)),
        ("1. Người khiếu nại có thể ủy quyền cho người khác khiếu nại.", "power", None),
        ("1. Bị cáo, người bị tạm giữ được tự bào chữa hoặc nhờ người khác bào chữa.", "power", None),
        ("1. Người nào vi phạm thì tùy theo tính chất, mức độ vi phạm mà bị xử lý kỷ luật.", "liability", None),
        ("1. Trường hợp đối tượng khai sai thì đối tượng phải nộp trả số tiền.", "duty", ("đối tượng",)),
        ("1. Phạt tiền tổ chức là Đơn vị bán điện từ 1.000.000 đồng đối với hành vi không báo cáo.", "liability", None),
    ],
)
def test_whom_a_sentence_of_an_act_charges(line: str, modality: str, bearers: tuple[str, ...] | None) -> None:
    [(found, named)] = charges(line)
    assert found == modality
    assert named if bearers is None else named == bearers


@pytest.mark.parametrize(
    ("line", "modality"),
    [
        ("1. Việc từ chối thanh toán phải nêu rõ lý do.", "duty"),
        ("1. Nội quy sau khi ban hành phải được gửi đến từng đơn vị.", "duty"),
        ("1. Không được đình công ở nơi gây nguy hiểm cho con người.", "prohibition"),
        ("c) Nghiêm cấm mọi hành vi gian lận trong cấp phát chứng chỉ.", "prohibition"),
        ("1. Buộc phải tháo dỡ công trình trong thời hạn ghi tại quyết định.", "liability"),
    ],
)
def test_a_rule_that_names_nobody(line: str, modality: str) -> None:
    assert charges(line) == [(modality, ())]


@pytest.mark.parametrize(
    "line",
    [
        "1. Bên phải cột mốc số 30 có khoảng cách là 01 km.",
        "1. Vụ việc phải báo cáo là các sự việc ảnh hưởng đến an toàn.",
        "1. Số thuế phải nộp được tính theo tháng.",
        "1. Nhà nước khuyến khích tổ chức, cá nhân đầu tư vào vùng khó khăn.",
        "1. Thành viên hội đồng có thể bao gồm các thành viên ngoài nhà trường.",
        "1. Tối đa 07 ngày đối với lao động nữ sinh con phải phẫu thuật.",
        "Ví dụ 2: Đến tháng 8, đồng chí H phải phẫu thuật, nghỉ việc 10 ngày thì được nghỉ thêm 02 ngày.",
        "Như vậy, đồng chí Nguyễn Văn H được nghỉ dưỡng sức 02 ngày.",
        "1. Người được đánh giá là đạt yêu cầu gồm những người trong danh sách.",
        "1. Nghị định này quy định việc tổ chức, cá nhân có trách nhiệm báo cáo.",
        "1. Đơn vị sự nghiệp công lập phục vụ quản lý nhà nước là đơn vị thực hiện nhiệm vụ tại Điều này.",
        "1. Giám thị làm Chủ tịch; Đội trưởng làm Thư ký và các ủy viên khác do Giám thị quyết định.",
        "1. Chủ tịch, Phó Chủ tịch Hội đồng nhân dân cấp xã, đơn vị đã giới thiệu người ứng cử được mời dự hội nghị.",
    ],
)
def test_what_charges_nobody(line: str) -> None:
    assert charges(line) == []


def test_what_an_article_of_competences_names_are_powers() -> None:
    assert charges("1. Thẩm quyền phê duyệt phương án", "a) Bộ Xây dựng phê duyệt phương án;") == [
        ("power", ("Bộ Xây dựng",))
    ]


def test_a_breach_and_what_follows_far_behind_is_liability() -> None:
    line = "1. Trường hợp cá nhân vi phạm các quy định tại Nghị định này thì tùy theo tính chất và mức độ vi phạm sẽ bị"
    assert charges("Cán bộ có trách nhiệm:", f"{line} xử lý.")[-1][0] == "liability"


def test_each_line_below_a_title_that_asks_who_is_a_charge_of_its_own() -> None:
    lines = ("5. Cơ quan chịu trách nhiệm thu thập, tổng hợp", "- Chủ trì: Vụ Thống kê;", "- Phối hợp: Cục Dữ liệu.")
    found = document(act(*lines))
    assert [str(actor.capacity) for duty in found.duties for actor in duty.actors] == ["lead", "coordinate"]


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("1. Lao động nữ sau kỳ nghỉ mà sức khỏe chưa phục hồi thì được bố trí công việc nhẹ hơn.", "Lao động nữ"),
        ("1. Học viên bị tai nạn khi thực hành thì được cấp dụng cụ trợ giúp theo niên hạn.", "Học viên"),
        ("1. Học viên có kết quả xuất sắc thì khi tốt nghiệp, ngoài văn bằng còn được nhận giấy khen.", "Học viên"),
    ],
)
def test_what_somebody_gets_behind_thi_is_a_power(line: str, bearer: str) -> None:
    [(modality, [words])] = charges(line)
    assert modality == "power"
    assert words.startswith(bearer)
    assert not words.endswith(" thì")


def test_an_item_of_cases_that_tells_what_somebody_must_charges_nobody() -> None:
    cases = ("1. Các trường hợp tạm hoãn hợp đồng bao gồm:", "a) Người lao động phải chấp hành quyết định cai nghiện;")
    assert charges(*cases, "b) Lao động nữ mang thai phải nghỉ việc theo quy định tại Điều 5 Nghị định này;") == []


def test_what_the_points_deal_with_is_no_list_of_papers() -> None:
    lines = ("2. Đối với gói thầu áp dụng phương thức hai túi hồ sơ:", "a) Bên mời thầu phải mở thầu trong 02 giờ;")
    assert charges(*lines) == [("duty", ("Bên mời thầu",))]


@pytest.mark.parametrize(
    ("line", "bearers"),
    [
        ("1. Số buổi kiểm tra quy định tại khoản này do chủ cơ sở và Ban Chấp hành công đoàn cơ sở quyết định.", 2),
        ("2. Danh sách người tham gia của từng thôn do Ủy ban nhân dân cấp xã lập theo hộ gia đình.", 1),
        ("2. Phương thức giải quyết tranh chấp do hai bên thỏa thuận.", 1),
    ],
)
def test_a_thing_that_somebody_does_charges_whoever_does_it(line: str, bearers: int) -> None:
    [(modality, named)] = charges(line)
    assert modality == "duty"
    assert len(named) == bearers


@pytest.mark.parametrize(
    "line",
    [
        "2. Giấy phép do Bộ Y tế cấp là căn cứ để thanh toán.",
        "2. Nội dung thực hiện theo quy định và các nội dung khác do hai bên thỏa thuận.",
        "2. Thời gian làm việc tại đơn vị thuộc chế độ tiền lương do Nhà nước quy định rồi mới nghỉ thì tính gộp.",
    ],
)
def test_by_whom_a_thing_is_done_that_something_else_is_said_of(line: str) -> None:
    assert charges(line) == []


def test_a_paper_in_a_list_charges_nobody() -> None:
    assert charges("2. Hồ sơ gồm:", "a) Đơn đề nghị;", "b) Danh sách người tham gia do Ủy ban nhân dân xã lập.") == []


@pytest.mark.parametrize(
    ("line", "modality", "bearers"),
    [
        ("1. Hết thời hạn học nghề, hai bên phải ký kết hợp đồng.", "duty", ("hai bên",)),
        ("1. Mỗi lần trả lương, người sử dụng lao động phải thông báo bảng kê.", "duty", ("người sử dụng lao động",)),
        ("1. Về phía Việt Nam, Bộ Công an chịu trách nhiệm dịch tài liệu.", "liability", ("Bộ Công an",)),
        (
            "1. Thời gian đào tạo được tính là thời gian làm việc, học viên và cơ sở đào tạo không phải đóng phí.",
            "exemption",
            ("học viên", "cơ sở đào tạo"),
        ),
        (
            "1. Theo yêu cầu của người bị hại, bị can hoặc người đại diện của họ, tòa án có thể mời chuyên gia.",
            "power",
            ("tòa án",),
        ),
        ("1. Trường hợp Chủ tịch công ty kiêm Giám đốc thì chỉ được nhận một phụ cấp.", "power", None),
        ("1. Đối với người làm tại tổ chức, doanh nghiệp do Nhà nước giữ vốn thì người đó được hưởng.", "power", None),
    ],
)
def test_a_case_or_a_time_first(line: str, modality: str, bearers: tuple[str, ...] | None) -> None:
    [(found, named)] = charges(line)
    assert found == modality
    assert bearers is None or named == bearers


def test_a_body_whose_name_holds_a_verb_is_known_by_its_use_as_a_noun() -> None:
    found = document(
        act(
            "1. Thành viên Hội đồng đánh giá được hưởng thù lao.",
            "2. Trong thời hạn 05 ngày, Hội đồng đánh giá thông báo kết quả.",
            "3. Hội đồng đánh giá họp theo triệu tập của Chủ tịch.",
            "4. Kết quả được gửi cho tổ chức kiểm định chất lượng.",
            "5. Tổ chức kiểm định gửi báo cáo về Bộ Y tế.",
        )
    )
    named = [(duty.actors[0].span.of(found.text), str(duty.actors[0].capacity)) for duty in found.duties]
    assert named[1:] == [
        ("Hội đồng đánh giá", "perform"),
        ("Hội đồng đánh giá", "perform"),
        ("Tổ chức kiểm định", "perform"),
    ]


def test_who_meets_difficulties_is_asked_to_tell() -> None:
    line = "Trong quá trình thực hiện nếu có khó khăn, vướng mắc đề nghị các cơ quan, tổ chức, cá nhân phản ánh về Bộ."
    found = document(act(line))
    assert [(str(actor.mode), actor.role) for duty in found.duties for actor in duty.actors] == [
        ("request", "to_chuc_ca_nhan")
    ]


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("1. Người yêu cầu công chứng tự đọc lại dự thảo hợp đồng.", "Người yêu cầu công chứng"),
        ("1. Người tham gia đấu giá nộp khoản tiền đặt trước trong thời hạn quy định.", "Người tham gia đấu giá"),
        ("1. Người được cấp thẻ sử dụng thẻ đúng mục đích.", "Người được cấp thẻ"),
        ("1. Tổ chức đấu giá tài sản niêm yết việc đấu giá tại trụ sở.", "Tổ chức đấu giá tài sản"),
        ("1. Giám đốc Sở Xây dựng ký giấy phép.", "Giám đốc Sở Xây dựng"),
        ("1. Những người được mời có trách nhiệm tham gia.", "người được mời"),
        ("1. Trong thời hạn 05 ngày, bên mời thầu đăng tải thông báo trên hệ thống.", "bên mời thầu"),
    ],
)
def test_what_somebody_does_in_plain_words(line: str, bearer: str) -> None:
    assert charges(line) == [("duty", (bearer,))]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Người thuộc lực lượng thanh tra, công an nhân dân đang thi hành nhiệm vụ.",),
        ("1. Đối tượng được hỗ trợ bao gồm:", "a) Người tham gia kháng chiến nộp hồ sơ trước năm 2000."),
        ("1. Người có thẻ đến khám bệnh được quỹ bảo hiểm chi trả là người có tên trong danh sách.",),
    ],
)
def test_of_whom_an_act_speaks(lines: tuple[str, ...]) -> None:
    assert charges(*lines) == []


@pytest.mark.parametrize(
    ("line", "modality", "bearer"),
    [
        (
            "1. Căn cứ Luật A, Luật B, Luật C, tình hình thu, chi, nhu cầu, khả năng, dự báo, Bộ Y tế lập chiến lược.",
            "duty",
            "Bộ Y tế",
        ),
        ("1. Hội đồng quản lý thông qua chiến lược dài hạn.", "duty", "Hội đồng quản lý"),
        (
            "1. Bộ Y tế thông báo cho Bộ Tài chính trước khi mua ngoại tệ từ tổ chức được phép cung ứng.",
            "duty",
            "Bộ Y tế",
        ),
        ("1. Bộ Y tế được mở thêm sổ chi tiết, nhưng phải bảo đảm đúng pháp luật.", "power", "Bộ Y tế"),
        ("1. Khi khóa sổ, kế toán trưởng phải kiểm tra số liệu.", "duty", "kế toán trưởng"),
        ("1. Nhiều người ghi sổ thì từng người phải chịu trách nhiệm về số liệu.", "liability", "người"),
        (
            "1. Người nước ngoài nếu có nguyện vọng thì có văn bản đề nghị gửi cơ quan quản lý.",
            "duty",
            "Người nước ngoài",
        ),
        (
            "1. Đối tượng quy định tại điểm b khoản này đóng đủ số tiền thuộc trách nhiệm phải đóng.",
            "duty",
            "Đối tượng quy định tại điểm b khoản này",
        ),
    ],
)
def test_who_stands_behind_much_else(line: str, modality: str, bearer: str) -> None:
    assert charges(line) == [(modality, (bearer,))]


def test_whom_somebody_invites_behind_thi_is_no_subject() -> None:
    line = "1. Nếu người bị hại hoảng loạn thì mời cha, mẹ, người đang có trách nhiệm quản lý, chăm sóc tham gia."
    assert all(not named for _modality, named in charges(line))


@pytest.mark.parametrize(
    ("line", "bearer"),
    [
        ("1. Cán bộ được giao trách nhiệm xử lý vụ việc lập biên bản vi phạm.", "Cán bộ"),
        ("1. Thẩm phán được phân công giải quyết vụ án lập hồ sơ vụ án.", "Thẩm phán"),
        ("1. Hội nghị cử tổ kiểm phiếu gồm từ ba đến năm người.", "Hội nghị"),
        ("1. Đại hội bầu Ban Chấp hành theo nhiệm kỳ 05 năm.", "Đại hội"),
        ("1. Người lập biên bản chuyển biên bản đến người có thẩm quyền trong 24 giờ.", "Người lập biên bản"),
    ],
)
def test_steps_of_a_procedure(line: str, bearer: str) -> None:
    assert charges(line) == [("duty", (bearer,))]


@pytest.mark.parametrize(
    "line",
    [
        "1. Hội nghị cử tri nơi cư trú được tổ chức theo hình thức trực tiếp.",
        "1. Giáo viên trong trường trung cấp được gọi là nhà giáo.",
    ],
)
def test_what_a_thing_is_called_or_how_it_is_held(line: str) -> None:
    assert charges(line) == []


def test_what_one_is_to_do_for_others_is_not_their_duty() -> None:
    line = "1. Các thành viên thỏa thuận để một thành viên chịu trách nhiệm thực hiện biện pháp bảo đảm."
    [(modality, [words])] = charges(line)
    assert modality == "duty"
    assert "một thành viên" not in words


def test_things_that_are_named_below_are_no_duties() -> None:
    found = charges(
        "1. Người quản lý không được giao người chưa thành niên làm công việc sau đây:",
        "a) Công việc ở dưới nước;",
        "b) Công việc thường xuyên tiếp xúc với hóa chất độc hại.",
    )
    assert found == [("prohibition", ("Người quản lý",))]


def test_a_title_may_address_a_body_that_the_table_lacks() -> None:
    found = charges(
        "1. Đối với đơn vị cung cấp dịch vụ",
        "a) Bảo đảm chất lượng cung cấp dịch vụ;",
        "b) Cung cấp dịch vụ theo yêu cầu của bên sử dụng dịch vụ.",
        "2. Đối với đơn vị cung cấp thiết bị",
        "a) Mức chi bằng 2% giá trị hợp đồng;",
        "b) Thời gian thanh toán theo hợp đồng.",
    )
    assert found == [("duty", ("đơn vị cung cấp dịch vụ",))] * 2
