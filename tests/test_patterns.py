"""Every regular expression of the package takes linear time, whatever the text."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Callable

import pytest

from build_tools.annotate import annotate
from build_tools.normalise import normalise
from build_tools.readers import html_page, sniff
from build_tools.structure import outline
from tests.normalise.cases import source
from tests.patterns import Found, compiled, hostile

SIZES = (25, 250, 2_000)  # characters; a pattern that takes exponential time shows it at the first
QUICK = 0.004  # seconds; below, time says nothing
GROWTH = 24.0  # where the text is eight times as long; linear is 8, quadratic 64
TOO_LONG = 0.4  # seconds
WHOLE = (3_000, 24_000)  # characters of a text that goes through all stages
WHOLE_GROWTH = 24.0  # where it is eight times as long; linear is 8, quadratic 64
TRIES = 3  # a busy machine may be slow once


@pytest.mark.skipif(sys.platform == "win32", reason="a pattern that takes too long is stopped by a signal")
@pytest.mark.parametrize("found", compiled(), ids=lambda found: found.name)
def test_no_text_makes_a_pattern_slow(found: Found):
    """A pattern takes linear time; or the text that makes it slow never comes to it in one piece."""
    for number in slow_texts(found):
        small, large = (list(hostile(found.pattern, size))[number] for size in WHOLE)
        if isinstance(small, bytes) or isinstance(large, bytes):
            pytest.fail(repr(small[:60]))
        assert any(grows_evenly(small, large) for _ in range(TRIES)), large[:80]


def grows_evenly(small: str, large: str) -> bool:
    """Whether the longer text takes about as much more time, through all stages, as it is longer."""
    quick, spent = (seconds(through_all_stages, text, limit=20.0) for text in (small, large))
    return spent < max(quick, 0.05) * WHOLE_GROWTH


def slow_texts(found: Found) -> list[int]:
    """The numbers of the texts for which the pattern alone takes more than linear time."""
    methods = [found.pattern.fullmatch, *([lambda text: list(found.pattern.finditer(text))] if found.anywhere else [])]
    slow: list[int] = []
    for method in methods:
        before: dict[int, float] = {}
        for size in SIZES:
            for number, text in enumerate(hostile(found.pattern, size)):
                spent = 0.0 if number in slow else seconds(method, text)
                if spent > QUICK:  # once more: the machine may have been busy
                    spent = min(spent, seconds(method, text))
                    growth = spent / max(before.get(number, 0.0), QUICK / GROWTH)
                    if spent >= QUICK and (growth >= GROWTH or spent >= TOO_LONG):
                        slow.append(number)
                before[number] = spent
    return slow[:4]


def through_all_stages(text: str) -> None:
    """What happens to a received text, as it is and as the cell of a page's table."""
    sniff(text.encode("utf-8", "replace"), "a.txt")
    html_page.read(f"<p>x</p><table><td>{text}</table>".encode("utf-8", "replace"), "", "a.htm")
    clean = normalise(source(text))
    annotate(clean, outline(clean))


def seconds(method: Callable[[str], object], text: str, *, limit: float = TOO_LONG) -> float:
    """The time of the processor that a search takes; the limit for one that had to be stopped."""
    signal.signal(signal.SIGPROF, _stop)
    started = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_PROF, limit * 2)
        method(text)
    except TimeoutError:
        return limit * 2
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - started


def _stop(*_: object) -> None:
    raise TimeoutError


@pytest.mark.parametrize(
    ("pattern", "slow"),
    [
        (r"\s+$", True),
        (r"(?:a|b|ab)*c", True),
        (r"(?:<!--.{0,5000}?-->\s*)*<p", True),
        (r"(\w+\s?)+:", True),
        (r"Điều \d{1,3}\.", False),
        (r"(?<!\w)(?:và|của)\s", False),
    ],
)
def test_a_slow_pattern_is_noticed(pattern, slow):
    found = Found("x", re.compile(pattern), anywhere=True)
    assert any(bool(slow_texts(found)) is slow for _ in range(TRIES))


def test_the_patterns_of_the_package_are_found():
    names = {found.name for found in compiled()}
    assert len(names) > 250
    assert {"build_tools.normalise.line_starts._LABEL", "build_tools.readers.legacy._WORD"} <= names
