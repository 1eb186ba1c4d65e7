"""How much is done for a text, counted: the same on every machine. And a guard against what never ends."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

ENDLESS = 60  # seconds of this process; what is guarded takes one or two, and an hour if it grows with the square


def calls(function: Callable[..., object], *args: Any) -> int:
    """How often `function(*args)`, and what it calls, calls a function written in Python or C."""
    count = 0

    def seen(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        function(*args)
    finally:
        sys.setprofile(before)
    return count


def grows_with(function: Callable[[Any], object], small: Any, large: Any, *, times: float) -> bool:
    """Whether `large`, which is `times` as long as `small`, takes no more than that many times its calls, and a half.

    Work that grows with the square takes `times` as much as that. What a call costs does not show: that a search within
    one call ends is what `ends` is for.
    """
    function(large)  # what is read or computed once is there now, for both
    return calls(function, large) <= 1.5 * times * calls(function, small) + 500


@contextmanager
def ends(seconds: int = ENDLESS) -> Iterator[None]:
    """What runs inside must end. The limit is far above what any machine needs: it tells hanging from working."""
    if sys.platform == "win32":  # no such signal
        yield
        return
    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _stop(*_: object) -> None:
    raise AssertionError("this does not end: its time grows faster than the text")
