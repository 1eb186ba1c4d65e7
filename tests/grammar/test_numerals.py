"""Numbers as lists write them."""

from __future__ import annotations

import pytest

from build_tools.grammar.numerals import vietnamese


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "một"), (5, "năm"), (10, "mười"), (11, "mười một"), (15, "mười lăm"), (20, "hai mươi"),
        (21, "hai mươi mốt"), (34, "ba mươi bốn"), (55, "năm mươi lăm"), (99, "chín mươi chín"),
        (0, "0"), (100, "100"),
    ],
)  # fmt: skip
def test_numbers_in_words(number, words):
    assert vietnamese(number) == words
