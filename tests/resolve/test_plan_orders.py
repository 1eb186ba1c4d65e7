"""Who is told to issue a plan, and who has: never more than the library knows."""

from __future__ import annotations

import msgspec

from build_tools.model.decisions import Decisions
from build_tools.model.document import Level
from build_tools.model.library import Entry, Family, FamilyMember, PlanOrder, Work
from build_tools.resolve.plan_orders import build_plan_orders, issuer_roles
from tests.annotate.reading import document
from tests.resolve.plans import REGULATION, works

PLAN = "son-la/12-kh-tu-2026"
TEXT = """KẾ HOẠCH
thực hiện Quy định số 999-QĐ/TW
I. TỔ CHỨC THỰC HIỆN
1. Sở Tư pháp, Ủy ban nhân dân xã, phường xây dựng kế hoạch thực hiện Quy định trước ngày 10/7/2026.
2. Đề nghị Tòa án nhân dân tỉnh xây dựng kế hoạch thực hiện Quy định.
3. Thanh tra tỉnh kiểm tra việc xây dựng kế hoạch thực hiện Quy định.
4. Sở Nội vụ chủ trì xây dựng kế hoạch kiểm tra công vụ.
5. Người đứng đầu cơ quan, đơn vị lãnh đạo, chỉ đạo việc quán triệt Quy định; xây dựng kế hoạch cụ thể theo thẩm quyền.
6. Công an tỉnh chỉ đạo các đơn vị rà soát quy chế; chỉ đạo công an cấp xã xây dựng kế hoạch thực hiện Quy định."""


def work(id_: str, issuer: str, level: Level = Level.PROVINCE) -> Work:
    base = works()[PLAN]
    return msgspec.structs.replace(base, id=id_, issuer=issuer, level=level, held=False)


def orders(told_by: str, *others: Work) -> dict[str | None, PlanOrder]:
    known = {one.id: one for one in others} | {told_by: work(told_by, "Tỉnh ủy"), REGULATION: works()[REGULATION]}
    members = [FamilyMember(REGULATION, None, None, 0, None)]
    members += [FamilyMember(id_, REGULATION, None, 1, None) for id_ in (told_by, *(one.id for one in others))]
    family = Family("999-qd-tw", REGULATION, tuple(members))
    entries = {told_by: Entry(told_by, document(TEXT), Decisions())}
    return {order.role: order for order in build_plan_orders(entries, known, (family,))}


def test_those_who_are_told_are_named_and_nobody_else() -> None:
    found = orders(PLAN)
    assert list(found) == ["so_tu_phap", "ubnd_xa", "tand_tinh", "nguoi_dung_dau"]
    assert [order.requested for order in found.values()] == [False, False, True, False]
    assert all(order.issued == () and order.comparable for order in found.values())


def test_a_plan_of_the_body_at_the_place_counts_and_no_other() -> None:
    commune = work("son-la/5-kh-ubnd-2026", "Ủy ban nhân dân xã Mường La", Level.COMMUNE)
    elsewhere = work("gia-lai/6-kh-stp-2026", "Sở Tư pháp")
    province = work("son-la/7-kh-ubnd-2026", "Ủy ban nhân dân tỉnh Sơn La")
    found = orders(PLAN, commune, elsewhere, province)
    assert found["ubnd_xa"].issued == (commune.id,)
    assert found["so_tu_phap"].issued == ()


def test_where_the_place_is_not_known_nothing_is_compared() -> None:
    found = orders("chua-ro/ke-hoach", work("chua-ro/8-kh-stp-2026", "Sở Tư pháp"))
    assert [(order.comparable, order.issued) for order in found.values()] == [(False, ())] * 4


def test_an_issuer_is_known_by_its_longest_name_and_its_level() -> None:
    assert "ubnd_xa" in issuer_roles(work("a/1", "ỦY BAN NHÂN DÂN XÃ ĐỊNH HÓA", Level.COMMUNE))
    assert "ubnd_cac_cap" in issuer_roles(work("a/1", "Ủy ban nhân dân tỉnh Sơn La"))
    assert issuer_roles(work("a/1", "Ủy ban nhân dân xã Định Hóa", Level.PROVINCE)) == frozenset()
    assert issuer_roles(work("a/1", "Hội Làm vườn")) == frozenset()
