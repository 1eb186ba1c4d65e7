"""Every word of each received file stands on its built page, in order, or in the list of removed lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.site.pages import page_words, received_words, words

SOURCES = sorted((REPOSITORY / "source_texts").glob("*/*/source.*"))


def folder_id(source: Path) -> str:
    return f"{source.parents[1].name}/{source.parent.name}"


@pytest.mark.parametrize("source", SOURCES, ids=folder_id)
def test_every_received_word_is_on_the_page_or_on_record(built, source):
    site = built("internal") / "site"
    record = json.loads((site / "du-lieu" / f"{folder_id(source)}.json").read_text(encoding="utf-8"))
    shown = page_words(site / "van-ban" / f"{folder_id(source)}.html")
    removed = [word for item in record["removed"] for word in words(item["text"])]
    assert all(item["reason"] for item in record["removed"])
    assert merge(received_words(source), shown, removed)


def merge(received: list[str], shown: list[str], removed: list[str]) -> bool:
    """Whether `received` is `shown` with the words of `removed` put in, both in their order."""
    at_shown = at_removed = 0
    for place, word in enumerate(received):
        if at_shown < len(shown) and word == shown[at_shown]:
            at_shown += 1
        elif at_removed < len(removed) and word == removed[at_removed]:
            at_removed += 1
        else:
            context = " ".join(received[max(0, place - 5) : place + 5])
            instead = " ".join(shown[at_shown : at_shown + 5])
            pytest.fail(f"“{word}” of “… {context} …” is neither on the page (“{instead} …”) nor on record")
    assert at_shown == len(shown), f"the page has words that the file has not: {shown[at_shown : at_shown + 10]}"
    return at_removed == len(removed)


def test_the_comparison_notices_a_lost_word_an_added_word_and_a_changed_order():
    received = ["Điều", "1", "Phạm", "vi", "điều", "chỉnh"]
    assert merge(received, received, [])
    for broken in (received[:-1], [*received, "thừa"], received[::-1]):
        with pytest.raises((pytest.fail.Exception, AssertionError)):
            merge(received, broken, [])


def test_the_removed_words_are_shown_to_the_reader(built):
    """The list of removed lines is on the page itself, not only in the data."""
    site = built("internal") / "site"
    for source in SOURCES:
        record = json.loads((site / "du-lieu" / f"{folder_id(source)}.json").read_text(encoding="utf-8"))
        page = " ".join((site / "van-ban" / f"{folder_id(source)}.html").read_text(encoding="utf-8").split())
        for item in record["removed"]:
            assert " ".join(item["text"].split()) in page
