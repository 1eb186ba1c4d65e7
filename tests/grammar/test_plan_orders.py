from __future__ import annotations

import pytest

from build_tools.data.rows import PlanPhrase
from build_tools.data.tables import plan_phrases
from build_tools.grammar.plan_orders import orders_plan


@pytest.mark.parametrize("row", plan_phrases(), ids=lambda row: f"{row.part}-{row.phrase}")
def test_every_row_is_read_in_its_example(row: PlanPhrase) -> None:
    assert row.phrase in row.example.lower()
    assert orders_plan(row.example) is (row.part != "not-behind")


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("căn cứ tình hình thực tế để xây dựng Kế hoạch thực\nhiện phù hợp", True),
        ("Giao Sở Tư pháp theo dõi, xây dựng và ban hành kế hoạch triển khai", True),
        ("xây dựng kế hoạch kiểm tra, giám sát công tác bầu cử", False),
        ("xây dựng kế hoạch phát triển kinh tế", False),
        ("Lập kế hoạch tuyển chọn hòa giải viên", False),
        ("thực hiện nghiêm kế hoạch này", False),
    ],
)
def test_a_plan_of_another_kind_is_no_plan_of_the_family(text: str, orders: bool) -> None:  # noqa: FBT001
    assert orders_plan(text) is orders
