from __future__ import annotations

import time

import pytest

from build_tools.annotate.deadlines import find_deadlines
from build_tools.annotate.duties import find_duties
from build_tools.annotate.roles import find_roles
from build_tools.model.duty import Explicit
from tests.annotate.reading import Fixture, document, document_of_rows, duty_line, fixtures, read_text

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


def plan(*lines: str) -> str:
    """A small plan around the lines of its part II."""
    return "\n".join(
        ("KẾ HOẠCH", "Thực hiện công tác tư pháp", "I. MỤC ĐÍCH", "Nâng cao nhận thức.", "II. NHIỆM VỤ", *lines)
    )


def actors_of(*lines: str) -> list[tuple[str | None, str]]:
    found = document(plan(*lines))
    return [(actor.role, str(actor.capacity)) for duty in found.duties for actor in duty.actors]


def test_who_is_advised_is_not_charged() -> None:
    assert actors_of("1. Sở Tư pháp tham mưu Ủy ban nhân dân tỉnh ban hành quy chế.") == [("so_tu_phap", "advise")]


def test_who_receives_a_report_is_not_charged() -> None:
    line = "1. Các sở, ban, ngành báo cáo Ủy ban nhân dân tỉnh (qua Sở Tư pháp)."
    assert actors_of(line) == [("so_ban_nganh", "perform")]


def test_who_is_directed_to_act_is_charged() -> None:
    line = "1. Ủy ban nhân dân tỉnh chỉ đạo Công an tỉnh tăng cường tuần tra."
    assert actors_of(line) == [("ubnd_tinh", "direct"), ("cong_an_tinh", "perform")]


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

    def seconds(times: int) -> float:
        text = plan(*(tasks.strip().replace("1.", f"{number}.") for number in range(1, times)))
        clean, outlined = read_text(text)
        mentions, limits = find_roles(clean, outlined), find_deadlines(clean, outlined)
        begin = time.perf_counter()
        find_duties(clean, outlined, mentions, limits)
        return time.perf_counter() - begin

    short, long = min(seconds(20) for _ in range(3)), min(seconds(160) for _ in range(2))
    assert long < 8 * 4 * short + 0.1
