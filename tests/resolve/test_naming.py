"""What an absent work is called."""

from __future__ import annotations

from build_tools.resolve.naming import title_of


def test_equal_votes_leave_the_title_to_the_first_citation() -> None:
    one, other = "về kiểm soát quyền lực, phòng, chống tham nhũng", "về kiểm soát quyền lực; phòng, chống tham nhũng"
    assert title_of((one, other)) == one
    assert title_of((other, one)) == other


def test_a_title_that_others_continue_has_their_votes() -> None:
    assert title_of(("về thi đua", "về thi đua  và khen thưởng", "về cán bộ")) == "về thi đua"
    assert title_of(()) is None
