"""What is found in the words of a time limit, what is known beside them, and what a reader of them is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

from build_tools.model.duty import DeadlineKind

QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class Found(NamedTuple):
    """What a reader made of a match."""

    kind: DeadlineKind
    date: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    exclusive: bool = False
    recurrence: str | None = None


class Anchor(NamedTuple):
    """What is known where a limit names no year: the year of the plan, the day of the document, a rhythm nearby.

    `monthly` says that `hằng tháng` stands before it in its sentence.
    """

    year: int | None = None
    since: dt.date | None = None
    rhythm: bool = False
    monthly: bool = False

    def year_of(self, month: int, day: int = 31) -> int | None:
        """The year in which a day of a month falls; None where neither title nor date proves it.

        The title's year holds. Without one it is the year of the document's date, for a day that is not before it.
        """
        year = self.year or (self.since.year if self.since else None)
        if year is None or self.since is None:
            return year
        return None if (year, month, day) < (self.since.year, self.since.month, self.since.day) else year


IMPOSSIBLE = Found(DeadlineKind.DATE)
NO_ANCHOR = Anchor()
Reader = Callable[[re.Match[str], Anchor], Found | None]
