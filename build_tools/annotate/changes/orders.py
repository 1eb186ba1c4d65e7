"""Orders: where in a paragraph a change is ordered, and which words belong to it.

`Bổ sung khoản 1a vào sau khoản 1; sửa đổi, bổ sung khoản 3 Điều 4 như sau:` holds two.
"""

from __future__ import annotations

import re

from msgspec import Struct

from build_tools.annotate.changes.masking import Masked
from build_tools.annotate.changes.phrases import Verb, active, object_first, object_start, passive, verb_at
from build_tools.model.change import ChangeKind
from build_tools.model.span import Span

# Where an order may begin inside a paragraph: at its start, after a sentence or a part of a list.
_LEAD = re.compile(r"\s*(?:Nay\s+)?")
_JOIN = re.compile(r"(?:[;,.]\s+(?:và\s+|đồng thời\s+)?|\s+và\s+|\s+đồng thời\s+)$")
_ANNOUNCES = re.compile(r"(?:như|dưới|sau)\s+(?:sau|đây)(?:\s+đây)?\s*:?|sau đây\s*:|sau\s*:|:\s*$")
_LONGEST_OBJECT = 600


class Order(Struct, frozen=True):
    """One order: its verb, the words of its object (`zone`) and all its words (`span`), in the document's offsets.

    `announces` is true where new wording (or a list of further orders) is announced after it.
    """

    kind: ChangeKind
    span: Span
    zone: Span
    announces: bool
    passive: bool = False


def read_orders(masked: Masked, label_end: int) -> tuple[Order, ...]:
    """The orders of a paragraph whose own label ends at `label_end`, in order."""
    text = masked.text
    head = _head_end(text)
    begin = _LEAD.match(text, label_end - masked.start)
    at = begin.end() if begin else 0
    verbs = _verbs(text, at, head)
    orders = []
    for place, verb in enumerate(verbs):
        last = place + 1 == len(verbs)
        orders.append(
            _order(masked, verb, at, head if last else _start_of(verbs[place + 1], text, verb.end), last=last)
        )
        at = orders[-1].span.end - masked.start
    return tuple(order for order in orders if order.zone.start < order.zone.end)


def read_listed(masked: Masked, label_end: int, kind: ChangeKind) -> Order | None:
    """An item of a list (`a) Khoản 1 Điều 2 và Điều 5;`) whose verb stands above the list."""
    start = label_end - masked.start
    lead = _LEAD.match(masked.text, start)
    at = lead.end() if lead else start
    if not object_first().match(masked.text, at):
        return None
    span = Span(masked.start + at, masked.start + len(masked.text.rstrip(" .;:\n")))
    return Order(kind, span, span, announces=False)


def _head_end(text: str) -> int:
    """The end of the words before new wording: `như sau:` and a quotation mark may follow on the same line."""
    found = re.search(r"(?:như sau|sau đây|sau)\s*:", text)
    return found.end() if found else len(text)


def _verbs(text: str, at: int, head: int) -> list[Verb]:
    """The verbs that order something; the first must open the paragraph, or its object must."""
    first = active().match(text, at, head)
    verbs: list[Verb] = []
    if first and object_start().match(text, first.end()):
        verbs.append(verb_at(first, is_passive=False))
    elif object_first().match(text, at):
        told = passive().search(text, at, min(head, at + _LONGEST_OBJECT))
        if not told:
            return []
        verbs.append(verb_at(told, is_passive=True))
    else:
        return []
    for match in active().finditer(text, verbs[0].end, head):
        joined = _JOIN.search(text, max(0, match.start() - 14), match.start())
        if joined and match.start() >= verbs[-1].end and _has_direct_object(text, match.end()):
            verbs.append(verb_at(match, is_passive=False))
    for match in passive().finditer(text, verbs[-1].end, head):
        if _object_before(text, verbs[-1].end, match.start()) is not None:
            verbs.append(verb_at(match, is_passive=True))
    return verbs


def _has_direct_object(text: str, at: int) -> bool:
    """Inside a paragraph the object must follow at once: `quy định về sửa đổi, bãi bỏ một số điều` orders nothing."""
    return object_start().match(text, at) is not None


def _object_before(text: str, after: int, end: int) -> int | None:
    """Where the object of a later passive verb begins: behind the last `;` or full stop."""
    breaks = [m.end() for m in re.finditer(r"[;.]\s+", text[after:end])]
    if not breaks:
        return None
    at = after + breaks[-1]
    return at if object_first().match(text, at) else None


def _start_of(verb: Verb, text: str, after: int) -> int:
    """Where the order of a later verb begins; a passive one begins with its object."""
    if not verb.passive:
        return verb.start
    at = _object_before(text, after, verb.start)
    return verb.start if at is None else at


def _order(masked: Masked, verb: Verb, begin: int, end: int, *, last: bool) -> Order:
    text = masked.text
    stripped = begin + len(text[begin:end].rstrip(" ,;.\n"))
    if not verb.passive:
        begin = verb.start
    if last and text[end - 1 : end] == ":":
        stripped = end
    announces = bool(_ANNOUNCES.search(text, verb.end, end)) if last else False
    zone = Span(begin, stripped) if verb.passive else Span(verb.end, stripped)
    shift = masked.start
    return Order(
        verb.kind,
        Span(begin + shift, max(stripped, verb.end) + shift),
        Span(zone.start + shift, zone.end + shift),
        announces,
        verb.passive,
    )
