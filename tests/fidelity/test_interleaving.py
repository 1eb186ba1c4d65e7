"""The exact parting of words into kept and removed ones, held against trying every way."""

from __future__ import annotations

from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.interleaving import first_misfit
from tests.properties import tried
from tests.work import ends

ROWS = st.lists(st.tuples(st.integers(1, 3), st.text("ab", max_size=4).map(list)), max_size=6)


def parts(lines, kept, removed):
    """Whether the words part so, found by trying every way."""
    flow = [(number, word) for number, words in lines for word in words]
    numbers = sorted({number for number, _ in lines} | set(removed))

    @cache
    def fits(at, met):
        position = at - sum(met)
        if at == len(flow):
            return position == len(kept) and all(
                count == len(removed.get(n, ())) for n, count in zip(numbers, met, strict=True)
            )
        number, word = flow[at]
        if position < len(kept) and kept[position] == word and fits(at + 1, met):
            return True
        which = numbers.index(number)
        gone = removed.get(number, ())
        taken = met[which] < len(gone) and gone[met[which]] == word
        return taken and fits(at + 1, (*met[:which], met[which] + 1, *met[which + 1 :]))

    return fits(0, (0,) * len(numbers))


@given(ROWS, st.data())
@tried(400)
def test_words_that_were_parted_are_found_so(lines, data):
    kept, removed = [], {}
    for number, words in lines:
        for word in words:
            removed.setdefault(number, []).append(word) if data.draw(st.booleans()) else kept.append(word)
    assert first_misfit(lines, kept, removed) is None


@given(ROWS, st.text("ab", max_size=10).map(list), st.dictionaries(st.integers(1, 3), st.text("ab").map(list)))
@example([(1, ["a", "b"]), (2, ["b"]), (1, ["a"])], ["b", "a"], {1: ["a"], 2: ["b"]})
@tried(400)
def test_nothing_is_accepted_that_no_way_explains(lines, kept, removed):
    assert (first_misfit(lines, kept, removed) is None) == parts(lines, kept, removed)


@given(st.text("ab", min_size=1, max_size=300).map(list), st.randoms(use_true_random=False))
@tried(400)
def test_a_long_line_of_few_words_is_followed_exactly(words, chance):
    removed = [index for index in range(len(words)) if chance.random() < 0.4]
    gone = [words[index] for index in removed]
    kept = [word for index, word in enumerate(words) if index not in removed]
    assert first_misfit([(1, words)], kept, {1: gone}) is None
    misfit = first_misfit([(7, words)], [*kept, "c"], {7: gone})
    assert misfit is not None
    assert misfit.line == 7


def test_the_words_around_a_misfit_are_told():
    lines = [(1, ["một", "hai"]), (2, ["ba", "bốn", "năm"])]
    misfit = first_misfit(lines, ["một", "hai", "ba", "năm"], {})
    assert misfit is not None
    assert (misfit.line, list(misfit.expected), list(misfit.found)) == (2, ["bốn", "năm"], ["năm"])


def test_a_removal_of_a_line_that_was_not_received_is_a_misfit():
    misfit = first_misfit([(1, ["một"])], ["một"], {9: ["chín"]})
    assert misfit is not None
    assert misfit.line == 9


def test_one_line_of_a_million_words_with_thousands_of_parts_removed_ends():
    words = [f"từ{index % 997}" for index in range(1_000_000)]
    removed = {index for index in range(len(words)) if index % 500 < 3}
    kept = [word for index, word in enumerate(words) if index not in removed]
    with ends():
        assert first_misfit([(1, words)], kept, {1: [words[index] for index in sorted(removed)]}) is None
