"""An editor's corrections: the stages read the corrected text, their spans lie in the received one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_tools.intake.corrections import apply_corrections, find_corrections
from build_tools.model.decisions import CorrectionDecision
from build_tools.model.offsets import OffsetMap, Replacement
from build_tools.model.source import Block, CleanText, Origin
from build_tools.model.span import Span


def clean(text: str) -> CleanText:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(Span(at, at + len(line))))
        at += len(line) + 1
    return CleanText(text, tuple(blocks), (Origin(0, 1),))


def decision(find: str, replace: str, count: int) -> CorrectionDecision:
    return CorrectionDecision(find, replace, count, "nhận dạng sai")


def test_every_place_is_corrected_and_the_received_words_stay():
    text = clean("hoạt động tổ tụng\nvà tổ tụng, thi hành án")
    found, doubts = find_corrections(text, (decision("tổ tụng", "tố tụng", 2),))
    working, _ = apply_corrections(text, found)
    assert working.text == "hoạt động tố tụng\nvà tố tụng, thi hành án"
    assert [c.span.of(text.text) for c in found] == ["tổ tụng", "tổ tụng"]
    assert not doubts


def test_a_wrong_count_is_reported_and_nothing_is_corrected():
    found, doubts = find_corrections(clean("tổ tụng"), (decision("tổ tụng", "tố tụng", 2),))
    assert not found
    assert [d.code for d in doubts] == ["correction-count"]


def test_a_symbol_that_was_misread_is_found_where_it_stands():
    text = clean("Quy định số l32-QĐ/TW của Bộ Chính trị")
    found, _ = find_corrections(text, (decision("l32-QĐ/TW", "132-QĐ/TW ", 1),))
    working, back = apply_corrections(text, found)
    at = working.text.index("132-QĐ/TW")
    assert back.span(Span(at, at + len("132-QĐ/TW"))).of(text.text) == "l32-QĐ/TW"
    after = working.text.index("Bộ")
    assert back.span(Span(after, after + 2)).of(text.text) == "Bộ"


@given(st.text("abcdx", max_size=40), st.sampled_from(["x", "xyz", ""]), st.data())
def test_spans_outside_corrections_lead_back_to_the_same_characters(text, replacement, data):
    places = [Span(i, i + 1) for i, letter in enumerate(text) if letter == "x"]
    back = OffsetMap(tuple(Replacement(span, replacement) for span in places))
    changed = text.replace("x", replacement)
    untouched = [i for i, letter in enumerate(text) if letter != "x"]
    shift = {}
    for i in untouched:
        shift[i] = i + sum(len(replacement) - 1 for span in places if span.start < i)
    for i in untouched:
        span = Span(shift[i], shift[i] + 1)
        assert span.of(changed) == text[i]
        assert back.span(span) == Span(i, i + 1)
    if text:
        start = data.draw(st.integers(0, len(changed)))
        end = data.draw(st.integers(start, len(changed)))
        span = back.span(Span(start, end))
        assert 0 <= span.start <= span.end <= len(text)
