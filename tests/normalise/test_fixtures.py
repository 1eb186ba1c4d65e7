"""The fixtures that a lawyer can read: wrapped lines joined, page furniture taken out."""

from __future__ import annotations

import pytest

from build_tools.fidelity import check_clean
from build_tools.normalise import normalise
from tests.normalise.cases import Case, cases, source


def named(name: str) -> list[object]:
    return [pytest.param(case, id=title) for title, case in cases(name)]


def blocks(case: Case) -> list[str]:
    clean = normalise(source(case.received))
    assert check_clean(source(case.received), clean) is None
    return [block.span.of(clean.text) for block in clean.blocks]


@pytest.mark.parametrize("case", named("noi-dong.txt"))
def test_lines_are_joined_to_blocks(case):
    assert blocks(case) == case.blocks


@pytest.mark.parametrize("case", named("trang-giay.txt") + named("trang-cong-bao.txt"))
def test_furniture_is_taken_out_and_recorded(case):
    assert blocks(case) == case.blocks
    removed = [f"{item.reason}: {item.text}" for item in normalise(source(case.received)).removed]
    assert removed == case.removed
