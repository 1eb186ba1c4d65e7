"""A place that can be quoted and linked to."""

from __future__ import annotations

from msgspec import Struct

from build_tools.model.span import Span


class Passage(Struct, frozen=True):
    """A quotable place: a span in the text of a held document, and the anchor of its page to link to."""

    document: str
    span: Span
    anchor: str
