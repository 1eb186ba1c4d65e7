"""Syllables, those that a space splits, and letters that only look Latin."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.grammar.lookalikes import LETTERS, latin, runs
from build_tools.grammar.splits import find_splits
from build_tools.grammar.syllables import is_syllable
from build_tools.grammar.words import repaired, words
from build_tools.normalise import normalise
from build_tools.readers import read
from tests.normalise.cases import source
from tests.properties import tried

SYLLABLES = "Điều nghiêng QUYẾT quốc gì giếng giữa yêu ủy thuỷ hoà ước uống khuỷu thuở Huế nghe kỹ ghế cua xoong oan a"
OTHERS = "NĐ ĐIỀ đ iều iê ch bệ́ bêch cê nge ka quô mục̣ Quố thuat CP Mbảo tô̂ nh hươ luat VNeID"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", OTHERS.split())
def test_no_syllables(word):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ĐIỀ U 5. Phạm vi", ["ĐIỀ U → ĐIỀU"]),
        ("Ủ Y BAN NHÂN DÂN; Ủ y ban nhân dân", ["Ủ Y → ỦY", "Ủ y → Ủy"]),
        ("theo đ iều 3, Đ iều 4", ["đ iều → điều", "Đ iều → Điều"]),
        ("th ự c hiện thực hiê ̣n", ["th ự c → thực", "hiê ̣n → hiện"]),
        ("Ứ ng dụng cô ng nghệ thô ng tin", ["Ứ ng → Ứng", "cô ng → công", "thô ng → thông"]),
        ("Quố c hội, tổ ch ức", ["Quố c → Quốc", "ch ức → chức"]),
    ],
)
def test_split_syllables_are_found(text, found):
    text = unicodedata.normalize("NFC", text)
    assert [f"{split.span.of(text)} → {split.whole}" for split in find_splits(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "điểm đ ủy ban nhân dân", "điểm h ủy ban, các điểm a và b ông; nhóm c á nhân", "y tế, Y Ban; Lê Ủ Y",
        "Tiêu chí n", "i và n: cấp học", "i n t a t a", "điểm đ và điểm e", "KH NĐ CP", "vitamin A n", "ĐIỀ\nU",
        "1. a ông b bà", "NĐ-CP và NQ-HĐND", "tổ 3 ấp 4",
    ],
)  # fmt: skip
def test_what_may_be_words_is_left(text):
    assert list(find_splits(text)) == []


@pytest.mark.corpus
def test_no_syllable_of_the_real_documents_is_taken_for_split_without_being_it(corpus):
    seen = {
        f"{split.span.of(text)} → {split.whole}"
        for path in sorted(corpus.rglob("*.txt"))
        for text in [normalise(read(path, file=path.name)).text]
        for split in find_splits(text)
    }
    assert seen == {
        "Ứ ng → Ứng", "cô ng → công", "thô ng → thông", "bệ nh → bệnh", "hiê ̣n → hiện",
    }  # fmt: skip


def test_letters_of_other_alphabets_in_latin_runs_are_replaced_and_foreign_words_left():
    assert latin("40/2026/NĐ-СР của Тỉnh; Москва, ВТО, 5 μm, kΩ, χ²") == (
        "40/2026/NĐ-CP của Tỉnh; Москва, ВТО, 5 μm, kΩ, χ²"
    )
    assert runs("NĐ-СР của ВТО, Москва А") == (["NĐ-СР"], ["ВТО,"])


def test_each_replacement_is_reported_with_its_line_and_letters():
    received = source("Ðiều 1. Ðơn vị\nNghị định số 40/2026/NĐ-СР\ngia nhập ВТО\n")
    clean = normalise(received)
    assert clean.text.split("\n")[0] == "Điều 1. Đơn vị"
    assert "40/2026/NĐ-CP" in clean.text
    assert [(item.code, item.line, item.args) for item in clean.diagnostics] == [
        ("eth-for-d", 1, {"count": "2"}),
        (
            "lookalike-letters", 2,
            {"written": "40/2026/NĐ-СР", "latin": "40/2026/NĐ-CP", "letters": "С U+0421, Р U+0420"},
        ),
        (
            "lookalike-word", 3,
            {"written": "ВТО", "latin": "BTO", "letters": "В U+0412, Т U+0422, О U+041E"},
        ),
    ]  # fmt: skip


def test_a_symbol_cut_at_the_line_end_counts_the_same_words_on_both_sides():
    assert words("NĐ-\nСР") == words("NĐ-СР") == words("NĐ-CP")


@given(st.text(alphabet="aĐР" + LETTERS[:9] + " -\n\u0301μЖ", max_size=40))
@tried()
def test_repairing_twice_changes_nothing_and_words_stay(text):
    assert repaired(repaired(text)) == repaired(text)
    assert words(repaired(text)) == words(text)
    assert len(re.findall(r"\s", repaired(text))) == len(re.findall(r"\s", text))
