from __future__ import annotations

from typing import Any

import pytest

from build_tools.annotate.deadlines import find_deadlines
from build_tools.annotate.duties import find_duties, find_unknown_bearers
from build_tools.annotate.roles import find_roles
from build_tools.model.duty import Explicit
from tests.annotate.reading import Fixture, document, document_of_rows, duty_line, fixtures, plan, read_text
from tests.work import grows_with

FIXTURES = fixtures("duties")


@pytest.mark.parametrize("fixture", FIXTURES, ids=[fixture.name for fixture in FIXTURES])
def test_duties_of_a_document(fixture: Fixture) -> None:
    found = document(fixture.text)
    assert [duty_line(duty, found) for duty in found.duties] == list(fixture.expected)


@pytest.mark.parametrize("fixture", FIXTURES, ids=[fixture.name for fixture in FIXTURES])
def test_every_duty_quotes_the_text(fixture: Fixture) -> None:
    found = document(fixture.text)
    ids = [duty.id for duty in found.duties]
    assert len(ids) == len(set(ids))
    units = {unit.id for unit in found.units}
    limits = {limit.id for limit in found.deadlines}
    for duty in found.duties:
        quote = duty.span.of(found.text)
        assert quote == quote.strip() != ""
        assert duty.unit is None or duty.unit in units
        assert duty.deadline is None or duty.deadline in limits
        assert (duty.explicit is Explicit.NONE) == (not duty.actors)
        for actor in duty.actors:
            assert actor.span.of(found.text).strip()


def actors_of(*lines: str) -> list[tuple[str | None, str]]:
    found = document(plan(*lines))
    return [(actor.role, str(actor.capacity)) for duty in found.duties for actor in duty.actors]


def test_who_is_advised_is_not_charged() -> None:
    assert actors_of("1. Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh ban hành quy chế.") == [("so_tu_phap", "advise")]


def test_who_receives_a_report_is_not_charged() -> None:
    line = "1. Các sở, ban, ngành báo cáo Ủy ban nhân dân tỉnh (qua Sở Tư pháp)."
    assert actors_of(line) == [("so_ban_nganh", "perform")]


def test_the_one_who_directs_is_charged_and_not_those_whom_it_directs() -> None:
    line = "1. Ủy ban nhân dân tỉnh chỉ đạo Công an tỉnh tăng cường tuần tra."
    assert actors_of(line) == [("ubnd_tinh", "direct")]


def test_who_is_directed_by_nobody_named_is_charged() -> None:
    line = "1. Chỉ đạo Công an tỉnh tăng cường tuần tra."
    assert actors_of(line) == [("cong_an_tinh", "perform")]


def found_in(*lines: str) -> list[tuple[str, str, list[str]]]:
    """First words, where the bearer stands and the words of the bearers, of the duties in a plan's part II."""
    found = document(plan(*lines))
    return [
        (" ".join(d.span.of(found.text).split()[:3]), str(d.explicit), [a.span.of(found.text) for a in d.actors])
        for d in found.duties
    ]


def test_each_sentence_that_says_what_to_do_is_a_duty() -> None:
    line = "1. Sở Tư pháp rà soát quy chế. Báo cáo kết quả trước ngày 30/6/2026. Kết quả này là căn cứ xếp loại."
    assert [row[:2] for row in found_in(line)] == [("Sở Tư pháp", "sentence"), ("Báo cáo kết", "implied")]


def test_a_paragraph_above_a_label_line_is_a_duty_of_its_own() -> None:
    lines = ("1. Về chuyển đổi số", "Rà soát hồ sơ.", "Số hóa hồ sơ.", "Phân công thực hiện: Sở Tư pháp.")
    assert [row[0] for row in found_in(*lines)] == ["Rà soát hồ", "Số hóa hồ"]


def test_a_bearer_that_the_table_lacks_keeps_its_words() -> None:
    line = "1. Trạm Bơm Cửa Lấp có trách nhiệm vận hành máy bơm."
    (found,) = document(plan(line)).duties
    assert [(a.role, a.span.of(document(plan(line)).text)) for a in found.actors] == [(None, "Trạm Bơm Cửa Lấp")]


def decree(*clauses: str) -> list[tuple[str, str, str]]:
    """Modality, where the bearer stands and first words, of the duties in an article of a decree."""
    found = document(
        "\n".join(("NGHỊ ĐỊNH", "Về một việc", "Điều 1. Thủ tục cấp giấy phép", *clauses, "Điều 2. Hiệu lực"))
    )
    return [(str(d.modality), str(d.explicit), " ".join(d.span.of(found.text).split()[:4])) for d in found.duties]


def test_what_a_law_says_of_an_office_in_the_present_tense_is_its_duty() -> None:
    clause = "1. Trong thời hạn 05 ngày kể từ ngày nhận đủ hồ sơ, Sở Tư pháp thẩm định và trả kết quả."
    assert decree(clause) == [("duty", "sentence", "Trong thời hạn 05")]


def test_what_a_law_grants_is_a_power_and_what_it_spares_an_exemption() -> None:
    clauses = (
        "1. Nhà giáo được phân công giảng dạy liên trường được hưởng mức phụ cấp cao nhất.",
        "2. Người lao động không phải trả chi phí tuyển dụng.",
        "3. Trường hợp người lao động bị thiệt hại thì được bồi thường.",
    )
    assert [row[:2] for row in decree(*clauses)] == [
        ("power", "sentence"),
        ("exemption", "sentence"),
        ("power", "sentence"),
    ]


def test_what_describes_a_body_or_lists_contents_is_no_duty() -> None:
    clauses = (
        "1. Doanh nghiệp được thành lập theo quy định của pháp luật.",
        "2. Hồ sơ bao gồm:",
        "a) Báo cáo tài chính;",
        "b) Kiến nghị (nếu có).",
        "3. Các tổ chức sau đây phải báo cáo về sự cố:",
        "a) Doanh nghiệp cung cấp dịch vụ bảo đảm hoạt động bay;",
    )
    assert decree(*clauses) == [("duty", "sentence", "Các tổ chức sau")]


def test_who_is_to_act_in_a_passive_is_charged() -> None:
    clauses = (
        "1. Việc lấy ý kiến do Sở Tư pháp chủ trì.",
        "2. Kết luận phải được người đứng đầu cơ quan phê duyệt.",
    )
    assert [row[:2] for row in decree(*clauses)] == [("duty", "sentence"), ("duty", "sentence")]


def test_new_words_of_an_amended_provision_charge() -> None:
    text = (
        "NGHỊ ĐỊNH\nSửa đổi một nghị định\nĐiều 1. Sửa đổi khoản 2 Điều 7 như sau:\n"
        "“2. Sở Tư pháp có trách nhiệm công bố danh sách.”"
    )
    assert [str(duty.explicit) for duty in document(text).duties] == ["sentence"]


def test_a_task_without_a_bearer_is_nobodys() -> None:
    found = document(plan("1. Rà soát, sửa đổi quy chế làm việc."))
    (duty,) = found.duties
    assert (duty.explicit, duty.actors) == (Explicit.NONE, ())


def test_a_shared_head_noun_is_shared_out() -> None:
    line = "- Trách nhiệm chỉ đạo: các đảng ủy: Công an tỉnh, Viện kiểm sát nhân dân tỉnh, Tòa án nhân dân tỉnh."
    roles = [role for role, _capacity in actors_of("1. Ban hành quy chế phối hợp.", line)]
    assert roles == ["dang_uy_cong_an_tinh", "dang_uy_vksnd_tinh", "dang_uy_tand_tinh"]


def test_a_shared_level_is_shared_out() -> None:
    line = "1. Đề nghị Thường trực HĐND, UBND xã phối hợp giải quyết."
    assert [role for role, _capacity in actors_of(line)] == ["thuong_truc_hdnd_xa", "ubnd_xa"]


def test_a_body_that_the_table_lacks_keeps_its_words() -> None:
    found = document(plan("1. Giao Trung tâm Khuyến công chủ trì, phối hợp với Sở Công Thương triển khai."))
    (duty,) = found.duties
    first, second = duty.actors
    assert first.role is None
    assert first.span.of(found.text) == "Trung tâm Khuyến công"
    assert second.role == "so_cong_thuong"


def test_aims_charge_nobody() -> None:
    found = document(
        "KẾ HOẠCH\nvề tuyên truyền\nI. MỤC ĐÍCH\n- Giúp các cơ quan nâng cao nhận thức.\n- Bảo đảm thống nhất."
    )
    assert found.duties == ()


def test_the_past_charges_nobody() -> None:
    found = document("BÁO CÁO\nvề công tác\nI. KẾT QUẢ ĐẠT ĐƯỢC\n1. Sở Tư pháp chủ trì tổ chức 05 hội nghị.")
    assert found.duties == ()


def test_a_heading_dates_the_tasks_below_it() -> None:
    found = document(
        plan("1. Nhiệm vụ hoàn thành trong năm 2026", "1.1. Rà soát biên chế.", "1.2. Sở Nội vụ tổng hợp.")
    )
    limits = {limit.id: limit for limit in found.deadlines}
    assert [str(limits[duty.deadline or ""].date) for duty in found.duties] == ["2026-12-31", "2026-12-31"]


def test_a_table_assigns_row_by_row() -> None:
    rows = (
        "TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời hạn hoàn thành",
        "I\tHoàn thiện thể chế",
        "1\tRà soát văn bản\tSở Tư pháp\tCác sở, ban, ngành; UBND các xã, phường\tQuý II/2026",
        "2\tTổ chức hội nghị\t- Sở Nội vụ - Công an tỉnh\t\tTháng 6/2026",
        "3\tTuyên truyền\tUBND các xã, phường\t\tThường xuyên",
    )
    found = document_of_rows("KẾ HOẠCH\nvề công tác\nI. NHIỆM VỤ\n1. Bảng phân công kèm theo.", rows)
    assert [duty_line(duty, found).split(" | ", 3)[3] for duty in found.duties] == [
        "so_tu_phap:lead so_ban_nganh:coordinate ubnd_xa:coordinate | 2026-06-30 | Rà soát văn bản",
        "so_noi_vu:lead cong_an_tinh:lead | 2026-06-30 | Tổ chức hội nghị",
        "ubnd_xa:lead | standing | Tuyên truyền",
    ]


def test_time_grows_with_the_text() -> None:
    tasks = "1. Sở Tư pháp chủ trì, phối hợp với Công an tỉnh rà soát.\n- Trách nhiệm thực hiện: Các sở, ban, ngành.\n"

    def read(times: int) -> tuple[Any, ...]:
        text = plan(*(tasks.strip().replace("1.", f"{number}.") for number in range(1, times + 1)))
        clean, outlined = read_text(text)
        return clean, outlined, find_roles(clean, outlined), find_deadlines(clean, outlined)

    assert grows_with(lambda found: find_duties(*found), read(20), read(160), times=8)


def test_a_bearer_that_the_table_lacks_is_reported_once() -> None:
    text = plan("1. Trạm Bơm Cửa Lấp có trách nhiệm vận hành.", "2. Trạm Bơm Cửa Lấp có trách nhiệm báo cáo.")
    found = document(text)
    (told,) = find_unknown_bearers(read_text(text)[0], found.duties)
    assert (told.code, told.args) == ("unknown-bearer", {"words": "Trạm Bơm Cửa Lấp", "count": "2"})
