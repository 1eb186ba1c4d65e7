"""Sanctions: who is fined, and who loses what is theirs."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import begins_with_bearer, read_bearers
from build_tools.annotate.duties.readings import Reading, reading_of
from build_tools.annotate.duties.view import View
from build_tools.model.duty import Capacity
from build_tools.model.span import Span

_FORFEIT = re.compile(
    r"\bthì\s[^,.;:]{3,60}?\scủa\s+(?P<name>[^,.;:]{3,80}?)\s"
    r"(?P<what>(?:sẽ\s+)?(?:không được hoàn trả|bị (?:tịch thu|thu hồi)))"
)
_FINE = re.compile(r"Phạt (?:tiền|cảnh cáo)\s+(?:đối với\s+)?(?:tổ chức là\s+)?(?P<name>[^,.;:]{3,80}?)\s(?=từ\s\d)")


def read_sanction(view: View, clause: Span) -> Reading | None:
    """The liability that a clause lays on somebody by name; None where it lays none."""
    return _read_forfeit(view, clause) or _read_fine(view, clause)


def _read_forfeit(view: View, clause: Span) -> Reading | None:
    """`… thì giá trị bảo đảm của A sẽ không được hoàn trả`: whoever loses what is theirs."""
    match = _FORFEIT.search(view.text, clause.start, clause.end)
    if match is None or not begins_with_bearer(view, match.start("name"), clause.end):
        return None
    actors = read_bearers(view, Span(*match.span("name")), Capacity.PERFORM)
    return reading_of(view, actors, Span(match.start("what"), clause.end), strong=True) if actors else None


def _read_fine(view: View, clause: Span) -> Reading | None:
    """`Phạt tiền tổ chức là đơn vị phát điện từ … đến …`: whoever is fined."""
    match = _FINE.match(view.text, clause.start, clause.end)
    if match is None or view.words(clause).rstrip().endswith(":"):
        return None  # what follows are the cases of a fine
    if not begins_with_bearer(view, match.start("name"), clause.end):
        return None
    actors = read_bearers(view, Span(*match.span("name")), Capacity.PERFORM)
    return reading_of(view, actors, clause, strong=True) if actors else None
