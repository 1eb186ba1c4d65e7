"""Recognises words that tell a body to issue a plan of its own ("xây dựng kế hoạch thực hiện")."""

from __future__ import annotations

import re
from functools import cache

from build_tools.data.tables import plan_phrases

_CLAUSE_END = ",;.:"


def orders_plan(text: str) -> bool:
    """Whether a passage orders a plan to be issued, and not that somebody else's plan be checked or proposed."""
    line = " ".join(text.split())
    order, barred = _patterns()
    for match in order.finditer(line):
        start = max(line.rfind(end, 0, match.start()) for end in _CLAUSE_END) + 1
        if not barred.search(line, start, match.start()):
            return True
    return False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The order, and what may not stand before it in its clause."""
    verb, plan, on, barred = (_either(part) for part in ("verb", "plan", "goes-on", "not-behind"))
    order = rf"\b{verb}(?:(?: và|,) {verb})? (?:các )?{plan},? {on}\b"
    return re.compile(order, re.IGNORECASE), re.compile(rf"\b{barred}\b", re.IGNORECASE)


def _either(part: str) -> str:
    """The phrases of a part, longer ones first."""
    phrases = sorted((row.phrase for row in plan_phrases() if row.part == part), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(re.escape, phrases))})"
