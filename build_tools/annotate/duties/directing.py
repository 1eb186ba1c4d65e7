"""Lead-ins by which the bearer above directs others to do what stands below (`… và chỉ đạo Sở Xây dựng thực hiện:`)."""

from __future__ import annotations

import re

from build_tools.annotate.duties.bearers import after_head, begins_with_bearer, read_bearers
from build_tools.annotate.duties.drafts import Charge, State
from build_tools.annotate.duties.predicates import predicate_start
from build_tools.annotate.duties.view import View
from build_tools.model.duty import Actor, Capacity, Explicit
from build_tools.model.span import Span

_DIRECTS = re.compile(
    r"(?:(?<=\svà\s)|(?<=,\s)|(?<![^\s*_“\"]))(?:lãnh đạo,\s+)?chỉ đạo(?:,\s+(?:hướng dẫn|đôn đốc))*\s+"
    r"(?P<names>[^:;.]{4,240}?)"
    r"(?:\s+(?:tổ chức |triển khai )*thực hiện(?:\s+(?:các|những))?(?:\s+(?:nội dung|nhiệm vụ|công việc))?"
    r"(?:\s+sau(?: đây)?)?)?[\s*_]*:?[\s*_]*\Z",
    re.IGNORECASE,
)

_ORDERS = re.compile(r"(?:lãnh đạo,\s+)?chỉ đạo\s+")


def directed_below(state: State, clause: Span, end: int) -> Charge | None:
    """The charge of words by which the bearer above directs others (`… và chỉ đạo Sở Xây dựng thực hiện:`)."""
    outer, view = state.charge, state.view
    match = _DIRECTS.search(view.text, clause.start, clause.end)
    if match is None or outer is None or not outer.actors or outer.modality is not None:
        return None
    names = Span(*match.span("names"))
    if not begins_with_bearer(view, names.start, names.end) or predicate_start(view, names.start, names.end):
        return None
    actors = read_bearers(view, names, Capacity.PERFORM)
    if not actors or any(actor.role is None for actor in actors):
        return None
    above = tuple(Actor(actor.role, actor.span, Capacity.DIRECT, actor.mode) for actor in outer.actors)
    return Charge(actors, Explicit.LEAD_IN, clause, end, directing=above)


def only_directs(text: str, clause: Span) -> bool:
    """Whether such a lead-in says nothing that the bearer above is to do itself."""
    return _DIRECTS.match(text, clause.start, clause.end) is not None


def only_orders(view: View, predicate: Span) -> bool:
    """Whether a predicate only says whom the bearer directs (`chỉ đạo Ban quản lý cấp xã:`)."""
    order = _ORDERS.match(view.text, predicate.start, predicate.end)
    if order is None or not begins_with_bearer(view, order.end(), predicate.end):
        return False
    return predicate_start(view, after_head(view, order.end(), predicate.end), predicate.end) is None
