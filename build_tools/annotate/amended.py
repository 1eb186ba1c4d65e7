"""Which act the bare unit numbers of an amending article belong to.

Under `Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số …` the words `khoản 2 Điều 5` name a unit of that circular.
"""

from __future__ import annotations

import re

from build_tools.annotate.mentions import Mention
from build_tools.annotate.unit_index import UnitIndex

_ORDER = re.compile(
    r"(?:(?:Điều|Khoản) \d+[a-zđ]?\.?|\d+[a-zđ]?[.)]|[a-zđ]\d?\))?\s*(?:Sửa đổi|Bổ sung|Bãi bỏ|Thay thế|Thay|Bỏ|Đính chính)(?!\w)"
)


class AmendedActs:
    """Finds the act that the article around a passage amends."""

    def __init__(self, text: str, units: UnitIndex, mentions: list[Mention]) -> None:
        self._text = text
        self._units = units
        self._mentions = [mention for mention in mentions if not mention.own]
        self._known: dict[str, Mention | None] = {}

    def around(self, offset: int) -> tuple[bool, Mention | None]:
        """Whether the passage stands in an amending article, and the one act that it amends where only one is named."""
        for unit in self._units.ancestors(offset):
            if unit.quoted:
                return True, None
            if unit.id not in self._known:
                line = self._text.find("\n", unit.span.start)
                end = line if line >= 0 else len(self._text)
                if not _ORDER.match(self._text, unit.span.start):
                    continue
                named = [mention for mention in self._mentions if unit.span.start <= mention.start < end]
                if not named:
                    continue
                self._known[unit.id] = named[0] if len(named) == 1 else None
            return True, self._known[unit.id]
        return False, None
