"""Words: what counts as the same, and numbers as digits."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.search import digits
from build_tools.search.tokens import LONGEST, compact, fold, form, token, tokens
from tests.properties import tried

TONES = {"": "", "huyền": "\u0300", "sắc": "\u0301", "hỏi": "\u0309", "ngã": "\u0303", "nặng": "\u0323"}
VIETNAMESE = "aăâeêioôơuưyđAĐbcghklmnpqrstvx0123456789 àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ-/.,"


def cases() -> list[dict[str, str]]:
    with (Path(__file__).parent / "token_cases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["word"])
def test_cases(case):
    found = token(unicodedata.normalize("NFC", case["word"]))
    assert found.fold == case["fold"]
    assert unicodedata.normalize("NFC", found.form) == unicodedata.normalize(
        "NFC", case["letters"] + TONES[case["tone"]]
    )


@tried(100)
@given(st.text(VIETNAMESE, max_size=60))
def test_composed_and_decomposed_text_have_the_same_words(text):
    assert tokens(unicodedata.normalize("NFD", text)) == tokens(unicodedata.normalize("NFC", text))


@tried(100)
@given(st.text(max_size=60))
def test_a_fold_folds_to_itself_and_so_does_a_form(text):
    for item in tokens(text):
        assert fold(item.fold) == item.fold
        assert len(item.fold) <= 4 * LONGEST
        assert form(item.form) == item.form


@tried(100)
@given(st.text(VIETNAMESE, max_size=60))
def test_words_of_capitals_are_the_same_words(text):
    assert [item.fold for item in tokens(text.upper())] == [item.fold for item in tokens(text)]


@pytest.mark.parametrize("written", ["132-QĐ/TW", "132 -QĐ/TW", "132- QĐ/TW", "132/QD-TW", "132 qd tw", "132-QÐ/TW"])
def test_the_spellings_of_a_symbol_have_one_key(written):
    assert compact(written) == "132qdtw"


@tried(100)
@given(st.lists(st.integers(0, 10**9)))
def test_digits_give_back_the_numbers(numbers):
    written = digits.encode_all(numbers)
    assert digits.decode(written) == numbers
    assert written.isascii()
    assert not set(written) & {'"', "\\"}


@pytest.mark.parametrize(("number", "length"), [(0, 1), (60, 1), (61, 2), (2012, 2), (2013, 3), (64476, 3)])
def test_small_numbers_are_short(number, length):
    assert len(digits.encode(number)) == length
